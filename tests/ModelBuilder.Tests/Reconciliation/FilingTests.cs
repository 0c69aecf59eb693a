using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class FilingTests
{
    [Fact]
    public void A_later_filing_restates_by_any_amount()
    {
        Reconciled found = Reconcile(Fact("2009-10K", "2009FY", 42_905), Fact("2008-10K", "2008FY", 32_479), Fact("2009-10K", "2008FY", 37_491));

        Assert.Equal(37_491m, found.Millions("revenue.total[2008FY]"));
        Assert.Equal(FindingCode.Restated, Assert.Single(found.Findings).Code);
    }

    [Fact]
    public void In_one_file_of_facts_the_later_one_holds()
    {
        Reconciled found = Reconcile(Fact("facts.json", "2008FY", 32_479, 10), Fact("facts.json", "2008FY", 37_491, 20), Fact("facts.json", "2009FY", 42_905, 30));

        Assert.Equal(37_491m, found.Millions("revenue.total[2008FY]"));
        Assert.Empty(found.Contradicting());
    }

    [Fact]
    public void Of_two_filings_on_the_same_period_the_last_named_is_taken_with_a_warning()
    {
        Reconciled found = Reconcile(Fact("10-K", "2009FY", 36_537), Fact("10-K-amended", "2009FY", 42_905));

        Assert.Equal(42_905m, found.Millions("revenue.total[2009FY]"));
        Assert.Equal(Severity.Warning, Assert.Single(found.Contradicting()).Severity);
    }

    private static Reconciled Reconcile(params Mention[] facts) => Reconciler.Reconcile(new Told().Company, [], facts);

    private static Mention Fact(string document, string period, decimal millions, int line = 1) =>
        new(LineKey.Parse("revenue.total"), Measure.Level, FiscalPeriod.Parse(period), new Amount(millions * 1_000_000m, 500_000m, Unit.Money, "CNY"),
            new Provenance(document, SourceKind.Filing, line, 0, 6, "a fact", null, "Revenues"));
}
