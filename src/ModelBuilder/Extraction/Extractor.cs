using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>
/// Reads the figures that a text states: deterministic, in linear time, without a guess where scale, currency or period
/// cannot be known. Without a company, segments are named as the document names them.
/// </summary>
public static class Extractor
{
    /// <summary>The mentions of a document, and findings for what was refused or unknown.</summary>
    /// <param name="document">A text.</param>
    /// <param name="company">The company that the document is about, or null.</param>
    public static Extracted Extract(Document document, Company? company) => new DocumentReader(document, company).Read();
}
