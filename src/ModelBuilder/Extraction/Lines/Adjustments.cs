namespace ModelBuilder.Extraction;

/// <summary>The company's one-off items where speech recognition has garbled a word of their name: "IPO lifting expenses".</summary>
internal static class Adjustments
{
    /// <summary>An adjustment whose name differs from the words at a token in one word, and that word only by what is misheard.</summary>
    public static LineRef? At(Lexicon lexicon, List<Token> tokens, int i, bool[] claimed)
    {
        foreach ((string[] words, Figures.LineKey key, string label) in lexicon.Adjustments)
        {
            if (words.Length < 2 || i + words.Length > tokens.Count || !Alike(tokens, i, words, claimed))
            {
                continue;
            }

            string said = string.Join(' ', tokens.Skip(i).Take(words.Length).Select(t => t.Text));
            return new LineRef(key.Name, key.Basis, LineNature.Flow, i, i + words.Length) { OneOff = true, Doubt = $"'{said}' read as {label}" };
        }

        return null;
    }

    private static bool Alike(List<Token> tokens, int i, string[] words, bool[] claimed)
    {
        int wrong = 0;
        for (int k = 0; k < words.Length; k++)
        {
            string word = tokens[i + k].Norm;
            if (claimed[i + k] || tokens[i + k].Kind != TokenKind.Word)
            {
                return false;
            }

            if (word == words[k])
            {
                continue;
            }

            bool heard = words[k].Length >= 3 && Math.Abs(word.Length - words[k].Length) <= 2 && SoundKey.Distance(word, words[k]) <= 2 && word[0] == words[k][0];
            if (k == words.Length - 1 || ++wrong > 1 || (!heard && words.Length < 4) || word is "of" or "the" or "and")
            {
                return false;
            }
        }

        return wrong > 0;
    }
}
