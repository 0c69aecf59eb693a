using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// Figures for which so many numbers are stated (one badly read table, a text of nonsense) that weighing every one of them
/// against every other would take forever: only those that most bears out are weighed. What many documents in earnest state
/// of one figure is far below that.
/// </summary>
internal sealed class Crowds(RelationBook book, IReadOnlyDictionary<FigureId, List<Cluster>> stated, SourceBook sources)
{
    private const int MostCandidates = 12;
    private const int FewestCandidates = 3;
    private const int MostInAll = 2_000;
    private const decimal Agreeing = 1;

    /// <summary>The candidates that are not even weighed, for each figure that has too many.</summary>
    public IEnumerable<(FigureId Id, int Weighed, IReadOnlyList<Cluster> Left)> Cut()
    {
        int[] rivals = [.. stated.Values.Select(c => c.Count).Where(c => c > FewestCandidates)];
        int most = MostCandidates;
        while (most > FewestCandidates && rivals.Sum(c => Math.Min(c, most)) > MostInAll)
        {
            most--;
        }

        var crowded = stated.Where(s => s.Value.Count > most).OrderBy(s => s.Key).ToList();
        if (crowded.Count == 0)
        {
            yield break;
        }

        var evidence = new Evidence(sources, [.. stated.OrderBy(s => s.Key).SelectMany(s => s.Value)]);
        foreach ((FigureId id, List<Cluster> candidates) in crowded)
        {
            Func<Cluster, decimal> fit = Fit(id);
            Cluster[] ordered = [.. candidates.Zip(evidence.Of(candidates), (c, e) => (Cluster: c, Score: e + fit(c))).OrderByDescending(c => c.Score).Select(c => c.Cluster)];
            yield return (id, most, ordered[most..]);
        }
    }

    // How many relations to figures that nobody disputes a candidate fulfils.
    private Func<Cluster, decimal> Fit(FigureId id)
    {
        int figure = book.Index.Find(id);
        var ways = new List<(Relation Relation, Interval?[] Slots)>();
        foreach (Relation relation in book.Of(figure).Select(r => book.Relations[r]))
        {
            Interval?[] slots = [.. relation.Members.Select(m => m != figure && stated.TryGetValue(book.Index[m], out List<Cluster>? one) && one.Count == 1 ? one[0].Interval : (Interval?)null)];
            if (slots.Count(s => s is null) == 1)
            {
                ways.Add((relation, slots));
            }
        }

        return cluster => ways.Count(w => Holds(w.Relation, [.. w.Slots.Select(s => s ?? cluster.Interval)])) * Agreeing;
    }

    private static bool Holds(Relation relation, Interval?[] slots) => relation.Holds(slots) is true;
}
