using ModelBuilder.Figures;
using NodaTime;
using Interval = ModelBuilder.Figures.Interval;

namespace ModelBuilder.Reconciliation;

/// <summary>Finds what only looks like a contradiction: restatements, new guidance, and two definitions under one name.</summary>
internal sealed class Revisions(Company company, SourceBook sources, LineBook lines, Numbers numbers, IReadOnlyDictionary<FigureId, List<Cluster>> stated)
{
    private const decimal SmallChange = 0.05m;

    /// <summary>The losses among the candidates of one figure; the rest still contradict each other.</summary>
    public List<Loss> Of(FigureId id)
    {
        List<Cluster> clusters = stated[id];
        var losses = new List<Loss>();
        foreach (Cluster older in clusters)
        {
            foreach (Cluster newer in clusters.Where(c => c != older && Vintage(c) > Vintage(older)))
            {
                Loss? loss = id.Measure.IsGuidance ? Guided(older, newer) : id.Measure == Measure.Level ? Restated(older, newer) : null;
                if (loss is not null)
                {
                    losses.Add(loss);
                    break;
                }
            }
        }

        List<Cluster> left = [.. clusters.Where(c => losses.All(l => l.Statement != c))];
        if (left.Count == 2 && id.Measure == Measure.Level && TwoDefinitions(id, left[0], left[1]) is { } definition)
        {
            losses.Add(definition);
        }

        return losses;
    }

    private LocalDate Vintage(Cluster cluster) => (cluster.Own.Count > 0 ? cluster.Own : cluster.Mentions).Max(m => sources.ReportsOn(m.Provenance.Document));

    private Loss Guided(Cluster older, Cluster newer) =>
        new(older, LossKind.Restated, $"{numbers.Of(older.Amount)} was guided before; {newer.Mentions[0].Provenance.Document} guides {numbers.Of(newer.Amount)}.");

    private Loss? Restated(Cluster older, Cluster newer)
    {
        bool fromCompany = newer.Own.Any(m => SourceBook.OfCompany(m.Provenance.Source)) && older.Own.Any(m => SourceBook.OfCompany(m.Provenance.Source));
        decimal difference = Math.Abs(older.Value - newer.Value);
        bool small = lines.UnitOf(older.Id.Line) == Unit.Ratio ? difference <= 0.01m : difference <= SmallChange * Math.Abs(newer.Value);
        if (!fromCompany || !small || Vintage(newer) <= company.Calendar.EndOf(older.Id.Period) || !BornOut(newer))
        {
            return null;
        }

        Mention said = newer.Mentions[0];
        return new Loss(older, LossKind.Restated, $"{numbers.Of(older.Amount)} was stated first; {said.Provenance.Document} states {numbers.Of(newer.Amount)} for the same period.");
    }

    // A later document's figure of the past is a slip, not a restatement, where the growth it states in the same breath denies it.
    private bool BornOut(Cluster later) => later.Own.Select(m => m.Provenance.Document).Distinct(StringComparer.Ordinal).All(document =>
        stated.Where(s => s.Key.Line == later.Id.Line && s.Key.Measure.IsGrowth && LineBook.BaseOf(s.Key) == later.Id.Period).All(growth =>
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
            Cluster? item = stated.GetValueOrDefault(new FigureId(adjustment.Key, Measure.Level, id.Period))?[0];
            if (item is null || adjustment.Key == id.Line || item.Value == 0 || item.Interval.Width > 0.1m * Math.Abs(item.Value))
            {
                continue;
            }

            Interval difference = a.Interval - b.Interval;
            if (difference.Width < 0.2m * Math.Abs(item.Value) && (difference.Overlaps(item.Interval) || difference.Overlaps(-item.Interval)))
            {
                bool firstWins = Vintage(a) != Vintage(b) ? Vintage(a) > Vintage(b) : sources.Evidence(a.Own) >= sources.Evidence(b.Own);
                (Cluster used, Cluster other) = firstWins ? (a, b) : (b, a);
                return new Loss(other, LossKind.Definition, $"{numbers.Of(other.Amount)} and {numbers.Of(used.Amount)} differ by {adjustment.Label} of {numbers.Of(item.Amount)}: two definitions under one name.");
            }
        }

        return null;
    }
}
