using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Extraction;

/// <summary>Tells at which month's end the fiscal year ends and which year names it, where no company.yaml says it.</summary>
internal static class FiscalYearEnd
{
    // results are told some days after the period's end
    private const int FirstDays = 8;

    // and those of a quarter other than the last within so many
    private const int LatestOfQuarter = 50;

    // what tells more: the year's own end, a numbered quarter's, nine months', a half's that is most often the first
    private const int OfYear = 4, OfNumbered = 4, OfSpan = 2, OfHalf = 1;

    /// <summary>
    /// The calendar in which what ended on a day closes on it ("second quarter ended March 27", "39 weeks ended October 30"), or
    /// in which the fiscal quarter that a document reports was over when it was published; calendar years where it says nothing of these.
    /// </summary>
    public static FiscalCalendar Infer(StatedDates dates, FiscalPeriod? reporting)
    {
        int number = reporting is { Kind: PeriodKind.Quarter } known ? known.Number : StatedPeriod.Numbered(dates) ?? 0;
        Dictionary<int, int> votes = [];
        foreach (StatedDates.Closing closing in dates.Closings)
        {
            (int months, int weight) = closing.Phrase switch
            {
                { Shape: PeriodShape.Year } => (0, OfYear),
                { Shape: PeriodShape.NineMonths } => (3, OfSpan),
                { Shape: PeriodShape.Half, Number: > 0 and var half } => (6 * (2 - half), OfNumbered),
                { Shape: PeriodShape.Half } => number is 0 or 2 ? (6, OfHalf) : number is 4 ? (0, OfHalf) : (0, 0),
                { Number: > 0 and var quarter } => (3 * (4 - quarter), OfNumbered),
                _ => number > 0 ? (3 * (4 - number), closing.IsBase ? OfHalf : OfSpan) : (0, 0),
            };
            int month = MonthOf(closing.Day.PlusMonths(months));
            votes[month] = votes.GetValueOrDefault(month) + weight;
        }

        // "the July-September quarter", "in Q2 FY21": the same quarter in both ways, where the document calls its quarter one way only
        List<int> numbers = [.. dates.Labels.Where(l => !l.IsBase && l.Phrase is { Shape: PeriodShape.Quarter, Number: > 0 }).Select(l => l.Phrase.Number).Distinct()];
        if (votes.Count == 0 && numbers.Count == 1)
        {
            foreach (int last in dates.Sentences.Take(StatedPeriod.Opening).SelectMany(s => s.Periods).Where(p => p is { Shape: PeriodShape.Quarter, Number: 0, OfLastYear: false, EndsOn: { Shape: PeriodShape.Month, Year: 0 } }).Select(p => p.EndsOn!.Number).Take(1))
            {
                int month = ((last + (3 * (4 - numbers[0])) - 1) % 12) + 1;
                return new FiscalCalendar(month, Naming: NamingOf(dates, reporting, month));
            }
        }

        if (votes.Values.Any(v => v > 0))
        {
            int month = votes.OrderByDescending(v => v.Value).ThenByDescending(v => v.Key).First().Key;
            return new FiscalCalendar(month, Naming: NamingOf(dates, reporting, month));
        }

        if (FromBalances(dates, number, reporting) is { } balanced)
        {
            return balanced;
        }

        return dates.Published is { } day && reporting is { Kind: PeriodKind.Quarter } said && dates.Labels.Exists(l => l.Phrase.Fiscal || l.Phrase.Shape == PeriodShape.Quarter) ? ClosedBefore(day, said) : FiscalCalendar.CalendarYear;
    }

    // "as of August 31, 2021" in a report on the fourth quarter of fiscal 2021: balances are told for the day on which the quarter closed
    private static FiscalCalendar? FromBalances(StatedDates dates, int number, FiscalPeriod? said)
    {
        // a quarter that only the file's name knows closes on no day of the text; who never says "fiscal year" goes by the calendar
        if (number == 0 || dates.Balances.Count == 0 || (StatedPeriod.Numbered(dates) is { } told && told != number) || dates.Balances.Exists(d => Closes(d, FiscalCalendar.CalendarYear)) || !dates.Sentences.Any(s => SaysFiscal(s.Tokens)))
        {
            return null;
        }

        foreach (LocalDate day in dates.Balances.Where(d => d.Day >= 25).Distinct().OrderDescending())
        {
            int month = ((MonthOf(day) + (3 * (4 - number)) - 1) % 12) + 1;
            FiscalCalendar ending = new(month);
            if (said is null ? day.Month % 3 != 1 : Closes(day, ending))
            {
                // while the year is not known, a month after a calendar quarter's end is more likely that of the call
                return ending;
            }

            if (said is not null && new FiscalCalendar(month, Naming: YearNaming.StartingYear) is var starting && Closes(day, starting))
            {
                return starting;
            }
        }

        return null;

        bool Closes(LocalDate day, FiscalCalendar calendar) => Math.Abs(Period.DaysBetween(calendar.EndOf(said ?? FiscalPeriod.Quarter(day.Year, number)), day)) <= 7;
    }

    // "fiscal 2021", "the fiscal year", not "fiscal stimulus"
    private static bool SaysFiscal(List<Token> tokens)
    {
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Is("fiscal") && (tokens[i + 1].Kind == TokenKind.Number || tokens[i + 1].Lower is "year" or "quarter" or "'" or "\u2019" or "first" or "second" or "third" or "fourth" or "half"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The calendar in which the quarter was the last to close before a day; calendar years where that does not fit its year.</summary>
    private static FiscalCalendar ClosedBefore(LocalDate published, FiscalPeriod said)
    {
        LocalDate usual = FiscalCalendar.CalendarYear.EndOf(said);
        if (usual < published && Period.DaysBetween(usual, published) <= StatedPeriod.LatestDays)
        {
            return FiscalCalendar.CalendarYear;
        }

        // no quarter but a year's last is told of later than this: one that closed with another month is
        LocalDate end = LastQuarterEnd(published);
        LocalDate told = published.PlusDays(-FirstDays);
        end = said.Number < 4 && Period.DaysBetween(end, published) > LatestOfQuarter ? new LocalDate(told.Year, told.Month, 1).PlusDays(-1) : end;
        LocalDate yearEnd = end.PlusMonths(3 * (4 - said.Number));
        return yearEnd.Year == said.Year ? new FiscalCalendar(yearEnd.Month) : yearEnd.Year - 1 == said.Year ? new FiscalCalendar(yearEnd.Month, Naming: YearNaming.StartingYear) : FiscalCalendar.CalendarYear;
    }

    /// <summary>The end of the calendar quarter that results told on a day are most likely of.</summary>
    public static LocalDate LastQuarterEnd(LocalDate published)
    {
        LocalDate told = published.PlusDays(-FirstDays);
        return new LocalDate(told.Year, (((told.Month - 1) / 3) * 3) + 1, 1).PlusDays(-1);
    }

    // the first days of a month belong to the end of the one before, where years have 52 or 53 weeks
    private static int MonthOf(LocalDate day) => day.Day <= 10 ? day.PlusMonths(-1).Month : day.Month;

    private static YearNaming NamingOf(StatedDates dates, FiscalPeriod? reporting, int month)
    {
        FiscalCalendar ending = new(month);
        List<StatedDates.Closing> sure = dates.Closings.FindAll(c => c.HasYear), own = sure.FindAll(c => !c.IsBase);
        own = own.Count > 0 ? own : sure;
        if (month == 12 || own.Count == 0)
        {
            return YearNaming.EndingYear;
        }

        LocalDate day = own[0].Day;
        int year = ending.QuarterClosedBy(day).Year;
        if (reporting is { } said && own.Exists(c => ending.QuarterClosedBy(c.Day).Year is var of && (of == said.Year || of == said.Year + 1) && Closes(c, said, ending)))
        {
            return own.Exists(c => ending.QuarterClosedBy(c.Day).Year == said.Year && Closes(c, said, ending)) ? YearNaming.EndingYear : YearNaming.StartingYear;
        }

        HashSet<int> named = [.. dates.Labels.Where(l => !l.IsBase).Select(l => l.Phrase.Year)];
        if (named.Contains(year))
        {
            return YearNaming.EndingYear;
        }

        // years of whole weeks that close with January are mostly called by the year in which they began
        return named.Contains(year - 1) || (month == 1 && own.Exists(c => c.Day.Day != CalendarSystem.Iso.GetDaysInMonth(c.Day.Year, c.Day.Month))) ? YearNaming.StartingYear : YearNaming.EndingYear;
    }

    private static bool Closes(StatedDates.Closing closing, FiscalPeriod said, FiscalCalendar calendar) =>
        said.Kind == PeriodKind.Quarter && closing.Phrase.Shape != PeriodShape.Year && calendar.QuarterClosedBy(closing.Day).Number == said.Number;
}
