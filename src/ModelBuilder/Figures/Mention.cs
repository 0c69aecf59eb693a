namespace ModelBuilder.Figures;

/// <summary>Who holds that a number is so.</summary>
public enum MentionKind
{
    /// <summary>The company, of the past or (with a guidance measure) of what it expects.</summary>
    Reported,

    /// <summary>The mean of analysts' estimates.</summary>
    Consensus,

    /// <summary>One broker's forecast.</summary>
    Forecast,

    /// <summary>The analyst's own earlier estimate.</summary>
    Own,
}

/// <summary>One place in one document that states one number for one line, measure and period.</summary>
/// <param name="Line">The line it is said of.</param>
/// <param name="Measure">What is said of the line.</param>
/// <param name="Period">The fiscal period, or null where it cannot be known.</param>
/// <param name="Amount">The number and the precision it was stated with.</param>
/// <param name="Provenance">Where it stands.</param>
public sealed record Mention(LineKey Line, Measure Measure, FiscalPeriod? Period, Amount Amount, Provenance Provenance)
{
    /// <summary>Who holds it; only <see cref="MentionKind.Reported"/> can become an actual.</summary>
    public MentionKind Kind { get; init; } = MentionKind.Reported;

    /// <summary>
    /// What makes its reading less than certain, each in a few words a person understands ("the period is not said in the
    /// sentence", "'growth margin' read as gross margin"); empty for a plain statement. Doubts lower its standing.
    /// </summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];

    /// <summary>What figure it would be, or null where the period is not known.</summary>
    public FigureId? Id => Period is { } p ? new FigureId(Line, Measure, p) : null;
}
