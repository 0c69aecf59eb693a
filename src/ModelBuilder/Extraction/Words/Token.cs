namespace ModelBuilder.Extraction;

internal enum TokenKind
{
    Word,
    Number,
    Symbol,
}

/// <summary>A word, number or sign with its place in the line.</summary>
/// <param name="Start">Characters from the start of the line.</param>
/// <param name="Length">Characters.</param>
/// <param name="Text">As written.</param>
/// <param name="Lower">In lower case.</param>
/// <param name="Norm">In lower case without a plural's s, for comparing with the vocabulary.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Hyphenated">True where a hyphen joins it to the word before.</param>
internal sealed record Token(int Start, int Length, string Text, string Lower, string Norm, TokenKind Kind, bool Hyphenated)
{
    public int End => Start + Length;

    /// <summary>What is doubtful in reading the words it covers so, or null.</summary>
    public string? Doubt { get; init; }

    public bool IsCapitalised => Kind == TokenKind.Word && char.IsUpper(Text[0]);

    public bool Is(string lower) => Lower == lower;

    /// <summary>Lower case without a plural's s.</summary>
    public static string Normalise(string lower) =>
        lower.Length > 3 && lower[^1] == 's' && lower[^2] != 's'
            ? lower.EndsWith("sses", StringComparison.Ordinal) ? lower[..^2] : lower[..^1]
            : lower;
}
