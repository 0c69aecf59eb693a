namespace ModelBuilder.Reconciliation;

/// <summary>
/// How sure a decision between numbers is, by how much more the documents would have to be disbelieved for it to fall
/// otherwise; the measure is one plain statement in one edited transcript.
/// </summary>
public enum Sureness
{
    /// <summary>Nothing decides.</summary>
    Open,

    /// <summary>Less than half a statement more: a doubt in the reading, a repetition, a slightly better source. Look it up.</summary>
    Narrow,

    /// <summary>Half a statement to one and a half: one identity or one more source.</summary>
    Likely,

    /// <summary>One and a half statements and more: several identities or sources.</summary>
    Clear,

    /// <summary>The analyst has ruled.</summary>
    Ruled,
}
