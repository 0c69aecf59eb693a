using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class SurenessTests
{
    [Fact]
    public void Several_identities_and_documents_make_a_decision_clear_and_are_counted()
    {
        Contradiction found = Assert.Single(new Told().Holds("revenue.total = revenue.a + revenue.b")
            .Say("revenue.a[2023Q4]", "670.3").Say("revenue.b[2023Q4]", "1,052.2").Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.a[2023Q3]", "608.5").Say("revenue.a|growth.qoq[2023Q4]", "10.2%")
            .In("notes.txt", SourceKind.Article).Say("revenue.a[2023Q4]", "670.3").Say("revenue.a[2023Q4]", "617.4").Reconcile().Contradictions);

        Assert.Equal(Sureness.Clear, found.Sureness);
        Assert.Contains("2 documents and 2 identities for it, 1 document and no identities for the other", found.SureBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void One_more_source_makes_it_likely_and_a_repetition_narrow()
    {
        Sureness Of(Told told) => Assert.Single(told.Reconcile().Contradictions).Sureness;
        Told Two() => new Told().Say("opex[2023Q4]", "120.4").In("other.txt").Say("opex[2023Q4]", "131.9");

        Assert.Equal(Sureness.Open, Of(Two()));
        Assert.Equal(Sureness.Narrow, Of(Two().Say("opex[2023Q4]", "131.9")));
        Assert.Equal(Sureness.Likely, Of(Two().In("third.txt", SourceKind.Article).Say("opex[2023Q4]", "131.9")));
    }

    [Fact]
    public void What_the_analyst_rules_is_ruled()
    {
        Told told = new Told().Say("opex[2023Q4]", "120.4").In("other.txt").Say("opex[2023Q4]", "131.9");
        told.Company = told.Company with { Rulings = [new Ruling(Told.Id("opex[2023Q4]"), 131_900_000m, "read in the filing", "company.yaml")] };

        Assert.Equal(Sureness.Ruled, Assert.Single(told.Reconcile().Contradictions).Sureness);
    }
}
