using ModelBuilder.Documents;

namespace ModelBuilder.Extraction;

/// <summary>Puts together again what a file has broken into lines: all paragraphs of a text set to a width, and a sentence torn behind "to" or "of".</summary>
internal static class WrappedLines
{
    private const int Narrowest = 50, Widest = 140, FewestLines = 8, Captions = -1, LongestCaption = 80;

    // so much of the width a line fills where only the next word had no room
    private const double Filled = 0.75;

    private static readonly HashSet<string> Leading = new(StringComparer.Ordinal)
    {
        "to", "of", "from", "was", "were", "by", "the", "at", "a", "an", "with", "approximately", "versus",
    };

    /// <summary>The lines of a document, broken ones joined.</summary>
    public static IReadOnlyList<TextLine> Join(Document document)
    {
        if (document.Source == Figures.SourceKind.MachineTranscript)
        {
            return document.Lines;
        }

        int width = AreCaptions(document.Lines) ? Captions : WidthOf(document.Lines);
        List<TextLine> joined = [];
        foreach (TextLine line in document.Lines)
        {
            if (joined.Count > 0 && GoesOn(joined[^1], line, width))
            {
                TextLine before = joined[^1];
                joined[^1] = before with { Text = before.Text + " " + line.Text, Breaks = [.. before.Breaks, before.Text.Length + 1] };
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    private static bool GoesOn(TextLine before, TextLine line, int width)
    {
        string text = line.Text.Trim();
        ReadOnlySpan<char> last = before.Text.AsSpan(before.Breaks.Count > 0 ? before.Breaks[^1] : 0).TrimEnd();
        if (text.Length == 0 || last.Length == 0 || line.Start > 0 || line.Speaker != before.Speaker || last[^1] is '.' or '?' or '!' or ':' or '|' || !(char.IsLetterOrDigit(text[0]) || text[0] is '$' or '(' or '"' or '\u201c' or '\u20ac' or '\u00a3') || IsTable(last) || IsTable(line.Text))
        {
            return false;
        }

        int space = last.LastIndexOf(' ');
        return width == Captions || (width > 0 && last.Length >= width * Filled) || (space > 0 && Leading.GetAlternateLookup<ReadOnlySpan<char>>().Contains(last[(space + 1)..]));
    }

    // subtitles: short lines, most of which end in the middle of a sentence that the next goes on with
    private static bool AreCaptions(IReadOnlyList<TextLine> lines)
    {
        int torn = 0, full = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            string text = lines[i].Text.TrimEnd(), next = lines[i + 1].Text.TrimStart();
            if (text.Length > LongestCaption)
            {
                return false;
            }

            bool open = text.Length > 0 && next.Length > 0 && !(text[^1] is '.' or '?' or '!' or ':' or '|');
            full += text.Length > 0 ? 1 : 0;
            torn += open && (char.IsLower(next[0]) || text[^1] is ',' || (char.IsLower(text[^1]) && char.IsAsciiDigit(next[0]))) ? 1 : 0;
        }

        return full >= FewestLines && torn * 2 > full;
    }

    private static bool IsTable(ReadOnlySpan<char> line) => line.Trim().Contains("   ", StringComparison.Ordinal) || line.Contains('\t');

    // the width of a text in which most lines end for want of room; 0 where lines are paragraphs
    private static int WidthOf(IReadOnlyList<TextLine> lines)
    {
        List<string> full = [.. lines.Select(l => l.Text.TrimEnd()).Where(t => t.Length > 0)];
        int longest = full.Count == 0 ? 0 : full.Max(t => t.Length);
        int torn = full.Count(t => t.Length >= longest * Filled && !(t[^1] is '.' or '?' or '!' or ':' or '"' or '\u201d'));
        return longest is >= Narrowest and <= Widest && full.Count >= FewestLines && torn * 2 > full.Count ? longest : 0;
    }
}
