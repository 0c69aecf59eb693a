namespace ModelBuilder.Projection;

/// <summary>The last value of the same quarter of the year.</summary>
internal sealed class SeasonalNaive : ForecastMethod
{
    internal static MethodRow Same { get; } = new("same", "Last value of the same quarter", RowSpan.History, "IF(ISNUMBER(u), u, same[-4])")
    {
        Onward = "same[-4]",
    };

    public override string Key => "snaive";

    public override string Name => "Same quarter a year ago";

    public override int Fewest => 5;

    public override bool TakesSeasons => true;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        Same,
        new("ahead.snaive", "Same quarter a year ago", RowSpan.Ahead, "same[-4]"),
        new("path.snaive", "Same quarter a year ago", RowSpan.Path, "same[-4]"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double[] same = SameQuarter(history, horizon);
        return new MethodRun(OneAhead(history, Fewest - 1, i => i < 4 ? double.NaN : same[i - 4]), Ahead(horizon, h => same[history.Length - 1 + h]), NoParameters);
    }

    /// <summary>For each quarter of history and horizon the last known value of its quarter of the year; not a number before there is one.</summary>
    internal static double[] SameQuarter(Series history, int horizon)
    {
        var same = new double[history.Length + horizon];
        for (int i = 0; i < same.Length; i++)
        {
            bool isKnown = i < history.Length && !double.IsNaN(history.Values[i]);
            same[i] = isKnown ? history.Values[i] : i < 4 ? double.NaN : same[i - 4];
        }

        return same;
    }
}
