namespace ModelBuilder.Tests.CommandLine;

/// <summary>Each error gives one clear message with place and remedy, and the exit code of the design.</summary>
public sealed class ErrorTests : IDisposable
{
    private readonly Session session = new();

    [Fact]
    public void MissingFolder()
    {
        var (code, output, error) = Session.Run("build", Path.Combine(session.Folder, "nowhere"), "--output", session.Output);

        Nothing(code, output, error, "there is no folder", "nowhere");
    }

    [Fact]
    public void EmptyDocuments()
    {
        File.Delete(Directory.GetFiles(session.Documents)[0]);

        var (code, output, error) = session.Build();

        Nothing(code, output, error, "no document that can be read", "documents");
    }

    [Fact]
    public void DocumentsWithoutAFigure()
    {
        File.WriteAllText(Directory.GetFiles(session.Documents)[0], "Good morning, and welcome.");

        var (code, output, error) = session.Build();

        Nothing(code, output, error, "no figure of any quarter", "figures.csv");
    }

    [Fact]
    public void MissingCompanyFile()
    {
        File.Delete(Path.Combine(session.Company, "company.yaml"));

        var (code, output, error) = session.Build();

        Nothing(code, output, error, "there is no", "company.yaml");
    }

    [Fact]
    public void TypoInACompanyKey_NamesTheLineAndTheKeyThatWasMeant()
    {
        File.WriteAllText(Path.Combine(session.Company, "company.yaml"), Session.CompanyYaml.Replace("segments:", "segmnets:", StringComparison.Ordinal));

        var (code, output, error) = session.Build();

        Nothing(code, output, error, "segmnets", "segments", "company.yaml:6");
    }

    [Fact]
    public void FiguresRowWithAnUnknownUnit_IsAFinding_AndTheRestIsRead()
    {
        File.WriteAllText(Path.Combine(session.Company, "figures.csv"), """
            period,metric,basis,measure,value,unit,currency,kind,source,source_type,note
            2024Q3,revenue.total,,level,150000000,money,EUR,reported,release,press release,
            2024Q3,revenue.freight,,level,55000000,lumps,EUR,reported,release,press release,
            """);

        var (code, output, error) = Session.Run("reconcile", session.Company, "--template", Session.Template);

        Assert.Equal(0, code);
        Assert.Contains("figures.csv:3", error, StringComparison.Ordinal);
        Assert.Contains("lumps", error, StringComparison.Ordinal);
        Assert.Contains("2024Q3", output, StringComparison.Ordinal);
    }

    [Fact]
    public void UnreadableDocumentAmongReadableOnes_IsBuilt_WithExitCode1()
    {
        File.WriteAllBytes(Path.Combine(session.Documents, "scan.txt"), [1, 0, 0, 7]);

        var (code, _, error) = session.Build();

        Assert.Equal(1, code);
        Assert.True(File.Exists(session.Workbook));
        Assert.Contains("scan.txt cannot be read", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TemplateThatIsNotThere()
    {
        var (code, output, error) = session.Build("--template", Path.Combine(session.Folder, "none"));

        Nothing(code, output, error, "lines.yaml");
    }

    [Fact]
    public void TemplateThatIsNoWorkbook()
    {
        string template = Path.Combine(session.Folder, "template");
        Directory.CreateDirectory(template);
        File.Copy(Path.Combine(Session.Template, "lines.yaml"), Path.Combine(template, "lines.yaml"));
        File.WriteAllText(Path.Combine(template, "template.xlsx"), "not a workbook");

        var (code, output, error) = session.Build("--template", template);

        Nothing(code, output, error, "template.xlsx");
    }

    [Fact]
    public void OutputThatCannotBeWritten()
    {
        File.WriteAllText(session.Output, "a file where the folder should be");

        var (code, _, error) = session.Build();

        Assert.Equal(2, code);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
        Assert.Equal("a file where the folder should be", File.ReadAllText(session.Output));
    }

    [Fact]
    public void OneCompanyOfTwoFails_TheOtherIsBuilt_AndTheWorstCounts()
    {
        var (code, output, error) = session.Build(Path.Combine(session.Folder, "nowhere"));

        Assert.Equal(2, code);
        Assert.True(File.Exists(session.Workbook), output);
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoCompaniesOfOneName_AreNotWrittenOverEachOther()
    {
        string other = Path.Combine(session.Folder, "elsewhere", "northwind");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "company.yaml"), Session.CompanyYaml);

        var (code, output, error) = session.Build(other);

        Nothing(code, output, error, "northwind.xlsx", "two folders");
    }

    [Fact]
    public void CompanyNamedTwice_IsBuiltOnce()
    {
        var (code, output, _) = session.Build(session.Company + Path.DirectorySeparatorChar);

        Assert.Equal(0, code);
        Assert.Equal(2, output.Split("northwind.xlsx").Length);
    }

    [Theory]
    [InlineData("build")]
    [InlineData("build", "x", "--jobs", "0")]
    [InlineData("build", "x", "--jobs", "many")]
    [InlineData("extract", "x", "--format", "xml")]
    [InlineData("frobnicate")]
    public void WrongUsage(params string[] args)
    {
        var (code, output, error) = Session.Run(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    public void Dispose() => session.Dispose();

    private void Nothing(int code, string output, string error, params string[] words)
    {
        Assert.Equal(2, code);
        Assert.All(words, word => Assert.Contains(word, error, StringComparison.Ordinal));
        Assert.DoesNotContain(" at ModelBuilder.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(session.Workbook), output);
    }
}
