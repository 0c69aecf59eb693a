using ClosedXML.Excel;

namespace ModelBuilder.Tests.Support;

/// <summary>The judge is worth something only where it also finds fault.</summary>
public class LibreOfficeTest
{
    [SkippableFact]
    public void Recalculate_TrustsNothingThatIsCached_AndTypesInOrder()
    {
        Machine.NeedLibreOffice();
        using var folder = new TemporaryFolder();
        string file = Save(folder);
        var cells = LibreOffice.Recalculate(file, Edit("Data!A1", 5), Edit("Data!A2", 7), Edit("Data!B1", "text"));
        Assert.Equal([8.0, 12.0, 12.0], cells.Select(c => c["Data!C1"]));
        Assert.Equal("Base", cells[0]["Data!D1"]);
        Assert.Equal("", cells[0]["Data!E1"]);
        Assert.Equal("error 532", cells[0]["Data!F1"]);
        Assert.Equal("text", cells[2]["Data!B1"]);
        Assert.False(cells[0].ContainsKey("Data!B1"));
    }

    [SkippableFact]
    public void Audit_FindsFaultsByKind()
    {
        Machine.NeedLibreOffice();
        Machine.NeedShared();
        using var folder = new TemporaryFolder();
        var faults = LibreOffice.Audit(Save(folder));
        Assert.Contains("Data!C1 no cached value, recalculated 4.0", faults["cached"]);
        Assert.Contains(faults["errors"], f => f.StartsWith("Data!F1", StringComparison.Ordinal));
        Assert.Contains("no defined name Scenario", faults["scenarios"]);
        Assert.False(faults.ContainsKey("literals"));
    }

    private static Dictionary<string, object> Edit(string place, object value) => new(StringComparer.Ordinal) { [place] = value };

    private static string Save(TemporaryFolder folder)
    {
        using var workbook = new XLWorkbook();
        IXLWorksheet sheet = workbook.AddWorksheet("Data");
        sheet.Cell("A1").Value = 1;
        sheet.Cell("A2").Value = 3;
        sheet.Cell("C1").FormulaA1 = "A1+A2";
        sheet.Cell("D1").FormulaA1 = "IF(C1>2,\"Base\",\"Bear\")";
        sheet.Cell("E1").FormulaA1 = "IF(C1>2,\"\",1)";
        sheet.Cell("F1").FormulaA1 = "1/0";
        string file = folder.File("judged.xlsx");
        workbook.SaveAs(file);
        return file;
    }
}
