namespace ModelBuilder.Extraction;

/// <summary>Finds what documents call their company's parts: "our X segment", "revenues from X were", "In X, sales rose".</summary>
internal sealed class PartNames
{
    private const int ByRevenue = 1;
    private const int ByTopic = 2;
    private const int ByBusiness = 3;
    private const int BySegment = 4;

    private static readonly HashSet<string> NounsAfterBusiness = new(StringComparer.Ordinal)
    {
        "model", "momentum", "day", "case", "mix", "plan", "partner", "environment", "condition", "continuity", "development", "outlook", "trend", "transformation", "strategy", "process", "practice", "recovery", "leader", "update", "activity", "combination", "need", "customer", "banking",
    };

    private static readonly HashSet<string> NounsAfterRevenue = new(StringComparer.Ordinal)
    {
        "force", "team", "channel", "tax", "stream", "base", "per", "price", "lead", "person", "people", "rep", "representative", "office", "visibility", "synergy", "recognition", "opportunity", "pipeline", "cycle", "organization", "day", "taxe", "backlog", "mix", "funnel", "activity",
    };

    private static readonly HashSet<string> Delivering = new(StringComparer.Ordinal) { "delivered", "generated", "reported", "posted", "recorded", "achieved", "contributed", "grew", "declined", "had" };

    private readonly Dictionary<string, Candidate> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> own;

    // the first words of the company's names, which those of its subsidiaries begin with too
    private readonly HashSet<string> kin;

    private PartNames(IReadOnlyList<string> names)
    {
        kin = [.. names.Where(n => n.Length > 0).Select(n => Tokenizer.Tokenize(n)[0].Norm)];
        own = names.Where(n => n.Length > 0).SelectMany(n => new[] { n, Head(n) }).Select(n => Tokenizer.Tokenize(n)).Select(t => NameReader.Stem(NameReader.Slug(t, 0, t.Count))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The candidates in the order in which they are first named.</summary>
    /// <param name="places">The sentences of all documents.</param>
    /// <param name="names">The company's own names, which are no parts of it.</param>
    public static IReadOnlyList<Candidate> Find(IEnumerable<Place> places, IReadOnlyList<string> names)
    {
        PartNames reader = new(names);
        foreach (Place place in places)
        {
            reader.Read(place);
        }

        // "products" and "services" are parts where revenue or a segment is called so, not where a sentence merely has the word
        return [.. reader.found.Values.Where(c => c.Slug is not ("product" or "service") || c.Segment > 0 || c.Revenue > 0)];
    }

    // "Harbour Industries" goes by Harbour
    private static string Head(string name)
    {
        string[] words = name.Split(' ');
        int end = words.Length;
        while (end > 1 && CompanyNames.IsTail(words[end - 1].TrimEnd('.', ',')))
        {
            end--;
        }

        return string.Join(' ', words[..end]);
    }

    private void Read(Place place)
    {
        List<Token> tokens = place.Sentence.Tokens;
        bool states = QuantityReader.Read(tokens).Exists(q => q.Kind != QuantityKind.Plain);
        for (int i = 0; i < tokens.Count; i++)
        {
            switch (tokens[i].Norm)
            {
                case "segment" or "division":
                case "business" when i + 1 == tokens.Count || tokens[i + 1].Norm != "unit":
                case "unit" when i > 0 && tokens[i - 1].Is("business"):
                    Called(place, i);
                    break;
                case "group" when tokens[i].IsCapitalised && i > 0 && tokens[i - 1].IsCapitalised:
                    Called(place, i);
                    break;
                case "revenue" or "sale" when states:
                    Sold(place, i);
                    break;
            }
        }

        Opened(place, states);
    }

    // "our banking and retail segments" are two, "our home and garden segment" is one
    private void Called(Place place, int noun)
    {
        List<Token> tokens = place.Sentence.Tokens;
        bool segment = tokens[noun].Norm is "segment" or "division";
        bool plural = tokens[noun].Lower is "segments" or "divisions" or "businesses";
        bool unit = tokens[noun].Norm == "unit";
        int end = noun > 0 && (segment || unit) && tokens[noun - 1].Is("business") ? noun - 1 : noun;
        if (noun + 1 < tokens.Count && (tokens[noun + 1].Norm == "segment" || (!segment && NounsAfterBusiness.Contains(tokens[noun + 1].Norm))))
        {
            return;
        }

        end = end > 1 && tokens[end - 1].Is("base") ? end - 1 : end;
        int first = NameReader.Before(tokens, end, joint: !plural && (segment || unit || (end > 0 && tokens[end - 1].IsCapitalised)));
        List<(int From, int End)> names = [(first, end)];
        while (plural && names.Count < 6 && first > 1 && tokens[first - 1].Lower is "and" or "&" or ",")
        {
            int close = first - 1;
            close = close > 0 && tokens[close].Is("and") && tokens[close - 1].Is(",") ? close - 1 : close;
            first = NameReader.Before(tokens, close, joint: false);
            if (first == close)
            {
                break;
            }

            names.Add((first, close));
        }

        int outer = names[^1].From;
        bool ours = outer > 0 && tokens[outer - 1].Lower is "our" or "the" or "its" or "their" or "in" or "within" or "of" or "'s";
        foreach ((int from, int close) in Enumerable.Reverse(names))
        {
            bool capitalised = from < close && from > 0 && !tokens[from - 1].Is(",") && Enumerable.Range(from, close - from).All(k => tokens[k].IsCapitalised || tokens[k].Lower is "and" or "&" || tokens[k].Kind != TokenKind.Word);
            bool start = outer == 0 || (tokens[outer - 1].Kind == TokenKind.Symbol && !tokens[outer - 1].Is(","));
            if (from < close && (ours || capitalised || (segment && start)) && Add(place, from, close, segment ? BySegment : ByBusiness, listed: segment && names.Count > 1) is { } candidate)
            {
                _ = segment ? candidate.Segment++ : candidate.Business++;
            }
        }
    }

    private void Sold(Place place, int noun)
    {
        List<Token> tokens = place.Sentence.Tokens;
        if (noun + 1 < tokens.Count && NounsAfterRevenue.Contains(tokens[noun + 1].Norm))
        {
            return;
        }

        int end = noun;
        while (end > 0 && (Basis.IsWord(tokens[end - 1].Lower) || tokens[end - 1].Norm is "segment" or "business" or "division" or "base" or "quarter" or "year" or "first" or "second" or "third" or "fourth" or "full" or "fiscal" || (tokens[end - 1].Is("'s") && end > 1 && !tokens[end - 2].IsCapitalised)))
        {
            end--;
        }

        int from = NameReader.Before(tokens, end, joint: end > 1 && (tokens[end - 1].IsCapitalised || (end == 3 && tokens[1].Is("and") && !tokens.Exists(t => t.Is("respectively")))));
        if (from < end && Regions.Of("rest_of_" + NameReader.Slug(tokens, from, end)) is { } && from > 1 && tokens[from - 1].Lower is "the" or "of")
        {
            from = tokens[from - 1].Is("the") ? from - 3 : from - 2;
        }

        // another company's
        if (from > 1 && tokens[from - 1].Is("'s") && tokens[from - 2].IsCapitalised && !own.Contains(tokens[from - 2].Norm))
        {
            return;
        }

        from = from > 0 && from < end && tokens[from - 1].Is("net") ? from - 1 : from;
        if (from >= 0 && from < end && Add(place, from, end, ByRevenue) is { } before)
        {
            before.Revenue++;
            before.Lead += Leads(tokens, from, noun) ? 1 : 0;
        }

        // revenues derived from X and Y
        int k = noun + 1;
        while (k < tokens.Count && tokens[k].Lower is "derived" or "generated" or "coming" or "contributed")
        {
            k++;
        }

        if (k >= tokens.Count || tokens[k].Lower is not ("from" or "in" or "of" or "for" or "at"))
        {
            return;
        }

        bool source = tokens[k].Is("from");
        do
        {
            k++;
            k = k < tokens.Count && tokens[k].Lower is "our" or "the" or "its" ? k + 1 : k;
            int close = NameReader.After(tokens, k, capitalised: !source);
            close = close > k + 1 && tokens[close - 1].Norm == "market" ? close - 1 : close;
            if (close > k && Add(place, k, close, ByRevenue) is { } after)
            {
                after.Revenue++;
            }

            k = close;
        }
        while (source && k < tokens.Count && tokens[k].Lower is "and" or ",");
    }

    // "Payments revenue grew", "Net sales comprised: rope sales of 8 million"
    private static bool Leads(List<Token> tokens, int from, int noun) =>
        (from == 0 || (from == 1 && tokens[0].Lower is "our" or "the") || (tokens[from - 1].Lower is "," or ":" or "and" && !QuantityReader.Read(tokens[..from]).Exists(q => q.Kind != QuantityKind.Plain)))
        && noun + 1 < tokens.Count && (tokens[noun + 1].Lower is "was" or "were" or "grew" or "rose" or "fell" or "came" or "totaled" or "of" or "increased" or "decreased" or "declined" or "also" or "improved" or "for" or "reached");

    // "Turning to Textiles." "In Residential, sales rose 5%."
    private void Opened(Place place, bool states)
    {
        List<Token> tokens = place.Sentence.Tokens;
        if (tokens.Count < 4)
        {
            return;
        }

        if (Turns.To(tokens) is { } turned)
        {
            Open(turned);
        }
        else if (states && tokens[tokens[0].Is("and") ? 1 : 0].Lower is "in" or "at" or "within" or "for" && tokens.Exists(t => t.Norm is "revenue" or "sale" or "ebitda" || t.Is("income") || t.Is("profit")))
        {
            int first = tokens[0].Is("and") ? 2 : 1;
            first += tokens[first].Lower is "our" or "the" ? 1 : 0;
            int close = NameReader.After(tokens, first, capitalised: true);
            if (close > first && close < tokens.Count && tokens[close].Lower is "," or "where" or ";")
            {
                Open((first, close));
            }
        }
        else if (states)
        {
            // "Yacht Care delivered 6% organic growth"
            int close = NameReader.After(tokens, 0, capitalised: true);
            if (close > 1 && close < tokens.Count && (Delivering.Contains(tokens[close].Lower) || (tokens[close].Is("'s") && close > 1 && kin.Contains(tokens[0].Norm) && tokens.FindIndex(close, Math.Min(5, tokens.Count - close), t => t.Norm is "result" or "revenue" or "sale") > 0)))
            {
                Open((0, close));
            }
        }
        else if (NameReader.After(tokens, 0, capitalised: true) is > 1 and int last && last < tokens.Count && tokens[last].Lower is "delivered" or "had" or "reported" or "posted" && tokens.Exists(t => t.Norm is "quarter" or "year") && tokens.Exists(t => t.Norm is "result" or "performance" or "quarter"))
        {
            // "Lake Cruises delivered excellent first quarter results"
            Open((0, last));
        }

        void Open((int First, int End) name)
        {
            if (Add(place, name.First, name.End, ByTopic) is { } candidate)
            {
                candidate.Topic++;
            }
        }
    }

    // "our island and regional segments": beside another a general word is a name too
    private Candidate? Add(Place place, int from, int end, int strength, bool listed = false)
    {
        List<Token> tokens = place.Sentence.Tokens;
        bool initials = NameReader.IsInitials(tokens, from);
        List<Token> words = [.. tokens.Skip(from).Take(end - from).Where(t => t.Kind == TokenKind.Word)];
        string slug = NameReader.Slug(tokens, from, end);
        if (slug.Length < 2 || !char.IsAsciiLetterLower(slug[0]) || words.Count == 0 || words.Count > 7 || (!initials && !(listed && words is [{ Norm: "regional" or "local" or "national" or "corporate" }]) && NameWords.IsEmpty(words) && Regions.Of(slug) is null))
        {
            return null;
        }

        string stem = Regions.Of(slug) ?? NameReader.Stem(slug.StartsWith("net_", StringComparison.Ordinal) ? slug[4..] : slug);
        if (own.Contains(stem))
        {
            return null;
        }

        if (!found.TryGetValue(stem, out Candidate? candidate))
        {
            found[stem] = candidate = new Candidate(stem) { Region = Regions.Of(slug) is not null };
        }

        string text = place.Sentence.Line.Text;
        candidate.Use(text[tokens[from].Start..tokens[end - 1].End], strength, place, from);
        return candidate;
    }
}
