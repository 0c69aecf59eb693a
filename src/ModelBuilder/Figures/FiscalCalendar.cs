using NodaTime;

namespace ModelBuilder.Figures;

/// <summary>How the last day of a fiscal year is found.</summary>
public enum YearEndRule
{
    /// <summary>The last day of the month.</summary>
    LastDayOfMonth,

    /// <summary>The last given weekday of the month (a 52/53-week year).</summary>
    LastWeekdayOfMonth,

    /// <summary>The given weekday nearest to the end of the month, which may lie in the next month (a 52/53-week year).</summary>
    WeekdayNearestMonthEnd,
}

/// <summary>Which calendar year gives a fiscal year its number.</summary>
public enum YearNaming
{
    /// <summary>The calendar year in which it ends: the usual one.</summary>
    EndingYear,

    /// <summary>The calendar year in which most of it lies, as many retailers count: fiscal 2020 ends in January 2021.</summary>
    StartingYear,
}

/// <summary>
/// A company's fiscal years and quarters as dates. A 52/53-week year has quarters of 13 weeks, the 53rd week in the fourth.
/// </summary>
/// <param name="YearEndMonth">The month, 1 to 12, at whose end the year ends.</param>
/// <param name="Rule">How the last day is found.</param>
/// <param name="Weekday">The weekday of a 52/53-week rule; not looked at otherwise.</param>
/// <param name="Naming">Which calendar year names the fiscal year.</param>
public sealed record FiscalCalendar(
    int YearEndMonth,
    YearEndRule Rule = YearEndRule.LastDayOfMonth,
    IsoDayOfWeek Weekday = IsoDayOfWeek.Saturday,
    YearNaming Naming = YearNaming.EndingYear)
{
    /// <summary>Fiscal years that are calendar years.</summary>
    public static FiscalCalendar CalendarYear { get; } = new(12);

    /// <summary>The month, 1 to 12, at whose end the year ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a month.</exception>
    public int YearEndMonth { get; } = YearEndMonth is >= 1 and <= 12
        ? YearEndMonth
        : throw new ArgumentOutOfRangeException(nameof(YearEndMonth), YearEndMonth, "a month is 1 to 12");

    /// <summary>The last day of a fiscal year.</summary>
    public LocalDate YearEnd(int fiscalYear)
    {
        int year = Naming == YearNaming.StartingYear && YearEndMonth < 12 ? fiscalYear + 1 : fiscalYear;
        LocalDate monthEnd = MonthEnd(year, YearEndMonth);
        if (Rule == YearEndRule.LastDayOfMonth)
        {
            return monthEnd;
        }

        LocalDate last = monthEnd.DayOfWeek == Weekday ? monthEnd : monthEnd.Previous(Weekday);
        if (Rule == YearEndRule.LastWeekdayOfMonth)
        {
            return last;
        }

        LocalDate next = last.PlusWeeks(1);
        return Period.DaysBetween(last, monthEnd) <= Period.DaysBetween(monthEnd, next) ? last : next;
    }

    /// <summary>The last day of a period; the day itself for an instant.</summary>
    public LocalDate EndOf(FiscalPeriod period) => period.Kind switch
    {
        PeriodKind.Instant => period.Date,
        PeriodKind.Month => MonthEnd(period.Year, period.Number),
        PeriodKind.Year => YearEnd(period.Year),
        PeriodKind.NineMonths => QuarterEnd(period.Year, 3),
        PeriodKind.Half => QuarterEnd(period.Year, period.Number * 2),
        _ => QuarterEnd(period.Year, period.Number),
    };

    /// <summary>The first day of a period; the day itself for an instant.</summary>
    public LocalDate StartOf(FiscalPeriod period) => period.Kind switch
    {
        PeriodKind.Instant => period.Date,
        PeriodKind.Month => new LocalDate(period.Year, period.Number, 1),
        PeriodKind.Year or PeriodKind.NineMonths => YearEnd(period.Year - 1).PlusDays(1),
        PeriodKind.Half => period.Number == 1 ? YearEnd(period.Year - 1).PlusDays(1) : QuarterEnd(period.Year, 2).PlusDays(1),
        _ => period.Number == 1 ? YearEnd(period.Year - 1).PlusDays(1) : QuarterEnd(period.Year, period.Number - 1).PlusDays(1),
    };

    /// <summary>The fiscal year in which a day lies.</summary>
    public FiscalPeriod YearOf(LocalDate day)
    {
        int year = day.Year - 1;
        while (YearEnd(year) < day)
        {
            year++;
        }

        return FiscalPeriod.FullYear(year);
    }

    /// <summary>The fiscal quarter in which a day lies.</summary>
    public FiscalPeriod QuarterOf(LocalDate day)
    {
        int year = YearOf(day).Year;
        int quarter = 1;
        while (QuarterEnd(year, quarter) < day)
        {
            quarter++;
        }

        return FiscalPeriod.Quarter(year, quarter);
    }

    /// <summary>
    /// The fiscal quarter that a balance-sheet date closes: the quarter that ends on it or, as companies round their dates
    /// ("December 2022"), within ten days of it; otherwise the quarter in which it lies.
    /// </summary>
    public FiscalPeriod QuarterClosedBy(LocalDate day)
    {
        FiscalPeriod within = QuarterOf(day);
        FiscalPeriod before = within.AddQuarters(-1);
        return Period.DaysBetween(EndOf(before), day) <= 10 ? before : within;
    }

    private LocalDate QuarterEnd(int year, int quarter) => quarter == 4
        ? YearEnd(year)
        : Rule == YearEndRule.LastDayOfMonth
            ? EndOfMonthPlus(YearEnd(year - 1), quarter * 3)
            : YearEnd(year - 1).PlusWeeks(13 * quarter);

    private static LocalDate EndOfMonthPlus(LocalDate day, int months)
    {
        LocalDate moved = day.PlusMonths(months);
        return MonthEnd(moved.Year, moved.Month);
    }

    private static LocalDate MonthEnd(int year, int month) => new(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));
}
