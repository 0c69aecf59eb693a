namespace ModelBuilder.Formulas;

/// <summary>What operators do to values, one by one and over whole arrays.</summary>
internal static class Operators
{
    public static FormulaValue Lift(UnaryOperator o, FormulaValue x) => x.Array is { } array
        ? FormulaValue.Of(FormulaArray.Build(array.Rows, array.Columns, (r, c) => Apply(o, array[r, c])))
        : Apply(o, x);

    public static FormulaValue Lift(BinaryOperator o, FormulaValue x, FormulaValue y) =>
        x.IsUnsupported ? x : y.IsUnsupported ? y
        : x.Kind == ValueKind.Array || y.Kind == ValueKind.Array ? Broadcasting.Apply([x, y], a => Apply(o, a[0], a[1]))
        : Apply(o, x, y);

    private static FormulaValue Apply(UnaryOperator o, FormulaValue x)
    {
        if (o == UnaryOperator.Plus)
        {
            return x;
        }

        FormulaValue number = Coercion.ToNumber(x);
        return number.IsFailure ? number : o == UnaryOperator.Minus ? -number.Number : number.Number / 100;
    }

    private static FormulaValue Apply(BinaryOperator o, FormulaValue x, FormulaValue y)
    {
        if (x.IsFailure)
        {
            return x;
        }

        if (y.IsFailure)
        {
            return y;
        }

        return o switch
        {
            <= BinaryOperator.GreaterOrEqual => Compares(o, Comparer.Compare(x, y)),
            BinaryOperator.Concatenate => Coercion.ToText(x) + Coercion.ToText(y),
            _ => Calculate(o, Coercion.ToNumber(x), Coercion.ToNumber(y)),
        };
    }

    private static bool Compares(BinaryOperator o, int order) => o switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        _ => order >= 0,
    };

    private static FormulaValue Calculate(BinaryOperator o, FormulaValue x, FormulaValue y)
    {
        if (x.IsFailure || y.IsFailure)
        {
            return x.IsFailure ? x : y;
        }

        return o switch
        {
            BinaryOperator.Add => Add(x.Number, y.Number),
            BinaryOperator.Subtract => Add(x.Number, -y.Number),
            BinaryOperator.Multiply => x.Number * y.Number,
            BinaryOperator.Divide => y.Number == 0 ? FormulaError.DivisionByZero : x.Number / y.Number,
            _ => Power(x.Number, y.Number),
        };
    }

    /// <summary>A sum; zero where the terms cancel but for the last bits, as Excel and LibreOffice show 0.5-0.4-0.1.</summary>
    public static double Add(double x, double y) => x != 0 && Comparer.NearlyEqual(x, -y) ? 0 : x + y;

    /// <summary>A power; 0^0 is #NUM! in Excel (1 in LibreOffice), and so is a fractional power of a negative number.</summary>
    public static FormulaValue Power(double x, double y) => x == 0 && y == 0 ? FormulaError.Number
        : x == 0 && y < 0 ? FormulaError.DivisionByZero
        : Math.Pow(x, y);
}
