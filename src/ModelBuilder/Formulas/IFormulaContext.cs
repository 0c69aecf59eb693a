namespace ModelBuilder.Formulas;

/// <summary>
/// Answers for what a formula refers to. What a context does not have is an unsupported value with its reason, which a formula
/// passes on, so that an unknown figure never becomes a zero; <see cref="FormulaValue.Blank"/> is a cell known to be empty.
/// </summary>
public interface IFormulaContext
{
    /// <summary>The cell the formula stands in, for ROW() and for a range where one value is needed; null where it stands in none.</summary>
    public CellAddress? Origin => null;

    /// <summary>The value of one cell.</summary>
    /// <param name="sheet">The sheet; null for the formula's own.</param>
    /// <param name="address">The cell.</param>
    public FormulaValue Cell(string? sheet, CellAddress address) => FormulaValue.Unsupported("there are no cells here");

    /// <summary>The values of a rectangle as an array, or an unsupported value where one of its cells is. It may end at the last row and column in use.</summary>
    public FormulaValue Range(RangeReference range) => FormulaValue.Unsupported("there are no cells here");

    /// <summary>The value of a defined name, an array where it names a range.</summary>
    public FormulaValue Name(NameReference reference) => FormulaError.Name;

    /// <summary>The value of a line.</summary>
    public FormulaValue Line(LineReference reference) => FormulaValue.Unsupported("there are no lines here");

    /// <summary>The values of the lines of a family, as an array of one column; <see cref="FormulaValue.Blank"/> where it has none.</summary>
    public FormulaValue Lines(LineWildcard family) => FormulaValue.Unsupported("there are no lines here");
}
