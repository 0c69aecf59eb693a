using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary><c>reconcile COMPANY_DIR [--format table|json] [--explain LINE PERIOD]</c>: the figures, what lost and why.</summary>
internal static class ReconcileCommand
{
    public static ExitCode Run(Terminal terminal, string path, string template, string format, IReadOnlyList<string> explain)
    {
        LineKey line = default;
        FiscalPeriod period = default;
        if (explain.Count > 0 && (explain.Count != 2 || !LineKey.TryParse(explain[0], out line) || !FiscalPeriod.TryParse(explain[1], out period)))
        {
            terminal.Aside.MarkupLine("[red]--explain takes a line and a period, such as: --explain revenue.total 2023Q4[/]");
            return ExitCode.NothingDone;
        }

        var findings = new List<Finding>();
        if (CompanyFolder.Read(path, findings) is not { } folder || Analysis.Lines(template, folder.Company, findings) is not { } lines)
        {
            FindingList.Print(terminal.Aside, findings, Severity.Info);
            return ExitCode.NothingDone;
        }

        Reconciled reconciled = Analysis.Reconcile(folder, lines);
        if (explain.Count > 0)
        {
            if (!Explanation.Print(terminal.Result, line, period, folder, lines, reconciled))
            {
                terminal.Aside.MarkupLine(Markup.Escape($"nothing is stated of {line} in {period}, and nothing follows; 'reconcile' without --explain lists what is known"));
                return ExitCode.NothingDone;
            }

            return ExitCode.Done;
        }

        if (format == "json")
        {
            ReconcileJson.Write(terminal.Output, folder.Company, reconciled, findings);
        }
        else
        {
            ReconcileTable.Print(terminal.Result, reconciled);
            FindingList.Print(terminal.Aside, findings.Concat(reconciled.Findings.Where(f => f.Code is not FindingCode.Contradiction)), Severity.Warning);
        }

        return ExitCodes.Of(findings.Concat(reconciled.Findings));
    }
}
