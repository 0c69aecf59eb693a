using System.Diagnostics.CodeAnalysis;

namespace ModelBuilder.Formulas;

/// <summary>A formula that was read, or why it could not be.</summary>
public sealed class FormulaParseResult
{
    private FormulaParseResult(Expression? value, string? message, int position)
    {
        Value = value;
        Message = message;
        Position = position;
    }

    /// <summary>True where the text is a formula.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Message))]
    public bool Succeeded => Value is not null;

    /// <summary>The formula, or null.</summary>
    public Expression? Value { get; }

    /// <summary>What is wrong, or null.</summary>
    public string? Message { get; }

    /// <summary>The character of the text, from 0, where it goes wrong; 0 for a formula.</summary>
    public int Position { get; }

    /// <summary>The formula.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public Expression ValueOrThrow() => Value ?? throw new FormatException(FormattableString.Invariant($"{Message} (character {Position + 1})"));

    internal static FormulaParseResult Success(Expression value) => new(value, null, 0);

    internal static FormulaParseResult Failure(string message, int position) => new(null, message, position);
}

/// <summary>Reads formulas in Excel's syntax and precedence; a leading <c>=</c> is optional. Never throws on bad input.</summary>
public static class FormulaParser
{
    /// <summary>The longest formula that Excel takes, in characters.</summary>
    public const int MaxLength = 8192;

    /// <summary>Reads a formula over line keys, lags and defined names, which begin with a capital: <c>SUM(revenue.*) / revenue.total[-4]</c>.</summary>
    public static FormulaParseResult ParseLines(string text) => new LineFormulaReader(text).ReadFormula();

    /// <summary>Reads a formula over A1 references and defined names: <c>'My sheet'!$A$1*Scenario</c>. Prefixes such as <c>_xlfn.</c> are dropped.</summary>
    public static FormulaParseResult ParseCells(string text) => new CellFormulaReader(text).ReadFormula();
}
