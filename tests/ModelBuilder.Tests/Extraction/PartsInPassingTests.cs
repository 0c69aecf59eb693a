namespace ModelBuilder.Tests.Extraction;

/// <summary>Figures of parts that a sentence speaks of in passing, which are not the whole company's. The calls report the fourth quarter of 2023.</summary>
public class PartsInPassingTests
{
    [Theory]
    [InlineData("Operating income rose 19% to $36 million. This was led by lake boats, which increased operating income by 54.9%.", "operating_income|growth.yoy[2023Q4] 0.19", "operating_income[2023Q4] 36000000", "operating_income.lake_boats|growth.yoy[2023Q4] 0.549")]
    [InlineData("Revenue was $90 million, up 3%. Our mooring business experienced a 2% sales decrease.", "revenue.total[2023Q4] 90000000", "revenue.total|growth.yoy[2023Q4] 0.03")]
    [InlineData("Our overall business grew sales by 2% year over year.", "revenue.total|growth.yoy[2023Q4] 0.02")]
    [InlineData("Mooring rope's fourth quarter sales rose by $9 million.")]
    [InlineData("Lake boats finished with revenue growth of 13% and profit growth of 52%.", "revenue.lake_boats|growth.yoy[2023Q4] 0.13")]
    [InlineData("We have $460 million in cash and available credit lines.", "kpi.liquidity[2023-12-31] 460000000")]
    [InlineData("Net income in this period means a compounded annual growth rate of some 14%.")]
    public void APartInPassingIsNotTheWhole(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));
}
