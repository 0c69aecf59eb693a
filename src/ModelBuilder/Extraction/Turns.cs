namespace ModelBuilder.Extraction;

/// <summary>How a speaker turns to another part of the company, and the name that a document gives it there: "Moving now to Harbours."</summary>
internal static class Turns
{
    // a turn comes with the first words of its sentence
    private const int Reach = 14;

    private static readonly string[] Openings =
    [
        "in terms of", "looking at", "within our", "in our", "as for", "regarding", "with regard to",
        "in regards to", "next ,", "for our", "within the", "in the", "for the", "we show our", "we highlight our", "we review our", "with respect to", "on the", "from our",
    ];

    private static readonly Dictionary<string, string[][]> Phrases = Openings.Select(o => o.Split(' ')).GroupBy(o => o[0]).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>A name as the last part of keys.</summary>
    public static string Slug(List<Token> tokens, (int First, int End) name) => LineReader.Slug([.. tokens.Skip(name.First).Take(name.End - name.First)]) is var slug && Regions.Of(slug) is { } place ? place : slug;

    /// <summary>The tokens of the name to which a sentence turns, or null.</summary>
    public static (int First, int End)? To(List<Token> tokens)
    {
        for (int i = 0; i < Math.Min(tokens.Count, Reach); i++)
        {
            if (At(tokens, i) is > 0 and int length && (Named(tokens, Behind(tokens, i + length)) ?? Paged(tokens, i + length)) is { } name)
            {
                return name;
            }
        }

        return Last(tokens);
    }

    /// <summary>True where a sentence announces what comes next, rather than mentions a part in passing.</summary>
    public static bool Announces(List<Token> tokens)
    {
        for (int i = 0; i < Math.Min(tokens.Count, Reach); i++)
        {
            if (At(tokens, i) > 0)
            {
                return true;
            }
        }

        return Last(tokens) is not null || (tokens.Count > 0 && Opening(tokens, 0) > 0 && Opened(tokens) is null);
    }

    /// <summary>How many words at a token say that another part's turn has come: "moving on to", "now to", "let's start with".</summary>
    public static int At(List<Token> tokens, int i)
    {
        int k = i + (tokens[i].Lower is "moving" or "turning" or "shifting" or "switching" or "starting" or "beginning" or "start" or "turn" or "move" or "now" ? 1 : 0);
        while (k > i && k < tokens.Count && k < i + 4 && tokens[k].Lower is "on" or "now" or "next" or "over" or "ahead" or "then" or "first" or "off" or "turning" or "moving" or "back" or "our" or "attention")
        {
            k++;
        }

        return k > i && k + 1 < tokens.Count && (tokens[k].Lower is "to" or "onto" || (tokens[k].Is("with") && tokens[i].Lower is "start" or "starting" or "beginning")) ? k + 1 - i : 0;
    }

    /// <summary>"And finally, Harbours, which is slide ten."</summary>
    public static (int First, int End)? Last(List<Token> tokens)
    {
        int i = tokens.Count > 0 && tokens[0].Lower is "and" or "then" ? 1 : 0;
        bool opens = i + 2 < tokens.Count && tokens[i].Lower is "finally" or "lastly" or "next" && tokens[i + 1].Is(",") && tokens[i + 2].IsCapitalised;
        int end = i + 2;
        while (opens && end < tokens.Count && end < i + 8 && (tokens[end].IsCapitalised || tokens[end].Text is "&" or "and"))
        {
            end++;
        }

        return opens && (end == tokens.Count || tokens[end].Lower is "," or ".") ? Named(tokens, i + 2) : null;
    }

    /// <summary>The token behind "page nine,", which is no name.</summary>
    public static int Behind(List<Token> tokens, int from) =>
        from + 2 < tokens.Count && tokens[from].Norm is "slide" or "page" && tokens[from + 2].Is(",") ? from + 3 : from;

    /// <summary>"Shifting to Harbour &amp; Sons on slide five": a name with capitals is a part, unless it is a statement or a page.</summary>
    public static (int First, int End)? Named(List<Token> tokens, int from)
    {
        int first = from;
        while (first < tokens.Count && tokens[first].Lower is "our" or "the" or "on" or "to" or "now" or "in")
        {
            first++;
        }

        int end = first;
        while (end < tokens.Count && end < first + 5 && (tokens[end].IsCapitalised || (end > first && tokens[end].Text is "&" or "and" && end + 1 < tokens.Count && tokens[end + 1].IsCapitalised)))
        {
            end++;
        }

        return end == first || IsStatement(tokens, first, end) || Slug(tokens, (first, end)).Length < 2 ? null : (first, end);
    }

    // "Let's turn to page 10, harbour and lake cruises continue to do well": a subject without capitals
    private static (int First, int End)? Paged(List<Token> tokens, int from)
    {
        int first = Behind(tokens, from), end = first;
        while (first > from && end < tokens.Count && end < first + 6 && (NameWords.IsName(tokens[end]) || (end > first && tokens[end].Lower is "and" or "&")))
        {
            end++;
        }

        return end > first && end < tokens.Count && tokens[end].Lower is "continue" or "continues" or "continued" or "delivered" or "had" or "saw" or "posted" or "generated" or "achieved" or "performed" && !NameWords.IsEmpty(tokens[first..end]) && !IsStatement(tokens, first, end) ? (first, end) : null;
    }

    private static bool IsStatement(List<Token> tokens, int first, int end) =>
        tokens.Skip(first).Take(end - first).Any(t => t.Norm is "slide" or "page" or "q" or "q1" or "q2" or "q3" or "q4" or "first" or "second" or "third" or "fourth" or "full" or "gaap" or "non" or "ebitda" or "eps" or "cash" or "balance" or "capital" or "guidance" or "outlook" or "fiscal" or "result"
            or "sg" or "r" or "i" or "covid" or "tax" or "net" or "gross" or "operating" or "expense" or "revenue" or "liquidity" or "esg" or "financial" or "chart" or "debt" or "free" or "consolidated" or "company");

    /// <summary>"At Harbour Systems, revenues were": a name with capitals before the first comma.</summary>
    public static (int First, int End)? Opened(List<Token> tokens)
    {
        if (tokens.Count <= 4 || tokens[0].Lower is not ("at" or "in" or "within" or "for" or "across"))
        {
            return null;
        }

        if (Noun(tokens) is { } called)
        {
            return called;
        }

        int comma = 2;
        while (comma < tokens.Count && comma < 7 && !tokens[comma].Is(","))
        {
            comma++;
        }

        bool name = comma < tokens.Count && tokens[comma].Is(",") && tokens[1].IsCapitalised && !tokens.Take(comma).Any(t => t.Kind == TokenKind.Number || PeriodReader.IsMonth(t) || t.Norm is "quarter" or "year" or "half" or "summary" or "total" or "term" or "addition" or "fact" or "line" or "example" or "answer" or "today" or "example");
        return name ? Named(tokens, 1) : null;
    }

    // "In our online channel, sales were": a name without capitals, told by the noun behind it
    private static (int First, int End)? Noun(List<Token> tokens)
    {
        int noun = tokens[1].Lower is "our" or "the" ? tokens.FindIndex(2, Math.Min(6, tokens.Count - 2), t => t.Is(",")) - 1 : -1;
        return noun > 2 && tokens[noun].Norm is "channel" or "segment" or "division" or "category" or "franchise" or "banner" or "geography" && tokens.Take(noun).Skip(2).All(t => t.Kind == TokenKind.Word && !Fillers.IsFiller(t.Lower) && t.Lower is not ("other" or "same" or "first" or "each")) && Slug(tokens, (2, noun)).Length > 1 ? (2, noun) : null;
    }

    /// <summary>"North America delivered sales growth of", "The Harbour Tools segment had": a region or a part before the verb.</summary>
    public static (int First, int End)? Subject(List<Token> tokens)
    {
        int first = tokens.Count > 0 && tokens[0].Lower is "the" or "our" ? 1 : 0, end = first;
        while (end < tokens.Count && end < first + 6 && (tokens[end].IsCapitalised || (end > first && tokens[end].Text is "&" or "and")))
        {
            end++;
        }

        bool part = end > first && end < tokens.Count && tokens[end].Norm is "segment" or "business" or "division";
        int verb = part ? end + 1 : end;
        bool subject = end > first && verb < tokens.Count && tokens[verb].Lower is "delivered" or "had" or "saw" or "posted" or "reported" or "achieved" or "generated" or "recorded" or "produced" or "continued" or "again" or "also" or "experienced";
        return subject && Slug(tokens, (first, end)) is { Length: > 1 } slug && (part || Regions.Of(slug) is not null || Enumerable.Range(first, end - first).Any(i => Regions.Of(Slug(tokens, (i, end))) is not null)) ? (first, end) : null;
    }

    /// <summary>The length of the words before the name in "in terms of", "as for"; 0 where there are none.</summary>
    public static int Opening(List<Token> tokens, int i)
    {
        foreach (string[] opening in Phrases.GetValueOrDefault(tokens[i].Lower, []))
        {
            if (i + opening.Length < tokens.Count && Matches(tokens, i, opening))
            {
                return opening.Length;
            }
        }

        return 0;
    }

    private static bool Matches(List<Token> tokens, int i, string[] words)
    {
        for (int k = 1; k < words.Length; k++)
        {
            if (tokens[i + k].Lower != words[k])
            {
                return false;
            }
        }

        return true;
    }
}
