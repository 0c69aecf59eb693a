using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks;

/// <summary>What a workbook gets after ClosedXML saved it.</summary>
/// <param name="Values">The value of every formula, by sheet and cell (without <c>$</c>).</param>
/// <param name="Charts">The charts to add, in this order.</param>
public sealed record FinishRequest(IReadOnlyDictionary<(string Sheet, CellAddress Address), FormulaValue> Values, IReadOnlyList<ChartPlan> Charts);
