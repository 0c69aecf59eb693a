namespace ModelBuilder.Formulas;

/// <summary>The dialect of a workbook's cells: A1 references, sheets, defined names, functions in any case.</summary>
internal sealed class CellFormulaReader(string text) : FormulaReader(text)
{
    // What Excel puts before functions newer than the file format.
    private static readonly string[] FunctionPrefixes = ["_XLFN._XLWS.", "_XLFN.", "_XLWS."];

    protected override Expression? ReadOperand()
    {
        int start = At;
        string? sheet = null;
        if (Current == '\'')
        {
            sheet = ReadQuoted('\'');
            if (sheet is null || !Take('!'))
            {
                return Fail("a sheet name in quotes is followed by !", start);
            }
        }
        else if (ReadPlainSheet() is { } plain)
        {
            sheet = plain;
        }

        if (sheet is not null && Current == '#')
        {
            return ReadError();
        }

        if (ReadCells(sheet) is { } cells)
        {
            return cells;
        }

        if (sheet is null && ReadNumber() is { } number)
        {
            return number;
        }

        string word = TakeWhile(IsNamePart);
        return word.Length == 0 || char.IsAsciiDigit(word[0]) || word[0] == '.' ? Fail(Unexpected(), start) : ReadWord(word, sheet, start);
    }

    private Expression? ReadWord(string word, string? sheet, int start)
    {
        if (Current == '(' && sheet is null)
        {
            string name = word.ToUpperInvariant();
            string prefix = Array.Find(FunctionPrefixes, p => name.StartsWith(p, StringComparison.Ordinal)) ?? "";
            return ReadCall(name[prefix.Length..]);
        }

        if (sheet is null && word.ToUpperInvariant() is "TRUE" or "FALSE")
        {
            return new LogicalLiteral(word[0] is 'T' or 't');
        }

        return Current is '[' or '$' or '!' ? Fail(Unexpected()) : new NameReference(word, sheet);
    }

    private string Unexpected() => Current switch
    {
        '[' => "references into tables are not supported",
        '@' => "implicit intersection is not supported",
        '\0' when At >= Text.Length => "ends where a value should be",
        _ => $"'{Current}' is not expected here",
    };

    /// <summary>A sheet name without quotes and its exclamation mark; null, with nothing taken, where there is none.</summary>
    private string? ReadPlainSheet()
    {
        int start = At;
        if (Take('['))
        {
            // The number of an external workbook.
            TakeWhile(char.IsAsciiDigit);
            _ = Take(']');
        }

        int name = At;
        TakeWhile(IsNamePart);
        if (At > name && Current == '!')
        {
            At++;
            return Text[start..(At - 1)];
        }

        At = start;
        return null;
    }

    /// <summary>A cell, a range, whole columns or whole rows; null, with nothing taken, where there is none.</summary>
    private Reference? ReadCells(string? sheet)
    {
        int start = At;
        ReadOnlySpan<char> rest = Text.AsSpan(At);
        if (!TakeCorner(ref rest, out CellAddress from, out Shape shape))
        {
            return null;
        }

        ReadOnlySpan<char> after = rest;
        if (after.StartsWith(":") && TakeCorner(ref after, out CellAddress to, out Shape toShape, skip: 1) && toShape == shape && EndsHere(after))
        {
            At = Text.Length - after.Length;
            return shape switch
            {
                Shape.Column => new RangeReference(sheet, new CellAddress(1, from.Column, true, from.ColumnAbsolute), new CellAddress(CellAddress.MaxRow, to.Column, true, to.ColumnAbsolute)),
                Shape.Row => new RangeReference(sheet, new CellAddress(from.Row, 1, from.RowAbsolute, true), new CellAddress(to.Row, CellAddress.MaxColumn, to.RowAbsolute, true)),
                _ => new RangeReference(sheet, from, to),
            };
        }

        if (shape != Shape.Cell || !EndsHere(rest))
        {
            At = start;
            return null;
        }

        At = Text.Length - rest.Length;
        return new CellReference(sheet, from);
    }

    private static bool TakeCorner(ref ReadOnlySpan<char> text, out CellAddress address, out Shape shape, int skip = 0)
    {
        text = text[skip..];
        address = default;
        ReadOnlySpan<char> rest = text;
        bool hasColumn = CellAddress.TakeColumn(ref rest, out int column, out bool columnAbsolute);
        if (!hasColumn)
        {
            rest = text;
        }

        ReadOnlySpan<char> beforeRow = rest;
        bool hasRow = CellAddress.TakeRow(ref rest, out int row, out bool rowAbsolute);
        text = hasRow ? rest : beforeRow;
        shape = (hasColumn, hasRow) switch { (true, true) => Shape.Cell, (true, false) => Shape.Column, _ => Shape.Row };
        if (hasColumn || hasRow)
        {
            address = new CellAddress(hasRow ? row : 1, hasColumn ? column : 1, rowAbsolute && hasRow, columnAbsolute && hasColumn);
        }

        return hasColumn || hasRow;
    }

    // LOG10( is a function, A1B a name, Q4! a sheet.
    private static bool EndsHere(ReadOnlySpan<char> rest) => rest.IsEmpty || !(IsNamePart(rest[0]) || rest[0] is '(' or '!' or '$' or '[' or '#');

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '\\' or '?' || c > '\u00ff';

    private enum Shape
    {
        Cell,
        Column,
        Row,
    }
}
