using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Ways of saying things that people use who write without a template.</summary>
public class PlainProseTests
{
    [Theory]
    [InlineData("Total cost of revenue was RMB 80.5 million, 12.4% less than a year ago.", "cost.total[2023Q4] 80500000", "cost.total|growth.yoy[2023Q4] -0.124")]
    [InlineData("Revenue came to RMB 91 million, 7.5% more than in the third quarter.", "revenue.total[2023Q4] 91000000", "revenue.total|growth.qoq[2023Q4] 0.075")]
    [InlineData("Timber costs were RMB 8.2 million, 3.5% above the RMB 7.9 million of last quarter.", "cost.timber[2023Q4] 8200000", "cost.timber|growth.qoq[2023Q4] 0.035", "cost.timber[2023Q3] 7900000")]
    [InlineData("Gross margin was 21.5%, that is 2.1 percentage points above the previous quarter.", "gross_margin[2023Q4] 0.215", "gross_margin|change.qoq[2023Q4] 0.021")]
    [InlineData("Opex was RMB 40 million, down 11% year on year and 2.5% on the quarter.", "opex[2023Q4] 40000000", "opex|growth.yoy[2023Q4] -0.11", "opex|growth.qoq[2023Q4] -0.025")]
    [InlineData("Opex fell 2% quarter over quarter. Gross profit went up 44% over the year, to RMB 12 million.", "opex|growth.qoq[2023Q4] -0.02", "gross_profit|growth.yoy[2023Q4] 0.44", "gross_profit[2023Q4] 12000000")]
    [InlineData("EBITDA was negative RMB 7.7 million, after negative RMB 9.1 million last quarter and negative RMB 16.3 million a year ago.", "ebitda[2023Q4] -7700000", "ebitda[2023Q3] -9100000", "ebitda[2022Q4] -16300000")]
    [InlineData("Gross margin is 15.2%, against 7.9% a year before and 12.1% last quarter.", "gross_margin[2023Q4] 0.152", "gross_margin[2022Q4] 0.079", "gross_margin[2023Q3] 0.121")]
    [InlineData("Gross margin stood at 9.1%, a rise of 2.2% on the same quarter a year ago.", "gross_margin[2023Q4] 0.091", "gross_margin|change.yoy[2023Q4] 0.022")]
    public void Comparisons(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Operating cash flow was RMB 6.8 million, the third quarter running.", "operating_cash_flow[2023Q4] 6800000")]
    [InlineData("For the whole of 2023 gross margin was 12.5%. Gross profit was RMB 8 million.", "gross_margin[2023FY] 0.125", "gross_profit[2023FY] 8000000")]
    [InlineData("For the year as a whole, revenue came in at RMB 158 million, up from RMB 149 million.", "revenue.total[2023FY] 158000000", "revenue.total[2022FY] 149000000")]
    [InlineData("Gross profit for the year was RMB 35 million.", "gross_profit[2023FY] 35000000")]
    [InlineData("Cash stood at RMB 21 million at the end of the quarter, down from RMB 22 million three months earlier.", "cash[2023-12-31] 21000000", "cash[2023-09-30] 22000000")]
    [InlineData("Gross margin was 1.2% in 2023's first quarter, 3.6% in the second quarter of 2023, 5.1% in the third, and is 7.9% now.", "gross_margin[2023Q1] 0.012", "gross_margin[2023Q2] 0.036", "gross_margin[2023Q3] 0.051", "gross_margin[2023Q4] 0.079")]
    [InlineData("R&D expenses were RMB 9.4 million against RMB 8.6 million the quarter before.", "research_development[2023Q4] 9400000", "research_development[2023Q3] 8600000")]
    public void PeriodWords(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Timber costs came down by 20% year on year: they were RMB 5.6 million, after RMB 7.0 million a year ago.", "cost.timber|growth.yoy[2023Q4] -0.2", "cost.timber[2023Q4] 5600000", "cost.timber[2022Q4] 7000000")]
    [InlineData("Timber costs took another road: RMB 5.6 million.", "cost.timber[2023Q4] 5600000")]
    [InlineData("Timber costs were RMB 5.6 million; a year ago they were RMB 7.0 million.", "cost.timber[2023Q4] 5600000", "cost.timber[2022Q4] 7000000")]
    [InlineData("Gross margin fell 2 points from last quarter to 9%. Timber costs were RMB 5.6 million; they had been RMB 5.1 million.", "gross_margin|change.qoq[2023Q4] -0.02", "gross_margin[2023Q4] 0.09", "cost.timber[2023Q4] 5600000", "cost.timber[2023Q3] 5100000")]
    [InlineData("It carries listing expenses in New Harbour of RMB 4.9 million.", "listing_expense[2023Q4] 4900000")]
    [InlineData("Total revenue, as the printed page has it, was RMB 78.9 million.", "revenue.total[2023Q4] 78900000")]
    [InlineData("Costs include listing expenses of RMB 9 million and RMB 3 million from the disposal of vessels.", "listing_expense[2023Q4] 9000000", "disposal_loss[2023Q4] 3000000")]
    [InlineData("It was our sixth season with a higher gross profit: RMB 62.5 million.", "gross_profit[2023Q4] 62500000")]
    public void Asides(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Adjusted operating expenses, before share-based compensation and impairments, were RMB 94.8 million.", "opex@adjusted[2023Q4] 94800000")]
    [InlineData("Adjusted operating expenses, share-based compensation left out, came to RMB 94.8 million.", "opex@adjusted[2023Q4] 94800000")]
    [InlineData("Lake boats revenue climbed 3.5% from the third quarter, and 9.8% with canoes left out.", "revenue.lake_boats|growth.qoq[2023Q4] 0.035", "revenue.lake_boats_ex_canoes|growth.qoq[2023Q4] 0.098")]
    [InlineData("Adjusted G&A expenses, excluding RMB 12.5 million of listing expenses and vessel disposal, rose to RMB 24 million.", "adjustments.total[2023Q4] 12500000", "general_administrative@adjusted_ex_items[2023Q4] 24000000")]
    [InlineData("Excluding the two, adjusted EBITDA margin is negative 5.5%.", "ebitda_margin@adjusted_ex_items[2023Q4] -0.055")]
    [InlineData("Adjusted EBITDA margin was negative 9.5%. Leaving out both listing expenses and the disposal loss, it would have been negative 5.5%.", "ebitda_margin@adjusted[2023Q4] -0.095", "ebitda_margin@adjusted_ex_items[2023Q4] -0.055")]
    [InlineData("Adjusted net income, which excludes RMB 1.5 million of listing expenses and a RMB 0.5 million loss on disposal of vessels, was RMB 25 million.", "listing_expense[2023Q4] 1500000", "disposal_loss[2023Q4] 500000", "net_income@adjusted[2023Q4] 25000000")]
    [InlineData("Free cash flow, that is after capital expenditure, was RMB 5 million.", "free_cash_flow[2023Q4] 5000000")]
    [InlineData("Gross profit on the non-GAAP basis was RMB 5 million.", "gross_profit@adjusted[2023Q4] 5000000")]
    public void LeftOut(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Revenue from lake boats was RMB 70 million. That is 10.5% more than last quarter's RMB 63.3 million.", "revenue.lake_boats[2023Q4] 70000000", "revenue.lake_boats|growth.qoq[2023Q4] 0.105", "revenue.lake_boats[2023Q3] 63300000")]
    [InlineData("Adjusted EBITDA was negative RMB 7 million. As a margin, that is negative 3.4%.", "ebitda@adjusted[2023Q4] -7000000", "ebitda_margin@adjusted[2023Q4] -0.034")]
    [InlineData("Revenue once grew quickly. It went from RMB 22 million in 2018 to RMB 90 million in 2021.", "revenue.total[2018FY] 22000000", "revenue.total[2021FY] 90000000")]
    [InlineData("Lake boats held steady. Its revenue was RMB 70 million.", "revenue.lake_boats[2023Q4] 70000000")]
    [InlineData("Sea boats are smaller, with revenue of RMB 20 million.", "revenue.sea_boats[2023Q4] 20000000")]
    [InlineData("Sea boats brought in RMB 20 million, up 5% from the third quarter.", "revenue.sea_boats[2023Q4] 20000000", "revenue.sea_boats|growth.qoq[2023Q4] 0.05")]
    [InlineData("A year earlier sea boats had still earned RMB 25 million.", "revenue.sea_boats[2022Q4] 25000000")]
    [InlineData("Total revenue was RMB 90 million: lake boats RMB 70 million and sea boats RMB 20 million.", "revenue.total[2023Q4] 90000000", "revenue.lake_boats[2023Q4] 70000000", "revenue.sea_boats[2023Q4] 20000000")]
    [InlineData("Timber and other costs were RMB 5 million and RMB 7 million respectively.", "cost.timber[2023Q4] 5000000", "cost.other[2023Q4] 7000000")]
    [InlineData("In 2022 its loss widened to RMB 26 million from RMB 15 million in 2021.", "net_income[2022FY] -26000000", "net_income[2021FY] -15000000")]
    public void SubjectsThatGoOn(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Lake boats had a gross margin of 26.4% this quarter against 24.9% last quarter.", "gross_margin.lake_boats[2023Q4] 0.264", "gross_margin.lake_boats[2023Q3] 0.249")]
    [InlineData("Sea boats slipped by 3.5% year on year to RMB 11 million.", "revenue.sea_boats|growth.yoy[2023Q4] -0.035", "revenue.sea_boats[2023Q4] 11000000")]
    [InlineData("We swung to an operating profit of RMB 33 million from an operating loss of RMB 4 million a year ago.", "operating_income[2023Q4] 33000000", "operating_income[2022Q4] -4000000")]
    [InlineData("Net income was RMB 24 million; last year we lost RMB 6 million.", "net_income[2023Q4] 24000000", "net_income[2022Q4] -6000000")]
    [InlineData("Adjusted EBITDA was RMB 46 million, an 11.5% margin.", "ebitda@adjusted[2023Q4] 46000000", "ebitda_margin@adjusted[2023Q4] 0.115")]
    [InlineData("We generated RMB 52 million of cash from operations and spent RMB 19 million on capital expenditure.", "operating_cash_flow[2023Q4] 52000000", "capex[2023Q4] 19000000")]
    [InlineData("R&D took RMB 18 million of that, selling and marketing RMB 25 million.", "research_development[2023Q4] 18000000", "sales_marketing[2023Q4] 25000000")]
    [InlineData("Gross profit was RMB 9 million, which compares with RMB 8 million in the same quarter of 2022.", "gross_profit[2023Q4] 9000000", "gross_profit[2022Q4] 8000000")]
    [InlineData("For the first quarter of 2024, we look for revenue between RMB 39 million and RMB 40 million.", "revenue.total|guidance.low[2024Q1] 39000000", "revenue.total|guidance.high[2024Q1] 40000000")]
    [InlineData("Revenue was RMB 91 million, 6% up sequentially.", "revenue.total[2023Q4] 91000000", "revenue.total|growth.qoq[2023Q4] 0.06")]
    [InlineData("For the full year 2024 revenue is now seen at RMB 48 million to RMB 50 million.", "revenue.total|guidance.low[2024FY] 48000000", "revenue.total|guidance.high[2024FY] 50000000")]
    [InlineData("Our backlog was RMB 64 million at the end of December, compared with RMB 59 million at the end of March 2023 and RMB 61 million three months earlier.", "backlog[2023-12-31] 64000000", "backlog[2023-03-31] 59000000", "backlog[2023-09-30] 61000000")]
    [InlineData("Inventory was RMB 18 million, RMB 2 million higher than at the end of September.", "inventory[2023-12-31] 18000000", "inventory|change.qoq[2023-12-31] 2000000")]
    [InlineData("Net debt fell by RMB 18 million to RMB 74 million.", "net_debt[2023-12-31] 74000000")]
    [InlineData("Net income came in at RMB 29 million, and EPS at RMB 0.57, compared with net income of RMB 19 million and EPS of RMB 0.38 a year earlier.", "net_income[2023Q4] 29000000", "eps[2023Q4] 0.57", "net_income[2022Q4] 19000000", "eps[2022Q4] 0.38")]
    [InlineData("Adjusted for the listing expenses, net income would have been RMB 31 million.", "net_income@adjusted[2023Q4] 31000000")]
    [InlineData("Opex fell 2% quarter over quarter. We expect full-year revenue growth of 8% to 10%.", "opex|growth.qoq[2023Q4] -0.02", "revenue.total|guidance.low.growth.yoy[2024FY] 0.08", "revenue.total|guidance.high.growth.yoy[2024FY] 0.1")]
    [InlineData("The gross margin of the lake boats business climbed to 27%, while that of sea boats fell to 16%.", "gross_margin.lake_boats[2023Q4] 0.27", "gross_margin.sea_boats[2023Q4] 0.16")]
    public void HowPeopleSayIt(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Sea boats generated a loss of RMB 25 million.")]
    [InlineData("Sea boats contributed RMB 25 million to profit.")]
    [InlineData("Lake boats had 72%; sea boats made up the other 28%, or RMB 4 million.")]
    [InlineData("We lost RMB 3 million on the sale of a yard.")]
    [InlineData("The board approved share repurchases of RMB 30 million.")]
    [InlineData("We had RMB 20 million of sales pulled forward from the first quarter.")]
    [InlineData("In another year net income would have been RMB 31 million.")]
    [InlineData("Analysts at a broker see revenue of RMB 170 million for 2024.")]
    [InlineData("We are raising our EPS range by 10 cents.")]
    [InlineData("Our loss on it was RMB 3 million.")]
    public void NoFigure(string text) => Assert.Empty(Firms.Call(text));

    [Fact]
    public void WhatIsNoLine_OwnsNothingBehindIt()
    {
        Extracted read = Extractor.Extract(TextDocument.Read("2023-article.txt", "Borealis in 2023\n\nTriton's credit line of RMB 1.5 billion and RMB 1.4 billion of capital expenditure show where the money of 2023 goes.\n"), Firms.Borealis);
        Assert.Equal(["capex[2023FY] 1400000000"], Firms.Said(read));
    }

    [Fact]
    public void ARival_KeepsItsFiguresInTheNextSentence()
    {
        Extracted read = Extractor.Extract(TextDocument.Read("2023-article.txt", "Borealis in 2023\n\nTriton, which builds yachts, reported a loss of RMB 14 million in 2023. Its revenue declined 4%.\n"), Firms.Borealis);
        Assert.Empty(read.Mentions);
    }

    [Fact]
    public void WhatAnAnalystAsks_IsNoFigure()
    {
        const string Call = "Notes on the earnings call, fourth quarter of 2023\n\nCFO: Gross margin was 9%.\n\nQuestions\n\nQ (analyst at a bank): Your revenue was RMB 5 million?\nSales are RMB 6 million, we think.\n\nCFO: Opex was RMB 4 million.\n";
        Extracted read = Extractor.Extract(TextDocument.Read("2023Q4-call.txt", Call), Firms.Borealis);
        Assert.Equal(["gross_margin[2023Q4] 0.09", "opex[2023Q4] 4000000"], Firms.Said(read));
    }
}
