using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Reconciliation;
using ModelBuilder.Workbooks;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>What <c>build</c> is asked to do.</summary>
internal sealed record BuildOptions(IReadOnlyList<string> Companies, string Output, string Template, int Jobs)
{
    /// <summary>To say what would change, and to write nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>To take a workbook whose record of what was generated is lost, and keep all that differs from a new one.</summary>
    public bool Adopt { get; init; }
}

/// <summary>
/// <c>build COMPANY_DIR... [--output DIR] [--template DIR] [--jobs N] [--dry-run] [--adopt]</c>: a workbook for each company. One that is
/// there is regenerated: what an analyst changed in it stays.
/// </summary>
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
        string file = Path.Combine(options.Output, CompanyFolder.SlugOf(path) + ".xlsx");
        PreviousWorkbook? previous = WorkbookFile.Previous(file, options.Adopt, findings);
        if (previous is { Fault: not null } || (previous is null && File.Exists(file)))
        {
            return result;
        }

        if (CompanyFolder.Read(path, findings) is not { } folder || Analysis.Lines(options.Template, folder.Company, findings) is not { } lines)
        {
            return result;
        }

        folder = folder with { Company = Ruled(folder.Company, previous, file, findings, out IReadOnlyDictionary<FigureId, IReadOnlyList<decimal>> ruled) };
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

        WorkbookBuild built = WorkbookWriter.Build(input with { Ruled = ruled, Frozen = previous is null ? [] : FrozenForecasts.Of(previous, input.Model) }, template.Name, template.Bytes);
        findings.AddRange(built.Findings);
        if (built.Bytes is null)
        {
            return result;
        }

        cancel.ThrowIfCancellationRequested();
        RegeneratedWorkbook? regenerated = previous is null ? null : Regenerator.Run(previous, built);
        findings.AddRange(regenerated?.Findings ?? []);
        built = built with { FailingChecks = regenerated?.FailingChecks ?? built.FailingChecks };
        if (built.FailingChecks > 0)
        {
            findings.Add(new Finding(Severity.Error, FindingCode.Check, FormattableString.Invariant($"{built.FailingChecks} checks of the workbook fail: something does not tie"))
            {
                Remedy = "the sheet Checks says which, in which period, and leads there",
            });
        }

        cancel.ThrowIfCancellationRequested();
        result = result with { Model = input.Model, Workbook = built, File = file, Regenerated = regenerated, Snapshot = previous?.Source };
        return result with { Outcome = Write(file, built, regenerated, options, findings) };
    }

    private static FileOutcome Write(string file, WorkbookBuild built, RegeneratedWorkbook? regenerated, BuildOptions options, List<Finding> findings)
    {
        if (regenerated is { State: RegenerationState.Refused })
        {
            return FileOutcome.Failed;
        }

        if (options.DryRun)
        {
            return regenerated is { State: RegenerationState.Unchanged } ? FileOutcome.Unchanged : FileOutcome.WouldChange;
        }

        FileOutcome outcome = regenerated is { State: RegenerationState.Unchanged } ? FileOutcome.Unchanged : WorkbookFile.Put(file, regenerated?.Bytes ?? built.Bytes!, findings);
        if (outcome != FileOutcome.Failed)
        {
            WorkbookFile.PutSnapshot(file, regenerated?.Snapshot ?? built.Snapshot!, findings);
        }

        return outcome;
    }

    /// <summary>The company with the rulings that an analyst typed into the workbook; what the workbook says is newer than what company.yaml says.</summary>
    private static Company Ruled(Company company, PreviousWorkbook? previous, string file, List<Finding> findings, out IReadOnlyDictionary<FigureId, IReadOnlyList<decimal>> ruled)
    {
        (IReadOnlyList<TypedRuling> rulings, IReadOnlyList<Finding> wrong) = previous is null ? ([], []) : TypedRulings.Read(previous, company, $"{Path.GetFileName(file)}, sheet Contradictions");
        findings.AddRange(wrong);
        Dictionary<FigureId, IReadOnlyList<decimal>> typed = rulings.ToDictionary(r => r.Ruling.Id, r => r.Candidates);
        ruled = typed;
        return company with { Rulings = [.. company.Rulings.Where(r => !typed.ContainsKey(r.Id)), .. rulings.Select(r => r.Ruling)] };
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

    /// <summary>What regenerating an existing workbook came to.</summary>
    public RegeneratedWorkbook? Regenerated { get; init; }

    /// <summary>Where the record of what was generated last time was found; null for a new workbook.</summary>
    public SnapshotSource? Snapshot { get; init; }

    public FileOutcome Outcome { get; init; } = FileOutcome.Failed;

    public ExitCode Code => Outcome == FileOutcome.Failed ? ExitCode.NothingDone : ExitCodes.Of(Findings);
}
