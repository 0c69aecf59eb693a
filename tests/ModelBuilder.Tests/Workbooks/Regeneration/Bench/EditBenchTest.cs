using System.Text.Json;
using ModelBuilder.Tests.CommandLine;
using ModelBuilder.Tests.Support;
using Xunit.Abstractions;

namespace ModelBuilder.Tests.Workbooks.Regeneration.Bench;

/// <summary>
/// A workbook is built, edited in each way of kinds.py by programs that are not our writer, and built again with one more quarter. LibreOffice
/// and openpyxl judge whether each edit is there and works. MODELBUILDER_BENCH=a,b runs some kinds, all every one, also those that the sum of many holds; MODELBUILDER_BENCH_FOLDER keeps the
/// files; MODELBUILDER_BENCH_TOURS lets a new segment come with the quarter.
/// </summary>
public sealed class EditBenchTest(ITestOutputHelper output)
{
    private const string Name = "harbour-lines";
    private static readonly string Here = Path.Combine(Machine.Repository, "tests", "ModelBuilder.Tests", "Workbooks", "Regeneration", "Bench");

    /// <summary>The kinds that are also built where nothing is new, and once more afterwards: each program that saves, and the sums.</summary>
    private static readonly string[] Saved = ["saved_by_libreoffice", "shared_formulas_and_calculation_chain", "sum_in_libreoffice", "sum_of_many"];

    /// <summary>The kind whose edit is an input, so that there is something new; built twice it has to be at rest like the others.</summary>
    private const string Input = "overrule_contradiction";

    [SkippableFact]
    public void EveryEdit_IsThereAndWorks_OrIsListed_AndNothingElseIsTouched()
    {
        Machine.NeedLibreOffice();
        using var temporary = new TemporaryFolder();
        string folder = Environment.GetEnvironmentVariable("MODELBUILDER_BENCH_FOLDER") ?? temporary.Path;
        string[] wanted = Environment.GetEnvironmentVariable("MODELBUILDER_BENCH")?.Split(',') ?? [];
        string company = BenchCompany.In(Path.Combine(folder, "company"));
        string first = Built(company, Path.Combine(folder, "first"));
        string kinds = Path.Combine(folder, "kinds");
        Python("edit", first, kinds, wanted);

        foreach (string kind in Kinds(kinds))
        {
            CopyRecord(first, FileOf(kind));
            File.Copy(FileOf(kind), Path.Combine(kind, "edited.xlsx"), overwrite: true);
        }

        // What an analyst's program saves while nothing new has come is no reason to touch the file; nor is a second build.
        var touched = new List<string>();
        void LeavesAlone(string kind, string when)
        {
            byte[] before = File.ReadAllBytes(FileOf(kind));
            DateTime saved = File.GetLastWriteTimeUtc(FileOf(kind));
            Build(company, kind);
            if (File.GetLastWriteTimeUtc(FileOf(kind)) != saved || !File.ReadAllBytes(FileOf(kind)).AsSpan().SequenceEqual(before))
            {
                touched.Add($"{Path.GetFileName(kind)}: {when}");
            }
        }

        string[] twice = [.. Kinds(kinds).Where(k => wanted.Length > 0 || Saved.Contains(Path.GetFileName(k)))];
        foreach (string kind in twice.Where(k => Path.GetFileName(k) != Input))
        {
            LeavesAlone(kind, "nothing new");
        }

        BenchCompany.NextQuarter(company, tours: Environment.GetEnvironmentVariable("MODELBUILDER_BENCH_TOURS") is not null);
        string fresh = Built(company, Path.Combine(folder, "fresh"));
        foreach (string kind in Kinds(kinds))
        {
            File.WriteAllText(Path.Combine(kind, "console.txt"), Build(company, kind));
        }

        foreach (string kind in twice.Union(Kinds(kinds).Where(k => Path.GetFileName(k) == Input)))
        {
            LeavesAlone(kind, "built twice");
        }

        Verdict[] verdicts = [.. Python("judge", fresh, kinds, wanted).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Verdict.Of)];
        foreach (Verdict verdict in verdicts)
        {
            output.WriteLine(verdict.ToString());
        }

        output.WriteLine($"{verdicts.Length} kinds: {string.Join(", ", verdicts.GroupBy(v => v.Result).Select(g => $"{g.Count()} {g.Key}"))}; {verdicts.Sum(v => v.Parts)} parts that are not the program's, byte for byte, and {verdicts.Sum(v => v.Moved)} in which only references follow rows that moved");
        Assert.Empty(verdicts.Where(v => v.Result is not ("kept" or "conflict") || v.Faults.Length > 0).Select(v => v.ToString()));

        Assert.Empty(touched);
    }

    private static string FileOf(string kind) => Path.Combine(kind, Name + ".xlsx");

    private static string[] Kinds(string folder) => [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal)];

    private static string Built(string company, string folder)
    {
        Build(company, folder);
        return Path.Combine(folder, Name + ".xlsx");
    }

    private static string Build(string company, string folder)
    {
        (int code, string said, string error) = Session.Run("build", company, "--output", folder, "--template", Session.Template);
        Assert.True(code is 0 or 1, $"{folder}: {error}");
        return said + error;
    }

    /// <summary>openpyxl drops the record within the workbook; the copy in the output folder is what an analyst's folder has too.</summary>
    private static void CopyRecord(string from, string to)
    {
        string Of(string file) => Path.Combine(Path.GetDirectoryName(file)!, ".modelbuilder", Name + ".snapshot");
        Directory.CreateDirectory(Path.GetDirectoryName(Of(to))!);
        File.Copy(Of(from), Of(to), overwrite: true);
    }

    private static string Python(string what, string workbook, string kinds, string[] wanted)
    {
        (int code, string said, string errors) = LibreOffice.Run("/usr/bin/python3", [Path.Combine(Here, "bench.py"), what, workbook, kinds, Name, .. wanted]);
        Assert.True(code == 0, errors);
        return said;
    }

    private sealed record Verdict(string Kind, string Tool, string Result, string Why, string[] Faults, int Parts, int Moved)
    {
        public static Verdict Of(string line)
        {
            JsonElement e = JsonDocument.Parse(line).RootElement;
            string Text(string name) => e.GetProperty(name).GetString()!;
            return new Verdict(Text("kind"), Text("tool"), Text("verdict"), Text("why"), [.. e.GetProperty("faults").EnumerateArray().Select(f => f.GetString()!)], e.TryGetProperty("parts", out JsonElement parts) ? parts.GetInt32() : 0, e.TryGetProperty("moved", out JsonElement moved) ? moved.GetInt32() : 0);
        }

        public override string ToString() => $"{Kind,-42} {Tool,-8} {Result,-9} {Why}{(Faults.Length > 0 ? " FAULT " : "")}{string.Join("; ", Faults)}";
    }
}
