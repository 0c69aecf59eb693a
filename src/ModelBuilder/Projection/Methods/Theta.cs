namespace ModelBuilder.Projection;

/// <summary>
/// The Theta method (Assimakopoulos and Nikolopoulos, 2000) in the form of Hyndman and Billah (2003): simple smoothing with
/// half the slope of the least-squares line as drift.
/// </summary>
internal sealed class Theta : ForecastMethod
{
    public override string Key => "theta";

    public override string Name => "Theta";

    public override int Fewest => 4;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        Smoothing.Alpha,
        Smoothing.Level,
        DampedTrend.Slope,
        new("ahead.theta", "Theta", RowSpan.Ahead, "level[-1] + slope[-1] / 2 * (1 - (1 - alpha) ^ (index - first)) / alpha"),
        new("path.theta", "Theta", RowSpan.Path, "last.level + last.slope / 2 * (step - 1 + (1 - (1 - alpha) ^ (index - step - first + 1)) / alpha)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double alpha = Smoothing.BestAlpha(history);
        double[] levels = Smoothing.Levels(history, alpha);
        double Drift(int last, int h) => history.Slopes[last] / 2 * (h - 1 + ((1 - Math.Pow(1 - alpha, last + 1)) / alpha));
        return new MethodRun(
            OneAhead(history, 3, i => levels[i - 1] + Drift(i - 1, 1)),
            Ahead(horizon, h => levels[^1] + Drift(history.Length - 1, h)),
            Smoothing.Parameter(alpha));
    }
}
