using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Functions of one or two numbers.</summary>
internal static class MathFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        One("ABS", x => Math.Abs(x)),
        One("SIGN", x => Math.Sign(x)),
        One("INT", x => Math.Floor(x)),
        One("SQRT", x => x < 0 ? FormulaError.Number : Math.Sqrt(x)),
        One("EXP", x => Math.Exp(x)),
        One("LN", x => x <= 0 ? FormulaError.Number : Math.Log(x)),
        One("LOG10", x => x <= 0 ? FormulaError.Number : Math.Log10(x)),
        One("ISEVEN", x => Math.Truncate(x) % 2 == 0),
        One("ISODD", x => Math.Truncate(x) % 2 != 0),
        Two("LOG", 1, 10, Logarithm),
        Two("POWER", 2, 0, Operators.Power),
        Two("MOD", 2, 0, Modulo),
        Two("ROUND", 2, 0, (x, digits) => Rounding.Round(x, digits, MidpointRounding.AwayFromZero)),
        Two("ROUNDUP", 2, 0, (x, digits) => x < 0 ? -Rounding.Round(-x, digits, MidpointRounding.ToPositiveInfinity) : Rounding.Round(x, digits, MidpointRounding.ToPositiveInfinity)),
        Two("ROUNDDOWN", 2, 0, (x, digits) => Rounding.Round(x, digits, MidpointRounding.ToZero)),
        Two("TRUNC", 1, 0, (x, digits) => Rounding.Round(x, digits, MidpointRounding.ToZero)),
        Scalar("PI", 0, 0, _ => Math.PI),
    ];

    private static FunctionDefinition One(string name, Func<double, FormulaValue> function) =>
        Scalar(name, 1, 1, a => Arguments.With(Coercion.ToNumber(a[0]), function));

    private static FunctionDefinition Two(string name, int least, double second, Func<double, double, FormulaValue> function) =>
        Scalar(name, least, 2, a => Arguments.With(Coercion.ToNumber(a[0]), a.Length > 1 ? Coercion.ToNumber(a[1]) : second, function));

    private static FormulaValue Logarithm(double x, double b) => x <= 0 || b <= 0 ? FormulaError.Number
        : b == 1 ? FormulaError.DivisionByZero
        : b == 10 ? Math.Log10(x)
        : b == 2 ? Math.Log2(x)
        : Math.Log(x) / Math.Log(b);

    // The result has the divisor's sign: MOD(-3,2) is 1. A quotient that misses a whole number by its last bits is one.
    private static FormulaValue Modulo(double x, double divisor)
    {
        if (divisor == 0)
        {
            return FormulaError.DivisionByZero;
        }

        double quotient = x / divisor;
        double whole = Comparer.NearlyEqual(quotient, Math.Round(quotient)) ? Math.Round(quotient) : Math.Floor(quotient);
        return Operators.Add(x, -(divisor * whole));
    }
}
