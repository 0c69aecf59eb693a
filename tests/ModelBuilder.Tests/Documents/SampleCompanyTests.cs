using System.Globalization;
using ModelBuilder.Documents;
using ModelBuilder.Figures;
using ModelBuilder.Tests.Support;
using Xunit;

namespace ModelBuilder.Tests.Documents;

/// <summary>The company folders that come with the program are read without a finding.</summary>
public class SampleCompanyTests
{
    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Path.Combine(Machine.Repository, "companies")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Read_CompanyAndFigures_NoFinding(string folder)
    {
        string path = Path.Combine(Machine.Repository, "companies", folder);
        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", File.ReadAllText(Path.Combine(path, "company.yaml")));
        Assert.Empty(findings);

        string figures = Path.Combine(path, "figures.csv");
        if (File.Exists(figures))
        {
            (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> wrong) = FiguresFile.Read("figures.csv", File.ReadAllText(figures), company!);
            Assert.Empty(wrong);
            Assert.NotEmpty(mentions);
        }
    }

    [Fact]
    public void Read_TheExampleOfTheReadme_NoFinding()
    {
        string readme = File.ReadAllText(Path.Combine(Machine.Repository, "companies", "README.md")).ReplaceLineEndings("\n");
        string example = readme.Split("```yaml\n")[1].Split("```")[0];

        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", example);

        Assert.Empty(findings);
        Assert.Equal(new NodaTime.LocalDate(2023, 1, 28), company!.Calendar.YearEnd(2022));
    }

    [SkippableFact]
    public void Read_SharedFigures_EveryRowIsAMention()
    {
        string path = Path.Combine(Machine.NeedShared(), "figures", "kingsoft-cloud-releases.csv");
        Company company = CompanyFile.Read("company.yaml", File.ReadAllText(Path.Combine(Machine.Repository, "companies", "kingsoft-cloud", "company.yaml"))).Company!;

        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) = FiguresFile.Read("figures.csv", File.ReadAllText(path), company);

        Assert.Empty(findings);
        Assert.Equal(File.ReadLines(path).Count() - 1, mentions.Count);
        Assert.Equal(4, mentions.Count(m => m.Kind != MentionKind.Reported));
        Assert.Equal(File.ReadLines(path).Count(l => l.Contains(",USD,", StringComparison.Ordinal)), mentions.Count(m => m.Amount.Currency == "USD"));
        string[] lines = File.ReadAllLines(path);
        Assert.All(mentions, m => Assert.Equal(m.Amount.Value, decimal.Parse(lines[m.Provenance.Line - 1].AsSpan(m.Provenance.Start, m.Provenance.Length), CultureInfo.InvariantCulture)));
    }
}
