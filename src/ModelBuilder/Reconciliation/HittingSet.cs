namespace ModelBuilder.Reconciliation;

/// <summary>
/// The cheapest set of statements to disbelieve so that no conflict is left: a minimum-cost hitting set, as in diagnosis from
/// first principles (Reiter 1987). Exact by branch and bound (the bound: conflicts that share no element must each be paid
/// for) as far as the effort goes; beyond that the greedy set (Chvátal 1979), improved as far as the search came.
/// </summary>
internal sealed class HittingSet
{
    /// <summary>The cost of an element that must stay.</summary>
    public const decimal Never = 1_000_000;

    // Costs are whole billionths, so that sums are exact and quick.
    private const decimal Billion = 1_000_000_000;
    private const long NeverInBillionths = (long)(Never * Billion);

    private readonly int[] elements;
    private readonly long[] prices;
    private readonly int[][] conflicts;
    private readonly int[][] byElement;
    private readonly Effort effort;
    private readonly int literals;
    private readonly bool[] kept;
    private readonly int[] hits;
    private readonly int[] counted;
    private readonly List<int> chosen = [];
    private int forbidden = -1;
    private int steps;
    private int most;
    private int stamp;
    private bool[] best = [];
    private long bestCost;

    /// <summary>A search.</summary>
    /// <param name="conflicts">Sets of elements of which at least one must go.</param>
    /// <param name="costs">What it costs to let each element go; at least next to nothing.</param>
    /// <param name="effort">How much may be tried.</param>
    public HittingSet(IReadOnlyList<int[]> conflicts, IReadOnlyDictionary<int, decimal> costs, Effort effort)
    {
        this.effort = effort;
        elements = [.. conflicts.SelectMany(c => c).Distinct().Order()];
        Dictionary<int, int> numbers = elements.Index().ToDictionary(e => e.Item, e => e.Index);
        prices = [.. elements.Select(e => Math.Max(1, (long)(costs[e] * Billion)))];
        this.conflicts = [.. conflicts.Select(c => c.Select(e => numbers[e]).OrderBy(e => prices[e]).ThenBy(e => e).ToArray())];
        literals = this.conflicts.Sum(c => c.Length);
        byElement = [.. this.conflicts.SelectMany((c, i) => c.Select(e => (e, i))).GroupBy(x => x.e).OrderBy(g => g.Key).Select(g => g.Select(x => x.i).ToArray())];
        kept = new bool[elements.Length];
        hits = new int[conflicts.Count];
        counted = new int[elements.Length];
    }

    /// <summary>True where the last search ended before everything was tried.</summary>
    public bool Bounded { get; private set; }

    /// <summary>The cheapest set; of equals the one with the smaller numbers.</summary>
    public SortedSet<int> Cheapest() => [.. Search().Select((gone, e) => gone ? elements[e] : -1).Where(e => e >= 0)];

    /// <summary>By how much the cheapest set that leaves one of its elements standing costs more; where that is too much to try, by how much it costs more to make up for that element alone.</summary>
    /// <param name="element">The element that stays.</param>
    /// <param name="cheapest">The cheapest set.</param>
    public decimal Margin(int element, IReadOnlySet<int> cheapest)
    {
        int number = Array.BinarySearch(elements, element);
        if (!effort.Allows(literals))
        {
            return (MadeUp(number, cheapest) - prices[number]) / Billion;
        }

        forbidden = number;
        long cost = Sum(Search());
        forbidden = -1;
        return (cost / Billion) - Cost(cheapest);
    }

    /// <summary>What a set costs.</summary>
    public decimal Cost(IEnumerable<int> set) => set.Sum(e => Price(Array.BinarySearch(elements, e))) / Billion;

    /// <summary>Conflicts in groups that share no element, each with its conflicts in order.</summary>
    public static List<List<int[]>> Components(IReadOnlyList<int[]> conflicts)
    {
        var parents = new Dictionary<int, int>();
        foreach (int[] conflict in conflicts)
        {
            int root = Root(conflict[0]);
            foreach (int element in conflict)
            {
                int other = Root(element);
                (root, other) = other < root ? (other, root) : (root, other);
                parents[other] = root;
            }
        }

        return [.. conflicts.GroupBy(c => Root(c[0])).Select(g => g.ToList())];

        int Root(int element)
        {
            while (parents.TryGetValue(element, out int parent) && parent != element)
            {
                parents[element] = parents.GetValueOrDefault(parent, parent);
                element = parent;
            }

            return element;
        }
    }

    private long Price(int element) => element == forbidden ? NeverInBillionths : prices[element];

    private long Sum(bool[] set)
    {
        long sum = 0;
        for (int e = 0; e < set.Length; e++)
        {
            sum += set[e] ? Price(e) : 0;
        }

        return sum;
    }

    private bool[] Search()
    {
        best = Greedy(Enumerable.Range(0, conflicts.Length));
        bestCost = Sum(best);
        (steps, most) = (0, effort.Steps(literals));
        Branch(0);
        effort.Spend(steps, literals);
        Bounded = steps > most;
        return best;
    }

    // kept: elements whose removal was tried before on the way here, and which now must stay.
    private void Branch(long spent)
    {
        if (++steps > most)
        {
            return;
        }

        int[]? open = null;
        long owed = 0;
        stamp++;
        for (int c = 0; c < conflicts.Length; c++)
        {
            if (hits[c] > 0)
            {
                continue;
            }

            int[] conflict = conflicts[c];
            open = open is null || conflict.Length < open.Length ? conflict : open;
            if (!Array.Exists(conflict, e => counted[e] == stamp))
            {
                long least = NeverInBillionths;
                foreach (int e in conflict)
                {
                    counted[e] = stamp;
                    least = kept[e] ? least : Math.Min(least, Price(e));
                }

                owed += least;
                if (spent + owed >= bestCost)
                {
                    return;
                }
            }
        }

        if (open is null)
        {
            if (spent < bestCost)
            {
                best = new bool[elements.Length];
                chosen.ForEach(e => best[e] = true);
                bestCost = spent;
            }

            return;
        }

        int[] tried = Array.FindAll(open, e => !kept[e]);
        foreach (int element in tried)
        {
            Array.ForEach(byElement[element], c => hits[c]++);
            chosen.Add(element);
            Branch(spent + Price(element));
            chosen.RemoveAt(chosen.Count - 1);
            Array.ForEach(byElement[element], c => hits[c]--);
            kept[element] = true;
        }

        Array.ForEach(tried, e => kept[e] = false);
    }

    // Gains only shrink, so that the first of the queue whose gain still holds is the best of all.
    private bool[] Greedy(IEnumerable<int> over)
    {
        var set = new bool[elements.Length];
        var open = new HashSet<int>(over);
        var gains = new int[elements.Length];
        foreach (int element in open.SelectMany(c => conflicts[c]))
        {
            gains[element]++;
        }

        var queue = new PriorityQueue<(int Element, int Gain), (double, int)>();
        foreach (int element in Enumerable.Range(0, gains.Length).Where(e => gains[e] > 0))
        {
            queue.Enqueue((element, gains[element]), Worth(element));
        }

        while (open.Count > 0)
        {
            (int pick, int gain) = queue.Dequeue();
            if (gains[pick] != gain)
            {
                if (gains[pick] > 0)
                {
                    queue.Enqueue((pick, gains[pick]), Worth(pick));
                }

                continue;
            }

            set[pick] = true;
            foreach (int conflict in byElement[pick].Where(open.Remove))
            {
                Array.ForEach(conflicts[conflict], e => gains[e]--);
            }
        }

        return WithoutSuperfluous(set);

        (double, int) Worth(int element) => (-gains[element] / (double)(Price(element) + 10_000_000), element);
    }

    // What others make superfluous stays, the dearest first.
    private bool[] WithoutSuperfluous(bool[] set)
    {
        var covered = new int[conflicts.Length];
        int[] members = [.. Enumerable.Range(0, set.Length).Where(e => set[e])];
        Array.ForEach(members, e => Array.ForEach(byElement[e], c => covered[c]++));
        foreach (int element in members.OrderByDescending(Price).ThenBy(e => e))
        {
            if (Array.TrueForAll(byElement[element], c => covered[c] != 1))
            {
                set[element] = false;
                Array.ForEach(byElement[element], c => covered[c]--);
            }
        }

        return set;
    }

    // Only the conflicts that this element alone resolves must be resolved anew.
    private long MadeUp(int element, IReadOnlySet<int> cheapest)
    {
        bool Chosen(int e) => cheapest.Contains(elements[e]);
        List<int> open = [.. byElement[element].Where(c => !Array.Exists(conflicts[c], e => e != element && Chosen(e)))];
        long cost = 0;
        while (open.Count > 0)
        {
            var gains = new Dictionary<int, int>();
            foreach (int other in open.SelectMany(c => conflicts[c]).Where(e => e != element))
            {
                gains[other] = gains.GetValueOrDefault(other) + 1;
            }

            if (gains.Count == 0)
            {
                return NeverInBillionths;
            }

            int pick = gains.MaxBy(g => (g.Value / (double)prices[g.Key], -g.Key)).Key;
            cost += prices[pick];
            open.RemoveAll(c => Array.IndexOf(conflicts[c], pick) >= 0);
        }

        return cost;
    }
}
