namespace ModelBuilder.Tests.Extraction;

/// <summary>Numbers said by their place in a ten, by a bound, as a range; guidance that was and is. The calls report the fourth quarter of 2023.</summary>
public class VagueAndBoundedTests
{
    [Theory]
    [InlineData("For 2024, we expect revenue growth in the low to mid 20s.", "revenue.total", 0.21, 0.26)]
    [InlineData("For 2024, sales are expected to be down mid to low 20s.", "revenue.total", -0.26, -0.21)]
    [InlineData("For 2024, we anticipate revenue growth in the mid-teens.", "revenue.total", 0.14, 0.16)]
    [InlineData("For 2024, we forecast high teens revenue growth.", "revenue.total", 0.17, 0.19)]
    [InlineData("For 2024, we anticipate revenue growth of approximately 14% to 16%.", "revenue.total", 0.14, 0.16)]
    public void AVagueGrowthIsARange(string text, string line, double low, double high) =>
        Assert.Equal([FormattableString.Invariant($"{line}|guidance.low.growth.yoy[2024FY] {low}"), FormattableString.Invariant($"{line}|guidance.high.growth.yoy[2024FY] {high}")], Firms.Call(text).OrderByDescending(m => m.Contains("low", StringComparison.Ordinal)));

    [Theory]
    [InlineData("For 2024, we expect gross margin to be in the mid-30s.", "gross_margin|guidance.low[2024FY] 0.34", "gross_margin|guidance.high[2024FY] 0.36")]
    [InlineData("For 2024, we expect gross margin in the low to mid 40% range.", "gross_margin|guidance.low[2024FY] 0.41", "gross_margin|guidance.high[2024FY] 0.46")]
    [InlineData("For 2024, we expect revenue of at least $50 million.", "revenue.total|guidance.low[2024FY] 50000000")]
    [InlineData("For 2024, we expect capital expenditures of no more than $20 million.", "capex|guidance.high[2024FY] 20000000")]
    [InlineData("For 2024, we expect revenue of not less than $50 million.", "revenue.total|guidance.low[2024FY] 50000000")]
    [InlineData("For 2024, we expect adjusted EPS from $1.30 to $1.70.", "eps@adjusted|guidance.low[2024FY] 1.3", "eps@adjusted|guidance.high[2024FY] 1.7")]
    [InlineData("We keep working toward our own target of mid-teens operating margins.")]
    [InlineData("In the quarter we moved toward our target of mid-teens operating margins.")]
    public void ABoundIsALowOrAHigh(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("For 2024, we expect revenue to grow mid-single digits.")]
    [InlineData("For 2024, sales are expected to be down low to mid-single digits.")]
    [InlineData("For 2024, we expect sales to be flat to up low single digits.")]
    [InlineData("For 2024, we expect sales to be down low single digits to flat.")]
    [InlineData("For 2024, we expect sales growth of high single digits to low teens.")]
    [InlineData("Net sales saw double-digit growth in the quarter.")]
    public void DigitsThatAreOnlyCountedStateNoNumber(string text) => Assert.Empty(Firms.Call(text));

    [Theory]
    [InlineData("For 2024, we now expect EPS of $4.10 to $4.20, up from our prior range of $4.00 to $4.10.", "eps|guidance.low[2024FY] 4.1", "eps|guidance.high[2024FY] 4.2", "eps|guidance.low[2024FY] 4", "eps|guidance.high[2024FY] 4.1")]
    [InlineData("For 2024, we now expect operating margin of 8% to 8.5%, up from our 7% outlook previously.", "operating_margin|guidance.low[2024FY] 0.08", "operating_margin|guidance.high[2024FY] 0.085", "operating_margin|guidance.point[2024FY] 0.07")]
    [InlineData("For 2024, we expect EPS to be up mid-teens, compared to our 2023 reported EPS of $2.59.", "eps|guidance.low.growth.yoy[2024FY] 0.14", "eps|guidance.high.growth.yoy[2024FY] 0.16", "eps[2023FY] 2.59")]
    public void EarlierGuidanceIsOfTheSamePeriod(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));
}
