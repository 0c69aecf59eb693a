using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Documents;

/// <summary>
/// Writes <c>company.yaml</c> so that <see cref="CompanyFile"/> reads the same company back. Why a value is proposed stands
/// above it as a comment, because a person corrects the file by that.
/// </summary>
public static partial class CompanyFileWriter
{
    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "null"];

    /// <summary>The text of the file.</summary>
    /// <param name="company">The company; its rulings and the first column are not proposed and so not written.</param>
    /// <param name="reasons">Comments: by key of the file (<c>name</c>, <c>segments</c>) and by line key (<c>revenue.x</c>).</param>
    public static string Write(Company company, IReadOnlyDictionary<string, string> reasons)
    {
        var text = new StringBuilder();
        Comment(text, "", reasons.GetValueOrDefault(""));
        Value(text, reasons, "name", company.Name);
        if (company.Ticker.Length > 0)
        {
            Value(text, reasons, "ticker", company.Ticker);
        }

        Texts(text, reasons, "aliases", company.Aliases);
        Value(text, reasons, "currency", company.Currency);
        Value(text, reasons, "units", Units(company.UnitsShown));
        Value(text, reasons, "fiscal_year_end", YearEnd(company.Calendar));
        Value(text, reasons, "fiscal_year_named", company.Calendar.Naming == YearNaming.StartingYear ? "by starting year" : "by ending year");
        Value(text, reasons, "forecast_quarters", company.ForecastQuarters.ToString(CultureInfo.InvariantCulture));
        Lines(text, reasons, "segments", company.Segments, l => l.Key.Member);
        Lines(text, reasons, "former_segments", company.FormerSegments, l => l.Key.Member);
        Lines(text, reasons, "cost_lines", company.CostLines, l => l.Key.Member);
        Lines(text, reasons, "expense_lines", company.ExpenseLines, l => l.Key.ToString());
        Lines(text, reasons, "adjustments", company.Adjustments, l => l.Key.ToString());
        Lines(text, reasons, "other_lines", company.OtherLines, l => l.Key.ToString());
        Texts(text, reasons, "other_companies", company.OtherCompanies);
        return text.ToString();
    }

    /// <summary>When fiscal years end, as the file says it.</summary>
    internal static string YearEnd(FiscalCalendar calendar)
    {
        string month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(calendar.YearEndMonth);
        return calendar.Rule switch
        {
            YearEndRule.LastWeekdayOfMonth => $"last {calendar.Weekday} of {month}",
            YearEndRule.WeekdayNearestMonthEnd => $"{calendar.Weekday} nearest {month} {LastDay(calendar.YearEndMonth)}",
            _ => $"{month} {LastDay(calendar.YearEndMonth)}",
        };
    }

    private static string LastDay(int month) => CalendarSystem.Iso.GetDaysInMonth(2023, month).ToString(CultureInfo.InvariantCulture);

    private static string Units(int shown) => shown switch
    {
        1 => "ones",
        1_000 => "thousands",
        1_000_000_000 => "billions",
        _ => "millions",
    };

    private static void Value(StringBuilder text, IReadOnlyDictionary<string, string> reasons, string key, string value)
    {
        Comment(text, "", reasons.GetValueOrDefault(key));
        text.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
    }

    private static void Texts(StringBuilder text, IReadOnlyDictionary<string, string> reasons, string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        Comment(text, "", reasons.GetValueOrDefault(key));
        text.Append(key).Append(": ").Append(List(values)).Append('\n');
    }

    private static void Lines(StringBuilder text, IReadOnlyDictionary<string, string> reasons, string list, IReadOnlyList<CompanyLine> lines, Func<CompanyLine, string> key)
    {
        if (lines.Count == 0 && !reasons.ContainsKey(list))
        {
            return;
        }

        text.Append('\n');
        Comment(text, "", reasons.GetValueOrDefault(list));
        text.Append(list).Append(lines.Count == 0 ? ": []\n" : ":\n");
        foreach (CompanyLine line in lines)
        {
            Comment(text, "  ", reasons.GetValueOrDefault(line.Key.ToString()));
            text.Append("  - key: ").Append(key(line)).Append("\n    label: ").Append(Scalar(line.Label)).Append('\n');
            if (line.Aliases.Count > 0)
            {
                text.Append("    aliases: ").Append(List(line.Aliases)).Append('\n');
            }
        }
    }

    private static string List(IReadOnlyList<string> values) => "[" + string.Join(", ", values.Select(Scalar)) + "]";

    private static void Comment(StringBuilder text, string indent, string? comment)
    {
        foreach (string line in (comment ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            text.Append(indent).Append("# ").Append(ControlPattern().Replace(line, " ")).Append('\n');
        }
    }

    private static string Scalar(string value)
    {
        if (PlainPattern().IsMatch(value) && !Words.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            return value;
        }

        var quoted = new StringBuilder("\"");
        foreach (Rune rune in value.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' or '\\' => quoted.Append('\\').Append(rune),
                _ when rune.Value < 0x20 || rune.Value is (>= 0x7F and < 0xA0) or 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF => quoted.Append("\\u").Append(rune.Value.ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(rune),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Texts that YAML reads as they stand, in a list too.</summary>
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9 &'/.()-]*(?<! )\z|^[1-9][0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPattern();

    [GeneratedRegex(@"[\p{C}\u2028\u2029]", RegexOptions.CultureInvariant)]
    private static partial Regex ControlPattern();
}
