namespace ModelBuilder.Projection;

/// <summary>
/// A cost of a fixed and a variable part, neither below nothing: least squares of the ratio on 1 / revenue, which is that of
/// cost on revenue with errors counted relative to size.
/// </summary>
internal sealed class CostOnRevenue(CostBase on) : ForecastMethod
{
    private const int FewestPairs = 3;

    /// <summary>Revenue that varies by no more than this, squared and relative, tells no fixed part from a variable one.</summary>
    private const double LeastVariance = 0.5e-12;

    private readonly double[] revenue = on.Total.Values;

    public override string Key => "cost_on_revenue";

    public override string Name => "Cost on revenue";

    public override int Fewest => FewestPairs + 1;

    public override bool TakesSeasons => true;

    public override IReadOnlyList<MethodRow> Rows =>
    [
        LastValue.Carried,
        new("revenue", on.Total.Label, RowSpan.Line, "") { Line = on.Total.Line },
        new("per_revenue", "1 / revenue", RowSpan.Known, "IF(N(revenue) > 0, 1 / revenue, \"\")") { Onward = "IF(revenue > 0, 1 / revenue, \"\")" },
        new("cost_ratio", "Cost ratio where revenue is known", RowSpan.Known, $"IF(ISNUMBER(per_revenue), {on.CostFormula}, \"\")"),
        new("fixed_slope", "Slope of the ratio on 1 / revenue, so far", RowSpan.History, "IF(COUNT(upto.cost_ratio) < 3, \"\", IF(ROUND(DEVSQ(upto.per_revenue) / SUMSQ(upto.per_revenue), 12) = 0, 0, MAX(0, SLOPE(upto.cost_ratio, upto.per_revenue))))"),
        new("fixed", "Fixed cost a quarter, so far", RowSpan.History, "IF(ISNUMBER(fixed_slope), IF(AVERAGE(upto.cost_ratio) < fixed_slope * AVERAGE(upto.per_revenue), SUMPRODUCT(upto.per_revenue, upto.cost_ratio) / SUMSQ(upto.per_revenue), fixed_slope), \"\")"),
        new("variable", "Cost of a unit of revenue, so far", RowSpan.History, "IF(ISNUMBER(fixed_slope), MAX(0, AVERAGE(upto.cost_ratio) - fixed_slope * AVERAGE(upto.per_revenue)), \"\")"),
        new("revenue_said", "Revenue expected a quarter before", RowSpan.Known, "IF(AND(N(revenue[-4]) > 0, N(revenue[-5]) > 0), revenue[-1] * revenue[-4] / revenue[-5], revenue[-1])"),
        new("ahead.cost_on_revenue", Name, RowSpan.Ahead, on.DriverFormula("variable[-1] + fixed[-1] / revenue_said")),
        new("path.cost_on_revenue", Name, RowSpan.Path, $"IFERROR({on.DriverFormula("last.variable + last.fixed * per_revenue")}, last.carried)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        int[] pairs = [.. history.Known.Where(i => revenue[i] > 0)];
        double[] x = [.. pairs.Select(i => 1 / revenue[i])], y = [.. pairs.Select(i => on.Cost(history.Values[i]))];
        var ahead = new double[history.Length];
        Array.Fill(ahead, double.NaN);
        for (int k = FewestPairs; k < pairs.Length; k++)
        {
            (double ofFixed, double variable) = Fit(x.AsSpan(0, k), y.AsSpan(0, k));
            ahead[pairs[k]] = on.Driver(variable + (ofFixed / on.Expected(pairs[k])));
        }

        (double Fixed, double Variable) all = pairs.Length >= Fewest ? Fit(x, y) : (double.NaN, double.NaN);
        return new MethodRun(ahead, Ahead(horizon, h => revenue[history.Length - 1 + h] is > 0 and var r ? on.Driver(all.Variable + (all.Fixed / r)) : double.NaN), NoParameters);
    }

    /// <summary>Slope and intercept of the least-squares line, neither below 0; of points above 0.</summary>
    internal static (double Slope, double Intercept) Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sumX = 0, sumY = 0, squares = 0, products = 0, sumXX = 0, sumXY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sumX += x[i];
            sumY += y[i];
            squares += x[i] * x[i];
            products += x[i] * y[i];
        }

        double meanX = sumX / x.Length, meanY = sumY / x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            sumXX += (x[i] - meanX) * (x[i] - meanX);
            sumXY += (x[i] - meanX) * (y[i] - meanY);
        }

        double slope = sumXX < LeastVariance * squares ? 0 : Math.Max(0, sumXY / sumXX);
        return meanY < slope * meanX ? (products / squares, 0) : (slope, meanY - (slope * meanX));
    }
}
