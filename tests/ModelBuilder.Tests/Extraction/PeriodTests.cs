using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

public class PeriodTests
{
    [Theory]
    [InlineData("Q4 2023", "2023Q4")]
    [InlineData("4Q23", "2023Q4")]
    [InlineData("the fourth quarter of 2023", "2023Q4")]
    [InlineData("2023 third quarter", "2023Q3")]
    [InlineData("the third quarter of fiscal '20", "2020Q3")]
    [InlineData("Q3", "2023Q3")]
    [InlineData("the first quarter", "2024Q1")]
    [InlineData("this quarter", "2023Q4")]
    [InlineData("last quarter", "2023Q3")]
    [InlineData("next quarter", "2024Q1")]
    [InlineData("the same period of last year", "2022Q4")]
    [InlineData("the same period of 2021", "2021Q4")]
    [InlineData("the prior year quarter", "2022Q4")]
    [InlineData("a year ago", "2022Q4")]
    [InlineData("two years ago", "2021Q4")]
    [InlineData("the second quarter last year", "2023Q2")]
    [InlineData("the fourth quarter last year", "2022Q4")]
    [InlineData("the full year 2022", "2022FY")]
    [InlineData("fiscal year 2022", "2022FY")]
    [InlineData("FY22", "2022FY")]
    [InlineData("2022", "2022FY")]
    [InlineData("the full year", "2023FY")]
    [InlineData("the first half of 2023", "2023H1")]
    [InlineData("1H23", "2023H1")]
    [InlineData("the first nine months of 2023", "2023M9")]
    [InlineData("year-to-date", "2023FY")]
    [InlineData("December 31, 2023", "2023-12-31")]
    [InlineData("31 March 2023", "2023-03-31")]
    [InlineData("June 2023", "2023-06")]
    public void ResolvesInACallOfTheFourthQuarterOf2023(string words, string expected)
    {
        List<Token> tokens = Tokenizer.Tokenize("it was so in " + words + " .");
        PeriodPhrase phrase = Assert.Single(PeriodReader.Read(tokens));
        Assert.Equal(expected, new PeriodContext(FiscalCalendar.CalendarYear, FiscalPeriod.Quarter(2023, 4), null).Resolve(phrase)?.ToString());
    }

    [Theory]
    [InlineData("we have 2023 million boats")]
    [InlineData("it costs $2023 a boat")]
    [InlineData("we may sail in a quarter of the cases")]
    public void NoPeriod(string text) => Assert.DoesNotContain(PeriodReader.Read(Tokenizer.Tokenize(text)), p => p.Year == 2023);

    [Fact]
    public void FiscalCalendar_GivesTheBalanceItsDay()
    {
        PeriodContext context = new(new FiscalCalendar(6), FiscalPeriod.Quarter(2024, 1), null);
        Assert.Equal("2023-09-30", context.InstantOf(FiscalPeriod.Quarter(2024, 1)).ToString());
    }
}
