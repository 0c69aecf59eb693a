namespace ModelBuilder.Projection;

/// <summary>
/// The slope of the least-squares line, started at the last value and damped (Gardner and McKenzie, 1985): a regression line
/// that is neither anchored nor damped forecasts far worse.
/// </summary>
internal sealed class DampedTrend(double remains) : ForecastMethod
{
    internal static MethodRow Damping { get; } = new("damping", "Trend that remains after a quarter", RowSpan.Statistic, "");

    internal static MethodRow Slope { get; } = new("slope", "Slope so far", RowSpan.History, "IF(COUNT(upto.z) < 3, 0, SLOPE(upto.z, upto.x))");

    public override string Key => "damped_trend";

    public override string Name => "Damped trend";

    public override int Fewest => 4;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        LastValue.Carried,
        Slope,
        Damping,
        new("ahead.damped_trend", "Damped trend", RowSpan.Ahead, "carried[-1] + damping * slope[-1]"),
        new("path.damped_trend", "Damped trend", RowSpan.Path, "last.carried + last.slope * damping * (1 - damping ^ step) / (1 - damping)"),
    ];

    public override MethodRun Run(Series history, int horizon) => new(
        OneAhead(history, 3, i => history.Carried[i - 1] + (remains * history.Slopes[i - 1])),
        Ahead(horizon, h => history.Carried[^1] + (history.Slopes[^1] * remains * (1 - Math.Pow(remains, h)) / (1 - remains))),
        new Dictionary<string, double>(StringComparer.Ordinal) { ["damping"] = remains });
}
