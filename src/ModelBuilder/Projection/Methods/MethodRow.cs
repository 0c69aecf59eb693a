using ModelBuilder.Figures;

namespace ModelBuilder.Projection;

/// <summary>Which cells of a driver's block a row of formulas fills.</summary>
public enum RowSpan
{
    /// <summary>One cell.</summary>
    Statistic,

    /// <summary>Each quarter from the first observation to the last reported quarter.</summary>
    History,

    /// <summary>Each observed quarter.</summary>
    Known,

    /// <summary>Each observed quarter for which there are enough observations before it.</summary>
    Ahead,

    /// <summary>Each quarter of the horizon.</summary>
    Path,

    /// <summary>Each quarter of the history and the horizon in which a line of the model has a value: in the horizon that of scenario Base.</summary>
    Line,
}

/// <summary>
/// A row by which a workbook computes what a method computes, in Excel's formula language over the names of rows.
/// <c>u</c> is the observation on the driver's scale, <c>z</c> the same without seasons, <c>x</c> its time. <c>z</c> is the cell
/// of row z in the same column, <c>z[-1]</c> that of the quarter before (an empty text before the first observation),
/// <c>last.z</c> that of the last reported quarter; <c>upto.z</c> the row's cells from the first observation to this column,
/// <c>before.z</c> to the quarter before, <c>all.z</c> to the last reported quarter, <c>year.z</c> the four quarters that end here,
/// <c>window.z</c> the quarters whose errors count; a statistic is named alone. <c>index</c> is the quarter's number,
/// <c>first</c> that of the first observation, <c>step</c> the quarters ahead, <c>quarter</c> the quarter of the year.
/// </summary>
/// <param name="Name">The row's name, once in a driver's block; methods may share one.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Span">Which cells it fills.</param>
/// <param name="Formula">Its formula.</param>
public sealed record MethodRow(string Name, string Label, RowSpan Span, string Formula)
{
    /// <summary>The formula of a history's first cell, where it differs.</summary>
    public string? First { get; init; }

    /// <summary>The formula of its cells in the horizon, where a history goes on there.</summary>
    public string? Onward { get; init; }

    /// <summary>For a row of the model's line: the line.</summary>
    public LineKey? Line { get; init; }
}
