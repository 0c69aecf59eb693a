using ModelBuilder.Documents;
using ModelBuilder.Figures;
using NodaTime;
using Xunit;

namespace ModelBuilder.Tests.Documents;

public class CompanyFileTests
{
    private const string Least = "name: Harbour Tea\ncurrency: EUR\nfiscal_year_end: December 31\n";

    private const string Full = """
        name: Harbour Tea Holdings
        ticker: HTH
        aliases: [Harbour Tea, "Harbor Tea"]
        currency: USD
        units: thousands
        fiscal_year_end: Saturday nearest January 31
        fiscal_year_named: by starting year
        first_column: 2019Q2
        forecast_quarters: 8
        segments:
          - key: loose_leaf
            label: Loose leaf
            aliases: [loose tea, leaf business]
          - key: bags
        cost_lines:
          - key: freight
        expense_lines:
          - key: research_development@adjusted
        adjustments:
          - key: moving_expense
            label: Cost of moving
        other_lines:
          - key: share_of_revenue.online
        other_companies: [Rival Leaf]
        decisions:
          - line: revenue.bags
            period: 2020Q1
            use: 12500000
            reason: the release says so
          - line: gross_margin@adjusted
            measure: change.yoy
            period: 2020FY
            use: -0.012
            reason: recomputed
        """;

    [Fact]
    public void Read_FullFile_HasAllOfIt()
    {
        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", Full);

        Assert.Empty(findings);
        Assert.NotNull(company);
        Assert.Equal(("Harbour Tea Holdings", "HTH", "USD", 1000, 8), (company.Name, company.Ticker, company.Currency, company.UnitsShown, company.ForecastQuarters));
        Assert.Equal(["Harbour Tea", "Harbor Tea"], company.Aliases);
        Assert.Equal(new FiscalCalendar(1, YearEndRule.WeekdayNearestMonthEnd, IsoDayOfWeek.Saturday, YearNaming.StartingYear), company.Calendar);
        Assert.Equal(FiscalPeriod.Quarter(2019, 2), company.FirstColumn);
        Assert.Equal(["revenue.loose_leaf", "revenue.bags", "cost.freight", "research_development@adjusted", "moving_expense", "share_of_revenue.online"], company.Lines.Select(l => l.Key.ToString()));
        Assert.Equal(["Loose leaf", "Bags", "Freight", "Research development", "Cost of moving", "Share of revenue, online"], company.Lines.Select(l => l.Label));
        Assert.Equal(["loose tea", "leaf business"], company.Segments[0].Aliases);
        Assert.Equal(["Rival Leaf"], company.OtherCompanies);
        Assert.Equal(new Ruling(new FigureId(new LineKey("revenue.bags"), Measure.Level, FiscalPeriod.Quarter(2020, 1)), 12_500_000m, "the release says so", "company.yaml:26"), company.Rulings[0]);
        Assert.Equal(new FigureId(new LineKey("gross_margin", "adjusted"), Measure.ChangeYoy, FiscalPeriod.FullYear(2020)), company.Rulings[1].Id);
    }

    [Fact]
    public void Read_LeastFile_TakesDefaultsOfTheSchema()
    {
        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("c.yaml", Least + "segments:\n");

        Assert.Empty(findings);
        Assert.Equal(("", 1_000_000, 5, (FiscalPeriod?)null), (company!.Ticker, company.UnitsShown, company.ForecastQuarters, company.FirstColumn));
        Assert.Empty(company.Lines);
    }

    [Theory]
    [InlineData("segmnets:\n  - key: a", 4, "unknown key 'segmnets'; did you mean 'segments'?")]
    [InlineData("shoe_size: 43", 4, "unknown key 'shoe_size'")]
    [InlineData("ticker: A\nticker: B", 5, "key 'ticker' stands here a second time, first on line 4")]
    [InlineData("units: dozens", 4, "'dozens' is no value for 'units'")]
    [InlineData("first_column: 2021", 4, "'2021' is no value for 'first_column'")]
    [InlineData("first_column: 2021FY", 4, "'2021FY' is no value for 'first_column'")]
    [InlineData("forecast_quarters: 0", 4, "'0' is no value for 'forecast_quarters'")]
    [InlineData("forecast_quarters: 4.5", 4, "'4.5' is no value for 'forecast_quarters'")]
    [InlineData("fiscal_year_named: after the founder", 4, "'after the founder' is no value for 'fiscal_year_named'")]
    [InlineData("ticker: [A, B]", 4, "'ticker' must be a single value")]
    [InlineData("aliases: one", 4, "'aliases' must be a list")]
    [InlineData("aliases: [one, {two: three}]", 4, "an entry of 'aliases' is of the wrong form")]
    [InlineData("segments:\n  - key: LooseLeaf", 5, "'LooseLeaf' in segments is not a snake case word")]
    [InlineData("segments:\n  - key: revenue.bags", 5, "'revenue.bags' in segments is not a snake case word")]
    [InlineData("segments:\n  - key: total", 5, "'total' in segments is the name of the sum")]
    [InlineData("segments:\n  - label: Bags", 5, "required key 'key' is missing")]
    [InlineData("segments:\n  - key: bags\n    lable: Bags", 6, "unknown key 'lable'; did you mean 'label'?")]
    [InlineData("segments:\n  - key: bags\n  - key: bags", 6, "the line revenue.bags stands here a second time, first on line 5")]
    [InlineData("segments:\n  - bags", 5, "an entry of 'segments' is of the wrong form")]
    [InlineData("adjustments:\n  - key: Moving Expense", 5, "'Moving Expense' is not a line key")]
    [InlineData("aliases: [Rival]\nother_companies: [rival]", 5, "'rival' is given as the company's own name and as another company's")]
    [InlineData("decisions:\n  - line: revenue.bags\n    period: 2020Q1\n    use: 12.5 million\n    reason: x", 7, "'12.5 million' is no value for 'use'")]
    [InlineData("decisions:\n  - line: revenue.bags\n    period: 2020Q5\n    use: 1\n    reason: x", 6, "'2020Q5' is no value for 'period'")]
    [InlineData("decisions:\n  - line: revenue.bags\n    period: 2020Q1\n    use: 1", 5, "required key 'reason' is missing")]
    [InlineData("decisions:\n  - {line: a, period: 2020Q1, use: 1, reason: x}\n  - {line: a, period: 2020Q1, use: 2, reason: y}", 6, "a second decision about a[2020Q1]")]
    [InlineData("aliases: &a [x]", 4, "")]
    [InlineData("aliases: [x", 5, "not readable as YAML")]
    [InlineData("\tticker: A", 3, "not readable as YAML")] // the library tells where the line before ends
    public void Read_SomethingWrong_IsOneErrorWithLineAndRemedy(string addition, int line, string message)
    {
        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", Least + addition);
        if (message.Length == 0)
        {
            Assert.NotNull(company); // an anchor that nothing refers to does no harm
            return;
        }

        Assert.Null(company);
        Finding finding = Assert.Single(findings);
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal((Severity.Error, FindingCode.Input, "company.yaml", line), (finding.Severity, finding.Code, finding.Document, finding.DocumentLine));
        Assert.False(string.IsNullOrEmpty(finding.Remedy));
    }

    [Theory]
    [InlineData("currency: EUR\nfiscal_year_end: December 31", "required key 'name' is missing")]
    [InlineData("name: X\nfiscal_year_end: December 31", "required key 'currency' is missing")]
    [InlineData("name: X\ncurrency: EUR", "required key 'fiscal_year_end' is missing")]
    [InlineData("name: X\ncurrency:\nfiscal_year_end: December 31", "required key 'currency' is missing")]
    [InlineData("name: X\ncurrency: RMB\nfiscal_year_end: December 31", "'RMB' is not an ISO 4217 currency code; did you mean CNY?")]
    [InlineData("name: X\ncurrency: EUR\nfiscal_year_end: June 15", "'June 15' does not say at which end of a month")]
    [InlineData("name: X\ncurrency: EUR\nfiscal_year_end: June 30", "fiscal years do not end in December, and nothing says")]
    [InlineData("", "the file is empty")]
    [InlineData("- name: X", "the file is not a list of keys")]
    public void Read_SomethingRequiredMissing_IsOneError(string text, string message)
    {
        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", text);

        Assert.Null(company);
        Assert.StartsWith(message, Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralErrors_SaysAllAtOnceInTheFilesOrder()
    {
        (_, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", "nmae: X\ncurrency: EU\nfiscal_year_end: soon\nsegments:\n  - key: A-B\n");

        Assert.Equal([1, 1, 2, 3, 5], findings.Select(f => f.DocumentLine));
        Assert.Contains("'a_b'", findings[4].Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AliasOfTwoLines_IsAWarningAndTheFirstHasIt()
    {
        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", Least + "segments:\n  - {key: a, aliases: [tea]}\n  - {key: b, aliases: [Tea]}\n");

        Assert.Equal(Severity.Warning, Assert.Single(findings).Severity);
        Assert.Equal(["tea"], company!.Segments[0].Aliases);
        Assert.Empty(company.Segments[1].Aliases);
    }

    [Fact]
    public void Read_DeepNesting_IsAnErrorAndNoOverflow() =>
        Assert.Null(CompanyFile.Read("company.yaml", Least + "aliases: " + new string('[', 5000)).Company);
}
