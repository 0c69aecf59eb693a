using System.Text.RegularExpressions;
using ModelBuilder.Tests.CommandLine;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Acceptance;

/// <summary>The whole route, from a company's folder to the workbook, as the command line goes it; LibreOffice is the judge.</summary>
public sealed partial class WholeRouteTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Sample => Path.Combine(Machine.Repository, "companies", "kingsoft-cloud");

    [SkippableFact]
    public void Sample_IsBuiltAndStandsTheAudit() => StandsTheAudit(Sample);

    [SkippableFact]
    public void FiveDocuments_AreBuiltAndStandTheAudit() => StandsTheAudit(FiveDocuments());

    [SkippableFact]
    public void FiveDocuments_AreReconciledAsTheGoldFileSays()
    {
        string company = FiveDocuments();
        string script = Path.Combine(Machine.NeedShared(), "acceptance", "score_seeds.py");
        Skip.IfNot(File.Exists("/usr/bin/python3"), "needs Python 3");

        var (code, output, error) = Session.Run("reconcile", company, "--format", "json", "--template", Session.Template);

        Assert.True(code is 0 or 1, error);
        string json = Path.Combine(folder.Path, "reconciled.json");
        File.WriteAllText(json, output);
        (int verdict, string score, _) = LibreOffice.Run("/usr/bin/python3", [script, json]);
        Assert.True(verdict == 0, score);
        Match counts = Score().Match(score);
        Assert.True(int.Parse(counts.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= 132, score);
    }

    [SkippableFact]
    public void Workbook_HoldsNoValueThatOnlyOurOwnEvaluatorBelievesIn()
    {
        Machine.NeedLibreOffice();
        string workbook = Build(Sample);

        var recalculated = LibreOffice.Recalculate(workbook)[0];

        Assert.True(recalculated.Count > 2000);
        Assert.DoesNotContain(recalculated, cell => cell.Value is string text && text.StartsWith("error ", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoBuilds_GiveTheSameBytes()
    {
        byte[] first = File.ReadAllBytes(Build(Sample));
        File.Delete(Path.Combine(folder.Path, "output", "kingsoft-cloud.xlsx"));

        Assert.True(first.AsSpan().SequenceEqual(File.ReadAllBytes(Build(Sample))));
    }

    [SkippableFact]
    public void CallOfAnotherCompany_IsReadWithoutACompanyFile()
    {
        string call = Path.Combine(Machine.NeedShared(), "data", "transcripts", "landsend_2020Q3.txt");

        var (code, output, error) = Session.Run("extract", call, "--format", "jsonl");

        Assert.True(code == 0, error);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 25);
        Assert.All(lines, line => Assert.StartsWith("{\"document\":\"landsend_2020Q3.txt\",\"line\":", line, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private void StandsTheAudit(string company)
    {
        Machine.NeedLibreOffice();
        Machine.NeedShared();
        IReadOnlyDictionary<string, IReadOnlyList<string>> faults = LibreOffice.Audit(Build(company));
        Assert.True(faults.Count == 0, string.Join('\n', faults.SelectMany(kind => kind.Value.Take(5).Select(fault => $"{kind.Key}: {fault}"))));
    }

    private string Build(string company)
    {
        string output = Path.Combine(folder.Path, "output");
        var (code, _, error) = Session.Run("build", company, "--output", output, "--template", Session.Template);
        Assert.True(code is 0 or 1, error);
        return Path.Combine(output, Path.GetFileName(company) + ".xlsx");
    }

    /// <summary>A company folder whose documents are the five of ../shared/seeds as they are, and whose company.yaml is the sample's.</summary>
    private string FiveDocuments()
    {
        string company = Path.Combine(folder.Path, "seeds");
        string documents = Path.Combine(company, "documents");
        Directory.CreateDirectory(documents);
        File.Copy(Path.Combine(Sample, "company.yaml"), Path.Combine(company, "company.yaml"));
        foreach (string file in Directory.GetFiles(Path.Combine(Machine.NeedShared(), "seeds")))
        {
            File.Copy(file, Path.Combine(documents, Path.GetFileName(file)));
        }

        return company;
    }

    [GeneratedRegex(@"^right (\d+)/", RegexOptions.CultureInvariant)]
    private static partial Regex Score();
}
