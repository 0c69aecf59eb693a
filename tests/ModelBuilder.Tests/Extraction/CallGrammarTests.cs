namespace ModelBuilder.Tests.Extraction;

/// <summary>Ways in which management states figures, on invented companies that nobody has described.</summary>
public class CallGrammarTests
{
    [Theory]
    [InlineData("For 2024, we expect sales of down 3% to flat year-over-year.", "revenue.total|guidance.low.growth.yoy[2024FY] -0.03", "revenue.total|guidance.high.growth.yoy[2024FY] 0")]
    [InlineData("For 2024, we expect gross margins flat to up 10 basis points.", "gross_margin|guidance.low.change.yoy[2024FY] 0", "gross_margin|guidance.high.change.yoy[2024FY] 0.001")]
    [InlineData("For 2024, we expect net sales to decline 3% to 5%.", "revenue.total|guidance.high.growth.yoy[2024FY] -0.03", "revenue.total|guidance.low.growth.yoy[2024FY] -0.05")]
    [InlineData("Net sales were flat versus last year.", "revenue.total|growth.yoy[2023Q4] 0")]
    [InlineData("Net sales were flat in the harbour.")]
    [InlineData("Despite lapping 21% comparable sales growth from last year, we hired.", "same_store_sales|growth.yoy[2022Q4] 0.21")]
    [InlineData("Net sales of $90 million exceeded the high end of our sales outlook of $88 million.", "revenue.total[2023Q4] 90000000", "revenue.total|guidance.high[2023Q4] 88000000")]
    [InlineData("Net sales grew 20% compared to two years ago, and gross profit grew 30% in that time frame.", "revenue.total|growth.2y[2023Q4] 0.2", "gross_profit|growth.2y[2023Q4] 0.3")]
    [InlineData("This was driven by the loss of $9 million in revenue from closing yards.", "revenue.closing_yards|change.yoy[2023Q4] -9000000")]
    [InlineData("The quarter includes a LIFO charge of $2 million.", "cost.lifo[2023Q4] 2000000")]
    [InlineData("Our charter comparable sales rose 4% year over year.", "same_store_sales.charter|growth.yoy[2023Q4] 0.04")]
    [InlineData("We had a comparable sales decline of 3% in Norway.", "same_store_sales.norway|growth.yoy[2023Q4] -0.03")]
    [InlineData("Canoe sales were 31% of river revenue.", "share_of_river.canoe[2023Q4] 0.31")]
    public void IsRead(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("On an organic basis, sales rose 4% year over year.", "revenue.total@organic|growth.yoy[2023Q4] 0.04")]
    [InlineData("On a constant currency basis, sales rose 4% year over year.", "revenue.total@constant_currency|growth.yoy[2023Q4] 0.04")]
    [InlineData("On this slide we show our non-GAAP results. Gross margin was 31%. Sales were $9 million.", "gross_margin@adjusted[2023Q4] 0.31", "revenue.total[2023Q4] 9000000")]
    [InlineData("My comments are on an adjusted basis. SG&A was $3 million. GAAP operating margin was 5%.", "selling_general_administrative@adjusted[2023Q4] 3000000", "operating_margin[2023Q4] 0.05")]
    [InlineData("We may discuss non-GAAP measures and results. Gross margin was 31%.", "gross_margin[2023Q4] 0.31")]
    [InlineData("Excluding the bridge project, sales rose 4% year over year.", "revenue.total_ex_bridge_project|growth.yoy[2023Q4] 0.04")]
    [InlineData("Ana Bell (IR): Unless we say otherwise, as noted on our slides, all figures are non-GAAP.\nBo Ray (CFO): Gross margin was 31%. Sales were $9 million. GAAP operating margin was 5%.\nCy Oak (CEO): Operating margin was 8%.", "gross_margin@adjusted[2023Q4] 0.31", "revenue.total[2023Q4] 9000000", "operating_margin[2023Q4] 0.05", "operating_margin@adjusted[2023Q4] 0.08")]
    [InlineData("Ana Bell (IR): Unless otherwise noted, growth is on a year ago; we also give non-GAAP and GAAP figures.\nBo Ray (CFO): Gross margin was 31%.", "gross_margin[2023Q4] 0.31")]
    public void TheBasis_IsTheOneThatIsSaid(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));
}
