using System.Globalization;
using System.Text;

namespace ModelBuilder.Formulas.Functions;

/// <summary>
/// Number formats as TEXT takes them: up to three sections (positive, negative, zero) of 0 # ? , . % and literal text.
/// Source: ECMA-376 part 1, 18.8.31. Dates, fractions, exponents, conditions and colours are not done here.
/// </summary>
internal static class NumberFormat
{
    private const string Placeholders = "0#?";

    // What stands for itself without quotes or a backslash.
    private const string Literals = "$-+/():!^&'~{}<>= €£¥";

    /// <summary>The number in the format; null for a format that is not done here.</summary>
    public static string? Format(double value, string format)
    {
        if (format.Equals("General", StringComparison.OrdinalIgnoreCase))
        {
            return Coercion.ToText(FormulaValue.Of(value));
        }

        if (format.Length == 0)
        {
            return "";
        }

        List<string> sections = Split(format);
        int section = (sections.Count, value) switch
        {
            (1, _) => 0,
            (2, < 0) => 1,
            (>= 3, < 0) => 1,
            (>= 3, 0) => 2,
            _ => 0,
        };
        string? text = sections.Count > 4 ? null : FormatSection(Math.Abs(value), sections[section]);
        return text is not null && value < 0 && sections.Count == 1 ? "-" + text : text;
    }

    private static List<string> Split(string format)
    {
        List<string> sections = [];
        int start = 0;
        bool quoted = false;
        for (int i = 0; i < format.Length; i++)
        {
            if (format[i] == '\\' && !quoted)
            {
                i++;
            }
            else if (format[i] == '"')
            {
                quoted = !quoted;
            }
            else if (format[i] == ';' && !quoted)
            {
                sections.Add(format[start..i]);
                start = i + 1;
            }
        }

        sections.Add(format[start..]);
        return sections;
    }

    private static string? FormatSection(double size, string section)
    {
        var before = new StringBuilder();
        var after = new StringBuilder();
        var digits = new StringBuilder();
        int percents = 0;
        for (int i = 0; i < section.Length; i++)
        {
            char c = section[i];
            StringBuilder literal = digits.Length == 0 ? before : after;
            if (Placeholders.Contains(c, StringComparison.Ordinal) || (c == '.' && !digits.ToString().Contains('.', StringComparison.Ordinal)) || (c == ',' && digits.Length > 0))
            {
                if (after.Length > 0)
                {
                    return null;
                }

                digits.Append(c);
            }
            else if (c == '"' && section.IndexOf('"', i + 1) is >= 0 and var close)
            {
                literal.Append(section, i + 1, close - i - 1);
                i = close;
            }
            else if (c is '\\' or '_' or '*' && i + 1 < section.Length)
            {
                // _x leaves the width of x; *x would fill the column, which a text has none of.
                i++;
                literal.Append(c == '\\' ? section[i].ToString() : c == '_' ? " " : "");
            }
            else if (c == '%' || Literals.Contains(c, StringComparison.Ordinal))
            {
                percents += c == '%' ? 1 : 0;
                literal.Append(c);
            }
            else
            {
                return null;
            }
        }

        return digits.Length == 0 ? before.ToString() : before + FormatDigits(size * Math.Pow(100, percents), digits.ToString()) + after;
    }

    private static string FormatDigits(double size, string pattern)
    {
        string trimmed = pattern.TrimEnd(',');
        size /= Math.Pow(1000, pattern.Length - trimmed.Length);
        int point = trimmed.IndexOf('.', StringComparison.Ordinal);
        string whole = point < 0 ? trimmed : trimmed[..point];
        string decimals = point < 0 ? "" : trimmed[(point + 1)..].Replace(",", "", StringComparison.Ordinal);
        bool grouped = whole.Contains(',', StringComparison.Ordinal);
        whole = whole.Replace(",", "", StringComparison.Ordinal);

        string fixedPoint = size < 1e15
            ? decimal.Round((decimal)size, Math.Min(decimals.Length, 28), MidpointRounding.AwayFromZero).ToString("F" + decimals.Length, CultureInfo.InvariantCulture)
            : size.ToString("F" + decimals.Length, CultureInfo.InvariantCulture);
        string[] parts = fixedPoint.Split('.');

        int leastDigits = whole.IndexOf('0', StringComparison.Ordinal) is >= 0 and var firstZero ? whole.Length - firstZero : 0;
        string integer = (parts[0] == "0" ? "" : parts[0]).PadLeft(leastDigits, '0');
        string fraction = parts.Length > 1 ? parts[1] : "";
        int keep = fraction.Length;
        while (keep > 0 && fraction[keep - 1] == '0' && decimals[keep - 1] != '0')
        {
            keep--;
        }

        string spaces = new(' ', decimals[keep..].Count(c => c == '?'));
        return (grouped ? Group(integer) : integer) + (point < 0 ? "" : "." + fraction[..keep] + spaces);
    }

    private static string Group(string digits)
    {
        var text = new StringBuilder(digits);
        for (int i = digits.Length - 3; i > 0; i -= 3)
        {
            text.Insert(i, ',');
        }

        return text.ToString();
    }
}
