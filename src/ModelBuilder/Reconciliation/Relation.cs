using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>What kind of truth a relation is, those that a reader follows most easily first.</summary>
internal enum RelationKind
{
    /// <summary>A growth rate ties a level to its base.</summary>
    Growth,

    /// <summary>A change ties a level to its base.</summary>
    Change,

    /// <summary>A sum of lines: true where all parts are known to the company file.</summary>
    Sum,

    /// <summary>A product or quotient of lines: true by definition.</summary>
    Ratio,

    /// <summary>A longer period is the sum of shorter ones.</summary>
    Periods,
}

/// <summary>An identity at one place in time: the figure in slot 0 equals the term over all slots.</summary>
/// <param name="Name">The identity, the same for all its periods.</param>
/// <param name="Kind">What kind of truth it is.</param>
/// <param name="Members">The figures in its slots, as numbers of the <see cref="FigureIndex"/>; the result first.</param>
/// <param name="Right">What the result equals.</param>
internal sealed record Relation(string Name, RelationKind Kind, int[] Members, Term Right)
{
    // Sums of stated numbers miss by a hair where a source rounds a rounded number.
    private const decimal Slack = 0.05m;

    /// <summary>True where it holds for some number of each interval, false where for none, null where nothing can be said.</summary>
    public bool? Holds(Interval?[] slots)
    {
        if (slots[0] is not { } result || Meaningless(slots) || Right.Evaluate(slots) is not { } right)
        {
            return null;
        }

        decimal gap = Math.Max(result.Low - right.High, right.Low - result.High);
        return gap <= Slack * Math.Max(result.Width, right.Width);
    }

    /// <summary>What the figure in a slot must be, given the others.</summary>
    public Interval? Solve(int slot, Interval?[] slots)
    {
        Interval? solved = slot == 0 ? Right.Evaluate(slots) : Right.Count(slot) == 1 && slots[0] is { } result ? Right.Solve(slot, result, slots) : null;
        if (Kind != RelationKind.Growth || solved is not { } value)
        {
            return solved;
        }

        Interval? own = slots[slot];
        slots[slot] = value;
        bool meaningless = Meaningless(slots);
        slots[slot] = own;
        return meaningless ? null : solved;
    }

    // Growth of a loss has no agreed sign.
    private bool Meaningless(Interval?[] slots) =>
        Kind == RelationKind.Growth && (slots[0] is { Low: <= 0 } || slots[1] is { Low: <= 0 });
}

/// <summary>Figures as numbers from 0, so that relations are small.</summary>
internal sealed class FigureIndex
{
    private readonly Dictionary<FigureId, int> numbers = [];
    private readonly List<FigureId> ids = [];

    public int Count => ids.Count;

    public FigureId this[int number] => ids[number];

    /// <summary>The number of a figure, a new one where it has none.</summary>
    public int Add(FigureId id)
    {
        if (!numbers.TryGetValue(id, out int number))
        {
            number = ids.Count;
            numbers.Add(id, number);
            ids.Add(id);
        }

        return number;
    }

    /// <summary>The number of a figure, or -1.</summary>
    public int Find(FigureId id) => numbers.GetValueOrDefault(id, -1);
}
