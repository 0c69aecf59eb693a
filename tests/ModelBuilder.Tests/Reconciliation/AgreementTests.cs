using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class AgreementTests
{
    [Fact]
    public void Roundings_agree_and_the_most_precise_is_used()
    {
        Reconciled found = new Told().Say("revenue.total[2023Q4]", "1.72bn").Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.total[2023Q4]", "1.7bn").Reconcile();

        Assert.Empty(found.Contradicting());
        Assert.Equal(1722.5m, found.Millions("revenue.total[2023Q4]"));
        Assert.Equal(3, found.Figure("revenue.total[2023Q4]").Mentions.Count);
        Assert.Equal(1_722_450_000m, found.Figure("revenue.total[2023Q4]").Interval.Low);
    }

    [Fact]
    public void Digits_cut_off_agree_too() => Assert.Empty(new Told().Say("revenue.total[2023FY]", "7.047bn").Say("revenue.total[2023FY]", "7,047.8").Reconcile().Contradicting());

    [Fact]
    public void Roundings_that_touch_are_settled_by_the_identity()
    {
        Reconciled found = new Told().Holds("revenue.total = revenue.public + revenue.enterprise")
            .Say("revenue.total[2022Q4]", "2,131").Say("revenue.public[2022Q4]", "1.34bn").Say("revenue.public[2022Q4]", "1.35bn").Say("revenue.enterprise[2022Q4]", "785.9").Say("revenue.enterprise[2022Q4]", "790")
            .Reconcile();

        Assert.Equal(1345.1m, found.Millions("revenue.public[2022Q4]"));
        Assert.Equal(FigureStatus.Derived, found.Figure("revenue.public[2022Q4]").Status);
        Assert.Equal(2, found.Figure("revenue.public[2022Q4]").Mentions.Count);
        Assert.Equal("revenue.total - revenue.enterprise = 2,131 - 785.9", found.Figure("revenue.public[2022Q4]").Derivation);
        Assert.DoesNotContain(found.Contradicting(), f => f.Line == LineKey.Parse("revenue.public"));
    }

    [Fact]
    public void Another_basis_is_another_figure()
    {
        Reconciled found = new Told().Say("ebitda@adjusted[2022Q4]", "-245.1").Say("ebitda@normalized_adjusted[2022Q4]", "-216.3").Reconcile();

        Assert.Empty(found.Contradicting());
        Assert.Equal(2, found.Figures.Count);
    }

    [Fact]
    public void Two_definitions_under_one_name_are_no_error()
    {
        Reconciled found = new Told().Say("ebitda@adjusted[2022Q4]", "-245.1").Say("disposal_loss[2022Q4]", "28.8")
            .In("next.txt").Say("ebitda@adjusted[2022Q4]", "-216.3").Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.public[2023Q4]", "1,052").Say("revenue.enterprise[2023Q4]", "670.3")
            .Reconcile();

        Assert.Empty(found.Contradicting());
        Assert.Equal(-216.3m, found.Millions("ebitda@adjusted[2022Q4]"));
        Assert.Contains(found.Findings, f => f.Code == "definition" && f.Message.Contains("two definitions", StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_call_restates_the_past()
    {
        Reconciled found = new Told().Say("cost.total[2022Q4]", "1,969.1").Say("revenue.total[2022Q4]", "2,131")
            .In("next.txt").Say("cost.total[2022Q4]", "1,972.4").Say("cost.total[2023Q4]", "1,469.3").Say("revenue.total[2023Q4]", "1,722.5")
            .Reconcile();

        Assert.Empty(found.Contradicting());
        Assert.Equal(1972.4m, found.Millions("cost.total[2022Q4]"));
        Assert.Contains(found.Findings, f => f.Code == FindingCode.Restated && f.Value == 1_969_100_000);
    }

    [Fact]
    public void Growth_on_a_base_that_was_recast_accuses_nobody()
    {
        Reconciled found = new Told().Say("revenue.a[2022Q4]", "1,003").Say("revenue.total[2022Q4]", "2,131")
            .In("next.txt").Say("revenue.a[2023Q4]", "1,105").Say("revenue.a|growth.yoy[2023Q4]", "7.5%").Say("revenue.total[2023Q4]", "2,301")
            .Reconcile();

        Assert.Empty(found.Contradicting());
        Assert.Equal(0.075m, found.Figure("revenue.a|growth.yoy[2023Q4]").Amount.Value);
        Assert.Contains(found.Findings, f => f.Code == "identity" && f.Message.Contains("recast", StringComparison.Ordinal));
    }

    [Fact]
    public void A_balance_has_one_figure_for_its_day_and_its_quarter()
    {
        Reconciled found = new Told().Say("cash[2022Q4]", "4.7bn").Say("cash[2022-12-31]", "4,712").Say("cash[2022FY]", "4.71bn").Reconcile();

        Assert.Equal(4712, found.Millions("cash[2022-12-31]"));
        Assert.Single(found.Figures);
    }

    [Fact]
    public void Forecasts_of_others_never_become_figures()
    {
        var told = new Told().Say("revenue.total[2023Q4]", "1,722.5");
        Mention consensus = told.Mentions[0] with { Kind = MentionKind.Consensus, Amount = new Amount(1_650_000_000, 500_000, Unit.Money, "CNY") };
        Reconciled found = Reconciler.Reconcile(told.Company, [], [.. told.Mentions, consensus]);

        Assert.Equal(1722.5m, found.Millions("revenue.total[2023Q4]"));
        Assert.Empty(found.Contradicting());
    }
}

public class CurrencyTests
{
    [Fact]
    public void A_translation_into_dollars_is_kept_apart_with_the_rate_it_implies()
    {
        Reconciled found = new Told().Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.total[2023Q4]", "242.6", "USD").Reconcile();

        Assert.Equal("CNY", Assert.Single(found.Figures).Amount.Currency);
        Assert.Contains("implies 7.1", Assert.Single(found.Findings, f => f.Code == "currency").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_at_an_impossible_rate_is_named() =>
        Assert.Single(new Told().Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.total[2023Q4]", "24.26", "USD").Reconcile().Contradicting());

    [Fact]
    public void What_is_stated_in_dollars_only_is_a_figure_in_dollars() =>
        Assert.Equal("USD", Assert.Single(new Told().Say("share_repurchases[2022Q4]", "29.2", "USD").Reconcile().Figures).Amount.Currency);
}
