namespace ModelBuilder.Extraction;

/// <summary>
/// Percentages said by their place in a ten that is named: "low to mid 20s" is 21% to 26%, "high teens" 17% to 19%. By convention low
/// is 1 to 3 of the ten, mid 4 to 6, high 7 to 9; both ends are approximate. "Mid single digits" and "double-digit" name no number.
/// </summary>
internal static class VagueShares
{
    /// <summary>The percentage that begins at a token, or null: its middle, with the span as its precision.</summary>
    public static Quantity? At(List<Token> tokens, int i)
    {
        // "high single digits to low teens": where it begins is no number
        if (Thirds(Word(i)) is not { } from || (Word(i - 1) is "to" && Word(i - 2) is "digit" or "digits"))
        {
            return null;
        }

        (int Low, int High) to = from;
        int k = i + 1;
        if (Thirds(Word(k)) is { } next)
        {
            (to, k) = (next, k + 1);
        }
        else if (Word(k) is "to" && Thirds(Word(k + 1)) is { } other)
        {
            (to, k) = (other, k + 2);
        }

        k = Word(k) is "end" && Word(k + 1) is "of" ? k + 2 : k;
        if (Ten(tokens, k) is not var (ten, end))
        {
            return null;
        }

        // "mid to low 20s" goes down
        int low = ten + Math.Min(from.Low, to.Low), high = ten + Math.Max(from.High, to.High);
        end = Word(end) is "percent" or "percentage" or "%" ? end + 1 : end;
        bool points = Word(end) is "point" or "points";
        return points ? null : new Quantity(i, end, i, QuantityKind.Percent, (low + high) / 200m, (high - low) / 200m, null) { Approximate = true, Ends = (low / 100m, high / 100m) };

        string Word(int at) => at >= 0 && at < tokens.Count ? tokens[at].Lower : "";
    }

    private static (int Low, int High)? Thirds(string word) => word switch
    {
        "low" or "lower" => (1, 3),
        "mid" or "middle" => (4, 6),
        "high" or "upper" or "higher" => (7, 9),
        _ => null,
    };

    // teens, the 20s, "20%" only as "mid 20% range"
    private static (int Ten, int End)? Ten(List<Token> tokens, int k)
    {
        string word = Word(k), then = Word(k + 1);
        if (word is "teens" or "teen")
        {
            return (10, k + 1);
        }

        int ten = word switch { "twenties" => 20, "thirties" => 30, "forties" => 40, "fifties" => 50, "sixties" => 60, "seventies" => 70, "eighties" => 80, "nineties" => 90, _ => 0 };
        if (ten > 0)
        {
            return (ten, k + 1);
        }

        bool round = word.Length == 2 && word[1] == '0' && word[0] is >= '1' and <= '9' && tokens[k].Kind == TokenKind.Number;
        if (!round)
        {
            return null;
        }

        ten = (word[0] - '0') * 10;
        int apostrophe = then is "'" or "\u2019" ? 1 : 0;
        return Word(k + 1 + apostrophe) is "s" or "'s" ? (ten, k + 2 + apostrophe)
            : then is "%" or "percent" && Word(k + 2) is "range" or "area" or "level" or "levels" ? (ten, k + 3) : null;

        string Word(int at) => at < tokens.Count ? tokens[at].Lower : "";
    }
}
