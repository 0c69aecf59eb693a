namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The columns of the sheet Bridges: the table, room for the chart, then the cells that the chart and the check rest on.</summary>
internal static class BridgeColumns
{
    public const string From = "from";
    public const string To = "to";
    public const string Step = "step";
    public const string After = "after";
    public const string Note = "note";

    /// <summary>What stands below a column of the chart.</summary>
    public const string Category = "category";

    /// <summary>The part of a column that is not drawn, on which the drawn part stands (or from which it hangs).</summary>
    public const string Base = "base";
    public const string RiseAbove = "rise_above";
    public const string RiseBelow = "rise_below";
    public const string FallAbove = "fall_above";
    public const string FallBelow = "fall_below";
    public const string Total = "total";

    /// <summary>A line at the earlier period with its sign, where its step is counted.</summary>
    public const string CountedFrom = "counted_from";

    /// <summary>A line at the later period with its sign, where its step is counted.</summary>
    public const string CountedTo = "counted_to";

    /// <summary>The columns left free for the chart, the template's ninth to sixteenth.</summary>
    public static IReadOnlyList<string> ChartRoom { get; } = ["chart1", "chart2", "chart3", "chart4", "chart5", "chart6", "chart7", "chart8"];

    /// <summary>The cells that a chart draws, in order.</summary>
    public static IReadOnlyList<string> Drawn { get; } = [Base, Total, RiseAbove, RiseBelow, FallAbove, FallBelow];

    public static IReadOnlyList<ColumnPlan> All { get; } =
    [
        .. new[] { AxisColumns.Key, AxisColumns.Label, AxisColumns.Unit, From, To, Step, After, Note }
            .Concat(ChartRoom).Concat([Category, .. Drawn, CountedFrom, CountedTo])
            .Select((key, index) => new ColumnPlan(key, index + 1)),
    ];
}
