namespace ModelBuilder.Formulas;

/// <summary>
/// A formula as a tree, the same for both dialects: line references (a template's lines.yaml) and A1 references (a workbook).
/// Immutable, with structural equality.
/// </summary>
public abstract record Expression
{
    /// <summary>A number of any sign: a negative one is the minus of a positive literal, as a parser would read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite.</exception>
    public static Expression Number(double value) => value < 0 ? new Unary(UnaryOperator.Minus, new NumberLiteral(-value)) : new NumberLiteral(value);

    /// <summary>A function call.</summary>
    public static FunctionCall Call(string name, params Expression[] arguments) => new(name, [.. arguments]);

    /// <summary>
    /// Replaces parts of the formula, from the top down: where <paramref name="map"/> gives an expression it takes the place of the
    /// part and is not looked into; where it gives null the part's own parts are tried. An unchanged formula comes back as it is.
    /// </summary>
    public Expression Rewrite(Func<Expression, Expression?> map) => map(this) ?? RewriteParts(map);

    /// <summary>Every reference in the formula, from left to right, repeated as often as it stands there.</summary>
    public IEnumerable<Reference> References() => Parts().OfType<Reference>();

    /// <summary>The formula and all its parts, each before its own parts, from left to right.</summary>
    public IEnumerable<Expression> Parts()
    {
        // An explicit stack: a sum of thousands of terms is a tree thousands of levels deep.
        var open = new Stack<Expression>();
        open.Push(this);
        while (open.TryPop(out Expression? part))
        {
            yield return part;
            IReadOnlyList<Expression> children = part.Children;
            for (int i = children.Count - 1; i >= 0; i--)
            {
                open.Push(children[i]);
            }
        }
    }

    /// <summary>The direct parts, from left to right; none for a literal or a reference.</summary>
    public virtual IReadOnlyList<Expression> Children => [];

    /// <summary>The formula as <see cref="FormulaPrinter"/> prints it.</summary>
    public sealed override string ToString() => FormulaPrinter.Print(this);

    /// <summary>The same kind of expression over rewritten parts; itself where none changes.</summary>
    internal virtual Expression RewriteParts(Func<Expression, Expression?> map) => this;
}
