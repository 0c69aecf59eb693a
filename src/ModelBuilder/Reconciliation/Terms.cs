using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// The right side of a relation as arithmetic over numbered slots; slot 0 is the relation's result. It is evaluated and solved
/// for any slot that stands in it once, with intervals; null means that nothing can be said (an unknown slot, a divisor that
/// may be zero, a number beyond the range of decimals).
/// </summary>
internal abstract record Term
{
    /// <summary>True where the slot stands in it.</summary>
    public abstract bool Has(int slot);

    /// <summary>How often the slot stands in it.</summary>
    public abstract int Count(int slot);

    /// <summary>Its values over the slots' intervals.</summary>
    public abstract Interval? Evaluate(Interval?[] slots);

    /// <summary>What a slot must be for the term to have a value in <paramref name="target"/>.</summary>
    public abstract Interval? Solve(int slot, Interval target, Interval?[] slots);
}

/// <summary>A number.</summary>
internal sealed record Constant(decimal Value) : Term
{
    public override bool Has(int slot) => false;

    public override int Count(int slot) => 0;

    public override Interval? Evaluate(Interval?[] slots) => Interval.Of(Value);

    public override Interval? Solve(int slot, Interval target, Interval?[] slots) => null;
}

/// <summary>One of the relation's figures.</summary>
internal sealed record Slot(int Number) : Term
{
    public override bool Has(int slot) => slot == Number;

    public override int Count(int slot) => slot == Number ? 1 : 0;

    public override Interval? Evaluate(Interval?[] slots) => slots[Number];

    public override Interval? Solve(int slot, Interval target, Interval?[] slots) => slot == Number ? target : null;
}

/// <summary>The four operations.</summary>
internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>Two terms and an operation between them.</summary>
internal sealed record Operation(Operator Operator, Term Left, Term Right) : Term
{
    public override bool Has(int slot) => Left.Has(slot) || Right.Has(slot);

    public override int Count(int slot) => Left.Count(slot) + Right.Count(slot);

    public override Interval? Evaluate(Interval?[] slots) =>
        Left.Evaluate(slots) is { } a && Right.Evaluate(slots) is { } b ? Arithmetic.Apply(Operator, a, b) : null;

    public override Interval? Solve(int slot, Interval target, Interval?[] slots)
    {
        bool left = Left.Has(slot);
        if ((left ? Right : Left).Evaluate(slots) is not { } other)
        {
            return null;
        }

        Interval? inner = (Operator, left) switch
        {
            (Operator.Add, _) => Arithmetic.Apply(Operator.Subtract, target, other),
            (Operator.Subtract, true) => Arithmetic.Apply(Operator.Add, target, other),
            (Operator.Subtract, false) => Arithmetic.Apply(Operator.Subtract, other, target),
            (Operator.Multiply, _) => Arithmetic.Apply(Operator.Divide, target, other),
            (Operator.Divide, true) => Arithmetic.Apply(Operator.Multiply, target, other),
            _ => Arithmetic.Apply(Operator.Divide, other, target),
        };
        return inner is { } value ? (left ? Left : Right).Solve(slot, value, slots) : null;
    }
}

/// <summary>Interval arithmetic that says null near where decimals end, so that what it gives can be compared and subtracted.</summary>
internal static class Arithmetic
{
    private const decimal Largest = 1e26m;

    public static Interval? Apply(Operator op, Interval a, Interval b)
    {
        try
        {
            Interval? result = op switch
            {
                Operator.Add => a + b,
                Operator.Subtract => a - b,
                Operator.Multiply => a * b,
                _ => Interval.Divide(a, b),
            };
            return result is { Low: > -Largest, High: < Largest } ? result : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
