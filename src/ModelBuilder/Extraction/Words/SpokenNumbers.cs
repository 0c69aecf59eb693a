using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>
/// Numbers as speech recognition writes them, made one token: "three hundred and two point four million", "60-point two",
/// "twenty twenty" as a year, "280 1.3 million" heard in two pieces, "16. 1%" with a lost space. Words stay words where
/// nothing after or before them says that they are an amount ("two years", "one of").
/// </summary>
internal static class SpokenNumbers
{
    private static readonly Dictionary<string, int> Units = Numbered(0, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");

    private static readonly Dictionary<string, int> Tens = Numbered(2, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    /// <summary>The tokens with each number in words as one number token that covers its words.</summary>
    public static List<Token> Join(List<Token> tokens)
    {
        List<Token>? joined = null;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (MayBegin(tokens, i) && At(tokens, i) is { } number)
            {
                joined ??= [.. tokens.Take(i)];
                Token last = tokens[number.End - 1];
                joined.Add(new Token(tokens[i].Start, last.End - tokens[i].Start, number.Text, number.Text, number.Text, TokenKind.Number, tokens[i].Hyphenated) { Doubt = number.Doubt ?? tokens.Skip(i).Take(number.End - i).FirstOrDefault(t => t.Doubt is not null)?.Doubt });
                i = number.End - 1;
                continue;
            }

            joined?.Add(tokens[i]);
        }

        return joined ?? tokens;
    }

    /// <summary>True where decimals stand in words again and again, as only speech recognition writes them.</summary>
    public static bool AreUsual(IReadOnlyList<Sentence> sentences)
    {
        int found = 0;
        foreach (Sentence sentence in sentences)
        {
            found += sentence.Tokens.Count(t => t.Kind == TokenKind.Number && t.Length > t.Text.Length + 4 && t.Text.Contains('.', StringComparison.Ordinal));
            if (found >= 4)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a word that is part of a number in words.</summary>
    public static bool IsNumberWord(string lower) => lower is "hundred" || Units.ContainsKey(lower) || Tens.ContainsKey(lower);

    private static bool MayBegin(List<Token> tokens, int i) => tokens[i].Kind == TokenKind.Number
        ? i + 2 < tokens.Count && (tokens[i + 1].Is("point") || tokens[i + 1].Is(".") || tokens[i + 1].Kind == TokenKind.Number || Units.ContainsKey(tokens[i + 1].Lower) || Tens.ContainsKey(tokens[i + 1].Lower))
        : tokens[i].Kind == TokenKind.Word && (Units.ContainsKey(tokens[i].Lower) || Tens.ContainsKey(tokens[i].Lower));

    private static (string Text, int End, string? Doubt)? At(List<Token> tokens, int i)
    {
        if (tokens[i].Kind == TokenKind.Number)
        {
            return Printed(tokens, i);
        }

        int k = i;
        int value = Below(tokens, ref k, 1000, out int words);
        if (YearAt(tokens, i, k, value) is { } year)
        {
            return year;
        }

        if (k == i)
        {
            return null;
        }

        string text = value.ToString(CultureInfo.InvariantCulture);
        if (Fraction(tokens, k) is { } fraction)
        {
            return (text + fraction.Digits, fraction.End, null);
        }

        // "three hundred and fifty 2.4 million" was heard in two pieces
        if (value >= 20 && value % 10 == 0 && k < tokens.Count && tokens[k] is { Kind: TokenKind.Number, Text: [>= '1' and <= '9', '.', ..] } rest && IsMeasure(tokens, k + 1))
        {
            return ((value + decimal.Parse(rest.Text, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), k + 1, $"'{text} {rest.Text}' read as one number");
        }

        // "two and a half percent"
        if (Word(tokens, k) is "and" && Word(tokens, k + 1) is "a" or "one" && Word(tokens, k + 2) is "half" && IsMeasure(tokens, k + 3))
        {
            return (text + ".5", k + 3, null);
        }

        bool day = value <= 31 && i > 0 && PeriodReader.IsMonth(tokens[i - 1]);
        bool amount = IsMeasure(tokens, k) || (words > 1 && Word(tokens, k) is not ("month" or "months" or "year" or "years")) || day || (i > 0 && Currencies.Before(tokens, i) is not null);
        return amount ? (text, k, null) : null;
    }

    // a printed number that goes on in words or in a second piece
    private static (string Text, int End, string? Doubt)? Printed(List<Token> tokens, int i)
    {
        string first = tokens[i].Text;
        if (first.Contains('.', StringComparison.Ordinal) || !int.TryParse(first, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int whole))
        {
            return null;
        }

        if (Fraction(tokens, i + 1) is { } fraction)
        {
            return (first + fraction.Digits, fraction.End, null);
        }

        // "300 thirteen point one million"
        int k = i + 1;
        if (whole >= 100 && whole < 1000 && whole % 100 == 0 && Below(tokens, ref k, 100, out int words) is > 0 and var low && words > 0 && Fraction(tokens, k) is { } tenths)
        {
            return ((whole + low).ToString(CultureInfo.InvariantCulture) + tenths.Digits, tenths.End, $"'{first}' and what follows read as one number");
        }

        Token second = tokens[i + 1];
        if (second.Is(".") && second.Start == tokens[i].End && tokens[i + 2] is { Kind: TokenKind.Number } digits && digits.Start == second.End + 1 && whole is < 1990 or > 2100
            && digits.Text.Length <= 2 && digits.Text.All(char.IsAsciiDigit) && IsMeasure(tokens, i + 3))
        {
            return (first + "." + digits.Text, i + 3, $"'{first}. {digits.Text}' read as {first}.{digits.Text}");
        }

        // 280 1.3 million was heard in two pieces: hundreds and tens, then the rest
        bool fits = second.Kind == TokenKind.Number && decimal.TryParse(second.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rest)
            && whole >= 20 && whole < 1000 && rest > 0 && (whole % 10 == 0 && rest < 10 || whole % 100 == 0 && rest < 100);
        return fits && IsMeasure(tokens, i + 2) && i > 0 && Currencies.Before(tokens, i) is not null
            ? ((whole + decimal.Parse(second.Text, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), i + 2, $"'{first} {second.Text}' read as one number")
            : null;
    }

    // twenty twenty, twenty nineteen, two thousand and nineteen
    private static (string Text, int End, string? Doubt)? YearAt(List<Token> tokens, int i, int end, int value)
    {
        int k = end, from = 0;
        if (value == 20 && end == i + 1)
        {
            from = 2000;
        }
        else if (value == 2 && Word(tokens, end) is "thousand")
        {
            from = 2000;
            k = Word(tokens, end + 1) is "and" ? end + 2 : end + 1;
        }

        int part = from > 0 && k < tokens.Count && tokens[k].Kind == TokenKind.Word ? Below(tokens, ref k, 100, out _) : 0;
        return part >= 10 && part < 60 && !IsMeasure(tokens, k) && Word(tokens, k) is not "point" ? ((from + part).ToString(CultureInfo.InvariantCulture), k, null) : null;
    }

    private static (string Digits, int End)? Fraction(List<Token> tokens, int k)
    {
        if (Word(tokens, k) is not ("point" or "points") || k + 1 >= tokens.Count)
        {
            return null;
        }

        if (tokens[k + 1].Kind == TokenKind.Number && tokens[k + 1].Text.Length <= 2 && tokens[k + 1].Text.All(char.IsAsciiDigit))
        {
            return ("." + tokens[k + 1].Text, k + 2);
        }

        string digits = "";
        int end = k + 1;
        while (end < tokens.Count && digits.Length < 4 && (Units.TryGetValue(tokens[end].Lower, out int digit) && digit < 10 || tokens[end].Is("oh")))
        {
            digits += tokens[end].Is("oh") ? 0 : digit;
            end++;
        }

        return digits.Length > 0 ? ("." + digits, end) : null;
    }

    private static int Below(List<Token> tokens, ref int k, int limit, out int words)
    {
        int start = k, value = 0;
        if (Units.TryGetValue(Word(tokens, k), out int unit))
        {
            value = unit;
            k++;
            if (limit > 100 && value is > 0 and < 10 && Word(tokens, k) is "hundred")
            {
                value *= 100;
                k++;
                int after = Word(tokens, k) is "and" ? k + 1 : k;
                if (Units.ContainsKey(Word(tokens, after)) || Tens.ContainsKey(Word(tokens, after)))
                {
                    k = after;
                    value += Below(tokens, ref k, 100, out _);
                }
            }
        }
        else if (Tens.TryGetValue(Word(tokens, k), out int ten))
        {
            value = ten * 10;
            k++;
            if (Units.TryGetValue(Word(tokens, k), out int one) && one is > 0 and < 10)
            {
                value += one;
                k++;
            }
        }

        words = k - start;
        return value;
    }


    private static bool IsMeasure(List<Token> tokens, int k) => k < tokens.Count
        && (tokens[k].Norm is "million" or "billion" or "trillion" or "thousand" or "percent" or "%" or "percentage" or "basi" or "basis" or "bp" or "bps" or "mn" or "bn" or "minute" || (tokens[k].Is("per") && Word(tokens, k + 1) is "cent"));

    private static string Word(List<Token> tokens, int i) => i < tokens.Count ? tokens[i].Lower : "";

    private static Dictionary<string, int> Numbered(int first, params string[] words) => words.Select((w, i) => (w, first + i)).ToDictionary(p => p.w, p => p.Item2, StringComparer.Ordinal);
}
