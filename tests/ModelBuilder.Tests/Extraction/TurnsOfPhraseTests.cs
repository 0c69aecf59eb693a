using ModelBuilder.Documents;
using ModelBuilder.Extraction;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Ways to state figures that texts of unknown companies have taught.</summary>
public class TurnsOfPhraseTests
{
    [Theory]
    [InlineData("Gross margin for the quarter came in at 41.9% a decline of 60 basis points.", "gross_margin[2023Q4] 0.419", "gross_margin|change.yoy[2023Q4] -0.006")]
    [InlineData("Gross margin was at 35% prior year was at 48% and preceding quarter was at 32%.", "gross_margin[2023Q4] 0.35", "gross_margin[2022Q4] 0.48", "gross_margin[2023Q3] 0.32")]
    [InlineData("The company earned $61 million, or 51 cents per share, for the quarter that ended Dec. 31, down from $89 million, or 71 cents per share, a year ago.", "net_income[2023Q4] 61000000", "eps[2023Q4] 0.51", "net_income[2022Q4] 89000000", "eps[2022Q4] 0.71")]
    [InlineData("Revenue fell 7 percent to $3.47 billion, from $3.74 billion.", "revenue.total|growth.yoy[2023Q4] -0.07", "revenue.total[2023Q4] 3470000000", "revenue.total[2022Q4] 3740000000")]
    [InlineData("Revenue was $271 million excluding trading losses, which grew by 19.8% over prior year and 2.4% over prior quarter.", "revenue.total@adjusted[2023Q4] 271000000", "revenue.total|growth.yoy[2023Q4] 0.198", "revenue.total|growth.qoq[2023Q4] 0.024")]
    [InlineData("Operating expenses were $105 million, an increase of 28.7% over prior year due to a low base and increased by 3.4% over prior quarter.", "opex[2023Q4] 105000000", "opex|growth.yoy[2023Q4] 0.287", "opex|growth.qoq[2023Q4] 0.034")]
    [InlineData("Our sales rose 3% in the first half of the fiscal year.", "revenue.total|growth.yoy[2023H1] 0.03")]
    [InlineData("Days sales outstanding were 31 days in the fourth quarter compared to 30 days in the third.", "kpi.days_sales_outstanding[2023Q4] 31", "kpi.days_sales_outstanding[2023Q3] 30")]
    [InlineData("We exited the quarter with 76 days of inventory on hand.", "kpi.days_of_inventory[2023Q4] 76")]
    [InlineData("Our gross debt to adjusted EBITDA leverage ratio was 1.1 turns.", "kpi.gross_leverage[2023-12-31] 1.1")]
    [InlineData("We purchased 400,000 shares for cancellation at a cost of $10 million.", "kpi.shares_repurchased[2023Q4] 400000", "share_repurchases[2023Q4] 10000000")]
    [InlineData("Lake end market revenue was up 46% year-over-year.", "revenue.lake|growth.yoy[2023Q4] 0.46")]
    [InlineData("Revenue in our harbour end market was lower by 10% compared to the prior year period.", "revenue.harbour|growth.yoy[2023Q4] -0.1")]
    [InlineData("Turning to adjusted free cash flow. We generated $84 million in the fourth quarter compared to $43 million in the prior year period.", "free_cash_flow@adjusted[2023Q4] 84000000", "free_cash_flow@adjusted[2022Q4] 43000000")]
    [InlineData("Rope segment margin was 4.7%, up 30 basis points year-over-year.", "operating_margin.rope[2023Q4] 0.047", "operating_margin.rope|change.yoy[2023Q4] 0.003")]
    [InlineData("Our net income was a $2 million loss.", "net_income[2023Q4] -2000000")]
    [InlineData("Total revenue was $448.7 million, a $6.7 million or a 1.5% increase over the fourth quarter of 2022.", "revenue.total[2023Q4] 448700000", "revenue.total|change.yoy[2023Q4] 6700000", "revenue.total|growth.yoy[2023Q4] 0.015")]
    [InlineData("Gross profit increased $17.6 million or roughly 19% to $111.5 million year over year.", "gross_profit|change.yoy[2023Q4] 17600000", "gross_profit|growth.yoy[2023Q4] 0.19", "gross_profit[2023Q4] 111500000")]
    [InlineData("Rope revenue decreased 54% year-over-year, due in part to a large sale in the fourth quarter of 2022, and net revenue increased 21%.", "revenue.rope|growth.yoy[2023Q4] -0.54", "revenue.total|growth.yoy[2023Q4] 0.21")]
    [InlineData("GAAP and non-GAAP operating expenses were $2.5 billion and $1.8 billion, respectively.", "opex[2023Q4] 2500000000", "opex@adjusted[2023Q4] 1800000000")]
    [InlineData("Revenue for our Rope segment was $7.3 billion and represented 79% of total revenue in the quarter. This was up 3% year-on-year.", "revenue.rope[2023Q4] 7300000000", "share_of_revenue.rope[2023Q4] 0.79", "revenue.rope|growth.yoy[2023Q4] 0.03")]
    [InlineData("Adjusted earnings per share was $0.76. This result was $0.20 higher year-over-year.", "eps@adjusted[2023Q4] 0.76", "eps@adjusted|change.yoy[2023Q4] 0.2")]
    [InlineData("Turning to diluted earnings per share. For the quarter the 5% decline compares to a strong 18% growth in the year ago period.", "eps|growth.yoy[2023Q4] -0.05", "eps|growth.yoy[2022Q4] 0.18")]
    [InlineData("Turning to SG&A. Expenses increased 8%, while leveraging 80 basis points versus last year.", "selling_general_administrative|growth.yoy[2023Q4] 0.08", "share_of_revenue.selling_general_administrative|change.yoy[2023Q4] -0.008")]
    [InlineData("Gross leverage (a) of 0.8x and net leverage (a) of 0.7x as of December 31, 2023.", "kpi.gross_leverage[2023-12-31] 0.8", "kpi.net_leverage[2023-12-31] 0.7")]
    [InlineData("The rope segment delivered $102.5 million, an increase of 11% year over year.", "revenue.rope[2023Q4] 102500000", "revenue.rope|growth.yoy[2023Q4] 0.11")]
    [InlineData("The effective tax rate was 24.4% versus 24.1% for the trailing quarter.", "tax_rate[2023Q4] 0.244", "tax_rate[2023Q3] 0.241")]
    [InlineData("Marketing was down $5.3 million year-over-year.", "kpi.marketing|change.yoy[2023Q4] -5300000")]
    [InlineData("As of December 31, cash on hand, was $452 million.", "cash[2023-12-31] 452000000")]
    [InlineData("We closed the quarter with some $1.4 billion of cash on hand and no borrowings.", "cash[2023-12-31] 1400000000")]
    [InlineData("Net earnings included after-tax charges of $8.1 million.", "kpi.after_tax_charges[2023Q4] 8100000")]
    [InlineData("We recorded a $5 million impairment charge in the quarter.", "impairment[2023Q4] 5000000")]
    [InlineData("Product gross margin and service gross margin were 66.1% and 65.4%.", "gross_margin.product[2023Q4] 0.661", "gross_margin.service[2023Q4] 0.654")]
    [InlineData("Sales for the quarter were $221,617,000, up 3% from the fourth quarter of fiscal 2022 when the company posted sales of $215,809,000.", "revenue.total[2023Q4] 221617000", "revenue.total|growth.yoy[2023Q4] 0.03", "revenue.total[2022Q4] 215809000")]
    [InlineData("We grew sales on top of a hard comparison to the year ago quarter, when sales increased 9%.", "revenue.total|growth.yoy[2022Q4] 0.09")]
    [InlineData("We ended the quarter with 1,250 customers, up from 1,100 a year ago.", "kpi.customers[2023Q4] 1250", "kpi.customers[2022Q4] 1100")]
    [InlineData("Operating segment income decreased $17 million, or 20.6% year over year to $63 million.", "operating_income|change.yoy[2023Q4] -17000000", "operating_income|growth.yoy[2023Q4] -0.206", "operating_income[2023Q4] 63000000")]
    [InlineData("By category, men's revenue decreased approximately 1% versus last year.", "revenue.mens|growth.yoy[2023Q4] -0.01")]
    [InlineData("Revenue grew 22% on a reported basis and 21% operationally.", "revenue.total|growth.yoy[2023Q4] 0.22", "revenue.total@constant_currency|growth.yoy[2023Q4] 0.21")]
    public void Results(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("First quarter earnings per share are expected to be in the range of $0.67 to $0.77 per share, which would represent an improvement of $0.25 per share or 53% compared to the first quarter of 2023.", "eps|guidance.low[2024Q1] 0.67", "eps|guidance.high[2024Q1] 0.77", "eps|guidance.point.change.yoy[2024Q1] 0.25", "eps|guidance.point.growth.yoy[2024Q1] 0.53")]
    [InlineData("We expect capital expenditures of 3% to 4% of revenue in fiscal 2024.", "share_of_revenue.capex|guidance.low[2024FY] 0.03", "share_of_revenue.capex|guidance.high[2024FY] 0.04")]
    [InlineData("We expect to repurchase approximately $1.35 billion of shares in fiscal 2024.", "share_repurchases|guidance.point[2024FY] 1350000000")]
    [InlineData("We are expecting $200 million or more of free cash flow in 2024.", "free_cash_flow|guidance.low[2024FY] 200000000")]
    [InlineData("For fiscal 2024, foreign exchange is expected to be a 40 basis point tailwind.", "kpi.fx_contribution_to_revenue_growth|guidance.point.change.yoy[2024FY] 0.004")]
    [InlineData("We are raising our full year 2024 EPS guidance to $5.10 to $5.30 from $4.90 to $5.20.", "eps|guidance.low[2024FY] 5.1", "eps|guidance.high[2024FY] 5.3", "eps|guidance.low[2024FY] 4.9", "eps|guidance.high[2024FY] 5.2")]
    [InlineData("The company revised its revenue estimate for the full year 2024 to a range of $930 million to $950 million.", "revenue.total|guidance.low[2024FY] 930000000", "revenue.total|guidance.high[2024FY] 950000000")]
    [InlineData("Our outlook for fiscal 2024 assumes operating margin expansion of 50 basis points to nearly 24%.", "operating_margin|guidance.point.change.yoy[2024FY] 0.005", "operating_margin|guidance.point[2024FY] 0.24")]
    public void Expectations(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("Now let me recap our financial performance for fiscal 2023.\nSpeaker 1: Our revenue had a record $35.8 billion, growing 8% year-on-year.")]
    [InlineData("I will now summarize our results for the full year 2023. Revenue was $35.8 billion, up 8% year-on-year.")]
    [InlineData("Let's look at the highlights of fiscal 2023. Revenue was $35.8 billion, up 8% year-on-year.")]
    public void ARecapIsOfItsYear(string text) => Assert.Equal(["revenue.total[2023FY] 35800000000", "revenue.total|growth.yoy[2023FY] 0.08"], Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("For the first quarter of 2024, the company expects:\n\u2022 Revenue of $175 million to $185 million\n\u2022 Diluted EPS of $1.05 to $1.15", "2024Q1")]
    [InlineData("First Quarter 2024 Guidance\nTotal net sales | $175 million to $185 million\nDiluted EPS | $1.05 to $1.15", "2024Q1")]
    [InlineData("Full Year 2024 Outlook\nRevenue: $175 million - $185 million\nEPS: $1.05 - $1.15", "2024FY")]
    [InlineData("The Company provides the following outlook for fiscal 2024:\n- Revenue of $175 million to $185 million\n- EPS in the range of $1.05 to $1.15", "2024FY")]
    public void AListOfWhatIsExpected(string list, string period) =>
        Assert.Equal([$"revenue.total|guidance.low[{period}] 175000000", $"revenue.total|guidance.high[{period}] 185000000", $"eps|guidance.low[{period}] 1.05", $"eps|guidance.high[{period}] 1.15"],
            Firms.Said(Extractor.Extract(TextDocument.Read("release.txt", "Sailcloth fourth quarter 2023 results\n" + list + "\nRevenue was strong."), null)));

    [Fact]
    public void AListEndsWithTheFirstSentenceOfItsOwn() =>
        Assert.Equal(["revenue.total|guidance.point[2024FY] 175000000", "revenue.total[2023Q4] 40000000"], Firms.Said(Extractor.Extract(TextDocument.Read("release.txt", "Sailcloth fourth quarter 2023 results\nFull Year 2024 Outlook\nRevenue of $175 million\nFourth quarter revenue was $40 million."), null)));

    [Fact]
    public void SubtitlesAreOneText() =>
        Assert.Equal(["revenue.total[2023Q4] 48700000", "revenue.total|growth.yoy[2023Q4] 0.05"], Firms.Said(Extractor.Extract(TextDocument.Read("2023Q4-call.txt",
            "Welcome to our call for\nthe fourth quarter of 2023.\nThank you, and good morning\nto everyone on the call.\nLet me first walk you\nthrough our results\nbefore more detail\non some of it,\nas well as our plans.\nTotal revenue was\n$48.7 million,\nup 5% year over year,\nwhich pleased us\nand our crews."), null)));

    [Theory]
    [InlineData("Analysts surveyed by Boatdata had been expecting earnings of 58 cents per share on revenue of $3.33 billion.")]
    [InlineData("Shares rose as results beat the 54 cents per share that analysts expected.")]
    [InlineData("Wall Street expected net income of $5 million.")]
    public void WhatAnalystsExpectIsNotTheCompanys(string text) => Assert.Empty(Extractor.Extract(TextDocument.Read("article.txt", "Sailcloth fourth quarter 2023 results\n" + text), null).Mentions);
}
