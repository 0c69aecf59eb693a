using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Reconciliation;

/// <summary>All relations that touch what is stated: identities within a period, growth and change, and periods that add up.</summary>
internal sealed class RelationBook
{
    private static readonly Term GrowthTerm = new Operation(Operator.Multiply, new Slot(1), new Operation(Operator.Add, new Constant(1), new Slot(2)));
    private static readonly Term ChangeTerm = new Operation(Operator.Add, new Slot(1), new Slot(2));

    private readonly List<Relation> relations = [];
    private readonly List<int>[] byFigure;

    private RelationBook(FigureIndex index, IReadOnlyList<Relation> all)
    {
        Index = index;
        relations.AddRange(all);
        byFigure = [.. Enumerable.Range(0, index.Count).Select(_ => new List<int>())];
        for (int r = 0; r < relations.Count; r++)
        {
            foreach (int member in relations[r].Members)
            {
                byFigure[member].Add(r);
            }
        }
    }

    public FigureIndex Index { get; }

    public IReadOnlyList<Relation> Relations => relations;

    /// <summary>The relations in which a figure stands.</summary>
    public IReadOnlyList<int> Of(int figure) => byFigure[figure];

    /// <summary>Writes down the relations around the stated figures.</summary>
    /// <param name="identities">What holds within a period.</param>
    /// <param name="stated">The figures that are stated, their balances already moved to quarters.</param>
    /// <param name="lines">What is known of the lines.</param>
    public static RelationBook Write(IReadOnlyList<Identity> identities, IReadOnlyList<FigureId> stated, LineBook lines)
    {
        var index = new FigureIndex();
        foreach (FigureId id in stated.Order())
        {
            index.Add(id);
        }

        var all = new List<Relation>();
        FigureId[] past = [.. stated.Where(id => !id.Measure.IsGuidance).Order()];
        foreach (FigureId id in past.Where(id => id.Measure.Comparison != Comparison.Level))
        {
            Compare(id, index, all);
        }

        FiscalPeriod[] periods = [.. past.SelectMany(id => new[] { id.Period, id.Measure.BaseOf(id.Period) ?? id.Period }).Distinct().Order()];
        foreach (LineKey line in past.Select(id => id.Line).Distinct().Order().Where(lines.AddsUp))
        {
            foreach (int year in periods.Where(p => p.Kind is not (PeriodKind.Instant or PeriodKind.Month)).Select(p => p.Year).Distinct().Order())
            {
                AddUp(line, year, index, all);
            }
        }

        HashSet<(LineKey, FiscalPeriod)> touched = [.. past.Select(id => (id.Line, id.Period)),
            .. all.SelectMany(r => r.Members).Select(m => (index[m].Line, index[m].Period))];
        FiscalPeriod[] within = [.. touched.Select(t => t.Item2).Distinct().Order()];
        foreach (IdentityTerm term in identities.Select(IdentityTerm.Read).OfType<IdentityTerm>().OrderBy(t => t.Identity.Name, StringComparer.Ordinal))
        {
            foreach (FiscalPeriod period in within.Where(p => term.Lines.Any(l => touched.Contains((l, p)))))
            {
                all.Add(new Relation(
                    term.Identity.Name,
                    term.IsSum ? RelationKind.Sum : RelationKind.Ratio,
                    [.. term.Lines.Select(l => index.Add(new FigureId(l, Measure.Level, period)))],
                    term.Right));
            }
        }

        return new RelationBook(index, all);
    }

    private static void Compare(FigureId id, FigureIndex index, List<Relation> all)
    {
        // Organic growth compares with another base than the one that was reported.
        if (id.Line.Basis is "organic" or "constant_currency" || LineBook.BaseOf(id) is not { } earlier)
        {
            return;
        }

        int[] members = [index.Add(new FigureId(id.Line, Measure.Level, id.Period)), index.Add(new FigureId(id.Line, Measure.Level, earlier)), index.Add(id)];
        all.Add(new Relation(id.Measure.ToString(), id.Measure.IsGrowth ? RelationKind.Growth : RelationKind.Change, members, id.Measure.IsGrowth ? GrowthTerm : ChangeTerm));
    }

    private static void AddUp(LineKey line, int year, FigureIndex index, List<Relation> all)
    {
        FiscalPeriod[] q = [.. FiscalPeriod.FullYear(year).Quarters];
        FiscalPeriod first = FiscalPeriod.Half(year, 1), second = FiscalPeriod.Half(year, 2), nine = FiscalPeriod.NineMonths(year), whole = FiscalPeriod.FullYear(year);
        (string Name, FiscalPeriod Sum, FiscalPeriod[] Parts)[] sums =
        [
            ("a year is its quarters", whole, q),
            ("a year is its halves", whole, [first, second]),
            ("a year is nine months and the fourth quarter", whole, [nine, q[3]]),
            ("a half is its quarters", first, [q[0], q[1]]),
            ("a half is its quarters", second, [q[2], q[3]]),
            ("nine months are three quarters", nine, [q[0], q[1], q[2]]),
            ("nine months are a half and a quarter", nine, [first, q[2]]),
        ];
        foreach ((string name, FiscalPeriod sum, FiscalPeriod[] parts) in sums)
        {
            FigureId[] ids = [.. parts.Prepend(sum).Select(p => new FigureId(line, Measure.Level, p))];
            if (ids.Count(id => index.Find(id) >= 0) < Math.Max(2, ids.Length - 2))
            {
                continue;
            }

            Term right = Enumerable.Range(1, parts.Length).Select(Term (i) => new Slot(i)).Aggregate((a, b) => new Operation(Operator.Add, a, b));
            all.Add(new Relation(name, RelationKind.Periods, [.. ids.Select(index.Add)], right));
        }
    }
}
