namespace ModelBuilder.Formulas;

/// <summary>What becomes of a formula that is copied to another cell.</summary>
public static class CopiedFormula
{
    /// <summary>
    /// The formula as a copy so many rows down and columns right has it: relative references move along, what would leave the sheet
    /// becomes <c>#REF!</c>. Excel's shared formulas are such copies.
    /// </summary>
    public static Expression Shift(this Expression formula, int rows, int columns) => formula.Rewrite(part => part switch
    {
        CellReference c => c.Address.Shift(rows, columns) is { } address ? c with { Address = address } : new ErrorLiteral(FormulaError.Reference),
        RangeReference r => r.From.Shift(rows, columns) is { } from && r.To.Shift(rows, columns) is { } to
            ? new RangeReference(r.Sheet, from, to)
            : new ErrorLiteral(FormulaError.Reference),
        _ => null,
    });
}
