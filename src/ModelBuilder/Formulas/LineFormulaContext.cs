namespace ModelBuilder.Formulas;

/// <summary>Answers for line references, and for defined names where there are any, by functions.</summary>
/// <param name="line">The value of a line; unsupported where it is not known.</param>
/// <param name="lines">The values of a family's lines, where families are used.</param>
/// <param name="name">The value of a defined name, where names are used.</param>
public sealed class LineFormulaContext(
    Func<LineReference, FormulaValue> line, Func<LineWildcard, IReadOnlyList<FormulaValue>>? lines = null, Func<string, FormulaValue>? name = null) : IFormulaContext
{
    /// <inheritdoc/>
    public FormulaValue Line(LineReference reference) => line(reference);

    /// <inheritdoc/>
    public FormulaValue Lines(LineWildcard family)
    {
        if (lines is null)
        {
            return FormulaValue.Unsupported("there are no families of lines here");
        }

        FormulaValue[] values = [.. lines(family)];
        return values.Length == 0 ? FormulaValue.Blank
            : Array.Find(values, v => v.IsUnsupported) is { IsUnsupported: true } unknown ? unknown
            : FormulaValue.Of(new FormulaArray(values.Length, 1, values));
    }

    /// <inheritdoc/>
    public FormulaValue Name(NameReference reference) => name is null ? FormulaError.Name : name(reference.Name);
}
