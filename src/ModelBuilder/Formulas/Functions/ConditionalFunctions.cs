using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Counts, sums and averages of what meets conditions.</summary>
internal static class ConditionalFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        Lazy("COUNTIF", 2, 2, (e, call, arrays) => One(e, call, arrays, (matched, _) => matched.Count)),
        Lazy("SUMIF", 2, 3, (e, call, arrays) => One(e, call, arrays, Sum)),
        Lazy("AVERAGEIF", 2, 3, (e, call, arrays) => One(e, call, arrays, Average)),
        Lazy("COUNTIFS", 2, Many, (e, call, arrays) => Several(e, call, arrays, 0, (matched, _) => matched.Count)),
        Lazy("SUMIFS", 3, Many, (e, call, arrays) => Several(e, call, arrays, 1, Sum)),
        Lazy("AVERAGEIFS", 3, Many, (e, call, arrays) => Several(e, call, arrays, 1, Average)),
        Lazy("COUNTBLANK", 1, 1, CountBlank),
    ];

    private static FormulaValue One(Evaluation e, FunctionCall call, bool arrays, Func<List<int>, FormulaArray, FormulaValue> aggregate)
    {
        FormulaValue range = e.Evaluate(call.Arguments[0], arrays);
        FormulaValue criterion = arrays ? e.Evaluate(call.Arguments[1], arrays) : e.Scalar(call.Arguments[1]);
        FormulaArray tested = Arguments.ToArray(range);
        FormulaValue aggregated = call.Arguments.Length > 2 ? e.Evaluate(Resized(call.Arguments[2], tested), arrays) : range;
        FormulaArray values = Arguments.ToArray(aggregated);
        if (range.IsUnsupported || criterion.IsUnsupported || aggregated.IsUnsupported)
        {
            return range.IsUnsupported ? range : criterion.IsUnsupported ? criterion : aggregated;
        }

        if (values.Rows != tested.Rows || values.Columns != tested.Columns)
        {
            return FormulaValue.Unsupported($"ranges of different size in {call.Name}");
        }

        return criterion.Kind == ValueKind.Array
            ? Broadcasting.Apply([criterion], c => aggregate(Matching([(tested, new Criterion(c[0]))]), values))
            : aggregate(Matching([(tested, new Criterion(criterion))]), values);
    }

    /// <summary>SUMIF takes the upper left cell of its third argument and the shape of its first.</summary>
    private static Expression Resized(Expression reference, FormulaArray shape)
    {
        (string? sheet, CellAddress from) = reference switch
        {
            CellReference c => (c.Sheet, c.Address),
            RangeReference r when r.Rows != shape.Rows || r.Columns != shape.Columns => (r.Sheet, r.From),
            _ => (null, default),
        };
        int row = from.Row + shape.Rows - 1;
        int column = from.Column + shape.Columns - 1;
        return reference is RangeReference { IsWholeColumns: true } or RangeReference { IsWholeRows: true } || from == default || row > CellAddress.MaxRow || column > CellAddress.MaxColumn
            ? reference
            : new RangeReference(sheet, from, new CellAddress(row, column));
    }

    private static FormulaValue Several(Evaluation e, FunctionCall call, bool arrays, int first, Func<List<int>, FormulaArray, FormulaValue> aggregate)
    {
        if ((call.Arguments.Length - first) % 2 != 0)
        {
            return FormulaValue.Unsupported($"{call.Name} with a range that has no criterion");
        }

        FormulaValue[] arguments = [.. call.Arguments.Select((a, i) => i < first || (i - first) % 2 == 0 ? e.Evaluate(a, arrays) : e.Scalar(a))];
        if (Array.Find(arguments, a => a.IsUnsupported) is { IsUnsupported: true } unsupported)
        {
            return unsupported;
        }

        var conditions = new List<(FormulaArray, Criterion)>();
        FormulaArray values = Arguments.ToArray(arguments[0]);
        for (int i = first; i < arguments.Length; i += 2)
        {
            FormulaArray tested = Arguments.ToArray(arguments[i]);
            if (tested.Rows != values.Rows || tested.Columns != values.Columns)
            {
                return FormulaError.Value;
            }

            conditions.Add((tested, new Criterion(arguments[i + 1])));
        }

        return aggregate(Matching(conditions), values);
    }

    private static List<int> Matching(List<(FormulaArray Tested, Criterion Criterion)> conditions) =>
        [.. Enumerable.Range(0, conditions[0].Tested.Count).Where(i => conditions.TrueForAll(c => c.Criterion.Matches(c.Tested.Values[i])))];

    private static FormulaValue Sum(List<int> matched, FormulaArray values)
    {
        var numbers = new List<double>();
        return Collect(matched, values, numbers) ?? AggregateFunctions.Sum(numbers);
    }

    private static FormulaValue Average(List<int> matched, FormulaArray values)
    {
        var numbers = new List<double>();
        return Collect(matched, values, numbers) ?? (numbers.Count == 0 ? FormulaError.DivisionByZero : AggregateFunctions.Sum(numbers) / numbers.Count);
    }

    private static FormulaValue? Collect(List<int> matched, FormulaArray values, List<double> numbers) =>
        matched.Count == 0 ? null : Arguments.Numbers([FormulaValue.Of(new FormulaArray(1, matched.Count, [.. matched.Select(i => values.Values[i])]))], numbers);

    private static FormulaValue CountBlank(Evaluation e, FunctionCall call, bool arrays)
    {
        FormulaValue range = e.Evaluate(call.Arguments[0], arrays);
        if (range.IsUnsupported)
        {
            return range;
        }

        // A context may end whole columns at the last row in use.
        FormulaArray array = Arguments.ToArray(range);
        double beyond = call.Arguments[0] is RangeReference r ? ((double)r.Rows * r.Columns) - array.Count : 0;
        return beyond + array.Values.ToArray().Count(v => v.Kind == ValueKind.Blank || v is { Kind: ValueKind.Text, Text: "" });
    }
}
