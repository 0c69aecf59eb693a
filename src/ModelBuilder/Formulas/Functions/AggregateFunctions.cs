using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Functions of any number of values and ranges.</summary>
internal static class AggregateFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        Over("SUM", n => Sum(n)),
        Over("SUMSQ", n => n.Sum(x => x * x)),
        Over("PRODUCT", n => n.Count == 0 ? 0 : n.Aggregate(1d, (x, y) => x * y)),
        Over("AVERAGE", n => n.Count == 0 ? FormulaError.DivisionByZero : Sum(n) / n.Count),
        Over("MIN", n => n.Count == 0 ? 0 : n.Min()),
        Over("MAX", n => n.Count == 0 ? 0 : n.Max()),
        Values("COUNT", 1, Many, a => a.Sum(CountNumbers)),
        Values("COUNTA", 1, Many, a => Singles(a).Count(v => v.Kind != ValueKind.Blank)),
        Arrays("SUMPRODUCT", 1, Many, SumProduct),
        Values("TRANSPOSE", 1, 1, a => Arguments.ToArray(a[0]) is var m ? FormulaValue.Of(FormulaArray.Build(m.Columns, m.Rows, (r, c) => m[c, r])) : default),
    ];

    /// <summary>A function of the numbers among its arguments.</summary>
    public static FunctionDefinition Over(string name, Func<List<double>, FormulaValue> function) => Values(name, 1, Many, a =>
    {
        var numbers = new List<double>();
        return Arguments.Numbers(a, numbers) ?? function(numbers);
    });

    /// <summary>
    /// A compensated sum (source: A. Neumaier, ZAMM 54 (1974) 39-51); zero where the last term cancels the others but for the last
    /// bits, as for the operators.
    /// </summary>
    public static double Sum(List<double> numbers)
    {
        double sum = 0;
        double lost = 0;
        int last = numbers.FindLastIndex(x => x != 0);
        for (int i = 0; i < last; i++)
        {
            double x = numbers[i];
            double next = sum + x;
            lost += Math.Abs(sum) >= Math.Abs(x) ? sum - next + x : x - next + sum;
            sum = next;
        }

        return last < 0 ? 0 : Operators.Add(sum + lost, numbers[last]);
    }

    private static IEnumerable<FormulaValue> Singles(FormulaValue[] arguments) =>
        arguments.SelectMany(a => a.Array is { } array ? array.Values.ToArray() : [a]);

    private static double CountNumbers(FormulaValue argument)
    {
        if (argument.Array is not { } array)
        {
            // What is written into the formula counts where it can be a number, what stands in a cell only where it is one.
            return argument.Kind == ValueKind.Number || (!argument.IsReference && !argument.IsFailure && Coercion.ToNumber(argument).Kind == ValueKind.Number) ? 1 : 0;
        }

        int count = 0;
        foreach (FormulaValue value in array.Values)
        {
            count += value.Kind == ValueKind.Number ? 1 : 0;
        }

        return count;
    }

    /// <summary>Products of what stands at the same place; what is no number counts as 0.</summary>
    private static FormulaValue SumProduct(FormulaValue[] arguments)
    {
        FormulaArray[] arrays = Array.ConvertAll(arguments, Arguments.ToArray);
        if (Array.Exists(arrays, a => a.Rows != arrays[0].Rows || a.Columns != arrays[0].Columns))
        {
            return FormulaError.Value;
        }

        var products = new List<double>(arrays[0].Count);
        for (int i = 0; i < arrays[0].Count; i++)
        {
            double product = 1;
            foreach (FormulaArray array in arrays)
            {
                FormulaValue value = array.Values[i];
                if (value.IsFailure)
                {
                    return value;
                }

                product *= value.Number;
            }

            products.Add(product);
        }

        return Sum(products);
    }
}
