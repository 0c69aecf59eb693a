using System.Globalization;
using System.Text.RegularExpressions;

namespace ModelBuilder.Tests.Extraction.Heard;

/// <summary>
/// Writes a text as speech recognizers do, always the same for a seed: one in small letters without any sign and with all numbers in
/// words, the other with some of both; and, where asked for, words of the trade for others that sound like them. It knows
/// nothing of the program's tables.
/// </summary>
internal static partial class Recognizer
{
    // homophones and near ones, from general knowledge of English and its finance words
    private static readonly (string Said, string Heard)[] Confusions =
    [
        ("gross profit", "growth profit"), ("gross margin", "growth margin"), ("ebitda", "a bit da"), ("net loss", "net lost"), ("year over year", "year over here"), ("compared to", "compare to"), ("third quarter", "third corner"), ("sales", "sails"), ("capital expenditures", "capital expenditure is"),
        ("million", "minion"), ("basis points", "bases points"), ("cash flow", "cashflow"), ("operating", "operate in"), ("increased", "increase"), ("decreased", "decrease"), ("approximately", "a proximately"),
    ];

    /// <summary>Small letters, no signs, numbers in words, one line.</summary>
    public static string Plain(string text, int seed, double confused = 0)
    {
        Random random = new(seed);
        string said = OneLine(text);
        said = Dollars().Replace(said, m => Money(m, random));
        said = QuarterName().Replace(said, m => "q " + Spoken.Whole(m.Groups[1].Value[0] - '0', false));
        said = PercentRange().Replace(said, "$1% to ").Replace("%", " percent ", StringComparison.Ordinal).Replace("&", " and ", StringComparison.Ordinal);
        said = Minus().Replace(said, "negative ");
        said = YearName().Replace(said, m => Spoken.Year(int.Parse(m.Value, CultureInfo.InvariantCulture)));
        said = Number().Replace(said, m => m.Length < 9 ? Spoken.Number(m.Value.TrimEnd(','), random.Next(5) < 3) : m.Value);
        said = Confuse(Signs().Replace(Hyphen().Replace(said, " "), " ").ToLowerInvariant(), random, confused);
        return "Speaker 1: " + Spaces().Replace(said, " ").Trim();
    }

    /// <summary>Capitals and some full stops stay; some decimals are in words.</summary>
    public static string Punctuated(string text, int seed, double confused = 0)
    {
        Random random = new(seed);
        string said = Decimal().Replace(OneLine(text), m => random.Next(10) switch
        {
            < 3 => Spoken.Number(m.Value, random.Next(2) == 0),
            < 5 => m.Value.Replace(".", " point ", StringComparison.Ordinal),
            _ => m.Value,
        });
        IEnumerable<string> words = said.Replace("%", random.Next(2) == 0 ? " percent" : "%", StringComparison.Ordinal).Split(' ').Select(w => w switch
        {
            [.., ','] when random.Next(10) < 8 => w[..^1],
            [.., not 'S' and not 'r', '.'] when random.Next(10) < 3 => w[..^1],
            _ => w,
        });
        return "Speaker 1: " + Confuse(string.Join(' ', words), random, confused);
    }

    private static string OneLine(string text) => Spaces().Replace(string.Join(' ', text.Split('\n').Select(l => Speaker().Replace(l.Trim(), ""))), " ");

    private static string Money(Match m, Random random)
    {
        string number = m.Groups[1].Value, scale = m.Groups[2].Value;
        bool and = random.Next(5) < 3;
        if (scale.Length > 0 || !Cents().IsMatch(number))
        {
            return number.Length < 9 ? $"{Spoken.Number(number, and)} {scale} dollars " : m.Value;
        }

        string[] parts = number.Split('.');
        string cents = Spoken.Whole(int.Parse(parts[1], CultureInfo.InvariantCulture), and) + " cents ";
        return parts[0] == "0" ? cents : $"{Spoken.Number(parts[0], and)} dollars and {cents}";
    }

    private static string Confuse(string text, Random random, double often)
    {
        foreach ((string said, string heard) in Confusions)
        {
            text = Regex.Replace(text, $@"\b{said}\b", m => random.NextDouble() < often ? heard : m.Value, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
        }

        return text;
    }

    [GeneratedRegex(@"^(?:Speaker \d+|Operator): ", RegexOptions.CultureInvariant)]
    private static partial Regex Speaker();

    [GeneratedRegex(@"\$\s?([\d,]*\d(?:\.\d+)?)(?:[ -]?(million|billion|thousand))?", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();

    [GeneratedRegex(@"\bQ([1-4])\b", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterName();

    [GeneratedRegex(@"(\d)%(?:-| - )(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PercentRange();

    [GeneratedRegex(@"(?<![\w%])[-−](?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Minus();

    [GeneratedRegex(@"\b(?:19\d\d|20[0-4]\d)\b(?![,.]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex YearName();

    [GeneratedRegex(@"(?<![\w.])\d[\d,]*(?:\.\d+)?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\w.$,])\d{1,3}\.\d+(?=%| million| billion)", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^\d+\.\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Cents();

    [GeneratedRegex(@"(?<=\w)-(?=\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphen();

    [GeneratedRegex(@"[^\w\s'<>]", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
