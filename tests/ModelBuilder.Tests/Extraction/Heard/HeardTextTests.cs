using ModelBuilder.Documents;
using ModelBuilder.Extraction;

namespace ModelBuilder.Tests.Extraction.Heard;

/// <summary>Single habits of recognizers and of pages, in invented texts.</summary>
public class HeardTextTests
{
    [Theory]
    [InlineData("net sales in the quarter were 5 million dollars our gross margin was 20 percent", "our")]
    [InlineData("net sales were 5 million dollars compared to 4 million dollars in the prior year quarter excluding the yards sales grew 3 percent", "excluding")]
    [InlineData("the sailors came back and sales grew 3 percent year over year we expect more of them", "we")]
    [InlineData("the margin that we expect for the boats we like was the best")]
    public void AStatement_BeginsAtItsSubject(string text, params string[] expected)
    {
        List<Token> tokens = SpokenNumbers.Join(Tokenizer.Tokenize(text));
        Assert.Equal(expected, ClauseBorders.Of(tokens).Select(i => tokens[i].Lower));
    }

    [Theory]
    [InlineData("Net income totaled $2,900,000 or 0.04 dollars based on 70,000,000 shares.", "net_income[2023Q4] 2900000", "eps[2023Q4] 0.04")]
    [InlineData("Revenue was $9 million in a $5 million market.", "revenue.total[2023Q4] 9000000")]
    [InlineData("Revenue was $7 million We expect to paint the boats", "revenue.total[2023Q4] 7000000")]
    [InlineData("<inaudible> in the quarter was $4 million. Revenue was $7 million.", "revenue.total[2023Q4] 7000000")]
    [InlineData("Revenue was $100 million. <inaudible> in the quarter was $4.1 million compared to <inaudible> of $6.2 million in the same quarter of last year. Operating margin was negative 4.1%.",
        "revenue.total[2023Q4] 100000000", "operating_income[2023Q4] -4100000", "operating_income[2022Q4] -6200000", "operating_margin[2023Q4] -0.041")]
    [InlineData("Revenue was $100 million. <inaudible> in the quarter was $5.1 million. Operating margin was negative 4.1%.", "revenue.total[2023Q4] 100000000", "operating_margin[2023Q4] -0.041")]
    [InlineData("For the first quarter of 2024 we expect revenue between $30 million and $34 million, a decrease of 17% 29.5% year over year.",
        "revenue.total|guidance.low[2024Q1] 30000000", "revenue.total|guidance.high[2024Q1] 34000000", "revenue.total|guidance.low.growth.yoy[2024Q1] -0.17")]
    public void WhatARecognizerWrites_IsRead(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Fact]
    public void ANumberWrittenToTheUnit_IsAsPreciseAsItWasSaid()
    {
        Assert.Equal(50_000, Firms.Read("Net income was $2,900,000.", null).Mentions[0].Amount.Precision);
        Assert.Equal(0.5m, Firms.Read("Net income was $2,900,001.", null).Mentions[0].Amount.Precision);
        Assert.Equal(500_000, Firms.Read("Net income was $500,000,000.", null).Mentions[0].Amount.Precision);
    }

    [Fact]
    public void WhatStandsAroundAPage_IsNoText() => Assert.Equal(["revenue.total[2023Q4] 7000000"],
        Firms.Said(Firms.Read("Advertisement: earn 5% on your revenue\nRevenue was $7 million.\nContinue reading\nRelated: Triton revenue up 40% to $2 billion", null)));

    [Fact]
    public void AnAnalystInUnmarkedSpeech_SaysNoFigure()
    {
        string call = "Speaker 1: net income was two dollars and ten cents a share and net sales were nine point one million dollars. We thank you. Your next question comes from Ann at a bank. Good morning, is net income of nine million dollars right? Net sales were four million dollars I think. Thank you. Yes, gross margin was twenty point five percent.";
        Assert.DoesNotContain(Extractor.Extract(TextDocument.Read("2023Q4.txt", call), null).Mentions, m => m.Amount.Value == 4_000_000 || m.Amount.Value == 9_000_000);
        Assert.Contains(Extractor.Extract(TextDocument.Read("2023Q4.txt", call), null).Mentions, m => m.Amount.Value == 0.205m);
    }
}
