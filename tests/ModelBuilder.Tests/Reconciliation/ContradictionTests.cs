using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class ContradictionTests
{
    [Fact]
    public void A_slip_loses_to_the_number_that_sum_and_growth_bear_out()
    {
        Reconciled found = new Told().Holds("revenue.total = revenue.public + revenue.enterprise")
            .Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.public[2023Q4]", "1,052").Say("revenue.enterprise[2023Q4]", "617")
            .Say("revenue.enterprise[2023Q4]", "670.3").Say("revenue.enterprise[2023Q3]", "608.5").Say("revenue.enterprise|growth.qoq[2023Q4]", "10.2%")
            .Reconcile();

        Assert.Equal(670.3m, found.Millions("revenue.enterprise[2023Q4]"));
        string message = found.Lost("revenue.enterprise[2023Q4]", 617_000_000).Message;
        Assert.Equal("617 is +1.4% on 608.5 in 2023Q3, but +10.2% was stated; 1,052 + 617 is 1,669.0, not 1,722.5 (revenue.total). Probably misheard, as seventeen for seventy. 670.3 is used.", message);
        Assert.Single(found.Contradicting());
    }

    [Fact]
    public void A_growth_said_twice_loses_to_the_one_that_the_parts_bear_out()
    {
        Reconciled found = new Told().Holds("revenue.total = revenue.public + revenue.enterprise")
            .Say("revenue.total|growth.qoq[2023Q4]", "66.0%").Say("revenue.total|growth.qoq[2023Q4]", "66.0%").Say("revenue.total|growth.qoq[2023Q4]", "6%")
            .Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.total[2023Q4]", "1.72bn").Say("revenue.public[2023Q4]", "1,052").Say("revenue.enterprise[2023Q4]", "670.3")
            .Say("revenue.public[2023Q3]", "1,016.6").Say("revenue.enterprise[2023Q3]", "608.5")
            .Say("revenue.public|growth.qoq[2023Q4]", "3.5%").Say("revenue.enterprise|growth.qoq[2023Q4]", "10.2%")
            .Reconcile();

        Assert.Equal(0.06m, found.Figure("revenue.total|growth.qoq[2023Q4]").Amount.Value);
        Assert.Equal(1625.1m, found.Millions("revenue.total[2023Q3]"));
        Assert.Contains("+6.0%", found.Lost("revenue.total|growth.qoq[2023Q4]", 0.66m).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_number_loses_to_two_ways_around_it()
    {
        Reconciled found = new Told().In("article.txt", SourceKind.Article)
            .Say("revenue.total[2021FY]", "9.061bn").Say("revenue.total[2022FY]", "8.108bn").Say("revenue.total|growth.yoy[2022FY]", "-9.72%")
            .Say("revenue.total[2023FY]", "7.047bn").Say("revenue.total|growth.yoy[2023FY]", "-13.85%")
            .In("call.txt").Say("revenue.total[2023FY]", "7,047.5")
            .Reconcile();

        Figure used = found.Figure("revenue.total[2022FY]");
        Assert.Equal(FigureStatus.Derived, used.Status);
        Assert.InRange(used.Amount.Value, 8_180_000_000, 8_181_000_000);
        Assert.Contains("agrees", used.Derivation, StringComparison.Ordinal);
        string message = found.Lost("revenue.total[2022FY]", 8_108_000_000).Message;
        Assert.Contains("8,108 is -10.52% on 9,061 in 2021FY, but -9.72% was stated", message, StringComparison.Ordinal);
        Assert.Contains("digit inserted", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_numbers_said_as_often_are_decided_by_the_sum()
    {
        Reconciled found = new Told().Holds("adjustments.total = listing_expense + disposal_loss", "opex@adjusted = research_development@adjusted + general_administrative@adjusted",
                "general_administrative@adjusted = general_administrative@adjusted_ex_items + adjustments.total")
            .Say("opex@adjusted[2022Q4]", "611.3").Say("research_development@adjusted[2022Q4]", "239.4").Say("general_administrative@adjusted_ex_items[2022Q4]", "248.2")
            .Say("listing_expense[2022Q4]", "94.9").Say("listing_expense[2022Q4]", "94.4").Say("disposal_loss[2022Q4]", "28.8").Say("disposal_loss[2022Q4]", "208.8")
            .In("machine.txt", SourceKind.MachineTranscript).Say("listing_expense[2022Q4]", "94.9").Say("listing_expense[2022Q4]", "94.4").Say("disposal_loss[2022Q4]", "28.8")
            .Reconcile();

        Assert.Equal(94.9m, found.Millions("listing_expense[2022Q4]"));
        Assert.Equal(28.8m, found.Millions("disposal_loss[2022Q4]"));
        Assert.Equal(371.9m, found.Millions("general_administrative@adjusted[2022Q4]"));
        Assert.Contains("digit", found.Lost("listing_expense[2022Q4]", 94_400_000).Message, StringComparison.Ordinal);
        Assert.Contains("digit inserted", found.Lost("disposal_loss[2022Q4]", 208_800_000).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mis_dated_number_is_sent_to_its_period()
    {
        Reconciled found = new Told().Holds("gross_margin@adjusted = gross_profit@adjusted / revenue.total")
            .Say("gross_margin@adjusted[2022Q4]", "7.9%").Say("gross_margin@adjusted[2022Q4]", "1.2%").Say("gross_margin@adjusted|change.yoy[2022Q4]", "6.7pt")
            .Say("gross_profit@adjusted[2022Q4]", "168.5").Say("revenue.total[2022Q4]", "2,131")
            .Reconcile();

        Assert.Equal(0.079m, found.Figure("gross_margin@adjusted[2022Q4]").Amount.Value, 3);
        Assert.Equal(0.012m, found.Figure("gross_margin@adjusted[2021Q4]").Amount.Value, 3);
        Assert.Contains("It is the figure of 2021Q4", found.Lost("gross_margin@adjusted[2022Q4]", 0.012m).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_number_loses_to_a_margin_that_two_transcripts_state()
    {
        Reconciled found = new Told().Holds("net_margin@adjusted = net_income@adjusted / revenue.total")
            .Say("revenue.total[2022Q4]", "2,131").Say("net_margin@adjusted[2022Q4]", "-25.9%")
            .In("machine.txt", SourceKind.MachineTranscript).Say("revenue.total[2022Q4]", "2,131").Say("net_margin@adjusted[2022Q4]", "-25.9%").Say("net_income@adjusted[2022Q4]", "1,690")
            .Reconcile();

        Assert.Contains("1,690 / 2,131 is 79.3%, not -25.9%", found.Lost("net_income@adjusted[2022Q4]", 1_690_000_000).Message, StringComparison.Ordinal);
        Assert.Equal(-551.9m, found.Millions("net_income@adjusted[2022Q4]"), 0);
    }

    [Fact]
    public void A_net_profit_ten_times_the_gross_profit_loses_to_one_margin()
    {
        Reconciled found = new Told().Holds("net_margin@adjusted = net_income@adjusted / revenue.total", "gross_margin@adjusted = gross_profit@adjusted / revenue.total")
            .Say("revenue.total[2022Q4]", "2,131").Say("gross_profit@adjusted[2022Q4]", "168.5").Say("gross_margin@adjusted[2022Q4]", "7.9%")
            .Say("net_income@adjusted[2022Q4]", "1,690").Say("net_margin@adjusted[2022Q4]", "-25.9%")
            .Reconcile();

        Assert.Contains("ten times gross_profit@adjusted", found.Lost("net_income@adjusted[2022Q4]", 1_690_000_000).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_identity_the_number_with_more_independent_mentions_wins()
    {
        Reconciled found = new Told()
            .Say("gross_profit@adjusted|growth.yoy[2022Q4]", "408%").Say("gross_profit@adjusted|growth.yoy[2022Q4]", "400.08%")
            .In("machine.txt", SourceKind.MachineTranscript).Say("gross_profit@adjusted|growth.yoy[2022Q4]", "408%")
            .Reconcile();

        Assert.Equal(4.08m, found.Figure("gross_profit@adjusted|growth.yoy[2022Q4]").Amount.Value);
        Assert.NotNull(found.Lost("gross_profit@adjusted|growth.yoy[2022Q4]", 4.0008m));
    }

    [Fact]
    public void The_second_name_for_the_same_losses_is_wrong()
    {
        Reconciled found = new Told().In("article.txt", SourceKind.Article)
            .Say("net_income[2022FY]", "-2.658bn").Say("net_income[2023FY]", "-2.176bn").Say("operating_income[2022FY]", "-2.658bn").Say("operating_income[2023FY]", "-2.176bn")
            .Reconcile();

        Assert.Equal(-2658m, found.Millions("net_income[2022FY]"));
        Assert.False(found.Has("operating_income[2022FY]"));
        Assert.Contains("wrong name", found.Lost("operating_income[2023FY]", -2_176_000_000).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cash_ten_times_what_is_known_is_suspected()
    {
        Reconciled found = new Told().In("note.txt", SourceKind.Article).Say("cash[2025-09-30]", "33.95bn").Say("cash[2025-06-30]", "464", "USD")
            .In("article.txt", SourceKind.Article).Say("cash[2023-12-31]", "2.255bn")
            .Reconcile();

        Assert.False(found.Has("cash[2025-09-30]"));
        Assert.Equal(2255, found.Millions("cash[2023-12-31]"));
        Assert.Contains("slip of scale", found.Lost("cash[2025-09-30]", 33_950_000_000).Message, StringComparison.Ordinal);
        Assert.Contains(found.Findings, f => f.Code == "currency");
    }

    [Fact]
    public void Equals_that_nothing_tells_apart_stay_undecided()
    {
        Reconciled found = new Told().Say("capex[2023Q4]", "141.5").Say("capex[2023Q4]", "151.5").Reconcile();

        Assert.False(found.Has("capex[2023Q4]"));
        Assert.False(Assert.Single(found.Contradictions).Decided);
        Assert.All(found.Contradicting(), f => Assert.Equal(Severity.Error, f.Severity));
    }

    [Fact]
    public void A_sum_with_a_missing_part_accuses_nobody()
    {
        Reconciled found = new Told().Holds("revenue.total = revenue.a + revenue.b")
            .Say("revenue.total[2023Q3]", "900").Say("revenue.a[2023Q3]", "400").Say("revenue.b[2023Q3]", "300")
            .Say("revenue.total[2023Q4]", "1,000").Say("revenue.a[2023Q4]", "410").Say("revenue.b[2023Q4]", "305")
            .Reconcile();

        Assert.Empty(found.Contradicting());
        Assert.Equal(1000, found.Millions("revenue.total[2023Q4]"));
        Assert.Contains(found.Findings, f => f.Code == "identity" && f.Message.Contains("410 + 305 is 715, not 1,000", StringComparison.Ordinal));
    }

    [Fact]
    public void A_ruling_wins()
    {
        var told = new Told().Say("capex[2023Q4]", "141.5").Say("capex[2023Q4]", "151.5");
        told.Company = told.Company with { Rulings = [new Ruling(Told.Id("capex[2023Q4]"), 151_500_000, "read from the filing", "company.yaml:12")] };
        Reconciled found = told.Reconcile();

        Figure used = found.Figure("capex[2023Q4]");
        Assert.Equal(Interval.Of(151_500_000), used.Interval);
        Assert.Equal(2, Assert.Single(used.Mentions).Provenance.Line);
        Assert.Contains("overruled in company.yaml:12", found.Lost("capex[2023Q4]", 141_500_000).Message, StringComparison.Ordinal);
    }
}
