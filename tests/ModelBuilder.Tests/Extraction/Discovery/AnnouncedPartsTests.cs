using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction.Discovery;

/// <summary>Parts that go by several names, are named by units or in lists, and names of companies in titles.</summary>
public class AnnouncedPartsTests
{
    [Fact]
    public void WhatAPartSellsMayBeLeftOutOfItsName() => AssertSegments(
        ["revenue.rope_solutions", "revenue.sail_products"],
        "Total revenue in the second quarter of 2021 was $30 million.", "Our rope and sail segments did well.", "Rope Solutions revenue was $20 million.", "Sail Products revenue was $10 million.");

    [Fact]
    public void TwoKindsUnderOneWordStayTwo() => AssertSegments(
        ["revenue.rope_services", "revenue.rope_products"],
        "Total revenue in the second quarter of 2021 was $30 million.", "Revenue of our Rope Services segment was $20 million.", "Revenue of our Rope Products segment was $10 million.", "The rope business has a future.");

    [Fact]
    public void ABusinessUnitIsAPartByItsWholeName() => AssertSegments(
        ["revenue.rope_and_cable", "revenue.embedded", "revenue.sails"],
        "Total revenue in the second quarter of 2021 was $32 million.", "The rope and cable business unit delivered revenue of $20 million.", "The embedded business unit delivered revenue of $9 million.", "The sails business reported revenue of $3 million.");

    [Fact]
    public void ASentenceMayBeginWithAPartOfTwoWords() => AssertSegments(
        ["revenue.software", "revenue.print_and_distribution"],
        "Total net sales in the second quarter of 2021 were $30 million.", "Software net sales of $20 million, an increase of 8%.", "Print and distribution net sales of $10 million, a decrease of 5%.");

    [Fact]
    public void InitialsOfAPartAreItsNameToo()
    {
        Company company = Propose("We report the second quarter of 2021.", "Lake Rope Makers delivered an outstanding second quarter result.", "LRM's adjusted EBITDA rose by $5 million.", "LRM is strong.", "Sail cloth's second quarter sales rose by $9 million.");

        Assert.Contains(company.Segments, s => s.Key.Member == "lake_rope_makers" && s.Aliases.Contains("LRM"));
    }

    [Fact]
    public void WhatIsLeftOfARegionIsARegion() => AssertSegments(
        ["revenue.europe", "revenue.other_asia", "revenue.japan"],
        "Sales grew 9% in the second quarter of 2021.", "In Europe, sales grew 4% on last year.", "In Other Asia, sales grew 3% on last year.", "And in Japan, sales declined 4% on last year.");

    [Fact]
    public void BesideAnotherAGeneralWordIsAName_AndASubsidiarySumsUpWithThem() => AssertSegments(
        ["revenue.island_strip", "revenue.regional", "revenue.heron_lagoon"],
        "Heron's second quarter results for 2021 follow.", "Welcome to the Heron Resorts second quarter 2021 call.", "Our Island Strip and regional segments did well.", "Total revenue in the second quarter of 2021 was $30 million.", "Island Strip revenue was $15 million.", "Our regional net revenue was $9 million.", "Heron Lagoon's second quarter results were sequentially lower from the first quarter with net revenue of $6 million.");

    [Fact]
    public void APartOfWhichOnlyTheGrowthIsTold_FillsAGapWhereItIsNamedOften()
    {
        string[] often = [.. Enumerable.Repeat("Osprey delivered 9 boats.", 5)];
        AssertSegments(["revenue.egret", "revenue.stork", "revenue.osprey"], ["Total revenue in the second quarter of 2021 was $30 million.", "Osprey revenues were down 3% in the quarter.", "Rope revenues were down 4% in the quarter.", .. often, "Moving to Egret.", "Revenue was $10 million.", "Moving to Stork.", "Revenue was $8 million."]);
    }

    [Theory]
    [InlineData("Finally, earnings per share for the quarter were $2.")]
    [InlineData("We'd announced earnings of $2 for the quarter.")]
    [InlineData("Geographically, Ohio continues to lead.")]
    public void ASentenceIsNoTitle(string sentence) => Assert.Equal("Folder", Propose(sentence, "Sales rose.", "Ohio grew.").Name);

    [Fact]
    public void TheRestOfTheWorldEndsAName() => AssertSegments(
        ["revenue.ropes_north_america", "revenue.ropes_rest_of_the_world"],
        "Sales grew 9% in the second quarter of 2021.", "Ropes North America had sales of $9 million, up 4%.", "In Ropes Rest of the World, sales were $7 million, up 3%.");

    [Fact]
    public void WhatIsOnlySaidOfAMonthMakesNoPart() => Assert.Empty(Propose("Sales grew 9% in the second quarter of 2021.", "Regarding our rope and sail businesses, consumption is recovering.", "In July, rope sales were up 10% and sail sales were up 5%.").Segments);

    [Theory]
    [InlineData("Q2 2021 Heron Rope Inc Earnings Call", "Heron Rope Inc")]
    [InlineData("Heron Rope, Inc. Fiscal Second Quarter 2021 Earnings Call", "Heron Rope")]
    [InlineData("Company Name: Heron | Quarter: Q2", "Heron")]
    [InlineData("Heron Rope on Thursday reported a net profit of $9 million.", "Heron Rope")]
    [InlineData("Heron Rope Announces Unaudited Results for 2021", "Heron Rope")]
    [InlineData("North Heron Rope Ltd Announces Results for 2021", "North Heron Rope Ltd")]
    [InlineData("HERON half year results 2021", "HERON")]
    public void ATitleNamesTheCompany(string title, string name) => Assert.Equal(name, Propose(title, "Spending was low.", "Spending's a choice and spending is dear.").Name);

    [Theory]
    [InlineData("OCTOBER 26, 2017", 1, 2018, 6)]
    [InlineData("MARCH 23, 2017", 2, 2017, 8)]
    [InlineData("JULY 28, 2017", 2, 2017, 12)]
    public void TheDayOfACallTellsWhenItsFiscalYearEnds(string day, int quarter, int year, int month)
    {
        Company company = Discoverer.Propose([TextDocument.Read("call.txt", $"Q{quarter} {year} Heron Rope Inc Earnings Call\n{day}\nIn fiscal Q{quarter}, revenue was $9 million, up 4%.")], "Folder").Company;

        Assert.Equal(month, company.Calendar.YearEndMonth);
    }

    [Fact]
    public void APartThatPostsSalesIsNoOtherCompany()
    {
        Company company = new() { Name = "Heron", Ticker = "HRN", Currency = "USD", UnitsShown = 1_000_000, Segments = [new CompanyLine(new LineKey("revenue.heron_rope"), "Heron Rope", [])] };
        Extracted extracted = Extractor.Extract(TextDocument.Read("2021Q2-call.txt", "Heron Rope posted record quarterly revenues of $676 million."), company);

        Assert.Equal("revenue.heron_rope", Assert.Single(extracted.Mentions).Line.ToString());
    }

    private static void AssertSegments(string[] keys, params string[] sentences) => Assert.Equal(keys.Order(), Propose(sentences).Segments.Select(s => s.Key.ToString()).Order());

    private static Company Propose(params string[] sentences) => Discoverer.Propose([TextDocument.Read("call.txt", string.Join('\n', sentences))], "Folder").Company;
}
