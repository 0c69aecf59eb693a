using System.Globalization;

namespace ModelBuilder.Formulas;

/// <summary>Single values as numbers, texts and truth values, as Excel converts them.</summary>
internal static class Coercion
{
    private const NumberStyles Styles =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowThousands | NumberStyles.AllowParentheses | NumberStyles.AllowCurrencySymbol | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private static readonly NumberFormatInfo Format = new() { CurrencySymbol = "$" };

    /// <summary>A number, or the failure; a text that is no number is <c>#VALUE!</c>.</summary>
    public static FormulaValue ToNumber(FormulaValue value) => value.Kind switch
    {
        ValueKind.Number or ValueKind.Error or ValueKind.Unsupported => value,
        ValueKind.Blank => 0d,
        ValueKind.Logical => value.Logical ? 1d : 0d,
        ValueKind.Text when ParseNumber(value.Text) is { } number => number,
        _ => FormulaError.Value,
    };

    /// <summary>A truth value, or the failure.</summary>
    public static FormulaValue ToLogical(FormulaValue value) => value.Kind switch
    {
        ValueKind.Logical or ValueKind.Error or ValueKind.Unsupported => value,
        ValueKind.Blank => false,
        ValueKind.Number => value.Number != 0,
        ValueKind.Text when value.Text.Equals("TRUE", StringComparison.OrdinalIgnoreCase) => true,
        ValueKind.Text when value.Text.Equals("FALSE", StringComparison.OrdinalIgnoreCase) => false,
        _ => FormulaError.Value,
    };

    /// <summary>A text; of a number its digits as General shows them, 15 at most.</summary>
    public static string ToText(FormulaValue value) => value.Kind switch
    {
        ValueKind.Text => value.Text,
        ValueKind.Number => ToText(value.Number),
        ValueKind.Logical => value.Logical ? "TRUE" : "FALSE",
        ValueKind.Error => value.Error.ToText(),
        _ => "",
    };

    /// <summary>The number that a text stands for: digits, thousands separators, a percent or dollar sign, or an ISO date; null for any other text.</summary>
    public static double? ParseNumber(string text)
    {
        string trimmed = text.Trim();
        bool percent = trimmed.EndsWith('%');
        if (double.TryParse(percent ? trimmed[..^1] : trimmed, Styles, Format, out double number) && double.IsFinite(number))
        {
            return percent ? number / 100 : number;
        }

        return DateTime.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? DateSerial.FromDate(date.Year, date.Month, date.Day)
            : null;
    }

    private static string ToText(double number)
    {
        string general = number.ToString("G15", CultureInfo.InvariantCulture);
        int exponent = general.IndexOf('E', StringComparison.Ordinal);
        if (exponent < 0 || general[exponent + 1] != '-')
        {
            return general;
        }

        // Excel and LibreOffice write a small number out as long as that takes no more digits than it has room for.
        string plain = ((decimal)number).ToString("0.####################", CultureInfo.InvariantCulture);
        return plain.Length <= 17 && double.Parse(plain, CultureInfo.InvariantCulture).ToString("G15", CultureInfo.InvariantCulture) == general ? plain : general;
    }
}
