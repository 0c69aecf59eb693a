namespace ModelBuilder.Tests.Extraction;

/// <summary>What a speaker says of a part after its turn was announced. The calls report the fourth quarter of 2023.</summary>
public class SectionTests
{
    private const string Whole = "Net sales were $90 million. Adjusted EBITDA was $20 million. Demand was good in our Canoes segment. Demand was weak in our Kayaks segment. Now I will review our segment results.\n";

    [Theory]
    [InlineData("Starting with Canoes. Sales grew 8%. Adjusted EBITDA was $12 million.", "revenue.canoes|growth.yoy[2023Q4] 0.08", "ebitda.canoes@adjusted[2023Q4] 12000000")]
    [InlineData("Canoes sales were $60 million. Wood was dear. Adjusted EBITDA was $12 million.", "revenue.canoes[2023Q4] 60000000", "ebitda.canoes@adjusted[2023Q4] 12000000")]
    [InlineData("Our Kayaks segment generated adjusted EBITDA of $8 million.", "ebitda.kayaks@adjusted[2023Q4] 8000000")]
    [InlineData("Starting with Canoes. Sales grew 8%. Moving to Kayaks. Sales fell 3%.", "revenue.canoes|growth.yoy[2023Q4] 0.08", "revenue.kayaks|growth.yoy[2023Q4] -0.03")]
    [InlineData("Starting with Canoes. Sales grew 8%. Earnings per share were $1.20. Gross margin was 30%.", "revenue.canoes|growth.yoy[2023Q4] 0.08", "eps[2023Q4] 1.2", "gross_margin[2023Q4] 0.3")]
    [InlineData("Starting with Canoes. Sales grew 8%. On a consolidated basis, gross margin was 30%.", "revenue.canoes|growth.yoy[2023Q4] 0.08", "gross_margin[2023Q4] 0.3")]
    [InlineData("Starting with Canoes. Sales grew 8%. Thank you, and good morning. Gross margin was 30%.", "revenue.canoes|growth.yoy[2023Q4] 0.08", "gross_margin[2023Q4] 0.3")]
    public void AnAnnouncedPartOwnsWhatNamesNone(string text, params string[] expected) =>
        Assert.Equal(["revenue.total[2023Q4] 90000000", "ebitda@adjusted[2023Q4] 20000000", .. expected], Unknown(Whole + text));

    [Fact]
    public void ASecondValueOfAPartIsOfOneWhoseNameWasLost() =>
        Assert.Contains("gross_margin.unnamed_part[2023Q4] 0.2", Unknown(Whole + "Starting with Canoes. Gross margin was 30%. Gross margin was 20%."));

    [Fact]
    public void OutsideAReviewOnlyAnotherValueOfTheWholeGivesAFigureToAPart()
    {
        const string Text = "Demand was good in our Canoes segment. Canoes sales were $60 million. Wood was dear. Gross margin was 30%.";
        Assert.Contains("gross_margin[2023Q4] 0.3", Unknown(Text));
        Assert.Contains("gross_margin.canoes[2023Q4] 0.3", Unknown("For the company, gross margin was 40%. " + Text));
    }

    [Theory]
    [InlineData("Comparable sales were up 10% on a two-year stack basis.")]
    [InlineData("Net sales were up 10% on a two-year basis.", "revenue.total|growth.2y[2023Q4] 0.1")]
    [InlineData("Favorable exchange rates increased sales by $7 million.")]
    [InlineData("We increased sales by 7%.", "revenue.total|growth.yoy[2023Q4] 0.07")]
    public void OnlyAChangeOverAYearIsYearOverYear(string text, params string[] expected) => Assert.Equal(expected, Unknown(text));

    private static IReadOnlyList<string> Unknown(string text) => Firms.Said(Firms.Read(text, null));
}
