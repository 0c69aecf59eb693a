using ModelBuilder.Documents;
using ModelBuilder.Figures;
using NodaTime;
using Xunit;

namespace ModelBuilder.Tests.Documents;

public class FiscalYearEndTextTests
{
    [Theory]
    [InlineData("December 31", 12)]
    [InlineData("31 December", 12)]
    [InlineData("Dec 31", 12)]
    [InlineData("January", 1)]
    [InlineData("31 january", 1)]
    [InlineData("end of June", 6)]
    [InlineData("February 28", 2)]
    [InlineData("29 February", 2)]
    public void Parse_MonthEnd(string text, int month) =>
        Assert.Equal(new FiscalCalendar(month), FiscalYearEndText.Parse(text, YearNaming.EndingYear));

    [Theory]
    [InlineData("last Saturday of January", 1, IsoDayOfWeek.Saturday, YearEndRule.LastWeekdayOfMonth)]
    [InlineData("the last Sunday in September", 9, IsoDayOfWeek.Sunday, YearEndRule.LastWeekdayOfMonth)]
    [InlineData("Saturday nearest January 31", 1, IsoDayOfWeek.Saturday, YearEndRule.WeekdayNearestMonthEnd)]
    [InlineData("Saturday nearest to 31 January", 1, IsoDayOfWeek.Saturday, YearEndRule.WeekdayNearestMonthEnd)]
    [InlineData("Sunday closest to the end of August", 8, IsoDayOfWeek.Sunday, YearEndRule.WeekdayNearestMonthEnd)]
    public void Parse_WeekRule(string text, int month, IsoDayOfWeek day, YearEndRule rule) =>
        Assert.Equal(new FiscalCalendar(month, rule, day, YearNaming.StartingYear), FiscalYearEndText.Parse(text, YearNaming.StartingYear));

    [Theory]
    [InlineData("")]
    [InlineData("December 30")]
    [InlineData("Smarch 31")]
    [InlineData("Ma")]
    [InlineData("last Funday of January")]
    [InlineData("Saturday nearest January 15")]
    [InlineData("3 nearest January 31")]
    [InlineData("the year end")]
    [InlineData("12/31")]
    public void Parse_AnythingElse_IsNull(string text) => Assert.Null(FiscalYearEndText.Parse(text, YearNaming.EndingYear));
}
