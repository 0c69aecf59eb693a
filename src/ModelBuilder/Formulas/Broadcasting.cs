namespace ModelBuilder.Formulas;

/// <summary>Applies a function of single values to arrays, element by element, as Excel's array formulas do.</summary>
internal static class Broadcasting
{
    /// <summary>A single row or column and a single value repeat; where an array ends before another there is <c>#N/A</c>.</summary>
    public static FormulaValue Apply(FormulaValue[] arguments, Func<FormulaValue[], FormulaValue> function)
    {
        int rows = arguments.Max(a => a.Array?.Rows ?? 1);
        int columns = arguments.Max(a => a.Array?.Columns ?? 1);
        FormulaArray result = FormulaArray.Build(rows, columns, (r, c) => function(Array.ConvertAll(arguments, a => Element(a, r, c))));

        // One value that is not computed leaves the whole without one: a count over it would be wrong and not show it.
        foreach (FormulaValue value in result.Values)
        {
            if (value.IsUnsupported)
            {
                return value;
            }
        }

        return FormulaValue.Of(result);
    }

    private static FormulaValue Element(FormulaValue value, int row, int column)
    {
        if (value.Array is not { } array)
        {
            return value;
        }

        int r = array.Rows == 1 ? 0 : row;
        int c = array.Columns == 1 ? 0 : column;
        return r < array.Rows && c < array.Columns ? array[r, c] : FormulaError.NotAvailable;
    }
}
