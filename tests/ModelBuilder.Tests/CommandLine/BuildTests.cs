using System.Globalization;

namespace ModelBuilder.Tests.CommandLine;

public sealed class BuildTests : IDisposable
{
    private readonly Session session = new();

    [Fact]
    public void Build_WritesTheWorkbook_AndReportsInShort()
    {
        var (code, output, error) = session.Build();

        Assert.Equal(0, code);
        Assert.True(File.Exists(session.Workbook), error);
        Assert.All(new[] { "documents", "mentions", "figures", "contradictions", "open findings", "checks", "northwind.xlsx" }, word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Fact]
    public void SecondRun_WithNothingNew_TouchesNothing()
    {
        session.Build();
        DateTime before = File.GetLastWriteTimeUtc(session.Workbook);

        var (code, output, _) = session.Build();

        Assert.Equal(0, code);
        Assert.Contains("unchanged", output, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(session.Workbook));
        Assert.Single(Directory.GetFiles(session.Output));
    }

    [Fact]
    public void WorkbookThatWasEdited_IsKeptBesideTheNewOne()
    {
        Directory.CreateDirectory(session.Output);
        File.WriteAllText(session.Workbook, "somebody's work");

        var (code, _, _) = session.Build();

        Assert.Equal(0, code);
        Assert.Equal("somebody's work", File.ReadAllText(Path.Combine(session.Output, "northwind.before-1.xlsx")));
    }

    [Theory]
    [InlineData("~$northwind.xlsx")]
    [InlineData(".~lock.northwind.xlsx#")]
    public void WorkbookOpenElsewhere_IsReported_AndLeftAlone(string lockFile)
    {
        Directory.CreateDirectory(session.Output);
        File.WriteAllText(session.Workbook, "somebody's work");
        File.WriteAllText(Path.Combine(session.Output, lockFile), "");

        var (code, _, error) = session.Build();

        Assert.Equal(2, code);
        Assert.Contains("open in another program", error, StringComparison.Ordinal);
        Assert.Equal("somebody's work", File.ReadAllText(session.Workbook));
    }

    [Fact]
    public void CultureWithOtherSeparators_GivesTheSameBytes()
    {
        session.Build();
        byte[] plain = File.ReadAllBytes(session.Workbook);
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NumberGroupSeparator = ".";
        other.NumberFormat.NegativeSign = "\u2212";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = other;
            File.Delete(session.Workbook);
            session.Build();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.True(plain.AsSpan().SequenceEqual(File.ReadAllBytes(session.Workbook)));
    }

    public void Dispose() => session.Dispose();
}
