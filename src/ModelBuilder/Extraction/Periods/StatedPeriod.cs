using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Extraction;

/// <summary>The reported period of a document that names no occasion, as releases and articles open: "profit for the quarter ended 30 June 2012", a date and "third-quarter sales".</summary>
internal static class StatedPeriod
{
    /// <summary>Results come out within so many days of the period's end.</summary>
    public const int LatestDays = 125;

    // what a release says of its period it says at once; a dateline stands above
    public const int Opening = 12;

    /// <summary>The period, or null where the opening tells none.</summary>
    public static FiscalPeriod? Of(StatedDates dates, FiscalCalendar calendar)
    {
        foreach (IGrouping<Sentence, (Sentence Sentence, PeriodPhrase Phrase)> said in Stated(dates).GroupBy(x => x.Sentence))
        {
            // "the second quarter and half year ended 30 September": the quarter is told first
            foreach ((Sentence _, PeriodPhrase phrase) in said.OrderBy(x => x.Phrase.Shape == PeriodShape.Quarter ? 0 : 1))
            {
                FiscalPeriod? period = phrase switch
                {
                    { EndsOn: not null } when dates.ClosingDay(phrase) is { } close => Closed(phrase, close, calendar),
                    { EndsOn: null, Year: > 0 } => new PeriodContext(calendar, null, null).Resolve(phrase),
                    _ => null,
                };
                if (period is { } found)
                {
                    // "for the third quarter ... for the 39 weeks ended 30 October": who tells the quarter first reports it
                    return found.Kind != PeriodKind.Quarter && Stated(dates).Select(x => x.Phrase).First() is { Shape: PeriodShape.Quarter } first && first.Number == found.Quarters[^1].Number ? found.Quarters[^1] : found;
                }
            }
        }

        if (dates.Published is { } day && Unyeared(dates) is { } lone && Before(day, lone, calendar) is { } over)
        {
            return over;
        }

        // "the six months to the end of June", "4% less than in the first half of 2015"
        if (Stated(dates).Select(x => x.Phrase).FirstOrDefault(p => p is { EndsOn.Year: 0, Year: 0 }) is { EndsOn: { } end } torn && Compared(dates, torn) is { } before)
        {
            LocalDate close = new(before + 1, end.Shape == PeriodShape.Month ? end.Number : end.Number / 100, 28);
            return Closed(torn, close, calendar);
        }

        if (Unyeared(dates) is not { } unyeared || Compared(dates, unyeared) is not { } compared)
        {
            return null;
        }

        return unyeared.Shape == PeriodShape.Half ? FiscalPeriod.Half(compared + 1, Math.Max(unyeared.Number, 1)) : FiscalPeriod.Quarter(compared + 1, unyeared.Number);
    }

    /// <summary>The number of the first quarter that the opening names, or null.</summary>
    public static int? Numbered(StatedDates dates) => Stated(dates).Select(x => x.Phrase).FirstOrDefault(p => p is { Shape: PeriodShape.Quarter, Number: > 0 })?.Number;

    private static IEnumerable<(Sentence Sentence, PeriodPhrase Phrase)> Stated(StatedDates dates) => dates.Sentences.Take(Opening).SelectMany(s => s.Periods.Select(p => (s, p)))
        .Where(x => x.p is { When: PeriodWhen.Named, AtEnd: false, OfLastYear: false, Shape: PeriodShape.Quarter or PeriodShape.Half or PeriodShape.NineMonths } && !StatedDates.IsBase(x.s, x.p));

    private static PeriodPhrase? Unyeared(StatedDates dates) => Stated(dates).Select(x => x.Phrase).FirstOrDefault(p => p is { EndsOn: null, Year: 0 } and ({ Shape: PeriodShape.Quarter, Number: > 0 } or { Shape: PeriodShape.Half }));

    // the year of the quarter or half with which the document's is compared
    private static int? Compared(StatedDates dates, PeriodPhrase unyeared)
    {
        List<int> years = [.. dates.Labels.Where(l => l.IsBase && l.Phrase.Shape == unyeared.Shape && (l.Phrase.Number == unyeared.Number || unyeared is { Number: 0, EndsOn: not null })).Select(l => l.Phrase.Year)
            .Concat(dates.Sentences.SelectMany(s => s.Periods).Where(p => p is { Shape: PeriodShape.Same, When: PeriodWhen.YearAgo, Year: > 0 }).Select(p => p.Year))];
        return years.Count > 0 ? years.Max() : null;
    }

    private static FiscalPeriod? Closed(PeriodPhrase phrase, LocalDate close, FiscalCalendar calendar)
    {
        FiscalPeriod quarter = calendar.QuarterClosedBy(close);
        return (phrase.Shape, quarter.Number) switch
        {
            (PeriodShape.Quarter, _) => quarter,
            (PeriodShape.Half, 2 or 4) => FiscalPeriod.Half(quarter.Year, quarter.Number / 2),
            (PeriodShape.NineMonths, 3) => FiscalPeriod.NineMonths(quarter.Year),
            _ => null,
        };
    }

    // "October 22, 2023 ... second-quarter profit": the last such quarter that was over by then, if it was not long over; else of a fiscal year of its own
    private static FiscalPeriod? Before(LocalDate day, PeriodPhrase phrase, FiscalCalendar calendar)
    {
        bool half = phrase.Shape == PeriodShape.Half;
        int number = phrase.Number > 0 ? phrase.Number : 1;
        FiscalPeriod period = half ? FiscalPeriod.Half(day.Year + 1, number) : FiscalPeriod.Quarter(day.Year + 1, number);
        while (calendar.EndOf(period) >= day)
        {
            period = period.AddYears(-1);
        }

        if (Period.DaysBetween(calendar.EndOf(period), day) <= LatestDays)
        {
            return period;
        }

        LocalDate yearEnd = FiscalYearEnd.LastQuarterEnd(day).PlusMonths(half ? 6 * (2 - number) : 3 * (4 - number));
        return half ? FiscalPeriod.Half(yearEnd.Year, number) : FiscalPeriod.Quarter(yearEnd.Year, number);
    }
}
