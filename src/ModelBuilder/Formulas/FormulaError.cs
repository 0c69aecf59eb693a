namespace ModelBuilder.Formulas;

/// <summary>Excel's error values, in the order of ERROR.TYPE.</summary>
public enum FormulaError
{
    /// <summary><c>#NULL!</c>: an empty intersection.</summary>
    Null,

    /// <summary><c>#DIV/0!</c></summary>
    DivisionByZero,

    /// <summary><c>#VALUE!</c>: a value of the wrong kind.</summary>
    Value,

    /// <summary><c>#REF!</c>: a reference to nothing.</summary>
    Reference,

    /// <summary><c>#NAME?</c>: an unknown name.</summary>
    Name,

    /// <summary><c>#NUM!</c>: a number out of range.</summary>
    Number,

    /// <summary><c>#N/A</c>: not available.</summary>
    NotAvailable,
}

/// <summary>How errors are written.</summary>
public static class FormulaErrors
{
    private static readonly string[] Texts = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

    /// <summary>All spellings, in the order of the errors.</summary>
    internal static IReadOnlyList<string> All => Texts;

    /// <summary>The text that Excel shows: <c>#DIV/0!</c>.</summary>
    public static string ToText(this FormulaError error) => Texts[(int)error];

    /// <summary>Reads a text that Excel shows, in any case; false for anything else.</summary>
    public static bool TryParse(string? text, out FormulaError error)
    {
        int index = Array.FindIndex(Texts, t => t.Equals(text, StringComparison.OrdinalIgnoreCase));
        error = (FormulaError)Math.Max(index, 0);
        return index >= 0;
    }
}
