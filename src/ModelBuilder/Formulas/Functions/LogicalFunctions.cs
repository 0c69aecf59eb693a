using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Conditions, tests and conversions of single values.</summary>
internal static class LogicalFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        Lazy("IF", 2, 3, If),
        Lazy("IFERROR", 2, 2, (e, call, arrays) => Otherwise(e, call, arrays, v => v.IsError)),
        Lazy("IFNA", 2, 2, (e, call, arrays) => Otherwise(e, call, arrays, v => v is { IsError: true, Error: FormulaError.NotAvailable })),
        Lazy("CHOOSE", 2, Many, Choose),
        Values("AND", 1, Many, a => Combine(a, values => values.TrueForAll(v => v))),
        Values("OR", 1, Many, a => Combine(a, values => values.Exists(v => v))),
        Values("XOR", 1, Many, a => Combine(a, values => values.Count(v => v) % 2 == 1)),
        Scalar("NOT", 1, 1, a => Coercion.ToLogical(a[0]) is { IsFailure: false } l ? !l.Logical : FormulaError.Value),
        Scalar("TRUE", 0, 0, _ => true),
        Scalar("FALSE", 0, 0, _ => false),
        Scalar("NA", 0, 0, _ => FormulaError.NotAvailable),
        Test("ISNUMBER", v => v.Kind == ValueKind.Number),
        Test("ISTEXT", v => v.Kind == ValueKind.Text),
        Test("ISNONTEXT", v => v.Kind != ValueKind.Text),
        Test("ISLOGICAL", v => v.Kind == ValueKind.Logical),
        Test("ISBLANK", v => v.Kind == ValueKind.Blank),
        Test("ISERROR", v => v.IsError),
        Test("ISERR", v => v is { IsError: true, Error: not FormulaError.NotAvailable }),
        Test("ISNA", v => v is { IsError: true, Error: FormulaError.NotAvailable }),
        Scalar("N", 1, 1, a => a[0].Kind is ValueKind.Number or ValueKind.Logical ? Coercion.ToNumber(a[0]) : 0),
        Scalar("T", 1, 1, a => a[0].Kind == ValueKind.Text ? a[0] : ""),
    ];

    private static FormulaValue If(Evaluation evaluation, FunctionCall call, bool arrays)
    {
        FormulaValue tested = arrays ? evaluation.Evaluate(call.Arguments[0], arrays) : evaluation.Scalar(call.Arguments[0]);
        if (tested.Kind == ValueKind.Array)
        {
            // Excel 2013 takes one value here even inside SUMPRODUCT, LibreOffice all of them: not to be written, so not computed.
            return FormulaValue.Unsupported("IF over a range");
        }

        FormulaValue condition = Coercion.ToLogical(tested);
        return condition.IsFailure ? condition
            : condition.Logical ? Branch(evaluation, call.Arguments[1], arrays)
            : call.Arguments.Length > 2 ? Branch(evaluation, call.Arguments[2], arrays)
            : false;
    }

    // A branch left out gives 0; an empty cell stays blank, so that it can still be told from 0.
    private static FormulaValue Branch(Evaluation evaluation, Expression branch, bool arrays) =>
        branch is MissingArgument ? 0 : evaluation.Evaluate(branch, arrays);

    private static FormulaValue Otherwise(Evaluation evaluation, FunctionCall call, bool arrays, Func<FormulaValue, bool> fails)
    {
        FormulaValue value = arrays ? evaluation.Evaluate(call.Arguments[0], arrays) : evaluation.Scalar(call.Arguments[0]);
        if (value.Kind == ValueKind.Array)
        {
            FormulaValue instead = evaluation.Evaluate(call.Arguments[1], arrays);
            return instead.IsUnsupported ? instead : Broadcasting.Apply([value, instead], a => fails(a[0]) ? a[1] : a[0]);
        }

        return fails(value) ? Branch(evaluation, call.Arguments[1], arrays)
            : value.Kind == ValueKind.Blank ? 0
            : value;
    }

    private static FormulaValue Choose(Evaluation evaluation, FunctionCall call, bool arrays)
    {
        FormulaValue index = Coercion.ToNumber(evaluation.Scalar(call.Arguments[0]));
        if (index.IsFailure)
        {
            return index;
        }

        double chosen = Math.Truncate(index.Number);
        return chosen < 1 || chosen >= call.Arguments.Length ? FormulaError.Value : Branch(evaluation, call.Arguments[(int)chosen], arrays);
    }

    /// <summary>Truth values of all arguments; texts and blanks in cells are skipped, and with nothing left there is <c>#VALUE!</c>.</summary>
    private static FormulaValue Combine(FormulaValue[] arguments, Func<List<bool>, bool> combine)
    {
        var values = new List<bool>();
        foreach (FormulaValue argument in arguments)
        {
            bool fromCells = argument.IsReference || argument.Kind == ValueKind.Array;
            foreach (FormulaValue value in Arguments.ToArray(argument).Values)
            {
                if (fromCells && value.Kind is ValueKind.Text or ValueKind.Blank)
                {
                    continue;
                }

                FormulaValue logical = Coercion.ToLogical(value);
                if (logical.IsFailure)
                {
                    return logical;
                }

                values.Add(logical.Logical);
            }
        }

        return values.Count == 0 ? FormulaError.Value : combine(values);
    }
}
