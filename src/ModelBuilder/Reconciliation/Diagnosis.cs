using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>What came of weighing statements against each other and against the relations.</summary>
/// <param name="Lost">Statements not believed.</param>
/// <param name="Suspended">Relations that do not hold here, as numbers of the book.</param>
/// <param name="Undecided">Figures between whose candidates nothing decides.</param>
internal sealed record Verdict(SortedSet<int> Lost, SortedSet<int> Suspended, SortedSet<FigureId> Undecided)
{
    /// <summary>By how much the cheapest way out would cost more with a lost statement believed, in plain statements.</summary>
    public Dictionary<int, decimal> Margins { get; } = [];

    /// <summary>How many relations bore out each statement before anything was disbelieved.</summary>
    public IReadOnlyList<int> Supports { get; set; } = [];

    /// <summary>The figures in groups of conflicts too large to try everything.</summary>
    public SortedSet<FigureId> Bounded { get; } = [];
}

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
    private const decimal Least = 0.01m;
    private const decimal SetAside = 0.02m;

    // Among very many numbers some are said twice by chance.
    private const decimal CrowdMargin = 0.5m;

    public static Verdict Decide(RelationBook book, IReadOnlyList<Cluster> statements, SourceBook sources, IReadOnlySet<int> certain, IReadOnlySet<FigureId> crowded)
    {
        var verdict = new Verdict([], [], []);
        var effort = new Effort();
        var recasts = new Recasts(book, statements);
        decimal[] evidence = new Evidence(sources, statements).Of(statements);
        for (int round = 0; round < Rounds; round++)
        {
            var finder = new ConflictFinder(book, statements, verdict.Lost, verdict.Suspended);
            IReadOnlyList<int[]> conflicts = finder.Conflicts();
            verdict.Supports = round == 0 ? [.. Enumerable.Range(0, statements.Count).Select(finder.Supports)] : verdict.Supports;
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
                var search = new HittingSet(conflicts, costs, effort);
                SortedSet<int> gone = search.Cheapest();
                HashSet<int> faint = [.. gone.Where(e => e < statements.Count && !rivalled[e] && search.Margin(e, gone) < ClearMargin)];
                if (faint.Count > 0)
                {
                    // An identity that fails in one period fails in the sums over it too; the sums themselves are sound.
                    int[][] doubted = [.. conflicts.Where(c => Array.Exists(c, faint.Contains))];
                    HashSet<string> failing = [.. doubted.Select(c => c.Where(e => e >= statements.Count).ToArray()).Where(r => r.Length == 1).Select(r => Name(r[0]))];
                    foreach (int relation in doubted.SelectMany(c => c).Where(e => e >= statements.Count))
                    {
                        costs[relation] = failing.Contains(Name(relation)) ? SetAside / 2 : SetAside;
                    }

                    search = new HittingSet(conflicts, costs, effort);
                    gone = search.Cheapest();
                }

                if (search.Bounded)
                {
                    verdict.Bounded.UnionWith(gone.Where(e => e < statements.Count).Select(e => statements[e].Id));
                }

                foreach (int element in gone)
                {
                    if (element >= statements.Count)
                    {
                        verdict.Suspended.Add(element - statements.Count);
                        continue;
                    }

                    decimal margin = search.Margin(element, gone);
                    verdict.Lost.Add(element);
                    verdict.Margins[element] = margin;
                    if (rivalled[element] && margin < (crowded.Contains(statements[element].Id) ? CrowdMargin : AnyMargin))
                    {
                        verdict.Undecided.Add(statements[element].Id);
                    }
                }
            }
        }

        string Name(int element) => book.Relations[element - statements.Count].Name;

        decimal Cost(int element, ConflictFinder finder) => element >= statements.Count ? Worth(book.Relations[element - statements.Count], finder, recasts)
            : certain.Contains(element) ? HittingSet.Never : Math.Max(Least, evidence[element] + finder.Corroboration(element));

        return verdict;
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
