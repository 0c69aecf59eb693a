using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>A company named in a sentence: null is the document's own.</summary>
internal sealed record Name(int First, int End, string? Other, bool Possessive);

/// <summary>Tells whose figures a sentence speaks of.</summary>
internal sealed class Names
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "management", "company", "group", "investor", "board", "today", "year", "quarter", "it", "that", "here", "there", "let", "what", "who", "month", "week", "shareholder", "everyone", "speaker", "segment", "customer",
        "china", "india", "japan", "europe", "america", "brazil", "mexico", "canada", "market", "industry", "she", "he", "moody",
    };

    private readonly PhraseIndex<string?> known = new();
    private readonly PhraseIndex<LineKey> parts = new();
    private readonly bool guess;

    /// <summary>The names of a company and of others; without a company only the words "we", "our" and "the company" are known.</summary>
    public Names(Company? company)
    {
        guess = company is not null;
        if (company is null)
        {
            return;
        }

        foreach (string self in company.Aliases.Prepend(company.Name))
        {
            known.Add(self, null);
        }

        foreach (string other in company.OtherCompanies)
        {
            known.Add(other, other);
        }

        foreach (CompanyLine line in company.Segments.Concat(company.OtherLines))
        {
            foreach (string name in line.Aliases.Prepend(line.Label))
            {
                parts.Add(name, line.Key);
            }
        }
    }

    /// <summary>The companies of a sentence in order. Tokens inside the names of lines are none.</summary>
    public List<Name> Read(List<Token> tokens, IReadOnlyList<LineRef> lines)
    {
        List<Name> found = [];
        bool[] ofLines = new bool[tokens.Count];
        foreach (LineRef line in lines)
        {
            Array.Fill(ofLines, true, line.First, line.End - line.First);
        }

        for (int i = 0; i < tokens.Count; i++)
        {
            if (ofLines[i])
            {
                continue;
            }

            if (IsExpectation(tokens, i))
            {
                found.Add(new Name(i, i + 1, "the analysts", true));
            }
            else if (tokens[i].Lower is "our" or "we" || (tokens[i].Is("company") && i > 0 && tokens[i - 1].Is("the")))
            {
                found.Add(new Name(i, i + 1, null, true));
            }
            else if (tokens[i].Text.Length > 0 && !char.IsLower(tokens[i].Text[0]) && known.TryAt(tokens, i, out string? other, out int length))
            {
                int end = i + length;
                end = end + 2 < tokens.Count && tokens[end].Is("(") && tokens[end + 2].Is(")") ? end + 3 : end;
                end = other is not null && end < tokens.Count && tokens[end].IsCapitalised ? end + 1 : end;

                // "Triton's credit line and our capital expenditure": what is no line owns nothing behind it
                bool possessive = end < tokens.Count && tokens[end].Is("'s") && !lines.Any(l => l.IsNoLine && l.First == end + 1);
                found.Add(new Name(i, end, other, possessive));
                i = end - 1;
            }
            else if (guess && tokens[i].IsCapitalised && i + 1 < tokens.Count && tokens[i + 1].Is("'s") && !Common.Contains(tokens[i].Norm) && !IsPeriodWord(tokens[i].Lower))
            {
                int start = i;
                while (start > 0 && tokens[start - 1].IsCapitalised && !found.Any(f => f.End == start))
                {
                    start--;
                }

                if (parts.TryAt(tokens, start, out _, out _))
                {
                    continue;
                }

                found.Add(new Name(start, i + 1, string.Join(' ', tokens.Skip(start).Take(i + 1 - start).Select(t => t.Text)), true));
            }
            else if (guess && tokens[i].Lower is "achieving" or "achieved" or "posted" or "reported" or "recorded" && i > 1 && tokens[i - 1].IsCapitalised && tokens[i - 2].IsCapitalised
                && !found.Any(f => f.End == i) && !parts.TryAt(tokens, i - 2, out _, out _))
            {
                found.Add(new Name(i - 2, i, tokens[i - 2].Text + " " + tokens[i - 1].Text, true));
            }
        }

        return found;
    }

    // "analysts polled by Boatdata had been expecting", "the consensus estimate of"
    private static bool IsExpectation(List<Token> tokens, int i) =>
        (tokens[i].Lower is "analysts" or "brokers" or "economists" or "consensus" && tokens.Skip(i + 1).Take(8).Any(t => t.Lower is "see" or "sees" or "expect" or "expects" or "expected" or "expecting" or "expectation" or "expectations" or "forecast" or "forecasts" or "forecasting" or "estimate" or "estimates" or "estimated" or "anticipated" or "predict" or "predicted" or "project" or "projected" or "polled" or "surveyed" or "looking" or "was" or "is"))
        || (tokens[i].Is("street") && i > 0 && tokens[i - 1].Lower is "wall" or "the" && tokens.Skip(i + 1).Take(6).Any(t => t.Lower is "expect" or "expected" or "expecting" or "expectation" or "expectations" or "forecast" or "forecasts" or "estimate" or "estimates" or "consensus" or "looking"));

    /// <summary>Whose expectation a number is that stands before them: "the 54 cents that analysts expected", "5 million expected by analysts"; or null.</summary>
    public static string? Expecting(List<Token> tokens, int end)
    {
        for (int i = end; i < tokens.Count && i < end + 8 && tokens[i].Lower is not ("," or ";" or "beating" or "topping" or "above" or "below" or "exceeding" or "ahead" or "missing" or "versus" or "compared" or "than" or "and" or "as" or "while" or "but" or "better"); i++)
        {
            bool expects = tokens.Skip(i + 1).Take(3).Any(t => t.Lower is "expected" or "forecast" or "predicted" or "anticipated" or "estimated") || tokens.Skip(Math.Max(end, i - 4)).Take(i - Math.Max(end, i - 4)).Any(t => t.Lower is "expected" or "forecast" or "predicted" or "estimated" or "projected");
            if (tokens[i].Lower is "analysts" or "economists" or "brokers" or "street" && expects)
            {
                return "the analysts";
            }
        }

        return null;
    }

    /// <summary>The other company that owns a line, null where it is the document's own.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="names">The companies of the sentence.</param>
    /// <param name="at">Where the line or number stands.</param>
    /// <param name="carried">Whose figures the sentence begins with.</param>
    public static string? OwnerAt(List<Token> tokens, List<Name> names, int at, string? carried)
    {
        string? owner = carried;
        foreach (Name name in names.Where(n => n.First <= at))
        {
            owner = name.Other is null ? null : Owns(tokens, name) ? name.Other : owner;
        }

        return owner;
    }

    /// <summary>True where another company is spoken of, not merely named ("a loan from X").</summary>
    public static bool Owns(List<Token> tokens, Name name)
    {
        if (name.Other is null || name.Possessive)
        {
            return true;
        }

        string before = name.First > 0 ? tokens[name.First - 1].Lower : "";
        if (name.End >= tokens.Count || before is "from" or "of" or "like" or "by" or "to" or "than" or "against")
        {
            return false;
        }

        // "Triton, which builds yachts, reported"
        if (tokens[name.End].Is(",") && name.First <= 2 && name.End + 1 < tokens.Count && tokens[name.End + 1].Lower is "which" or "who" or "whose" or "a" or "an" or "the")
        {
            return true;
        }

        string next = tokens[name.End].Lower;
        return next is "grew" or "trades" or "commands" or "had" or "has" or "was" or "saw" or "is" or "posted" or "reported" or "maintains" or "generated" or "recorded"
            || next.EndsWith("ing", StringComparison.Ordinal) || next.EndsWith("ed", StringComparison.Ordinal);
    }

    private static bool IsPeriodWord(string word) => word.Length == 2 && word[0] is 'q' or 'h';
}
