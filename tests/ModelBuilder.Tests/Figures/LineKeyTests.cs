using ModelBuilder.Figures;
using Xunit;

namespace ModelBuilder.Tests.Figures;

public class LineKeyTests
{
    [Theory]
    [InlineData("revenue.total", "revenue.total", "", "revenue", "total")]
    [InlineData("gross_profit@adjusted", "gross_profit", "adjusted", "gross_profit", "")]
    [InlineData("kpi.stores_2", "kpi.stores_2", "", "kpi", "stores_2")]
    [InlineData("share_of_revenue.a.b@constant_currency", "share_of_revenue.a.b", "constant_currency", "share_of_revenue", "a.b")]
    [InlineData("revenue.5g", "revenue.5g", "", "revenue", "5g")]
    public void Parse_PrintsTheSameAndKnowsItsParts(string text, string name, string basis, string family, string member)
    {
        LineKey key = LineKey.Parse(text);

        Assert.Equal(text, key.ToString());
        Assert.Equal((name, basis, family, member), (key.Name, key.Basis, key.Family, key.Member));
        Assert.Equal(key, new LineKey(name, basis));
        Assert.Equal(key, key.On("organic").On(basis));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Revenue")]
    [InlineData("revenue total")]
    [InlineData("revenue.")]
    [InlineData(".total")]
    [InlineData("revenue..total")]
    [InlineData("revenue@")]
    [InlineData("revenue@Adjusted")]
    [InlineData("revenue@adjusted@organic")]
    [InlineData("revenue@a.b")]
    [InlineData("1revenue")]
    [InlineData("revenue.total\n")]
    public void TryParse_NoLine_IsFalse(string? text) => Assert.False(LineKey.TryParse(text, out _));

    [Fact]
    public void CompareTo_ByNameThenBasis()
    {
        string[] ordered = ["cost.total", "revenue.b", "revenue.b@adjusted", "revenue.b@organic", "revenue.c"];

        Assert.Equal(ordered, ordered.Reverse().Select(LineKey.Parse).Order().Select(k => k.ToString()));
    }

    [Fact]
    public void Default_PrintsAsNothing() => Assert.Equal("", default(LineKey).ToString());
}
