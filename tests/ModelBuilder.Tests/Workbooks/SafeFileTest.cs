using ModelBuilder.Figures;
using ModelBuilder.Tests.Support;
using ModelBuilder.Workbooks;

namespace ModelBuilder.Tests.Workbooks;

public sealed class SafeFileTest
{
    [Fact]
    public void Replace_NewAndOldFile_HoldsTheNewBytesAndNothingElse()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "deep", "book.xlsx");
        Assert.Null(SafeFile.Replace(file, [1, 2, 3]));
        Assert.Null(SafeFile.Replace(file, [4]));
        Assert.Equal([4], File.ReadAllBytes(file));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void Replace_FileThatAnotherProgramHolds_LeavesItAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "book.xlsx");
        File.WriteAllBytes(file, [1]);
        using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Finding? finding = SafeFile.Replace(file, [2]);
            Assert.Contains("open in another program", finding!.Message, StringComparison.Ordinal);
            Assert.Contains("close it", finding.Remedy, StringComparison.Ordinal);
        }

        Assert.Equal([1], File.ReadAllBytes(file));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Replace_FolderOrFileInTheWay_SaysSoAndLeavesIt()
    {
        using var folder = new TemporaryFolder();
        string inTheWay = Path.Combine(folder.Path, "book.xlsx");
        Directory.CreateDirectory(inTheWay);
        Assert.Contains("is a folder", SafeFile.Replace(inTheWay, [1])!.Message, StringComparison.Ordinal);

        string file = Path.Combine(folder.Path, "plain");
        File.WriteAllBytes(file, [1]);
        Assert.Equal(Severity.Error, SafeFile.Replace(Path.Combine(file, "book.xlsx"), [1])!.Severity);
        Assert.Equal([1], File.ReadAllBytes(file));
    }
}
