namespace ModelBuilder.Extraction;

/// <summary>What a company counts as its cash: the list after the word decides which line it is.</summary>
internal static class Liquidity
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "cash", "equivalent", "deposit", "investment", "securitie", "security", "bill", "note", "asset",
    };

    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        ",", "and", "the", "term", "time", "restricted", "short", "long", "bank", "marketable", "treasury", "other", "financial", "liquid", "balance", "of", "as", "well",
    };

    /// <summary>The line and where its name ends.</summary>
    public static (string Key, int End) Read(List<Token> tokens, bool[] claimed, int first, int end, string key)
    {
        int close = end;
        bool shortTerm = false, longTerm = false, invested = false;
        for (int i = end; i < tokens.Count && !claimed[i]; i++)
        {
            string word = tokens[i].Norm;
            if (Nouns.Contains(word))
            {
                close = i + 1;
            }
            else if (!Links.Contains(word) || (word == "of" && close < i))
            {
                break;
            }
        }

        // "of cash and available lines of credit": what may be borrowed is no cash
        if (close < tokens.Count && tokens[close].Is("and") && !(close + 1 < tokens.Count && tokens[close + 1].Lower is "no" or "zero" or "had") && tokens.FindIndex(close, Math.Min(5, tokens.Count - close), t => t.Norm is "credit" or "borrowing" or "availability" or "revolver" or "undrawn" or "unused") > 0)
        {
            return ("kpi.liquidity", close);
        }

        for (int i = first; i < close; i++)
        {
            string word = tokens[i].Norm;
            shortTerm |= word == "short";
            longTerm |= word is "long" or "marketable";
            invested |= word is "investment" or "securitie" or "security";
        }

        return close == end ? (key, end)
            : invested && longTerm ? ("cash_and_investments", close)
            : invested && shortTerm ? ("cash_and_short_term_investments", close)
            : (invested ? "cash_and_investments" : "cash", close);
    }
}
