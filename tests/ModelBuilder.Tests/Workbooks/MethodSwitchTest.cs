using ClosedXML.Excel;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Workbooks;

/// <summary>Choosing another method in the list of a driver, as LibreOffice recalculates it, keeps every check and moves the model.</summary>
public sealed class MethodSwitchTest
{
    [SkippableFact]
    public void EveryMethodInTheLists_KeepsTheChecks_MovesTheModel_AndGoesBack()
    {
        Machine.NeedLibreOffice();
        using var folder = new TemporaryFolder();
        string file = folder.File("invented.xlsx");
        File.WriteAllBytes(file, InventedWorkbook.Build().Bytes!);
        (string Cell, string[] Methods)[] lists = [.. Lists(file)];
        Assert.NotEmpty(lists);

        // All lists at their n-th method, for as many as any list has; then all back at the first.
        int most = lists.Max(l => l.Methods.Length);
        var edits = Enumerable.Range(0, most + 1).Select(n => (IReadOnlyDictionary<string, object>)lists.ToDictionary(l => $"Regression!{l.Cell}", l => (object)l.Methods[n < most ? Math.Min(n, l.Methods.Length - 1) : 0])).ToArray();
        var states = LibreOffice.Recalculate(file, edits);

        Assert.All(states, cells => Assert.Equal(0.0, cells["Control!C5"]));
        Assert.All(states, cells => Assert.DoesNotContain(cells.Values, v => v is string text && text.StartsWith("error ", StringComparison.Ordinal)));
        string[] projected = [.. states[0].Keys.Where(k => k.StartsWith("Model!", StringComparison.Ordinal) && states[0][k] is double)];
        Assert.Contains(projected, k => !states[0][k].Equals(states[1][k]));
        Assert.All(states[0], cell => Assert.Equal(cell.Value, states[^1][cell.Key]));
    }

    private static IEnumerable<(string Cell, string[] Methods)> Lists(string file)
    {
        using var workbook = new XLWorkbook(file);
        IXLWorksheet sheet = workbook.Worksheet("Regression");
        foreach (IXLRow row in sheet.RowsUsed().Where(r => r.Cell(1).GetString().EndsWith("|method", StringComparison.Ordinal)))
        {
            string driver = row.Cell(1).GetString()[..^"|method".Length];
            yield return (row.Cell(4).Address.ToString()!, [.. sheet.RowsUsed().Where(r => r.Cell(1).GetString().StartsWith(driver + "|error.", StringComparison.Ordinal)).Select(r => r.Cell(2).GetString())]);
        }
    }
}
