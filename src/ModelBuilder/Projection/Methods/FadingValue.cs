namespace ModelBuilder.Projection;

/// <summary>The last value, held for a quarter and fading after it: growth of which little is known.</summary>
internal sealed class FadingValue(double remains) : ForecastMethod
{
    public override string Key => "fading";

    public override string Name => "Fading last value";

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        LastValue.Carried,
        new("remains", "What remains after a quarter", RowSpan.Statistic, ""),
        new("ahead.fading", "Fading last value", RowSpan.Ahead, "carried[-1]"),
        new("path.fading", "Fading last value", RowSpan.Path, "last.carried * remains ^ (step - 1)"),
    ];

    public override MethodRun Run(Series history, int horizon) => new(
        OneAhead(history, 1, i => history.Carried[i - 1]),
        Ahead(horizon, h => history.Carried[^1] * Math.Pow(remains, h - 1)),
        new Dictionary<string, double>(StringComparer.Ordinal) { ["remains"] = remains });
}
