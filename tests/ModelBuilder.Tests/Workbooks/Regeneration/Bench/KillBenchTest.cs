using System.Diagnostics;
using System.Globalization;
using ModelBuilder.CommandLine;
using ModelBuilder.Tests.CommandLine;
using ModelBuilder.Tests.Support;
using Xunit.Abstractions;

namespace ModelBuilder.Tests.Workbooks.Regeneration.Bench;

/// <summary>Builds that are killed at random moments leave the old or the new workbook whole. MODELBUILDER_KILLS=200 runs more of them.</summary>
public sealed class KillBenchTest(ITestOutputHelper output)
{
    [SkippableFact]
    public void Kill_AtAnyMoment_LeavesTheOldOrTheNewWorkbook_AndNoStrayFiles()
    {
        Skip.IfNot(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "needs kills that cannot be caught");
        int kills = int.Parse(Environment.GetEnvironmentVariable("MODELBUILDER_KILLS") ?? "8", CultureInfo.InvariantCulture);
        using var temporary = new TemporaryFolder();
        string company = BenchCompany.In(temporary.Path), folder = temporary.File("output"), file = Path.Combine(folder, "harbour-lines.xlsx");
        string record = Path.Combine(folder, ".modelbuilder", "harbour-lines.snapshot");
        Build(company, folder);
        (byte[] old, byte[] oldRecord) = (File.ReadAllBytes(file), File.ReadAllBytes(record));
        BenchCompany.NextQuarter(company);
        var clock = Stopwatch.StartNew();
        using (Process whole = Start(company, folder))
        {
            whole.WaitForExit();
        }

        double length = clock.Elapsed.TotalMilliseconds;
        byte[] next = File.ReadAllBytes(file);
        Assert.False(next.AsSpan().SequenceEqual(old));
        var random = new Random(20251120);
        int kept = 0, replaced = 0, ended = 0;
        for (int kill = 0; kill < kills; kill++)
        {
            File.WriteAllBytes(file, old);
            File.WriteAllBytes(record, oldRecord);
            using Process build = Start(company, folder);
            // Most of the time goes by before anything is written: half of the kills fall into the last fifth.
            double share = kill % 2 == 0 ? random.NextDouble() : 0.8 + (0.25 * random.NextDouble());
            bool early = build.WaitForExit((int)(length * share));
            ended += early ? 1 : 0;
            // The machine is not always as busy as it was: the next moments follow how long builds take now.
            length *= early && share < 1 ? 0.95 : 1.005;
            build.Kill();
            build.WaitForExit();
            byte[] left = File.ReadAllBytes(file);
            bool isOld = left.AsSpan().SequenceEqual(old);
            Assert.True(isOld || left.AsSpan().SequenceEqual(next), FormattableString.Invariant($"kill {kill}: neither the old nor the new workbook"));
            (kept, replaced) = isOld ? (kept + 1, replaced) : (kept, replaced + 1);
        }

        Build(company, folder);
        Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(next));
        string[] stray = [.. Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }).Where(f => f != file && f != record && !Path.GetFileName(f).StartsWith("harbour-lines.before-", StringComparison.Ordinal))];
        Assert.Empty(stray);
        output.WriteLine($"{kills} kills ({ended} after the end): {kept} old, {replaced} new, no stray files, {Directory.GetFiles(folder, "*.before-*").Length} kept copies");
    }

    private static void Build(string company, string folder) => Assert.Equal(0, Session.Run("build", company, "--output", folder, "--template", Session.Template).Code);

    private static Process Start(string company, string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "build", company, "--output", folder, "--template", Session.Template]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start)!;
    }
}
