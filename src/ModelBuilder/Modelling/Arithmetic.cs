using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>What a formula of the model is worth, over values that the caller looks up; null as soon as something it needs is not known.</summary>
internal static class Arithmetic
{
    public static double? Evaluate(Expression formula, Func<Reference, double?> value, Func<PlanRange, IEnumerable<double?>> range)
    {
        bool known = true;
        Expression filled = formula.Rewrite(part => part switch
        {
            PlanRange cells => new ArrayLiteral(range(cells).Count(), [.. range(cells).Select(Literal)]),
            Reference reference => Literal(value(reference)),
            _ => null,
        });
        FormulaValue result = known ? Evaluator.Evaluate(filled, Nothing) : default;
        return known && result.Kind == ValueKind.Number && double.IsFinite(result.Number) ? result.Number : null;

        Expression Literal(double? number)
        {
            known &= number is { } n && double.IsFinite(n);
            return Expression.Number(known ? number!.Value : 0);
        }
    }

    private static LineFormulaContext Nothing { get; } = new(_ => default);
}
