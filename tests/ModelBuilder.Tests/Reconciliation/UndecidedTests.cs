using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class UndecidedTests
{
    [Fact]
    public void Two_ends_of_a_range_in_one_sentence_are_no_contradiction()
    {
        Told told = new Told().Say("kpi.volume|growth.yoy[2020Q2]", "-60%");
        Mention low = told.Mentions[0];
        Mention high = low with { Amount = new Amount(-0.8m, 0.005m, Unit.Ratio), Provenance = low.Provenance with { Start = 9 } };
        Reconciled found = Reconciler.Reconcile(told.Company, [], [low, high]);

        Assert.Empty(found.Figures);
        Assert.Equal(2, found.Findings.Count(f => f.Code == "range" && f.Severity == Severity.Info));
    }

    [Fact]
    public void Two_levels_alone_do_not_accuse_each_other_of_scale() =>
        Assert.Empty(new Told().Say("revenue.total[2021Q1]", "23.1").Say("revenue.total[2022Q1]", "250.2").Reconcile().Contradicting());

    [Fact]
    public void A_number_with_the_wrong_currency_sign_is_known_by_its_twin() =>
        Assert.Contains("wrong currency sign", Assert.Single(new Told().Say("opex[2022Q4]", "729.7").Say("opex[2022Q4]", "729.7", "USD").Reconcile().Findings).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_of_the_whole_year_told_of_its_last_quarter_is_sent_there()
    {
        Reconciled found = new Told().Holds("gross_margin = gross_profit / revenue.total")
            .Say("gross_profit[2023FY]", "859.9").Say("gross_profit[2023Q4]", "859.9").Say("gross_profit[2023Q4]", "262.5").Say("gross_margin[2023Q4]", "15.2%").Say("revenue.total[2023Q4]", "1,722.5").Reconcile();

        Assert.Contains("It is the figure of 2023FY: probably mis-dated", found.Lost("gross_profit[2023Q4]", 859_900_000).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void New_guidance_takes_the_place_of_old()
    {
        Reconciled found = new Told().Say("revenue.total|guidance.low[2023FY]", "5,010").Say("revenue.total|guidance.low[2023FY]", "5,230").Reconcile();

        Assert.Equal(5230, found.Millions("revenue.total|guidance.low[2023FY]"));
        Assert.Empty(found.Contradicting());
    }

    [Fact]
    public void A_split_of_the_shares_restates_earnings_a_share()
    {
        var id = Told.Id("eps[2023Q1]");
        Mention Eps(string document, FiscalPeriod period, decimal value) =>
            new(id.Line, id.Measure, period, new Amount(value, 0.005m, Unit.PerShare, "CNY"), new Provenance(document, SourceKind.Release, 1, 0, 4, "a table"));
        FiscalPeriod next = FiscalPeriod.Quarter(2024, 1);
        Mention sales = new(LineKey.Parse("revenue.total"), Measure.Level, next, new Amount(1_000_000m, 0, Unit.Money, "CNY"), new Provenance("2024Q1.htm", SourceKind.Release, 2, 0, 4, "a table"));
        Reconciled found = Reconciler.Reconcile(new Told().Company, [], [Eps("2023Q1.htm", id.Period, 8.20m), Eps("2024Q1.htm", id.Period, 0.82m), Eps("2024Q1.htm", next, 5.98m), sales]);

        Assert.Equal(0.82m, found.Figure("eps[2023Q1]").Amount.Value);
        Assert.Contains(found.Findings, f => f.Code == FindingCode.Restated && f.Message.Contains("split", StringComparison.Ordinal));
    }
}
