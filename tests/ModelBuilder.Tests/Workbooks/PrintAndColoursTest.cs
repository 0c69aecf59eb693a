using System.IO.Compression;
using System.Xml.Linq;

namespace ModelBuilder.Tests.Workbooks;

/// <summary>What a reader of the printed workbook, or of its first cell, needs; read from the file's own XML.</summary>
public sealed class PrintAndColoursTest
{
    private static readonly Lazy<byte[]> Built = new(() => InventedWorkbook.Build().Bytes!);

    [Fact]
    public void PrintTitles_AreAbsolute_SoThatEveryReaderRepeatsThem()
    {
        string[] titles = [.. Names("_xlnm.Print_Titles")];
        Assert.NotEmpty(titles);
        Assert.All(titles.SelectMany(t => t.Split(',')), t => Assert.Matches(@"^'?\w+'?!\$\w+:\$\w+$", t));
    }

    [Fact]
    public void PrintArea_OfModel_HoldsEveryRowAndPeriodAndNoKey()
    {
        using var file = new MemoryStream(Built.Value);
        using var book = new ClosedXML.Excel.XLWorkbook(file);
        var sheet = book.Worksheet("Model");
        var area = sheet.PageSetup.PrintAreas.Single().RangeAddress;
        Assert.Equal(2, area.FirstAddress.ColumnNumber);
        Assert.Equal(sheet.LastRowUsed()!.RowNumber(), area.LastAddress.RowNumber);
        Assert.Equal(sheet.LastColumnUsed()!.ColumnNumber(), area.LastAddress.ColumnNumber);
    }

    [Fact]
    public void MasterCheck_HasAColourForFailingAndOneForHolding()
    {
        string cell = Names("MasterCheck").Single().Split('!')[1].Replace("$", "", StringComparison.Ordinal);
        XElement control = Part("xl/worksheets/sheet1.xml").Root!;
        string[] formulas = [.. control.Elements(control.Name.Namespace + "conditionalFormatting").Where(c => (string?)c.Attribute("sqref") is { } at && at.Split(':')[0] == cell)
            .SelectMany(c => c.Descendants(control.Name.Namespace + "formula")).Select(f => f.Value)];
        Assert.Equal(["MasterCheck=0", "MasterCheck>0"], formulas.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Names(string name) =>
        Part("xl/workbook.xml").Descendants().Where(e => e.Name.LocalName == "definedName" && (string?)e.Attribute("name") == name).Select(e => e.Value);

    private static XDocument Part(string path)
    {
        using var archive = new ZipArchive(new MemoryStream(Built.Value));
        using Stream part = archive.GetEntry(path)!.Open();
        return XDocument.Load(part);
    }
}
