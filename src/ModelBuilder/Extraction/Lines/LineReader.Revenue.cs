namespace ModelBuilder.Extraction;

/// <content>Revenue and the parts of the company that it may be of.</content>
internal sealed partial class LineReader
{
    private static readonly HashSet<string> TotalWords = new(StringComparer.Ordinal)
    {
        "total", "net", "consolidated", "our", "the", "company", "'s", "its", "their", "reported", "quarterly", "annual", "overall", "group", "record", "strong", "in", "and", "of", ",",
        "full", "year", "higher", "lower", "steady", "stable", "quarter", "a", "with", "expected", "expect", "now", "that", "organic", "adjusted", "non", "gaap", "entire", "whole", "company's",
        "increased", "increasing", "achieved", "achieving", "delivered", "generated", "recorded", "reaching", "representing", "from", "for", "by", "to", "or", "operating", "as", "(", "\"", "this",
        "enterprise", "but", "had", "assumes", "however,", "there", "said", "drove", "drives", "into", "about", "after", "before", "both", "improved", "made", "create", "more", "less", "any", "all", "such", "these", "those", "no", "into", "per", "most", "what", "how", "see", "i", "you", "they", "also", "still", "have", "has", "which", "where", "when", "while", "was", "were", "is", "if", "whose", "between", "on", "so", "because", "since", "billing", "sequential", "fiscal", "annualized", "over", "year's", "quarter's", "basis", "against", "versus", "vs", "with", "compared", "than", "month", "months", "rmb", "usd", "million", "billion", "thousand", "%", "$", "yuan",
        "positive", "negative", "strongest", "highest", "rising", "growing", "declining", "grew", "deliver", "generate", "achieve", "produce", "report", "record", "see", "increase", "grow", "drive", "reach", "post", "exceed", "anticipate", "anticipates", "forecast", "forecasts", "project", "projects", "guide", "guides", "target", "targets", "assume", "estimate", "estimates", "believe", "foresee", "continue", "where", "therefore", "thus", "today", "against", "-", "then", "however", "overall", "constant", "currency", "core", "underlying", "expects", "driving", "growth",
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

    private bool Blocked(int end) => end < tokens.Count && NounsAfter.Contains(tokens[end].Norm) && tokens[end].Start == tokens[end - 1].End + 1;

    private LineRef? Revenue(int first, int end)
    {
        if (tokens[first].Is("sale") || Blocked(end) || (end < tokens.Count && tokens[end].Lower is "basis" or "per") || IsPercentageOf(first))
        {
            return null;
        }

        string basis = Basis.Before(tokens, first);
        string written = string.Join(' ', tokens.Skip(first).Take(end - first).Select(t => t.Norm));
        bool total = written.StartsWith("total", StringComparison.Ordinal) || written.StartsWith("consolidated", StringComparison.Ordinal);

        // revenues (derived) from lake boats
        int k = end;
        bool of = false;
        while (k < tokens.Count && !claimed[k] && Links.Contains(tokens[k].Lower))
        {
            of |= tokens[k].Lower is "from" or "by" or "in" or "of" or "for";
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

        // "net sales for other goods and repairs decreased": a part without capitals, up to the verb
        if (!lexicon.KnowsCompany && end < tokens.Count && tokens[end].Is("for") && For(end + 1) is { } wares)
        {
            return new LineRef("revenue." + wares.Slug, basis, LineNature.Flow, first, wares.End) { Doubt = NamedByDocument };
        }

        // "revenue in our lake end market was"
        if (!lexicon.KnowsCompany && end + 1 < tokens.Count && tokens[end].Lower is "in" or "from" && tokens[end + 1].Lower is "our" or "the" && For(end + 1) is { } place && tokens[place.End - 1].Norm is "market" or "segment" or "business" or "division" or "channel" or "category" or "region" or "vertical" or "portfolio")
        {
            return new LineRef("revenue." + PartOf(place.Slug), basis, LineNature.Flow, first, place.End) { Doubt = NamedByDocument };
        }

        if (!lexicon.KnowsCompany && Elsewhere(end) is { } named)
        {
            return new LineRef("revenue." + named.Slug, basis, LineNature.Flow, first, named.End) { Doubt = NamedByDocument };
        }

        int back = first - 1;
        while (back >= 0 && Basis.IsWord(tokens[back].Lower) && !(tokens[back].Is("reported") && back > 0 && tokens[back - 1].IsCapitalised))
        {
            back--;
        }

        if (!lexicon.KnowsCompany && NameReader.IsInitials(tokens, back - 3))
        {
            return new LineRef("revenue.us", basis, LineNature.Flow, back - 3, end) { Doubt = NamedByDocument };
        }

        // "Finance segment revenues": the part is named before the word
        if (!lexicon.KnowsCompany && back > 0 && tokens[back].Norm is "segment" or "division" or "franchise" or "unit" && tokens[back - 1].Kind == TokenKind.Word && !TotalWords.Contains(tokens[back - 1].Lower) && !claimed[back - 1]
            && tokens[back - 1].Lower is not ("reportable" or "business" or "each" or "other" or "same" or "first" or "second" or "third" or "largest") && Named(back - 1, back, end, basis) is { } part0)
        {
            return part0;
        }

        // "men's revenue": those it is sold to
        if (!lexicon.KnowsCompany && back > 0 && tokens[back].Is("'s") && tokens[back - 1].Lower is "men" or "women" or "children" or "kids" or "boys" or "girls")
        {
            return new LineRef($"revenue.{tokens[back - 1].Lower}s", basis, LineNature.Flow, back - 1, end) { Doubt = NamedByDocument };
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

    // in -ing only what somebody does to revenue: "banking revenue" and "licensing revenue" are parts
    private static readonly HashSet<string> Doing = new(StringComparer.Ordinal)
    {
        "forecasting", "projecting", "anticipating", "guiding", "targeting", "planning", "assuming", "estimating", "generating", "driving", "growing", "increasing", "delivering", "recording", "reporting", "reaching", "achieving", "lowering", "decreasing", "reducing", "excluding", "including", "posting", "producing", "improving", "boosting", "expanding",
        "accelerating", "declining", "operating", "remaining", "adding", "resulting", "bringing", "pushing", "making", "having", "being", "ongoing", "recurring", "during", "offsetting", "comparing", "following", "reflecting", "representing", "expecting", "raising",
        "maintaining", "continuing", "exceeding", "using", "seeing", "looking", "remaining", "underlying", "according", "totaling", "compounding", "outstanding", "existing", "leading", "matching", "corresponding", "earning", "growing", "converting", "sustaining", "impacting", "affecting", "supporting", "falling", "rising",
    };

    private static bool PassingVerb(string word) => word.EndsWith("ed", StringComparison.Ordinal) || Doing.Contains(word);

    // "revenue from seed boats" beside segments that end in boats: the one of them not stated yet
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
            && !PassingVerb(tokens[from - 1].Lower) && (!Fillers.IsFiller(tokens[from - 1].Lower) || tokens[from - 1].Is("paid")))
        {
            from--;
        }

        string slug = Slug(tokens.Skip(from).Take(first - from).ToList());
        return slug.Length == 0 ? null : new LineRef("revenue." + PartOf(slug), basis, LineNature.Flow, from, end) { Doubt = NamedByDocument };
    }

    // what kind of part it is does not belong to its name
    private static string PartOf(string slug)
    {
        string name = new[] { "_end_market", "_market", "_segment", "_business", "_division", "_channel", "_category", "_vertical", "_region", "_portfolio" }.Where(e => slug.EndsWith(e, StringComparison.Ordinal)).Select(e => slug[..^e.Length]).FirstOrDefault(slug);
        return Regions.Of(name) ?? name;
    }

    private (string Slug, int End)? For(int from)
    {
        from = from < tokens.Count && tokens[from].Lower is "our" or "the" ? from + 1 : from;
        int close = from;
        while (close < tokens.Count && close < from + 6 && !claimed[close] && tokens[close].Kind == TokenKind.Word && !Says.Contains(tokens[close].Lower) && (close == from || !Fillers.IsFiller(tokens[close].Lower) || tokens[close].Lower is "and"))
        {
            close++;
        }

        return close > from && close < tokens.Count && Says.Contains(tokens[close].Lower) && tokens[close - 1].Norm is not ("company" or "group" or "quarter" or "year" or "period" or "half" or "month" or "consolidated")
            && Slug([.. tokens.Skip(from).Take(close - from)]) is { Length: > 2 } slug ? (Regions.Of(slug) ?? slug, close) : null;
    }

    // "revenues at Harbour Yards", "sales in Norway": a part or a place, named with capitals
    private (string Slug, int End)? Elsewhere(int end)
    {
        if (end + 1 >= tokens.Count || claimed[end] || tokens[end].Lower is not ("at" or "in" or "for"))
        {
            return null;
        }

        int from = tokens[end + 1].Lower is "the" or "our" ? end + 2 : end + 1;
        int close = from;
        while (close < tokens.Count && close < from + 4 && !claimed[close] && tokens[close].IsCapitalised && tokens[close].Text.Length > 1 && !PeriodReader.IsMonth(tokens[close]) && tokens[close].Lower is not (['q', _] or "fiscal" or "fy" or "the" or "gaap" or "non"))
        {
            close++;
        }

        return close > from && Slug([.. tokens.Skip(from).Take(close - from)]) is { Length: > 0 } slug ? (slug, close) : null;
    }

    // "services comparable sales": what stands before the name and is neither praise nor the whole
    private string? Before(int first)
    {
        int from = first;
        while (from > 0 && first - from < 2 && !claimed[from - 1] && tokens[from - 1].Kind == TokenKind.Word && !TotalWords.Contains(tokens[from - 1].Lower) && !PassingVerb(tokens[from - 1].Lower)
            && !Fillers.IsFiller(tokens[from - 1].Lower) && tokens[from - 1].Lower is not ("our" or "store" or "solid" or "better" or "worse" or "double" or "digit" or "single" or "mid" or "report" or "expect" or "good" or "healthy" or "impressive" or "outstanding" or "two" or "stack" or "generate" or "extraordinary" or "and"))
        {
            from--;
        }

        // a word in -ing is a part only where the sentence or clause begins with it: "computing comparable sales"
        if (from == first && from > 0 && tokens[from - 1].Lower.EndsWith("ing", StringComparison.Ordinal) && (from == 1 || tokens[from - 2].Lower is "," or "our"))
        {
            from--;
        }

        return Slug([.. tokens.Skip(from).Take(first - from)]);
    }

    // "a comparable sales decline of 3% in Norway"
    private string? Place(int end)
    {
        for (int k = end; k + 3 < tokens.Count && k < end + 6; k++)
        {
            if (tokens[k].Kind == TokenKind.Number && tokens[k + 1].Is("%") && tokens[k + 2].Is("in") && tokens[k + 3].IsCapitalised && !PeriodReader.IsMonth(tokens[k + 3]) && tokens[k + 3].Lower is not ['q', _])
            {
                return Slug([tokens[k + 3]]);
            }
        }

        return null;
    }

    /// <summary>A key's part from words: "global e-commerce" is global_ecommerce.</summary>
    public static string Slug(List<Token> words)
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
        slug = slug.EndsWith("_and", StringComparison.Ordinal) ? slug[..^4] : slug;
        return slug.Length > 0 && char.IsAsciiLetterOrDigit(slug[0]) ? slug : "";
    }
}
