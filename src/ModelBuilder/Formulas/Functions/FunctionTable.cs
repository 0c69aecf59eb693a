using System.Collections.Frozen;

namespace ModelBuilder.Formulas.Functions;

/// <summary>How a function takes its arguments.</summary>
internal enum ArgumentMode
{
    /// <summary>Single values; over a range in array mode one by one. An error among them is the result.</summary>
    Scalars,

    /// <summary>As <see cref="Scalars"/>, but errors are handed in: ISERROR.</summary>
    ScalarsAndErrors,

    /// <summary>Ranges as arrays, single values as they are.</summary>
    Values,

    /// <summary>As <see cref="Values"/>, with operators inside the arguments working on whole ranges: SUMPRODUCT.</summary>
    Arrays,

    /// <summary>Unevaluated: IF, ROW.</summary>
    Lazy,
}

/// <summary>A function with what it takes.</summary>
/// <param name="Name">In upper case.</param>
/// <param name="Least">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
/// <param name="Mode">How it takes them.</param>
/// <param name="Apply">Computes it from values; null for a lazy one.</param>
/// <param name="Evaluate">Computes a lazy one.</param>
internal sealed record FunctionDefinition(
    string Name, int Least, int Most, ArgumentMode Mode, Func<FormulaValue[], FormulaValue>? Apply, Func<Evaluation, FunctionCall, bool, FormulaValue>? Evaluate)
{
    public const int Many = 255;

    public static FunctionDefinition Scalar(string name, int least, int most, Func<FormulaValue[], FormulaValue> apply) => new(name, least, most, ArgumentMode.Scalars, apply, null);

    public static FunctionDefinition Test(string name, Func<FormulaValue, FormulaValue> apply) => new(name, 1, 1, ArgumentMode.ScalarsAndErrors, a => apply(a[0]), null);

    public static FunctionDefinition Values(string name, int least, int most, Func<FormulaValue[], FormulaValue> apply) => new(name, least, most, ArgumentMode.Values, apply, null);

    public static FunctionDefinition Arrays(string name, int least, int most, Func<FormulaValue[], FormulaValue> apply) => new(name, least, most, ArgumentMode.Arrays, apply, null);

    public static FunctionDefinition Lazy(string name, int least, int most, Func<Evaluation, FunctionCall, bool, FormulaValue> evaluate) => new(name, least, most, ArgumentMode.Lazy, null, evaluate);
}

/// <summary>
/// Every function that is computed here. OFFSET, INDIRECT, NOW, TODAY, RAND and RANDBETWEEN are left out on purpose: what they give
/// cannot be seen from the formula, or changes by itself.
/// </summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionDefinition> Functions = new[]
    {
        MathFunctions.All, AggregateFunctions.All, ConditionalFunctions.All, LogicalFunctions.All, LookupFunctions.All, TextFunctions.All,
        DateFunctions.All, StatisticalFunctions.All, RegressionFunctions.All, DistributionFunctions.All,
    }.SelectMany(group => group).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => Functions.Keys;

    public static FunctionDefinition? Find(string name) => Functions.GetValueOrDefault(name);

    public static FormulaValue Call(Evaluation evaluation, FunctionCall call, bool arrays)
    {
        if (!Functions.TryGetValue(call.Name, out FunctionDefinition? function))
        {
            return FormulaValue.Unsupported($"the function {call.Name}");
        }

        if (call.Arguments.Length < function.Least || call.Arguments.Length > function.Most)
        {
            return FormulaValue.Unsupported($"{call.Name} with {call.Arguments.Length} arguments");
        }

        if (function.Evaluate is { } evaluate)
        {
            return evaluate(evaluation, call, arrays);
        }

        var arguments = new FormulaValue[call.Arguments.Length];
        bool scalars = function.Mode is ArgumentMode.Scalars or ArgumentMode.ScalarsAndErrors;
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = scalars && !arrays
                ? evaluation.Scalar(call.Arguments[i])
                : evaluation.Evaluate(call.Arguments[i], arrays || function.Mode == ArgumentMode.Arrays);
        }

        // All arguments are evaluated before the first failure counts: a sheet calculator learns of every cell it still lacks at once.
        foreach (FormulaValue argument in arguments)
        {
            if (argument.IsUnsupported)
            {
                return argument;
            }
        }

        return !scalars ? function.Apply!(arguments)
            : Array.Exists(arguments, a => a.Kind == ValueKind.Array) ? Broadcasting.Apply(arguments, a => ApplyScalars(function, a))
            : ApplyScalars(function, arguments);
    }

    private static FormulaValue ApplyScalars(FunctionDefinition function, FormulaValue[] arguments)
    {
        if (function.Mode == ArgumentMode.Scalars)
        {
            foreach (FormulaValue argument in arguments)
            {
                if (argument.IsFailure)
                {
                    return argument;
                }
            }
        }

        return function.Apply!(arguments);
    }
}
