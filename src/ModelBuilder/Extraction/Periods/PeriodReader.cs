using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>Finds the words that name periods.</summary>
internal sealed partial class PeriodReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] ShortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly IReadOnlyList<Token> tokens;

    private PeriodReader(IReadOnlyList<Token> tokens) => this.tokens = tokens;

    /// <summary>The period phrases of a sentence in order.</summary>
    public static List<PeriodPhrase> Read(IReadOnlyList<Token> tokens)
    {
        PeriodReader reader = new(tokens);
        List<PeriodPhrase> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if ((reader.SideBySide(i, found.LastOrDefault()) ?? reader.At(i) ?? reader.Elliptic(i, found.LastOrDefault()) ?? reader.Now(i)) is { } phrase)
            {
                found.Add(phrase);
                i = phrase.End - 1;
            }
        }

        return reader.UnderOpening(found);
    }

    private string Word(int i) => i >= 0 && i < tokens.Count ? tokens[i].Lower : "";

    private PeriodPhrase? At(int i) => Ended(i) ?? Relative(i) ?? Quarter(i) ?? Half(i) ?? Span(i) ?? Date(i) ?? FullYear(i);
}
