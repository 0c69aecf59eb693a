namespace ModelBuilder.Formulas.Functions;

/// <summary>Arguments as functions want them.</summary>
internal static class Arguments
{
    /// <summary>The single value of an argument; a larger range where one value is needed is left to Excel.</summary>
    public static FormulaValue Single(FormulaValue value) => value.Array is not { } array ? value
        : array.Count == 1 ? array[0, 0]
        : FormulaValue.Unsupported("a range where one value is needed");

    /// <summary>An argument as a number, the fallback where it is missing.</summary>
    public static FormulaValue Number(FormulaValue[] arguments, int index, double fallback = 0) =>
        index < arguments.Length ? Coercion.ToNumber(Single(arguments[index])) : fallback;

    /// <summary>An argument as an array; a single value is one by one.</summary>
    public static FormulaArray ToArray(FormulaValue value) => value.Array ?? new FormulaArray(1, 1, [value]);

    /// <summary>
    /// All numbers of aggregate arguments. From cells and arrays only numbers count; a value written into the formula is converted.
    /// Gives the error where there is one.
    /// </summary>
    public static FormulaValue? Numbers(IEnumerable<FormulaValue> arguments, List<double> numbers)
    {
        foreach (FormulaValue argument in arguments)
        {
            if (argument.Array is { } array)
            {
                foreach (FormulaValue value in array.Values)
                {
                    if (value.Kind == ValueKind.Number)
                    {
                        numbers.Add(value.Number);
                    }
                    else if (value.IsFailure)
                    {
                        return value;
                    }
                }
            }
            else if (argument.IsFailure)
            {
                return argument;
            }
            else if (!argument.IsReference || argument.Kind == ValueKind.Number)
            {
                FormulaValue number = Coercion.ToNumber(argument);
                if (number.IsFailure)
                {
                    return number;
                }

                numbers.Add(number.Number);
            }
        }

        return null;
    }

    /// <summary>Applies a function to a number, or passes on the failure.</summary>
    public static FormulaValue With(FormulaValue x, Func<double, FormulaValue> function) => x.IsFailure ? x : function(x.Number);

    /// <summary>Applies a function to two numbers, or passes on the failure of either.</summary>
    public static FormulaValue With(FormulaValue x, FormulaValue y, Func<double, double, FormulaValue> function) =>
        x.IsFailure ? x : y.IsFailure ? y : function(x.Number, y.Number);
}
