using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Binds the numbers of a sentence to its lines: which line, level or growth or base, and the words for its period.</summary>
internal sealed partial class Binder
{
    private readonly Clause clause;
    private readonly List<(int First, int End, object Item)> elements;
    private readonly HashSet<PeriodPhrase> compared = [];
    private readonly List<Draft> drafts = [];
    private readonly HashSet<LineRef> skipped = [];
    private readonly HashSet<LineRef> consumed = [];
    private readonly (int From, int To)? span;

    private List<LineRef> group = [];
    private List<LineRef> before = [];
    private int levelsOfGroup;
    private MarkerKind mode = MarkerKind.Stop;
    private int direction;
    private bool expected;
    private PeriodPhrase? basePeriod;
    private bool stopped;
    private LineRef? share;

    private Binder(Clause clause, LineRef? carried)
    {
        this.clause = clause;
        elements = [.. clause.Periods.Select(p => (p.First, p.End, (object)p)), .. clause.Quantities.Select(q => (q.First, q.End, (object)q)),
            .. clause.Lines.Select(l => (l.First, l.End, (object)l)), .. clause.Markers.Select(m => (m.First, m.End, (object)m))];
        if (carried is not null)
        {
            elements.Add((carried.First, carried.End, carried));
        }

        elements.Sort((a, b) => a.First.CompareTo(b.First));
        span = YearSpan();
        MarkComparedPeriods();
    }

    /// <summary>The bound numbers of a sentence in order.</summary>
    /// <param name="clause">The sentence.</param>
    /// <param name="carried">The line of the sentence before, where this one goes on with it.</param>
    public static List<Draft> Bind(Clause clause, LineRef? carried) => PairedBases.Apply(clause, new Binder(clause, carried).Run());

    private List<Draft> Run()
    {
        for (int e = 0; e < elements.Count; e++)
        {
            Leave(e);
            switch (elements[e].Item)
            {
                case LineRef line:
                    OnLine(e, line);
                    break;
                case Marker marker:
                    OnMarker(e, marker);
                    break;
                case PeriodPhrase period:
                    basePeriod = mode is MarkerKind.Compared or MarkerKind.From ? period : basePeriod;
                    break;
                case Quantity quantity:
                    OnQuantity(e, quantity);
                    break;
            }
        }

        if (clause.Open)
        {
            drafts.AddRange(clause.Quantities.Where(q => !drafts.Exists(d => d.Quantity == q)).Select(q => Deeds.Of(clause, q) is { } deed ? deed with { Expected = deed.Expected || clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance && m.First < q.First) } : null).OfType<Draft>().ToList());
            drafts.AddRange(Counts.Of(clause, drafts));
            drafts.AddRange(Indicators.Bind(clause, elements, drafts).ToList());
            drafts.AddRange(Included.Of(clause, drafts));
            drafts.Sort((a, b) => a.Quantity.First.CompareTo(b.Quantity.First));
        }

        PairRanges();
        OrderRanges();
        return Shared(Periods.Assign(clause, elements, compared, drafts, span));
    }

    private void OnQuantity(int e, Quantity q)
    {
        // "76 days of inventory"
        bool counts = e + 1 < elements.Count && elements[e + 1].Item is LineRef { Nature: LineNature.Count } things && things.First == q.End && clause.Word(q.End) is "days";
        if (q.Kind == QuantityKind.Plain && !counts && !(group.Count > 0 && (group[0].Nature is LineNature.PerShare or LineNature.Count || (group[0].Nature == LineNature.Multiple && q.Precision < 0.1m))))
        {
            return;
        }

        // "sold 3 times as many": only what is told as a multiple is one
        if (q.Kind == QuantityKind.Times && !elements.Exists(x => x.Item is LineRef { Nature: LineNature.Multiple }))
        {
            return;
        }

        if (q.Kind == QuantityKind.Percent && clause.Word(q.End) is "of" && e + 1 < elements.Count && elements[e + 1].Item is LineRef other && elements[e + 1].First - q.End <= 3
            && !other.Key.StartsWith("revenue", StringComparison.Ordinal))
        {
            // "tax was 9 million, or 29% of income before taxes"
            if (other.Key is "pretax_income" && group is [{ Key: "tax_expense" or "tax_rate" } tax])
            {
                drafts.Add(new Draft(tax with { Key = "tax_rate", Nature = LineNature.Ratio, Loss = false }, q, mode == MarkerKind.Compared ? Role.Base : Role.Level) { Expected = expected });
            }

            skipped.Add(other);
            return;
        }

        // "a margin between 12.9 and 13.1% of sales" is a margin all the same
        if (q.Kind == QuantityKind.Percent && group is [{ Nature: LineNature.Ratio } ratio] && Vocabulary.ProfitOf(ratio.Key) is not null && clause.Word(q.End) is "of" && e + 1 < elements.Count && elements[e + 1].Item is LineRef { Key: "revenue.total" } sales && sales.First - q.End <= 2)
        {
            skipped.Add(sales);
        }
        else if (Shares.TryBind(clause, elements, e, q, group, drafts) is var (whole, part, stated))
        {
            // "4 million, or 12% of sales, compared to 3 million, or 10% of sales"
            drafts.Add(mode == MarkerKind.Compared && drafts.Count > 0 && drafts[^1] is { Role: Role.Base } held && drafts.Exists(d => d is { Role: Role.Share or Role.Level, Quantity.Kind: QuantityKind.Percent } && (d.Line.Key == stated.Line.Key || Vocabulary.MarginOf(d.Line.Key) == stated.Line.Key)) ? stated with { Role = Role.Base, Period = held.Period } : stated);
            if (RangeEnd(e, q) > 0)
            {
                drafts.RemoveAll(d => d.Quantity.OpensRange && d.Quantity.End <= q.First && q.First - d.Quantity.End <= 2);
                drafts.Insert(drafts.Count - 1, stated with { Quantity = clause.Quantities.Last(o => o.End <= q.First), RangeEnd = -1, Expected = stated.Expected || expected });
            }

            drafts[^1] = drafts[^1] with { Expected = drafts[^1].Expected || expected, RangeEnd = RangeEnd(e, q) };
            skipped.Add(whole);
            share = stated.Line;
            group = group.Contains(part) ? group : [part];
            mode = MarkerKind.Stop;
            direction = 0;
            return;
        }

        if (divided is not null || PartsFollow(q))
        {
            OfTheWhole(q);
            return;
        }

        if (OnAnotherBasis(q) is { } restated)
        {
            drafts.Add(restated);
            return;
        }

        if (Dismissed(q) || ByHowMuch(e, q) || AgainstGuidance(q) || (clause.Open && Contributions.Of(clause, q) is not null))
        {
            return;
        }

        if (Behind(e, q) is { } behind)
        {
            // "5 and 4 points of margin expansion in canoes and ferries, respectively": of parts that are not told apart
            if (Runs.Of(clause, q).Count > 1 && clause.Periods.Count(p => p.First > q.End) < 2 && clause.Tokens.Exists(t => t.Is("respectively")))
            {
                return;
            }

            OpenRange(e, q, behind);
            drafts.Add(behind with { RangeEnd = RangeEnd(e, q) });
            drafts[^1] = drafts[^1] with { Line = Narrowed(behind.Line, q) };
            consumed.Add(behind.Line);
            return;
        }

        if (group.Count == 0 || !Linked(e, q) || !FollowedWell(e, q))
        {
            return;
        }

        if ((NamesSomethingElse(e, q) && !NamesItsPart(group[^1], q)) || GrowthOfAnother(e, q) || NewSubject(e, q) || Reason(e, q))
        {
            return;
        }

        if ((group[^1].Nature == LineNature.Multiple) != q.Kind is QuantityKind.Times or QuantityKind.Plain && !(q.Kind == QuantityKind.Plain && group[^1].Nature is LineNature.PerShare or LineNature.Count) && !(q.Kind == QuantityKind.Percent && group[^1].Nature == LineNature.Multiple))
        {
            return;
        }

        (Role role, int dir) = RoleOf(e, q);
        LineRef line = group[^1];
        if (share is not null && (q.Kind == QuantityKind.Points || (q.Kind == QuantityKind.Percent && role is Role.Base or Role.Level)))
        {
            line = share;
            group = [share];
        }

        // "income of 9 million, or 0.31 per share, compared to 0.28": an amount without a scale is per share as well
        if (q is { Kind: QuantityKind.Money, HasScale: false, PerShare: false, Value: < 1000 } && role != Role.Level && line is { Key: "net_income" } && drafts.Exists(d => d.Line.Key == line.Key && d.Quantity is { PerShare: true, HasScale: false }))
        {
            line = line with { Key = "eps", Nature = LineNature.PerShare };
        }

        // "earnings were 1.53 per share, a decrease of 17%": where nothing else was said of them
        if (q.Kind == QuantityKind.Percent && role == Role.Change && line is { Key: "net_income" } && drafts.FindAll(d => d.Line.Key is "net_income" or "eps") is { Count: > 0 } results && results.TrueForAll(d => d.Quantity.PerShare || d.Line.Key == "eps"))
        {
            line = line with { Key = "eps", Nature = LineNature.PerShare };
        }

        if (group.Count > 1)
        {
            // as many numbers one after another as lines are theirs in order
            List<Quantity> run = Runs.Of(clause, q);
            line = group[run.Count == group.Count ? run.IndexOf(q) : Math.Min(role is Role.Level ? levelsOfGroup : Math.Max(levelsOfGroup - 1, 0), group.Count - 1)];
        }

        if (role == Role.Level)
        {
            levelsOfGroup++;
        }

        // "rose again: it was 4% in March, 5% in June": levels, one after another
        if (role == Role.Level && mode is MarkerKind.Up or MarkerKind.Down && (AfterColon(line.End, q.First) > line.End || clause.Word(q.First - 2) is "starting" or "beginning"))
        {
            mode = MarkerKind.Stop;
            direction = 0;
        }

        // "cash costs of $1.26 per pound"
        if (clause.Open && q is { Kind: QuantityKind.Money, HasScale: false, PerShare: false } && line.Nature is LineNature.Flow or LineNature.Ratio or LineNature.Price && !line.Key.Contains("_per_", StringComparison.Ordinal) && PerUnits.At(clause.Tokens, q.End) is { } unit)
        {
            line = PerUnits.Of(line, unit.Unit);
        }

        (int End, bool HeldAgainst)? guided = role is Role.Level or Role.Base ? EndOfGuidance(q) : null;
        role = guided is not null ? Role.Level : role;
        drafts.Add(new Draft(Narrowed(line, q), q, role)
        {
            HeldAgainst = guided is { HeldAgainst: true },
            Direction = dir, Expected = expected || guided is not null, BaseOfGrowth = role == Role.Base && drafts.Count > 0 && drafts[^1] is { Role: Role.Change } or { BaseOfGrowth: true } && SameKind(drafts[^1], line, q),
            Period = role == Role.Base ? basePeriod ?? (Laps(q) ? new PeriodPhrase(q.First, q.First, PeriodShape.Same, PeriodWhen.YearAgo) : null) : null,
            RangeEnd = guided is { End: not 0 } ? guided.Value.End : RangeEnd(e, q),
        });
        if (role == Role.Base)
        {
            basePeriod = null;
        }
        else if (role == Role.Change && mode is not MarkerKind.Stop)
        {
            mode = MarkerKind.Stop;
        }
    }
}
