using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>Finds the words that name periods.</summary>
internal sealed partial class PeriodReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] ShortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // every word, other than a number, at which a reader below finds a phrase: most words begin none
    private static readonly HashSet<string> Openers = new(
        ("the a our same corresponding comparable prior previous last preceding past year two three twelve nine in over during this current reporting reported next coming following upcoming now "
        + "q q1 q2 q3 q4 h1 h2 half beginning start quarter three six nine twelve thirteen fourteen twenty thirty forty fifty from first second third fourth fiscal calendar financial sept ' \u2019 full whole entire all")
        .Split(' ').Concat(Months).Concat(ShortMonths), StringComparer.Ordinal);

    private readonly List<Token> tokens;

    private PeriodReader(List<Token> tokens) => this.tokens = tokens;

    /// <summary>The period phrases of a sentence in order.</summary>
    public static List<PeriodPhrase> Read(List<Token> tokens) => Read(tokens, MayOpen);

    /// <summary>The same, looking at those tokens only that <paramref name="mayOpen"/> lets through.</summary>
    internal static List<PeriodPhrase> Read(List<Token> tokens, Func<Token, bool> mayOpen)
    {
        PeriodReader reader = new(tokens);
        List<PeriodPhrase> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (mayOpen(tokens[i]) && (reader.SideBySide(i, found.LastOrDefault()) ?? reader.At(i) ?? reader.Elliptic(i, found.LastOrDefault()) ?? reader.Now(i)) is { } phrase)
            {
                found.Add(phrase);
                i = phrase.End - 1;
            }
        }

        return reader.UnderOpening(found);
    }

    private static bool MayOpen(Token token) => char.IsAsciiDigit(token.Lower[0]) || Openers.Contains(token.Lower) || token.Lower.StartsWith("fy", StringComparison.Ordinal) || MayBeLabel(token);

    private string Word(int i) => (uint)i < (uint)tokens.Count ? tokens[i].Lower : "";

    private PeriodPhrase? At(int i) => Label(i) ?? Ended(i) ?? Spanning(i) ?? OfMonths(i) ?? Relative(i) ?? Quarter(i) ?? Half(i) ?? Span(i) ?? Date(i) ?? FullYear(i);
}
