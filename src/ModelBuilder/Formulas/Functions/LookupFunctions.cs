using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Functions that look for a place and give what stands there.</summary>
internal static class LookupFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        Lazy("INDEX", 2, 3, Index),
        Values("MATCH", 2, 3, a => Match(a)),
        Values("VLOOKUP", 3, 4, a => Table(a, m => m)),
        Values("HLOOKUP", 3, 4, a => Table(a, Transposed)),
        Arrays("LOOKUP", 2, 3, Lookup),
        Lazy("ROW", 0, 1, (e, call, arrays) => Position(e, call, arrays, a => a.Row, byRow: true)),
        Lazy("COLUMN", 0, 1, (e, call, arrays) => Position(e, call, arrays, a => a.Column, byRow: false)),
        Lazy("ROWS", 1, 1, (e, call, arrays) => Size(e, call, arrays, r => r.Rows, m => m.Rows)),
        Lazy("COLUMNS", 1, 1, (e, call, arrays) => Size(e, call, arrays, r => r.Columns, m => m.Columns)),
        Scalar("HYPERLINK", 1, 2, a => a[^1]),
    ];

    private static FormulaValue Index(Evaluation e, FunctionCall call, bool arrays)
    {
        FormulaValue first = Coercion.ToNumber(e.Scalar(call.Arguments[1]));
        FormulaValue second = call.Arguments.Length > 2 ? Coercion.ToNumber(e.Scalar(call.Arguments[2])) : 0;

        // Of a range only the one cell is read, so that the others need not be known.
        FormulaValue source = call.Arguments[0] is RangeReference ? default : e.Evaluate(call.Arguments[0], arrays);
        if (first.IsFailure || second.IsFailure || source.IsUnsupported)
        {
            return first.IsFailure ? first : second.IsFailure ? second : source;
        }

        var range = call.Arguments[0] as RangeReference;
        FormulaArray? array = range is null ? Arguments.ToArray(source) : null;
        (int rows, int columns) = range is null ? (array!.Rows, array.Columns) : (range.Rows, range.Columns);
        (double row, double column) = rows == 1 && columns > 1 && call.Arguments.Length == 2 ? (1, Math.Truncate(first.Number)) : (Math.Truncate(first.Number), Math.Truncate(second.Number));
        column = columns == 1 && column == 0 ? 1 : column;
        row = rows == 1 && row == 0 ? 1 : row;
        if (row < 0 || column < 0)
        {
            return FormulaError.Value;
        }

        if (row > rows || column > columns)
        {
            return FormulaError.Reference;
        }

        if (row > 0 && column > 0 && range is not null)
        {
            return e.Context.Cell(range.Sheet, new CellAddress(range.From.Row + (int)row - 1, range.From.Column + (int)column - 1)).AsReference();
        }

        if (array is null)
        {
            source = e.Evaluate(range!, arrays);
            if (source.IsUnsupported)
            {
                return source;
            }

            array = Arguments.ToArray(source);
        }

        FormulaValue result = (row, column) switch
        {
            (0, 0) => source,
            (0, _) when column <= array.Columns => FormulaValue.Of(FormulaArray.Build(array.Rows, 1, (r, _) => array[r, (int)column - 1])),
            (_, 0) when row <= array.Rows => FormulaValue.Of(FormulaArray.Build(1, array.Columns, (_, c) => array[(int)row - 1, c])),
            _ when row <= array.Rows && column <= array.Columns => array[(int)row - 1, (int)column - 1],
            _ => FormulaValue.Blank,
        };
        return source.IsReference ? result.AsReference() : result;
    }

    private static FormulaValue Match(FormulaValue[] a)
    {
        FormulaValue sought = Arguments.Single(a[0]);
        FormulaValue kind = Arguments.Number(a, 2, 1);
        FormulaArray array = Arguments.ToArray(a[1]);
        if (sought.IsFailure || kind.IsFailure)
        {
            return sought.IsFailure ? sought : kind;
        }

        return array.Rows > 1 && array.Columns > 1 ? FormulaError.NotAvailable
            : Find(sought, array.Values, Math.Sign(kind.Number)) is >= 0 and var place ? place + 1
            : FormulaError.NotAvailable;
    }

    /// <summary>
    /// The place, from 0, of a value: equal to it (0), the last that is not greater in ascending values (1), or the last that is not
    /// less in descending ones (-1); -1 where there is none. Values of another kind are passed over.
    /// </summary>
    private static int Find(FormulaValue sought, ReadOnlySpan<FormulaValue> values, int kind)
    {
        FormulaValue wanted = sought.Kind == ValueKind.Blank ? 0 : sought;
        var pattern = kind == 0 && wanted.Kind == ValueKind.Text && Wildcards.Has(wanted.Text) ? Wildcards.ToRegex(wanted.Text) : null;
        int found = -1;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i].Kind != wanted.Kind)
            {
                continue;
            }

            int order = pattern is null ? Comparer.Compare(values[i], wanted) : pattern.IsMatch(values[i].Text) ? 0 : 1;
            if (kind == 0 && order == 0)
            {
                return i;
            }

            if (kind < 0 && order < 0)
            {
                return found;
            }

            found = kind != 0 && (kind > 0 ? order <= 0 : order >= 0) ? i : found;
        }

        return found;
    }

    private static FormulaValue Table(FormulaValue[] a, Func<FormulaArray, FormulaArray> turn)
    {
        FormulaValue sought = Arguments.Single(a[0]);
        FormulaValue column = Arguments.Number(a, 2);
        FormulaValue nearest = a.Length > 3 ? Coercion.ToLogical(Arguments.Single(a[3])) : true;
        if (sought.IsFailure || column.IsFailure || nearest.IsFailure)
        {
            return sought.IsFailure ? sought : column.IsFailure ? column : nearest;
        }

        FormulaArray table = turn(Arguments.ToArray(a[1]));
        double index = Math.Truncate(column.Number);
        if (index < 1)
        {
            return FormulaError.Value;
        }

        if (index > table.Columns)
        {
            return FormulaError.Reference;
        }

        FormulaValue[] keys = [.. Enumerable.Range(0, table.Rows).Select(r => table[r, 0])];
        return Find(sought, keys, nearest.Logical ? 1 : 0) is >= 0 and var row ? table[row, (int)index - 1].AsReference() : FormulaError.NotAvailable;
    }

    private static FormulaValue Lookup(FormulaValue[] a)
    {
        FormulaValue sought = Arguments.Single(a[0]);
        if (sought.IsFailure)
        {
            return sought;
        }

        FormulaArray keys = Arguments.ToArray(a[1]);
        if (a.Length == 2)
        {
            // The array form looks along the longer side and answers from the last row or column.
            FormulaArray table = keys.Columns > keys.Rows ? Transposed(keys) : keys;
            FormulaValue[] first = [.. Enumerable.Range(0, table.Rows).Select(r => table[r, 0])];
            return Find(sought, first, 1) is >= 0 and var row ? table[row, table.Columns - 1].AsReference() : FormulaError.NotAvailable;
        }

        FormulaArray results = Arguments.ToArray(a[2]);
        return Find(sought, keys.Values, 1) is >= 0 and var place ? (place < results.Count ? results.Values[place].AsReference() : FormulaError.NotAvailable) : FormulaError.NotAvailable;
    }

    private static FormulaArray Transposed(FormulaArray array) => FormulaArray.Build(array.Columns, array.Rows, (r, c) => array[c, r]);

    private static FormulaValue Position(Evaluation e, FunctionCall call, bool arrays, Func<CellAddress, int> part, bool byRow)
    {
        switch (call.Arguments is [var argument] ? argument : null)
        {
            case null:
                return e.Context.Origin is { } origin ? part(origin) : FormulaValue.Unsupported($"{call.Name}() outside a cell");
            case CellReference c:
                return part(c.Address);
            case RangeReference r when arrays:
                return FormulaValue.Of(FormulaArray.Build(byRow ? r.Rows : 1, byRow ? 1 : r.Columns, (row, column) => part(r.From) + row + column));
            case RangeReference r:
                return part(r.From);
            default:
                return FormulaValue.Unsupported($"{call.Name} of what is no plain reference");
        }
    }

    private static FormulaValue Size(Evaluation e, FunctionCall call, bool arrays, Func<RangeReference, int> ofRange, Func<FormulaArray, int> ofArray)
    {
        if (call.Arguments[0] is RangeReference range)
        {
            return ofRange(range);
        }

        FormulaValue value = call.Arguments[0] is CellReference ? 0 : e.Evaluate(call.Arguments[0], arrays);
        return value.IsFailure ? value : ofArray(Arguments.ToArray(value));
    }
}
