namespace ModelBuilder.Formulas;

/// <summary>A number as it stands in a formula: finite and not negative (<see cref="Expression.Number"/> takes any sign).</summary>
public sealed record NumberLiteral : Expression
{
    /// <summary>A number literal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public NumberLiteral(double value)
    {
        if (!double.IsFinite(value) || value < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "a number literal is finite and not negative");
        }

        // Minus zero would print as zero and break the round trip.
        Value = value == 0 ? 0 : value;
    }

    /// <summary>The number.</summary>
    public double Value { get; }
}

/// <summary>A text, without its quotes.</summary>
/// <param name="Value">The text.</param>
public sealed record TextLiteral(string Value) : Expression;

/// <summary>TRUE or FALSE.</summary>
/// <param name="Value">The truth value.</param>
public sealed record LogicalLiteral(bool Value) : Expression;

/// <summary>An error typed into a formula, <c>#N/A</c>.</summary>
/// <param name="Error">The error.</param>
public sealed record ErrorLiteral(FormulaError Error) : Expression;

/// <summary>An argument left out, the second of <c>IF(x,,1)</c>; functions read it as blank.</summary>
public sealed record MissingArgument : Expression
{
    private MissingArgument()
    {
    }

    /// <summary>The only one.</summary>
    public static MissingArgument Instance { get; } = new();
}
