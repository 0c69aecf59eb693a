using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>One of the numbers that are stated for the same figure.</summary>
/// <param name="Amount">The number, as its most precise mention states it.</param>
/// <param name="Mentions">The mentions that state it or round it, the most precise first.</param>
/// <param name="Chosen">True for the one that is used.</param>
/// <param name="Reason">Why it was chosen or lost, in words an analyst reads.</param>
/// <param name="Breaks">The identities it breaks, in words: "1,052 + 617 is 1,669, not 1,722.5".</param>
public sealed record Candidate(Amount Amount, IReadOnlyList<Mention> Mentions, bool Chosen, string Reason, IReadOnlyList<string> Breaks);

/// <summary>A figure over which its sources, or a source and the identities, disagree.</summary>
/// <param name="Id">The figure.</param>
/// <param name="Candidates">What is stated, the chosen one first; where a derived number is used, none is chosen.</param>
/// <param name="Decision">What was decided and why, in words an analyst reads.</param>
/// <param name="Decided">False where nothing decides between the candidates; there is no figure then.</param>
public sealed record Contradiction(FigureId Id, IReadOnlyList<Candidate> Candidates, string Decision, bool Decided)
{
    /// <summary>How sure the decision is.</summary>
    public Sureness Sureness { get; init; }

    /// <summary>What makes it so sure, in words: "2 documents and 3 identities for it, 1 document and no identities for the other; ...".</summary>
    public string SureBecause { get; init; } = "";
}

/// <summary>What became of all mentions.</summary>
/// <param name="Figures">One for each line, measure and period, in order.</param>
/// <param name="Contradictions">Where sources disagree, in order.</param>
/// <param name="Findings">What a person should know, in order of line, measure and period.</param>
public sealed record Reconciled(IReadOnlyList<Figure> Figures, IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<Finding> Findings);
