namespace ModelBuilder.Extraction;

/// <summary>
/// Cuts what is longer than any sentence: a table that lost its line ends, a text that is none. The readers look back and forth within a
/// sentence, so that only a bound on its length bounds what a text of some length costs.
/// </summary>
internal static class Overlong
{
    /// <summary>What a sentence may hold at most; recognizers write five hundred words without a full stop.</summary>
    public const int Most = 1024;

    // prose has few numbers and signs, and they cost the most
    private const int OfNumberOrSign = 4;

    /// <summary>Adds the cuts that no piece exceeds the bound; true where there were any to add.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="cuts">Where the pieces begin, in order, the first at 0.</param>
    public static bool Cut(List<Token> tokens, List<int> cuts)
    {
        if (tokens.Count * OfNumberOrSign <= Most)
        {
            return false;
        }

        int before = cuts.Count, next = 1, held = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            int weight = tokens[i].Kind == TokenKind.Word ? 1 : OfNumberOrSign;
            held += weight;
            if (next < cuts.Count && cuts[next] == i)
            {
                next++;
                held = weight;
            }
            else if (held > Most)
            {
                cuts.Insert(next++, i);
                held = weight;
            }
        }

        return cuts.Count > before;
    }
}
