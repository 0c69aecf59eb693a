using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>What a formula of the model is worth, over values that the caller looks up; null as soon as something it needs is not known.</summary>
internal static class Arithmetic
{
    public static double? Evaluate(Expression formula, Func<Reference, double?> value, Func<PlanRange, IEnumerable<double?>> range)
    {
        return Of(formula);

        double? Of(Expression part) => part switch
        {
            NumberLiteral number => number.Value,
            Unary { Operator: UnaryOperator.Minus } unary => -Of(unary.Operand),
            Unary { Operator: UnaryOperator.Percent } unary => Of(unary.Operand) / 100,
            Unary unary => Of(unary.Operand),
            Binary binary => Combine(binary.Operator, Of(binary.Left), Of(binary.Right)),
            FunctionCall { Name: "SUM" } sum => Sum(sum.Arguments.SelectMany(a => a is PlanRange cells ? range(cells) : [Of(a)])),
            FunctionCall { Name: "ABS" } abs => Of(abs.Arguments[0]) is { } x ? Math.Abs(x) : null,
            Reference reference => value(reference),
            _ => throw new NotSupportedException($"the model's own formulas use + - * / SUM and ABS; '{FormulaPrinter.Print(part)}' is something else"),
        };
    }

    private static double? Combine(BinaryOperator by, double? left, double? right) => by switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide => right is 0 ? null : left / right,
        BinaryOperator.Power => left is { } x && right is { } y ? Math.Pow(x, y) : null,
        _ => throw new NotSupportedException($"the operator {by} has no place in a model's formula"),
    };

    private static double? Sum(IEnumerable<double?> terms)
    {
        double total = 0;
        foreach (double? term in terms)
        {
            if (term is not { } known)
            {
                return null;
            }

            total += known;
        }

        return total;
    }
}
