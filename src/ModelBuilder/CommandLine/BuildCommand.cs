using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Reconciliation;
using ModelBuilder.Workbooks;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>What <c>build</c> is asked to do.</summary>
internal sealed record BuildOptions(IReadOnlyList<string> Companies, string Output, string Template, int Jobs);

/// <summary><c>build COMPANY_DIR... [--output DIR] [--template DIR] [--jobs N]</c>: a workbook for each company.</summary>
internal static class BuildCommand
{
    public static ExitCode Run(Terminal terminal, BuildOptions options, CancellationToken cancel)
    {
        string[] companies = [.. options.Companies.DistinctBy(path => Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar))];
        BuildResult[] results = Watched(terminal, companies.Length, done => [.. companies
            .AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(options.Jobs, companies.Length)).WithCancellation(cancel)
            .Select(company =>
            {
                BuildResult result = companies.Count(other => CompanyFolder.SlugOf(other) == CompanyFolder.SlugOf(company)) > 1
                    ? new BuildResult(company, [SameName(company, options)])
                    : One(company, options, cancel);
                done();
                return result;
            })]);
        foreach (BuildResult result in results)
        {
            BuildReport.Print(terminal, result);
        }

        return ExitCodes.Worst(results.Select(r => r.Code));
    }

    private static Finding SameName(string company, BuildOptions options) =>
        new(Severity.Error, FindingCode.Input, $"two folders would both be written to {Path.Combine(options.Output, CompanyFolder.SlugOf(company) + ".xlsx")}")
        {
            Document = company,
            Remedy = "build them one after the other into different folders (--output), or rename one",
        };

    private static BuildResult One(string path, BuildOptions options, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var result = new BuildResult(path, findings);
        if (CompanyFolder.Read(path, findings) is not { } folder || Analysis.Lines(options.Template, folder.Company, findings) is not { } lines)
        {
            return result;
        }

        Reconciled reconciled = Analysis.Reconcile(folder, lines);
        findings.AddRange(reconciled.Findings);
        result = result with { Folder = folder, Reconciled = reconciled };
        if (Analysis.Workbook(folder, lines, reconciled, findings) is not { } input)
        {
            return result;
        }

        cancel.ThrowIfCancellationRequested();
        if (Analysis.Template(options.Template, findings) is not { } template)
        {
            return result;
        }

        WorkbookBuild built = WorkbookWriter.Build(input, template.Name, template.Bytes);
        findings.AddRange(built.Findings);
        if (built.FailingChecks > 0)
        {
            findings.Add(new Finding(Severity.Error, FindingCode.Check, FormattableString.Invariant($"{built.FailingChecks} checks of the workbook fail: something does not tie"))
            {
                Remedy = "the sheet Checks says which, in which period, and leads there",
            });
        }

        if (built.Bytes is null)
        {
            return result;
        }

        cancel.ThrowIfCancellationRequested();
        string file = Path.Combine(options.Output, folder.Slug + ".xlsx");
        return result with { Model = input.Model, Workbook = built, File = file, Outcome = WorkbookFile.Put(file, built.Bytes, findings) };
    }

    /// <summary>Shows progress while more than one company is built and a person watches.</summary>
    private static BuildResult[] Watched(Terminal terminal, int companies, Func<Action, BuildResult[]> work) => terminal.IsWatched && companies > 1
        ? terminal.Aside.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("building", maxValue: companies);
            return work(() => task.Increment(1));
        })
        : work(() => { });
}

/// <summary>What came of one company.</summary>
internal sealed record BuildResult(string Path, List<Finding> Findings)
{
    public CompanyFolder? Folder { get; init; }

    public Reconciled? Reconciled { get; init; }

    public Model? Model { get; init; }

    public WorkbookBuild? Workbook { get; init; }

    public string? File { get; init; }

    public FileOutcome Outcome { get; init; } = FileOutcome.Failed;

    public ExitCode Code => Outcome == FileOutcome.Failed ? ExitCode.NothingDone : ExitCodes.Of(Findings);
}
