namespace ModelBuilder.Tests.Extraction;

public class ExtractorTest
{
    [Theory]
    [InlineData("Total revenue was RMB 1,234.5 million, up 12.5% year-over-year.", "revenue.total[2023Q4] 1234500000", "revenue.total|growth.yoy[2023Q4] 0.125")]
    [InlineData("Revenue from lake boats was RMB 900 million.", "revenue.lake_boats[2023Q4] 900000000")]
    [InlineData("Gross margin fell to 14.2% from 15.1% last quarter.", "gross_margin[2023Q4] 0.142", "gross_margin[2023Q3] 0.151")]
    public void PlainStatement(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Call(sentence));
}
