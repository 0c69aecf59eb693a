using System.Buffers;
using System.Text.RegularExpressions;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>Reads plain text: transcripts, articles, releases, notes.</summary>
public static partial class TextDocument
{
    private const int HeadLines = 60;

    private static readonly SearchValues<string> ByMachine = Phrases("computer generated", "computer-generated", "machine generated", "automatically generated", "speech recognition");

    private static readonly SearchValues<string> OnCalls = Phrases(
        "[operator instructions]", "question-and-answer session", "conference call and webcast", "turn the call over", "please go ahead", "prepared remarks", "on the call today", "during the call today", "conference call today");

    private static readonly SearchValues<string> InReleases = Phrases("press release", "today announced its unaudited", "today announced its financial results", "today announced financial results", "today reported");

    /// <summary>Splits a text into lines with their speakers and tells what kind of source it is.</summary>
    /// <param name="name">The file name, without folder.</param>
    /// <param name="text">The text.</param>
    public static Document Read(string name, string text)
    {
        List<TextLine> lines = [];
        string? speaker = null;
        bool afterBlank = true;
        foreach (string raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            string line = raw.TrimEnd('\r');
            int start = 0;
            if (Mark().Match(line) is { Success: true } mark)
            {
                speaker = mark.Groups[1].Value;
                start = mark.Length;
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                speaker = heading.Groups[1].Value;
            }

            lines.Add(new TextLine(lines.Count + 1, line, speaker) { Start = start, OpensParagraph = afterBlank });
            afterBlank = string.IsNullOrWhiteSpace(line);
        }

        return new Document(name, KindOf(name, lines), lines);
    }

    private static SourceKind KindOf(string name, List<TextLine> lines)
    {
        string first = lines.FirstOrDefault(l => l.Text.Trim().Length > 0)?.Text.Trim() ?? "";
        if (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || (first.Length < 80 && first.Contains("notes", StringComparison.OrdinalIgnoreCase)))
        {
            return SourceKind.Notes;
        }

        IEnumerable<TextLine> head = lines.Take(HeadLines);
        if (Says(head, ByMachine) || MachineText.IsHeard(lines))
        {
            return SourceKind.MachineTranscript;
        }

        if (lines.Any(l => l.Start > 0)
            || Says(lines, OnCalls))
        {
            return SourceKind.Transcript;
        }

        if (Says(head, InReleases))
        {
            return SourceKind.Release;
        }

        // who says "we" in every other line is the company
        List<TextLine> spoken = [.. lines.Where(l => l.Text.Trim().Length > 0)];
        int own = spoken.Count(l => Ours().IsMatch(l.Text));
        return own >= 5 && own * 5 >= spoken.Count ? SourceKind.Transcript : SourceKind.Article;
    }

    private static SearchValues<string> Phrases(params ReadOnlySpan<string> phrases) => SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);

    private static bool Says(IEnumerable<TextLine> lines, SearchValues<string> phrases) => lines.Any(l => l.Text.AsSpan().ContainsAny(phrases));

    [GeneratedRegex(@"\b(?:we|our|we're|we've)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Ours();

    /// <summary>"Speaker 3:", "Operator:", a role ("CFO:", "Interpreter for the CEO:", "Q (analyst at a bank):") or a person ("Jane Smith:", "Jane Smith, CFO:").</summary>
    [GeneratedRegex(
        @"^((?:(?i:Speaker \d{1,3}|Operator|Moderator|Analyst|Management|Interpreter|Translator|Question|Answer|Chair(?:man|woman)?|President)|Q|A|CEO|CFO|COO|CTO|CIO|IR|EVP|SVP)(?: [\w ]{1,40})?(?: ?\([^)]{1,60}\))?"
        + @"|[A-Z][a-z'-]+(?: [A-Z][\w.'-]*){1,3}, [\w ]{2,60})\s*:(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^([A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}) (?:--|–|—) [^.!?]{2,120}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
