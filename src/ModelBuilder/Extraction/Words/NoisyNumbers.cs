namespace ModelBuilder.Extraction;

/// <summary>Small words between numbers that speech recognition printed as digits: "17% 29.5 percent" was "17 to 9.5 percent".</summary>
internal static class NoisyNumbers
{
    /// <summary>The tokens with a "to" where a percentage stands just behind another and begins with a two too many.</summary>
    public static List<Token> Mend(List<Token> tokens)
    {
        List<Token>? mended = null;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (i >= 2 && i + 1 < tokens.Count && tokens[i] is { Kind: TokenKind.Number, Text: ['2', >= '0' and <= '9', ..] text } && IsPercent(tokens[i + 1]) && IsPercent(tokens[i - 1]) && tokens[i - 2].Kind == TokenKind.Number)
            {
                mended ??= [.. tokens.Take(i)];
                Token number = tokens[i];
                mended.Add(new Token(number.Start, 1, "to", "to", "to", TokenKind.Word, false));
                mended.Add(number with { Start = number.Start + 1, Length = number.Length - 1, Text = text[1..], Lower = text[1..], Norm = text[1..], Doubt = $"'{text}' behind another percentage read as to {text[1..]}" });
                continue;
            }

            mended?.Add(tokens[i]);
        }

        return mended ?? tokens;
    }

    private static bool IsPercent(Token token) => token.Lower is "%" or "percent";
}
