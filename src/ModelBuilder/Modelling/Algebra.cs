using System.Collections.Immutable;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>Turns an equation round: solves <c>result = formula</c> for one line of the formula.</summary>
internal static class Algebra
{
    /// <summary>
    /// The formula that gives <paramref name="unknown"/> from <paramref name="result"/> and the formula's other lines, or null
    /// where it does not stand in it exactly once within sums, differences, products and quotients.
    /// </summary>
    public static Expression? Solve(Expression result, Expression formula, LineKey unknown) =>
        Count(formula, unknown) == 1 ? Invert(formula, unknown, result) : null;

    private static Expression? Invert(Expression formula, LineKey unknown, Expression side) => formula switch
    {
        LineReference { Lag: 0 } line when Is(line, unknown) => side,
        Unary { Operator: UnaryOperator.Minus } minus => Invert(minus.Operand, unknown, new Unary(UnaryOperator.Minus, side)),
        FunctionCall { Name: "SUM" } sum => InvertSum(sum, unknown, side),
        Binary { Operator: BinaryOperator.Add } b => Count(b.Left, unknown) == 1
            ? Invert(b.Left, unknown, Minus(side, b.Right))
            : Invert(b.Right, unknown, Minus(side, b.Left)),
        Binary { Operator: BinaryOperator.Subtract } b => Count(b.Left, unknown) == 1
            ? Invert(b.Left, unknown, new Binary(BinaryOperator.Add, side, b.Right))
            : Invert(b.Right, unknown, Minus(b.Left, side)),
        Binary { Operator: BinaryOperator.Multiply } b => Count(b.Left, unknown) == 1
            ? Invert(b.Left, unknown, Over(side, b.Right))
            : Invert(b.Right, unknown, Over(side, b.Left)),
        Binary { Operator: BinaryOperator.Divide } b => Count(b.Left, unknown) == 1
            ? Invert(b.Left, unknown, new Binary(BinaryOperator.Multiply, side, b.Right))
            : Invert(b.Right, unknown, Over(b.Left, side)),
        _ => null,
    };

    private static Expression? InvertSum(FunctionCall sum, LineKey unknown, Expression side)
    {
        ImmutableArray<Expression> others = [.. sum.Arguments.Where(a => Count(a, unknown) == 0)];
        Expression own = sum.Arguments.Single(a => Count(a, unknown) == 1);
        Expression rest = others.Length switch
        {
            0 => side,
            1 => Minus(side, others[0]),
            _ => Minus(side, new FunctionCall("SUM", others)),
        };
        return Invert(own, unknown, rest);
    }

    private static Binary Minus(Expression left, Expression right) => new(BinaryOperator.Subtract, left, right);

    private static Binary Over(Expression left, Expression right) => new(BinaryOperator.Divide, left, right);

    private static int Count(Expression formula, LineKey unknown) => formula.References().Count(r => r is LineReference line && Is(line, unknown));

    private static bool Is(LineReference line, LineKey key) => line.Key == key && line.Measure == Measure.Level;
}
