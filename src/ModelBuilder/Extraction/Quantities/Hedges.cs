namespace ModelBuilder.Extraction;

/// <summary>Words that make a number less than exact.</summary>
internal static class Hedges
{
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "about", "approximately", "around", "nearly", "roughly", "almost", "circa", "some", "approx",
    };

    private static readonly HashSet<string> Bounds = new(StringComparer.Ordinal)
    {
        "over", "exceeding", "exceeded", "exceed", "above", "below", "under", "least", "than",
    };

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal) { "a", "an", "the", "negative", "of", "just", "only", "slightly", "little", "(" };

    // "4% higher than the 20 million of last year", "4% above the 20 million"
    private static bool Compares(List<Token> tokens, int at) => at > 0 && PeriodReader.IsUnit(tokens[at - 1]);

    /// <summary>What the words before a number say: approximate, and the word that makes it a bound.</summary>
    public static (bool Approximate, string? Bound) Before(List<Token> tokens, int first)
    {
        for (int i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            string word = tokens[i].Lower;
            if (Around.Contains(word))
            {
                return (true, null);
            }

            // a sentence that begins with "than" was torn from the word that it belongs to
            if (word is "than" && (i == 0 || tokens[i - 1].Lower is not ("more" or "less" or "greater" or "higher" or "lower" or "better" or "fewer")))
            {
                return (false, null);
            }

            // "an increase over $19 million" compares
            if (word is "over" && i > 0 && tokens[i - 1].Lower is "increase" or "improvement" or "decrease" or "decline")
            {
                return (false, null);
            }

            if (Bounds.Contains(word) && Compares(tokens, word == "than" ? i - 1 : i))
            {
                return (false, null);
            }

            if (Bounds.Contains(word) && word == "than" && i > 1 && tokens[i - 2].Lower is "no" or "not")
            {
                return (true, tokens[i - 1].Lower is "less" or "lower" or "fewer" ? "at least" : "up to");
            }

            if (Bounds.Contains(word))
            {
                return (true, word == "than" ? tokens[i - 1].Lower + " than" : word == "least" ? "at least" : word);
            }

            if (word == "to" && i > 0 && tokens[i - 1].Is("up") && !(i > 1 && tokens[i - 2].Kind == TokenKind.Symbol && tokens[i - 2].Text == "%"))
            {
                return (false, null);
            }

            // "in excess of 50 million"
            if (word is "excess" && i > 0 && tokens[i - 1].Is("in"))
            {
                return (true, "more than");
            }

            if (!Skipped.Contains(word))
            {
                return (false, null);
            }
        }

        return (false, null);
    }
}
