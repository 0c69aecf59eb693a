using ModelBuilder.Figures;
using NodaTime;
using Interval = ModelBuilder.Figures.Interval;

namespace ModelBuilder.Reconciliation;

/// <summary>Finds what only looks like a contradiction: restatements, new guidance, and two definitions under one name.</summary>
internal sealed class Revisions(Company company, SourceBook sources, LineBook lines, Numbers numbers, IReadOnlyDictionary<FigureId, List<Cluster>> stated)
{
    private static readonly decimal[] Splits = [2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 50];
    private const decimal SmallChange = 0.05m;
    private const int MostCompared = 16;
    private readonly Dictionary<Cluster, LocalDate?> vintages = [];
    private readonly ILookup<(LineKey, FiscalPeriod?), KeyValuePair<FigureId, List<Cluster>>> growths = stated.Where(s => s.Key.Measure.IsGrowth).ToLookup(s => (s.Key.Line, LineBook.BaseOf(s.Key)));

    /// <summary>The losses among the candidates of one figure; the rest still contradict each other.</summary>
    public List<Loss> Of(FigureId id)
    {
        List<Cluster> clusters = stated[id];
        var losses = new List<Loss>();
        if (id.Measure != Measure.Level && !id.Measure.IsGuidance)
        {
            return losses;
        }

        // Of very many, only the latest can replace others.
        IReadOnlyList<Cluster> latest = clusters.Count <= MostCompared ? clusters : [.. clusters.OrderByDescending(Vintage).ThenByDescending(c => Last(c).Line).ThenByDescending(c => Last(c).Start).Take(MostCompared)];
        foreach (Cluster older in clusters)
        {
            foreach (Cluster newer in latest.Where(c => c != older && (Vintage(c) > Vintage(older) || ((id.Measure.IsGuidance || (SourceBook.Structured(c.Own) && SourceBook.Structured(older.Own))) && SaidAfter(older, c)))))
            {
                Loss? loss = id.Measure.IsGuidance ? Guided(older, newer) : id.Measure == Measure.Level ? Restated(older, newer) : null;
                if (loss is not null)
                {
                    losses.Add(loss);
                    break;
                }
            }
        }

        HashSet<Cluster> lost = [.. losses.Select(l => l.Statement)];
        List<Cluster> left = [.. clusters.Where(c => !lost.Contains(c))];
        if (left.Count == 2 && id.Measure == Measure.Level && TwoDefinitions(id, left[0], left[1]) is { } definition)
        {
            losses.Add(definition);
        }

        return losses;
    }

    /// <summary>Two numbers for one figure in one sentence and nowhere else are the ends of a range; null where they are not.</summary>
    public static IReadOnlyList<Loss>? OneSentence(IReadOnlyList<Cluster> candidates) =>
        candidates.Count == 2 && candidates.All(c => c.Mentions[0].Amount is { Approximate: true } or { Unit: Unit.Ratio }) && candidates.SelectMany(c => c.Own).Select(m => (m.Provenance.Document, m.Provenance.Line, m.Provenance.Quote)).Distinct().Count() == 1
            ? [.. candidates.Select(c => new Loss(c, LossKind.Range, $"One sentence says {string.Join(" and ", candidates.OrderBy(x => x.Value).Select(x => x.Mentions[0].Amount.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))}: a range."))]
            : null;

    /// <summary>Of filings on the same period that differ, the one named last (an amendment, a later number) is used; null where there are others.</summary>
    public IReadOnlyList<Loss>? LastFiling(IReadOnlyList<Cluster> candidates)
    {
        if (!candidates.All(c => SourceBook.Structured(c.Own)))
        {
            return null;
        }

        Cluster[] ordered = [.. candidates.OrderBy(c => c.Own.Select(m => m.Provenance.Document).Max(StringComparer.Ordinal), StringComparer.Ordinal).ThenBy(c => c.Value)];
        Mention used = ordered[^1].Mentions[0];
        return [.. ordered[..^1].Select(c => new Loss(c, LossKind.Contradiction, $"{numbers.Of(c.Amount)} is in {Report.Places(c.Own)}, {numbers.Of(used.Amount)} in {used.Provenance.Place}: filings differ, and the one named last is taken for the later."))];
    }

    // When its mentions were made; null where that cannot be told, and then nothing compares.
    private LocalDate? Vintage(Cluster cluster)
    {
        if (!vintages.TryGetValue(cluster, out LocalDate? day))
        {
            day = (cluster.Own.Count > 0 ? cluster.Own : cluster.Mentions).Max(m => sources.ReportsOn(m.Provenance.Document));
            vintages.Add(cluster, day);
        }

        return day;
    }

    // Within one document the guidance named last is the new one, and of a file of facts in order of filing the last one.
    private static bool SaidAfter(Cluster older, Cluster newer)
    {
        (Provenance a, Provenance b) = (Last(older), Last(newer));
        return older.Own.Select(m => m.Provenance.Document).Concat(newer.Own.Select(m => m.Provenance.Document)).Distinct(StringComparer.Ordinal).Count() == 1
            && (b.Line, b.Start).CompareTo((a.Line, a.Start)) > 0;
    }

    private static Provenance Last(Cluster cluster) => (cluster.Own.Count > 0 ? cluster.Own : cluster.Mentions).Select(m => m.Provenance).MaxBy(p => (p.Line, p.Start))!;

    private Loss Guided(Cluster older, Cluster newer) =>
        new(older, LossKind.Restated, $"{numbers.Of(older.Amount)} was guided before; {newer.Mentions[0].Provenance.Document} guides {numbers.Of(newer.Amount)}.");

    private Loss? Restated(Cluster older, Cluster newer)
    {
        bool fromCompany = newer.Own.Any(m => SourceBook.OfCompany(m.Provenance.Source)) && older.Own.Any(m => SourceBook.OfCompany(m.Provenance.Source));
        decimal difference = Math.Abs(older.Value - newer.Value);
        bool split = lines.UnitOf(older.Id.Line) == Unit.PerShare && Splits.Any(s => Split(older, newer, s) || Split(newer, older, s));
        bool facts = SourceBook.Structured(older.Own) && SourceBook.Structured(newer.Own);
        bool small = split || facts || (lines.UnitOf(older.Id.Line) == Unit.Ratio ? difference <= 0.01m : difference <= SmallChange * Math.Abs(newer.Value));
        if (!fromCompany || !small || !(facts || Vintage(newer) > company.Calendar.EndOf(older.Id.Period)) || !BornOut(newer))
        {
            return null;
        }

        Mention said = newer.Mentions[0];
        return new Loss(older, LossKind.Restated, $"{numbers.Of(older.Amount)} was stated first; {said.Provenance.Document} states {numbers.Of(newer.Amount)} for the same period{(split ? ", probably after a split of the shares" : "")}.");
    }

    private static bool Split(Cluster many, Cluster few, decimal times) => Arithmetic.Apply(Operator.Multiply, few.Interval, Interval.Of(times)) is { } product && product.Overlaps(many.Interval);

    // A later document's figure of the past is a slip, not a restatement, where the growth it states in the same breath denies it.
    private bool BornOut(Cluster later) => later.Own.Select(m => m.Provenance.Document).Distinct(StringComparer.Ordinal).All(document =>
        growths[(later.Id.Line, later.Id.Period)].All(growth =>
        {
            Mention? rate = growth.Value.SelectMany(c => c.Mentions).FirstOrDefault(m => m.Provenance.Document == document);
            Mention? level = stated.GetValueOrDefault(growth.Key with { Measure = Measure.Level })?.SelectMany(c => c.Mentions).FirstOrDefault(m => m.Provenance.Document == document);
            return rate is null || level is null || Arithmetic.Apply(Operator.Divide, level.Amount.Interval, later.Interval) is not { } ratio
                || ratio.Overlaps(rate.Amount.Interval + Interval.Of(1));
        }));

    private Loss? TwoDefinitions(FigureId id, Cluster a, Cluster b)
    {
        foreach (CompanyLine adjustment in company.Adjustments)
        {
            Cluster? item = stated.GetValueOrDefault(new FigureId(adjustment.Key, Measure.Level, id.Period))?.FirstOrDefault();
            if (item is null || adjustment.Key == id.Line || item.Value == 0 || item.Interval.Width > 0.1m * Math.Abs(item.Value))
            {
                continue;
            }

            Interval difference = a.Interval - b.Interval;
            if (difference.Width < 0.2m * Math.Abs(item.Value) && (difference.Overlaps(item.Interval) || difference.Overlaps(-item.Interval)))
            {
                bool firstWins = Vintage(a) is { } x && Vintage(b) is { } y && x != y ? x > y : sources.Evidence(a.Own) >= sources.Evidence(b.Own);
                (Cluster used, Cluster other) = firstWins ? (a, b) : (b, a);
                return new Loss(other, LossKind.Definition, $"{numbers.Of(other.Amount)} and {numbers.Of(used.Amount)} differ by {adjustment.Label} of {numbers.Of(item.Amount)}: two definitions under one name.");
            }
        }

        return Minorities(id, a, b);
    }

    // A net result with or without what belongs to minority shareholders: close, exact, and from sources that do not quote each other.
    private Loss? Minorities(FigureId id, Cluster a, Cluster b)
    {
        decimal difference = Math.Abs(a.Value - b.Value);
        bool close = difference <= 0.02m * Math.Min(Math.Abs(a.Value), Math.Abs(b.Value)) && a.Interval.Width < difference && b.Interval.Width < difference;
        bool apart = !a.Own.Select(m => m.Provenance.Document).Intersect(b.Own.Select(m => m.Provenance.Document), StringComparer.Ordinal).Any();
        if (id.Line.Name != "net_income" || !close || !apart || Slips.Cause(b.Value, a.Value, b.Interval.Width / 2) is not null)
        {
            return null;
        }

        (Cluster used, Cluster other) = sources.Evidence(a.Own) >= sources.Evidence(b.Own) ? (a, b) : (b, a);
        return new Loss(other, LossKind.Definition, $"{numbers.Of(other.Amount)} and {numbers.Of(used.Amount)} are close: probably with and without what belongs to minority shareholders, two definitions under one name.");
    }
}
