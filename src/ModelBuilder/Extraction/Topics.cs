namespace ModelBuilder.Extraction;

/// <summary>The part of the company that a passage is about: "Moving on to the boat business. Revenue was ..."</summary>
internal static class Topics
{
    private static readonly string[] Openings =
    [
        "in terms of", "looking at", "within our", "in our", "as for", "regarding", "with regard to",
        "in regards to", "next ,", "for our", "within the", "in the", "for the", "we show our", "we highlight our", "we review our", "with respect to", "on the", "from our",
    ];

    /// <summary>The part that a sentence turns to, and whether it does turn.</summary>
    public static (string? Part, bool Turns) Turn(Sentence sentence, Lexicon lexicon)
    {
        List<Token> tokens = sentence.Tokens;
        if (!lexicon.KnowsCompany && tokens.Count > 4 && tokens[0].Lower is "at" or "in" or "within" or "for" or "across" && OpeningName(tokens) is { } place)
        {
            return (place, true);
        }

        if (!lexicon.KnowsCompany && Last(tokens) is { } last)
        {
            return (last, true);
        }

        // "moving on to the segments, starting with lake boats": a turn that names no part leaves it to the next one
        bool turned = false;
        for (int i = 0; i < Math.Min(tokens.Count, 14); i++)
        {
            int turn = Turning(tokens, i);
            int length = turn > 0 ? turn : Opening(tokens, i);
            for (int k = i + length; length > 0 && k < Math.Min(tokens.Count, i + length + (turn > 0 ? 12 : 3)) && !tokens[k].Is(","); k++)
            {
                if (lexicon.Parts.TryAt(tokens, k, out Part part, out _) && (turn > 0 || part.IsSegment))
                {
                    return (part.Member, true);
                }
            }

            turned |= turn > 0;
            if (turn > 0 && !lexicon.KnowsCompany && Named(tokens, Behind(tokens, i + length)) is { } named)
            {
                return (named, true);
            }
        }

        return (null, turned);
    }

    // "moving on to", "turning now to", "now to", "let's start with": how many words say that another part's turn has come
    private static int Turning(List<Token> tokens, int i)
    {
        int k = i + (tokens[i].Lower is "moving" or "turning" or "shifting" or "switching" or "starting" or "beginning" or "start" or "turn" or "move" or "now" ? 1 : 0);
        while (k > i && k < tokens.Count && k < i + 4 && tokens[k].Lower is "on" or "now" or "next" or "over" or "ahead" or "then" or "first" or "off" or "turning" or "moving" or "back" or "our" or "attention")
        {
            k++;
        }

        return k > i && k + 1 < tokens.Count && (tokens[k].Lower is "to" or "onto" || (tokens[k].Is("with") && tokens[i].Lower is "start" or "starting" or "beginning")) ? k + 1 - i : 0;
    }

    // "And finally, Harbours, which is slide ten."
    private static string? Last(List<Token> tokens)
    {
        int i = tokens[0].Lower is "and" or "then" ? 1 : 0;
        bool opens = i + 2 < tokens.Count && tokens[i].Lower is "finally" or "lastly" or "next" && tokens[i + 1].Is(",") && tokens[i + 2].IsCapitalised;
        int end = i + 2;
        while (opens && end < tokens.Count && end < i + 8 && (tokens[end].IsCapitalised || tokens[end].Text is "&" or "and"))
        {
            end++;
        }

        return opens && (end == tokens.Count || tokens[end].Lower is "," or ".") ? Named(tokens, i + 2) : null;
    }

    // "to page nine, Harbours": the page is no name
    private static int Behind(List<Token> tokens, int from) =>
        from + 2 < tokens.Count && tokens[from].Norm is "slide" or "page" && tokens[from + 2].Is(",") ? from + 3 : from;

    // "Shifting to Harbour & Sons on slide five": a name with capitals is a part, unless it is a statement or a page
    private static string? Named(List<Token> tokens, int from)
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

        bool statement = end == first || tokens.Skip(first).Take(end - first).Any(t => t.Norm is "slide" or "page" or "q" or "q1" or "q2" or "q3" or "q4" or "first" or "second" or "third" or "fourth" or "full" or "gaap" or "non" or "ebitda" or "eps" or "cash" or "balance" or "capital" or "guidance" or "outlook" or "fiscal" or "result"
            or "sg" or "r" or "i" or "covid" or "tax" or "net" or "gross" or "operating" or "expense" or "revenue" or "liquidity" or "esg" or "financial" or "chart" or "debt" or "free" or "consolidated" or "company");
        return statement ? null : LineReader.Slug([.. tokens.Skip(first).Take(end - first)]) is { Length: > 1 } slug ? slug : null;
    }

    // "At Harbour Systems, revenues were": a name with capitals before the first comma
    private static string? OpeningName(List<Token> tokens)
    {
        int comma = 2;
        while (comma < tokens.Count && comma < 7 && !tokens[comma].Is(","))
        {
            comma++;
        }

        bool name = comma < tokens.Count && tokens[comma].Is(",") && tokens[1].IsCapitalised && !tokens.Take(comma).Any(t => t.Kind == TokenKind.Number || PeriodReader.IsMonth(t) || t.Norm is "quarter" or "year" or "half" or "summary" or "total" or "term" or "addition" or "fact" or "line" or "example" or "answer" or "today" or "example");
        return name && Named(tokens, 1) is { } slug ? slug : null;
    }

    /// <summary>The segment that a question names first, or null.</summary>
    public static string? Of(Sentence sentence, Lexicon lexicon)
    {
        for (int i = 0; i < sentence.Tokens.Count; i++)
        {
            if (lexicon.Parts.TryAt(sentence.Tokens, i, out Part part, out _) && part.IsSegment)
            {
                return part.Member;
            }
        }

        return null;
    }

    /// <summary>The lines with bare revenue given to the part that is talked about.</summary>
    public static List<LineRef> Apply(Clause clause, Passage passage, Lexicon lexicon, string? here, bool answer, int life)
    {
        bool fresh = passage.Topic is not null && passage.TopicAge <= life;
        List<LineRef> lines = [];
        foreach (LineRef line in clause.Lines)
        {
            string? part = Subject(clause, line) ?? (here is not null && line.First > 0 ? here : fresh ? passage.Topic : null);
            if (line is { Key: "revenue.total", Basis: "organic", Bare: true, First: <= 2 } && passage.LastRevenue is { } sold)
            {
                lines.Add(line with { Key = sold, Bare = false });
                continue;
            }

            bool segmentWord = line.First > 0 && clause.Word(line.First - 1) is "segment" or "division";
            bool whole = line.First > 0 && clause.Word(line.First - 1) is "of" or "to" && !clause.Tokens[line.First].Is("organic");
            bool ours = whole || (line.First > 0 && clause.Word(line.First - 1) is "our" or "company" or "consolidated" or "'s");
            if (line is { Key: "revenue.total", Foreign: false } && part is not null && !ours && (line.Bare || (passage.TopicAge <= 1 && here is null && line.First <= 1)) && (lexicon.Has("revenue." + part) || !lexicon.KnowsCompany))
            {
                passage.Stated.Add(part);
                lines.Add(line with { Key = "revenue." + part, Bare = false });
            }
            else if (segmentWord && passage.Topic is not null && line.Key == "revenue.total")
            {
                lines.Add(line with { Key = "revenue." + passage.Topic, Bare = false });
            }
            else if (answer && line is { Key: "revenue.total", Bare: true } && passage.QuestionTopic is { } asked && clause.Quantities.Any(q => line.First - q.End is 0 or 1))
            {
                lines.Add(line with { Key = "revenue." + asked, Doubt = "the part of the company is that of the question" });
            }
            else if (here is not null && !lexicon.KnowsCompany && !ours && !segmentWord && clause.Word(0) is "at" or "in" or "within" or "for" or "across" && line.First <= 12 && line.Key is "operating_income" or "operating_margin" or "gross_margin" or "gross_profit" or "ebitda" or "ebitda_margin" or "same_store_sales" or "orders" or "backlog")
            {
                lines.Add(line with { Key = $"{line.Key}.{here}" });
            }
            else if (line.Key == "same_store_sales" && fresh && passage.TopicAge <= 2 && clause.Word(0) is "this")
            {
                lines.Add(line with { Key = $"{line.Key}.{passage.Topic}" });
            }
            else if (line.Key is "operating_margin" or "gross_margin" or "operating_income" && fresh && here is null && passage.TopicAge <= 6 && !lexicon.KnowsCompany && segmentWord)
            {
                lines.Add(line with { Key = $"{line.Key}.{passage.Topic}" });
            }
            else
            {
                if (line.Key.StartsWith("revenue.", StringComparison.Ordinal) && line.Key != "revenue.total" && !line.Weak)
                {
                    passage.Stated.Add(line.Key[8..]);
                }

                lines.Add(line);
            }
        }

        return lines;
    }

    // "Sea boats also saw a revenue increase": the part is the subject of the sentence, and so of all that it says until another one comes
    private static string? Subject(Clause clause, LineRef line)
    {
        LineRef? weak = clause.Lines.LastOrDefault(l => l.Weak && l.End <= line.First);
        if (!line.Bare || weak is null || clause.Lines.Any(l => l != weak && l.First > weak.First && l.First < line.First))
        {
            return null;
        }

        bool opens = weak.First == 0 || (weak.First == 1 && clause.Word(0) is "our" or "the");
        for (int i = weak.End; i < line.First; i++)
        {
            bool passed = opens ? clause.Word(i) is not ("we" or "our" or "total" or "company" or "while" or "as" or "offset" or "despite" or "excluding" or "of" or ";" or "where" or "which")
                : clause.Claimed[i] || Fillers.IsFiller(clause.Word(i)) || clause.Word(i) is "with" || Basis.IsWord(clause.Word(i));
            if (!passed)
            {
                return null;
            }
        }

        return clause.Word(weak.First - 1) is "excluding" || clause.Word(weak.First - 2) is "excluding" ? null : weak.Key[8..];
    }

    private static readonly Dictionary<string, string[][]> Phrases = Openings.Select(o => o.Split(' ')).GroupBy(o => o[0]).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static int Opening(List<Token> tokens, int i)
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
