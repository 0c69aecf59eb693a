using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>The words of spoken English numbers: "two thousand three hundred and four", "one oh five", "point two five".</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Units = Numbered(0, "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen");

    private static readonly Dictionary<string, int> Tens = Numbered(2, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static readonly Dictionary<string, int> Ordinals = Numbered(1, "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth");

    /// <summary>True for a word that is part of a number in words.</summary>
    public static bool Has(string lower) => lower is "hundred" || IsCount(lower);

    /// <summary>True for a word that counts by itself: "three", "forty".</summary>
    public static bool IsCount(string lower) => Units.ContainsKey(lower) || Tens.ContainsKey(lower);

    /// <summary>The number at a token, which moves behind it; 0 words where there is none.</summary>
    public static int Cardinal(List<Token> tokens, ref int k, out int words)
    {
        int start = k, value = Below(tokens, ref k, 1000);

        // a thousand with nothing behind it is a scale
        if (k > start && Word(tokens, k) is "thousand" && Fraction(tokens, k + 1) is not null)
        {
            (value, k) = (value * 1000, k + 1);
        }

        int rest = Word(tokens, k) is "thousand" ? Word(tokens, k + 1) is "and" ? k + 2 : k + 1 : 0;
        if (rest > 0 && k > start && IsCount(Word(tokens, rest)))
        {
            int low = Below(tokens, ref rest, 1000);
            if (Word(tokens, rest) is not "thousand")
            {
                value = (value * 1000) + low;
                k = rest;
            }
        }

        words = k - start;
        return value;
    }

    /// <summary>The number below a limit at a token, which moves behind it.</summary>
    public static int Below(List<Token> tokens, ref int k, int limit)
    {
        int value = 0;
        if (limit > 100 && Word(tokens, k) is "a" && Word(tokens, k + 1) is "hundred")
        {
            k += 2;
            return 100 + AfterHundred(tokens, ref k);
        }

        if (Units.TryGetValue(Word(tokens, k), out int unit))
        {
            value = unit;
            k++;
            if (limit > 100 && value > 0 && Word(tokens, k) is "hundred")
            {
                k++;
                value = (value * 100) + AfterHundred(tokens, ref k);
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

        return value;
    }

    /// <summary>"one twenty five" is a hundred and twenty five and "three oh nine" three hundred and nine, where a measure follows; 0 where it is neither.</summary>
    public static int WithoutHundred(List<Token> tokens, ref int k)
    {
        if (!Units.TryGetValue(Word(tokens, k), out int hundreds) || hundreds is 0 or > 9)
        {
            return 0;
        }

        int end = k + 1;
        bool oh = Word(tokens, end) is "oh";
        end += oh ? 1 : 0;
        int low = Below(tokens, ref end, 100);
        if (oh ? low is 0 or > 9 : low < 10)
        {
            return 0;
        }

        k = end;
        return (hundreds * 100) + low;
    }

    /// <summary>The decimals that begin with "point" at a token.</summary>
    public static (string Digits, int End)? Fraction(List<Token> tokens, int k)
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

        // "point twenty five" is said of hundredths
        int two = k + 1, hundredths = digits.Length == 0 ? Below(tokens, ref two, 100) : 0;
        return digits.Length > 0 ? ("." + digits, end) : hundredths >= 10 ? (string.Create(CultureInfo.InvariantCulture, $".{hundredths}"), two) : null;
    }

    /// <summary>The day of a month: "thirty first", "thirtieth".</summary>
    public static (int Day, int End)? Day(List<Token> tokens, int i)
    {
        int tens = Word(tokens, i) is "twenty" ? 20 : Word(tokens, i) is "thirty" ? 30 : 0;
        return Word(tokens, i) is "thirtieth" ? (30, i + 1)
            : tens > 0 && Ordinals.TryGetValue(Word(tokens, i + 1), out int day) && day < 10 ? (tens + day, i + 2)
            : Ordinals.TryGetValue(Word(tokens, i), out day) ? (day, i + 1) : null;
    }

    private static int AfterHundred(List<Token> tokens, ref int k)
    {
        int after = Word(tokens, k) is "and" ? k + 1 : k;
        if (!IsCount(Word(tokens, after)))
        {
            return 0;
        }

        // "between one hundred and one hundred twenty million" are two numbers
        int end = after, low = Below(tokens, ref end, 100);
        if (Word(tokens, end) is "hundred" || (after > k && Word(tokens, end) is "and" && IsCount(Word(tokens, end + 1)) && low < 10))
        {
            return 0;
        }

        k = end;
        return low;
    }

    private static string Word(List<Token> tokens, int i) => i < tokens.Count ? tokens[i].Lower : "";

    private static Dictionary<string, int> Numbered(int first, params string[] words) => words.Select((w, i) => (w, first + i)).ToDictionary(p => p.w, p => p.Item2, StringComparer.Ordinal);
}
