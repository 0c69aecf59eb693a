using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Reconciliation;

public class SpeedTests
{
    [Fact]
    public void Ten_years_of_a_company_take_about_a_second()
    {
        var random = new Random(7);
        string[] segments = [.. Enumerable.Range(1, 6).Select(i => $"revenue.s{i}")], costs = [.. Enumerable.Range(1, 5).Select(i => $"cost.c{i}")];
        Told told = new Told().Holds([
            $"revenue.total = {string.Join(" + ", segments)}", $"cost.total = {string.Join(" + ", costs)}", "gross_profit = revenue.total - cost.total", "gross_margin = gross_profit / revenue.total",
            .. segments.Select(s => $"share_of_{s} = {s} / revenue.total")]);
        var truth = new Dictionary<(string Line, int Quarter), decimal>();
        for (int q = 0; q < 40; q++)
        {
            foreach (string line in segments.Concat(costs))
            {
                truth[(line, q)] = decimal.Round((decimal)(100 + (10 * q)) * (1 + ((decimal)random.NextDouble() / 5)), 1);
            }

            truth[("revenue.total", q)] = segments.Sum(s => truth[(s, q)]);
            truth[("cost.total", q)] = costs.Sum(s => truth[(s, q)]);
        }

        foreach (((string line, int quarter), decimal value) in truth)
        {
            FiscalPeriod period = FiscalPeriod.FromQuarterIndex((2014 * 4) + quarter);
            bool slip = random.Next(60) == 0;
            for (int copy = 0; copy < 4; copy++)
            {
                told.In($"{period}-{copy}.txt").Say($"{line}[{period}]", FormattableString.Invariant($"{(slip && copy == 0 ? value * 10 : value):0.0}"));
                told.Say($"{line}[{period}]", FormattableString.Invariant($"{value:0}"));
            }

            foreach ((string measure, int lag) in new[] { ("growth.yoy", 4), ("growth.qoq", 1) })
            {
                if (truth.TryGetValue((line, quarter - lag), out decimal earlier))
                {
                    told.Say($"{line}|{measure}[{period}]", FormattableString.Invariant($"{((value / earlier) - 1) * 100:0.0}%"));
                }
            }
        }

        Assert.InRange(told.Mentions.Count, 5000, 7000);
        new Told().Say("cash[2023Q4]", "1").Reconcile();
        TimeSpan start = ThreadClock.Now;
        Reconciled found = told.Reconcile();
        double milliseconds = (ThreadClock.Now - start).TotalMilliseconds;

        Assert.NotEmpty(found.Contradicting());

        // A quadratic slip would take a minute.
        Assert.True(milliseconds < 4000, $"{milliseconds} ms");
    }

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(60, 80)]
    [InlineData(400, 12)]
    [InlineData(1600, 3)]
    [InlineData(1000, 5)]
    [InlineData(600, 8)]
    [InlineData(5000, 1)]
    public void Any_five_thousand_mentions_take_about_a_second(int figures, int each)
    {
        Told told = Nonsense(figures, each);
        told.Reconcile();
        double before = ThreadClock.Now.TotalMilliseconds;
        Reconciled found = told.Reconcile();
        double milliseconds = ThreadClock.Now.TotalMilliseconds - before;

        Assert.NotEmpty(found.Contradictions);

        // Warm and alone it takes a quarter to two thirds of a second; neighbours share caches. Unbounded it took minutes.
        Assert.True(milliseconds < 1500, $"{milliseconds} ms");
    }

    [Fact]
    public void A_crowd_of_numbers_for_one_figure_is_left_open_and_the_finding_says_what_was_weighed()
    {
        Reconciled found = Nonsense(1, 150).Reconcile();

        Contradiction contradiction = Assert.Single(found.Contradictions);
        Assert.False(contradiction.Decided);
        Assert.InRange(contradiction.Decision.Length, 1, 3000);
        Assert.InRange(contradiction.Candidates.Count, 140, 150);
        Assert.Contains(found.Findings, f => f.Code == "bounded" && f.Message.Contains("only the 12", StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_crowd_the_number_that_identities_bear_out_is_found()
    {
        Told told = Nonsense(1, 150).Holds("revenue.total = revenue.cloud + revenue.software").Say("revenue.cloud[2015Q1]", "612.3").Say("revenue.software[2015Q1]", "204.9")
            .Say("revenue.total[2015Q1]", "817.2").Say("revenue.total|growth.yoy[2015Q1]", "10.0%").Say("revenue.total[2014Q1]", "742.9");

        Assert.Equal(817.2m, told.Reconcile().Millions("revenue.total[2015Q1]"));
    }

    [Fact]
    public void Whatever_one_document_says_is_reconciled()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            Assert.NotNull(Nonsense(160, 3, documents: 1, seed).Reconcile());
        }
    }

    // Numbers drawn at random for an income statement, its growth and its margins.
    private static Told Nonsense(int figures, int each, int documents = 2, int seed = 5)
    {
        Told told = new Told().Holds("revenue.total = revenue.cloud + revenue.software + revenue.services", "gross_profit = revenue.total - cost.total", "gross_margin = gross_profit / revenue.total",
            "operating_income = gross_profit - opex", "operating_margin = operating_income / revenue.total", "opex = research_development + selling_marketing + general_administrative");
        string[] lines = ["revenue.total", "revenue.cloud", "revenue.software", "revenue.services", "cost.total", "gross_profit", "gross_margin", "operating_income", "operating_margin", "opex", "research_development", "selling_marketing", "general_administrative"];
        string[] ids = [.. Enumerable.Range(0, 400).SelectMany(q => lines.SelectMany(l => new[] { l, $"{l}|growth.yoy", $"{l}|growth.qoq" }).Select(l => $"{l}[{FiscalPeriod.FromQuarterIndex((2015 * 4) + q)}]")).Take(figures)];
        var random = new Random(seed);
        for (int i = 0; i < each; i++)
        {
            foreach (string id in ids)
            {
                bool ratio = id.Contains("growth", StringComparison.Ordinal) || id.Contains("margin", StringComparison.Ordinal);
                told.In($"{i % documents}.txt").Say(id, ratio ? FormattableString.Invariant($"{random.Next(-300, 900) / 10m:0.0}%") : FormattableString.Invariant($"{random.Next(1000, 999999) / 10m:0.0}"));
            }
        }

        return told;
    }
}
