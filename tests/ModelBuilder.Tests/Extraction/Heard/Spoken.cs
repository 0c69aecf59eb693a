using System.Globalization;

namespace ModelBuilder.Tests.Extraction.Heard;

/// <summary>Numbers as people say them, printed without any table of the program.</summary>
internal static class Spoken
{
    private static readonly string[] Small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly string[] Tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".Split(' ');

    /// <summary>A whole number below a million.</summary>
    public static string Whole(int n, bool and) => n switch
    {
        < 20 => Small[n],
        < 100 => Tens[n / 10] + (n % 10 > 0 ? " " + Small[n % 10] : ""),
        < 1000 => Small[n / 100] + " hundred" + (n % 100 > 0 ? (and ? " and " : " ") + Whole(n % 100, and) : ""),
        _ => Whole(n / 1000, and) + " thousand" + (n % 1000 > 0 ? " " + Whole(n % 1000, and) : ""),
    };

    /// <summary>A number with decimals.</summary>
    public static string Number(string printed, bool and)
    {
        string[] parts = printed.Replace(",", "", StringComparison.Ordinal).Split('.');
        string whole = Whole(int.Parse(parts[0], CultureInfo.InvariantCulture), and);
        return parts.Length == 1 ? whole : whole + " point " + string.Join(' ', parts[1].Select(d => Small[d - '0']));
    }

    /// <summary>A year: twenty twenty one, two thousand and nine.</summary>
    public static string Year(int year) => year is >= 2000 and < 2010 ? "two thousand" + (year > 2000 ? " and " + Small[year - 2000] : "") : Whole(year / 100, false) + " " + (year % 100 < 10 ? "oh " : "") + Whole(year % 100, false);
}
