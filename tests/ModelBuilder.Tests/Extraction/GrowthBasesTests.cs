namespace ModelBuilder.Tests.Extraction;

/// <summary>Reported against organic growth and growth at constant currency, credits of cost lines, currencies of any country. The calls report the fourth quarter of 2023.</summary>
public class GrowthBasesTests
{
    [Theory]
    [InlineData("Net sales increased 5% on a reported basis and 7% organically.", "revenue.total|growth.yoy[2023Q4] 0.05", "revenue.total@organic|growth.yoy[2023Q4] 0.07")]
    [InlineData("Net sales rose 8%, 6% organic.", "revenue.total|growth.yoy[2023Q4] 0.08", "revenue.total@organic|growth.yoy[2023Q4] 0.06")]
    [InlineData("Reported revenue grew 12%, while organic growth was 9%.", "revenue.total|growth.yoy[2023Q4] 0.12", "revenue.total@organic|growth.yoy[2023Q4] 0.09")]
    [InlineData("Sales rose 24% from the prior year period, and organic sales were up 19%.", "revenue.total|growth.yoy[2023Q4] 0.24", "revenue.total@organic|growth.yoy[2023Q4] 0.19")]
    [InlineData("Revenue grew 12%, or 15% in constant currency.", "revenue.total|growth.yoy[2023Q4] 0.12", "revenue.total@constant_currency|growth.yoy[2023Q4] 0.15")]
    [InlineData("Revenue grew 12% year-over-year and 15% at constant exchange rates.", "revenue.total|growth.yoy[2023Q4] 0.12", "revenue.total@constant_currency|growth.yoy[2023Q4] 0.15")]
    [InlineData("Revenue was up 5% in local currency.", "revenue.total@constant_currency|growth.yoy[2023Q4] 0.05")]
    [InlineData("Revenue fell 4%, a decline of 5% excluding foreign currency.", "revenue.total|growth.yoy[2023Q4] -0.04", "revenue.total@constant_currency|growth.yoy[2023Q4] -0.05")]
    [InlineData("Organic growth was 9% in the quarter.", "revenue.total@organic|growth.yoy[2023Q4] 0.09")]
    [InlineData("Stores had a good organic growth with total visitors up 28% to 9 million.")]
    public void EachGrowthHasItsBasis(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text, null!));

    [Theory]
    [InlineData(2, "growth.qoq")]
    [InlineData(9, "growth.yoy")]
    public void GrowthOverTheQuarterBefore_IsToldInPassing(int sentences, string measure)
    {
        string between = string.Concat(Enumerable.Repeat("Our crews were patient. ", sentences));
        Assert.Equal(["revenue.total|growth.qoq[2023Q4] 0.06", $"ebitda|{measure}[2023Q4] 0.04"], Firms.Call($"Sales rose 6% sequentially. {between}EBITDA rose 4%.", null!));
    }

    [Fact]
    public void WhatIsAnnouncedOfAllComparisons_Lasts()
    {
        string between = string.Concat(Enumerable.Repeat("Our crews were patient. ", 9));
        Assert.Contains("ebitda|growth.qoq[2023Q4] 0.04", Firms.Call($"All results for the fourth quarter are compared sequentially with revenue. {between}EBITDA rose 4%.", null!));
    }

    [Theory]
    [InlineData("Our tax rate was 26.6%, compared with 44% in the fourth quarter of 2022 and 33.6% for the full year of 2022.", "tax_rate[2023Q4] 0.266", "tax_rate[2022Q4] 0.44", "tax_rate[2022FY] 0.336")]
    public void AWholeYearIsNoQuarter(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text, null!));

    [Theory]
    [InlineData("Operating expenses were positive $44.6 million thanks to the sale of a yard.", "opex[2023Q4] -44600000")]
    [InlineData("We recorded an income tax benefit of $3 million.", "tax_expense[2023Q4] -3000000")]
    [InlineData("General and administrative expenses were a credit of $2 million.", "general_administrative[2023Q4] -2000000")]
    [InlineData("The effective tax rate was a benefit of 21.4%.", "tax_rate[2023Q4] -0.214")]
    [InlineData("We generated an operating loss of $17 million in the quarter.", "operating_income[2023Q4] -17000000")]
    [InlineData("Operating cash flow was an outflow of $4 million.", "operating_cash_flow[2023Q4] -4000000")]
    [InlineData("The quarter brought a net loss of $42 million.", "net_income[2023Q4] -42000000")]
    public void LossesAndCreditsHaveTheirSign(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Revenue for the quarter was INR 1,250 crore, up 12% year-on-year.", 12500000000, "INR")]
    [InlineData("Revenue from operations stood at Rs. 1,250 crores as against Rs. 1,100 crores in Q4 last year.", 12500000000, "INR")]
    [InlineData("Revenue was ₹3.2 lakh crore.", 3200000000000, "INR")]
    [InlineData("Revenue was Rs 45 lakhs.", 4500000, "INR")]
    [InlineData("Net revenue was R$450 million.", 450000000, "BRL")]
    [InlineData("Sales were SEK 450 million.", 450000000, "SEK")]
    [InlineData("Net sales were DKK 3,450 million.", 3450000000, "DKK")]
    [InlineData("Sales were MXN 4.5 billion.", 4500000000, "MXN")]
    [InlineData("Sales were ₩1.2 trillion.", 1200000000000, "KRW")]
    [InlineData("We had a $5 million net loss.", -5000000, "USD")]
    [InlineData("Revenue was A$5 million.", 5000000, "AUD")]
    public void MoneyOfAnyCountryIsRead(string text, double value, string currency)
    {
        ModelBuilder.Figures.Mention mention = Firms.Read(text, null).Mentions[0];
        Assert.Equal((value, currency), ((double)mention.Amount.Value, mention.Amount.Currency));
    }
}
