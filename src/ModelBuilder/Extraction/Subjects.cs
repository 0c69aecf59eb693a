namespace ModelBuilder.Extraction;

/// <summary>Parts of the company as subjects: "Lake boats brought in 4 million", "Lake boats did well. Their revenue was".</summary>
internal static class Subjects
{
    private static readonly HashSet<string> Earning = new(StringComparer.Ordinal)
    {
        "brought", "brings", "contributed", "contributes", "contributing", "earned", "earns", "earning", "generated", "generates", "generating", "reached", "reaching", "yielded", "delivered",
    };

    private static readonly HashSet<string> NoRevenue = new(StringComparer.Ordinal)
    {
        "loss", "losses", "profit", "profits", "savings", "cash", "orders", "commitments", "billings", "bookings", "ebitda", "costs", "expenses", "income", "users", "line", "loan", "facility",
    };

    /// <summary>The lines where "its revenue" belongs to the part named before it, and a part that earns money is its revenue.</summary>
    public static List<LineRef> Apply(Clause clause, List<Name> named, Passage passage, Lexicon lexicon)
    {
        List<LineRef> lines = [.. clause.Lines];
        List<Name> companies = [.. named.Where(n => clause.Word(n.First) is not ("we" or "our"))];
        for (int i = 0; i < lines.Count; i++)
        {
            LineRef line = lines[i];
            if (line is { Key: "revenue.total", Bare: true } && clause.Word(line.First - 1) is "its" or "their")
            {
                string? part = lines.Take(i).LastOrDefault(l => IsPart(l.Key) && l.End < line.First && !companies.Exists(n => n.First > l.First && n.First < line.First))?.Key
                    ?? (companies.Exists(n => n.First < line.First) ? null : passage.Subject);
                lines[i] = part is not null && lexicon.Has(part) ? line with { Key = part, Bare = false } : line;
            }
            else if (i > 0 && lines[i - 1] is { Weak: true } led && lexicon.Has(led.Key) && (line is { Key: "revenue.total", Bare: true } || Vocabulary.IsProfitOrMargin(line.Key)) && Which(clause, led, line))
            {
                // "led by lake boats, which increased operating income"
                lines[i] = line with { Key = Sections.Of(line.Key, led.Key[8..]), Bare = false };
            }
            else if (i > 0 && lines[i - 1] is { Weak: true } part && lexicon.Has(part.Key) && !line.Key.Contains('.', StringComparison.Ordinal) && (Vocabulary.MarginOf(line.Key) ?? Vocabulary.ProfitOf(line.Key)) is not null && Owns(clause, part, line))
            {
                // "Lake boats had a gross margin of 20%"
                lines[i] = line with { Key = $"{line.Key}.{part.Key[8..]}" };
            }
            else if (line.Weak && clause.Word(line.First - 1) is "of" && clause.Word(line.First - 2) is "that" or "those" && lines.Take(i).LastOrDefault(l => !l.Weak) is { IsNoLine: false } of)
            {
                // "the margin of lake boats rose, while that of sea boats fell"
                lines[i] = of with { Key = $"{of.Key.Split('.')[0]}.{line.Key[8..]}", First = line.First, End = line.End };
            }
            else if (line.Weak && lexicon.Has(line.Key) && Earns(clause, lines, i, lexicon))
            {
                lines[i] = line with { Weak = false };
            }
        }

        clause.Lines = lines;
        Remember(clause, passage);
        return lines;
    }

    /// <summary>Keeps what a sentence is about for the next one.</summary>
    public static void Remember(Clause clause, Passage passage)
    {
        LineRef? first = clause.Lines.FirstOrDefault(l => l.First <= 2) ?? (clause.Quantities.Count == 0 && clause.Lines is [{ First: <= 5 } announced] && Turns.Announces(clause.Tokens) ? announced : null);
        passage.Subject = first is not null && IsPart(first.Key) ? first.Key : null;
        if (clause.Quantities.Count == 0 && first is { Weak: false, IsNoLine: false, Foreign: false })
        {
            passage.LastLine = first;
            passage.LineAnnounced = Turns.Announces(clause.Tokens);
            passage.SubjectAge = 0;
        }
    }

    private static bool IsPart(string key) => key.StartsWith("revenue.", StringComparison.Ordinal) && key != "revenue.total";

    // "lake boats, which increased"
    private static bool Which(Clause clause, LineRef part, LineRef line)
    {
        int which = clause.Word(part.End) is "," ? part.End + 1 : part.End;
        return clause.Word(which) is "which" or "whose" && line.First - which is > 0 and <= 4 && !clause.Quantities.Exists(q => q.First > which && q.First < line.First);
    }

    private static bool Owns(Clause clause, LineRef part, LineRef line) =>
        line.First - part.End is > 0 and <= 5 && Enumerable.Range(part.End, line.First - part.End).All(k => clause.Word(k) is "had" or "has" or "have" or "with" or "at" or "a" or "an" or "made" or "earned" or "reached" or "posted" or "achieved" or "delivered" or "the" or "its" or "their" || Basis.IsWord(clause.Word(k)));

    private static bool Earns(Clause clause, List<LineRef> lines, int i, Lexicon lexicon)
    {
        LineRef line = lines[i];
        Quantity? amount = clause.Quantities.FirstOrDefault(q => q.First >= line.End && q.Kind == QuantityKind.Money);
        int end = i + 1 < lines.Count ? lines[i + 1].First : clause.Tokens.Count;
        if (amount is null || amount.First >= end || Enumerable.Range(line.First, Math.Min(clause.Tokens.Count, amount.End + 4) - line.First).Any(k => NoRevenue.Contains(clause.Word(k))))
        {
            return false;
        }

        // "total revenue was 9 million: lake boats 4 million and sea boats 5 million"
        bool listed = amount.First == line.End && lines.Take(i).Any(l => l.Key == "revenue.total") && Enumerable.Range(0, line.First).Any(k => clause.Word(k) is ":" or "which");
        bool announced = clause.Word(amount.First - 1) is ":" && clause.Quantities.Exists(q => q.First > amount.End && clause.Word(q.End) is "of" && lines.Exists(l => l.Key == "revenue.total" && l.First > q.End));
        // "sea boats slipped by 3% to 9 million"
        bool moved = lexicon.Segments.Exists(s => line.Key == "revenue." + s.Member) && clause.Word(amount.First - 1) is "to" && clause.Markers.Exists(m => m.Kind is MarkerKind.Up or MarkerKind.Down && m.First >= line.End && m.End <= amount.First)
            && Enumerable.Range(line.End, amount.First - line.End).All(k => clause.Claimed[k] || Fillers.IsFiller(clause.Word(k)));
        return listed || announced || moved || Enumerable.Range(line.End, amount.First - line.End).Any(k => Earning.Contains(clause.Word(k)));
    }
}
