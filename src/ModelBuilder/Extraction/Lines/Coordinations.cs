namespace ModelBuilder.Extraction;

/// <summary>
/// Parts that share one word for what is said of them: "revenue from lake boats, sea boats and canoes was", "lake boats, sea boats and canoes
/// contributed". As many numbers as parts are theirs in order; any other count is of the parts together.
/// </summary>
internal static class Coordinations
{
    private const string NamedByDocument = "the part is named by the document, not by company.yaml";
    private const int MostWords = 4;

    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal)
    {
        "was", "were", "is", "are", "came", "reached", "totaled", "totalled", "amounted", "grew", "increased", "rose", "declined", "decreased", "fell", "dropped", "improved", "jumped", "accounted", "represented", "contributed", "made", "comprised", "constituted", "generated",
    };

    private static readonly HashSet<string> Sharing = new(StringComparer.Ordinal)
    {
        "accounted", "accounts", "represented", "represents", "contributed", "contributes", "comprised", "comprises", "constituted", "constitutes", "made", "makes",
    };

    /// <summary>The lines of a sentence with coordinated parts told apart.</summary>
    public static List<LineRef> Apply(Clause clause)
    {
        List<LineRef> lines = [.. clause.Lines];
        for (int i = 0; i < lines.Count; i++)
        {
            // "basic and diluted net loss per ADS were 0.42 and 0.40"
            if (lines[i] is { Key: "eps" } both && clause.Word(both.First) is "basic" && clause.Word(both.First + 1) is "and" && clause.Quantities.Find(q => q.First >= both.End) is { } amount && Runs.Of(clause, amount).Count == 2)
            {
                lines[i] = both with { Key = "eps_basic", End = both.First + 1 };
                lines.Insert(++i, both with { First = both.First + 2 });
            }
            else if (lines[i] is { IsNoLine: false, Weak: false } twofold && twofold.First >= 4 && clause.Word(twofold.First - 1) is "gaap" && clause.Word(twofold.First - 2) is "non" && clause.Word(twofold.First - 3) is "and" && clause.Word(twofold.First - 4) is "gaap"
                && clause.Quantities.Find(q => q.First >= twofold.End) is { } reported && Runs.Of(clause, reported).Count == 2)
            {
                // "GAAP and non-GAAP gross margins were 68.6% and 70.0%"
                lines[i] = twofold with { Basis = "", First = twofold.First - 4, End = twofold.First - 3 };
                lines.Insert(++i, twofold with { Basis = "adjusted" });
            }
            else if (!lines[i].Weak && lines[i].Key.StartsWith("revenue.", StringComparison.Ordinal) && (Behind(clause, lines[i]) ?? Before(clause, lines[i])) is { } parts)
            {
                lines.RemoveAll(l => l.First >= parts[0].First && l.End <= parts[^1].End);
                lines.InsertRange(lines.TakeWhile(l => l.First < parts[0].First).Count(), parts);
                i = lines.IndexOf(parts[^1]);
            }
        }

        if (Sharers(clause, lines) is { } sharers)
        {
            lines.RemoveAll(l => l.First < sharers[^1].End);
            lines.InsertRange(0, sharers);
        }

        return lines;
    }

    // "revenue from lake boats, sea boats and canoes was": the first part may have been read with the word
    private static List<LineRef>? Behind(Clause clause, LineRef line)
    {
        bool whole = line.Key == "revenue.total";
        if (whole ? clause.Word(line.End) is not ("from" or "of" or "in") : clause.Word(line.First + 1) is not ("from" or "of" or "in" or "derived" or "generated") && clause.Word(line.First + 2) is not ("from" or "of" or "in"))
        {
            return null;
        }

        List<LineRef> items = whole ? [] : [line];
        int end = whole ? line.End + 1 : line.End;
        bool and = false;
        while (items.Count == 0 || (!and && clause.Word(end) is "," or "and" or "&"))
        {
            and |= items.Count > 0 && (clause.Word(end) is "and" or "&" || clause.Word(end + 1) is "and");
            end += items.Count == 0 ? 0 : clause.Word(end) is "," && and ? 2 : 1;
            if (Item(clause, end) is not { } item)
            {
                return null;
            }

            items.Add(item);
            end = item.End;
        }

        if (!and || !Verbs.Contains(clause.Word(end)) || clause.Quantities.Find(q => q.First > end) is not { } number)
        {
            return null;
        }

        if (Runs.Of(clause, number).Count == items.Count)
        {
            return [.. items.Select((item, i) => Strong(line, item) with { First = i == 0 ? line.First : item.First })];
        }

        // one number is what they make together
        string together = string.Join("_and_", items.Select(i => i.Key[8..]));
        return clause.Open ? [Strong(line, items[0] with { Key = "revenue." + together, First = line.First, End = end })] : null;
    }

    // "lake boats, sea boats and canoes revenue was": the last part was read with the word
    private static List<LineRef>? Before(Clause clause, LineRef line)
    {
        if (line.Key == "revenue.total" || line.First < 2 || clause.Word(line.First - 1) is not ("and" or "&") || clause.Quantities.Find(q => q.First > line.End) is not { } number || Runs.Of(clause, number) is not { Count: > 1 } run)
        {
            return null;
        }

        return Items(clause, Start(clause), line.First) is { } items && items.Count + 1 == run.Count ? [.. items.Select(i => Strong(line, i)), line] : null;
    }

    // "lake boats, sea boats and canoes contributed 40%, 35% and 25% of revenue"
    private static List<LineRef>? Sharers(Clause clause, List<LineRef> lines)
    {
        int start = Start(clause);
        if (!clause.Open || clause.Quantities.Find(q => q.First > start) is not { Kind: QuantityKind.Percent } share)
        {
            return null;
        }

        List<Quantity> run = Runs.Of(clause, share);
        LineRef? whole = lines.Find(l => l.First >= run[^1].End);
        int verb = start;
        while (verb < share.First && !Sharing.Contains(clause.Word(verb)))
        {
            verb++;
        }

        bool known = lines.Exists(l => l.First < verb && !l.Weak);
        if (known || verb == start || verb >= share.First || share.First - verb > 4 || whole is not { Key: "revenue.total" } || clause.Word(run[^1].End) is not ("of" or "to") || whole.First - run[^1].End > 4)
        {
            return null;
        }

        return Items(clause, start, verb) is { } items && items.Count == run.Count ? items : null;
    }

    // where the subject begins, behind "for the quarter," and "our"
    private static int Start(Clause clause)
    {
        int at = clause.Periods.Find(p => p.First <= 2 && clause.Word(p.End) == ",") is { } opening ? opening.End + 1 : 0;
        return clause.Word(at) is "our" or "the" ? at + 1 : at;
    }

    private static List<LineRef>? Items(Clause clause, int start, int end)
    {
        List<LineRef> items = [];
        int at = start;
        while (at < end)
        {
            if (Item(clause, at) is not { } item || item.End > end)
            {
                return null;
            }

            items.Add(item);
            at = item.End;
            bool joint = clause.Word(at) is "," or "and" or "&";
            if (at < end && !joint)
            {
                return null;
            }

            at += clause.Word(at) is "," && clause.Word(at + 1) is "and" ? 2 : joint ? 1 : 0;
        }

        return items.Count == 0 ? null : items;
    }

    /// <summary>The part that begins at a token, as a weak line, or null: a known one, or in a document of no known company the words of a name.</summary>
    public static LineRef? Item(Clause clause, int at)
    {
        int first = clause.Word(at) is "our" or "the" or "its" ? at + 1 : at;
        if (clause.Lines.Find(l => l.First == first && l.Weak) is { } known)
        {
            return known;
        }

        int end = first;
        while (clause.Open && end < clause.Tokens.Count && end < first + MostWords && clause.Tokens[end].Kind == TokenKind.Word && !clause.Claimed[end] && !Fillers.IsFiller(clause.Word(end)) && !Verbs.Contains(clause.Word(end)) && !Pronouns.Contains(clause.Word(end)))
        {
            end++;
        }

        int name = end;
        while (name > first && clause.Tokens[name - 1].Norm is "segment" or "business" or "division" or "unit" or "customer" or "revenue" or "sale")
        {
            name--;
        }

        return name > first && LineReader.Slug([.. clause.Tokens.Skip(first).Take(name - first)]) is { Length: > 0 } slug
            ? new LineRef("revenue." + slug, "", LineNature.Flow, first, end) { Weak = true, Doubt = NamedByDocument }
            : null;
    }

    private static readonly HashSet<string> Pronouns = new(StringComparer.Ordinal)
    {
        "i", "you", "he", "she", "they", "them", "these", "those", "both", "together", "combined", "each", "other", "others", "all", "who", "customers", "which", "what", "there", "respectively", "additional", "approximately",
    };

    private static LineRef Strong(LineRef line, LineRef part) => part with { Weak = false, Basis = line.Basis, Doubt = part.Doubt ?? line.Doubt };
}
