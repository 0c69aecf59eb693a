using ModelBuilder.Documents;

namespace ModelBuilder.Extraction;

/// <summary>What stands around the text of a page and is none of it: links to other articles, adverts.</summary>
internal static class Furniture
{
    // a longer line is text
    private const int Longest = 200;

    private static readonly string[] Labels = ["related:", "related articles", "related news", "most read", "read more:", "read also:", "read next", "see also:", "sponsored", "advertisement", "trending", "recommended for you", "you may also like", "continue reading", "share this", "sign up for"];

    /// <summary>True for a short line that begins as they do.</summary>
    public static bool Is(TextLine line) => line.Start == 0 && line.Text.Length < Longest && Array.Exists(Labels, l => line.Text.AsSpan().TrimStart().StartsWith(l, StringComparison.OrdinalIgnoreCase));
}
