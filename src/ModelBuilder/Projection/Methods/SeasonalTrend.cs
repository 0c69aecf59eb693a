namespace ModelBuilder.Projection;

/// <summary>
/// A line with a level for each quarter of the year: multiple regression on the quarter's number and three dummies. The cells
/// compute its slope as that of the deviations from each quarter's means (Frisch and Waugh, 1933), which takes gaps and needs
/// no table. What it says of the past it says with hindsight.
/// </summary>
internal sealed class SeasonalTrend : ForecastMethod
{
    public override string Key => "seasonal_trend";

    public override string Name => "Trend with quarterly dummies";

    public override int Fewest => 9;

    public override bool TakesSeasons => true;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        new("of_quarter", "Mean of the quarter of the year", RowSpan.Known, "AVERAGEIF(all.quarter, quarter, all.u)") { Onward = "AVERAGEIF(all.quarter, quarter, all.u)" },
        new("time_of_quarter", "Mean time of the quarter of the year", RowSpan.Known, "AVERAGEIF(all.quarter, quarter, all.x)") { Onward = "AVERAGEIF(all.quarter, quarter, all.x)" },
        new("seasonal_slope", "Slope within the quarters of the year", RowSpan.Statistic, "SUMPRODUCT(all.x - all.time_of_quarter, all.u - all.of_quarter) / SUMPRODUCT(all.x - all.time_of_quarter, all.x - all.time_of_quarter)"),
        new("ahead.seasonal_trend", "Trend with quarterly dummies (with hindsight)", RowSpan.Ahead, "of_quarter + seasonal_slope * (x - time_of_quarter)"),
        new("path.seasonal_trend", "Trend with quarterly dummies", RowSpan.Path, "of_quarter + seasonal_slope * (index - time_of_quarter)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double[] Regressors(int position)
        {
            var row = new double[5];
            row[history.Quarter(position)] = 1;
            row[4] = position;
            return row;
        }

        double[] beta = LeastSquares.Fit([.. history.Known.Select(Regressors)], [.. history.Known.Select(i => history.Values[i])]).Coefficients;
        double At(int position) => beta[history.Quarter(position)] + (beta[4] * position);
        return new MethodRun(OneAhead(history, 4, At), Ahead(horizon, h => At(history.Length - 1 + h)), NoParameters);
    }

    /// <summary>True where every quarter of the year is known, and one of them twice.</summary>
    internal static bool IsPossible(Series history) => history.Known.Select(history.Quarter).Distinct().Count() == 4;
}
