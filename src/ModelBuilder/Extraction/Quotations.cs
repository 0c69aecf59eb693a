namespace ModelBuilder.Extraction;

/// <summary>What others counted: "according to the trade association, sales of boats rose 9%" is not the company's.</summary>
internal sealed class Quotations
{
    private bool quoted;

    /// <summary>True where a sentence says what others counted. What was heard may be torn: there it holds until somebody speaks of "us".</summary>
    public bool Holds(Clause clause, bool heard)
    {
        quoted = Names(clause) || (heard && quoted && !clause.Tokens.Exists(t => t.Lower is "we" or "our" or "i" or "us"));
        return quoted && clause.Quantities.Count > 0;
    }

    private static bool Names(Clause clause) => clause.Open && Enumerable.Range(0, clause.Quantities.Count > 0 ? clause.Quantities[0].First : clause.Tokens.Count)
        .Any(i => clause.Word(i) is "according" && clause.Word(i + 1) is "to" && clause.Word(i + 2) is not ("our" or "plan" or "the" or "schedule"));
}
