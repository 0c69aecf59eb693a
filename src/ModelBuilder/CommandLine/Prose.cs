using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>Sentences in a given width.</summary>
internal static class Prose
{
    private const int Least = 20;

    /// <summary>The text on one line, cut at a word where it is longer than that.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', width - 3);
        return string.Concat(text.AsSpan(0, end >= width / 2 ? end : width - 3), "...");
    }

    /// <summary>Writes text in lines that all begin at the same column.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="indent">The column.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="style">A style of Spectre's markup.</param>
    public static void Write(IAnsiConsole console, int indent, string text, string style)
    {
        int width = Math.Max(Least, console.Profile.Width - indent - 1);
        foreach (string line in Lines(text, width))
        {
            console.MarkupLine($"{new string(' ', indent)}[{style}]{Markup.Escape(line)}[/]");
        }
    }

    /// <summary>The words in lines no longer than the width; a word that is longer stands alone.</summary>
    internal static IEnumerable<string> Lines(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line += line.Length > 0 ? " " + word : word;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
