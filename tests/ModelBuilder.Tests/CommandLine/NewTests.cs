using Xunit;

namespace ModelBuilder.Tests.CommandLine;

public sealed class NewTests : IDisposable
{
    private readonly Session session = new();

    private string Made => Path.Combine(session.Folder, "heron-lanterns");

    private string File => Path.Combine(Made, "company.yaml");

    [Fact]
    public void WithoutDocuments()
    {
        var (code, output, error) = Session.Run("new", Made);

        Assert.Equal(0, code);
        Assert.Contains("company.yaml", output, StringComparison.Ordinal);
        Assert.Contains("currency", error, StringComparison.Ordinal);
        Assert.Contains("name: Heron Lanterns\n", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(Made, "documents")));
    }

    [Fact]
    public void FromDocumentsAWorkbookBuilds()
    {
        string source = Directory.GetFiles(session.Documents)[0];

        var (code, _, error) = Session.Run("new", Made, "--from", source);

        Assert.True(code == 0, error);
        string text = System.IO.File.ReadAllText(File);
        Assert.Contains("currency: EUR\n", text, StringComparison.Ordinal);
        Assert.Contains("- key: passengers\n", text, StringComparison.Ordinal);
        Assert.Contains("- key: freight\n", text, StringComparison.Ordinal);
        Assert.True(System.IO.File.Exists(source), "documents are copied, not moved");
        Assert.Equal(System.IO.File.ReadAllBytes(source), System.IO.File.ReadAllBytes(Path.Combine(Made, "documents", Path.GetFileName(source))));
        Assert.InRange(Session.Run("build", Made, "--output", session.Output, "--template", Session.Template).Code, 0, 1);
    }

    [Fact]
    public void AnExistingFileIsNeverOverwritten()
    {
        var (code, output, error) = Session.Run("new", session.Company, "--from", session.Documents);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("never overwritten", error, StringComparison.Ordinal);
        Assert.Equal(Session.CompanyYaml, System.IO.File.ReadAllText(Path.Combine(session.Company, "company.yaml")));
    }

    [Fact]
    public void ATakenNameIsNotOverwritten()
    {
        string[] folders = [Path.Combine(session.Folder, "one"), Path.Combine(session.Folder, "two")];
        foreach (string folder in folders)
        {
            Directory.CreateDirectory(folder);
            System.IO.File.WriteAllText(Path.Combine(folder, "call.txt"), Session.Notes + folder);
        }

        var (code, _, error) = Session.Run(["new", Made, "--from", .. folders]);

        Assert.True(code == 0, error);
        Assert.Equal(["call-2.txt", "call.txt"], Directory.GetFiles(Path.Combine(Made, "documents")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("call-2.txt", error, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingReadableMakesNothing()
    {
        var (code, output, _) = Session.Run("new", Made, "--from", Path.Combine(session.Folder, "nowhere.txt"));

        Assert.Equal((2, ""), (code, output));
        Assert.False(Directory.Exists(Made));
    }

    [Fact]
    public void TheSameDocumentsMakeTheSameFile()
    {
        Session.Run("new", Made, "--from", session.Documents);
        string other = Path.Combine(session.Folder, "again", "heron-lanterns");
        Session.Run("new", other, "--from", session.Documents);

        Assert.Equal(System.IO.File.ReadAllText(File), System.IO.File.ReadAllText(Path.Combine(other, "company.yaml")));
    }

    public void Dispose() => session.Dispose();
}
