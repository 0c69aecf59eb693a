using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>
/// Numbers as speech recognition writes them, made one token: "three hundred and two point four million", "60-point two",
/// "twenty twenty" as a year, "280 1.3 million" heard in two pieces, "16. 1%" with a lost space. Words stay words where
/// nothing after or before them says that they are an amount ("two years", "one of").
/// </summary>
internal static class SpokenNumbers
{
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
                if (number.End < tokens.Count && number.Text.Contains('.', StringComparison.Ordinal) && tokens[number.End].Norm is "cent" && tokens.Skip(i - 2).Take(3).Concat(tokens.Skip(i - 3).Take(1)).Any(t => t.Norm is "dollar" or "euro"))
                {
                    // "four dollars and twenty cents" is 4.20 dollars
                    joined.Add(tokens[++i] with { Text = "dollars", Lower = "dollars", Norm = "dollar" });
                }

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

    private static bool MayBegin(List<Token> tokens, int i) => tokens[i].Kind == TokenKind.Number
        ? i + 2 < tokens.Count && (tokens[i + 1].Is("point") || tokens[i + 1].Is(".") || tokens[i + 1].Kind == TokenKind.Number || tokens[i + 1].Norm is "dollar" || NumberWords.IsCount(tokens[i + 1].Lower))
        : tokens[i].Kind == TokenKind.Word && (NumberWords.IsCount(tokens[i].Lower) || tokens[i].Lower is "a" or "half" or "point" || (i > 0 && PeriodReader.IsMonth(tokens[i - 1])));

    private static (string Text, int End, string? Doubt)? At(List<Token> tokens, int i)
    {
        if (tokens[i].Kind == TokenKind.Number)
        {
            return Printed(tokens, i);
        }

        if (tokens[i].Lower is "half" or "point")
        {
            return BelowOne(tokens, i);
        }

        if (i > 0 && PeriodReader.IsMonth(tokens[i - 1]) && NumberWords.Day(tokens, i) is { } date)
        {
            return (date.Day.ToString(CultureInfo.InvariantCulture), date.End, null);
        }

        int k = i;
        int value = NumberWords.Cardinal(tokens, ref k, out int words);
        if (words == 0)
        {
            return null;
        }

        if (YearAt(tokens, k, value) is { } year)
        {
            return year;
        }

        string text = value.ToString(CultureInfo.InvariantCulture);
        if (NumberWords.Fraction(tokens, k) is { } fraction)
        {
            return (text + fraction.Digits, fraction.End, null);
        }

        // "one twenty five million"
        int whole = i;
        if (words == 1 && NumberWords.WithoutHundred(tokens, ref whole) is > 0 and var hundreds && (IsMeasure(tokens, whole) || NumberWords.Fraction(tokens, whole) is not null))
        {
            string heard = string.Join(' ', tokens.Skip(i).Take(whole - i).Select(t => t.Text));
            (string digits, int end) = NumberWords.Fraction(tokens, whole) ?? ("", whole);
            return (hundreds.ToString(CultureInfo.InvariantCulture) + digits, end, $"'{heard}' read as {hundreds.ToString(CultureInfo.InvariantCulture)}");
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

        if (Cents(tokens, k) is { } cents)
        {
            return (text + cents.Digits, cents.End, null);
        }

        bool day = value <= 31 && i > 0 && PeriodReader.IsMonth(tokens[i - 1]);
        bool amount = IsMeasure(tokens, k) || (words > 1 && Word(tokens, k) is not ("month" or "months" or "year" or "years")) || day || OpensRange(tokens, k) || (i > 0 && Currencies.Before(tokens, i) is not null);
        return amount ? (text, k, null) : null;
    }

    // "four dollars and twenty cents": the word for cents is left to say the currency
    private static (string Digits, int End)? Cents(List<Token> tokens, int k)
    {
        if (Word(tokens, k) is not ("dollar" or "dollars" or "euro" or "euros"))
        {
            return null;
        }

        int at = Word(tokens, k + 1) is "and" ? k + 2 : k + 1, end = at;
        int cents = at < tokens.Count && tokens[at] is { Kind: TokenKind.Number, Text: [>= '0' and <= '9'] or [>= '0' and <= '9', >= '0' and <= '9'] } printed
            ? int.Parse(printed.Text, CultureInfo.InvariantCulture) : NumberWords.Below(tokens, ref end, 100);
        end = end == at ? at + 1 : end;
        return cents > 0 && Word(tokens, end) is "cents" or "cent" ? (string.Create(CultureInfo.InvariantCulture, $".{cents:00}"), end) : null;
    }

    // "ten to twelve percent"
    private static bool OpensRange(List<Token> tokens, int k)
    {
        int end = k + 1;
        if (Word(tokens, k) is not ("to" or "and" or "or"))
        {
            return false;
        }

        NumberWords.Cardinal(tokens, ref end, out int words);
        end = words > 0 && NumberWords.Fraction(tokens, end) is { } fraction ? fraction.End : end;
        return words > 0 && IsMeasure(tokens, end);
    }

    // "half a percent", "point five percent"
    private static (string Text, int End, string? Doubt)? BelowOne(List<Token> tokens, int i)
    {
        if (tokens[i].Is("point"))
        {
            return NumberWords.Fraction(tokens, i) is { } fraction && IsMeasure(tokens, fraction.End) && (i == 0 || tokens[i - 1] is not { Kind: TokenKind.Number } && !NumberWords.Has(tokens[i - 1].Lower))
                ? ("0" + fraction.Digits, fraction.End, null) : null;
        }

        int end = Word(tokens, i + 1) is "of" ? i + 3 : i + 2;
        return Word(tokens, end - 1) is "a" && Word(tokens, end) is "percent" or "million" or "billion" or "%" or "point" && !(i > 0 && Word(tokens, i - 1) is "a" or "and" or "second" or "first") ? ("0.5", end, null) : null;
    }

    // a printed number that goes on in words or in a second piece
    private static (string Text, int End, string? Doubt)? Printed(List<Token> tokens, int i)
    {
        string first = tokens[i].Text;
        if (first.Contains('.', StringComparison.Ordinal) || !int.TryParse(first, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int whole))
        {
            return null;
        }

        if (NumberWords.Fraction(tokens, i + 1) is { } fraction)
        {
            return (first + fraction.Digits, fraction.End, null);
        }

        if (Cents(tokens, i + 1) is { } cents)
        {
            return (first + cents.Digits, cents.End, null);
        }

        // "300 thirteen point one million"
        int k = i + 1;
        if (whole >= 100 && whole < 1000 && whole % 100 == 0 && NumberWords.Below(tokens, ref k, 100) is > 0 and var low && NumberWords.Fraction(tokens, k) is { } tenths)
        {
            return ((whole + low).ToString(CultureInfo.InvariantCulture) + tenths.Digits, tenths.End, $"'{first}' and what follows read as one number");
        }

        Token second = tokens[i + 1];
        if (second.Is(".") && tokens[i + 2] is { Kind: TokenKind.Number } digits && (second.Start == tokens[i].End ? digits.Start == second.End + 1 : second.Start == tokens[i].End + 1 && digits.Start == second.End) && whole is < 1990 or > 2100
            && digits.Text.Length <= 2 && digits.Text.All(char.IsAsciiDigit) && IsMeasure(tokens, i + 3))
        {
            return (first + "." + digits.Text, i + 3, $"'{first} . {digits.Text}' read as {first}.{digits.Text}");
        }

        // 280 1.3 million was heard in two pieces: hundreds and tens, then the rest
        bool fits = second.Kind == TokenKind.Number && decimal.TryParse(second.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal rest)
            && whole >= 20 && whole < 1000 && rest > 0 && (whole % 10 == 0 && rest < 10 || whole % 100 == 0 && rest < 100);
        return fits && IsMeasure(tokens, i + 2) && i > 0 && Currencies.Before(tokens, i) is not null
            ? ((whole + decimal.Parse(second.Text, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), i + 2, $"'{first} {second.Text}' read as one number")
            : null;
    }

    // twenty twenty, twenty nineteen, nineteen ninety eight; "two thousand and nineteen" is read as any number
    private static (string Text, int End, string? Doubt)? YearAt(List<Token> tokens, int end, int value)
    {
        int k = end, part = value is 19 or 20 && k < tokens.Count && tokens[k].Kind == TokenKind.Word ? NumberWords.Below(tokens, ref k, 100) : 0;
        return (value == 20 ? part is >= 10 and < 60 : part >= 60) && !IsMeasure(tokens, k) && Word(tokens, k) is not "point" ? (((value * 100) + part).ToString(CultureInfo.InvariantCulture), k, null) : null;
    }

    private static bool IsMeasure(List<Token> tokens, int k) => k < tokens.Count
        && (tokens[k].Norm is "million" or "billion" or "trillion" or "thousand" or "percent" or "%" or "percentage" or "basi" or "basis" or "bp" or "bps" or "mn" or "bn" or "minute" or "dollar" or "euro" or "yuan" or "cent" || (tokens[k].Is("per") && Word(tokens, k + 1) is "cent"));

    private static string Word(List<Token> tokens, int i) => i < tokens.Count ? tokens[i].Lower : "";
}
