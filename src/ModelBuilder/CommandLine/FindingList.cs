using ModelBuilder.Figures;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>Prints findings for a person: the worst first, each with its place and what to do.</summary>
internal static class FindingList
{
    /// <summary>Of each kind so many are shown; a hundred lines of the same are read by nobody.</summary>
    private const int Shown = 12;

    /// <summary>Prints the findings of at least a severity, of each kind the first.</summary>
    public static void Print(IAnsiConsole console, IEnumerable<Finding> findings, Severity least)
    {
        var groups = findings.Where(f => f.Severity >= least).GroupBy(f => (f.Severity, f.Code)).OrderByDescending(g => g.Key.Severity);
        foreach (var group in groups)
        {
            Print(console, group.Take(Shown));
            if (group.Count() > Shown)
            {
                console.MarkupLine(FormattableString.Invariant($"      [grey]and {group.Count() - Shown} more of this kind ({group.Key.Code})[/]"));
            }
        }
    }

    private static void Print(IAnsiConsole console, IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            string word = finding.Severity switch { Severity.Error => "[red]error[/]", Severity.Warning => "[yellow]warning[/]", _ => "info" };
            string place = finding.Place.Length > 0 ? $"{Markup.Escape(finding.Place)}: " : "";
            console.MarkupLine($"{word} {place}{Markup.Escape(finding.Message)}");
            if (finding.Remedy is { } remedy)
            {
                console.MarkupLine($"      [grey]{Markup.Escape(remedy)}[/]");
            }
        }
    }

    /// <summary>"2 contradiction, 1 gap", the kinds that matter most first.</summary>
    public static string Count(IEnumerable<Finding> findings) => string.Join(", ", findings
        .GroupBy(f => (f.Severity, f.Code)).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Code, StringComparer.Ordinal)
        .Select(g => FormattableString.Invariant($"{g.Count()} {g.Key.Code}")));
}
