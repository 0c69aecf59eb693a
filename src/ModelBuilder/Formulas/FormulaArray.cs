namespace ModelBuilder.Formulas;

/// <summary>A rectangle of single values. Rows and columns count from 0.</summary>
public sealed class FormulaArray : IEquatable<FormulaArray>
{
    private readonly FormulaValue[] values;

    /// <summary>A rectangle.</summary>
    /// <param name="rows">How many rows, at least 1.</param>
    /// <param name="columns">How many columns, at least 1.</param>
    /// <param name="values">Row after row; kept, not copied.</param>
    /// <exception cref="ArgumentException">The numbers do not fit.</exception>
    public FormulaArray(int rows, int columns, FormulaValue[] values)
    {
        if (rows < 1 || columns < 1 || values.Length != (long)rows * columns)
        {
            throw new ArgumentException($"{values.Length} values are not {rows} rows of {columns}", nameof(values));
        }

        Rows = rows;
        Columns = columns;
        this.values = values;
    }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>How many values.</summary>
    public int Count => values.Length;

    /// <summary>All values, row after row.</summary>
    public ReadOnlySpan<FormulaValue> Values => values;

    /// <summary>One value.</summary>
    public FormulaValue this[int row, int column] => values[(row * Columns) + column];

    /// <summary>Same shape, same values.</summary>
    public bool Equals(FormulaArray? other) => other is not null && Rows == other.Rows && Columns == other.Columns && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FormulaArray);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rows, Columns);

    internal static FormulaArray Build(int rows, int columns, Func<int, int, FormulaValue> value)
    {
        var built = new FormulaValue[rows * columns];
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                built[(r * columns) + c] = value(r, c);
            }
        }

        return new FormulaArray(rows, columns, built);
    }
}
