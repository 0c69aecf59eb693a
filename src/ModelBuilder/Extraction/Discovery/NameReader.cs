namespace ModelBuilder.Extraction;

/// <summary>Reads the words of a name before or after a place in a sentence.</summary>
internal static class NameReader
{
    private const int MostWords = 5;

    /// <summary>Where the name that ends before a token begins; the token itself where there is none.</summary>
    /// <param name="tokens">The sentence.</param>
    /// <param name="end">The token after the name.</param>
    /// <param name="joint">True where "and" may join the words of one name.</param>
    public static int Before(List<Token> tokens, int end, bool joint)
    {
        int from = end;
        for (int words = 0; words < MostWords && from > 0; words++)
        {
            if (IsInitials(tokens, from - 4))
            {
                from -= 4;
            }
            else if (NameWords.IsName(tokens[from - 1]) || (from < end && (IsLetter(tokens, from - 1) || IsTitled(tokens, from - 1))))
            {
                from--;
            }
            else if (joint && from < end && from > 1 && tokens[from - 1].Lower is "and" or "&" && NameWords.IsName(tokens[from - 2]) && (tokens[from - 1].Is("&") || from == 2 || tokens[from].IsCapitalised == tokens[from - 2].IsCapitalised))
            {
                from -= 2;
            }
            else
            {
                break;
            }
        }

        // the second half of "pre-orders" is no name
        while (from > 0 && from < end && tokens[from].Hyphenated)
        {
            from++;
        }

        return from;
    }

    /// <summary>Where the name that begins at a token ends; the token itself where there is none.</summary>
    public static int After(List<Token> tokens, int first, bool capitalised)
    {
        int end = first;
        for (int words = 0; words < MostWords && end < tokens.Count; words++)
        {
            if (IsInitials(tokens, end))
            {
                end += 4;
            }
            else if ((NameWords.IsName(tokens[end]) || IsLetter(tokens, end) || IsTitled(tokens, end)) && (!capitalised || tokens[end].IsCapitalised || tokens[end].Hyphenated))
            {
                end++;
            }
            else if (end > first && end + 2 < tokens.Count && tokens[end].Is("of") && tokens[end - 1].Is("rest") && tokens[end + (tokens[end + 1].Is("the") ? 2 : 1)].Is("world"))
            {
                end += tokens[end + 1].Is("the") ? 3 : 2;
            }
            else if (end > first && end + 1 < tokens.Count && tokens[end].Lower is "and" or "&" && NameWords.IsName(tokens[end + 1]) && tokens[end + 1].IsCapitalised && tokens[end - 1].IsCapitalised)
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // the first word of "More Harbour Boats": within a sentence a capital tells
    private static bool IsTitled(List<Token> tokens, int at) =>
        at > 0 && at + 1 < tokens.Count && tokens[at].IsCapitalised && tokens[at + 1].IsCapitalised && tokens[at].Lower is "more" or "new" or "core" or "legacy" or "one" or "all" or "best" or "good" && NameWords.IsName(tokens[at + 1]);

    // the e of "e-commerce"
    private static bool IsLetter(List<Token> tokens, int at) => tokens[at].Kind == TokenKind.Word && tokens[at].Lower.Length == 1 && at + 1 < tokens.Count && tokens[at + 1].Hyphenated;

    /// <summary>"U.S." is four tokens.</summary>
    public static bool IsInitials(List<Token> tokens, int at) =>
        at >= 0 && at + 3 < tokens.Count && tokens[at].Is("u") && tokens[at + 1].Is(".") && tokens[at + 2].Is("s") && tokens[at + 3].Is(".");

    /// <summary>Words joined by underscores; a hyphen after a single letter leaves none: "e-commerce" is ecommerce.</summary>
    public static string Slug(List<Token> tokens, int from, int end)
    {
        List<string> words = [];
        for (int i = from; i < end; i++)
        {
            if (IsInitials(tokens, i))
            {
                words.Add("us");
                i += 3;
                continue;
            }

            string word = tokens[i].Is("&") ? "and" : new([.. tokens[i].Lower.Where(char.IsAsciiLetterOrDigit)]);
            if (word.Length > 0 && tokens[i].Hyphenated && words.Count > 0 && words[^1].Length == 1)
            {
                words[^1] += word;
            }
            else if (word.Length > 0)
            {
                words.Add(word);
            }
        }

        return string.Join('_', words);
    }

    /// <summary>The slug without plurals, by which forms of one name are the same.</summary>
    public static string Stem(string slug) => string.Join('_', slug.Split('_').Select(Token.Normalise).Select(w => w.EndsWith("ie", StringComparison.Ordinal) && w.Length > 4 ? w[..^2] + "y" : w));
}
