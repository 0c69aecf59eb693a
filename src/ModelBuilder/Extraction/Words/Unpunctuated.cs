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
        ["moving", "on", "to"], ["moving", "to"], ["turning", "to"], ["turning", "now", "to"], ["looking", "ahead"], ["looking", "at"], ["transitioning"], ["looking", "forward", "to"], ["this", "decrease"], ["this", "increase"], ["i", "will", "now"], ["i'd", "like", "to"], ["thank", "you"], ["thanks", "for"], ["good", "morning"], ["good", "afternoon"],
        ["furthermore"], ["moreover"], ["meanwhile"], ["however"], ["as", "such"], ["finally"], ["lastly"], ["additionally"], ["in", "addition"], ["as", "a", "reminder"], ["in", "summary"], ["with", "that"], ["that", "said"], ["previously", "we"], ["previously", "our"],
    ];

    private static readonly HashSet<string> LastOfClosings = new(Closings.Select(c => c[^1]), StringComparer.Ordinal);
    private static readonly HashSet<string> FirstOfOpenings = new(Openings.Select(o => o[0]), StringComparer.Ordinal);

    // no name begins with these
    private static readonly HashSet<string> Capitals = new("we our this these it they in for as turning moving looking during and but so now at on with while compared additionally excluding including".Split(' '), StringComparer.Ordinal);

    /// <summary>Words that go on with what was compared.</summary>
    internal static readonly HashSet<string> GoesOn = new(StringComparer.Ordinal)
    {
        "and", "but", "compared", "to", "from", "or", "which", "while", "versus", "driven", "due", "on", "in", "representing", "increasing", "decreasing", "as", "of", "'s", "was", "were", "is", "with", "primarily", "mainly", "because", "that", "at", "by", "same", "over", "than", "basis", "respectively", "quarter", "period", "level", "levels", "results", "comparable", "share", "per",
    };

    /// <summary>Where the pieces of a sentence begin, the first at token 0; a single one where it has punctuation of its own.</summary>
    public static List<int> Cuts(List<Token> tokens, int characters, bool heard)
    {
        List<int> cuts = [0];
        bool bare = characters >= Shortest && tokens.Count(t => t.Lower is "," or ";" or ":") * WordsForAComma <= tokens.Count;
        HashSet<int> borders = heard && bare ? [.. ClauseBorders.Of(tokens)] : [];
        for (int i = 3; i + 1 < tokens.Count; i++)
        {
            if (i - cuts[^1] >= 3 && (OpensWithCapital(tokens, i) || borders.Contains(i) || (bare && (Closes(tokens, i) || Opens(tokens, i)))))
            {
                cuts.Add(i);
            }
        }

        return cuts;
    }

    private static bool Closes(List<Token> tokens, int i) => LastOfClosings.Contains(tokens[i - 1].Lower) && Closings.Any(c => Ends(tokens, i, c)) && tokens[i].Kind == TokenKind.Word && !GoesOn.Contains(tokens[i].Lower) && !tokens[i].Lower.EndsWith("ing", StringComparison.Ordinal);

    private static bool Opens(List<Token> tokens, int i) => FirstOfOpenings.Contains(tokens[i].Lower) && Openings.Any(o => Begins(tokens, i, o));

    // "$5 million For the full year": a recognizer that knows capitals dropped the stop
    private static bool OpensWithCapital(List<Token> tokens, int i) => tokens[i].IsCapitalised && Capitals.Contains(tokens[i].Lower)
        && tokens[i].Start > tokens[i - 1].End && !tokens[i - 1].IsCapitalised && (tokens[i - 1].Kind != TokenKind.Symbol || tokens[i - 1].Is("%")) && !tokens[i + 1].IsCapitalised;

    /// <summary>True where a text without full stops is best cut at a space: a statement closes before it or one opens behind it.</summary>
    public static bool MayCut(string text, int space)
    {
        ReadOnlySpan<char> before = text.AsSpan(Math.Max(0, space - 20), Math.Min(space, 20)), behind = text.AsSpan(space).TrimStart();
        int word = behind.IndexOf(' ');
        bool goesOn = word > 0 && GoesOn.Contains(behind[..word].ToString());
        return !goesOn && (before.EndsWith(" last year", StringComparison.OrdinalIgnoreCase) || before.EndsWith("over year", StringComparison.OrdinalIgnoreCase) || before.EndsWith("on year", StringComparison.OrdinalIgnoreCase))
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
