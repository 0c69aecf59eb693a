using System.Globalization;

namespace ModelBuilder.Formulas;

/// <summary>
/// A cell's place on a sheet with what a copy keeps fixed: <c>D5</c>, <c>$D$5</c>. It cannot lie outside A1:XFD1048576;
/// <c>default</c> is A1. Ordered by row, then column.
/// </summary>
public readonly record struct CellAddress : IComparable<CellAddress>
{
    /// <summary>The last row of a sheet.</summary>
    public const int MaxRow = 1_048_576;

    /// <summary>The last column of a sheet, XFD.</summary>
    public const int MaxColumn = 16_384;

    private readonly int rowIndex;
    private readonly int columnIndex;

    /// <summary>A cell.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    /// <param name="rowAbsolute">True for <c>$</c> before the row.</param>
    /// <param name="columnAbsolute">True for <c>$</c> before the column.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not on a sheet.</exception>
    public CellAddress(int row, int column, bool rowAbsolute = false, bool columnAbsolute = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, MaxRow);
        ArgumentOutOfRangeException.ThrowIfLessThan(column, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(column, MaxColumn);
        rowIndex = row - 1;
        columnIndex = column - 1;
        RowAbsolute = rowAbsolute;
        ColumnAbsolute = columnAbsolute;
    }

    /// <summary>The row, from 1.</summary>
    public int Row => rowIndex + 1;

    /// <summary>The column, from 1.</summary>
    public int Column => columnIndex + 1;

    /// <summary>True for <c>$</c> before the row.</summary>
    public bool RowAbsolute { get; }

    /// <summary>True for <c>$</c> before the column.</summary>
    public bool ColumnAbsolute { get; }

    /// <summary>The same cell without <c>$</c>.</summary>
    public CellAddress Relative => new(Row, Column);

    /// <summary>The same cell with both <c>$</c>.</summary>
    public CellAddress Absolute => new(Row, Column, true, true);

    /// <summary>The cell so many rows and columns further, as a copied formula sees it (what is absolute stays); null off the sheet.</summary>
    public CellAddress? Shift(int rows, int columns)
    {
        int row = RowAbsolute ? Row : Row + rows;
        int column = ColumnAbsolute ? Column : Column + columns;
        return row is >= 1 and <= MaxRow && column is >= 1 and <= MaxColumn ? new CellAddress(row, column, RowAbsolute, ColumnAbsolute) : null;
    }

    /// <summary>The letters of a column: 1 is A, 16384 is XFD.</summary>
    public static string ColumnLetters(int column)
    {
        Span<char> letters = stackalloc char[7];
        int at = letters.Length;
        for (int rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters[--at] = (char)('A' + ((rest - 1) % 26));
        }

        return new string(letters[at..]);
    }

    /// <summary>Reads <c>D5</c>, <c>$d$5</c>; false for anything else and for what lies off the sheet.</summary>
    public static bool TryParse(string? text, out CellAddress address)
    {
        address = default;
        ReadOnlySpan<char> rest = text;
        return TakeColumn(ref rest, out int column, out bool columnAbsolute) && TakeRow(ref rest, out int row, out bool rowAbsolute)
            && rest.IsEmpty && Assign(out address, new CellAddress(row, column, rowAbsolute, columnAbsolute));
    }

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">Not an address.</exception>
    public static CellAddress Parse(string text) => TryParse(text, out CellAddress a) ? a : throw new FormatException($"'{text}' is not a cell such as D5 or $D$5");

    /// <summary>Orders by row, then column, then what is absolute.</summary>
    public int CompareTo(CellAddress other) => Order.CompareTo(other.Order);

    /// <inheritdoc/>
    public bool Equals(CellAddress other) => Order == other.Order;

    /// <inheritdoc/>
    public override int GetHashCode() => Order.GetHashCode();

    /// <summary><c>D5</c>, <c>$D$5</c>.</summary>
    public override string ToString() => ColumnPart + RowPart;

    private long Order => ((((long)rowIndex << 14) | (uint)columnIndex) << 2) | (RowAbsolute ? 2u : 0) | (ColumnAbsolute ? 1u : 0);

    internal string ColumnPart => (ColumnAbsolute ? "$" : "") + ColumnLetters(Column);

    internal string RowPart => (RowAbsolute ? "$" : "") + Row.ToString(CultureInfo.InvariantCulture);

    internal static bool TakeColumn(ref ReadOnlySpan<char> text, out int column, out bool absolute)
    {
        absolute = text.StartsWith("$");
        int at = absolute ? 1 : 0;
        int start = at;
        column = 0;
        while (at < text.Length && at - start < 4 && char.IsAsciiLetter(text[at]))
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at++]) - 'A' + 1);
        }

        text = text[at..];
        return at > start && column <= MaxColumn;
    }

    internal static bool TakeRow(ref ReadOnlySpan<char> text, out int row, out bool absolute)
    {
        absolute = text.StartsWith("$");
        int at = absolute ? 1 : 0;
        int start = at;
        row = 0;
        while (at < text.Length && at - start < 8 && char.IsAsciiDigit(text[at]))
        {
            row = (row * 10) + (text[at++] - '0');
        }

        bool leadingZero = start < text.Length && text[start] == '0';
        text = text[at..];
        return at > start && !leadingZero && row is >= 1 and <= MaxRow;
    }

    private static bool Assign(out CellAddress target, CellAddress value)
    {
        target = value;
        return true;
    }
}
