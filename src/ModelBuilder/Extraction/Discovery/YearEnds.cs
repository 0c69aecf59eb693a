using System.Globalization;
using System.Text.RegularExpressions;
using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Extraction;

/// <summary>
/// When fiscal years end, from what documents say of dates: "the year ended March 31", "the third quarter ended October 30,
/// 2020", "as of September 30" in a report on the third quarter.
/// </summary>
internal static partial class YearEnds
{
    private const string Months = "january|february|march|april|may|june|july|august|september|october|november|december";
    private const string Day = "(?<m>" + Months + @")(?:,? (?<d>\d{1,2})(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?<y>20\d\d))?";

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    /// <summary>What was found: the calendar, in words why, and false where nothing told and it is only the usual one; whether dates tell which year names a fiscal year.</summary>
    internal sealed record Found(FiscalCalendar Calendar, string Reason, bool Known, bool NamingKnown = false);

    // how far a kind of sentence is trusted
    private const int Stated = 100;
    private const int QuarterDate = 20;
    private const int BalanceDate = 5;
    private const int LastMonth = 3;
    private const int Holidays = 4;
    private const int Mentioned = 1;
    private const int Usual = 25;
    private const int Inferred = 15;

    // a text that names one quarter so much oftener than another reports it
    private const int Outspoken = 4;

    public static Found Read(IReadOnlyList<Place> places, IReadOnlyList<(string Document, FiscalPeriod Period, FiscalCalendar Inferred)> reporting)
    {
        Dictionary<int, (int Score, string Reason)> months = [];
        List<(LocalDate Date, FiscalPeriod Quarter)> dated = [];
        List<LocalDate> ends = [];
        foreach (IGrouping<string, Place> document in places.GroupBy(p => p.Document.Name, StringComparer.Ordinal))
        {
            FiscalPeriod? period = reporting.Where(r => r.Document == document.Key).Select(r => (FiscalPeriod?)r.Period).FirstOrDefault();
            // what a file is called counts less than the quarter that its text speaks of most
            int? named = Named(document);
            int? quarter = period is { Kind: PeriodKind.Quarter } q && (named is not { } often || Quarters(document, q.Number) * Outspoken > Quarters(document, often)) ? q.Number : named;
            foreach (Place place in document)
            {
                Sentence(place, quarter, period);
            }

            // which quarter was told on which day
            if (reporting.Where(r => r.Document == document.Key).Select(r => r.Inferred).FirstOrDefault() is { YearEndMonth: not 12 } inferred)
            {
                Vote(inferred.YearEndMonth, Inferred, "what quarter the document calls which, and when it was told");
            }

            if (quarter is { } reported && SoFar(document) is { } last)
            {
                Vote(YearEndMonth(last.Month, reported), LastMonth, last.Reason);
            }

            // who reports a quarter when Thanksgiving is over closed it with October: September's is reported before
            if (quarter is 3 && document.FirstOrDefault(p => HolidayOverPattern().IsMatch(p.Sentence.Text)) is { } over)
            {
                Vote(YearEndMonth(10, 3), Holidays, over.Quote);
            }
        }

        // the end of a month that is merely mentioned tells of no quarter where nothing else agrees
        if (months.Values.All(m => m.Score <= Mentioned))
        {
            return Convention(places);
        }

        // a single balance sheet's date may be that of a quarter before; who never says "fiscal" goes by the calendar
        if (reporting.All(r => r.Inferred.YearEndMonth == 12) && !places.Any(p => FiscalPattern().IsMatch(p.Sentence.Text)))
        {
            Vote(12, Usual, "no document speaks of fiscal years, so that they are taken to be calendar years");
        }

        (int month, (_, string reason)) = months.OrderByDescending(m => m.Value.Score).ThenBy(m => m.Key).First();
        return new Found(Shape(month, places, dated, ends, reporting), reason, true, dated.Count > 0);

        void Sentence(Place place, int? quarter, FiscalPeriod? period)
        {
            string text = place.Sentence.Text;
            foreach (Match match in YearPattern().Matches(text))
            {
                Vote(NearestEnd(match), Stated, place.Quote);
                End(match);
            }

            foreach (Match match in QuarterPattern().Matches(text))
            {
                int number = Array.IndexOf(Ordinals, match.Groups["q"].Value.ToLowerInvariant()) + 1;
                Quarter(match, number > 0 ? number : quarter, QuarterDate);
                End(match);
            }

            foreach (Match match in AsOfPattern().Matches(text).Where(m => !OtherDayPattern().IsMatch(text[..m.Index])))
            {
                Quarter(match, quarter, match.Groups["d"].Success || match.Groups["y"].Success ? BalanceDate : Mentioned);
            }

            void End(Match match)
            {
                if (match.Groups["y"].Success && match.Groups["d"].Success && Date(match) is { } day)
                {
                    ends.Add(day);
                }
            }

            void Quarter(Match match, int? number, int weight)
            {
                if (number is not { } n)
                {
                    return;
                }

                int end = NearestEnd(match);
                bool year = match.Groups["y"].Success;
                // a balance sheet is compared with the last year's end, whose date tells of no quarter
                if (weight == BalanceDate && year && period is { Kind: PeriodKind.Quarter } p && Math.Abs(Year(match) - p.Year) > 1)
                {
                    return;
                }

                Vote(YearEndMonth(end, n), weight, place.Quote);
                if (year && match.Groups["d"].Success && period is { Kind: PeriodKind.Quarter } known && known.Number == n && Date(match) is { } date)
                {
                    dated.Add((date, known));
                }
            }
        }

        void Vote(int month, int weight, string why)
        {
            (int score, string reason) = months.GetValueOrDefault(month, (0, why));
            months[month] = (score + weight, reason);
        }
    }

    private static int YearEndMonth(int quarterEnd, int quarter) => ((quarterEnd + (3 * (4 - quarter)) - 1) % 12) + 1;

    // the first days of a month belong to the end of the one before, where years have 52 or 53 weeks
    private static int NearestEnd(Match match)
    {
        int month = Month(match.Groups["m"].Value);
        return match.Groups["d"] is { Success: true } day && int.Parse(day.Value, CultureInfo.InvariantCulture) <= 7 ? ((month + 10) % 12) + 1 : month;
    }

    private static int Month(string name) => Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, m => m.Equals(name, StringComparison.OrdinalIgnoreCase)) + 1;

    private static int Year(Match match) => int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);

    private static LocalDate? Date(Match match)
    {
        int day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture), month = Month(match.Groups["m"].Value);
        return day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(Year(match), month) ? new LocalDate(Year(match), month, day) : null;
    }

    private static int? Named(IEnumerable<Place> document)
    {
        var named = document.SelectMany(p => p.Sentence.Periods).Where(p => p is { Shape: PeriodShape.Quarter, When: PeriodWhen.Named, OfLastYear: false }).GroupBy(p => p.Number).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).FirstOrDefault();
        return named is not null && named.Count() >= 2 ? named.Key : null;
    }

    private static int Quarters(IEnumerable<Place> document, int number) => document.Sum(p => p.Sentence.Periods.Count(x => x is { Shape: PeriodShape.Quarter, When: PeriodWhen.Named, OfLastYear: false } && x.Number == number));

    // "in December ... so far in January": the month that runs follows the quarter, where the one before is spoken of too
    private static (int Month, string Reason)? SoFar(IEnumerable<Place> document)
    {
        foreach (Place place in document)
        {
            if (SoFarPattern().Match(place.Sentence.Text) is { Success: true } now)
            {
                int before = ((Month(now.Groups["m"].Value) + 10) % 12) + 1;
                string name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(before);
                if (document.Any(p => p.Sentence.Text.Contains(name, StringComparison.OrdinalIgnoreCase)))
                {
                    return (before, place.Quote);
                }
            }
        }

        return null;
    }

    // Retailers' years end with January, after the holidays: where no date tells, comparable sales and a holiday quarter do, as a guess that says so.
    private static Found Convention(IReadOnlyList<Place> places)
    {
        Place? fiscal = places.FirstOrDefault(p => FiscalPattern().IsMatch(p.Sentence.Text));
        bool stores = places.Count(p => StorePattern().IsMatch(p.Sentence.Text)) >= 3;
        Place? holiday = places.FirstOrDefault(p => HolidayPattern().IsMatch(p.Sentence.Text));
        return fiscal is not null && stores && holiday is not null
            ? new Found(new FiscalCalendar(1, YearEndRule.WeekdayNearestMonthEnd), "no date tells; a retailer with fiscal years and a holiday quarter usually ends them with January: " + holiday.Quote, false)
            : new Found(FiscalCalendar.CalendarYear, "no date in the documents tells; December is only the usual month", false);
    }

    private static FiscalCalendar Shape(int month, IReadOnlyList<Place> places, List<(LocalDate Date, FiscalPeriod Quarter)> dated, List<LocalDate> ends, IReadOnlyList<(string Document, FiscalPeriod Period, FiscalCalendar Inferred)> reporting)
    {
        YearNaming naming = YearNaming.EndingYear;
        foreach ((LocalDate date, FiscalPeriod quarter) in dated)
        {
            foreach (YearNaming way in new[] { YearNaming.EndingYear, YearNaming.StartingYear })
            {
                if (Math.Abs(Period.DaysBetween(new FiscalCalendar(month, Naming: way).EndOf(quarter), date)) <= 15)
                {
                    naming = way;
                    break;
                }
            }
        }

        naming = dated.Count == 0 && month != 12 ? reporting.Where(r => r.Inferred.YearEndMonth == month).Select(r => (YearNaming?)r.Inferred.Naming).FirstOrDefault() ?? Naming(places, month, reporting) : naming;
        LocalDate[] days = [.. ends.Where(d => d.Day != CalendarSystem.Iso.GetDaysInMonth(d.Year, d.Month)).Distinct()];
        if (days.Length == 0 || days.Any(d => d.DayOfWeek != days[0].DayOfWeek) || days[0].DayOfWeek is not (IsoDayOfWeek.Friday or IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
        {
            bool retailer = month == 1 && places.Count(p => StorePattern().IsMatch(p.Sentence.Text)) >= 3;
            return new FiscalCalendar(month, retailer && days.Length == 0 ? YearEndRule.WeekdayNearestMonthEnd : YearEndRule.LastDayOfMonth, Naming: naming);
        }

        bool last = days.All(d => d.Day > 7);
        return new FiscalCalendar(month, last && month != 1 ? YearEndRule.LastWeekdayOfMonth : YearEndRule.WeekdayNearestMonthEnd, days[0].DayOfWeek, naming);
    }

    // what is past when a quarter is reported lies before its report: a day of June 2020 in a report on fiscal 2020's third
    // quarter, which would have ended in October 2019 if the ending year named it
    private static YearNaming Naming(IReadOnlyList<Place> places, int month, IReadOnlyList<(string Document, FiscalPeriod Period, FiscalCalendar Inferred)> reporting)
    {
        FiscalCalendar ending = new(month);
        Dictionary<string, FiscalPeriod> periods = reporting.GroupBy(r => r.Document, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Period, StringComparer.Ordinal);
        return places.Any(p => periods.TryGetValue(p.Document.Name, out FiscalPeriod period) && period.Kind == PeriodKind.Quarter
            && PastPattern().Matches(p.Sentence.Text).Any(m => new LocalDate(Year(m), Month(m.Groups["m"].Value), 1) > ending.EndOf(period).PlusMonths(4)))
            ? YearNaming.StartingYear : YearNaming.EndingYear;
    }

    [GeneratedRegex(@"\b(?<!half[ -])(?:fiscal |full )?year (?:\d{4} )?(?:that )?(?:ended|ending|ends|end) (?:on |in )?" + Day, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"\b(?:(?<q>first|second|third|fourth) )?(?:fiscal )?(?:quarter|three months)(?: of (?:fiscal )?(?:year )?\d{4})?,? (?:which |that )?(?:ended|ending|ends) (?:on |in )?" + Day, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex QuarterPattern();

    [GeneratedRegex(@"\b(?:as of|at|ended(?: in)?|end of|ending) " + Day, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex AsOfPattern();

    // "we expect to close by the end of March", "from 4% at March 31": a day to come, or compared with, is not the reported quarter's end
    [GeneratedRegex(@"\b(?:expect|expects|expected|anticipate|anticipates|plan|plans|will|would|should|by(?: the)?|until|before) ?$|\b(?:expect|expects|anticipate|anticipates|will|plan to|by the|from|compare[sd]?|versus|than|since)\b[^.;]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherDayPattern();

    [GeneratedRegex(@"\bso far (?:in|this) (?<m>" + Months + @")\b|\b(?<m>" + Months + @") (?:to date|so far)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex SoFarPattern();

    [GeneratedRegex(@"\b(?:this past|side of|performed during|through|during|after|over) [^.?]{0,30}\b(?:Thanksgiving|Cyber Monday|Black Friday)\b|\bpast Friday[^.]{0,20}Black Friday\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HolidayOverPattern();

    [GeneratedRegex(@"\bfiscal\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FiscalPattern();

    [GeneratedRegex(@"\b(?:comparable|same.store|comp) sales\b|\bour stores\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StorePattern();

    [GeneratedRegex(@"\bholiday season\b|\bBlack Friday\b|\bCyber Monday\b", RegexOptions.CultureInvariant)]
    private static partial Regex HolidayPattern();

    [GeneratedRegex(@"\b(?:dated|as of|ended|filed) (?:on )?(?<m>" + Months + @") (?:\d{1,2},? )?(?<y>20\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex PastPattern();
}
