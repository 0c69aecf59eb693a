using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>What came of weighing statements against each other and against the relations.</summary>
/// <param name="Lost">Statements not believed.</param>
/// <param name="Suspended">Relations that do not hold here, as numbers of the book.</param>
/// <param name="Undecided">Figures between whose candidates nothing decides.</param>
internal sealed record Verdict(SortedSet<int> Lost, SortedSet<int> Suspended, SortedSet<FigureId> Undecided);

/// <summary>
/// Decides which statements to disbelieve. A statement costs its independent evidence and what relations bear it out; a
/// relation costs what it is known to be worth. The cheapest way out of all conflicts wins, if it is cheaper by enough.
/// </summary>
internal static class Diagnosis
{
    private const int Rounds = 5;

    // A statement without a rival is disbelieved only where the next best way costs half a statement more.
    private const decimal ClearMargin = 0.5m;
    private const decimal AnyMargin = 0.01m;

    public static Verdict Decide(RelationBook book, IReadOnlyList<Cluster> statements, SourceBook sources, IReadOnlySet<int> certain)
    {
        var verdict = new Verdict([], [], []);
        var neighbours = new Neighbours(statements);
        var recasts = new Recasts(book, statements);
        var ladder = new IncomeLadder(statements);
        decimal[] evidence = [.. statements.Select(s => Evidence(s, sources) + neighbours.Bonus(s) - ladder.Penalty(s))];
        for (int round = 0; round < Rounds; round++)
        {
            var finder = new ConflictFinder(book, statements, verdict.Lost, verdict.Suspended);
            IReadOnlyList<int[]> conflicts = finder.Conflicts();
            if (conflicts.Count == 0)
            {
                break;
            }

            bool[] rivalled = Rivalled(statements, verdict.Lost);
            foreach (List<int[]> component in HittingSet.Components(conflicts))
            {
                Resolve(component, finder);
            }

            void Resolve(List<int[]> conflicts, ConflictFinder finder)
            {
                Dictionary<int, decimal> costs = conflicts.SelectMany(c => c).Distinct().ToDictionary(e => e, e => Cost(e, finder));
                var search = new HittingSet(conflicts, costs);
                SortedSet<int> gone = search.Cheapest();
                decimal cost = search.Cost(gone);
                int[] faint = [.. gone.Where(e => e < statements.Count && !rivalled[e] && search.CostWithout(e) - cost < ClearMargin)];
                if (faint.Length > 0)
                {
                    foreach (int relation in conflicts.Where(c => c.Any(faint.Contains)).SelectMany(c => c).Where(e => e >= statements.Count))
                    {
                        costs[relation] = 0.02m;
                    }

                    search = new HittingSet(conflicts, costs);
                    gone = search.Cheapest();
                    cost = search.Cost(gone);
                }

                foreach (int element in gone)
                {
                    if (element >= statements.Count)
                    {
                        verdict.Suspended.Add(element - statements.Count);
                        continue;
                    }

                    verdict.Lost.Add(element);
                    if (rivalled[element] && search.CostWithout(element) - cost < AnyMargin)
                    {
                        verdict.Undecided.Add(statements[element].Id);
                    }
                }
            }
        }

        decimal Cost(int element, ConflictFinder finder) => element >= statements.Count ? Worth(book.Relations[element - statements.Count], finder, recasts)
            : certain.Contains(element) ? HittingSet.Never : evidence[element] + finder.Corroboration(element);

        return verdict;
    }

    // Ties between equals fall to the better source, the surer reading, the plainer and more precise number.
    private static decimal Evidence(Cluster cluster, SourceBook sources)
    {
        IReadOnlyList<Mention> own = cluster.Own.Count > 0 ? cluster.Own : cluster.Mentions;
        decimal kind = 0.02m * ((int)SourceKind.Notes - (int)own.Min(m => m.Provenance.Source));
        decimal doubts = -0.04m * Math.Min(3, own.Min(m => m.Doubts.Count));
        decimal plain = own.Any(m => !m.Amount.Approximate) ? 0.1m : 0;
        decimal digits = cluster.Interval.Width == 0 || cluster.Value == 0 ? 0.1m : Math.Min(0.1m, 0.02m * (decimal)Math.Max(0, Math.Log10((double)Math.Abs(cluster.Value) / (double)cluster.Interval.Width)));
        return sources.Evidence(own) + kind + doubts + plain + digits;
    }

    private static decimal Worth(Relation relation, ConflictFinder finder, Recasts recasts)
    {
        if (relation.Kind != RelationKind.Sum)
        {
            return recasts.Suspected(relation) ? 0.7m : 2.2m;
        }

        (int held, int broken) = finder.Record(relation.Name);
        return Math.Max(0.05m, 1.5m + Math.Min(2, held) - Math.Max(0, broken - 1));
    }

    private static bool[] Rivalled(IReadOnlyList<Cluster> statements, SortedSet<int> lost)
    {
        var counts = statements.Where((_, i) => !lost.Contains(i)).GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.Count());
        return [.. statements.Select(s => counts.GetValueOrDefault(s.Id) > 1)];
    }
}
