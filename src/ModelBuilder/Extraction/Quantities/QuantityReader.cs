using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>Finds the numbers of a sentence with scale, currency on either side, sign, precision and hedges. What a period has claimed is no quantity.</summary>
internal static class QuantityReader
{
    // what is printed of an amount; with a scale of trillions it still is a decimal
    private const decimal Largest = 1e15m;

    /// <summary>The quantities in order. <paramref name="claimed"/> marks tokens that are part of something else.</summary>
    public static List<Quantity> Read(List<Token> tokens, bool[]? claimed = null)
    {
        List<Quantity> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && claimed?[i] != true && At(tokens, i, found.Count > 0 ? found[^1].End : 0) is { } quantity)
            {
                found.Add(quantity);
                i = quantity.End - 1;
            }
            else if (claimed?[i] != true && InWords(tokens, i) is { } spelled)
            {
                found.Add(spelled);
                i = spelled.End - 1;
            }
            else if (claimed?[i] != true && VagueShares.At(tokens, i) is { } vague)
            {
                found.Add(vague);
                i = vague.End - 1;
            }
            else if (tokens[i].Is("flat") && claimed?[i] != true && IsNoGrowth(tokens, i))
            {
                found.Add(new Quantity(i, i + 1, i, QuantityKind.Percent, 0, 0.005m, null) { Flat = true, Approximate = true });
            }
        }

        return Ranges.Complete(tokens, Pairs.Complete(tokens, found));
    }

    // "six basis points": a small number in words, where its unit says that it is a measure
    private static Quantity? InWords(List<Token> tokens, int i)
    {
        int end = i;
        bool measured = i + 1 < tokens.Count && (tokens[i + 1].Lower is "basis" or "percentage" || (i + 2 < tokens.Count && tokens[i + 2].Lower is "basis" or "percentage"));
        if (!measured || tokens[i].Kind != TokenKind.Word || !NumberWords.IsCount(tokens[i].Lower) || (i > 0 && (NumberWords.Has(tokens[i - 1].Lower) || tokens[i - 1].Kind == TokenKind.Number || tokens[i - 1].Lower is "point")))
        {
            return null;
        }

        int value = NumberWords.Cardinal(tokens, ref end, out _);
        return Scales.Relative(tokens, end) is { Kind: QuantityKind.Points, Length: > 1 } unit && end > i
            ? new Quantity(i, end + unit.Length, i, QuantityKind.Points, value * unit.Unit, unit.Unit / 2, null) : null;
    }

    // "flat to up 3%", "down 2% to flat", "flat year over year"; "flat" alone is too vague
    private static bool IsNoGrowth(List<Token> tokens, int i)
    {
        string next = Word(i + 1), then = Word(i + 2);
        bool opens = next is "to" && (then is "up" or "down" or "positive" or "slightly" or "a" or "low" or "mid" || (i + 2 < tokens.Count && tokens[i + 2].Kind == TokenKind.Number)) && Enumerable.Range(i + 2, 4).Any(k => k < tokens.Count && (tokens[k].Kind == TokenKind.Number || VagueShares.At(tokens, k) is not null));
        bool closes = Word(i - 1) is "to" && Word(i - 2) is "%" or "percent" or "points";
        bool compared = next is "excluding" or "organically" || next is "year" && then is "over" or "on" || next is "sequentially" or "versus" or "compared" or "quarter" || (next is "to" or "with" or "from" && then is "last" or "prior" or "the" && Word(i + 3) is not "market")
            || (next is "on" && then is "a" && Word(i + 3) is "year" or "constant" or "organic");
        return opens || closes || compared;

        string Word(int k) => k >= 0 && k < tokens.Count ? tokens[k].Lower : "";
    }

    private static Quantity? At(List<Token> tokens, int number, int floor)
    {
        // "tier 1 capital", "slide 9": a name, no amount
        bool named = number > 0 && tokens[number - 1].Lower is "tier" or "slide" or "page" or "phase" && tokens[number].Text.Length <= 2;
        if (named || !TryNumber(tokens[number].Text, out decimal value, out int decimals))
        {
            return null;
        }

        int first = number;
        bool negative = false;
        string? before = null, second = null;
        for (bool moved = true; moved && first > floor;)
        {
            moved = false;
            if (Currencies.Before(tokens, first) is { } currency && first - currency.Length >= floor)
            {
                (second, before) = (before, currency.Code);
                first -= currency.Length;
                moved = true;
            }
            else if (tokens[first - 1].Is(",") && before is null && first - 2 >= floor && tokens[first - 2].Norm is "dollar" or "yuan" or "rmb" && Scales.At(tokens, number + 1, true).Length > 0 && Currencies.Before(tokens, first - 1) is { } spoken)
            {
                // "US dollar, 349.5 million": a pause was heard as a comma
                before = spoken.Code;
                first -= spoken.Length + 1;
                moved = true;
            }
            else if (tokens[first - 1].Lower is "negative" or "minus" || IsMinus(tokens, first))
            {
                negative = true;
                first--;
                moved = true;
            }
        }

        int end = number + 1;
        if (!negative && Bracketed(tokens, number, first, floor) is var (open, close))
        {
            (first, end, negative) = (open, close, true);
            before ??= Currencies.Before(tokens, open) is { } outside && open - outside.Length >= floor ? outside.Code : null;
            first = before is not null && Currencies.Before(tokens, open) is { } sign && tokens[open].Is("(") ? open - sign.Length : first;
        }

        (decimal scale, int scaleLength) = Scales.At(tokens, end, before is not null);
        end += scaleLength;
        string? after = null;
        while (Currencies.At(tokens, end) is { } suffix && !IsNextAmount(tokens, end + suffix.Length))
        {
            after = suffix.Code;
            end += suffix.Length;
        }

        if (scaleLength == 0 && (Written(tokens, first, number) ?? Written(tokens, number + 1, end)) is { } written)
        {
            (scale, scaleLength) = (written, 1);
        }

        QuantityKind kind = QuantityKind.Plain;
        bool perShare = false;
        decimal unit = scale;
        if (scaleLength == 0 && before is null && after is null && Scales.Relative(tokens, end) is { } relative)
        {
            (kind, unit, int length) = relative;
            end += length;
        }
        else if (scaleLength == 0 && end < tokens.Count && tokens[end].Norm is "cent" or "penny" or "¢")
        {
            // nobody earns 0.09 cents a share: a recognizer put the sign for dollars said as a fraction
            (kind, unit, perShare) = (QuantityKind.Money, value < 1 && decimals == 2 ? 1 : 0.01m, true);
            before ??= Currencies.SomeDollar;
            end++;
        }
        else if (scaleLength == 0 && before is null && after is null && IsMultiple(tokens, end))
        {
            (kind, end) = (QuantityKind.Times, end + 1);
        }
        else if (scaleLength == 0 && after is null && before is null or "GBP" && IsPence(tokens, end, value))
        {
            (kind, unit, perShare, before) = (QuantityKind.Money, 0.01m, true, "GBP");
            end++;
        }
        else if (before is not null || after is not null || scaleLength > 0)
        {
            kind = QuantityKind.Money;
        }
        else if (tokens[number].Text.Count(c => c == ',') > 1 && (end >= tokens.Count || Fillers.MayFollow(tokens[end])))
        {
            // "totaled 257,200,000": what counts millions to the unit and counts nothing by name is money
            kind = QuantityKind.Money;
        }

        // "an operating margin of (36%)": where a verb leads straight to the bracket, nothing else is bracketed
        if (kind == QuantityKind.Percent && first > floor + 1 && tokens[first - 1].Is("(") && end < tokens.Count && tokens[end].Is(")") && tokens[first - 2].Lower is "was" or "were" or "is" or "of" or "to" or "at")
        {
            (negative, first, end) = (true, first - 1, end + 1);
        }

        // "200 million or more"
        string? atLeast = end + 1 < tokens.Count && tokens[end].Is("or") && kind != QuantityKind.Plain ? tokens[end + 1].Lower switch { "more" or "better" or "higher" or "greater" or "above" => "at least", "less" or "lower" => "up to", _ => null } : null;
        end += atLeast is null ? 0 : 2;
        int noun = end + 1;
        while (noun < tokens.Count && tokens[noun].Lower is "diluted" or "basic" or "common" or "ordinary" or "fully" or "adjusted")
        {
            noun++;
        }

        if (noun < tokens.Count && tokens[end].Lower is "per" or "a" or "an" && tokens[noun].Norm is "share" or "ads" or "adr")
        {
            perShare = kind == QuantityKind.Money;
        }
        else if (kind == QuantityKind.Money && scaleLength == 0 && value < 1000 && noun < tokens.Count && tokens[end].Is("based") && tokens[noun].Is("on"))
        {
            perShare = Enumerable.Range(noun, 7).Any(k => k < tokens.Count && tokens[k].Norm is "share" or "ads");
        }

        (bool approximate, string? bound) = Hedges.Before(tokens, first);
        bound ??= atLeast;
        (string? code, string? doubt) = Choose(before, second, after);
        doubt = scaleLength > 0 && tokens[number + 1].Norm is "minute" ? $"'{tokens[number + 1].Text}' read as million"
            : doubt ?? tokens[number].Doubt ?? (before is not null && Currencies.MisheardBefore(tokens, number) is { } meant ? $"the words before it read as {meant}" : null);
        decimal precision = 0.5m * Power(decimals) * unit * (scaleLength == 0 && kind == QuantityKind.Money && decimals == 0 && !approximate ? Written(tokens[number].Text) : 1);
        if (approximate && decimals == 0 && value != 0)
        {
            precision *= Zeros(tokens[number].Text);
        }

        return new Quantity(first, end, number, kind, (negative ? -value : value) * unit, precision, code)
        {
            HasScale = scaleLength > 0, PerShare = perShare, Approximate = approximate, Bound = bound, Negative = negative, Doubt = doubt,
        };
    }

    // "2.5x", "2.5 times"; "3 times a week" counts how often
    private static bool IsMultiple(List<Token> tokens, int end) => end < tokens.Count
        && ((tokens[end].Lower is "x" && tokens[end].Start == tokens[end - 1].End) || tokens[end].Is("turns") || (tokens[end].Lower is "times" && (end + 1 >= tokens.Count || tokens[end + 1].Lower is not ("a" or "an" or "per" or "in" or "more" or "as" or "since"))));

    // "19.8p", "53.7 pence"; "1080p" is a picture
    private static bool IsPence(List<Token> tokens, int end, decimal value) => end < tokens.Count && value < 1000 && value is not (480 or 720)
        && (tokens[end].Lower is "pence" || (tokens[end].Text is "p" && tokens[end].Start == tokens[end - 1].End));

    // "$(6.5) million", "($7.9) million", "(9)%": brackets around the number alone say that it is negative
    private static (int First, int End)? Bracketed(List<Token> tokens, int number, int first, int floor) =>
        first > floor && tokens[first - 1].Is("(") && number + 2 < tokens.Count && tokens[number + 1].Is(")")
        && (tokens[number + 2].Is("%") || Scales.At(tokens, number + 2, money: true).Length > 0 || tokens[number + 2].Is("per") || Currencies.Before(tokens, first - 1) is not null)
            ? (first - 1, number + 2)
            : null;

    // a currency code after the number belongs to the next amount where a number follows it ("5 million RMB 7 million" does not occur; "from $5 to $7" does)
    private static bool IsNextAmount(List<Token> tokens, int i) => i < tokens.Count && tokens[i].Kind == TokenKind.Number;

    private static bool IsMinus(List<Token> tokens, int first) =>
        tokens[first - 1].Text is "-" or "\u2212" or "\u2013" && tokens[first - 1].End == tokens[first].Start
        && (first == 1 || tokens[first - 2].End < tokens[first - 1].Start || tokens[first - 2].Text is "(");

    private static (string? Code, string? Doubt) Choose(string? before, string? second, string? after)
    {
        if (before is null && after is null)
        {
            return default;
        }

        string? exact = new[] { before, second, after }.FirstOrDefault(c => c is not (null or Currencies.SomeDollar or Currencies.YenOrYuan));
        string? vague = before ?? second ?? after;
        bool conflict = exact is not null && new[] { before, second, after }.Any(c => c == Currencies.SomeDollar) && !exact.EndsWith('D');
        return (exact ?? vague, conflict ? $"printed with a dollar sign and {exact}: read as {exact}" : null);
    }

    private static bool TryNumber(string text, out decimal value, out int decimals)
    {
        decimals = 0;
        value = 0;
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        if (text.Length > 20 || (dot >= 0 && text.IndexOf('.', dot + 1) >= 0))
        {
            return false;
        }

        decimals = dot < 0 ? 0 : text.Length - dot - 1;
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value) && value <= Largest;
    }

    private static decimal Power(int decimals)
    {
        decimal unit = 1;
        for (int i = 0; i < decimals; i++)
        {
            unit /= 10;
        }

        return unit;
    }

    // "2,900,000" is how recognizers write 2.9 million: closing zeros are no digits, but those of 500 million are
    private static decimal Written(string text)
    {
        string digits = text.Replace(",", "", StringComparison.Ordinal);
        int zeros = digits.Length - digits.TrimEnd('0').Length;
        return digits.Length < 7 ? 1 : Scale(Math.Min(zeros, (digits.Length - 1) / 3 * 3));
    }

    // the scale that a currency's code among some tokens carries
    private static decimal? Written(List<Token> tokens, int from, int to) => Enumerable.Range(from, to - from).Select(i => Currencies.ScaleOf(tokens[i])).Where(s => s != 1).Select(s => (decimal?)s).FirstOrDefault();

    private static decimal Scale(int zeros) => zeros == 0 ? 1 : 10 * Scale(zeros - 1);

    // the closing zeros of a number that is called approximate are no digits: "about 300 million" is not 299.5 to 300.5
    private static decimal Zeros(string text)
    {
        decimal unit = 1;
        for (int i = text.Length - 1; i > 0 && text[i] is '0' or ','; i--)
        {
            unit *= text[i] == '0' ? 10 : 1;
        }

        return unit;
    }
}
