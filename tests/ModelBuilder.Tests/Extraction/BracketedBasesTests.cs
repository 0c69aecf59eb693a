using Xunit;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Northern European reports put the number of a year ago into brackets behind that of the period.</summary>
public class BracketedBasesTests
{
    [Theory]
    [InlineData("Net sales rose to MSEK 2,811 (2,702).", "revenue.total[2023Q4] 2811000000", "revenue.total[2022Q4] 2702000000")]
    [InlineData("The operating margin was 5.3 (4.8) percent.", "operating_margin[2023Q4] 0.053", "operating_margin[2022Q4] 0.048")]
    [InlineData("Cash flow from operating activities was EUR 12.5 million (-1.3).", "operating_cash_flow[2023Q4] 12500000", "operating_cash_flow[2022Q4] -1300000")]
    [InlineData("Earnings per share came to SEK 2.13 (1.95).", "eps[2023Q4] 2.13", "eps[2022Q4] 1.95")]
    public void BracketedNumber_IsTheBase(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("Revenue was $12.5 million (1).", "revenue.total[2023Q4] 12500000")]
    [InlineData("Revenue was $12.5 million (a record).", "revenue.total[2023Q4] 12500000")]
    [InlineData("We had a net loss of $(353) million.", "net_income[2023Q4] -353000000")]
    public void OtherBrackets_AreNone(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(sentence, null)));
}
