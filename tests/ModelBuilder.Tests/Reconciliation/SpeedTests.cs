using System.Diagnostics;
using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

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
        var watch = Stopwatch.StartNew();
        Reconciled found = told.Reconcile();
        long milliseconds = watch.ElapsedMilliseconds;

        Assert.NotEmpty(found.Contradicting());

        // The machine may be busy with other things; a quadratic slip would take a minute.
        Assert.True(milliseconds < 4000, $"{milliseconds} ms");
    }
}
