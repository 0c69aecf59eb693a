using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks;

/// <summary>A number that some of the sources hold for a contested figure.</summary>
/// <param name="Value">The number in base units.</param>
/// <param name="Currency">ISO 4217 code for money and money a share, null otherwise.</param>
/// <param name="Mentions">Who states it; empty where it only follows from other figures.</param>
/// <param name="Chosen">True for the one that the program or a ruling uses.</param>
/// <param name="Reason">Why it was taken or lost, in words.</param>
public sealed record LedgerCandidate(decimal Value, string? Currency, IReadOnlyList<Mention> Mentions, bool Chosen, string Reason);

/// <summary>A contested figure with the decision about it.</summary>
/// <param name="Id">The figure.</param>
/// <param name="Decision">The decision in a sentence that an analyst reads.</param>
/// <param name="Decided">False where nothing tells the candidates apart.</param>
/// <param name="Candidates">What the sources hold, the chosen one first.</param>
public sealed record LedgerEntry(FigureId Id, string Decision, bool Decided, IReadOnlyList<LedgerCandidate> Candidates);
