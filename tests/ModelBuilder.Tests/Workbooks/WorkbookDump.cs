using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Workbooks;

/// <summary>A workbook as text: sheet, cell, formula, value, number format. Expected texts lie beside the tests.</summary>
internal static class WorkbookDump
{
    public static string Of(byte[] workbook, string sheet)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        var text = new StringBuilder();
        foreach (IXLCell cell in book.Worksheet(sheet).CellsUsed(XLCellsUsedOptions.Contents).OrderBy(c => c.Address.RowNumber).ThenBy(c => c.Address.ColumnNumber))
        {
            // A cached number comes as text.
            object value = !cell.HasFormula ? cell.Value
                : double.TryParse(Convert.ToString(cell.CachedValue, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : cell.CachedValue;
            text.Append(cell.Address.ToStringRelative()).Append('\t').Append(cell.HasFormula ? "=" + cell.FormulaA1 : "").Append('\t').Append(Text(value))
                .Append('\t').Append(value is double ? cell.Style.NumberFormat.Format : "").Append(cell.HasComment ? "\tnote" : "").Append(cell.HasHyperlink ? "\tto " + cell.Hyperlink.InternalAddress : "").Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Compares with the expected text of that name; with UPDATE_EXPECTED=1 in the environment it is written anew, to be read before it is committed.</summary>
    public static void Verify(string name, string actual)
    {
        string file = Path.Combine(Machine.Repository, "tests", "ModelBuilder.Tests", "Workbooks", "Expected", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        string[] expected = File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n');
        string[] lines = actual.Split('\n');
        for (int i = 0; i < Math.Max(expected.Length, lines.Length); i++)
        {
            Assert.True(
                i < lines.Length && i < expected.Length && expected[i] == lines[i],
                $"{name}.txt, line {(i + 1).ToString(CultureInfo.InvariantCulture)}\nexpected: {expected.ElementAtOrDefault(i)}\nis:       {lines.ElementAtOrDefault(i)}");
        }
    }

    private static string Text(object value) => value is double number ? (Math.Abs(number) < 1e-12 ? 0 : number).ToString("G11", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
