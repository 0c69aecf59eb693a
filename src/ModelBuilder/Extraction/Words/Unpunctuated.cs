namespace ModelBuilder.Extraction;

/// <summary>
/// Cuts what speech recognition wrote without full stops: behind a comparison that closes a statement ("in the same period of last year",
/// "year over year") and before words that open one ("moving on to", "this decrease"). Edited prose has commas and is left alone.
/// </summary>
internal static class Unpunctuated
{
    private const int Shortest = 120;
    private const int WordsForAComma = 40;

    private static readonly string[][] Closings = [["year", "over", "year"], ["quarter", "over", "quarter"], ["last", "year"], ["last", "a", "year"], ["year", "on", "year"], ["prior", "year", "period"]];

    private static readonly string[][] Openings =
    [
        ["moving", "on", "to"], ["turning", "to"], ["looking", "ahead"], ["this", "decrease"], ["this", "increase"], ["i", "will", "now"], ["i'd", "like", "to"], ["thank", "you"], ["furthermore"], ["moreover"],
        ["meanwhile"], ["however"], ["as", "such"], ["finally"], ["in", "addition"],
    ];

    private static readonly HashSet<string> LastOfClosings = new(Closings.Select(c => c[^1]), StringComparer.Ordinal);
    private static readonly HashSet<string> FirstOfOpenings = new(Openings.Select(o => o[0]), StringComparer.Ordinal);

    private static readonly HashSet<string> GoesOn = new(StringComparer.Ordinal)
    {
        "and", "but", "compared", "to", "from", "or", "which", "while", "versus", "driven", "due", "on", "in", "representing", "increasing", "decreasing", "as", "of", "'s", "was", "were", "is", "with", "primarily", "mainly", "because", "that", "at", "by", "same", "over", "than",
    };

    /// <summary>Where the pieces of a sentence begin, the first at token 0; a single one where it has punctuation of its own.</summary>
    public static List<int> Cuts(List<Token> tokens, int characters)
    {
        List<int> cuts = [0];
        if (characters < Shortest || tokens.Count(t => t.Lower is "," or ";" or ":") * WordsForAComma > tokens.Count)
        {
            return cuts;
        }

        for (int i = 3; i < tokens.Count; i++)
        {
            bool closed = LastOfClosings.Contains(tokens[i - 1].Lower) && Closings.Any(c => Ends(tokens, i, c)) && tokens[i].Kind == TokenKind.Word && !GoesOn.Contains(tokens[i].Lower) && !tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal);
            if ((closed || (FirstOfOpenings.Contains(tokens[i].Lower) && Openings.Any(o => Begins(tokens, i, o)))) && i - cuts[^1] > 3)
            {
                cuts.Add(i);
            }
        }

        return cuts;
    }

    /// <summary>True where a text without full stops is best cut at a space: a statement closes before it or one opens behind it.</summary>
    public static bool MayCut(string text, int space)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, space - 20), Math.Min(space, 20)), behind = text.AsSpan(space).TrimStart();
        return before.EndsWith(" last year", StringComparison.OrdinalIgnoreCase) || before.EndsWith("over year", StringComparison.OrdinalIgnoreCase) || before.EndsWith("on year", StringComparison.OrdinalIgnoreCase)
            || StartsWith(behind, "thank you ") || StartsWith(behind, "moreover ") || StartsWith(behind, "furthermore ") || StartsWith(behind, "meanwhile ") || StartsWith(behind, "in addition ") || StartsWith(behind, "looking ahead ") || StartsWith(behind, "moving on ");
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string words) => text.StartsWith(words, StringComparison.OrdinalIgnoreCase);

    private static bool Ends(List<Token> tokens, int end, string[] words) => end >= words.Length && Begins(tokens, end - words.Length, words);

    private static bool Begins(List<Token> tokens, int i, string[] words)
    {
        for (int k = 0; k < words.Length; k++)
        {
            if (i + k >= tokens.Count || tokens[i + k].Lower != words[k])
            {
                return false;
            }
        }

        return true;
    }
}
