using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

/// <summary>What a number may have meant, and which of two an analyst would believe.</summary>
public class ReadingTests
{
    [Theory]
    [InlineData("1,900.0", 0.1)]
    [InlineData("1.90bn", 10)]
    [InlineData("1,900", 100)]
    [InlineData("1,234", 1)]
    public void Only_zeros_before_the_point_may_be_a_rounding(string number, decimal width) =>
        Assert.Equal(width * 1_000_000m, Heard.Interval(new Told().Say("revenue.total[2023Q4]", number).Mentions[0]).Width);

    [Fact]
    public void A_figure_typed_without_a_source_means_its_zeros_and_one_typed_from_a_call_may_round()
    {
        Mention said = new Told().Say("revenue.total[2023Q4]", "1,200").Mentions[0];
        Mention Typed(SourceKind source) => said with { Provenance = new Provenance("figures.csv", source, 3, 0, 10, "1200000000") { IsTyped = true } };

        Assert.Equal(1_000_000m, Heard.Interval(Typed(SourceKind.Notes)).Width);
        Assert.Equal(1_000_000m, Heard.Interval(Typed(SourceKind.Release)).Width);
        Assert.Equal(100_000_000m, Heard.Interval(Typed(SourceKind.Transcript)).Width);
    }

    [Fact]
    public void A_typed_number_thirty_off_is_no_rounding()
    {
        Told told = new Told().Holds("revenue.total = revenue.a + revenue.b").Say("revenue.a[2023Q4]", "700.4").Say("revenue.b[2023Q4]", "530.1").In("figures.csv", SourceKind.Notes).Say("revenue.total[2023Q4]", "1,200");
        Mention typed = told.Mentions[2] with { Provenance = new Provenance("figures.csv", SourceKind.Notes, 3, 0, 10, "1200000000") { IsTyped = true } };

        Assert.Contains(Reconciler.Reconcile(told.Company, told.Identities, [told.Mentions[0], told.Mentions[1], typed]).Findings, f => f.Message.Contains("700.4 + 530.1 is 1,231, not 1,200", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Reconcile().Findings, f => f.Code == "identity" && told.Mentions[2].Provenance.IsTyped);
    }

    [Fact]
    public void A_sentence_that_loses_two_numbers_of_a_line_speaks_of_another()
    {
        Told told = new Told().Holds("gross_margin = gross_profit / revenue.total").Say("revenue.total[2023Q4]", "491.2").Say("revenue.total|growth.yoy[2023Q4]", "-50.4%").Say("revenue.total[2022Q4]", "990.3")
            .Say("gross_profit[2023Q4]", "206.8").Say("gross_margin[2023Q4]", "42.1%").Say("revenue.total[2023Q4]", "187.3").Say("revenue.total|growth.yoy[2023Q4]", "-58.6%");
        Mention[] together = [.. told.Mentions.Select((m, i) => i < 5 ? m : m with { Provenance = new Provenance("call.txt", SourceKind.Transcript, 9, i, 1, "of a part, 187.3, down 58.6%") })];
        Reconciled found = Reconciler.Reconcile(told.Company, told.Identities, together);

        Assert.Empty(found.Contradicting());
        Assert.Equal(2, found.Findings.Count(f => f.Code == "scope" && f.Severity == Severity.Info));
        Assert.Equal(491.2m, found.Millions("revenue.total[2023Q4]"));

        // Each in a sentence of its own, the level is a contradiction.
        Assert.Contains(told.Reconcile().Contradicting(), f => f.Value == 187_300_000);
    }

    [Fact]
    public void Of_two_rates_in_one_call_the_first_is_the_line_s_own()
    {
        Reconciled found = new Told().Say("same_store_sales|growth.yoy[2023Q4]", "1.6%").Say("same_store_sales|growth.yoy[2023Q4]", "-5.62%").Reconcile();

        Assert.Equal(0.016m, found.Figure("same_store_sales|growth.yoy[2023Q4]").Amount.Value);
        Assert.Contains(found.Findings, f => f.Code == "scope" && f.Value == -0.0562m);
    }

    [Fact]
    public void An_operating_result_beyond_what_expenses_leave_is_doubted()
    {
        Reconciled found = new Told().Say("gross_profit[2023Q4]", "207.0").Say("selling_general_administrative[2023Q4]", "149.0").Say("operating_income[2023Q4]", "158.0").Reconcile();

        Finding doubt = Assert.Single(found.Findings, f => f.Code == "identity");
        Assert.Contains("207.0 - 149.0 (gross_profit - selling_general_administrative) leaves 58.0, yet operating_income is 158.0", doubt.Message, StringComparison.Ordinal);
        Assert.Contains("operating_income of 58.0 would fit (probably a digit inserted)", doubt.Message, StringComparison.Ordinal);
        Assert.Empty(new Told().Say("gross_profit[2023Q4]", "207.0").Say("selling_general_administrative[2023Q4]", "149.0").Say("operating_income[2023Q4]", "61.0").Reconcile().Findings);
    }

    [Fact]
    public void Of_two_operating_results_the_one_that_expenses_leave_is_used()
    {
        Reconciled found = new Told().Say("gross_profit[2023Q4]", "207").Say("opex[2023Q4]", "249").Say("operating_income[2023Q4]", "202").Say("operating_income[2023Q4]", "-42").Reconcile();

        Assert.Equal(-42, found.Millions("operating_income[2023Q4]"));
    }

    [Fact]
    public void An_identity_that_fails_in_a_quarter_leaves_the_sums_of_quarters_alone()
    {
        Told told = new Told().Holds("operating_income = gross_profit - opex");
        foreach ((string q, string gross, string opex, string result) in new[] { ("2021Q1", "412.7", "292.1", "120.6"), ("2021Q2", "455.1", "417.9", "153.7"), ("2021Q3", "470.9", "310.2", "160.7"), ("2021Q4", "498.3", "322.8", "175.5") })
        {
            told.Say($"gross_profit[{q}]", gross).Say($"opex[{q}]", opex).Say($"operating_income[{q}]", result);
        }

        Reconciled found = told.Reconcile();
        Assert.DoesNotContain(found.Findings, f => f.Code == "identity" && f.Message.Contains("412.7 + 455.1", StringComparison.Ordinal));
        Assert.Contains(found.Findings, f => f.Code == "identity" && f.Period == FiscalPeriod.Quarter(2021, 2));
    }
}
