using System.Collections.Immutable;
using System.Globalization;

namespace ModelBuilder.Formulas;

/// <summary>
/// The grammar that both dialects share, by recursive descent. Every method gives null once reading has failed; the first failure is
/// the one reported. Precedence is Excel's: references, prefix minus, %, ^, * /, + -, &amp;, comparisons.
/// </summary>
internal abstract class FormulaReader(string text) : FormulaCursor(text)
{
    /// <summary>Excel nests functions 64 deep at most; beyond this a text is an attack on the stack, not a formula.</summary>
    private const int MaxDepth = 256;

    private static readonly (string Text, BinaryOperator Operator)[][] Levels =
    [
        [("<>", BinaryOperator.NotEqual), ("<=", BinaryOperator.LessOrEqual), (">=", BinaryOperator.GreaterOrEqual), ("=", BinaryOperator.Equal), ("<", BinaryOperator.Less), (">", BinaryOperator.Greater)],
        [("&", BinaryOperator.Concatenate)],
        [("+", BinaryOperator.Add), ("-", BinaryOperator.Subtract)],
        [("*", BinaryOperator.Multiply), ("/", BinaryOperator.Divide)],
        [("^", BinaryOperator.Power)],
    ];

    private int depth;

    public FormulaParseResult ReadFormula()
    {
        if (Text.Length > FormulaParser.MaxLength)
        {
            return FormulaParseResult.Failure($"longer than {FormulaParser.MaxLength} characters", FormulaParser.MaxLength);
        }

        SkipSpace();
        Take('=');
        Expression? formula = ReadExpression();
        if (formula is not null && At < Text.Length)
        {
            formula = Fail($"'{Current}' is not expected here");
        }

        return formula is null ? FormulaParseResult.Failure(Failure!, FailedAt) : FormulaParseResult.Success(formula);
    }

    /// <summary>Reads a reference, a logical or a function of this dialect; the position is at its first character.</summary>
    protected abstract Expression? ReadOperand();

    /// <summary>The arguments of a function; the position is at the opening parenthesis.</summary>
    protected Expression? ReadCall(string name)
    {
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        int start = At++;
        SkipSpace();
        if (Take(')'))
        {
            return new FunctionCall(name, []);
        }

        while (true)
        {
            SkipSpace();
            Expression? argument = Current is ',' or ')' ? MissingArgument.Instance : ReadExpression();
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
            if (Take(')'))
            {
                return new FunctionCall(name, arguments.ToImmutable());
            }

            if (!Take(','))
            {
                return At >= Text.Length ? Fail($"the parenthesis of {name} is not closed", start) : Fail($"'{Current}' where a comma or a closing parenthesis should be");
            }
        }
    }

    private Expression? ReadExpression()
    {
        if (++depth > MaxDepth)
        {
            return Fail("nested too deep");
        }

        Expression? result = ReadLevel(0);
        depth--;
        return result;
    }

    private Expression? ReadLevel(int level)
    {
        if (level == Levels.Length)
        {
            return ReadPercent();
        }

        Expression? left = ReadLevel(level + 1);
        while (left is not null && TakeOperator(Levels[level]) is { } found)
        {
            left = ReadLevel(level + 1) is { } right ? new Binary(found, left, right) : null;
        }

        return left;
    }

    private BinaryOperator? TakeOperator((string Text, BinaryOperator Operator)[] candidates)
    {
        foreach ((string symbol, BinaryOperator found) in candidates)
        {
            if (string.CompareOrdinal(Text, At, symbol, 0, symbol.Length) == 0)
            {
                At += symbol.Length;
                return found;
            }
        }

        return null;
    }

    private Expression? ReadPercent()
    {
        Expression? operand = ReadPrefixed();
        while (operand is not null && Take('%'))
        {
            operand = new Unary(UnaryOperator.Percent, operand);
            SkipSpace();
        }

        return operand;
    }

    private Expression? ReadPrefixed()
    {
        SkipSpace();
        UnaryOperator? sign = Current switch { '-' => UnaryOperator.Minus, '+' => UnaryOperator.Plus, _ => null };
        if (sign is null)
        {
            return ReadRange();
        }

        At++;
        if (++depth > MaxDepth)
        {
            return Fail("nested too deep");
        }

        Expression? operand = ReadPrefixed();
        depth--;
        return operand is null ? null : new Unary(sign.Value, operand);
    }

    private Expression? ReadRange()
    {
        Expression? left = ReadPrimary();
        SkipSpace();
        while (left is not null && Take(':'))
        {
            SkipSpace();
            left = ReadPrimary() is { } right ? new Binary(BinaryOperator.Range, left, right) : null;
            SkipSpace();
        }

        return left;
    }

    private Expression? ReadPrimary()
    {
        int start = At;
        switch (Current)
        {
            case '\0' when At >= Text.Length:
                return Fail(Text.Length == 0 ? "empty" : "ends where a value should be");
            case '(':
                At++;
                Expression? inner = ReadExpression();
                return inner is null || Take(')') ? inner : Fail("the parenthesis is not closed", start);
            case '"':
                return ReadQuoted('"') is { } content ? new TextLiteral(content) : Fail("the text is not closed", start);
            case '{':
                return ReadArray();
            case '#':
                return ReadError();
            default:
                return ReadOperand();
        }
    }

    /// <summary>A number; null without a failure where there is none.</summary>
    protected Expression? ReadNumber()
    {
        int start = At;
        int digits = TakeWhile(char.IsAsciiDigit).Length;
        if (Take('.'))
        {
            digits += TakeWhile(char.IsAsciiDigit).Length;
        }

        if (digits == 0)
        {
            At = start;
            return null;
        }

        int mantissaEnd = At;
        if (Current is 'E' or 'e')
        {
            At++;
            _ = Take('+') || Take('-');
            if (TakeWhile(char.IsAsciiDigit).Length == 0)
            {
                At = mantissaEnd;
            }
        }

        return double.TryParse(Text.AsSpan(start, At - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? new NumberLiteral(value)
            : Fail("the number is too large", start);
    }

    protected ErrorLiteral? ReadError()
    {
        foreach (string spelling in FormulaErrors.All)
        {
            if (string.Compare(Text, At, spelling, 0, spelling.Length, StringComparison.OrdinalIgnoreCase) == 0 && FormulaErrors.TryParse(spelling, out FormulaError error))
            {
                At += spelling.Length;
                return new ErrorLiteral(error);
            }
        }

        Fail("not an error value such as #N/A");
        return null;
    }

    private ArrayLiteral? ReadArray()
    {
        int start = At++;
        var items = ImmutableArray.CreateBuilder<Expression>();
        int columns = 0;
        int inRow = 0;
        while (true)
        {
            Expression? item = ReadPrefixed();
            if (item is not (null or NumberLiteral or TextLiteral or LogicalLiteral or ErrorLiteral or Unary { Operand: NumberLiteral }))
            {
                Fail("an array holds numbers, texts, logicals and errors only", start);
                return null;
            }

            if (item is null)
            {
                return null;
            }

            items.Add(item);
            inRow++;
            SkipSpace();
            if (Take(','))
            {
                continue;
            }

            columns = columns == 0 ? inRow : columns;
            bool closes = Current == '}';
            if (inRow != columns || !(Take(';') || Take('}')))
            {
                Fail(inRow != columns ? "the rows of the array differ in length" : "the array is not closed", start);
                return null;
            }

            if (closes)
            {
                return new ArrayLiteral(columns, items.ToImmutable());
            }

            inRow = 0;
        }
    }
}
