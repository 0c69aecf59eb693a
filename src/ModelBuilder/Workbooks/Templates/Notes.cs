using ClosedXML.Excel;

namespace ModelBuilder.Workbooks.Templates;

/// <summary>Comments on cells, large enough to be read.</summary>
internal static class Notes
{
    private const double Width = 58;
    private const double LineHeight = 13;
    private const int Longest = 600;

    /// <summary>Writes a comment without an author.</summary>
    public static void Write(IXLCell cell, string text)
    {
        string shown = CellText.Clean(text.Length <= Longest ? text : text[..(Longest - 1)] + "…");
        IXLComment comment = cell.Comment;
        comment.Author = "ModelBuilder";
        comment.AddText(shown).SetFontName("Arial").SetFontSize(9);
        comment.Style.Size.SetWidth(Width);
        comment.Style.Size.SetHeight((TextWidth.Lines(shown, Width) + 1) * LineHeight);
        comment.Style.Margins.SetAll(0.05);
        comment.SetVisible(false);
    }
}
