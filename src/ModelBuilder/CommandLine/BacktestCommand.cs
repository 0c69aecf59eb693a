using System.Diagnostics;
using ModelBuilder.Documents;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection.Backtests;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>What <c>backtest</c> is asked to do.</summary>
internal sealed record BacktestRequest(string Path, string Format, string Template, int Jobs);

/// <summary><c>backtest FILE.csv|COMPANY_DIR [--format table|json]</c>: every method on series whose ends are held back.</summary>
internal static class BacktestCommand
{
    public static ExitCode Run(Terminal terminal, BacktestRequest request, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        (IReadOnlyList<BacktestSeries> series, int skipped) = Directory.Exists(request.Path) ? OfCompany(request, findings) : OfFile(request.Path, findings);
        if (series.Count == 0)
        {
            if (!findings.Exists(f => f.Severity == Severity.Error))
            {
                findings.Add(new Finding(Severity.Error, FindingCode.Projection, "no series is long enough to hold anything back") { Document = request.Path, Remedy = "add earlier quarters" });
            }

            FindingList.Print(terminal.Aside, findings, Severity.Info);
            return ExitCode.NothingDone;
        }

        var clock = Stopwatch.StartNew();
        BacktestReport report = Watched(terminal, series.Count, done => Backtest.Run(series, skipped, new BacktestOptions(request.Jobs, () => clock.Elapsed, done), cancel));
        if (request.Format == "json")
        {
            BacktestJson.Write(terminal.Output, report);
        }
        else
        {
            BacktestTable.Print(terminal.Result, report);
        }

        FindingList.Print(terminal.Aside, findings, Severity.Info);
        return ExitCodes.Of(findings);
    }

    private static (IReadOnlyList<BacktestSeries> Series, int Skipped) OfFile(string path, List<Finding> findings)
    {
        string name = Path.GetFileName(path);
        if (DocumentFiles.Text(path, path, findings) is not { } text)
        {
            return ([], 0);
        }

        (IReadOnlyList<StatedSeries> stated, IReadOnlyList<Finding> wrong) = SeriesFile.Read(name, text);
        findings.AddRange(wrong);
        List<BacktestSeries> series = [];
        List<(string Name, string Reason)> skipped = [];
        foreach (StatedSeries s in stated)
        {
            string reason = "";
            if ((s.HeldBack.Count > 0 ? BacktestSeries.WithTest(s.Name, s.Type, [.. s.Points.Select(p => p.Value)], s.HeldBack) : BacktestSeries.OfLevel(s.Name, s.Type, s.Points, out reason)) is { } usable)
            {
                series.Add(usable);
            }
            else
            {
                skipped.Add((s.Name, reason));
            }
        }

        findings.AddRange(Skipped(name, skipped));
        return (series, skipped.Count);
    }

    private static (IReadOnlyList<BacktestSeries> Series, int Skipped) OfCompany(BacktestRequest request, List<Finding> findings)
    {
        if (CompanyFolder.Read(request.Path, findings) is not { } folder || Analysis.Lines(request.Template, folder.Company, findings) is not { } lines
            || Analysis.Workbook(folder, lines, Analysis.Reconcile(folder, lines), findings) is not { } input)
        {
            return ([], 0);
        }

        List<BacktestSeries> series = [];
        List<(string Name, string Reason)> skipped = [];
        foreach (ModelDriver driver in input.Model.Drivers)
        {
            if (BacktestSeries.OfDriver(driver.Key.ToString(), driver.Kind, driver.Scale, [.. driver.Observations.OrderBy(o => o.Quarter.QuarterIndex).Select(o => (o.Quarter.QuarterIndex, o.Value))]) is { } usable)
            {
                series.Add(usable);
            }
            else
            {
                skipped.Add((driver.Key.ToString(), "no quarter within a year after its fourth observation"));
            }
        }

        // What reconciling and projecting have to say is said by reconcile and build.
        findings.RemoveAll(f => f.Severity != Severity.Error);
        findings.AddRange(Skipped(request.Path, skipped));
        return (series, skipped.Count);
    }

    private static IEnumerable<Finding> Skipped(string document, List<(string Name, string Reason)> skipped) => skipped
        .GroupBy(s => s.Reason, StringComparer.Ordinal)
        .Select(g => new Finding(Severity.Info, FindingCode.Projection, FormattableString.Invariant($"{g.Count()} series skipped ({g.Key}): {string.Join(", ", g.Take(8).Select(s => s.Name))}{(g.Count() > 8 ? " and others" : "")}")) { Document = document });

    private static BacktestReport Watched(Terminal terminal, int series, Func<Action, BacktestReport> work) => terminal.IsWatched
        ? terminal.Aside.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("forecasting", maxValue: series);
            return work(() => task.Increment(1));
        })
        : work(() => { });
}
