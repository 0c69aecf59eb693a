namespace ModelBuilder.Reconciliation;

/// <summary>
/// The cheapest set of statements to disbelieve so that no conflict is left: a minimum-cost hitting set, as in diagnosis from
/// first principles (Reiter 1987). Exact by branch and bound for what documents bring; a greedy set beyond that bound.
/// </summary>
internal static class HittingSet
{
    private const int MaxSteps = 20_000;

    /// <summary>The cheapest set; elements of the same cost are taken in their order.</summary>
    /// <param name="conflicts">Sets of elements of which at least one must go; each sorted.</param>
    /// <param name="cost">What it costs to let an element go; decimal.MaxValue for never.</param>
    public static (SortedSet<int> Elements, decimal Cost) Cheapest(IReadOnlyList<int[]> conflicts, Func<int, decimal> cost)
    {
        var best = Greedy(conflicts, cost);
        decimal bestCost = Total(best, cost);
        int steps = 0;
        Branch([], 0);
        return (best, bestCost);

        void Branch(SortedSet<int> chosen, decimal spent)
        {
            if (spent >= bestCost || ++steps > MaxSteps)
            {
                return;
            }

            int[]? open = conflicts.Where(c => !c.Any(chosen.Contains)).MinBy(c => c.Length);
            if (open is null)
            {
                best = [.. chosen];
                bestCost = spent;
                return;
            }

            foreach (int element in open.OrderBy(cost).ThenBy(e => e))
            {
                if (cost(element) == decimal.MaxValue)
                {
                    break;
                }

                chosen.Add(element);
                Branch(chosen, spent + cost(element));
                chosen.Remove(element);
            }
        }
    }

    /// <summary>Conflicts in groups that share no element, each with its conflicts in order.</summary>
    public static List<List<int[]>> Components(IReadOnlyList<int[]> conflicts)
    {
        var components = new List<(HashSet<int> Elements, List<int[]> Conflicts)>();
        foreach (int[] conflict in conflicts)
        {
            HashSet<int> elements = [.. conflict];
            List<int[]> members = [conflict];
            foreach (var touching in components.Where(c => c.Elements.Overlaps(conflict)).ToList())
            {
                elements.UnionWith(touching.Elements);
                members.InsertRange(0, touching.Conflicts);
                components.Remove(touching);
            }

            components.Add((elements, members));
        }

        return [.. components.Select(c => c.Conflicts)];
    }

    private static SortedSet<int> Greedy(IReadOnlyList<int[]> conflicts, Func<int, decimal> cost)
    {
        var chosen = new SortedSet<int>();
        List<int[]> open = [.. conflicts];
        while (open.Count > 0)
        {
            var candidates = open.SelectMany(c => c).GroupBy(e => e).Where(g => cost(g.Key) != decimal.MaxValue).ToList();
            if (candidates.Count == 0)
            {
                break;
            }

            int element = candidates.OrderByDescending(g => g.Count() / (cost(g.Key) + 0.01m)).ThenBy(g => g.Key).First().Key;
            chosen.Add(element);
            open.RemoveAll(c => c.Contains(element));
        }

        return chosen;
    }

    private static decimal Total(SortedSet<int> elements, Func<int, decimal> cost) => elements.Sum(cost);
}
