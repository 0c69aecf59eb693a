using System.Globalization;
using ModelBuilder.Documents;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Reconciliation;
using ModelBuilder.Tests.Support;
using Xunit.Abstractions;

namespace ModelBuilder.Tests.Reconciliation;

/// <summary>What five calls of other companies state, as their gold files list it, so that nothing of extraction can fail: which contradictions are found in them.</summary>
public class CallGoldTests(ITestOutputHelper output)
{
    [SkippableFact]
    public void The_slips_inside_a_call_are_found_by_identities_and_explained()
    {
        Reconciled found = Reconcile("phoenix_2020Q3", "CNY", ["net_advertising", "paid_services"]);
        Finding[] doubts = Doubts(found);

        // A loss of 50.2 beside a margin that implies 60.2, and the same of the adjusted one.
        Assert.Contains(doubts, f => f.Message.Contains("operating_income of -60.2 would fit: probably one digit misheard", StringComparison.Ordinal));
        Assert.Contains(doubts, f => f.Message.Contains("operating_income@adjusted of -56.8 would fit: probably one digit misheard", StringComparison.Ordinal));
        Assert.Contains(doubts, f => f.Message.Contains("net_income of -50.9 would fit", StringComparison.Ordinal));
        Assert.Contains(doubts, f => f.Line == new LineKey("cash_and_short_term_investments") && f.Message.Contains("implies 7.6395 CNY a USD", StringComparison.Ordinal));
        Assert.Equal(4, doubts.Length);
    }

    [SkippableFact]
    public void In_the_other_calls_no_more_than_two_are_claimed() => Assert.InRange(
        new[] { "AIT_q2_2020", "BBY_q3_2022", "dentsply_2020Q2", "landsend_2020Q3" }.Sum(call => Doubts(Reconcile(call, "USD", [])).Length), 0, 2);

    private Finding[] Doubts(Reconciled found)
    {
        Finding[] doubts = [.. found.Findings.Where(f => f.Severity > Severity.Info && f.Code is FindingCode.Contradiction or FindingCode.Undecided or "identity")];
        Array.ForEach(doubts, f => output.WriteLine($"{f.Code} {f.Line} {f.Period}: {f.Message}"));
        return doubts;
    }

    private static Reconciled Reconcile(string call, string currency, string[] segments)
    {
        string shared = Machine.NeedShared();
        var company = new Company { Name = "A company", Ticker = "ACO", Currency = currency, Segments = [.. segments.Select(s => new CompanyLine(LineKey.Parse($"revenue.{s}"), s, []))] };
        IReadOnlyList<Identity> identities = CompanyLines.Read("lines.yaml", File.ReadAllText(Path.Combine(Machine.Repository, "templates", "quarterly", "lines.yaml")), company).Lines!.Identities;
        return Reconciler.Reconcile(company, identities, [.. File.ReadLines(Path.Combine(shared, "gold", "calls", call + ".csv")).Skip(1).Select(row => Read(call, row)).OfType<Mention>()]);
    }

    private static Mention? Read(string call, string row)
    {
        string[] cells = row.Split(',', 9);
        if (!LineKey.TryParse(cells[3].Length > 0 ? $"{cells[2]}@{cells[3]}" : cells[2], out LineKey line) || !Measure.TryParse(cells[4], out Measure measure) || !FiscalPeriod.TryParse(cells[1], out FiscalPeriod period))
        {
            return null;
        }

        decimal value = decimal.Parse(cells[5], CultureInfo.InvariantCulture);
        (Unit unit, string? currency) = cells[6] switch
        {
            "ratio" => (Unit.Ratio, null), "points" => (Unit.Points, null), "count" => (Unit.Count, null),
            [.., '/', 's', 'h', 'a', 'r', 'e'] => (Unit.PerShare, cells[6][..3]), var code => (Unit.Money, (string?)code),
        };
        decimal half = unit switch { Unit.Money => Step(value) / 2, Unit.Count => 0.5m, Unit.PerShare => 0.005m, _ => decimal.Round(value, 2) == value ? 0.005m : 0.0005m };
        return new Mention(line, measure, period, new Amount(value, half, unit, currency), new Provenance(call + ".txt", SourceKind.Transcript, int.Parse(cells[0], CultureInfo.InvariantCulture), 0, 1, row));
    }

    // The gold files do not say how many zeros were said: all but those behind the first two digits may be roundings.
    private static decimal Step(decimal value)
    {
        decimal step = 10_000;
        while (value % (step * 10) == 0 && Math.Abs(value) >= step * 100)
        {
            step *= 10;
        }

        return step;
    }
}
