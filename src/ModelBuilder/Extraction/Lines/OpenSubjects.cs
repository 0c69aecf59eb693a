namespace ModelBuilder.Extraction;

/// <summary>
/// Lines that neither the vocabulary nor the head of their name tells: the subject of a verb that says how much. "Client inflows
/// were up 5% to 9 million", "days of stock stood at 76 days". Only where nobody has said which lines a company has.
/// </summary>
internal static class OpenSubjects
{
    private const int LongestName = 7, LongestReach = 9;

    private static readonly HashSet<string> States = Set("was were is are stood totaled totalled amounted reached came remained remains averaged ended stands finished closed");

    private static readonly HashSet<string> Moves = Set("increased decreased grew rose fell declined dropped climbed jumped improved expanded contracted surged narrowed widened");

    // what may stand between a subject and its verb
    private static readonly HashSet<string> Passed = Set("in for during at as of the end our also now again still further currently alone has have had which itself");

    // what a name cannot hold
    private static readonly HashSet<string> Bounds = Set(", ; : . ( ) for that which with as while our the a an this these those we it they you i he she its their your his in on at by because if when where who is are was were be been being has have had will would should can could may might must do does did not no or but so than then there here also including excluding include includes included versus compared from into over under about such what how both only just even very each any all some saw see said say says per_se");

    // what says nothing of a company by itself, or of somebody else
    private static readonly HashSet<string> Vague = Set("it that this which they we one these those there what thing number amount level result performance quarter year month week period half day time date rate trend rest other total figure range midpoint guidance outlook "
        + "impact effect benefit headwind tailwind pressure drag difference gap variance change reduction decline decrease increase growth improvement gain movement contribution adjustment comparison comp base target goal objective plan assumption estimate consensus expectation forecast remainder majority portion part most half third quarter "
        + "market industry economy inflation gdp population unemployment competitor competition stock share price index tariff currency dollar euro yen consideration deal transaction acquisition offer offering award contract order facility loan note bond program authorization agreement project deferral issue item story reason answer question point basis percentage percent "
        + "business company segment group team brand customer consumer client investor shareholder employee country region state world government president rule factor driver mix environment demand exposure ownership stake interest balance value proceeds payment purchase sale revenue");

    private static readonly HashSet<string> Holding = Set("included includes include recorded recognized recognised incurred realized realised booked");

    private static readonly HashSet<string> Hedged = Set("a an the about approximately roughly nearly around some another additional pre-tax pretax after-tax non-cash noncash total");

    // what results include
    private static readonly HashSet<string> ItemHeads = Set("charge gain loss losse cost expense benefit fee impairment provision saving write-down writedown writeoff severance credit income grant subsidy");

    // one word that says what was spent
    private static readonly HashSet<string> Alone = Set("marketing advertising travel freight maintenance depreciation amortization amortisation overhead utilities payroll rent throughput attendance ridership shipments yields");

    // shares, prices and rates of the world, whatever is said of them
    private static readonly HashSet<string> NoneOfOurs = Set("exchange inflation unemployment gdp industry market competitor competitors consensus economists analysts analyst fed mortgage treasury cpi national nationwide world's nation's employment forecast example probability chance guidance outlook");

    /// <summary>The lines of a sentence with such subjects among them.</summary>
    public static List<LineRef> Apply(Clause clause)
    {
        if (clause.Tokens.Exists(t => t.Lower is "if" or "imagine" or "could" or "might" or "probably" or "maybe" or "example" or "economists" or "analysts"))
        {
            return clause.Lines;
        }

        List<LineRef> lines = clause.Lines;
        for (int verb = 1; verb < clause.Tokens.Count; verb++)
        {
            bool states = States.Contains(clause.Word(verb)), moves = !states && Moves.Contains(clause.Word(verb));
            if ((states || moves) && clause.Quantities.Find(q => q.First > verb) is { } q && Says(clause, verb, q) && Read(clause, lines, verb, q, moves) is { } line)
            {
                lines = [.. lines.Where(l => l.End <= line.First || l.First >= line.End), line];
                lines.Sort((a, b) => a.First.CompareTo(b.First));
            }
        }

        // "orders of 3 million were down 10%": the amount stands between the name and the verb
        foreach (Quantity q in clause.Quantities.Where(q => q is { Kind: QuantityKind.Money, HasScale: true, OpensRange: false } && clause.Word(q.First - 1) is "of" && (States.Contains(clause.Word(q.End)) || Moves.Contains(clause.Word(q.End)))))
        {
            if (Read(clause, lines, q.First - 1, q, moves: false) is { } line)
            {
                lines = [.. lines.Where(l => l.End <= line.First || l.First >= line.End), line];
                lines.Sort((a, b) => a.First.CompareTo(b.First));
            }
        }

        return Items(clause, lines);
    }

    // "the quarter included 5 million of restructuring charges", "included after-tax charges of 5 million", "we recorded a 5 million gain on the sale"
    private static List<LineRef> Items(Clause clause, List<LineRef> lines)
    {
        for (int verb = 1; verb < clause.Tokens.Count; verb++)
        {
            if (!Holding.Contains(clause.Word(verb)) || clause.Quantities.Find(q => q.First > verb) is not { Kind: QuantityKind.Money, OpensRange: false } q || !(q.HasScale || q.PerShare) || q.First - verb > LongestName + 2)
            {
                continue;
            }

            int before = q.First - 1;
            while (before > verb && (Hedged.Contains(clause.Word(before)) || clause.Word(before) is "of"))
            {
                before--;
            }

            // the name stands behind the number, or before it with "of"
            int first = before == verb ? clause.Word(q.End) is "of" or "in" ? q.End + 1 : q.End : verb + 1;
            while (clause.Word(first) is "a" or "an" or "the" or "our" or "approximately" or "net")
            {
                first++;
            }

            int end = first, close = before == verb ? clause.Tokens.Count : before + 1;
            int head = -1;
            while (end < close && end < first + LongestName && clause.Tokens[end].Kind == TokenKind.Word && !Bounds.Contains(clause.Word(end)) && !clause.Claimed[end])
            {
                head = ItemHeads.Contains(clause.Tokens[end].Norm) ? end : head;
                end++;
            }

            bool whole = before == verb || end == close;
            if (head >= first && whole && !lines.Exists(l => l.First <= head && head < l.End) && LineReader.Slug(clause.Tokens[first..(head + 1)]) is { Length: > 3 } slug)
            {
                lines = [.. lines, new LineRef("kpi." + slug, "", q.PerShare ? LineNature.PerShare : LineNature.Flow, first, head + 1) { ByVerb = true }];
                lines.Sort((a, b) => a.First.CompareTo(b.First));
            }
        }

        return lines;
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    // nothing but words of the grammar stands between the verb and its number
    private static bool Says(Clause clause, int verb, Quantity q)
    {
        if (q.First - verb > LongestReach || clause.Word(verb - 1) is "to" or "not" or "which")
        {
            return false;
        }

        for (int i = verb + 1; i < q.First; i++)
        {
            bool grammar = clause.Claimed[i] ? !clause.Lines.Exists(l => l.First <= i && i < l.End) : Fillers.IsFiller(clause.Word(i)) && clause.Word(i) is not ("by" or "which" or "that" or "," or "and" or "our" or "its" or "on" or "for");
            if (!grammar || clause.Markers.Exists(m => m.First == i && m.Kind is MarkerKind.Compared or MarkerKind.From or MarkerKind.Stop))
            {
                return false;
            }
        }

        return true;
    }

    private static LineRef? Read(Clause clause, List<LineRef> lines, int verb, Quantity q, bool moves)
    {
        int end = verb;
        while (end > 0 && (Passed.Contains(clause.Word(end - 1)) || (clause.Word(end - 1).EndsWith("ly", StringComparison.Ordinal) && !clause.Claimed[end - 1]) || clause.Periods.Exists(p => p.First < end && end <= p.End)))
        {
            end--;
        }

        int first = end;
        while (first > 0 && end - first <= LongestName && clause.Tokens[first - 1].Kind == TokenKind.Word && InName(clause, lines, first - 1))
        {
            first--;
        }

        if (end > 0 && clause.Word(end - 1) is "and" or "of" or "to" or "per")
        {
            return null;
        }

        while (first < end && clause.Word(first) is "and" or "or" or "to" or "of")
        {
            first++;
        }

        // "and" joins a name only where it opens the sentence
        int and = Enumerable.Range(first, end - first).LastOrDefault(i => clause.Word(i) is "and", -1);
        first = and >= 0 && Leading(clause, first) > 0 ? and + 1 : first;
        int name = lines.Find(l => l.Weak && l.End == first)?.First ?? first;
        if (end <= first || end - name > LongestName || !IsSubject(clause, name) || NatureOf(clause, verb, q, moves) is not { } nature)
        {
            return null;
        }

        int of = Enumerable.Range(first, end - first).FirstOrDefault(i => clause.Word(i) is "of" or "per" or "to", end);
        if (of == first || of == end - 1 || (Vague.Contains(clause.Tokens[of - 1].Norm) && clause.Word(of - 1) is not "orders") || Enumerable.Range(first, end - first).Any(i => NoneOfOurs.Contains(clause.Word(i))))
        {
            return null;
        }

        // one bare noun says too little, unless many are meant: "recoveries were", "days were"
        if (end - first == 1 && !Alone.Contains(clause.Word(first)) && (clause.Tokens[first].Norm == clause.Tokens[first].Lower || clause.Tokens[first].Lower.Length < 6))
        {
            return null;
        }

        return LineReader.Slug(clause.Tokens[name..end]) is { Length: > 3 } slug ? new LineRef(slug is "orders" or "bookings" ? "orders" : "kpi." + slug, Basis.Before(clause.Tokens, name), nature, name, end) { ByVerb = true } : null;
    }

    // how many words before a name belong to what leads into it: "in the second quarter our"
    private static int Leading(Clause clause, int first)
    {
        int k = first - 1;
        while (k >= 0 && (clause.Word(k) is "our" or "the" or "its" or "total" or "overall" || clause.Periods.Exists(p => p.First <= k && k < p.End)))
        {
            k--;
        }

        return k >= 0 && clause.Word(k) is "," ? 0 : k + 1;
    }

    // what stands before a subject closes something or opens a clause; "the fees of our yards were" is not said of yards
    private static bool IsSubject(Clause clause, int first)
    {
        int k = first - 1;
        while (k >= 0 && (clause.Word(k) is "our" or "the" or "its" or "a" or "an" or "total" or "overall" or "both" || Basis.IsWord(clause.Word(k))))
        {
            k--;
        }

        return k < 0 || clause.Word(k) is ";" or ":" or "," or "\u2022" or "\u00b7" or "\u25e6" or "-" or "--" or "\u2013" or "while" or "that"
            || (clause.Word(k) is "and" or "with" && k > 0 && (clause.Claimed[k - 1] || clause.Word(k - 1) is ","))
            || clause.Periods.Exists(p => p.First <= k && k < p.End && (p.First == 0 || !(clause.Word(p.First - 1) is "of" or "to" or "than" or "from")));
    }

    private static bool InName(Clause clause, List<LineRef> lines, int i)
    {
        string word = clause.Word(i);
        return !Bounds.Contains(word) && !(clause.Claimed[i] && !lines.Exists(l => l.IsNoLine && l.First <= i && i < l.End)) && !States.Contains(word) && !Moves.Contains(word)
            && !(word.EndsWith("ing", StringComparison.Ordinal) && i == 0 && !Alone.Contains(word));
    }

    private static LineNature? NatureOf(Clause clause, int verb, Quantity q, bool moves)
    {
        bool changes = moves || clause.Markers.Exists(m => m.First > verb && m.End <= q.First && m.Kind is MarkerKind.Up or MarkerKind.Down);
        bool arrives = clause.Word(q.First - 1) is "to" || clause.Word(q.First - 2) is "to";
        return q.Kind switch
        {
            QuantityKind.Money when q.PerShare => LineNature.PerShare,
            QuantityKind.Money when q.HasScale || q.Currency is not null && q.Value >= 100_000 => LineNature.Flow,
            QuantityKind.Percent => changes && !arrives ? LineNature.Flow : LineNature.Ratio,
            QuantityKind.Points => LineNature.Ratio,
            QuantityKind.Times => LineNature.Multiple,
            QuantityKind.Plain when (q.Value >= 100 || clause.Word(q.End) is "days") && !changes => LineNature.Count,
            _ => null,
        };
    }
}
