namespace ModelBuilder.Extraction;

/// <summary>What is heard but says nothing: "uh", a word broken off and begun again, the mark for what was not understood.</summary>
internal static class Disfluencies
{
    /// <summary>Stands for words that nobody understood.</summary>
    public const string Inaudible = "<inaudible>";

    /// <summary>The tokens without hesitations, what was not understood as one sign.</summary>
    public static List<Token> Remove(List<Token> tokens)
    {
        List<Token>? kept = null;
        for (int i = 0; i < tokens.Count; i++)
        {
            int length = 0;
            Token? mark = null;
            if (tokens[i].Lower is "uh" or "um" or "er" or "uhm" or "hm")
            {
                length = i + 1 < tokens.Count && tokens[i + 1].Lower is "," or "…" ? 2 : 1;
            }
            else if (tokens[i].Text is "<" or "[" or "(" && i + 2 < tokens.Count && tokens[i + 1].Lower is "inaudible" or "unk" or "indiscernible" && tokens[i + 2].Text is ">" or "]" or ")")
            {
                length = 3;
                mark = new Token(tokens[i].Start, tokens[i + 2].End - tokens[i].Start, Inaudible, Inaudible, Inaudible, TokenKind.Symbol, false);
            }

            if (length == 0)
            {
                kept?.Add(tokens[i]);
                continue;
            }

            kept ??= [.. tokens.Take(i)];
            if (mark is not null)
            {
                kept.Add(mark);
            }
            else if (tokens[i].Hyphenated && kept.Count > 0 && kept[^1].Kind == TokenKind.Word)
            {
                // "restricted share- uh, restricted cash": the word before was broken off
                kept.RemoveAt(kept.Count - 1);
            }

            i += length - 1;
        }

        return kept ?? tokens;
    }
}
