namespace ModelBuilder.Reconciliation;

/// <summary>
/// How much a run may try in all, counted in looks at a conflict's members rather than in time, so that the same documents
/// always give the same result. What small groups of conflicts need is never near it.
/// </summary>
internal sealed class Effort
{
    private const int MostSteps = 4_000;
    private const int LargestSearched = 16_000;
    private const long MostLooks = 8_000_000;
    private const long RunLooks = 30_000_000;
    private long left = RunLooks;

    /// <summary>True where a group of conflicts of this size may be searched once more.</summary>
    public bool Allows(int literals) => literals <= LargestSearched && left > 0;

    /// <summary>How many steps one search may take.</summary>
    public int Steps(int literals) => Allows(literals) ? (int)Math.Min(MostSteps, MostLooks / Math.Max(1, literals)) : 0;

    /// <summary>Notes what was tried.</summary>
    public void Spend(int steps, int literals) => left -= (long)steps * literals;
}
