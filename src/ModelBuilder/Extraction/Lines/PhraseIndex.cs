namespace ModelBuilder.Extraction;

/// <summary>Phrases by their first word, the longest first: one look a token.</summary>
internal sealed class PhraseIndex<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> byFirst = new(StringComparer.Ordinal);

    /// <summary>The words of a phrase as the tokenizer would give them.</summary>
    public static string[] WordsOf(string phrase) => [.. Tokenizer.Tokenize(phrase).Select(t => t.Norm)];

    /// <summary>Adds a phrase; an earlier one of the same words stays.</summary>
    public void Add(string phrase, T value)
    {
        string[] words = WordsOf(phrase);
        if (words.Length == 0)
        {
            return;
        }

        if (!byFirst.TryGetValue(words[0], out List<(string[] Words, T Value)>? list))
        {
            byFirst[words[0]] = list = [];
        }

        if (list.Exists(e => e.Words.AsSpan().SequenceEqual(words)))
        {
            return;
        }

        int at = list.FindIndex(e => e.Words.Length < words.Length);
        list.Insert(at < 0 ? list.Count : at, (words, value));
    }

    /// <summary>The longest phrase that begins at a token.</summary>
    public bool TryAt(List<Token> tokens, int i, out T value, out int length)
    {
        if (byFirst.TryGetValue(tokens[i].Norm, out List<(string[] Words, T Value)>? list))
        {
            foreach ((string[] words, T found) in list)
            {
                if (i + words.Length <= tokens.Count && Matches(tokens, i, words))
                {
                    (value, length) = (found, words.Length);
                    return true;
                }
            }
        }

        (value, length) = (default!, 0);
        return false;
    }

    private static bool Matches(List<Token> tokens, int i, string[] words)
    {
        for (int k = 1; k < words.Length; k++)
        {
            if (tokens[i + k].Norm != words[k])
            {
                return false;
            }
        }

        return true;
    }
}
