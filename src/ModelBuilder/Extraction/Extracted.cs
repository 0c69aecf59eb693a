using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>What a document states.</summary>
/// <param name="Mentions">The company's figures with their places, in the order of the text.</param>
/// <param name="Findings">What was refused or could not be read.</param>
public sealed record Extracted(IReadOnlyList<Mention> Mentions, IReadOnlyList<Finding> Findings);
