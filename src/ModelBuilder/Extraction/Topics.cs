namespace ModelBuilder.Extraction;

/// <summary>The part of the company that a passage is about: "Moving on to the cloud business. Revenue was ..."</summary>
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
                    return (null, true);
                }
            }
        }

        return (null, false);
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
            string? part = here is not null && line.First > 0 ? here : fresh ? passage.Topic : null;
            bool segmentWord = line.First > 0 && clause.Word(line.First - 1) is "segment" or "division";
            bool ours = line.First > 0 && clause.Word(line.First - 1) is "our" or "company" or "consolidated" or "'s";
            if (line.Key == "revenue.total" && part is not null && !ours && (line.Bare || (passage.TopicAge <= 1 && here is null)) && lexicon.Has("revenue." + part))
            {
                passage.Stated.Add(part);
                lines.Add(line with { Key = "revenue." + part, Bare = false });
            }
            else if (segmentWord && passage.Topic is not null && line.Key == "revenue.total")
            {
                lines.Add(line with { Key = "revenue." + passage.Topic, Bare = false });
            }
            else if (answer && line is { Key: "revenue.total", Bare: true } && passage.QuestionTopic is { } asked && clause.Quantities.Any(q => q.End == line.First))
            {
                lines.Add(line with { Key = "revenue." + asked, Doubt = "the part of the company is that of the question" });
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
