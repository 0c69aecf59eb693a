using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Recognises how a wrong number may have come about.</summary>
internal static class Slips
{
    /// <summary>The probable cause in words, or null where nothing fits.</summary>
    /// <param name="wrong">The number that lost.</param>
    /// <param name="right">The number used.</param>
    /// <param name="half">How exactly the wrong one was stated.</param>
    public static string? Cause(decimal wrong, decimal right, decimal half)
    {
        if (wrong == 0 || right == 0)
        {
            return null;
        }

        if (Near(-wrong, right, half))
        {
            return "probably the sign";
        }

        foreach (int power in new[] { 1, -1, 3, -3, 2, -2, 6, -6, 4, -4, 5, -5 })
        {
            decimal factor = (decimal)Math.Pow(10, Math.Abs(power));
            decimal scaled = power > 0 ? wrong / factor : wrong * factor;
            if (Near(scaled, right, (power > 0 ? half / factor : half * factor) + (0.005m * Math.Abs(right))))
            {
                return power > 0 ? $"probably a slip of scale: {Times(power)} too large" : $"probably a slip of scale: {Times(-power)} too small";
            }
        }

        return Digits(wrong, right, half);
    }

    /// <summary>True for two digit strings of which one is the other with a digit inserted, dropped, changed or two swapped.</summary>
    internal static string? Compare(string wrong, string right)
    {
        if (wrong.Length == right.Length)
        {
            int[] different = [.. Enumerable.Range(0, wrong.Length).Where(i => wrong[i] != right[i])];
            if (different.Length == 2 && different[1] == different[0] + 1 && (Teen(wrong, right, different[0]) || Teen(right, wrong, different[0])))
            {
                return "probably misheard, as seventeen for seventy";
            }

            return different.Length switch
            {
                1 => "probably one digit misheard or mistyped",
                2 when different[1] == different[0] + 1 && wrong[different[0]] == right[different[1]] && wrong[different[1]] == right[different[0]] => "probably two digits swapped",
                _ => null,
            };
        }

        (string longer, string shorter) = wrong.Length > right.Length ? (wrong, right) : (right, wrong);
        return longer.Length == shorter.Length + 1 && Enumerable.Range(0, longer.Length).Any(i => longer.Remove(i, 1) == shorter)
            ? wrong.Length > right.Length ? "probably a digit inserted" : "probably a digit dropped"
            : null;
    }

    /// <summary>How a number that was stated may have come from the one that would fit, told to as many digits; null where they are too different.</summary>
    /// <param name="said">What was stated.</param>
    /// <param name="meant">What would fit.</param>
    /// <param name="half">How exactly it was stated.</param>
    public static string? SameDigits(decimal said, decimal meant, decimal half) =>
        half <= 0 || (said > 0) != (meant > 0) || Math.Max(Math.Abs(said), Math.Abs(meant)) * 1e-12m > half ? null : Compare(Whole(said / (half * 2)), Whole(meant / (half * 2)));

    // The wrong number's digits against the right one's, read to as many digits.
    private static string? Digits(decimal wrong, decimal right, decimal half)
    {
        if ((wrong > 0) != (right > 0) || half <= 0 || Math.Max(Math.Abs(wrong), Math.Abs(right)) * 1e-12m > half)
        {
            return null;
        }

        decimal unit = half * 2;
        string said = Whole(wrong / unit).TrimEnd('0');
        if (Compare(Whole(wrong / unit), Whole(right / unit)) is { } plain && plain.Contains("misheard,", StringComparison.Ordinal))
        {
            return plain;
        }

        foreach (decimal step in new[] { unit, unit / 10, unit * 10, unit * 100 })
        {
            string meant = Whole(right / step).TrimEnd('0');
            if (Math.Min(said.Length, meant.Length) >= 2 && Compare(said, meant) is { } cause)
            {
                return cause;
            }
        }

        return null;
    }

    // 617 and 670: "seventeen" against "seventy".
    private static bool Teen(string teen, string ty, int at) => teen[at] == '1' && teen[at + 1] is >= '3' and <= '9' && ty[at] == teen[at + 1] && ty[at + 1] == '0';

    private static string Whole(decimal value) =>
        Math.Abs(value) > 1e20m ? "" : decimal.Round(Math.Abs(value), 0, MidpointRounding.AwayFromZero).ToString("0", System.Globalization.CultureInfo.InvariantCulture);

    private static bool Near(decimal a, decimal b, decimal half) => Math.Abs(a - b) <= half;

    private static string Times(int power) => power switch { 1 => "ten times", 2 => "a hundred times", 3 => "a thousand times", 6 => "a million times", _ => $"10^{power} times" };
}
