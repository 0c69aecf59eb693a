using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>Whether the words between a line and a number let them belong together.</content>
internal sealed partial class Binder
{
    private const int MostUnknownWords = 8;

    // "5 billion in equipment", "3 billion of credit lines", "4 billion every year", "9% higher than before"
    private bool NamesSomethingElse(int e, Quantity q)
    {
        int next = q.End;
        bool ahead = e + 1 < elements.Count && elements[e + 1].First - q.End <= 2;
        object? item = ahead ? elements[e + 1].Item : null;
        string word = clause.Word(next), then = clause.Word(next + 1);
        if (item is LineRef passed && skipped.Contains(passed))
        {
            return false;
        }

        // "20 basis points of leverage"
        if (word is "of" && item is Marker { Kind: MarkerKind.Up or MarkerKind.Down } noun && noun.First == next + 1 && q.Kind == QuantityKind.Points && NounOrComparative(noun) && clause.Word(noun.End) is not ("in" or "from"))
        {
            return false;
        }

        if (word is "in" && group.Exists(l => l.Key.StartsWith("same_store_sales.", StringComparison.Ordinal)))
        {
            return false;
        }

        if (word is "in" or "of" && item is not PeriodPhrase && then is not ("quarter" or "year" or "that" or "this" or "it" or "these" or "them" or "line" or "which" or "total" or "part" or "constant" or "the" or "a" or "local" or "aggregate"))
        {
            return true;
        }

        if (word is "in" or "of" && then is "the" or "a" && item is not PeriodPhrase and not LineRef && elements[Math.Min(e + 1, elements.Count - 1)].First - q.End is > 3 or <= 0)
        {
            return true;
        }

        return false;
    }

    // "sales fell, a 7% increase in mooring was offset": the growth is of what follows
    private bool GrowthOfAnother(int e, Quantity q)
    {
        if (q.Kind != QuantityKind.Percent || e + 1 >= elements.Count || elements[e + 1].Item is not Marker { Kind: MarkerKind.Up or MarkerKind.Down } noun || noun.First != q.End || clause.Word(noun.End) is not "in")
        {
            return false;
        }

        int k = noun.End + 1;
        k = clause.Word(k) is "the" or "our" or "its" ? k + 1 : k;
        return k < clause.Tokens.Count && clause.Tokens[k].Kind == TokenKind.Word && !clause.Periods.Exists(p => p.First <= k && k < p.End) && !group.Exists(l => l.First <= k && k < l.End) && clause.Word(k) is not ("constant" or "local" or "reported" or "total" or "organic");
    }

    // "revenues grew 22% and deposits increased 35%": a word of its own before the verb is another subject
    private bool NewSubject(int e, Quantity q)
    {
        if (q.Kind != QuantityKind.Percent || e == 0 || group.Count == 0 || !drafts.Exists(d => group.Contains(d.Line)) || elements[e - 1].Item is not Marker { Kind: MarkerKind.Up or MarkerKind.Down } verb || verb.First < 2 || NounOrComparative(verb))
        {
            return false;
        }

        // "margin rose as freight was down 15%"
        int noun = clause.Word(verb.First - 1) is "was" or "were" or "is" or "are" ? verb.First - 2 : verb.First - 1;
        Token subject = clause.Tokens[noun];
        return subject.Kind == TokenKind.Word && !clause.Claimed[noun] && !Fillers.IsFiller(subject.Lower) && !subject.Lower.EndsWith("ly", StringComparison.Ordinal) && !subject.Lower.EndsWith("ing", StringComparison.Ordinal)
            && subject.Lower is not ("which" or "who" or "basis" or "year" or "but" or "while" or "percentage" or "currency" or "sequential" or "nice" or "solid") && Enumerable.Range(group[^1].End, Math.Max(0, verb.First - 1 - group[^1].End)).Any(i => clause.Word(i) is "and" or "while" or "with" or "as" or ",");
    }

    private bool Linked(int e, Quantity q)
    {
        int from = 0;
        for (int k = e - 1; k >= 0; k--)
        {
            if (elements[k].End <= q.First)
            {
                from = elements[k].Item is Quantity { PerShare: true } shares ? BehindShare(shares.End) : elements[k].End;
                break;
            }
        }

        for (int i = group[0].End <= from ? group[0].End : from; i < q.First; i++)
        {
            // "revenue was 9 million, of which 4 million came from canoes": the number is of a part
            if (clause.Word(i) is "of" && clause.Word(i + 1) is "which" && group[^1].End <= i && q.Kind == QuantityKind.Money)
            {
                return false;
            }

            // "deposits, which exclude those over 2 million": the number is of what is left out
            if (clause.Word(i) is "exclude" or "excludes" && group[^1].End <= i && !Enumerable.Range(i, q.First - i).Any(k => clause.Word(k) is "was" or "were" or "is" or "are" or "grew" or "rose" or "fell"))
            {
                return false;
            }

            // "sales of all boats grew except canoes, which fell 4%": the relative clause is of the word before it
            bool perShare = clause.Word(i - 1) is "," && clause.Word(i - 2) is "share" && clause.Word(i - 3) is "per" or "diluted" or "common";
            if (clause.Word(i) is "which" && !perShare && group[^1].End < i && IsNoun(clause.Word(i - 1) is "," ? i - 2 : i - 1) && !clause.Exclusions.Exists(x => x.First < i && i <= x.End + 1))
            {
                return false;
            }

            // "bookings in the quarter included a 5 million order": the number is of what is included
            if (clause.Word(i) is "included" or "includes" or "including" or "include" && group[^1].End <= i && !IsInsertion(i, q.First))
            {
                return false;
            }
        }

        from = group[0].End <= q.First ? Math.Max(from, group[0].End) : from;
        from = AfterColon(Math.Max(from, group[0].First), q.First) is var colon && colon > from ? colon : from;
        for (int i = from; i < q.First; i++)
        {
            // "our cash remains strong with 4 million"
            bool growing = clause.Word(i) is "with" && (q.Kind != QuantityKind.Money || (group[^1].Nature == LineNature.Balance && clause.Word(i - 1) is "strong" or "robust" or "stable"));
            growing |= clause.Word(i) is "with" && clause.Word(i + 2) is "midpoint";
            bool bound = clause.Word(i) is "not" or "no" && clause.Word(i + 1) is "less" or "more" or "lower" or "higher";
            bool credit = clause.Word(i) is "credit" or "benefit" && (Vocabulary.IsCost(group[^1].Key) || group[^1].Key == "tax_rate");
            if (!clause.Claimed[i] && !growing && !credit && !bound && !Fillers.IsFiller(clause.Word(i)) && !InParentheses(i, q.First) && !IsAside(i, q.First))
            {
                return false;
            }
        }

        // "a credit line of 2 billion": the head of "of" must be the line or a word of change
        int of = q.First - 1;
        while (of >= from && clause.Word(of) is "a" or "an" or "approximately" or "about" or "around" or "nearly" or "roughly" or "almost" or "over" or "negative" or "just" or "only" or "some")
        {
            of--;
        }

        if (of > 0 && clause.Word(of) == "of" && of - 1 >= from && clause.Word(of - 1) is not Disfluencies.Inaudible && !IsHead(clause.Word(of - 1)) && !IsPlace(of - 1))
        {
            return false;
        }

        int start = Math.Max(colon, group[0].End <= q.First ? group[0].End : 0);
        int unknown = 0;
        for (int i = start; i < q.First; i++)
        {
            unknown += clause.Claimed[i] || Fillers.IsFiller(clause.Word(i)) || IsAside(i, q.First) ? 0 : 1;
        }

        // "a good organic growth with visitors up 28%": what grows in between is something else
        bool another = group[^1] is { Key: "revenue.total", Nature: LineNature.Growth } && Enumerable.Range(group[^1].End, Math.Max(0, q.First - group[^1].End)).Any(IsNoun);
        return unknown <= MostUnknownWords && !another && !Negated(q.First);
    }

    // "0.31 per basic share": whose share it is belongs to the number
    private int BehindShare(int end)
    {
        int noun = end;
        while (noun < end + 5 && clause.Word(noun) is "per" or "a" or "fully" or "basic" or "diluted" or "and" or "common" or "ordinary")
        {
            noun++;
        }

        return noun > end && noun < clause.Tokens.Count && clause.Tokens[noun].Norm is "share" or "ads" or "adr" ? noun + 1 : end;
    }

    private bool IsNoun(int i) => i >= group[^1].End && clause.Tokens[i].Kind == TokenKind.Word && !clause.Claimed[i] && !Fillers.IsFiller(clause.Word(i));

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

    private static bool IsHead(string word) => word is "guide" or "midpoint" or "guidance" or "outlook" or "forecast" or "total" or "loss" or "range" or "level" or "high" or "low" or "rate" or "amount" or "profit" or "inflow" or "outflow" or "record" or "gain" or "margin" or "income" or "expense" or "cost" or "credit" or "benefit" or "quarter" or "year" or "result";

    private bool FollowedWell(int e, Quantity q)
    {
        // "net leverage was 2.5 times EBITDA"
        if (q.Kind == QuantityKind.Times)
        {
            return true;
        }

        // "production averaged 45,000 barrels a day"
        if (q is { Kind: not QuantityKind.Percent, Currency: null } && group[^1].Nature == LineNature.Count && group[^1].End <= q.First)
        {
            return true;
        }

        if (q.End >= clause.Tokens.Count || (e + 1 < elements.Count && elements[e + 1].First == q.End && elements[e + 1].Item is not LineRef)
            || (drafts.Count > 0 && drafts[^1].Quantity.OpensRange && RangeEnd(e, q) > 0))
        {
            return true;
        }

        return e + 1 < elements.Count && elements[e + 1].First == q.End && elements[e + 1].Item is LineRef
            ? false
            : Fillers.MayFollow(clause.Tokens[q.End]);
    }
}
