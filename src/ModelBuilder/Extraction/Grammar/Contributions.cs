using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Points of a growth that one cause made: "canoes contributed 4 points of growth", "with 9 points of contribution from canoes".</summary>
internal static class Contributions
{
    private const int LongestName = 3;

    /// <summary>The draft of such points, or null.</summary>
    public static Draft? Of(Clause clause, Quantity q) => q.Kind is not (QuantityKind.Points or QuantityKind.Percent) || q.OpensRange ? null : ((q.Kind == QuantityKind.Points ? From(clause, q) ?? By(clause, q) ?? Called(clause, q) : null) ?? Being(clause, q)) is not { Length: > 1 } name ? null
        : new Draft(new LineRef($"kpi.{name}_contribution_to_{Grown(clause, q)}_growth", "", LineNature.Ratio, q.First, q.First), q, Role.Change) { Comparison = Comparison.GrowthYoy, Direction = Drags(clause, q) ? -1 : 1 };

    // "49 points from canoes", "15 points of negative impact from canoes"
    private static string? From(Clause clause, Quantity q)
    {
        int from = q.End;
        while (from < q.End + 4 && clause.Word(from) is "of" or "contribution" or "growth" or "impact" or "negative" or "positive" or "benefit" or "headwind" or "tailwind" or "drag" or "pressure")
        {
            from++;
        }

        return clause.Word(from) is "from" or "by" && (from > q.End || Announced(clause, q)) ? Name(clause, clause.Word(from + 1) is "the" or "our" ? from + 2 : from + 1) : null;
    }

    // "with 49 points from canoes": said of a growth before
    private static bool Announced(Clause clause, Quantity q) => clause.Word(q.First - 1) is "with" or "including" && clause.Quantities.Exists(o => o.End <= q.First && o.Kind == QuantityKind.Percent);

    // "canoes contributed 14 points", "canoes added about 2 points"
    private static string? By(Clause clause, Quantity q)
    {
        int verb = q.First - 1;
        while (clause.Word(verb) is "approximately" or "about" or "roughly" or "around" or "nearly" or "another" or "an" or "additional")
        {
            verb--;
        }

        int first = verb;
        while (first > 0 && verb - first < LongestName && clause.Tokens[first - 1].Kind == TokenKind.Word && !Fillers.IsFiller(clause.Word(first - 1)) && !(clause.Claimed[first - 1] && !clause.Lines.Exists(l => l.First < first && first <= l.End)))
        {
            first--;
        }

        return verb > 0 && clause.Word(verb) is "contributed" or "added" or "contributing" or "adding" && clause.Word(q.End) is "of" or "to" or "." or "" ? Slug(clause, first, verb) : null;
    }

    // "a duty headwind of about 60 basis points"
    private static string? Called(Clause clause, Quantity q)
    {
        int noun = q.First - 1;
        while (clause.Word(noun) is "approximately" or "about" or "roughly" or "around" or "nearly" or "of")
        {
            noun--;
        }

        int end = noun, first = end;
        while (first > 0 && end - first < LongestName && clause.Tokens[first - 1].Kind == TokenKind.Word && !Fillers.IsFiller(clause.Word(first - 1)) && !clause.Claimed[first - 1])
        {
            first--;
        }

        return clause.Word(noun) is "headwind" or "tailwind" or "benefit" or "drag" or "pressure" && clause.Word(q.First - 1) is not ("headwind" or "tailwind") ? Slug(clause, first, end) : null;
    }

    // "the exchange rates are expected to be a 40 basis point tailwind"
    private static string? Being(Clause clause, Quantity q)
    {
        if (clause.Word(q.End) is not ("headwind" or "tailwind" or "drag" or "benefit") || clause.Word(q.First - 1) is not ("a" or "an"))
        {
            return null;
        }

        int verb = q.First - 2;
        while (verb > 0 && clause.Word(verb) is "be" or "to" or "expected" or "approximately" or "about" or "roughly" or "also" or "anticipated" or "as" or "represent" or "will")
        {
            verb--;
        }

        bool be = clause.Word(verb) is "was" or "is" or "were" or "are" or "represented" or "remained" || clause.Word(verb + 1) is "will" or "to";
        int end = clause.Word(verb) is "was" or "is" or "were" or "are" or "represented" or "remained" ? verb : verb + 1, first = end;
        while (be && first > 0 && end - first < LongestName && clause.Tokens[first - 1].Kind == TokenKind.Word && !Fillers.IsFiller(clause.Word(first - 1)) && !clause.Claimed[first - 1])
        {
            first--;
        }

        return be ? Slug(clause, first, end) : null;
    }

    private static string? Name(Clause clause, int first)
    {
        int end = first;
        while (end < clause.Tokens.Count && end < first + LongestName && clause.Tokens[end].Kind == TokenKind.Word && !Fillers.IsFiller(clause.Word(end)) && clause.Word(end) is not ("including" or "which" or "as"))
        {
            end++;
        }

        return Slug(clause, first, end);
    }

    private static string? Slug(Clause clause, int first, int end) => end <= first || clause.Word(end - 1) is "we" or "it" or "this" or "that" or "they" or "which" ? null
        : LineReader.Slug([.. clause.Tokens.Skip(first).Take(end - first)]) is { Length: > 1 } slug ? slug is "foreign_exchange" or "foreign_currency" or "currency" or "exchange_rates" ? "fx" : slug : null;

    private static string Grown(Clause clause, Quantity q) => (clause.Lines.Find(l => l.First >= q.End && l.First - q.End <= 4 && !l.IsNoLine) ?? clause.Lines.LastOrDefault(l => l.End <= q.First && l is { IsNoLine: false, Weak: false }))?.Key.Replace('.', '_') ?? "revenue";

    private static bool Drags(Clause clause, Quantity q) => Enumerable.Range(Math.Max(0, q.First - 4), Math.Min(4, q.First)).Concat(Enumerable.Range(q.End, 4)).Any(i => clause.Word(i) is "negative" or "drag" or "headwind" or "headwinds" or "pressure");
}
