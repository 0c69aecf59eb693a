using System.Text;
using System.Text.RegularExpressions;

namespace ModelBuilder.Formulas.Functions;

/// <summary>What COUNTIF and its kin look for: a value, or a text such as <c>&gt;=5</c>, <c>&lt;&gt;north*</c>.</summary>
internal sealed class Criterion
{
    private static readonly (string Text, BinaryOperator Operator)[] Prefixes =
    [
        ("<>", BinaryOperator.NotEqual), ("<=", BinaryOperator.LessOrEqual), (">=", BinaryOperator.GreaterOrEqual),
        ("=", BinaryOperator.Equal), ("<", BinaryOperator.Less), (">", BinaryOperator.Greater),
    ];

    private readonly BinaryOperator comparison = BinaryOperator.Equal;
    private readonly bool explicitOperator;
    private readonly FormulaValue operand;
    private readonly Regex? pattern;

    public Criterion(FormulaValue criterion)
    {
        operand = criterion.Kind == ValueKind.Blank ? 0 : criterion;
        if (criterion.Kind != ValueKind.Text)
        {
            return;
        }

        string rest = criterion.Text;
        foreach ((string prefix, BinaryOperator found) in Prefixes)
        {
            if (rest.StartsWith(prefix, StringComparison.Ordinal))
            {
                comparison = found;
                explicitOperator = true;
                rest = rest[prefix.Length..];
                break;
            }
        }

        operand = Coercion.ParseNumber(rest) is { } number ? number
            : FormulaErrors.TryParse(rest, out FormulaError error) ? error
            : rest.ToUpperInvariant() is "TRUE" or "FALSE" ? rest.Equals("TRUE", StringComparison.OrdinalIgnoreCase)
            : rest;
        pattern = operand.Kind == ValueKind.Text && rest.Length > 0 ? Wildcards.ToRegex(rest) : null;
    }

    public bool Matches(FormulaValue value)
    {
        switch (comparison)
        {
            case BinaryOperator.Equal:
                return Equals(value);
            case BinaryOperator.NotEqual:
                return operand is { Kind: ValueKind.Text, Text: "" } ? value.Kind != ValueKind.Blank : !Equals(value);
            default:
                // An order holds only among values of one kind: ">5" never counts a text.
                if (value.Kind != operand.Kind || value.IsFailure)
                {
                    return false;
                }

                int order = Comparer.Compare(value, operand);
                return comparison switch
                {
                    BinaryOperator.Less => order < 0,
                    BinaryOperator.LessOrEqual => order <= 0,
                    BinaryOperator.Greater => order > 0,
                    _ => order >= 0,
                };
        }
    }

    private bool Equals(FormulaValue value)
    {
        if (operand is { Kind: ValueKind.Text, Text: "" })
        {
            return value.Kind == ValueKind.Blank || (!explicitOperator && value is { Kind: ValueKind.Text, Text: "" });
        }

        return operand.Kind switch
        {
            ValueKind.Text => value.Kind == ValueKind.Text && pattern!.IsMatch(value.Text),
            ValueKind.Number when value.Kind == ValueKind.Text => Coercion.ParseNumber(value.Text) is { } number && number == operand.Number,
            ValueKind.Error => value.IsError && value.Error == operand.Error,
            _ => value.Kind == operand.Kind && Comparer.Compare(value, operand) == 0,
        };
    }
}

/// <summary>Excel's wildcards: * any characters, ? one, ~ before either means itself.</summary>
internal static class Wildcards
{
    public static bool Has(string text) => text.AsSpan().IndexOfAny("*?~") >= 0;

    /// <summary>The whole text, without regard to case.</summary>
    public static Regex ToRegex(string pattern) => new($"^{Body(pattern)}\\z", Options, TimeSpan.FromSeconds(1));

    /// <summary>Anywhere in a text, for SEARCH.</summary>
    public static Regex ToSearch(string pattern) => new(Body(pattern), Options, TimeSpan.FromSeconds(1));

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    private static string Body(string pattern)
    {
        var regex = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            bool escaped = pattern[i] == '~' && i + 1 < pattern.Length && (pattern[i + 1] is '*' or '?' or '~');
            regex.Append(escaped ? Regex.Escape(pattern[++i].ToString()) : pattern[i] switch
            {
                '*' => ".*",
                '?' => ".",
                var c => Regex.Escape(c.ToString()),
            });
        }

        return regex.ToString();
    }
}
