using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.CommandLine;

/// <summary><c>reconcile COMPANY_DIR [--format table|json]</c>: the figures, what lost and why.</summary>
internal static class ReconcileCommand
{
    public static ExitCode Run(Terminal terminal, string path, string template, string format)
    {
        var findings = new List<Finding>();
        if (CompanyFolder.Read(path, findings) is not { } folder || Analysis.Lines(template, folder.Company, findings) is not { } lines)
        {
            FindingList.Print(terminal.Aside, findings, Severity.Info);
            return ExitCode.NothingDone;
        }

        Reconciled reconciled = Analysis.Reconcile(folder, lines);
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
