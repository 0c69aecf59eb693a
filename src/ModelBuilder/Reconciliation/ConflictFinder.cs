using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>A number a figure may have, and the statements and relations it rests on, sorted.</summary>
internal sealed record Option(Interval Interval, int[] Rests);

/// <summary>
/// Finds sets of statements and relations that cannot all be true. Elements are numbered: statements from 0, relations after
/// them. Figures that nothing states take estimates from relations, a few steps deep, so that two ways to the same unstated
/// figure can contradict each other.
/// </summary>
internal sealed class ConflictFinder
{
    private const int Depth = 3;
    private const int MostEstimates = 5;
    private const int MostCombinations = 96;
    private const int MostSupport = 14;

    // Over all relations together; where there is more to combine, each relation gets its share.
    private const int MostCombinationsInAll = 40_000;
    private const int FewestCombinations = 6;

    private readonly RelationBook book;
    private readonly IReadOnlyList<Cluster> statements;
    private readonly List<Option>[] options;
    private readonly bool[] stated;
    private readonly ISet<int> suspended;
    private readonly int[] figures;
    private readonly HashSet<int[]> conflicts = new(Elements.Same);
    private readonly decimal[] corroboration;
    private readonly HashSet<int>[] supports;
    private readonly Dictionary<string, (int Held, int Broken)> record = new(StringComparer.Ordinal);

    public ConflictFinder(RelationBook book, IReadOnlyList<Cluster> statements, IReadOnlySet<int> gone, ISet<int> suspended)
    {
        this.book = book;
        this.statements = statements;
        this.suspended = suspended;
        options = [.. Enumerable.Range(0, book.Index.Count).Select(_ => new List<Option>())];
        stated = new bool[book.Index.Count];
        corroboration = new decimal[statements.Count];
        supports = new HashSet<int>[statements.Count];
        figures = [.. statements.Select(s => book.Index.Find(s.Id))];
        for (int s = 0; s < statements.Count; s++)
        {
            int figure = figures[s];
            if (gone.Contains(s) || figure < 0)
            {
                continue;
            }

            foreach (int rival in options[figure].SelectMany(o => o.Rests))
            {
                Note([rival, s]);
            }

            options[figure].Add(new Option(statements[s].Interval, [s]));
            stated[figure] = true;
        }

        for (int depth = 1; depth <= Depth; depth++)
        {
            Step(first: depth == 1);
        }
    }

    /// <summary>The smallest conflicts, those that hold no other one, in order of size.</summary>
    public IReadOnlyList<int[]> Conflicts()
    {
        var minimal = new List<int[]>();
        var byElement = new Dictionary<int, List<int[]>>();
        foreach (int[] conflict in conflicts.Order(Elements.SmallestFirst))
        {
            if (Array.Exists(conflict, e => byElement.TryGetValue(e, out List<int[]>? smaller) && smaller.Exists(s => Elements.Within(s, conflict))))
            {
                continue;
            }

            minimal.Add(conflict);
            if (!byElement.TryGetValue(conflict[0], out List<int[]>? list))
            {
                byElement[conflict[0]] = list = [];
            }

            list.Add(conflict);
        }

        return minimal;
    }

    /// <summary>How far relations bear out a statement, in plain statements' worth.</summary>
    public decimal Corroboration(int statement) => Math.Min(3, corroboration[statement]);

    /// <summary>How many relations bear out a statement.</summary>
    public int Supports(int statement) => supports[statement]?.Count ?? 0;

    /// <summary>True where there was more to combine than was tried.</summary>
    public bool Bounded { get; private set; }

    /// <summary>In how many periods an identity held among stated figures, and in how many not.</summary>
    public (int Held, int Broken) Record(string identity) => record.GetValueOrDefault(identity);

    private void Step(bool first)
    {
        var estimates = new List<(int Figure, Option Option)>();
        int most = Share();
        for (int r = 0; r < book.Relations.Count; r++)
        {
            Relation relation = book.Relations[r];
            if (suspended.Contains(r))
            {
                continue;
            }

            int[] members = relation.Members;
            int open = Array.FindIndex(members, m => options[m].Count == 0);
            if (open >= 0 ? Array.FindLastIndex(members, m => options[m].Count == 0) != open : !first && Array.TrueForAll(members, m => stated[m]))
            {
                continue;
            }

            foreach ((Interval?[] slots, int[] rests) in Combinations(relation, r, most))
            {
                if (open < 0)
                {
                    Check(relation, r, slots, rests);
                }
                else if (rests.Length < MostSupport && relation.Solve(open, slots) is { } value)
                {
                    estimates.Add((members[open], new Option(value, rests)));
                }
            }
        }

        foreach (var figure in estimates.GroupBy(e => e.Figure))
        {
            Option[] all = [.. figure.Select(e => e.Option).OrderBy(o => o.Rests.Length).ThenBy(o => o.Interval.Width).ThenBy(o => o.Rests, Elements.SmallestFirst).Take(MostEstimates)];
            for (int i = 0; i < all.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    Compare(all[i], all[j]);
                }
            }

            options[figure.Key].AddRange(all);
        }
    }

    // Two ways to the same unstated figure.
    private void Compare(Option a, Option b)
    {
        int[] rests = Elements.Union(a.Rests, b.Rests);
        decimal gap = Math.Max(a.Interval.Low - b.Interval.High, b.Interval.Low - a.Interval.High);
        if (gap > 0.05m * Math.Max(a.Interval.Width, b.Interval.Width) && rests.Length <= MostSupport)
        {
            Note(rests);
        }
    }

    private void Check(Relation relation, int number, Interval?[] slots, int[] rests)
    {
        bool? holds = relation.Holds(slots);
        if (holds is null)
        {
            return;
        }

        if (Array.TrueForAll(relation.Members, m => stated[m] && options[m].Count == 1))
        {
            (int held, int broken) = Record(relation.Name);
            record[relation.Name] = holds.Value ? (held + 1, broken) : (held, broken + 1);
        }

        if (!holds.Value)
        {
            Note(rests);
            return;
        }

        for (int i = 0; i < slots.Length; i++)
        {
            if (relation.Solve(i, slots) is { } predicted)
            {
                decimal strength = Strength(predicted, slots[i]!.Value, book.Index[relation.Members[i]]);
                foreach (int statement in rests)
                {
                    if (strength > 0 && statement < figures.Length && figures[statement] == relation.Members[i])
                    {
                        corroboration[statement] += strength;
                        (supports[statement] ??= []).Add(number);
                    }
                }
            }
        }
    }

    // A relation that would hold for almost any number bears nothing out.
    private static decimal Strength(Interval predicted, Interval stated, FigureId id)
    {
        decimal size = Math.Max(Math.Abs(stated.Middle), id.Measure.IsGrowth || id.Measure.IsChange ? 0.2m : 0);
        decimal width = predicted.Width + stated.Width;
        return size == 0 || width > size * 0.5m ? 0 : width > size * 0.1m ? 0.3m : width > size * 0.03m ? 0.6m : 1;
    }

    // How many combinations each relation may try.
    private int Share()
    {
        long wanted = 0, relations = 0;
        foreach (Relation relation in book.Relations)
        {
            long all = 1;
            foreach (int member in relation.Members)
            {
                all = Math.Min(MostCombinations, all * Math.Max(1, options[member].Count));
            }

            wanted += all;
            relations += all > 1 ? 1 : 0;
        }

        bool bounded = wanted > MostCombinationsInAll + book.Relations.Count;
        Bounded |= bounded;
        return bounded ? (int)Math.Clamp(MostCombinationsInAll / relations, FewestCombinations, MostCombinations) : MostCombinations;
    }

    private IEnumerable<(Interval?[] Slots, int[] Rests)> Combinations(Relation relation, int number, int most)
    {
        int[] members = relation.Members;
        int[] choice = new int[members.Length];
        for (int count = 0; count < most; count++)
        {
            var slots = new Interval?[members.Length];
            int[] rests = [statements.Count + number];
            bool circular = false;
            for (int i = 0; i < members.Length; i++)
            {
                if (options[members[i]].Count > 0)
                {
                    Option option = options[members[i]][choice[i]];
                    slots[i] = option.Interval;
                    circular |= Array.BinarySearch(option.Rests, statements.Count + number) >= 0;
                    rests = Elements.Union(rests, option.Rests);
                }
            }

            if (!circular && !Rivals(rests))
            {
                yield return (slots, rests);
            }

            int next = 0;
            while (next < members.Length && ++choice[next] >= Math.Max(1, options[members[next]].Count))
            {
                choice[next++] = 0;
            }

            if (next == members.Length)
            {
                yield break;
            }
        }
    }

    // What rests on two statements that already contradict each other proves nothing.
    private bool Rivals(int[] rests)
    {
        for (int i = 0; i < rests.Length && rests[i] < figures.Length; i++)
        {
            for (int j = i + 1; j < rests.Length && rests[j] < figures.Length; j++)
            {
                if (figures[rests[i]] == figures[rests[j]])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Note(int[] elements)
    {
        Array.Sort(elements);
        conflicts.Add(elements);
    }
}
