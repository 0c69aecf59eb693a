namespace ModelBuilder.Figures;

/// <summary>What kind of source says something, the better kinds first: where identities do not decide, the better kind wins.</summary>
public enum SourceKind
{
    /// <summary>A filing with a regulator, or its structured data.</summary>
    Filing,

    /// <summary>A company's press release.</summary>
    Release,

    /// <summary>An edited transcript of a call.</summary>
    Transcript,

    /// <summary>A transcript by speech recognition or machine translation.</summary>
    MachineTranscript,

    /// <summary>A summary made of the company's documents by somebody else.</summary>
    Summary,

    /// <summary>A news article, an analysis, a broker's note.</summary>
    Article,

    /// <summary>Somebody's notes, or a figure typed in without a source.</summary>
    Notes,
}

/// <summary>Where a number stands, so that a person can look it up.</summary>
/// <param name="Document">The document's file name.</param>
/// <param name="Source">What kind of document it is.</param>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Start">Characters from the start of that line to the number.</param>
/// <param name="Length">Characters that the number takes.</param>
/// <param name="Quote">The sentence, table row or fact in which it stands; never empty.</param>
/// <param name="Speaker">Who says it, where known.</param>
/// <param name="Path">The table cell or XBRL fact, where it stands in one.</param>
public sealed record Provenance(
    string Document, SourceKind Source, int Line, int Start, int Length, string Quote, string? Speaker = null, string? Path = null)
{
    /// <summary>The sentence, table row or fact in which the number stands.</summary>
    /// <exception cref="ArgumentException">Empty.</exception>
    public string Quote { get; } = string.IsNullOrWhiteSpace(Quote) ? throw new ArgumentException("a number without its sentence cannot be trusted", nameof(Quote)) : Quote;

    /// <summary>True where a person typed the number into a table of figures, in base units.</summary>
    public bool IsTyped { get; init; }

    /// <summary><c>document:line</c>, as a person would write it.</summary>
    public string Place => FormattableString.Invariant($"{Document}:{Line}");
}
