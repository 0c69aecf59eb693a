namespace ModelBuilder.Projection;

/// <summary>
/// A cost that each of two segments causes at its own rate, neither below nothing: least squares of the ratio on the segments'
/// shares in revenue. Of two, the bounded least squares have a closed form, which a cell can hold: where one rate would be
/// below nothing it is nothing, and the other follows alone.
/// </summary>
internal sealed class CostOnRevenues(CostBase on) : ForecastMethod
{
    /// <summary>The parts for which it is offered.</summary>
    public const int Parts = 2;

    private const int FewestPairs = Parts + 2;

    /// <summary>Shares whose histories differ in direction by less than this tell no rates apart.</summary>
    private const double LeastDifference = 0.5e-4;

    public override string Key => "cost_on_revenues";

    public override string Name => "Cost on the segments' revenues";

    public override int Fewest => FewestPairs + 1;

    public override bool TakesSeasons => true;

    public override IReadOnlyList<MethodRow> Rows =>
    [
        LastValue.Carried,
        new("revenue", on.Total.Label, RowSpan.Line, "") { Line = on.Total.Line },
        .. on.Parts.Select((p, i) => new MethodRow($"revenue_{i + 1}", p.Label, RowSpan.Line, "") { Line = p.Line }),
        .. on.Parts.Select((p, i) => new MethodRow($"share_{i + 1}", $"{p.Label}: share of revenue", RowSpan.Known, $"IF(AND(N(revenue) > 0, COUNT(revenue_1, revenue_2) = 2), revenue_{i + 1} / revenue, \"\")") { Onward = $"IF(revenue > 0, revenue_{i + 1} / revenue, \"\")" }),
        new("split_ratio", "Cost ratio where the shares are known", RowSpan.Known, $"IF(ISNUMBER(share_1), {on.CostFormula}, \"\")"),
        new("difference", "Difference in direction of the shares' histories (sine squared), so far", RowSpan.History, "IF(COUNT(upto.split_ratio) < 4, \"\", IFERROR(1 - SUMPRODUCT(upto.share_1, upto.share_2) ^ 2 / (SUMSQ(upto.share_1) * SUMSQ(upto.share_2)), 0))"),
        Free(1, 2), Free(2, 1), Rate(1, 2), Rate(2, 1),
        new("ahead.cost_on_revenues", Name, RowSpan.Ahead, on.DriverFormula("rate_1[-1] * share_1[-1] + rate_2[-1] * share_2[-1]")),
        new("path.cost_on_revenues", Name, RowSpan.Path, $"IFERROR({on.DriverFormula("last.rate_1 * share_1 + last.rate_2 * share_2")}, last.carried)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double Share(int part, int position) => on.Parts[part].Values[position] >= 0 && on.Total.Values[position] > 0 ? on.Parts[part].Values[position] / on.Total.Values[position] : double.NaN;
        int[] pairs = [.. history.Known.Where(i => double.IsFinite(Share(0, i) + Share(1, i)))];
        double[] first = [.. pairs.Select(i => Share(0, i))], second = [.. pairs.Select(i => Share(1, i))], ratio = [.. pairs.Select(i => on.Cost(history.Values[i]))];
        var ahead = new double[history.Length];
        Array.Fill(ahead, double.NaN);
        for (int k = FewestPairs; k < pairs.Length; k++)
        {
            // The mix of a quarter is taken to be that of the quarter before.
            (double one, double two) = Fit(first.AsSpan(0, k), second.AsSpan(0, k), ratio.AsSpan(0, k));
            ahead[pairs[k]] = pairs[k - 1] == pairs[k] - 1 ? on.Driver((one * first[k - 1]) + (two * second[k - 1])) : double.NaN;
        }

        (double One, double Two) all = pairs.Length >= Fewest ? Fit(first, second, ratio) : (double.NaN, double.NaN);
        return new MethodRun(ahead, Ahead(horizon, h => on.Driver((all.One * Share(0, history.Length - 1 + h)) + (all.Two * Share(1, history.Length - 1 + h)))), NoParameters);
    }

    /// <summary>The rates, neither below 0, with the least squared errors of <paramref name="y"/>.</summary>
    internal static (double One, double Two) Fit(ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<double> y)
    {
        double a = 0, b = 0, c = 0, p = 0, q = 0;
        for (int i = 0; i < y.Length; i++)
        {
            a += first[i] * first[i];
            b += first[i] * second[i];
            c += second[i] * second[i];
            p += y[i] * first[i];
            q += y[i] * second[i];
        }

        double difference = a * c > 0 ? 1 - (b * b / (a * c)) : 0;
        if (difference < LeastDifference)
        {
            double both = (p + q) / (a + (2 * b) + c);
            return (both, both);
        }

        double one = ((p * c) - (q * b)) / (difference * a * c), two = ((q * a) - (p * b)) / (difference * a * c);
        return two < 0 ? (p / a, 0) : one < 0 ? (0, q / c) : (one, two);
    }

    private MethodRow Free(int own, int other) => new($"free_{own}", $"{Label(own)}, unbounded, so far", RowSpan.History, $$"""
        IF(ISNUMBER(difference), IF(ROUND(difference, 4) = 0,
        (SUMPRODUCT(upto.split_ratio, upto.share_1) + SUMPRODUCT(upto.split_ratio, upto.share_2)) / (SUMSQ(upto.share_1) + 2 * SUMPRODUCT(upto.share_1, upto.share_2) + SUMSQ(upto.share_2)),
        (SUMPRODUCT(upto.split_ratio, upto.share_{{own}}) * SUMSQ(upto.share_{{other}}) - SUMPRODUCT(upto.split_ratio, upto.share_{{other}}) * SUMPRODUCT(upto.share_1, upto.share_2)) / (difference * SUMSQ(upto.share_1) * SUMSQ(upto.share_2))), "")
        """);

    private MethodRow Rate(int own, int other) => new($"rate_{own}", $"{Label(own)}, so far", RowSpan.History,
        $"IF(ISNUMBER(difference), IF(free_{other} < 0, SUMPRODUCT(upto.split_ratio, upto.share_{own}) / SUMSQ(upto.share_{own}), MAX(0, free_{own})), \"\")");

    private string Label(int part) => $"Cost of a unit of revenue, {on.Parts[part - 1].Label}";
}
