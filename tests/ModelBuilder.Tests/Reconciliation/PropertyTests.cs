using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class PropertyTests
{
    private static readonly string[] Equations = ["revenue.total = revenue.a + revenue.b", "gross_profit = revenue.total - cost.total", "gross_margin = gross_profit / revenue.total"];

    // A consistent company over eight quarters, of which some roundings are told.
    private static readonly Gen<(int Seed, Dictionary<FigureId, decimal> Truth)> Companies = Gen.Choose(0, int.MaxValue - 1).Select(Company);

    private static (int Seed, Dictionary<FigureId, decimal> Truth) Company(int seed)
    {
        var random = new Random(seed);
        var truth = new Dictionary<FigureId, decimal>();
        for (int q = 0; q < 8; q++)
        {
            FiscalPeriod period = FiscalPeriod.FromQuarterIndex((2021 * 4) + q);
            decimal a = random.Next(500_000_000, 2_000_000_000), b = random.Next(300_000_000, 900_000_000), cost = random.Next(500_000_000, 790_000_000);
            void Set(string line, decimal value) => truth[new FigureId(LineKey.Parse(line), Measure.Level, period)] = value;
            Set("revenue.a", a);
            Set("revenue.b", b);
            Set("revenue.total", a + b);
            Set("cost.total", cost);
            Set("gross_profit", a + b - cost);
            Set("gross_margin", (a + b - cost) / (a + b));
        }

        foreach (FigureId id in truth.Keys.ToList())
        {
            foreach (Measure measure in new[] { Measure.GrowthYoy, Measure.GrowthQoq })
            {
                if (id.Line.Name != "gross_margin" && truth.TryGetValue(id with { Period = measure.BaseOf(id.Period)!.Value }, out decimal earlier))
                {
                    truth[id with { Measure = measure }] = (truth[id] / earlier) - 1;
                }
            }
        }

        return (seed, truth);
    }

    [Fact]
    public void Of_true_roundings_nothing_is_accused_and_every_interval_holds_the_truth() => Prop.ForAll(Companies.ToArbitrary(), company =>
    {
        Reconciled found = Reconciler.Reconcile(new Told().Company, new Told().Holds(Equations).Identities, Tell(company.Seed, company.Truth));
        Assert.Empty(found.Contradicting());
        foreach (Figure figure in found.Figures.Where(f => company.Truth.ContainsKey(f.Id)))
        {
            decimal truth = company.Truth[figure.Id];
            Assert.True(figure.Interval.Widen(Math.Abs(truth) * 1e-12m).Contains(truth), $"{figure.Id}: {truth} not in {figure.Interval} ({figure.Derivation})");
            Assert.True(figure.Interval.Contains(figure.Amount.Value));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_order_of_mentions_does_not_matter() => Prop.ForAll(Companies.ToArbitrary(), company =>
    {
        Mention[] mentions = [.. Tell(company.Seed, company.Truth).Select((m, i) => i % 17 == 0 ? Wrong(m) : m)];
        Mention[] shuffled = [.. mentions];
        new Random(company.Seed + 1).Shuffle(shuffled);
        Assert.Equal(Printed(mentions), Printed(shuffled));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void A_rounding_of_a_figure_changes_no_number() => Prop.ForAll(Companies.ToArbitrary(), company =>
    {
        List<Mention> mentions = Tell(company.Seed, company.Truth);
        Mention some = mentions[new Random(company.Seed).Next(mentions.Count)];
        Reconciled before = Reconciler.Reconcile(new Told().Company, new Told().Holds(Equations).Identities, mentions);
        decimal half = some.Amount.Precision;
        while (half < 5 * mentions.Where(m => m.Id == some.Id).Min(m => Heard.Interval(m).Width))
        {
            half *= 10;
        }

        Mention rounded = Rounding(some.Id!.Value, company.Truth[some.Id!.Value], half, 9999);
        Reconciled after = Reconciler.Reconcile(new Told().Company, new Told().Holds(Equations).Identities, [.. mentions, rounded]);
        Assert.Equal(before.Figures.Select(f => (f.Id, f.Amount.Value)), after.Figures.Select(f => (f.Id, f.Amount.Value)));
        Assert.Empty(after.Contradicting());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    // The same cases on every run; to search others: MODELBUILDER_CASES=30000 MODELBUILDER_SEED=7 dotnet test --filter One_slip
    [Fact]
    public void One_slip_in_a_well_told_quarter_is_caught_and_the_truth_is_used() =>
        Prop.ForAll(Companies.ToArbitrary(), Caught).Check(Config.QuickThrowOnFailure.WithMaxTest((int)Setting("CASES", 300)).WithReplay(Setting("SEED", 2026), 1121UL));

    // Cases that were missed once: a total of 1,900.0 was taken for a rounding, and had room for the slip in its parts.
    [Theory]
    [InlineData(38098309)]
    [InlineData(185771821)]
    [InlineData(209299170)]
    [InlineData(213662539)]
    public void A_slip_that_was_missed_once_is_caught(int seed) => Caught(Company(seed));

    private static ulong Setting(string name, ulong usual) =>
        ulong.TryParse(Environment.GetEnvironmentVariable("MODELBUILDER_" + name), System.Globalization.CultureInfo.InvariantCulture, out ulong set) ? set : usual;

    private static void Caught((int Seed, Dictionary<FigureId, decimal> Truth) company)
    {
        (FigureId id, decimal wrong, Reconciled found) = Slipped(company);
        Assert.Equal([(id, wrong)], found.Contradicting().Select(f => (new FigureId(f.Line!.Value, f.Measure!.Value, f.Period!.Value), f.Value!.Value)));
        Assert.True(found.Figures.Single(f => f.Id == id).Interval.Widen(1).Contains(company.Truth[id]));
    }

    private static (FigureId Id, decimal Wrong, Reconciled Found) Slipped((int Seed, Dictionary<FigureId, decimal> Truth) company)
    {
        var random = new Random(company.Seed);
        List<Mention> mentions = Tell(company.Seed, company.Truth, everything: true);
        FigureId[] levels = [.. company.Truth.Keys.Where(id => id.Measure == Measure.Level && id.Line.Name != "gross_margin").Order()];
        FigureId id = levels[random.Next(levels.Length)];
        decimal wrong = Slip(mentions.First(m => m.Id == id && m.Amount.Precision == 50_000m).Amount.Value, random);
        mentions.RemoveAll(m => m.Id == id);
        mentions.Add(Rounding(id, wrong, 50_000m, 9999));
        return (id, wrong, Reconciler.Reconcile(new Told().Company, new Told().Holds(Equations).Identities, mentions));
    }

    [Fact]
    public void Absurd_numbers_and_periods_break_nothing()
    {
        var told = new Told().Holds(Equations).Say("revenue.total[2023Q4]", "1,722.5");
        Mention some = told.Mentions[0];
        Mention Odd(decimal value, decimal precision, string period) => some with { Amount = new Amount(value, precision, Unit.Money, "CNY"), Period = FiscalPeriod.Parse(period) };
        Mention[] odd =
        [
            Odd(decimal.MaxValue, 0, "2023Q4"), Odd(decimal.MinValue, 0, "2022Q4"), Odd(1, 1e27m, "2021Q4"), Odd(1e19m, 1e-9m, "2023Q4"), Odd(0, 0, "2023FY"), Odd(5, 0, "1900Q1"), Odd(5, 0, "2200FY"),
            some with { Measure = Measure.GrowthYoy, Amount = new Amount(-1, 0, Unit.Ratio) }, some with { Measure = Measure.GrowthQoq, Amount = new Amount(1e18m, 1e-12m, Unit.Ratio) },
            some with { Line = LineKey.Parse("cost.total"), Amount = new Amount(1e19m, 1e-9m, Unit.Money, "CNY") }, some with { Line = LineKey.Parse("gross_margin"), Amount = new Amount(1e-27m, 0, Unit.Ratio) },
        ];

        Assert.NotEmpty(Reconciler.Reconcile(told.Company, told.Identities, [.. told.Mentions, .. odd]).Findings);
        Assert.Empty(Reconciler.Reconcile(told.Company, told.Identities, []).Figures);
    }

    // Ten times too much, a digit changed, or two swapped: never so little that it could be rounding.
    private static decimal Slip(decimal value, Random random)
    {
        char[] digits = (value / 100_000m).ToString("0", System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        int at = random.Next(Math.Min(2, digits.Length - 1));
        switch (random.Next(3))
        {
            case 0 when Math.Abs(digits[at] - digits[at + 1]) > 1:
                (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
                break;
            case 1:
                digits[at] = digits[at] is >= '5' ? (char)(digits[at] - 3) : (char)(digits[at] + 3);
                break;
            default:
                return value * 10;
        }

        return decimal.Parse(new string(digits), System.Globalization.CultureInfo.InvariantCulture) * 100_000m;
    }

    private static string Printed(IReadOnlyList<Mention> mentions)
    {
        var text = new StringWriter();
        var told = new Told();
        ReconcileJson.Write(text, told.Company, Reconciler.Reconcile(told.Company, told.Holds(Equations).Identities, mentions), []);
        return text.ToString();
    }

    private static List<Mention> Tell(int seed, Dictionary<FigureId, decimal> truth, string document = "call.txt", bool everything = false)
    {
        var random = new Random(seed);
        var mentions = new List<Mention>();
        int line = 0;
        foreach ((FigureId id, decimal value) in truth.OrderBy(t => t.Key))
        {
            bool ratio = Math.Abs(value) < 1000;
            foreach (decimal half in ratio ? new[] { 0.0005m, 0.005m } : [50_000m, 500_000m, 5_000_000m])
            {
                line++;
                if (everything || random.Next(3) == 0)
                {
                    mentions.Add(Rounding(id, value, half, line, document));
                }
            }
        }

        return mentions;
    }

    private static Mention Wrong(Mention mention) => mention with { Amount = new Amount(mention.Amount.Value * 10, mention.Amount.Precision, mention.Amount.Unit, mention.Amount.Currency) };

    private static Mention Rounding(FigureId id, decimal value, decimal half, int line, string document = "call.txt")
    {
        decimal rounded = decimal.Round(value / (2 * half), MidpointRounding.AwayFromZero) * 2 * half;
        bool ratio = Math.Abs(value) < 1000;
        return new Mention(id.Line, id.Measure, id.Period, new Amount(rounded, half, ratio ? Unit.Ratio : Unit.Money, ratio ? null : "CNY"),
            new Provenance(document, SourceKind.Transcript, line, 0, 1, "told"));
    }
}
