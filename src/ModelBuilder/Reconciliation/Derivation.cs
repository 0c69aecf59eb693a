using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// Solves relations for their one missing figure, breadth first, so that the shortest way wins, and narrows stated figures that
/// a relation pins down. Only where the interval stays narrow: half a width of 1% of money, 0.3 points of a ratio.
/// </summary>
internal sealed class Derivation(RelationBook book, LineBook lines, Known?[] known, IReadOnlySet<int> suspended, IReadOnlySet<FigureId> barred, RelationWords words)
{
    private const int Rounds = 12;
    private readonly HashSet<int> pinned = [];

    private sealed record Way(int Relation, int Slot, Interval Interval, decimal Value);

    public void Run()
    {
        for (int round = 0; round < Rounds; round++)
        {
            bool changed = Pin();
            changed |= Fill();
            if (!changed)
            {
                break;
            }
        }
    }

    private bool Fill()
    {
        var ways = new Dictionary<int, List<Way>>();
        foreach (int r in Usable())
        {
            Relation relation = book.Relations[r];
            int[] open = [.. Enumerable.Range(0, relation.Members.Length).Where(i => known[relation.Members[i]] is null)];
            if (open.Length == 1 && Wanted(book.Index[relation.Members[open[0]]]) && Solve(r, open[0]) is { } way)
            {
                ways.TryAdd(relation.Members[open[0]], []);
                ways[relation.Members[open[0]]].Add(way);
            }
        }

        var found = new List<(int Figure, Known Known)>();
        foreach ((int figure, List<Way> all) in ways)
        {
            Way[] ordered = [.. all.OrderBy(w => w.Interval.Width).ThenBy(w => w.Relation)];
            Interval? common = ordered.Select(w => (Interval?)w.Interval).Aggregate((a, b) => a is { } x && b is { } y ? x.Intersect(y) : null);
            Interval interval = common ?? ordered[0].Interval;
            if (!Narrow(interval, book.Index[figure]) || (common is null && Apart(ordered)))
            {
                continue;
            }

            interval = Outward(interval);
            decimal value = Rounded(interval.Contains(ordered[0].Value) ? ordered[0].Value : interval.Middle, interval);
            found.Add((figure, new Known(interval, value, [])
            {
                Derivation = words.Derivation(ordered[0].Relation, ordered[0].Slot, known, [.. ordered.Skip(1).Take(2).Select(w => (w.Relation, w.Slot))]),
                Operands = Others(ordered[0]),
            }));
        }

        foreach ((int figure, Known value) in found)
        {
            known[figure] = value;
        }

        return found.Count > 0;
    }

    private bool Pin()
    {
        var best = new Dictionary<int, (Way Way, Interval Both)>();
        foreach (int r in Usable())
        {
            Relation relation = book.Relations[r];
            if (relation.Members.Any(m => known[m] is null))
            {
                continue;
            }

            for (int slot = 0; slot < relation.Members.Length; slot++)
            {
                int figure = relation.Members[slot];
                Known own = known[figure]!;
                if (own.Mentions.Count > 0 && !pinned.Contains(figure) && own.Interval.Width > 0 && book.Index[figure].Measure == Measure.Level && own.Derivation is null
                    && Solve(r, slot) is { } way && way.Interval.Intersect(own.Interval) is { } both && way.Interval.Width <= own.Interval.Width / 2
                    && (!best.TryGetValue(figure, out var other) || both.Width < other.Both.Width))
                {
                    best[figure] = (way, both);
                }
            }
        }

        var narrowed = best.Select(b => (Figure: b.Key, Known: known[b.Key]! with
        {
            Said = known[b.Key]!.Mentions[0].Amount.Value == known[b.Key]!.Value ? known[b.Key]!.Value : null,
            Interval = Outward(b.Value.Both).Intersect(known[b.Key]!.Interval) ?? b.Value.Both,
            Value = b.Value.Both.Contains(known[b.Key]!.Value) && known[b.Key]!.Interval.Width == 0 ? known[b.Key]!.Value
                : Rounded(b.Value.Both.Contains(b.Value.Way.Value) ? b.Value.Way.Value : b.Value.Both.Middle, b.Value.Both),
            Derivation = words.Derivation(b.Value.Way.Relation, b.Value.Way.Slot, known, []),
            Operands = Others(b.Value.Way),
        })).ToList();
        foreach ((int figure, Known value) in narrowed)
        {
            known[figure] = value;
            pinned.Add(figure);
        }

        return narrowed.Count > 0;
    }

    private IEnumerable<int> Usable() => Enumerable.Range(0, book.Relations.Count).Where(r => !suspended.Contains(r));

    private int[] Others(Way way) => [.. book.Relations[way.Relation].Members.Where((_, i) => i != way.Slot).Distinct()];

    private Way? Solve(int r, int slot)
    {
        Relation relation = book.Relations[r];
        Interval?[] slots = [.. relation.Members.Select((m, i) => i == slot ? null : known[m]?.Interval)];
        Interval?[] points = [.. relation.Members.Select((m, i) => i == slot || known[m] is not { } k ? (Interval?)null : Interval.Of(k.Value))];
        return relation.Solve(slot, slots) is { } interval && relation.Solve(slot, points) is { } point ? new Way(r, slot, interval, point.Middle) : null;
    }

    private bool Wanted(FigureId id) => id.Measure == Measure.Level && !barred.Contains(id)
        && (lines.IsStated(id.Line) || lines.UnitOf(id.Line) == Unit.Money) && lines.UnitOf(id.Line) is Unit.Money or Unit.Ratio or Unit.PerShare;

    private bool Narrow(Interval interval, FigureId id) => lines.UnitOf(id.Line) == Unit.Ratio
        ? interval.Width / 2 <= 0.003m
        : interval.Width / 2 <= 0.01m * Math.Abs(interval.Middle);

    // Ways that miss each other by more than a hair say that something is wrong: then nothing is derived.
    private static bool Apart(Way[] ways) => ways.Skip(1).Any(w =>
        Math.Max(w.Interval.Low - ways[0].Interval.High, ways[0].Interval.Low - w.Interval.High) > 0.05m * Math.Max(w.Interval.Width, ways[0].Interval.Width));

    // No more digits than mean anything, yet inside the interval.
    private static decimal Rounded(decimal value, Interval interval)
    {
        if (interval.Width == 0)
        {
            return value;
        }

        decimal rounded = decimal.Round(value, Digits(interval));
        return interval.Contains(rounded) ? rounded : value;
    }

    // Bounds with no more digits than mean anything, never narrower.
    private static Interval Outward(Interval interval)
    {
        if (interval.Width == 0 || Math.Max(Math.Abs(interval.Low), Math.Abs(interval.High)) > 1e15m)
        {
            return interval;
        }

        decimal scale = (decimal)Math.Pow(10, Math.Min(12, Digits(interval)));
        return new Interval(Math.Floor(interval.Low * scale) / scale, Math.Ceiling(interval.High * scale) / scale);
    }

    private static int Digits(Interval interval) => Math.Clamp(2 - (int)Math.Floor(Math.Log10((double)interval.Width)), 0, 20);
}
