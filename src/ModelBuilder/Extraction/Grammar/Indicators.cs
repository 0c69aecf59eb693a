using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>
/// Operating figures that no vocabulary lists, named by the words they are said of: "app visitors grew 19% year over year", "90% of online orders".
/// Only where nobody has said which lines a company has, and only of numbers that no line took.
/// </summary>
internal static class Indicators
{
    private const int LongestName = 6, LongestAverage = 9, LongestDirect = 4, LongestModifier = 3;
    private const decimal FewestCounted = 100;

    // what ends the name of an operating figure when walking back from its verb
    private static readonly HashSet<string> Bounds = new(StringComparer.Ordinal)
    {
        ",", ".", ";", ":", "that", "which", "with", "and", "as", "while", "our", "the", "a", "an", "this", "these", "we", "it", "they", "its", "their", "in", "because", "by", "if", "when", "where", "is", "are", "was", "were", "saw", "had", "has", "have", "total",
        "predicts", "implies", "shows", "includes", "include", "included", "reflects", "reflect", "indicates", "delivered", "posted", "reported", "achieved", "generated", "generate", "drove", "represents", "recorded", "experienced", "showed", "suggests", "assumes",
    };

    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "it", "that", "this", "which", "they", "we", "those", "these", "them", "what", "there", "business", "number", "thing", "company", "quarter", "year", "result", "market", "industry", "one", "who", "rate", "level", "performance", "time", "total", "time", "figure", "trend", "rest", "other", "all", "some",
        "incremental", "additional", "further", "significant", "average", "competitor", "competition", "economy", "inflation", "gdp", "growth", "increase", "decrease", "revenue", "sale", "half", "month", "period", "week", "basis", "point", "currency", "guidance", "outlook", "range", "share", "stock", "index", "population", "unemployment", "tariff",
    };

    /// <summary>The drafts of the numbers that are not bound yet.</summary>
    public static IEnumerable<Draft> Bind(Clause clause, List<(int First, int End, object Item)> elements, IReadOnlyList<Draft> bound)
    {
        HashSet<Quantity> taken = [.. bound.Where(d => !(d.Line.IsNoLine && clause.Word(d.Line.End - 1) is "rate" or "rates")).Select(d => d.Quantity)];
        if (Told(clause))
        {
            yield break;
        }

        bool ranges = clause.Quantities.Exists(q => q.OpensRange), compares = Compares(clause);
        Draft? last = null;
        foreach (Quantity q in clause.Quantities)
        {
            if (q is { Kind: QuantityKind.Plain or QuantityKind.Money, Currency: null, PerShare: false, Value: >= FewestCounted } && !taken.Contains(q) && Count(clause, q) is { } count)
            {
                yield return count;
                if (BaseOf(clause, count) is { } earlier)
                {
                    taken.Add(earlier.Quantity);
                    yield return earlier;
                }

                if (GrowthOf(clause, count, elements) is { } grown)
                {
                    taken.Add(grown.Quantity);
                    yield return grown;
                }
            }

            if (q.Kind is not (QuantityKind.Percent or QuantityKind.Points) || taken.Contains(q) || (ranges && clause.Quantities.Exists(o => o.OpensRange && o.End < q.First && q.First - o.End <= 2)))
            {
                continue;
            }

            if ((q is { Kind: QuantityKind.Percent, OpensRange: false } ? Share(clause, q) : null) is { } share)
            {
                yield return share;
            }
            else if ((Growth(clause, q, elements, compares) ?? Listed(clause, q, last ?? bound.LastOrDefault(d => d.Quantity.End <= q.First))) is { } growth)
            {
                last = growth;
                Draft draft = growth with { Expected = clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance && m.First < q.First) };
                Quantity? end = q.OpensRange ? clause.Quantities.Find(o => o.First >= q.End && o.First - q.End <= 2 && o.Kind == q.Kind) : null;
                if (q.OpensRange && (end is null || taken.Contains(end) || !draft.Expected))
                {
                    continue;
                }

                yield return draft with { RangeEnd = end is null ? 0 : -1 };
                if (end is not null)
                {
                    yield return draft with { Quantity = end, RangeEnd = 1 };
                }
            }
        }
    }

    // what every growth needs: words for what it is compared with
    private static bool Compares(Clause clause) => clause.Markers.Exists(m => m.Kind is MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter)
        || clause.Periods.Exists(p => p.When is PeriodWhen.YearAgo or PeriodWhen.TwoYearsAgo or PeriodWhen.Last);

    // hypotheses, examples and what others say are no figures of the company
    private static bool Told(Clause clause) => clause.Tokens.Any(t => t.Lower is "if" or "imagine" or "could" or "might" or "would" or "should" or "probably" or "maybe" or "example" or "industry" or "economists");

    // "we had 2,300 registered members", "the app reached 4 million users": not those of a place, nor those to come
    private static Draft? Count(Clause clause, Quantity q)
    {
        int verb = q.First - 1;
        while (verb > 0 && clause.Word(verb) is "approximately" or "about" or "over" or "more" or "than" or "nearly" or "almost" or "around" or "a" or "total" or "of" or "record" or "roughly" or "some" or "now" or "with" or "to")
        {
            verb--;
        }

        bool has = clause.Word(verb) is "had" or "have" or "has" or "served" or "operated" or "operates" or "reached" or "surpassed" or "employed" or "employs" or "shipped" or "delivered" or "grew" or "growing" || (verb < q.First - 1 && clause.Word(verb) is "quarter" or "year");
        if (!has)
        {
            return null;
        }

        // "customer" alone is no line, but "customer accounts" is a name
        bool[] taken = [.. clause.Claimed.Select((c, i) => c && !clause.Lines.Exists(l => l.IsNoLine && i >= l.First && i < l.End))];
        int end = LineReader.CountEnd(clause.Tokens, taken, q.End);
        if (end == 0 || clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance) || clause.Word(verb - 1) is "to" or "not"
            || !(end >= clause.Tokens.Count || clause.Word(end) is "," or "." or ";" or "compared" or "worldwide" or "globally" or "versus" or "up" || clause.Periods.Exists(p => p.First - end is 0 or 1 or 2)))
        {
            return null;
        }

        return LineReader.Slug([.. clause.Tokens.Skip(q.End).Take(end - q.End)]) is { Length: > 0 } slug ? new Draft(new LineRef("kpi." + slug, "", LineNature.Count, q.End, end), q, Role.Level) : null;
    }

    // "1,250 members, up from 1,100 a year ago"
    private static Draft? BaseOf(Clause clause, Draft count)
    {
        Quantity? q = clause.Quantities.Find(n => n.First >= count.Line.End);
        Marker? marker = q is null ? null : clause.Markers.LastOrDefault(m => m.Kind is MarkerKind.From or MarkerKind.Compared && m.End <= q.First && q.First - m.End <= 2);
        PeriodPhrase? period = q is null ? null : clause.Periods.Find(p => p.First >= q.End && p.First - q.End <= 4);
        return q is { Kind: QuantityKind.Plain or QuantityKind.Money, Currency: null, PerShare: false, Value: >= FewestCounted } && marker is not null && marker.First - count.Line.End <= 3 && period is not null ? count with { Quantity = q, Role = Role.Base, Period = period } : null;
    }

    // "8,340 members, an 8% increase from a year ago", "9 million members, up 15% year over year"
    private static Draft? GrowthOf(Clause clause, Draft count, List<(int First, int End, object Item)> elements)
    {
        if (clause.Quantities.Find(n => n.First >= count.Line.End) is not { Kind: QuantityKind.Percent } q || q.First - count.Line.End > 5)
        {
            return null;
        }

        int e = elements.FindIndex(x => ReferenceEquals(x.Item, q));
        Marker? before = e > 0 ? elements[e - 1].Item as Marker : null, after = e + 1 < elements.Count ? elements[e + 1].Item as Marker : null;
        Marker? marker = before is { Kind: MarkerKind.Up or MarkerKind.Down } && q.First - before.End <= 2 ? before : after is { Kind: MarkerKind.Up or MarkerKind.Down } && after.First == q.End ? after : null;
        return marker is null ? null : count with { Quantity = q, Role = Role.Change, Direction = marker.Kind == MarkerKind.Up ? 1 : -1 };
    }

    // "more than 90% of online orders were ready", "31% of purchasing customers"
    private static Draft? Share(Clause clause, Quantity q)
    {
        int k = q.End;
        if (clause.Word(k) is not "of")
        {
            return null;
        }

        k++;
        while (clause.Word(k) is "our" or "the" or "all" or "its" or "these" or "those" or "their" or "total")
        {
            k++;
        }

        int end = k;
        while (end < clause.Tokens.Count && end - k < 4 && (!clause.Claimed[end] || (end > k && clause.Lines.Exists(l => l.First == end))) && clause.Tokens[end].Kind == TokenKind.Word && !Bounds.Contains(clause.Word(end)) && !Fillers.IsFiller(clause.Word(end)) && clause.Word(end) is not ("who" or "said" or "living" or "will" or "used"))
        {
            end++;
        }

        string slug = end > k && !Vague.Contains(clause.Tokens[end - 1].Norm) ? LineReader.Slug([.. clause.Tokens.Skip(k).Take(end - k)]) : "";
        return slug.Length == 0 ? null : new Draft(new LineRef("kpi.share_of_" + slug, "", LineNature.Ratio, q.First, q.First), q, Role.Level);
    }

    // "with Norway growing 8%, Sweden 7%, and Finland 2%": the verb is said once
    private static Draft? Listed(Clause clause, Quantity q, Draft? before)
    {
        if (before is not { Role: Role.Change } growth || growth.Quantity.Kind != q.Kind || !(growth.Line.Weak || growth.Line.Key.Split('.')[0] is "kpi" or "revenue") || clause.Word(growth.Quantity.End) is not ("," or "and"))
        {
            return null;
        }

        int first = growth.Quantity.End;
        while (clause.Word(first) is "," or "and" or "the" or "our")
        {
            first++;
        }

        bool name = first < q.First && q.First - first <= LongestDirect && Enumerable.Range(first, q.First - first).All(i => clause.Tokens[i].IsCapitalised || clause.Word(i) is "&" or "and" or "-" || clause.Tokens[i].Hyphenated);
        return name && Named(clause, first, q.First, growth.Direction < 0 ? MarkerKind.Down : MarkerKind.Up, q) is { } listed
            ? listed with { Line = listed.Line with { Key = growth.Line.Key.Split('.')[0] + "." + new LineKey(listed.Line.Key).Member, Basis = growth.Line.Basis }, Comparison = growth.Comparison, ComparedWith = growth.ComparedWith } : null;
    }

    private static Draft? Growth(Clause clause, Quantity q, List<(int First, int End, object Item)> elements, bool compares)
    {
        int e = elements.FindIndex(x => ReferenceEquals(x.Item, q));
        compares &= Compared(clause, elements, e);

        // "had a 12% increase in page views"
        if (e + 1 < elements.Count && elements[e + 1].Item is Marker { Kind: MarkerKind.Up or MarkerKind.Down } noun && noun.First - q.End <= LongestModifier)
        {
            // "a 4% volume decrease": what decreased stands before the word
            return noun.First == q.End ? clause.Word(noun.End) is "in" or "of" ? Of(clause, noun.End + 1, noun.Kind, q) : null
                : IsNoun(clause.Word(noun.First)) && clause.Word(q.First - 1) is "a" or "an" or "the" or "by" or "and" or "with" && !Enumerable.Range(q.End, noun.First - q.End).Any(i => clause.Claimed[i] || Fillers.IsFiller(clause.Word(i)) || Basis.IsWord(clause.Word(i)) || clause.Word(i).EndsWith("al", StringComparison.Ordinal) || clause.Word(i).EndsWith("ized", StringComparison.Ordinal) || clause.Word(i).EndsWith("ly", StringComparison.Ordinal) || clause.Word(i) is "comparable" or "digit" or "like" or "same" or "point" or "basis") ? Named(clause, q.End, noun.First, noun.Kind, q) : null;
        }

        // "user retention rate grew by 41% year over year"
        if (e == 0 || elements[e - 1].Item is not Marker { Kind: MarkerKind.Up or MarkerKind.Down or MarkerKind.By } near)
        {
            return null;
        }

        Marker? verb = near.Kind == MarkerKind.By && e > 1 ? elements[e - 2].Item as Marker : near;
        if (verb is not { Kind: MarkerKind.Up or MarkerKind.Down } || q.First - verb.First > 5)
        {
            return null;
        }

        int end = verb.First;
        while (end > 0 && clause.Word(end - 1) is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "be" or "been" or "also" or "to" or "," or "further")
        {
            end--;
        }

        int first = end;
        while (first > 0 && end - first < LongestAverage && clause.Tokens[first - 1].Kind == TokenKind.Word && !Bounds.Contains(clause.Word(first - 1)) && !(clause.Claimed[first - 1] && !IsLine(clause, first - 1)))
        {
            first--;
        }

        return compares || (end - first <= LongestDirect && (IsNoun(clause.Word(verb.First)) && clause.Word(verb.First - 1) is not "to" ? clause.Word(verb.End) is "of" : IsVerb(clause.Word(verb.First)) && Opens(clause, first))) ? Named(clause, first, end, verb.Kind, q) : null;
    }

    private static bool IsNoun(string word) => word is "increase" or "decrease" or "decline" or "growth" or "improvement" or "reduction" or "expansion" or "contraction" or "drop" or "rise";

    // "higher freight of 100 basis points" is no growth of freight
    private static bool IsVerb(string word) => word is "up" or "down" or "grew" or "growing" or "declining" or "rose" or "fell" or "increase" or "decrease" or "grow" or "decline" or "rise" or "fall" or "improve" or "slipped" or "shrank" || word.EndsWith("ed", StringComparison.Ordinal);

    // a subject right at the head of its clause needs no words for what it is compared with
    private static bool Opens(Clause clause, int first)
    {
        int k = first - 1;
        while (k >= 0 && (clause.Word(k) is "our" or "the" or "total" or "overall" || clause.Periods.Exists(p => p.First <= k && k < p.End)))
        {
            k--;
        }

        return k < 0 || clause.Word(k) is "," or ";" or ":" or "and" or "while" or "with" or "that" || clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance && m.First <= k && k < m.End);
    }

    private static Draft? Of(Clause clause, int first, MarkerKind direction, Quantity q)
    {
        while (clause.Word(first) is "our" or "the" or "total")
        {
            first++;
        }

        int end = first;
        while (end < clause.Tokens.Count && end - first < LongestName && clause.Tokens[end].Kind == TokenKind.Word && !clause.Claimed[end] && !Bounds.Contains(clause.Word(end)) && clause.Word(end) is not ("compared" or "versus" or "from" or "over"))
        {
            end++;
        }

        return Named(clause, first, end, direction, q);
    }

    private static Draft? Named(Clause clause, int first, int end, MarkerKind direction, Quantity q)
    {
        // "average time spent per user on the platform" is a long name, and one name
        int longest = Enumerable.Range(first, Math.Max(end - first, 0)).Any(i => clause.Word(i) is "per") ? LongestAverage : LongestName;
        if (end <= first || end - first >= longest || (Vague.Contains(clause.Tokens[end - 1].Norm) && !IsRate(clause, first, end)) || clause.Lines.Exists(l => l is { IsNoLine: false, Weak: false, ByVerb: false } && l.First < end && l.End > first))
        {
            return null;
        }

        string slug = LineReader.Slug([.. clause.Tokens.Skip(first).Take(end - first)]);
        string key = Regions.Of(slug) is { } place ? "revenue." + place : "kpi." + slug;
        LineNature nature = q.Kind == QuantityKind.Points ? LineNature.Ratio : LineNature.Flow;
        return slug.Length < 4 ? null : new Draft(new LineRef(key, "", nature, first, end), q, Role.Change) { Direction = direction == MarkerKind.Up ? 1 : -1 };
    }

    // "user retention rate": a rate of something that companies count
    private static bool IsRate(Clause clause, int first, int end) => end - first >= 3 && clause.Word(end - 1) is "rate" or "rates"
        && clause.Word(end - 2) is "retention" or "conversion" or "renewal" or "churn" or "attach" or "occupancy" or "engagement" or "response" or "repurchase";

    private static bool IsLine(Clause clause, int i) => clause.Lines.Exists(l => (l.IsNoLine || l.Weak || l.ByVerb) && i >= l.First && i < l.End);

    // a growth of something unlisted counts only where it says what it is compared with
    private static bool Compared(Clause clause, List<(int First, int End, object Item)> elements, int e)
    {
        for (int k = e + 1; k < elements.Count && k <= e + 3; k++)
        {
            if (elements[k].Item is Marker { Kind: MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter } || elements[k].Item is PeriodPhrase { When: PeriodWhen.YearAgo or PeriodWhen.TwoYearsAgo or PeriodWhen.Last })
            {
                return true;
            }

            if (elements[k].Item is Quantity)
            {
                return false;
            }
        }

        return elements.Take(e).Any(x => x.Item is Marker { Kind: MarkerKind.Compared or MarkerKind.YearOverYear } && x.First <= 1) && clause.Periods.Exists(p => p.First <= 4 && p.When is PeriodWhen.YearAgo);
    }
}
