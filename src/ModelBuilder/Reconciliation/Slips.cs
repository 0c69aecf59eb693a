using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Recognises how a wrong number may have come about: which single slip leads to the number that would be right.</summary>
internal static class Slips
{
    private const decimal Smallest = 1e-15m;
    private const decimal Furthest = 200;
    private const int Telling = 3;
    private const decimal ScaleSlack = 0.005m;
    private static readonly string[] ScaleWords = ["thousands", "millions", "billions", "trillions"];
    private static readonly int[] Powers = [1, -1, 3, -3, 2, -2, 6, -6, 4, -4, 5, -5];

    /// <summary>The probable cause in words, or null where nothing fits.</summary>
    /// <param name="wrong">The number that lost.</param>
    /// <param name="right">Where the right one lies.</param>
    /// <param name="half">How exactly the wrong one was stated.</param>
    /// <param name="asExact">True where the right one would have been told as exactly: 8.18 is then no slip of 8.108.</param>
    public static string? Cause(decimal wrong, Interval right, decimal half, bool asExact = false)
    {
        // Where the right number is not known better than it differs from the wrong one, any slip would do.
        if (wrong == 0 || right.Middle == 0 || right.Contains(wrong) || right.Width > Math.Abs(wrong - right.Middle))
        {
            return null;
        }

        if (right.Widen(half).Contains(-wrong))
        {
            return "probably the sign";
        }

        // What fits exactly goes before what fits nearly.
        return Scaled(wrong, right, half, 0)
            ?? ((wrong > 0) == (right.Middle > 0) ? Digits(Math.Abs(wrong), right.Middle > 0 ? right : -right, half, asExact) : null)
            ?? Scaled(wrong, right, half, ScaleSlack * Math.Abs(right.Middle));
    }

    /// <summary>As above, of one right number.</summary>
    public static string? Cause(decimal wrong, decimal right, decimal half) => Cause(wrong, Interval.Of(right), half);

    /// <summary>True where two numbers are so alike that one is probably a slip of the other: those of one or two digits often are alike by chance.</summary>
    public static bool Alike(decimal a, decimal b, decimal half) =>
        half > 0 && Math.Min(Math.Abs(a), Math.Abs(b)) >= (decimal)Math.Pow(10, Telling - 1) * half * 2 && (Cause(a, b, half) ?? Cause(b, a, half)) is not null;

    private static string? Scaled(decimal wrong, Interval right, decimal half, decimal slack)
    {
        foreach (int power in Powers)
        {
            decimal factor = (decimal)Math.Pow(10, power);
            if (right.Widen((half / factor) + slack).Contains(wrong / factor))
            {
                return $"probably a slip of scale: {Times(Math.Abs(power))} too {(power > 0 ? "large" : "small")}{Scales(right.Middle, power)}";
            }
        }

        return null;
    }

    // The number with one digit changed, two swapped, one inserted or dropped, told as exactly as it was; as whole numbers of
    // its last digit, because very many may have to be compared.
    private static string? Digits(decimal wrong, Interval right, decimal half, bool asExact)
    {
        decimal unit = half * 2;
        if (half <= 0 || wrong * Smallest > unit || right.High > wrong * Furthest || right.High * Furthest < wrong)
        {
            return null;
        }

        // Zeros at the end may be meant or not; a number of one digit is nobody's slip.
        long said = (long)decimal.Round(wrong / unit, 0, MidpointRounding.AwayFromZero);
        if (!HasDigits(said))
        {
            return null;
        }

        (decimal low, decimal high) = ((right.Low - half) / unit, (right.High + half) / unit);
        bool Fits(long number) => number >= 10 && number >= low && number <= high;
        bool FitsLonger(long number) => !asExact && number >= low * 10 && number <= high * 10;
        bool swapped = false, changed = false, zero = false, inserted = false, dropped = false;
        for (long place = 1; place <= said; place *= 10)
        {
            long above = said / place, below = said % place;
            int digit = (int)(above % 10), before = (int)(above / 10 % 10);
            bool top = above < 10;
            if (!top && (Teen(before, digit) is var heard and > 0) && Fits((above / 100 * 100 + heard) * place + below))
            {
                return "probably misheard, as seventeen for seventy";
            }

            swapped |= !top && Fits((above / 100 * 100 + (digit * 10) + before) * place + below);
            bool without = Fits((above / 10 * place) + below) || (!top && !asExact && Fits(((above / 10 * place) + below) * 10));
            zero |= without && digit == 0;
            inserted |= without;
            for (int other = 0; other <= 9; other++)
            {
                changed |= (other > 0 || !top) && Fits(said + ((other - digit) * place));
                long with = (((above * 10) + other) * place) + below;
                dropped |= Fits(with) || FitsLonger(with) || (top && other > 0 && Fits((other * place * 10) + said));
            }
        }

        return zero ? "probably a digit inserted" : swapped ? "probably two digits swapped" : changed ? "probably one digit misheard or mistyped" : inserted ? "probably a digit inserted" : dropped ? "probably a digit dropped" : null;
    }

    // 617 and 670: "seventeen" against "seventy".
    private static int Teen(int tens, int ones) => tens == 1 && ones >= 3 ? ones * 10 : tens >= 3 && ones == 0 ? 10 + tens : 0;

    private static bool HasDigits(long said)
    {
        while (said > 0 && said % 10 == 0)
        {
            said /= 10;
        }

        return said >= 10;
    }

    private static string Times(int power) => power switch { 1 => "ten times", 2 => "a hundred times", 3 => "a thousand times", 6 => "a million times", _ => $"10^{power} times" };

    // What was probably said for what; thousands of millions are as usual as billions, but nobody says trillions for them.
    private static string Scales(decimal right, int power)
    {
        int meant = Scale(Math.Abs(right) / (power > 0 ? 10 : 1)), said = meant + (power / 3);
        return Math.Abs(power) is 3 or 6 && meant >= 0 && said >= 0 && said < ScaleWords.Length ? $", {ScaleWords[said]} for {ScaleWords[meant]}" : "";
    }

    private static int Scale(decimal size) => size switch { >= 1e12m => 3, >= 1e9m => 2, >= 1e5m => 1, >= 100 => 0, _ => -1 };
}
