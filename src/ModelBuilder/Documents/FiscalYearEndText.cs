using System.Globalization;
using System.Text.RegularExpressions;
using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Documents;

/// <summary>
/// Reads how a person states when fiscal years end: "December 31", "31 January", "January", "last Saturday of January",
/// "Saturday nearest January 31", "Saturday closest to the end of January".
/// </summary>
internal static partial class FiscalYearEndText
{
    /// <summary>What to write, for remedies.</summary>
    public const string Forms = "December 31, last Saturday of January, or Saturday nearest January 31";

    /// <summary>The calendar, or null where the text is none of the forms or names a day that is not the end of a month.</summary>
    public static FiscalCalendar? Parse(string text, YearNaming naming)
    {
        if (NearestPattern().Match(text) is { Success: true } nearest)
        {
            return Month(nearest) is { } m && Weekday(nearest) is { } w && IsMonthEnd(nearest, m) ? new FiscalCalendar(m, YearEndRule.WeekdayNearestMonthEnd, w, naming) : null;
        }

        if (LastPattern().Match(text) is { Success: true } last)
        {
            return Month(last) is { } m && Weekday(last) is { } w ? new FiscalCalendar(m, YearEndRule.LastWeekdayOfMonth, w, naming) : null;
        }

        Match day = DayPattern().Match(text);
        return day.Success && Month(day) is { } month && IsMonthEnd(day, month) ? new FiscalCalendar(month, Naming: naming) : null;
    }

    private static int? Month(Match match)
    {
        string name = match.Groups["month"].Value;
        int index = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, m => m.Length > 0
            && (m.Equals(name, StringComparison.OrdinalIgnoreCase) || (name.Length >= 3 && m.StartsWith(name, StringComparison.OrdinalIgnoreCase))));
        return index < 0 ? null : index + 1;
    }

    private static IsoDayOfWeek? Weekday(Match match) =>
        Enum.TryParse(match.Groups["weekday"].Value, ignoreCase: true, out IsoDayOfWeek day) && day != IsoDayOfWeek.None ? day : null;

    // No year end lies in the middle of a month: such a day is a slip, and rounding it to the month's end would hide it.
    private static bool IsMonthEnd(Match match, int month) => match.Groups["day"] is not { Success: true } day
        || int.Parse(day.Value, CultureInfo.InvariantCulture) == CalendarSystem.Iso.GetDaysInMonth(2023, month)
        || (month == 2 && day.Value == "29");

    [GeneratedRegex(@"^(?:the )?(?<weekday>[a-z]+) (?:nearest|closest)(?: to)? (?:the end of )?(?:(?<day>\d{1,2}) (?<month>[a-z]+)|(?<month>[a-z]+)(?: (?<day>\d{1,2}))?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NearestPattern();

    [GeneratedRegex(@"^(?:the )?last (?<weekday>[a-z]+day) (?:of|in) (?<month>[a-z]+)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LastPattern();

    [GeneratedRegex(@"^(?:(?<day>\d{1,2}) (?<month>[a-z]+)|(?:(?:the )?end of |(?:the )?last day of )?(?<month>[a-z]+)(?: (?<day>\d{1,2}))?)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DayPattern();
}
