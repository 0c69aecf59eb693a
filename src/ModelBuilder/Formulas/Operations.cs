using System.Collections.Immutable;

namespace ModelBuilder.Formulas;

/// <summary>An operator with one operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>-x</c>; binds tighter than <c>^</c>, as in Excel: -2^2 is 4.</summary>
    Minus,

    /// <summary><c>+x</c>, which changes nothing.</summary>
    Plus,

    /// <summary><c>x%</c>, a hundredth.</summary>
    Percent,
}

/// <summary>An operator with two operands, all left-associative; from the loosest to the tightest group.</summary>
public enum BinaryOperator
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>&lt;&gt;</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>&amp;</c>, text after text.</summary>
    Concatenate,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>^</c>, left-associative in Excel: 2^3^2 is 64.</summary>
    Power,

    /// <summary><c>:</c> between references that are computed, as in <c>D5:INDEX(D5:D9,3)</c>; parsed, not evaluated.</summary>
    Range,
}

/// <summary>An operator before or after its operand.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">What it applies to.</param>
public sealed record Unary(UnaryOperator Operator, Expression Operand) : Expression
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [Operand];

    internal override Expression RewriteParts(Func<Expression, Expression?> map) =>
        Operand.Rewrite(map) is var operand && ReferenceEquals(operand, Operand) ? this : this with { Operand = operand };
}

/// <summary>An operator between its operands.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The operand before it.</param>
/// <param name="Right">The operand after it.</param>
public sealed record Binary(BinaryOperator Operator, Expression Left, Expression Right) : Expression
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => [Left, Right];

    internal override Expression RewriteParts(Func<Expression, Expression?> map)
    {
        Expression left = Left.Rewrite(map);
        Expression right = Right.Rewrite(map);
        return ReferenceEquals(left, Left) && ReferenceEquals(right, Right) ? this : new Binary(Operator, left, right);
    }
}

/// <summary>A function with its arguments.</summary>
public sealed record FunctionCall : Expression
{
    /// <summary>A function call.</summary>
    /// <param name="name">The name in any case, without the prefix <c>_xlfn.</c> that files put before newer functions.</param>
    /// <param name="arguments">The arguments, <see cref="MissingArgument"/> for one left out.</param>
    public FunctionCall(string name, ImmutableArray<Expression> arguments)
    {
        Name = name.ToUpperInvariant();
        // F() and a call whose only argument is left out are written alike.
        Arguments = arguments is [MissingArgument] ? [] : arguments;
    }

    /// <summary>The name in upper case: <c>SUM</c>, <c>STDEV.S</c>.</summary>
    public string Name { get; }

    /// <summary>The arguments in order.</summary>
    public ImmutableArray<Expression> Arguments { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => Arguments;

    /// <summary>Same name, same arguments.</summary>
    public bool Equals(FunctionCall? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Name, StringComparer.Ordinal);
        foreach (Expression argument in Arguments)
        {
            hash.Add(argument);
        }

        return hash.ToHashCode();
    }

    internal override Expression RewriteParts(Func<Expression, Expression?> map)
    {
        Expression[]? changed = null;
        for (int i = 0; i < Arguments.Length; i++)
        {
            Expression rewritten = Arguments[i].Rewrite(map);
            if (!ReferenceEquals(rewritten, Arguments[i]))
            {
                (changed ??= [.. Arguments])[i] = rewritten;
            }
        }

        return changed is null ? this : new FunctionCall(Name, [.. changed]);
    }
}

/// <summary>A constant array, <c>{1,2;3,4}</c>: literals, row after row.</summary>
/// <param name="Columns">How many items make a row; at least 1.</param>
/// <param name="Items">All items, row after row.</param>
public sealed record ArrayLiteral(int Columns, ImmutableArray<Expression> Items) : Expression
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Children => Items;

    /// <summary>Same shape, same items.</summary>
    public bool Equals(ArrayLiteral? other) => other is not null && Columns == other.Columns && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Columns, Items.Length);
}
