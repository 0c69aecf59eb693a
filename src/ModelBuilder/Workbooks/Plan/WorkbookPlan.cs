using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks;

/// <summary>
/// A workbook as plain data: references are by sheet, row key and column key (<see cref="PlanReference"/>, <see cref="PlanRange"/>) and
/// by defined name (<see cref="NameReference"/>). No address stands here.
/// </summary>
/// <param name="Sheets">The sheets; their order is the template's.</param>
internal sealed record WorkbookPlan(IReadOnlyList<SheetPlan> Sheets)
{
    /// <summary>Defined names that the workbook gets beside the template's own.</summary>
    public IReadOnlyDictionary<string, Reference> Names { get; init; } = new Dictionary<string, Reference>(StringComparer.Ordinal);

    /// <summary>What stands in cells that the template names (Scenario, BridgeFrom, IntervalLevel); the cell's own column key is not looked at.</summary>
    public IReadOnlyDictionary<string, CellPlan> NamedCells { get; init; } = new Dictionary<string, CellPlan>(StringComparer.Ordinal);

    /// <summary>Colours that cells with a name take while a formula holds.</summary>
    public IReadOnlyList<NamedCondition> NamedConditions { get; init; } = [];

    /// <summary>Charts, in the order in which they are drawn.</summary>
    public IReadOnlyList<SheetChart> Charts { get; init; } = [];

    /// <summary>What the template's placeholders <c>{company}</c>, <c>{ticker}</c>, <c>{currency}</c>, <c>{units}</c>, <c>{money}</c> become.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
