using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>What an article's headings say of the text under them.</summary>
internal static class Headings
{
    private const int Longest = 110;

    /// <summary>For a heading: whether what follows is about other companies, and whether about valuation; null for any other line.</summary>
    public static (bool AmongOthers, bool Valuation)? Read(Sentence sentence, SourceKind source)
    {
        string text = sentence.Line.Text.Trim();
        if (source is not (SourceKind.Article or SourceKind.Notes) || text.Length is < 8 or > Longest || text[^1] is '.' or '?' or '!' or ',' or '"' or '|' || sentence.Tokens.Count < 2
            || text.StartsWith('•') || text.StartsWith('-'))
        {
            return null;
        }

        int capitals = sentence.Tokens.Count(t => t.IsCapitalised || t.Kind != TokenKind.Word), letters = sentence.Tokens.Count;
        if (capitals * 2 < letters)
        {
            return null;
        }

        bool others = sentence.Tokens.Any(t => t.Norm is "competitive" or "competition" or "competitor" or "peer" or "rival" or "similar");
        bool valuation = sentence.Tokens.Any(t => t.Norm is "valuation" or "multiple");
        return (others, valuation);
    }
}
