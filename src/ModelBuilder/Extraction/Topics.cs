namespace ModelBuilder.Extraction;

/// <summary>The part of the company that a passage is about: "Moving on to the boat business. Revenue was ..."</summary>
internal static class Topics
{
    private static readonly string[] Openings =
    [
        "moving on to", "moving onto", "moving to", "moving next to", "turning to", "turning now to", "now turning to", "turning next to", "start with", "starting with", "in terms of", "looking at", "within our", "in our", "as for", "regarding", "with regard to",
        "in regards to", "let's turn to", "next ,", "for our", "shifting to", "within the", "in the", "for the", "we show our", "we highlight our", "we review our", "with respect to", "on the", "from our",
    ];

    /// <summary>The part that a sentence turns to, and whether it does turn.</summary>
    public static (string? Part, bool Turns) Turn(Sentence sentence, Lexicon lexicon)
    {
        IReadOnlyList<Token> tokens = sentence.Tokens;
        if (!lexicon.KnowsCompany && tokens.Count > 4 && tokens[0].Lower is "at" or "in" or "within" or "for" or "across" && OpeningName(tokens) is { } place)
        {
            return (place, true);
        }

        if (!lexicon.KnowsCompany && OpeningSubject(tokens) is { } subject)
        {
            return (subject, true);
        }

        for (int i = 0; i < Math.Min(tokens.Count, 14); i++)
        {
            foreach (string[] opening in Phrases)
            {
                if (i + opening.Length >= tokens.Count || !Matches(tokens, i, opening))
                {
                    continue;
                }

                bool strong = opening[0] is "moving" or "turning" or "start" or "starting" or "shifting" or "let's" or "now";
                for (int k = i + opening.Length; k < Math.Min(tokens.Count, i + opening.Length + (strong ? 12 : 3)); k++)
                {
                    if (tokens[k].Is(","))
                    {
                        break;
                    }

                    if (lexicon.Parts.TryAt(tokens, k, out Part part, out _) && (strong || part.IsSegment))
                    {
                        return (part.Member, true);
                    }
                }

                if (strong)
                {
                    return (lexicon.KnowsCompany ? null : Named(tokens, i + opening.Length), true);
                }
            }
        }

        return (null, false);
    }

    // "Shifting to Harbour & Sons on slide five": a name with capitals is a part, unless it is a statement or a page
    private static string? Named(IReadOnlyList<Token> tokens, int from)
    {
        int first = from;
        while (first < tokens.Count && tokens[first].Lower is "our" or "the" or "on" or "to" or "now" or "in")
        {
            first++;
        }

        int end = first;
        while (end < tokens.Count && end < first + 5 && (tokens[end].IsCapitalised || (end > first && tokens[end].Text is "&" && end + 1 < tokens.Count && tokens[end + 1].IsCapitalised)))
        {
            end++;
        }

        bool statement = end == first || tokens.Skip(first).Take(end - first).Any(t => t.Norm is "slide" or "page" or "q" or "q1" or "q2" or "q3" or "q4" or "first" or "second" or "third" or "fourth" or "full" or "gaap" or "non" or "ebitda" or "eps" or "cash" or "balance" or "capital" or "guidance" or "outlook" or "fiscal" or "result"
            or "sg" or "r" or "i" or "covid" or "tax" or "net" or "gross" or "operating" or "expense" or "revenue" or "liquidity" or "esg" or "financial" or "chart" or "debt" or "free" or "consolidated" or "company");
        return statement ? null : LineReader.Slug([.. tokens.Skip(first).Take(end - first)]) is { Length: > 1 } slug ? slug : null;
    }

    // "North America delivered sales growth of", "The Harbour Tools segment had": a region or a part before the verb
    private static string? OpeningSubject(IReadOnlyList<Token> tokens)
    {
        int first = tokens.Count > 0 && tokens[0].Lower is "the" or "our" ? 1 : 0, end = first;
        while (end < tokens.Count && end < first + 6 && (tokens[end].IsCapitalised || (end > first && tokens[end].Text is "&" or "and")))
        {
            end++;
        }

        bool part = end > first && end < tokens.Count && tokens[end].Norm is "segment" or "business" or "division";
        int verb = part ? end + 1 : end;
        if (end == first || verb >= tokens.Count || tokens[verb].Lower is not ("delivered" or "had" or "saw" or "posted" or "reported" or "achieved" or "generated" or "recorded" or "produced" or "continued" or "again" or "also" or "experienced"))
        {
            return null;
        }

        string slug = LineReader.Slug([.. tokens.Skip(first).Take(end - first)]);
        return slug.Length > 1 && (part || Regions.Of(slug) is not null) ? slug : null;
    }

    // "At Harbour Systems, revenues were": a name with capitals before the first comma
    private static string? OpeningName(IReadOnlyList<Token> tokens)
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

    // "Sea boats also saw a revenue increase": the part is the subject of the sentence
    private static string? Subject(Clause clause, LineRef line)
    {
        LineRef? weak = clause.Lines.LastOrDefault(l => l.Weak && l.End <= line.First);
        if (!line.Bare || weak is null || clause.Lines.Any(l => l != weak && l.First > weak.First && l.First < line.First))
        {
            return null;
        }

        for (int i = weak.End; i < line.First; i++)
        {
            if (!clause.Claimed[i] && !Fillers.IsFiller(clause.Word(i)) && clause.Word(i) is not "with" && !Basis.IsWord(clause.Word(i)))
            {
                return null;
            }
        }

        return clause.Word(weak.First - 1) is "excluding" || clause.Word(weak.First - 2) is "excluding" ? null : weak.Key[8..];
    }

    private static readonly string[][] Phrases = [.. Openings.Select(o => o.Split(' '))];

    private static bool Matches(IReadOnlyList<Token> tokens, int i, string[] words)
    {
        for (int k = 0; k < words.Length; k++)
        {
            if (tokens[i + k].Lower != words[k])
            {
                return false;
            }
        }

        return true;
    }
}
