namespace ModelBuilder.Projection;

/// <summary>
/// Back towards the mean: what the last value (or the smoothed level) is off the mean fades from quarter to quarter. Growth is
/// drawn towards none besides, by some observations of 0 that nobody made: high growth does not last.
/// </summary>
internal sealed class Reversion(bool smoothed, double remains, double pull) : ForecastMethod
{
    private readonly string level = smoothed ? "level" : "carried";

    public override string Key => smoothed ? "smoothed_reversion" : "reversion";

    public override string Name => smoothed ? "Smoothed return to the mean" : "Return to the mean";

    public override int Fewest => smoothed ? 4 : 2;

    public override IReadOnlyList<MethodRow> Rows =>
    [
        .. smoothed ? [Smoothing.Alpha, Smoothing.Level] : new[] { LastValue.Carried },
        new("pull", "Observations of 0 added to the mean", RowSpan.Statistic, ""),
        new("remains", "Distance from the mean that remains after a quarter", RowSpan.Statistic, ""),
        new("mean", "Mean so far", RowSpan.History, "SUM(upto.z) / (COUNT(upto.z) + pull)"),
        new($"ahead.{Key}", Name, RowSpan.Ahead, $"mean[-1] + remains * ({level}[-1] - mean[-1])"),
        new($"path.{Key}", Name, RowSpan.Path, $"last.mean + remains ^ step * (last.{level} - last.mean)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double alpha = smoothed ? Smoothing.BestAlpha(history) : 0;
        double[] levels = smoothed ? Smoothing.Levels(history, alpha) : history.Carried;
        double[] means = MeanValue.Means(history, pull);
        var parameters = new Dictionary<string, double>(StringComparer.Ordinal) { ["pull"] = pull, ["remains"] = remains };
        if (smoothed)
        {
            parameters["alpha"] = alpha;
        }

        return new MethodRun(
            OneAhead(history, Fewest - 1, i => means[i - 1] + (remains * (levels[i - 1] - means[i - 1]))),
            Ahead(horizon, h => means[^1] + (Math.Pow(remains, h) * (levels[^1] - means[^1]))),
            parameters);
    }
}
