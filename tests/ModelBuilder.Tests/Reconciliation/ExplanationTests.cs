using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class ExplanationTests
{
    [Fact]
    public void An_identity_that_one_changed_digit_would_mend_says_so()
    {
        Finding found = Assert.Single(new Told().Holds("operating_margin = operating_income / revenue.total")
            .Say("operating_income[2022Q1]", "-31.4").Say("operating_margin[2022Q1]", "-19.1%").Say("revenue.total[2022Q1]", "269.2").Reconcile().Findings, f => f.Code == "identity");

        Assert.Contains("operating_income of -51.4 would fit: probably one digit misheard", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_net_result_adjusted_quite_otherwise_than_the_operating_result_is_doubted()
    {
        Told Results(string net) => new Told().Say("revenue.total[2022Q1]", "412.6").Say("operating_income[2022Q1]", "-66.1").Say("operating_income@adjusted[2022Q1]", "-61.0").Say("net_income[2022Q1]", net).Say("net_income@adjusted[2022Q1]", "-55.3");

        Assert.Contains("net_income of -60.4 would fit (probably misheard, as seventeen for seventy)", Assert.Single(Results("-16.4").Reconcile().Findings).Message, StringComparison.Ordinal);
        Assert.Empty(Results("-60.4").Reconcile().Findings);
    }

    [Fact]
    public void A_rate_that_two_currencies_have_not_had_is_a_contradiction()
    {
        Reconciled Cash(string yuan) => new Told().Say("cash[2021Q2]", yuan).Say("cash[2021Q2]", "412.0", "USD").Reconcile();

        Assert.Contains("has not been since 2008", Assert.Single(Cash("3,370").Findings, f => f.Code == FindingCode.Contradiction).Message, StringComparison.Ordinal);
        Assert.Equal("currency", Assert.Single(Cash("2,660").Findings).Code);
    }

    [Fact]
    public void Numbers_far_apart_in_one_document_are_of_two_things_and_no_contradiction()
    {
        Reconciled apart = new Told().Say("revenue.total|growth.yoy[2022Q2]", "-43.0%").Say("revenue.total|growth.yoy[2022Q2]", "-43.0%").Say("revenue.total|growth.yoy[2022Q2]", "12.5%").Reconcile();

        Assert.Contains("of a part, a region or another comparison", Assert.Single(apart.Findings).Message, StringComparison.Ordinal);
        Assert.Empty(apart.Contradicting());
    }

    [Fact]
    public void Two_documents_slips_and_broken_identities_still_contradict()
    {
        Told once = new Told().Say("opex[2022Q2]", "143.0").Say("opex[2022Q2]", "143.0");

        Assert.NotEmpty(new Told().Say("opex[2022Q2]", "143.0").In("release.txt", SourceKind.Release).Say("opex[2022Q2]", "212.5").Reconcile().Contradicting());
        Assert.NotEmpty(once.Say("opex[2022Q2]", "193.0").Reconcile().Contradicting());
        Assert.NotEmpty(new Told().Holds("opex = research_development + general_administrative").Say("research_development[2022Q2]", "100.0").Say("general_administrative[2022Q2]", "43.0")
            .Say("opex[2022Q2]", "143.0").Say("opex[2022Q2]", "212.5").Reconcile().Contradicting());
    }

    [Fact]
    public void What_nothing_decides_in_one_document_stays_unused() =>
        Assert.Empty(new Told().Say("orders[2022Q2]", "23.1").Say("orders[2022Q2]", "47.6").Reconcile().Figures);
}
