using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Binds the numbers of a sentence to its lines: which line, level or growth or base, and the words for its period.</summary>
internal sealed class Binder
{
    private const int MostUnknownWords = 8;

    private readonly Clause clause;
    private readonly List<(int First, int End, object Item)> elements;
    private readonly HashSet<PeriodPhrase> compared = [];
    private readonly List<Draft> drafts = [];
    private readonly HashSet<LineRef> skipped = [];
    private readonly HashSet<LineRef> consumed = [];
    private readonly (int From, int To)? span;

    private List<LineRef> group = [];
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
        elements.Sort((a, b) => a.First.CompareTo(b.First));
        span = YearSpan();
        MarkComparedPeriods();
        if (carried is not null)
        {
            group = [carried];
        }
    }

    /// <summary>The bound numbers of a sentence in order.</summary>
    /// <param name="clause">The sentence.</param>
    /// <param name="carried">The line of the sentence before, where this one goes on with it.</param>
    public static List<Draft> Bind(Clause clause, LineRef? carried) => new Binder(clause, carried).Run();

    private List<Draft> Run()
    {
        for (int e = 0; e < elements.Count; e++)
        {
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

        PairRanges();
        return Periods.Assign(clause, elements, compared, drafts, span);
    }

    // "between a 2% decrease and a 2% increase", "down 5% to down 3%": each end has a direction of its own
    private void PairRanges()
    {
        for (int i = 0; i + 1 < drafts.Count; i++)
        {
            Draft a = drafts[i], b = drafts[i + 1];
            bool pair = a is { Expected: true, Role: Role.Change, RangeEnd: 0 } && b is { Role: Role.Change, RangeEnd: 0 } && a.Line == b.Line && a.Quantity.Kind == b.Quantity.Kind
                && Enumerable.Range(a.Quantity.End, b.Quantity.First - a.Quantity.End).All(k => clause.Word(k) is "to" or "and" or "a" or "an" or "up" or "down" or "increase" or "decrease" or "decline" or "growth");
            if (pair)
            {
                bool ordered = a.Direction * Math.Abs(a.Quantity.Value) <= b.Direction * Math.Abs(b.Quantity.Value);
                drafts[i] = a with { RangeEnd = ordered ? -1 : 1 };
                drafts[i + 1] = b with { RangeEnd = ordered ? 1 : -1 };
            }
        }
    }

    private void OnLine(int e, LineRef line)
    {
        if (skipped.Contains(line))
        {
            return;
        }

        if (line.Weak && group.Exists(l => !l.Weak) && !StartsClause(line))
        {
            return;
        }

        bool joins = e > 0 && elements[e - 1].Item is LineRef { Weak: false, IsNoLine: false } && !line.Weak && group.Count > 0 && levelsOfGroup == 0 && IsList(elements[e - 1].End, line.First, e);
        bool same = mode == MarkerKind.Compared && group.Count > 0 && group[^1].Key == line.Key;
        if (same)
        {
            return;
        }

        if (joins && !line.IsNoLine)
        {
            group.Add(line);
        }
        else
        {
            group = [line];
            levelsOfGroup = consumed.Contains(line) ? 1 : 0;
            share = null;
        }

        stopped = false;
        if (e == 0 || elements[e - 1].Item is not Marker { Kind: MarkerKind.Up or MarkerKind.Down } || line.First - elements[e - 1].End > 3)
        {
            mode = MarkerKind.Stop;
            direction = 0;
        }

        basePeriod = null;
    }

    private bool StartsClause(LineRef line) => line.First == 0 || clause.Word(line.First - 1) is "," or "our" or "the" or ";" or "and";

    private bool IsList(int from, int to, int e)
    {
        // a comma alone joins only where "and" and a third line follow
        bool and = false, only = to - from == 1 && clause.Word(from) == "," && e + 1 < elements.Count && elements[e + 1].Item is LineRef third && clause.Word(third.First - 1) is "and";
        for (int i = from; i < to; i++)
        {
            and |= clause.Word(i) is "and" or "&" or "well";
            if (clause.Word(i) is not ("and" or "," or "as" or "well" or "our" or "the" or "adjusted" or "non" or "gaap" or "total" or "diluted" or "both" or "&"))
            {
                return false;
            }
        }

        return and || only;
    }

    private void OnMarker(int e, Marker marker)
    {
        switch (marker.Kind)
        {
            case MarkerKind.Up or MarkerKind.Down:
                // "up to 24 stores" is no rise; "up from", "up 4%" are
                direction = marker.Kind == MarkerKind.Up ? 1 : -1;
                mode = marker.Kind;
                break;
            case MarkerKind.Expansion:
                direction = direction == 0 ? 1 : direction;
                mode = MarkerKind.Up;
                break;
            case MarkerKind.From or MarkerKind.Compared:
                if (marker.Kind == MarkerKind.From || clause.Word(marker.First) is not ("than" or "over") || NextIsPeriodOrNumber(e))
                {
                    mode = marker.Kind;
                    basePeriod = null;
                }

                break;
            case MarkerKind.To:
                mode = mode == MarkerKind.Compared ? mode : MarkerKind.To;
                break;
            case MarkerKind.By:
                mode = direction != 0 ? direction > 0 ? MarkerKind.Up : MarkerKind.Down : mode;
                break;
            case MarkerKind.Guidance:
                expected = true;
                break;
            case MarkerKind.Stop:
                stopped = clause.Word(marker.First) is not ("—" or ";");
                mode = MarkerKind.Stop;
                direction = 0;
                if (stopped || clause.Word(marker.First) == ";")
                {
                    group = [];
                }

                break;
        }
    }

    private bool NextIsPeriodOrNumber(int e) => e + 1 < elements.Count && elements[e + 1].Item is PeriodPhrase or Quantity && elements[e + 1].First - elements[e].End <= 2;

    private void OnQuantity(int e, Quantity q)
    {
        if (q.Kind == QuantityKind.Plain && !(group.Count > 0 && group[0].Nature == LineNature.PerShare))
        {
            return;
        }

        if (q.Kind == QuantityKind.Percent && clause.Word(q.End) is "of" && e + 1 < elements.Count && elements[e + 1].Item is LineRef other && elements[e + 1].First - q.End <= 3
            && !other.Key.StartsWith("revenue", StringComparison.Ordinal))
        {
            skipped.Add(other);
            return;
        }

        if (Shares.TryBind(clause, elements, e, q, group, drafts) is var (whole, part, stated))
        {
            drafts.Add(stated);
            skipped.Add(whole);
            share = stated.Line;
            group = group.Contains(part) ? group : [part];
            mode = MarkerKind.Stop;
            direction = 0;
            return;
        }

        if (Dismissed(q))
        {
            return;
        }

        if (Behind(e, q) is { } behind)
        {
            drafts.Add(behind);
            consumed.Add(behind.Line);
            return;
        }

        if (group.Count == 0 || !Linked(e, q) || !FollowedWell(e, q))
        {
            return;
        }

        if (NamesSomethingElse(e, q))
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

        if (group.Count > 1)
        {
            line = group[Math.Min(role is Role.Level ? levelsOfGroup : Math.Max(levelsOfGroup - 1, 0), group.Count - 1)];
        }

        if (role == Role.Level)
        {
            levelsOfGroup++;
        }

        drafts.Add(new Draft(line, q, role)
        {
            Direction = dir, Expected = expected, BaseOfGrowth = role == Role.Base && drafts.Count > 0 && drafts[^1] is { Role: Role.Change } or { BaseOfGrowth: true } && SameKind(drafts[^1], line, q),
            Period = role == Role.Base ? basePeriod : null,
            RangeEnd = RangeEnd(e, q),
        });
        if (role == Role.Base)
        {
            basePeriod = null;
        }
        else if (role == Role.Change && mode is MarkerKind.From or MarkerKind.Compared)
        {
            mode = MarkerKind.Stop;
        }
    }

    private static bool SameKind(Draft before, LineRef line, Quantity q) =>
        before.Line.Key == line.Key && before.Quantity.Kind == q.Kind && q.Kind == QuantityKind.Percent && line.Nature is LineNature.Flow or LineNature.Growth;

    private int RangeEnd(int e, Quantity q)
    {
        if (q.OpensRange)
        {
            return -1;
        }

        for (int k = e - 1; k >= 0; k--)
        {
            if (elements[k].Item is Quantity before)
            {
                return before.OpensRange ? 1 : 0;
            }
        }

        return 0;
    }

    private (Role Role, int Direction) RoleOf(int e, Quantity q)
    {
        // "31% year-over-year growth", "52% higher"
        for (int k = e + 1; k < elements.Count && elements[k].First - elements[k - 1].End <= 1 && elements[k].Item is Marker next; k++)
        {
            if (next.Kind is MarkerKind.Up or MarkerKind.Down && q.Kind != QuantityKind.Plain && clause.Word(next.First) is not ("up" or "down") && clause.Word(elements[k - 1].End) is not "," && NounOrComparative(next))
            {
                return (Role.Change, next.Kind == MarkerKind.Up ? 1 : -1);
            }

            if (next.Kind is not (MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter))
            {
                break;
            }
        }

        if (mode is MarkerKind.Up or MarkerKind.Down && direction != 0 && !Arrives(e, q))
        {
            // a second number after the growth is the level it comes to only where "to" says so
            return (Role.Change, direction);
        }

        if (mode is MarkerKind.From or MarkerKind.Compared)
        {
            bool another = e > 0 && drafts.Count > 0 && drafts[^1].Role == Role.Change && ComparedAfter(e) && clause.Word(q.First - 1) == "and";
            return another ? (Role.Change, drafts[^1].Direction) : (Role.Base, direction);
        }

        // "decreased by 32.2% year-over-year, and 1.9% from last quarter"
        if (drafts.Count > 0 && drafts[^1] is { Role: Role.Change } last && last.Quantity.Kind == q.Kind && clause.Word(q.First - 1) is "and" or "or" && mode != MarkerKind.To)
        {
            return (Role.Change, last.Direction);
        }

        return (Role.Level, direction);
    }

    // "an increase, reaching 169 million": what it comes to
    private bool Arrives(int e, Quantity q)
    {
        int from = e > 0 ? elements[e - 1].End : 0;
        for (int i = from; i < q.First; i++)
        {
            if (clause.Word(i) is "reaching" or "reached" or "totaling" or "totalling" or "totaled" or "amounting" or "amounted" or "achieving" or "was" or "were" or "at")
            {
                return true;
            }
        }

        return false;
    }

    // "5 billion in equipment", "1.2 billion of credit lines", "1 billion every year", "6% higher than before"
    private bool NamesSomethingElse(int e, Quantity q)
    {
        int next = q.End;
        bool ahead = e + 1 < elements.Count && elements[e + 1].First - q.End <= 2;
        object? item = ahead ? elements[e + 1].Item : null;
        string word = clause.Word(next), then = clause.Word(next + 1);
        if (word is "in" or "of" && item is not PeriodPhrase && then is not ("line" or "which" or "total" or "part" or "constant" or "the" or "a" or "local" or "aggregate"))
        {
            return true;
        }

        if (word is "in" or "of" && then is "the" or "a" && item is not PeriodPhrase and not LineRef && elements[Math.Min(e + 1, elements.Count - 1)].First - q.End is > 3 or <= 0)
        {
            return true;
        }

        return false;
    }

    // a rate said in passing, an expectation it is held against, a number that the listener is told to see
    private bool Dismissed(Quantity q)
    {
        for (int i = q.End; i < q.End + 4 && i < clause.Tokens.Count; i++)
        {
            if ((clause.Word(i) is "every" or "each" or "per" && clause.Word(i + 1) is "year" or "annum") || (clause.Word(i) is "than" && clause.Word(i + 1) is "before" or "expected" or "our" or "we" or "anticipated"))
            {
                return true;
            }
        }

        return clause.Word(q.First - 1) is "see" || clause.Word(q.First - 2) is "see" or "seen";
    }

    private bool NounOrComparative(Marker marker)
    {
        string word = clause.Word(marker.First);
        return word is "growth" or "increase" or "decrease" or "decline" or "improvement" or "expansion" or "rise" or "drop" or "reduction" or "gain" or "higher" or "lower" or "better" or "worse" or "more" or "jump" or "surge";
    }

    private bool ComparedAfter(int e) => e + 1 < elements.Count && elements[e + 1].Item is Marker { Kind: MarkerKind.From or MarkerKind.Compared or MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter };

    // "we achieved RMB 370 million net operating cash inflow", "$11.9 billion in sales", "its 33.4% EBITDA margin"
    private Draft? Behind(int e, Quantity q)
    {
        int k = e + 1;
        int dir = 0;
        Comparison? comparison = null;
        while (k < elements.Count && elements[k].Item is Marker { Kind: MarkerKind.Up or MarkerKind.Down or MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter } between && elements[k].First - elements[k - 1].End == 0)
        {
            dir = between.Kind == MarkerKind.Up ? 1 : between.Kind == MarkerKind.Down ? -1 : dir;
            comparison = between.Kind == MarkerKind.YearOverYear ? Comparison.GrowthYoy : between.Kind == MarkerKind.QuarterOverQuarter ? Comparison.GrowthQoq : comparison;
            k++;
        }

        if (k >= elements.Count || elements[k].Item is not LineRef line || line.Weak || (line.IsNoLine && elements[k].First > q.End) || mode is MarkerKind.From or MarkerKind.Compared && group.Count > 0 && q.Kind == QuantityKind.Money && elements[k].First != q.End)
        {
            return null;
        }

        bool of = false;
        for (int i = elements[k - 1].End; i < line.First; i++)
        {
            of |= clause.Word(i) is "in" or "of";
            if (!(clause.Word(i) is "in" or "of" or "net" or "our" or "the" or "total" or "worth" or "positive" or "strong" or "its" || Basis.IsWord(clause.Word(i))))
            {
                return null;
            }
        }

        // what is paid down or repaid is no balance
        if (line.Nature == LineNature.Balance && (dir != 0 || Enumerable.Range(Math.Max(0, q.First - 3), Math.Min(3, q.First)).Any(i => clause.Word(i) is "paid" or "repaid" or "pay" or "reduced" or "used" or "spent")))
        {
            return null;
        }

        // "of A, B of C": the line goes on to a number of its own
        if (k + 1 < elements.Count && elements[k + 1].Item is Quantity && clause.Word(line.End) is "of" or "(" or "was" or "were" or "is")
        {
            return null;
        }

        int after = line.End;
        Marker? growth = k + 1 < elements.Count && elements[k + 1].First == after ? elements[k + 1].Item as Marker : null;
        bool grows = growth is { Kind: MarkerKind.Up or MarkerKind.Down } && NounOrComparative(growth);
        if (q.Kind is QuantityKind.Percent or QuantityKind.Points)
        {
            if (of && dir == 0 && !grows)
            {
                return null;
            }

            if (grows || dir != 0)
            {
                int d = grows ? growth!.Kind == MarkerKind.Up ? 1 : -1 : dir;
                return new Draft(line, q, Role.Change) { Direction = d, Comparison = comparison, Expected = expected };
            }

            if (line.Nature == LineNature.Growth && line.Key.Length > 0)
            {
                return new Draft(line, q, mode == MarkerKind.Compared ? Role.Base : Role.Level) { Expected = expected };
            }

            return line.Nature == LineNature.Ratio ? new Draft(line, q, Role.Level) { Expected = expected } : null;
        }

        // "in cash" after a price paid is how it was paid
        return line.Nature is LineNature.Ratio or LineNature.None || (dir != 0 && !grows) || (of && line.First - elements[k - 1].End > 2 && line.Nature == LineNature.None)
            ? null
            : grows ? new Draft(line, q, Role.Change) { Direction = growth!.Kind == MarkerKind.Up ? 1 : -1, Comparison = comparison, Expected = expected } : new Draft(line, q, Role.Level) { Expected = expected };
    }

    private bool Linked(int e, Quantity q)
    {
        int from = 0;
        for (int k = e - 1; k >= 0; k--)
        {
            if (elements[k].End <= q.First)
            {
                from = elements[k].End;
                break;
            }
        }

        for (int i = from; i < q.First; i++)
        {
            if (!clause.Claimed[i] && !Fillers.IsFiller(clause.Word(i)) && !InParentheses(i, q.First))
            {
                return false;
            }
        }

        // "a credit line of 1.5 billion": the head of "of" must be the line or a word of change
        int of = q.First - 1;
        while (of >= from && clause.Word(of) is "a" or "an" or "approximately" or "about" or "around" or "nearly" or "roughly" or "almost" or "over" or "negative" or "just" or "only" or "some")
        {
            of--;
        }

        if (of > 0 && clause.Word(of) == "of" && of - 1 >= from && !IsHead(clause.Word(of - 1)))
        {
            return false;
        }

        int start = group[0].End <= q.First ? group[0].End : 0;
        int unknown = 0;
        for (int i = start; i < q.First; i++)
        {
            unknown += clause.Claimed[i] || Fillers.IsFiller(clause.Word(i)) ? 0 : 1;
        }

        return unknown <= MostUnknownWords && !Negated(q.First);
    }

    private bool Negated(int first)
    {
        for (int i = first - 1; i >= 0 && i >= first - 5; i--)
        {
            if (clause.Word(i) is "could" or "might" or "may" || (i >= first - 3 && clause.Word(i) is "not" or "cannot"))
            {
                return true;
            }
        }

        return false;
    }

    private bool InParentheses(int i, int end)
    {
        for (int k = i; k < end; k++)
        {
            if (clause.Word(k) == ")")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHead(string word) => word is "total" or "loss" or "range" or "level" or "high" or "low" or "rate" or "amount" or "profit" or "inflow" or "outflow" or "record" or "gain" or "margin" or "income" or "expense" or "cost" or "quarter" or "year" or "result";

    private bool FollowedWell(int e, Quantity q)
    {
        if (q.End >= clause.Tokens.Count || (e + 1 < elements.Count && elements[e + 1].First == q.End && elements[e + 1].Item is not LineRef))
        {
            return true;
        }

        return e + 1 < elements.Count && elements[e + 1].First == q.End && elements[e + 1].Item is LineRef
            ? false
            : Fillers.MayFollow(clause.Tokens[q.End]);
    }

    // "from 2021 to 2023": a span of years whose numbers follow in order
    private (int From, int To)? YearSpan()
    {
        for (int i = 0; i + 1 < clause.Periods.Count; i++)
        {
            PeriodPhrase a = clause.Periods[i], b = clause.Periods[i + 1];
            if (a is { Shape: PeriodShape.Year, Year: > 0 } && b is { Shape: PeriodShape.Year, Year: > 0 } && b.Year > a.Year && b.First - a.End == 1
                && clause.Word(a.End) is "to" or "-" or "through" && clause.Word(a.First - 1) == "from")
            {
                return (a.Year, b.Year);
            }
        }

        return null;
    }

    // periods that only say what a growth compares with: "from last quarter", "versus a year ago"
    private void MarkComparedPeriods()
    {
        for (int e = 0; e < elements.Count; e++)
        {
            if (elements[e].Item is not PeriodPhrase period)
            {
                continue;
            }

            int k = period.First - 1;
            k = clause.Word(k) is "the" or "our" or "that" ? k - 1 : k;
            string before = clause.Word(k), further = clause.Word(k - 1);
            bool comparing = before is "from" or "over" or "versus" or "vs" or "than" or "against" || (before is "to" or "with" && further is "compared" or "relative" or "comparing" or "flat" or "compare")
                || (before is "to" && period.When is PeriodWhen.YearAgo or PeriodWhen.TwoYearsAgo);
            bool ownNumber = e + 1 < elements.Count && (elements[e + 1].Item is Quantity || (elements[e + 1].Item is LineRef && period.When is PeriodWhen.YearAgo && before is not "from")) && elements[e + 1].First - period.End <= 1 && clause.Word(period.End) is not ",";
            bool goesOn = e > 0 && elements[e - 1].Item is PeriodPhrase earlier && compared.Contains(earlier) && period.First - earlier.End <= 2;
            bool increaseOf = before is "of" && further is "increase" or "decrease" or "growth" or "improvement";
            if ((comparing || goesOn || increaseOf) && !ownNumber && span is null)
            {
                compared.Add(period);
            }
        }
    }
}
