using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;

namespace ModelBuilder.Reconciliation;

/// <summary>An identity as a term over slots, and the lines in those slots: the result first.</summary>
internal sealed record IdentityTerm(Identity Identity, IReadOnlyList<LineKey> Lines, Term Right, bool IsSum)
{
    /// <summary>Reads an identity; null for a formula that is more than the four operations, SUM and levels of the same period.</summary>
    public static IdentityTerm? Read(Identity identity)
    {
        var lines = new List<LineKey> { identity.Result };
        bool onlySums = true;
        Term? right = Convert(identity.Formula);
        return right is null || right.Has(0) ? null : new IdentityTerm(identity, lines, right, onlySums);

        Term? Convert(Expression part)
        {
            switch (part)
            {
                case NumberLiteral number:
                    return Math.Abs(number.Value) < 1e15 ? new Constant((decimal)number.Value) : null;
                case LineReference { Lag: 0 } reference when reference.Measure == Measure.Level:
                    int slot = lines.IndexOf(reference.Key);
                    if (slot < 0)
                    {
                        slot = lines.Count;
                        lines.Add(reference.Key);
                    }

                    return new Slot(slot);
                case Unary { Operator: UnaryOperator.Plus } plus:
                    return Convert(plus.Operand);
                case Unary { Operator: UnaryOperator.Minus } minus:
                    return Join(Operator.Subtract, new Constant(0), Convert(minus.Operand));
                case Unary { Operator: UnaryOperator.Percent } percent:
                    return Join(Operator.Divide, Convert(percent.Operand), new Constant(100));
                case FunctionCall { Name: "SUM", Arguments.Length: > 0 } sum:
                    return sum.Arguments.Select(Convert).Aggregate((a, b) => Join(Operator.Add, a, b));
                case Binary { Operator: BinaryOperator.Add } add:
                    return Join(Operator.Add, Convert(add.Left), Convert(add.Right));
                case Binary { Operator: BinaryOperator.Subtract } subtract:
                    return Join(Operator.Subtract, Convert(subtract.Left), Convert(subtract.Right));
                case Binary { Operator: BinaryOperator.Multiply } multiply:
                    onlySums = false;
                    return Join(Operator.Multiply, Convert(multiply.Left), Convert(multiply.Right));
                case Binary { Operator: BinaryOperator.Divide } divide:
                    onlySums = false;
                    return Join(Operator.Divide, Convert(divide.Left), Convert(divide.Right));
                default:
                    return null;
            }
        }
    }

    private static Operation? Join(Operator op, Term? left, Term? right) => left is null || right is null ? null : new Operation(op, left, right);
}
