namespace ModelBuilder.Reconciliation;

/// <summary>
/// The cheapest set of statements to disbelieve so that no conflict is left: a minimum-cost hitting set, as in diagnosis from
/// first principles (Reiter 1987). Exact by branch and bound (the bound: conflicts that share no element must each be paid
/// for) for what documents bring; the best set found so far beyond that.
/// </summary>
internal sealed class HittingSet
{
    /// <summary>The cost of an element that must stay.</summary>
    public const decimal Never = 1_000_000;

    private const int MaxSteps = 4_000;
    private readonly IReadOnlyList<int[]> conflicts;
    private readonly IReadOnlyDictionary<int, decimal> costs;
    private readonly int[][] ordered;
    private int forbidden = -1;
    private int steps;
    private SortedSet<int> best = [];
    private decimal bestCost;

    /// <summary>A search.</summary>
    /// <param name="conflicts">Sets of elements of which at least one must go.</param>
    /// <param name="costs">What it costs to let each element go.</param>
    public HittingSet(IReadOnlyList<int[]> conflicts, IReadOnlyDictionary<int, decimal> costs)
    {
        this.conflicts = conflicts;
        this.costs = costs;
        ordered = [.. conflicts.Select(c => c.OrderBy(e => costs[e]).ThenBy(e => e).ToArray())];
    }

    /// <summary>The cheapest set; of equals the one with the smaller numbers.</summary>
    public SortedSet<int> Cheapest()
    {
        steps = 0;
        best = Greedy();
        bestCost = Cost(best);
        Branch([], [], 0);
        return best;
    }

    /// <summary>What the cheapest set costs that leaves one element standing.</summary>
    public decimal CostWithout(int element)
    {
        forbidden = element;
        decimal cost = Cost(Cheapest());
        forbidden = -1;
        return cost;
    }

    /// <summary>What a set costs.</summary>
    public decimal Cost(IEnumerable<int> elements) => elements.Sum(Price);

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

    private decimal Price(int element) => element == forbidden ? Never : costs[element];

    // kept: elements whose removal was tried before on the way here, and which now must stay.
    private void Branch(HashSet<int> chosen, HashSet<int> kept, decimal spent)
    {
        if (++steps > MaxSteps)
        {
            return;
        }

        int[]? open = null;
        decimal owed = 0;
        HashSet<int> counted = [];
        foreach (int[] conflict in ordered)
        {
            if (conflict.Any(chosen.Contains))
            {
                continue;
            }

            open = open is null || conflict.Length < open.Length ? conflict : open;
            if (!conflict.Any(counted.Contains))
            {
                counted.UnionWith(conflict);
                owed += conflict.Min(e => kept.Contains(e) ? Never : Price(e));
            }
        }

        if (spent + owed >= bestCost)
        {
            return;
        }

        if (open is null)
        {
            best = [.. chosen];
            bestCost = spent;
            return;
        }

        int[] tried = [.. open.Where(e => !kept.Contains(e))];
        foreach (int element in tried)
        {
            chosen.Add(element);
            Branch(chosen, kept, spent + Price(element));
            chosen.Remove(element);
            kept.Add(element);
        }

        kept.ExceptWith(tried);
    }

    private SortedSet<int> Greedy()
    {
        var chosen = new SortedSet<int>();
        List<int[]> open = [.. conflicts];
        while (open.Count > 0)
        {
            var gains = new Dictionary<int, int>();
            foreach (int element in open.SelectMany(c => c))
            {
                gains[element] = gains.GetValueOrDefault(element) + 1;
            }

            int pick = gains.OrderByDescending(g => g.Value / (Price(g.Key) + 0.01m)).ThenBy(g => g.Key).First().Key;
            chosen.Add(pick);
            open.RemoveAll(c => c.Contains(pick));
        }

        // What others make superfluous stays.
        foreach (int element in chosen.OrderByDescending(Price).ThenBy(e => e).ToList())
        {
            if (conflicts.All(c => c.Any(e => e != element && chosen.Contains(e))))
            {
                chosen.Remove(element);
            }
        }

        return chosen;
    }
}
