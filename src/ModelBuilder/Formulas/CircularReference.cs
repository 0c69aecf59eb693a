namespace ModelBuilder.Formulas;

/// <summary>A cell of a workbook.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">The cell.</param>
public readonly record struct SheetCell(string Sheet, CellAddress Address)
{
    /// <summary><c>Model!D5</c>.</summary>
    public override string ToString() => $"{FormulaPrinter.QuoteSheet(Sheet)}!{Address.Relative}";
}

/// <summary>Formulas that need each other's values: each cell refers to the next, the last to the first.</summary>
/// <param name="Cells">The cells, in that order.</param>
public sealed record CircularReference(IReadOnlyList<SheetCell> Cells)
{
    /// <summary><c>Model!D5 > Model!D6 > Model!D5</c>.</summary>
    public override string ToString() => string.Join(" > ", Cells.Append(Cells[0]));
}
