using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>A company as documents show it, for an analyst to correct.</summary>
/// <param name="Company">The company.</param>
/// <param name="Reasons">
/// Why each value is proposed, with the sentence it comes from: by key of company.yaml (<c>currency</c>) and by line key (<c>revenue.x</c>).
/// </param>
/// <param name="Findings">What the documents do not tell, and so stands in the proposal only for want of better.</param>
public sealed record Proposal(Company Company, IReadOnlyDictionary<string, string> Reasons, IReadOnlyList<Finding> Findings);
