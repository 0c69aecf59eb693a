using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>
/// Undoes what speech recognition does to the words of results, before numbers in words are joined. Only words in a place
/// where they cannot stand are read as others, and what is read so carries a doubt. One pass over the words.
/// </summary>
internal static class Noise
{
    private static readonly Dictionary<string, List<(string[] Heard, string[] Said, NoiseTable.Place Where)>> ByFirst = Build();

    // words that speakers say while they search for others
    private static readonly string[][] Fillers = [["you", "know"], ["i", "mean"], ["sort", "of"], ["kind", "of"], ["er"], ["uh"], ["um"], ["ah"], ["mm"], ["hmm"], ["mmm"]];

    /// <summary>The tokens as they were probably said.</summary>
    public static List<Token> Mend(List<Token> tokens)
    {
        List<Token> said = new(tokens.Count);
        for (int i = 0; i < tokens.Count; i++)
        {
            int filler = FillerAt(tokens, i);
            if (filler > 0)
            {
                i += filler - 1;
                continue;
            }

            if (Repeats(said, tokens[i]))
            {
                continue;
            }

            if (Verb(tokens, i) is { } skipped)
            {
                i += skipped - 1;
                continue;
            }

            int length = Replace(tokens, i, said);
            if (length > 0)
            {
                i += length - 1;
                continue;
            }

            said.Add(tokens[i].Is("every") && IsAverage(tokens, i) ? Meant(tokens, i, 1, "average") : tokens[i]);
        }

        return said;
    }

    private static int Replace(List<Token> tokens, int i, List<Token> said)
    {
        if (!ByFirst.TryGetValue(tokens[i].Norm, out List<(string[] Heard, string[] Said, NoiseTable.Place Where)>? entries))
        {
            return 0;
        }

        foreach ((string[] heard, string[] meant, NoiseTable.Place where) in entries)
        {
            if (Matches(tokens, i, heard) && Stands(tokens, i, i + heard.Length, where, said))
            {
                said.AddRange(meant.Select(word => Meant(tokens, i, heard.Length, word)));
                return heard.Length;
            }
        }

        return 0;
    }

    private static bool Stands(List<Token> tokens, int first, int end, NoiseTable.Place where, List<Token> said) => where switch
    {
        NoiseTable.Place.BehindNumber => said.Count > 0 && IsNumber(said[^1]),
        NoiseTable.Place.BehindAmount => said.Count > 0 && IsNumber(said[^1]) && IsAmount(said) && (end >= tokens.Count || !IsTime(tokens[end])),
        NoiseTable.Place.BehindUnit => said.Count > 0 && said[^1].Norm is "million" or "billion" or "thousand" or "percent" or "%",
        NoiseTable.Place.BehindPercent => said.Count > 0 && (said[^1].Lower is "percent" or "%" or "percentage" || (said[^1].Lower is "cent" or "points")),
        NoiseTable.Place.BeforeResult => end < tokens.Count && tokens[end].Norm is "net" or "loss" or "lost" or "income" or "operating" or "operational" or "profit" or "earning" or "gross" or "eps" or "ebitda" or "diluted" or "blow",
        _ => true,
    };

    // a number in words or digits that has decimals or a currency near before it
    private static bool IsAmount(List<Token> said)
    {
        int k = said.Count - 1;
        while (k >= 0 && k >= said.Count - 9 && (IsNumber(said[k]) || said[k].Lower is "and" or "point" or "points"))
        {
            if (said[k].Lower is "point" or "points" || said[k].Text.Contains('.', StringComparison.Ordinal))
            {
                return true;
            }

            k--;
        }

        return Currencies.Before(said, k + 1) is not null;
    }

    private static bool IsTime(Token token) => token.Lower is "ago" or "long" or "later" or "walk" or "drive" or "per" or "call" or "video";

    private static bool IsNumber(Token token) => token.Kind == TokenKind.Number || NumberWords.Has(token.Lower);

    // "every time spent per user": what is counted per something is an average
    private static bool IsAverage(List<Token> tokens, int i)
    {
        for (int k = i + 2; k < Math.Min(tokens.Count, i + 6); k++)
        {
            if (tokens[k].Is("per"))
            {
                return true;
            }
        }

        return false;
    }

    // "users of the increased by 30 percent": before a verb of change stood "have"
    private static int? Verb(List<Token> tokens, int i)
    {
        int k = i;
        while (k < tokens.Count && k < i + 2 && tokens[k].Lower is "of" or "the")
        {
            k++;
        }

        return k > i && i > 0 && tokens[i - 1].Kind == TokenKind.Word && k + 1 < tokens.Count && tokens[k].Lower is "increased" or "decreased" or "grew" or "rose" or "declined" or "dropped"
            && (tokens[k + 1].Is("by") || tokens[k + 1].Kind == TokenKind.Number) ? k - i : null;
    }

    // "the the revenue", "full full": said twice; a number said twice may be meant
    private static bool Repeats(List<Token> said, Token token) =>
        said.Count > 0 && token.Kind == TokenKind.Word && said[^1].Lower == token.Lower && token.Length > 1 && !IsNumber(token) && token.Lower is not ("that" or "had" or "bye");

    private static int FillerAt(List<Token> tokens, int i)
    {
        foreach (string[] words in Fillers)
        {
            if (tokens[i].Lower == words[0] && i + words.Length <= tokens.Count && (words.Length == 1 || tokens[i + 1].Lower == words[1]))
            {
                return words.Length;
            }
        }

        return 0;
    }

    private static bool Matches(List<Token> tokens, int i, string[] words)
    {
        for (int k = 0; k < words.Length; k++)
        {
            if (i + k >= tokens.Count || tokens[i + k].Norm != words[k])
            {
                return false;
            }
        }

        return true;
    }

    private static Token Meant(List<Token> tokens, int first, int length, string word)
    {
        int start = tokens[first].Start, end = tokens[first + length - 1].End;
        string heard = string.Join(' ', tokens.Skip(first).Take(length).Select(t => t.Text));
        TokenKind kind = char.IsLetter(word[0]) ? TokenKind.Word : TokenKind.Symbol;
        return new Token(start, end - start, word, word, Token.Normalise(word), kind, false) { Doubt = string.Create(CultureInfo.InvariantCulture, $"'{heard}' read as {word}") };
    }

    private static Dictionary<string, List<(string[] Heard, string[] Said, NoiseTable.Place Where)>> Build()
    {
        Dictionary<string, List<(string[] Heard, string[] Said, NoiseTable.Place Where)>> index = new(StringComparer.Ordinal);
        foreach ((string heard, string said, NoiseTable.Place where) in NoiseTable.Table)
        {
            string[] words = PhraseIndex<int>.WordsOf(heard);
            if (!index.TryGetValue(words[0], out List<(string[] Heard, string[] Said, NoiseTable.Place Where)>? list))
            {
                index[words[0]] = list = [];
            }

            list.Add((words, said.Split(' '), where));
        }

        foreach (List<(string[] Heard, string[] Said, NoiseTable.Place Where)> list in index.Values)
        {
            list.Sort((a, b) => b.Heard.Length.CompareTo(a.Heard.Length));
        }

        return index;
    }
}
