using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Recognises how a wrong number may have come about: which single slip leads to the number that would be right.</summary>
internal static class Slips
{
    private const decimal Smallest = 1e-15m;
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

    // The number with one digit changed, two swapped, one inserted or dropped, told as exactly as it was.
    private static string? Digits(decimal wrong, Interval right, decimal half, bool asExact)
    {
        decimal unit = half * 2;
        if (half <= 0 || wrong * Smallest > unit)
        {
            return null;
        }

        // Zeros at the end may be meant or not; a number of one digit is nobody's slip.
        string said = decimal.Round(wrong / unit, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);
        if (said.TrimEnd('0').Length < 2)
        {
            return null;
        }

        Interval target = right.Widen(half);
        bool Fits(string digits, decimal step) => digits.TrimStart('0').Length > 1 && target.Contains(decimal.Parse(digits, CultureInfo.InvariantCulture) * step);
        return Teens(said).Any(d => Fits(d, unit)) ? "probably misheard, as seventeen for seventy"
            : Shorter(said, zero: true).Any(d => Fits(d, unit) || (!asExact && d[0] == said[0] && Fits(d, unit * 10))) ? "probably a digit inserted"
            : Swapped(said).Any(d => Fits(d, unit)) ? "probably two digits swapped"
            : Changed(said).Any(d => Fits(d, unit)) ? "probably one digit misheard or mistyped"
            : Shorter(said, zero: false).Any(d => Fits(d, unit) || (!asExact && d[0] == said[0] && Fits(d, unit * 10))) ? "probably a digit inserted"
            : Longer(said).Any(d => Fits(d, unit) || (!asExact && d[0] == said[0] && Fits(d, unit / 10))) ? "probably a digit dropped"
            : null;
    }

    // 617 and 670: "seventeen" against "seventy".
    private static IEnumerable<string> Teens(string said) => Places(said, 2).Where(i => (said[i] == '1' && said[i + 1] >= '3') || (said[i] >= '3' && said[i + 1] == '0'))
        .Select(i => said[..i] + (said[i] == '1' ? $"{said[i + 1]}0" : $"1{said[i]}") + said[(i + 2)..]);

    private static IEnumerable<string> Swapped(string said) => Places(said, 2).Select(i => $"{said[..i]}{said[i + 1]}{said[i]}{said[(i + 2)..]}");

    private static IEnumerable<string> Changed(string said) => Places(said, 1).SelectMany(i => "0123456789".Where(d => i > 0 || d != '0').Select(d => $"{said[..i]}{d}{said[(i + 1)..]}"));

    private static IEnumerable<string> Shorter(string said, bool zero) => Places(said, 1).Where(i => said[i] == '0' == zero).Select(i => said.Remove(i, 1));

    private static IEnumerable<string> Longer(string said) => Places(said, 0).SelectMany(i => "0123456789".Select(d => said.Insert(i, d.ToString())));

    private static IEnumerable<int> Places(string said, int taken) => Enumerable.Range(0, said.Length - taken + 1);

    private static string Times(int power) => power switch { 1 => "ten times", 2 => "a hundred times", 3 => "a thousand times", 6 => "a million times", _ => $"10^{power} times" };

    // What was probably said for what; thousands of millions are as usual as billions, but nobody says trillions for them.
    private static string Scales(decimal right, int power)
    {
        int meant = Scale(Math.Abs(right) / (power > 0 ? 10 : 1)), said = meant + (power / 3);
        return Math.Abs(power) is 3 or 6 && meant >= 0 && said >= 0 && said < ScaleWords.Length ? $", {ScaleWords[said]} for {ScaleWords[meant]}" : "";
    }

    private static int Scale(decimal size) => size switch { >= 1e12m => 3, >= 1e9m => 2, >= 1e5m => 1, >= 100 => 0, _ => -1 };
}
