using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

public class ExtractorTest
{
    [Theory]
    [InlineData("Total revenue was RMB 1,234.5 million, up 12.5% year-over-year.", "revenue.total[2023Q4] 1234500000", "revenue.total|growth.yoy[2023Q4] 0.125")]
    [InlineData("Revenue from lake boats was RMB 900 million.", "revenue.lake_boats[2023Q4] 900000000")]
    [InlineData("Gross margin fell to 14.2% from 15.1% last quarter.", "gross_margin[2023Q4] 0.142", "gross_margin[2023Q3] 0.151")]
    [InlineData("Timber costs and other costs were RMB 5 million and RMB 7 million this quarter.", "cost.timber[2023Q4] 5000000", "cost.other[2023Q4] 7000000")]
    [InlineData("Timber cost rose by 20% year-over-year from RMB 5.0 million to RMB 6.0 million.", "cost.timber|growth.yoy[2023Q4] 0.2", "cost.timber[2022Q4] 5000000", "cost.timber[2023Q4] 6000000")]
    [InlineData("Adjusted EBITDA narrowed from negative RMB 30.2 million a year ago and negative RMB 9.1 million last quarter to negative RMB 2.5 million.",
        "ebitda@adjusted[2022Q4] -30200000", "ebitda@adjusted[2023Q3] -9100000", "ebitda@adjusted[2023Q4] -2500000")]
    [InlineData("In 2021, net loss was RMB 3 million.", "net_income[2021FY] -3000000")]
    [InlineData("From 2021 to 2023, R&D expenses fell from RMB 9 million to RMB 8 million to RMB 6 million.", "research_development[2021FY] 9000000", "research_development[2022FY] 8000000", "research_development[2023FY] 6000000")]
    [InlineData("From 2022 to 2023, Borealis had operating losses of RMB 4 million and RMB 3 million respectively.", "operating_income[2022FY] -4000000", "operating_income[2023FY] -3000000")]
    [InlineData("We achieved RMB 12.5 million operating cash inflow this quarter.", "operating_cash_flow[2023Q4] 12500000")]
    [InlineData("As of December 31, 2023, cash, cash equivalents and short-term deposits and investments were RMB 3.6 billion.", "cash_and_short_term_investments[2023-12-31] 3600000000")]
    [InlineData("Adjusted gross margin improved 2.1 percentage points compared with last quarter.", "gross_margin@adjusted|change.qoq[2023Q4] 0.021")]
    [InlineData("Gross margin rose by 2.1% from the same period last year.", "gross_margin|change.yoy[2023Q4] 0.021")]
    [InlineData("Adjusted growth margin was 11.4%.", "gross_margin@adjusted[2023Q4] 0.114")]
    [InlineData("EBITDA was negative 6.1%.", "ebitda_margin[2023Q4] -0.061")]
    [InlineData("Net income was RMB 7.5 million, or RMB 0.31 per diluted share.", "net_income[2023Q4] 7500000", "eps[2023Q4] 0.31")]
    [InlineData("Sales declined 3% on an organic basis year-over-year.", "revenue.total@organic|growth.yoy[2023Q4] -0.03")]
    [InlineData("Gross margin was 21%, or 23% excluding one-time charges.", "gross_margin[2023Q4] 0.21", "gross_margin@adjusted[2023Q4] 0.23")]
    [InlineData("As a percentage of revenue, SG&A improved by 90 basis points to 31.5%, compared to 32.4% a year ago.", "share_of_revenue.selling_general_administrative|change.yoy[2023Q4] -0.009",
        "share_of_revenue.selling_general_administrative[2023Q4] 0.315", "share_of_revenue.selling_general_administrative[2022Q4] 0.324")]
    [InlineData("We reported 19% adjusted EBITDA growth in the fourth quarter year-over-year.", "ebitda@adjusted|growth.yoy[2023Q4] 0.19")]
    public void PlainStatement(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Call(sentence));

    [Theory]
    [InlineData("Revenue from lake boats was RMB 9 million, accounting for 57.3% of total revenue.", "revenue.lake_boats[2023Q4] 9000000", "share_of_revenue.lake_boats[2023Q4] 0.573")]
    [InlineData("The canoe business represented approximately 9% of our lake boats revenue, or an increase of 30% sequentially.", "share_of_lake_boats.canoes[2023Q4] 0.09", "revenue.canoes|growth.qoq[2023Q4] 0.3")]
    [InlineData("This year 17% of revenue came from the harbour club.", "share_of_revenue.harbour_club[2023FY] 0.17")]
    [InlineData("Moving on to sea boats. Total revenues were RMB 61 million.", "revenue.sea_boats[2023Q4] 61000000")]
    [InlineData("In terms of lake boats, revenues were RMB 61 million.", "revenue.lake_boats[2023Q4] 61000000")]
    [InlineData("I will start with lake boats. Revenues from this business came to RMB 61 million.", "revenue.lake_boats[2023Q4] 61000000")]
    [InlineData("Revenue from lake boats was RMB 9 million. Revenue from seed boats was RMB 4 million.", "revenue.lake_boats[2023Q4] 9000000", "revenue.sea_boats[2023Q4] 4000000")]
    [InlineData("Excluding the canoe business, lake boats revenue rose by 7.7% quarter-over-quarter.", "revenue.lake_boats_ex_canoes|growth.qoq[2023Q4] 0.077")]
    public void PartsAndShares(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Excluding listing expenses and the disposal of vessels, our adjusted EBITDA margin would be negative 4.3%.", "ebitda_margin@adjusted_ex_items[2023Q4] -0.043")]
    [InlineData("Excluding listing expenses and disposal of vessels of RMB 12 million, adjusted G&A expenses were RMB 20 million.", "adjustments.total[2023Q4] 12000000", "general_administrative@adjusted_ex_items[2023Q4] 20000000")]
    [InlineData("It was hurt by Oslo IPO lifting expenses of RMB 9.5 million.", "listing_expense[2023Q4] 9500000")]
    [InlineData("Free cash flow, as measured by operating cash flow minus capital expenditures, was RMB 5 million.", "free_cash_flow[2023Q4] 5000000")]
    public void Adjustments(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("We expect that total revenue will come in between RMB 3.1 billion and RMB 3.4 billion for the first quarter of 2024.", "revenue.total|guidance.low[2024Q1] 3100000000", "revenue.total|guidance.high[2024Q1] 3400000000")]
    [InlineData("We expect that total revenue will come in between RMB 3.1 billion and RMB 3.4 billion for the fourth quarter of 2024.", "revenue.total|guidance.low[2024Q1] 3100000000", "revenue.total|guidance.high[2024Q1] 3400000000")]
    [InlineData("For the full year 2024, we expect capital expenditures of more than RMB 2.5 billion.", "capex|guidance.low[2024FY] 2500000000")]
    [InlineData("For the first quarter of 2024 we expect sales to grow between a 2% decrease and a 3% increase.", "revenue.total|guidance.low.growth.yoy[2024Q1] -0.02", "revenue.total|guidance.high.growth.yoy[2024Q1] 0.03")]
    [InlineData("In the first quarter of 2024 we expect comparable sales to be down 4% to up 3%.", "same_store_sales|guidance.low.growth.yoy[2024Q1] -0.04", "same_store_sales|guidance.high.growth.yoy[2024Q1] 0.03")]
    [InlineData("For the full year we expect earnings per share of $3.10 to $3.40.", "eps|guidance.low[2024FY] 3.1", "eps|guidance.high[2024FY] 3.4")]
    public void Guidance(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("We signed a credit line of RMB 2.4 billion.")]
    [InlineData("Our stock price reached RMB 31.")]
    [InlineData("The market size was RMB 33.2 billion, with growth of 21.4%.")]
    [InlineData("Revenue has grown at a CAGR of 44%.")]
    [InlineData("Revenue benefited as we opened 24 shops within 12 months under Section 21E.")]
    [InlineData("Revenue has not exceeded RMB 6 billion.")]
    [InlineData("Gross margin could reach 40%.")]
    [InlineData("Excluding the old yards, lake boats revenue rose by 4%.")]
    [InlineData("Sales grew and we bought RMB 5 billion in equipment.")]
    public void NoFigure(string text) => Assert.Empty(Firms.Call(text));

    [Fact]
    public void MisdatedGuidance_KeepsWhatWasSaidAsADoubt()
    {
        Mention low = Firms.Read("We expect total revenue of RMB 2 billion for the fourth quarter of 2024.", Firms.Borealis).Mentions[0];
        Assert.Contains(low.Doubts, d => d.Contains("the fourth quarter of 2024", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Zephyr Marine's revenue in 2023 was RMB 88.1 billion.", "revenue.total", 88.1e9)]
    [InlineData("Last year hurt, with Triton achieving revenue of RMB 7.9 billion in 2023.", "revenue.total", 7.9e9)]
    public void AnotherCompany_IsRefused(string text, string line, double value)
    {
        Extracted read = Extractor.Extract(TextDocument.Read("news.txt", "Borealis announced its results for 2023.\n\n" + text), Firms.Borealis);
        Assert.Empty(read.Mentions);
        Finding refused = Assert.Single(read.Findings);
        Assert.Equal((FindingCode.Refused, line, (decimal?)value, 3), (refused.Code, refused.Line?.ToString(), refused.Value, refused.DocumentLine));
        Assert.False(string.IsNullOrEmpty(refused.Remedy));
    }

    [Fact]
    public void AnalystsQuestion_IsNotTheCompanys()
    {
        Extracted read = Extractor.Extract(TextDocument.Read("2023Q4.txt", "Speaker 1: Revenue was RMB 5 million.\nOperator: We take our first question.\nSpeaker 7: Is revenue of RMB 9 million next year right? Revenue was RMB 9 million.\nSpeaker 1: Gross margin was 12%."), Firms.Borealis);
        Assert.Equal(["revenue.total[2023Q4] 5000000", "gross_margin[2023Q4] 0.12"], Firms.Said(read));
    }

    [Fact]
    public void UnknownCurrency_IsAFinding()
    {
        Extracted read = Extractor.Extract(TextDocument.Read("2023Q4.txt", "Revenue was 5 million in the fourth quarter of 2023."), null);
        Assert.Empty(read.Mentions);
        Assert.Equal(FindingCode.UnknownScale, Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void UnknownReportingPeriod_IsAFindingAndNoGuess()
    {
        Extracted read = Extractor.Extract(TextDocument.Read("call.txt", "Speaker 1: Gross margin was 12%."), Firms.Borealis);
        Assert.Null(Assert.Single(read.Mentions).Period);
        Assert.Equal(FindingCode.UnknownPeriod, Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void GuidanceWithoutAPeriod_IsAFinding()
    {
        Extracted read = Firms.Read("We expect gross margin of 12%.", Firms.Borealis);
        Assert.Empty(read.Mentions);
        Assert.Equal(FindingCode.UnknownPeriod, Assert.Single(read.Findings).Code);
    }

    [Fact]
    public void Place_IsThatOfTheNumber()
    {
        Document document = TextDocument.Read("2023Q4.txt", "Hello.\nSpeaker 1: Revenue was RMB 5 million.");
        Provenance place = Extractor.Extract(document, Firms.Borealis).Mentions[0].Provenance;
        Assert.Equal("RMB 5 million", document.Lines[place.Line - 1].Text.Substring(place.Start, place.Length));
        Assert.Equal(("Speaker 1", "Revenue was RMB 5 million."), (place.Speaker, place.Quote));
    }
}
