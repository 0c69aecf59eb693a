using ModelBuilder.Figures;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>What a person reads after a build.</summary>
internal static class BuildReport
{
    public static void Print(Terminal terminal, BuildResult result)
    {
        if (result.Folder is { } folder && result.Reconciled is { } reconciled && result.Model is { } model && result.Workbook is { } workbook)
        {
            string name = folder.Company.Ticker.Length > 0 ? $"{folder.Company.Name} ({folder.Company.Ticker})" : folder.Company.Name;
            var table = new Table { Border = TableBorder.None, ShowHeaders = false };
            table.AddColumn(new TableColumn("").RightAligned()).AddColumn("");
            Row("documents", FormattableString.Invariant($"{folder.Documents}"));
            Row("mentions", FormattableString.Invariant($"{folder.Mentions.Count}"));
            Row("figures", FormattableString.Invariant($"{reconciled.Figures.Count}, of them derived {reconciled.Figures.Count(f => f.Status == FigureStatus.Derived)}"));
            Row("contradictions", FormattableString.Invariant($"{reconciled.Contradictions.Count(c => c.Decided)} decided, {reconciled.Contradictions.Count(c => !c.Decided)} open"));
            Row("axis", $"{model.Axis.Columns[0].Period} to {model.Axis.Columns[^1].Period}, reported up to {model.Axis.LastActual}");
            foreach (string way in model.Ways)
            {
                Row("projected", way);
            }

            Finding[] open = [.. result.Findings.Where(f => f.Severity >= Severity.Warning)];
            Row("open findings", open.Length == 0 ? "none" : FindingList.Count(open));
            Row("checks", workbook.FailingChecks is { } failing ? FormattableString.Invariant($"{failing} failing") : "the template has no cell MasterCheck");
            Row("formulas", FormattableString.Invariant($"{workbook.Formulas}"));
            Row("workbook", $"{result.File} ({Words(result.Outcome)})");
            terminal.Result.MarkupLine($"[bold]{Markup.Escape(name)}[/]");
            terminal.Result.Write(table);

            void Row(string label, string text) => table.AddRow($"[grey]{label}[/]", Markup.Escape(text));
        }
        else
        {
            terminal.Aside.MarkupLine($"[red]{Markup.Escape(result.Path)}: nothing was built[/]");
        }

        FindingList.Print(terminal.Aside, result.Findings, result.Model is null ? Severity.Info : Severity.Error);
    }

    private static string Words(FileOutcome outcome) => outcome switch
    {
        FileOutcome.Written => "new",
        FileOutcome.Unchanged => "unchanged, not touched",
        FileOutcome.Replaced => "replaced; the old one is kept beside it",
        _ => "not written",
    };
}
