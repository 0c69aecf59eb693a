using ModelBuilder.Documents;

namespace ModelBuilder.Extraction;

/// <summary>A sentence with its place. What several readers of a document ask it is found once.</summary>
/// <param name="line">The line it stands in.</param>
/// <param name="start">Characters from the start of the line.</param>
/// <param name="text">The sentence.</param>
/// <param name="tokens">Its tokens, one at least; their positions count from the start of the line.</param>
internal sealed class Sentence(TextLine line, int start, string text, List<Token> tokens)
{
    private List<PeriodPhrase>? periods;
    private List<Quantity>? quantities;

    public TextLine Line { get; } = line;

    public int Start { get; } = start;

    public string Text { get; } = text;

    public List<Token> Tokens { get; } = tokens;

    /// <summary>True for what is longer than any sentence, and for a piece of it.</summary>
    public bool IsOverlong { get; init; }

    /// <summary>The words that name periods, in order.</summary>
    public List<PeriodPhrase> Periods => periods ??= PeriodReader.Read(Tokens);

    /// <summary>Its numbers, those that are part of a period as well.</summary>
    public IReadOnlyList<Quantity> Quantities => quantities ??= QuantityReader.Read(Tokens);

    /// <summary>True where a number has a unit; what is only said about it ("mid 20s") is no amount.</summary>
    public bool HasAmounts => Quantities.Any(q => q.Kind != QuantityKind.Plain && q.Ends is null);
}
