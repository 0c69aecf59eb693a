namespace ModelBuilder.Extraction;

/// <summary>Finds the lines that a sentence names, with basis and part of the company.</summary>
internal sealed class LineReader
{
    private static readonly HashSet<string> TotalWords = new(StringComparer.Ordinal)
    {
        "total", "net", "consolidated", "our", "the", "company", "'s", "its", "their", "reported", "quarterly", "annual", "overall", "group", "record", "strong", "in", "and", "of", ",",
        "full", "year", "higher", "lower", "steady", "stable", "quarter", "a", "with", "expected", "expect", "now", "that", "organic", "adjusted", "non", "gaap", "entire", "whole", "company's",
        "increased", "increasing", "achieved", "achieving", "delivered", "generated", "recorded", "reaching", "representing", "from", "for", "by", "to", "or", "operating", "as", "(", "\"", "this",
        "enterprise", "but", "had", "assumes", "however,", "there", "said", "drove", "drives", "into", "about", "after", "before", "both", "improved", "made", "create", "more", "less", "any", "all", "such", "these", "those", "no", "into", "per", "most", "what", "how", "see", "i", "you", "they", "also", "still", "have", "has", "which", "where", "when", "while", "was", "were", "is", "if", "whose", "between", "on", "so", "because", "since", "billing", "sequential", "fiscal", "annualized", "over", "year's", "quarter's", "basis", "rmb", "usd", "million", "billion", "thousand", "%", "$", "yuan",
        "positive", "negative", "strongest", "highest", "rising", "growing", "declining", "grew", "-", "then", "however", "overall", "constant", "currency", "core", "underlying", "expects", "driving", "growth",
    };

    private static readonly HashSet<string> NounsAfter = new(StringComparer.Ordinal)
    {
        "commitment", "mix", "quality", "base", "contribution", "stream", "visibility", "expectation", "model", "concentration", "cycle", "synergy", "volume", "tax", "team", "force", "channel", "day", "representative", "person", "decline", "potential", "opportunity", "equivalent", "block",
    };

    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        "derived", "generated", "contributed", "coming", "earned", "from", "by", "in", "of", "our", "the", "its", "for",
    };

    private static readonly HashSet<string> ThisPart = new(StringComparer.Ordinal) { "business", "segment", "division", "unit", "part" };

    private const string NamedByDocument = "the part is named by the document, not by company.yaml";

    private readonly Lexicon lexicon;
    private readonly IReadOnlyList<Token> tokens;
    private readonly bool[] claimed;
    private readonly string? topic;
    private readonly HashSet<string> stated;

    private LineReader(Lexicon lexicon, IReadOnlyList<Token> tokens, bool[] claimed, string? topic, HashSet<string> stated)
    {
        this.lexicon = lexicon;
        this.tokens = tokens;
        this.claimed = claimed;
        this.topic = topic;
        this.stated = stated;
    }

    /// <summary>The lines in order.</summary>
    /// <param name="lexicon">The names.</param>
    /// <param name="tokens">The sentence.</param>
    /// <param name="claimed">Tokens of numbers and periods.</param>
    /// <param name="topic">The part of the company that is being talked about, or null.</param>
    /// <param name="stated">The segments whose revenue this passage has stated; filled further.</param>
    public static List<LineRef> Read(Lexicon lexicon, IReadOnlyList<Token> tokens, bool[] claimed, string? topic, HashSet<string> stated) =>
        new LineReader(lexicon, tokens, claimed, topic, stated).Run();

    private List<LineRef> Run()
    {
        List<LineRef> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (claimed[i] || tokens[i].Kind == TokenKind.Number)
            {
                continue;
            }

            LineRef? line = At(i, found.Count > 0 ? found[^1] : null);
            if (line is not null)
            {
                if (found.Count > 0 && found[^1].Weak && found[^1].End >= line.First)
                {
                    found.RemoveAt(found.Count - 1);
                }

                found.Add(line);
                i = line.End - 1;
            }
        }

        return found;
    }

    private bool Free(int i, int length)
    {
        for (int k = i; k < i + length; k++)
        {
            if (claimed[k])
            {
                return false;
            }
        }

        return true;
    }

    private LineRef? At(int i, LineRef? before)
    {
        bool own = lexicon.Own.TryAt(tokens, i, out Figures.LineKey key, out int ownLength) && Free(i, ownLength);
        bool part = lexicon.Parts.TryAt(tokens, i, out Part member, out int partLength) && Free(i, partLength);
        bool term = lexicon.Terms.TryAt(tokens, i, out Term general, out int termLength) && Free(i, termLength);
        if (own && ownLength >= (part ? partLength : 0) && ownLength >= (term ? termLength : 0))
        {
            string basis = key.Basis.Length > 0 ? key.Basis : lexicon.IsAdjustment(key.Name) ? "" : Basis.Before(tokens, i);
            return new LineRef(key.Name, basis, Vocabulary.NatureOf(key.Name), i, i + ownLength);
        }

        if (part && partLength >= (term ? termLength : 0))
        {
            return OfPart(i, i + partLength, member);
        }

        if (term)
        {
            return OfTerm(i, i + termLength, general, before);
        }

        return Adjustments.At(lexicon, tokens, i, claimed);
    }

    // "public cloud services revenue", "the AI business"
    private LineRef OfPart(int first, int end, Part part)
    {
        int next = end;
        while (next < tokens.Count && (tokens[next].Norm is "service" or "business" or "segment" or "related" or "product" or "division" or "unit" || tokens[next].Lower is "'s"))
        {
            next++;
        }

        int close = next;
        while (next < tokens.Count && Basis.IsWord(tokens[next].Lower))
        {
            next++;
        }

        if (next < tokens.Count && !claimed[next] && lexicon.Terms.TryAt(tokens, next, out Term term, out int length) && term.Key.Length > 0 && !Blocked(next + length))
        {
            string key = Qualified(term.Key, part.Member);
            return new LineRef(key, Basis.Before(tokens, first) is { Length: > 0 } b ? b : Basis.Between(tokens, end, next), Vocabulary.NatureOf(key), first, next + length) { Loss = term.Loss };
        }

        return new LineRef("revenue." + part.Member, Basis.Before(tokens, first), LineNature.Flow, first, close) { Weak = true };
    }

    private LineRef? OfTerm(int first, int end, Term term, LineRef? before)
    {
        if (term.Key == "revenue.total")
        {
            return Revenue(first, end);
        }

        if (term.Key == "gross_billings")
        {
            string? only = before is { Weak: true } ? "gross_billings." + before.Key[8..] : null;
            string? billings = only is not null && lexicon.Has(only) ? only : lexicon.OnlyOf("gross_billings");
            return billings is null ? null : new LineRef(billings, "", LineNature.Flow, first, end);
        }

        string text = string.Join(' ', tokens.Skip(first).Take(end - first).Select(t => t.Lower));
        string? doubt = Vocabulary.Misheard.TryGetValue(text, out string? meant) ? $"'{text}' read as {meant}" : null;
        if (term.Key == "cash" && end - first == 1 && (next(end) is "flow" or "inflow" or "outflow" or "burn" or "generation" or "foe" or "generated" or "provided"))
        {
            return null;
        }

        string key = term.Key;
        if (key.Length > 0 && Qualifier(first) is { } part && (Vocabulary.ProfitOf(key) is not null || Vocabulary.MarginOf(key) is not null || key is "same_store_sales" or "selling_general_administrative"))
        {
            key = $"{key}.{part}";
        }

        return new LineRef(key, key.Length == 0 ? "" : Basis.Before(tokens, first), term.Nature, first, end) { Loss = term.Loss, Doubt = doubt };

        string next(int k) => k >= 0 && k < tokens.Count ? tokens[k].Norm : "";
    }

    // a part named just before a margin or profit: "Hardware operating margin"; a part that ends there was read already
    private string? Qualifier(int first)
    {
        for (int k = first - 1; k >= 0 && k >= first - 4; k--)
        {
            if (Basis.IsWord(tokens[k].Lower))
            {
                continue;
            }

            for (int length = 1; length <= 4 && k - length + 1 >= 0; length++)
            {
                if (lexicon.Parts.TryAt(tokens, k - length + 1, out Part part, out int matched) && matched == length)
                {
                    return part.Member;
                }
            }

            return null;
        }

        return null;
    }

    private static string Qualified(string key, string member) => key switch
    {
        "revenue.total" => "revenue." + member,
        "gross_billings" => "gross_billings." + member,
        _ => $"{key}.{member}",
    };

    private bool Blocked(int end) => end < tokens.Count && NounsAfter.Contains(tokens[end].Norm) && tokens[end].Start == tokens[end - 1].End + 1;

    private LineRef? Revenue(int first, int end)
    {
        if (Blocked(end) || (end < tokens.Count && tokens[end].Is("basis")) || IsPercentageOf(first))
        {
            return null;
        }

        string basis = Basis.Before(tokens, first);
        string written = string.Join(' ', tokens.Skip(first).Take(end - first).Select(t => t.Norm));
        bool total = written.StartsWith("total", StringComparison.Ordinal) || written.StartsWith("consolidated", StringComparison.Ordinal);

        // revenues (derived) from public cloud services
        int k = end;
        bool of = false;
        while (k < tokens.Count && !claimed[k] && Links.Contains(tokens[k].Lower))
        {
            of |= tokens[k].Lower is "from" or "by" or "in" or "of";
            k++;
        }

        if (of && k < tokens.Count && !claimed[k])
        {
            if (lexicon.Parts.TryAt(tokens, k, out Part part, out int length))
            {
                stated.Add(part.Member);
                int close = k + length;
                while (close < tokens.Count && tokens[close].Norm is "service" or "business" or "segment")
                {
                    close++;
                }

                return new LineRef("revenue." + part.Member, basis, LineNature.Flow, first, close);
            }

            if (tokens[k].Is("this") && k + 1 < tokens.Count && ThisPart.Contains(tokens[k + 1].Norm) && topic is not null)
            {
                stated.Add(topic);
                return new LineRef("revenue." + topic, basis, LineNature.Flow, first, k + 2);
            }

            if (Garbled(k) is { } heard)
            {
                return heard with { Basis = basis, First = first };
            }

            // "revenues from data content", a part that nothing else names
            bool from = Enumerable.Range(end, k - end).Any(i => tokens[i].Lower is "from" or "by");
            if (from && tokens[k].Kind == TokenKind.Word && tokens[k].Norm is not ("continuing" or "operation" or "customer" or "client" or "all"))
            {
                int close = k;
                while (close < tokens.Count && close < k + 4 && !claimed[close] && tokens[close].Kind == TokenKind.Word && !Fillers.IsFiller(tokens[close].Lower))
                {
                    close++;
                }

                string slug = lexicon.KnowsCompany ? "" : Slug([.. tokens.Skip(k).Take(close - k)]);
                return slug.Length > 0
                    ? new LineRef("revenue." + slug, basis, LineNature.Flow, first, close) { Doubt = NamedByDocument }
                    : new LineRef("revenue.total", basis, LineNature.Flow, first, end) { Foreign = true };
            }
        }

        int back = first - 1;
        while (back >= 0 && Basis.IsWord(tokens[back].Lower))
        {
            back--;
        }

        bool plain = back < 0 || claimed[back] || tokens[back].Kind != TokenKind.Word || tokens[back].Norm is "segment" or "division" || TotalWords.Contains(tokens[back].Lower) || PassingVerb(tokens[back].Lower);
        if (!plain)
        {
            return lexicon.KnowsCompany ? new LineRef("revenue.total", basis, LineNature.Flow, first, end) { Foreign = true } : Named(back, first, end, basis);
        }

        return new LineRef("revenue.total", basis, LineNature.Flow, first, end) { Bare = !total };
    }

    // "as a percentage of sales" says what a ratio is of
    private bool IsPercentageOf(int first)
    {
        int k = first - 1;
        while (k >= 0 && (Basis.IsWord(tokens[k].Lower) || tokens[k].Lower is "the"))
        {
            k--;
        }

        return k >= 1 && tokens[k].Is("of") && tokens[k - 1].Lower is "percentage" or "percent";
    }

    private static bool PassingVerb(string word) => word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal);

    // "revenue from animals cloud" beside segments that end in cloud: the one of them not stated yet
    private LineRef? Garbled(int k)
    {
        for (int w = k + 1; w < tokens.Count && w <= k + 2; w++)
        {
            string head = tokens[w].Norm;
            var alike = lexicon.Segments.Where(s => s.Head == head && !stated.Contains(s.Member)).ToList();
            if (alike.Count == 1 && lexicon.Segments.Count(s => s.Head == head) > 1 && stated.Count > 0)
            {
                string said = string.Join(' ', tokens.Skip(k).Take(w - k + 1).Select(t => t.Text));
                stated.Add(alike[0].Member);
                return new LineRef("revenue." + alike[0].Member, "", LineNature.Flow, k, w + 1) { Doubt = $"'{said}' read as {alike[0].Label}" };
            }
        }

        return null;
    }

    // without a company: "net advertising revenues" is revenue.net_advertising
    private LineRef? Named(int back, int first, int end, string basis)
    {
        int from = back;
        while (from > 0 && back - from < 3 && !claimed[from - 1] && tokens[from - 1].Kind == TokenKind.Word && !TotalWords.Contains(tokens[from - 1].Lower)
            && !PassingVerb(tokens[from - 1].Lower) && !Fillers.IsFiller(tokens[from - 1].Lower))
        {
            from--;
        }

        string slug = Slug(tokens.Skip(from).Take(first - from).ToList());
        return slug.Length == 0 ? null : new LineRef("revenue." + slug, basis, LineNature.Flow, from, end) { Doubt = NamedByDocument };
    }

    /// <summary>A key's part from words: "global e-commerce" is global_ecommerce.</summary>
    public static string Slug(IReadOnlyList<Token> words)
    {
        System.Text.StringBuilder text = new();
        for (int i = 0; i < words.Count; i++)
        {
            bool joined = i > 0 && words[i].Hyphenated && words[i - 1].Text.Length == 1;
            string word = new([.. words[i].Lower.Where(char.IsAsciiLetterOrDigit)]);
            if (word.Length == 0 || Basis.IsWord(word))
            {
                continue;
            }

            text.Append(text.Length > 0 && !joined ? "_" : "").Append(word);
        }

        string slug = text.ToString().Trim('_');
        return slug.Length > 0 && char.IsAsciiLetterOrDigit(slug[0]) ? slug : "";
    }
}
