using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace ModelBuilder.Tests.Figures;

/// <summary>Year and quarter ends against dates that companies with such calendars have published in their annual reports.</summary>
public class FiscalCalendarTests
{
    private static readonly FiscalCalendar LastSundayOfJanuary = new(1, YearEndRule.LastWeekdayOfMonth, IsoDayOfWeek.Sunday);
    private static readonly FiscalCalendar SaturdayNearestJanuary = new(1, YearEndRule.WeekdayNearestMonthEnd, IsoDayOfWeek.Saturday, YearNaming.StartingYear);
    private static readonly FiscalCalendar LastSaturdayOfSeptember = new(9, YearEndRule.LastWeekdayOfMonth, IsoDayOfWeek.Saturday);

    [Theory]
    [InlineData(2017, "2017-01-29")]
    [InlineData(2021, "2021-01-31")]
    [InlineData(2022, "2022-01-30")]
    [InlineData(2023, "2023-01-29")]
    [InlineData(2024, "2024-01-28")]
    [InlineData(2025, "2025-01-26")]
    public void YearEnd_LastSundayOfJanuary(int year, string end) => Assert.Equal(Date(end), LastSundayOfJanuary.YearEnd(year));

    [Theory]
    [InlineData(2020, "2021-01-30")]
    [InlineData(2021, "2022-01-29")]
    [InlineData(2022, "2023-01-28")]
    [InlineData(2023, "2024-02-03")]
    public void YearEnd_SaturdayNearestTheEndOfJanuary_MayLieInFebruary(int year, string end) => Assert.Equal(Date(end), SaturdayNearestJanuary.YearEnd(year));

    [Theory]
    [InlineData(2021, "2021-09-25")]
    [InlineData(2022, "2022-09-24")]
    [InlineData(2023, "2023-09-30")]
    [InlineData(2024, "2024-09-28")]
    public void YearEnd_LastSaturdayOfSeptember(int year, string end) => Assert.Equal(Date(end), LastSaturdayOfSeptember.YearEnd(year));

    [Theory]
    [InlineData("2024Q1", "2023-01-30", "2023-04-30")]
    [InlineData("2024Q2", "2023-05-01", "2023-07-30")]
    [InlineData("2024Q3", "2023-07-31", "2023-10-29")]
    [InlineData("2024Q4", "2023-10-30", "2024-01-28")]
    [InlineData("2024H1", "2023-01-30", "2023-07-30")]
    [InlineData("2024M9", "2023-01-30", "2023-10-29")]
    [InlineData("2024FY", "2023-01-30", "2024-01-28")]
    public void StartAndEnd_WeekYear(string code, string start, string end)
    {
        FiscalPeriod period = FiscalPeriod.Parse(code);

        Assert.Equal(Date(start), LastSundayOfJanuary.StartOf(period));
        Assert.Equal(Date(end), LastSundayOfJanuary.EndOf(period));
    }

    [Theory]
    [InlineData(12, "2023Q1", "2023-01-01", "2023-03-31")]
    [InlineData(12, "2023Q4", "2023-10-01", "2023-12-31")]
    [InlineData(12, "2023H2", "2023-07-01", "2023-12-31")]
    [InlineData(3, "2024Q4", "2024-01-01", "2024-03-31")]
    [InlineData(6, "2024Q1", "2023-07-01", "2023-09-30")]
    [InlineData(2, "2024Q4", "2023-12-01", "2024-02-29")]
    [InlineData(2, "2024Q2", "2023-06-01", "2023-08-31")]
    public void StartAndEnd_MonthYear(int month, string code, string start, string end)
    {
        var calendar = new FiscalCalendar(month);

        Assert.Equal(Date(start), calendar.StartOf(FiscalPeriod.Parse(code)));
        Assert.Equal(Date(end), calendar.EndOf(FiscalPeriod.Parse(code)));
    }

    [Theory]
    [InlineData("2024-01-28", "2024Q4")]
    [InlineData("2024-01-29", "2025Q1")]
    [InlineData("2023-07-30", "2024Q2")]
    [InlineData("2023-12-25", "2024Q4")]
    public void QuarterOf_ADay(string day, string quarter) => Assert.Equal(quarter, LastSundayOfJanuary.QuarterOf(Date(day)).ToString());

    [Theory]
    [InlineData("2022-12-31", "2023Q1")] // the 53rd week was in the first quarter: the published end lies a week behind ours
    [InlineData("2023-04-01", "2023Q2")]
    [InlineData("2023-07-01", "2023Q3")]
    [InlineData("2023-09-30", "2023Q4")]
    public void QuarterClosedBy_ExtraWeekElsewhere_IsStillTheQuarter(string day, string quarter) =>
        Assert.Equal(quarter, LastSaturdayOfSeptember.QuarterClosedBy(Date(day)).ToString());

    [Fact]
    public void YearOf_DecemberWeekYearThatEndsInJanuary_IsTheYearBefore()
    {
        var calendar = new FiscalCalendar(12, YearEndRule.WeekdayNearestMonthEnd);

        Assert.Equal(Date("2021-01-02"), calendar.YearEnd(2020));
        Assert.Equal("2020FY", calendar.YearOf(Date("2021-01-01")).ToString());
        Assert.Equal("2021FY", calendar.YearOf(Date("2021-01-03")).ToString());
    }

    [Fact]
    public void EveryDay_LiesInItsQuarterAndYear() => Prop.ForAll(
        Gen.Elements(FiscalCalendar.CalendarYear, LastSundayOfJanuary, SaturdayNearestJanuary, LastSaturdayOfSeptember, new FiscalCalendar(2), new FiscalCalendar(6, Naming: YearNaming.StartingYear)).ToArbitrary(),
        Gen.Choose(0, 30000).Select(d => new LocalDate(1960, 1, 1).PlusDays(d)).ToArbitrary(),
        (calendar, day) =>
        {
            FiscalPeriod quarter = calendar.QuarterOf(day), year = calendar.YearOf(day);
            return quarter.Year == year.Year
                && calendar.StartOf(quarter) <= day && day <= calendar.EndOf(quarter)
                && calendar.StartOf(quarter) == calendar.EndOf(quarter.AddQuarters(-1)).PlusDays(1);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(13)]
    public void Construction_NoMonth_Throws(int month) => Assert.Throws<ArgumentOutOfRangeException>(() => new FiscalCalendar(month));

    private static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
