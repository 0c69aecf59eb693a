using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;
using NodaTime;
using Xunit;

namespace ModelBuilder.Tests.Extraction.Discovery;

public class DiscovererTests
{
    private const string Greeting = "Operator: Good day, and welcome to the Heron Lanterns second quarter 2021 earnings call.\nSpeaker 1: ";

    [Fact]
    public void SegmentsAreWhatIsCalledSo()
    {
        Company company = Propose("Revenue was $90 million. In our Garden Lighting segment, revenue rose 4% to $60 million. In our Street and Harbour segment, revenue fell 2% to $30 million. "
            + "Sales in Europe were $50 million. Sales in Japan were $40 million.");

        Assert.Equal(["revenue.garden_lighting", "revenue.street_and_harbour"], Keys(company.Segments));
        Assert.Equal(["revenue.europe", "revenue.japan"], Keys(company.OtherLines));
    }

    [Fact]
    public void SegmentsAreWhatSumsToTheTotal()
    {
        Company company = Propose("Total revenue in the second quarter of 2021 was $100.0 million. Bulb revenue was $61.2 million. Lamp revenue was $38.8 million. Candle revenue was $12.5 million.");

        Assert.Equal(["revenue.bulb", "revenue.lamp"], Keys(company.Segments));
        Assert.Equal(["revenue.candle"], Keys(company.OtherLines));
    }

    [Fact]
    public void PartsOfTheWorldWideBusinessAreNoSegments()
    {
        Company company = Propose("Our global e-commerce business grew 20%, with our Nordic e-commerce business up 12%. In our wholesale business, sales fell 9%.");

        Assert.Equal(["revenue.global_ecommerce", "revenue.wholesale"], Keys(company.Segments));
    }

    [Fact]
    public void ANameInASentenceIsNoSegment() => Assert.Empty(Propose("Our business did well and the market segment we serve grew 5%. Revenue was $90 million.").Segments);

    [Fact]
    public void OneOfTwoNamesThatTakeTheSamePlaceIsAnAlias()
    {
        Company company = Propose("Total revenue in the second quarter of 2021 was $100.0 million. Bulb revenue was $61.2 million. Data services revenue was $38.8 million. "
            + "For the third quarter of 2021, we expect total revenue between $105.0 million and $110.0 million, bulb revenue between $64.0 million and $68.0 million, and paid services revenue between $41.0 million and $42.0 million. "
            + "We expect bulb revenue between $64.0 million and $68.0 million. We expect paid services revenue between $41.0 million and $42.0 million.");

        Assert.Equal(["revenue.bulb"], Keys(company.Segments)[..1]);
        Assert.Equal(2, company.Segments.Count);
        Assert.Contains("services", company.Segments[1].Key.Member, StringComparison.Ordinal);
    }

    [Fact]
    public void CostLinesAreNamedAmongTheCostsOfRevenue()
    {
        Company company = Propose("Cost of revenues was $60.0 million. Glass costs were $40.0 million. Wax costs were $15.0 million. Other costs were $5.0 million.");

        Assert.Equal(["cost.glass", "cost.wax", "cost.other"], Keys(company.CostLines));
    }

    [Fact]
    public void WhatAResultIsStatedWithoutIsAnAdjustment()
    {
        Company company = Propose("Excluding a relocation charge of $3.2 million, EBITDA was $12.0 million.");

        Assert.Equal(["cost.relocation"], Keys(company.Adjustments));
    }

    [Fact]
    public void OtherCompaniesStandInArticles()
    {
        Proposal proposal = Discoverer.Propose([TextDocument.Read("article.txt", "Heron Lanterns (NYSE: HRN) reported earnings.\n\nRevenue was $90 million in the second quarter of 2021. Osprey Lamps's revenue grew 8% and Kite Candles (KTC) fell behind.")], "x");

        Assert.Equal("Heron Lanterns", proposal.Company.Name);
        Assert.Equal(["Osprey Lamps", "Kite Candles"], proposal.Company.OtherCompanies);
    }

    [Theory]
    [InlineData("Cash was $9 million as of June 30, 2021.", 12)]
    [InlineData("The report on the fiscal year ended March 31, 2021 says more.", 3)]
    [InlineData("In the second quarter ended December 31, fiscal sales grew 2%.", 6)]
    [InlineData("For our fiscal second quarter, orders were weak in December and remain so, so far in January.", 6)]
    public void FiscalYearEnd(string sentence, int month) => Assert.Equal(month, Propose(sentence).Calendar.YearEndMonth);

    [Fact]
    public void DatesOnOneWeekdayMakeAYearOfWeeks()
    {
        FiscalCalendar calendar = Propose("Sales for the second quarter ended July 31, 2021 grew 3%. In fiscal 2021, the second quarter ended July 31, 2021.", "Sales for the first quarter ended May 1, 2021 grew 3% in the first quarter of 2021.").Calendar;

        Assert.Equal((1, YearEndRule.WeekdayNearestMonthEnd, IsoDayOfWeek.Saturday), (calendar.YearEndMonth, calendar.Rule, calendar.Weekday));
        Assert.Equal(new LocalDate(2021, 7, 31), calendar.EndOf(FiscalPeriod.Quarter(2021, 2)));
    }

    [Fact]
    public void WhatIsNotToldIsAFinding()
    {
        Proposal proposal = Discoverer.Propose([TextDocument.Read("call.txt", "We had a good fiscal quarter. Sales grew 4%.")], "Folder Name");

        Assert.Equal("Folder Name", proposal.Company.Name);
        Assert.Contains(proposal.Findings, f => f.Message.Contains("currency", StringComparison.Ordinal));
        Assert.Contains(proposal.Findings, f => f.Message.Contains("fiscal years end", StringComparison.Ordinal));
        Assert.Contains(proposal.Findings, f => f.Message.Contains("what the company is called", StringComparison.Ordinal));
        Assert.Contains(proposal.Findings, f => f.Message.Contains("no segments", StringComparison.Ordinal));
    }

    [Fact]
    public void NameTickerAndCurrency()
    {
        Company company = Propose("Heron Lanterns (NYSE: HRN) had revenue of EUR 90 million.");

        Assert.Equal(("Heron Lanterns", "HRN", "EUR"), (company.Name, company.Ticker, company.Currency));
    }

    [Fact]
    public void TheOrderOfDocumentsChangesNothing()
    {
        Document[] documents = [TextDocument.Read("a.txt", Greeting + "Glass revenue was $5.0 million. Revenue was $9.0 million."), TextDocument.Read("b.txt", Greeting + "Wax revenue was $4.0 million. Wax segment revenue grew 3%.")];

        Proposal one = Discoverer.Propose(documents, "x"), other = Discoverer.Propose([documents[1], documents[0]], "x");

        Assert.Equal(CompanyFileWriter.Write(one.Company, one.Reasons), CompanyFileWriter.Write(other.Company, other.Reasons));
    }

    private static string[] Keys(IEnumerable<CompanyLine> lines) => [.. lines.Select(l => l.Key.ToString())];

    private static Company Propose(params string[] calls)
    {
        Proposal proposal = Discoverer.Propose([.. calls.Select((c, i) => TextDocument.Read($"call{i}.txt", (i == 0 ? Greeting : "Speaker 1: ") + c))], "Folder");
        (Company? read, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", CompanyFileWriter.Write(proposal.Company, proposal.Reasons));
        Assert.Empty(findings);
        return read!;
    }
}
