namespace ModelBuilder.Extraction;

/// <summary>A cost or charge that documents name with an amount.</summary>
internal sealed class CostCandidate(string slug, string form)
{
    public string Slug { get; } = slug;

    public string Form { get; } = form;

    /// <summary>Every way it is written with its noun: "glass costs", "moving charge".</summary>
    public HashSet<string> Phrases { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where it stands among the costs of revenue.</summary>
    public bool OfRevenue { get; set; }

    /// <summary>True where a result is stated without it, or it is called one-off.</summary>
    public bool OneOff { get; set; }

    public string Reason { get; set; } = "";
}

/// <summary>Finds costs, expenses and charges that no general name covers.</summary>
internal static class CostNames
{
    // a list of the costs of revenue is over after as many sentences
    private const int ListLength = 8;

    public static IReadOnlyList<CostCandidate> Find(IEnumerable<Place> places)
    {
        Lexicon general = Lexicon.Of(null);
        Dictionary<string, CostCandidate> found = new(StringComparer.Ordinal);
        int sinceCost = int.MaxValue / 2;
        foreach (Place place in places)
        {
            List<Token> tokens = place.Sentence.Tokens;
            sinceCost = Says(tokens, "cost", "of") && tokens.Any(t => t.Norm is "revenue" or "sale" or "good") ? 0 : sinceCost + 1;
            if (!QuantityReader.Read(tokens).Exists(q => q.Kind == QuantityKind.Money))
            {
                continue;
            }

            for (int i = 1; i < tokens.Count; i++)
            {
                if (tokens[i].Norm is "cost" or "expense" or "charge" && !(i + 1 < tokens.Count && tokens[i + 1].Is("of") && tokens[i].Norm != "charge"))
                {
                    Read(place, i);
                }
            }
        }

        return [.. found.Values];

        void Read(Place place, int noun)
        {
            List<Token> tokens = place.Sentence.Tokens;
            int from = NameReader.Before(tokens, noun, joint: true);
            from += from < noun && tokens[from].Is("cash") && from > 0 && tokens[from - 1].Is("non") ? 1 : 0;
            string slug = NameReader.Slug(tokens, from, noun);
            bool other = slug == "other" && sinceCost <= ListLength && tokens[noun].Norm == "cost";
            if (from == noun && noun >= 3 && sinceCost <= ListLength && tokens[noun - 1].Is("a") && tokens[noun - 2].Is("&") && tokens[noun - 3].Is("d"))
            {
                (from, slug) = (noun - 3, "depreciation_and_amortization");
            }

            if (slug.Length < 2 || slug == "net" || !char.IsAsciiLetterLower(slug[0]) || (!other && IsGeneral(tokens, from, noun)))
            {
                return;
            }

            string stem = NameReader.Stem(slug);
            string text = place.Sentence.Line.Text;
            if (!found.TryGetValue(stem, out CostCandidate? cost))
            {
                found[stem] = cost = new CostCandidate(slug.Replace("_and_", "_", StringComparison.Ordinal), text[tokens[from].Start..tokens[noun - 1].End]) { Reason = place.Around(from) };
            }

            cost.Phrases.Add(text[tokens[from].Start..tokens[noun].End]);
            cost.OfRevenue |= sinceCost <= ListLength && tokens[noun].Norm == "cost";
            cost.OneOff |= OneOff(tokens, from);
        }

        bool IsGeneral(List<Token> tokens, int from, int noun)
        {
            for (int i = from; i <= noun; i++)
            {
                if (general.Terms.TryAt(tokens, i, out _, out int length) && i + length >= noun && !(tokens[i].Lower is "depreciation" && sinceCost <= ListLength))
                {
                    return true;
                }
            }

            return NameWords.IsEmpty([.. tokens.Skip(from).Take(noun - from).Where(t => t.Kind == TokenKind.Word)]) || tokens[noun - 1].Norm is "tax" or "interest";
        }
    }

    // "excluding X", "one-time X", "non-cash X"
    private static bool OneOff(List<Token> tokens, int from)
    {
        for (int i = Math.Max(0, from - 6); i < from; i++)
        {
            if (tokens[i].Lower is "excluding" or "recurring" or "nonrecurring" or "special" or "unusual" or "excludes" or "excluded"
                || (tokens[i].Is("one") && tokens[i + 1].Lower is "time" or "off") || (tokens[i].Is("non") && tokens[i + 1].Is("cash")))
            {
                return true;
            }
        }

        return tokens[from].Norm is "restructuring" or "impairment";
    }

    private static bool Says(List<Token> tokens, string first, string second) =>
        Enumerable.Range(0, Math.Max(0, tokens.Count - 1)).Any(i => tokens[i].Norm == first && tokens[i + 1].Is(second));
}
