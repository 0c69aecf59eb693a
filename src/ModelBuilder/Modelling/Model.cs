using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>How a year comes from its quarters.</summary>
public enum YearRule
{
    /// <summary>It is their sum.</summary>
    Sum,

    /// <summary>It is the last one: a balance.</summary>
    Last,

    /// <summary>The line's own formula holds for the year: a ratio.</summary>
    Formula,

    /// <summary>A year has none.</summary>
    None,
}

/// <summary>What a cell of the model is, which decides its formula, its colour, its note and its link.</summary>
public enum CellRole
{
    /// <summary>Nothing is known and nothing is projected.</summary>
    Empty,

    /// <summary>A stated figure: a blue number with a note and a link to its row of Facts.</summary>
    Input,

    /// <summary>A figure over which sources disagree: a green formula into Contradictions.</summary>
    Contested,

    /// <summary>A figure that follows from others: a formula where the identity is in the model, otherwise a number with a link to its row of Facts.</summary>
    Derived,

    /// <summary>A formula in a reported column.</summary>
    Computed,

    /// <summary>A formula in a projected column.</summary>
    Forecast,
}

/// <summary>
/// One cell of the model, without an address. References in its formula are line references with lags (drivers included) and
/// <see cref="PlanReference"/> nodes into the sheets Facts and Contradictions.
/// </summary>
/// <param name="Role">What it is.</param>
/// <param name="Formula">Its formula, or null for a number.</param>
/// <param name="Figure">The figure behind it, or for a computed cell the disclosed figure that it must agree with; null where there is none.</param>
public sealed record ModelCell(CellRole Role, Expression? Formula, Figure? Figure)
{
    /// <summary>Nothing.</summary>
    public static ModelCell Empty { get; } = new(CellRole.Empty, null, null);
}

/// <summary>One row of the model.</summary>
/// <param name="Key">The line.</param>
/// <param name="Measure">Level, or the growth or change that a memo row shows.</param>
/// <param name="Pattern">The key in lines.yaml and in the template from which it was expanded, such as <c>revenue.{segment}</c>.</param>
/// <param name="Label">What a person reads; where the template has a label of its own, that one is shown.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="Year">How a year comes from its quarters.</param>
/// <param name="Note">How it is projected, in a few words, or nothing.</param>
public sealed record ModelLine(LineKey Key, Measure Measure, string Pattern, string Label, Unit Unit, YearRule Year, string Note)
{
    /// <summary>The key in column A: <c>revenue.total</c>, <c>revenue.total|growth.yoy</c>.</summary>
    public string RowKey => Measure == Measure.Level ? Key.ToString() : $"{Key}|{Measure}";
}

/// <summary>What a projection turns on.</summary>
/// <param name="Key">Its key, <c>driver.growth.public_cloud</c>: references to it in formulas mean the live row of sheet Drivers.</param>
/// <param name="Pattern">The key in lines.yaml from which it was expanded.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="HigherIsBetter">False for costs: Bear then takes the upper bound.</param>
/// <param name="Varies">False where the scenarios share one value: a split that must sum to one, a small add-back.</param>
/// <param name="History">Its formula over the model's lines in reported quarters.</param>
/// <param name="Observations">The reported quarters in which it can be computed, with its value as computed here.</param>
public sealed record ModelDriver(
    LineKey Key, string Pattern, string Label, Unit Unit, bool HigherIsBetter, bool Varies, Expression History, IReadOnlyList<(FiscalPeriod Quarter, double Value)> Observations)
{
    /// <summary>What kind of number it is.</summary>
    public required DriverKind Kind { get; init; }

    /// <summary>The scale on which it is carried forward, which keeps it within what such a driver can be.</summary>
    public required Scale Scale { get; init; }

    /// <summary>For a cost ratio or a margin: what it is a share of, where that is projected without such drivers; else null.</summary>
    public RatioBase? Base { get; init; }
}

/// <summary>
/// Something that must hold. In each of its periods the difference must not exceed the tolerance; the sheet Checks shows a 0
/// or a 1 for each period and counts.
/// </summary>
/// <param name="Key">Its key, <c>check.revenue_total_ties</c>.</param>
/// <param name="Label">What must hold, in words.</param>
/// <param name="RowKey">The row of Model that fails where it does not.</param>
/// <param name="Unit">What the tolerance counts: money (in units shown) or a ratio.</param>
/// <param name="Tolerance">The largest difference allowed, in units shown.</param>
/// <param name="Differences">For each period checked, the difference.</param>
public sealed record ModelCheck(string Key, string Label, string RowKey, Unit Unit, double Tolerance, IReadOnlyDictionary<FiscalPeriod, Expression> Differences);

/// <summary>One item of a bridge: a row of the model, and by which sign its change counts.</summary>
/// <param name="Key">The line.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Sign">+1 where a rise lifts the end, -1 where it lowers it.</param>
public sealed record BridgeItem(LineKey Key, string Label, int Sign);

/// <summary>A company's model as plain data: rows, columns, what each cell is, drivers, checks. Nothing here knows of sheets' addresses.</summary>
public sealed class Model
{
    /// <summary>The company.</summary>
    public required Company Company { get; init; }

    /// <summary>The time axis.</summary>
    public required Axis Axis { get; init; }

    /// <summary>The rows that have anything to show, in the order of lines.yaml.</summary>
    public required IReadOnlyList<ModelLine> Lines { get; init; }

    /// <summary>The drivers in use, in the order of lines.yaml.</summary>
    public required IReadOnlyList<ModelDriver> Drivers { get; init; }

    /// <summary>What must hold within the model.</summary>
    public required IReadOnlyList<ModelCheck> Checks { get; init; }

    /// <summary>The cells that are not empty, by row key and period.</summary>
    public required IReadOnlyDictionary<(string RowKey, FiscalPeriod Period), ModelCell> Cells { get; init; }

    /// <summary>All figures by their identity, those off the axis too.</summary>
    public required IReadOnlyDictionary<FigureId, Figure> Figures { get; init; }

    /// <summary>Figures over which sources disagree and a choice is offered on the sheet Contradictions.</summary>
    public required IReadOnlySet<FigureId> Contested { get; init; }

    /// <summary>How each part of the model is projected and why, for people: "Gross profit: from the adjusted gross margin (cost lines end with 4Q23)".</summary>
    public required IReadOnlyList<string> Ways { get; init; }

    /// <summary>What came up.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The cell of a row and period.</summary>
    public ModelCell this[string rowKey, FiscalPeriod period] => Cells.GetValueOrDefault((rowKey, period), ModelCell.Empty);

    /// <summary>The row with that key, or null.</summary>
    public ModelLine? Line(string rowKey) => Lines.FirstOrDefault(l => l.RowKey == rowKey);
}
