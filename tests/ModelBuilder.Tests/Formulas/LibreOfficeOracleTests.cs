using System.Diagnostics;
using System.Text.Json;
using ClosedXML.Excel;
using ModelBuilder.Formulas;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Formulas;

/// <summary>LibreOffice recalculates a workbook of several hundred formulas; ours must give the same.</summary>
public class LibreOfficeOracleTests
{
    /// <summary>Constants (text beginning with = is a formula) of the sheet Data, column by column.</summary>
    private static readonly object?[][] Data =
    [
        [3d, -1.5, 0d, 7d, 7d, 2.25, 1e6, 1e-5, 100d, 42d],
        [1d, "text", true, null, "5", 0d, -2d, "=\"\"", "Text", 8d],
        [2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.1],
        [1d, 2d, 3d, 4d, 5d, 6d, 7d, 8d],
        [0.5, 1.5, 1d, 3d, 2d, 5d, 4d, 6.5],
        [2.1, 3.9, null, 7.8, "n/a", 12.2, 13.8, 16.1],
        ["=NA()", "=1/0", "=\"abc\"+1", "=SQRT(-1)"],
        [1d, 3d, 5d, 7d, 9d, 11d],
        ["one", "three", "five", "seven", "nine", "eleven"],
        [11d, 9d, 7d, 5d, 3d, 1d],
        ["apple", "banana", "cherry", "damson", "elder", "fig"],
        ["=H1*2", "=L1+H2", "=L2+H3", "=L3+H4", "=L4+H5", "=SUM(L1:L5)"],
    ];

    [SkippableFact]
    public void EveryFunction_AgreesWithLibreOffice()
    {
        Machine.NeedLibreOffice();
        string recalc = Path.Combine(Machine.NeedShared(), "acceptance", "recalc.py");
        Skip.IfNot(File.Exists(recalc), "needs acceptance/recalc.py in ../shared");

        string[] formulas = [.. OracleFormulas.All];
        string folder = Directory.CreateTempSubdirectory("formulas-").FullName;
        try
        {
            string file = Path.Combine(folder, "oracle.xlsx");
            SheetCalculator ours = Fill(file, formulas);
            JsonElement theirs = Recalculate(recalc, file);
            var differences = new List<string>();
            for (int i = 0; i < formulas.Length; i++)
            {
                FormulaValue value = ours.Value("Calc", new CellAddress(i + 1, 2));
                JsonElement cell = theirs.GetProperty("Calc").GetProperty(FormattableString.Invariant($"B{i + 1}"));
                if (OracleFormulas.ExcelDiffers.TryGetValue(formulas[i], out FormulaValue excel) ? value != excel : !Agrees(value, cell))
                {
                    differences.Add($"{formulas[i]}: {value} but LibreOffice {cell}");
                }
            }

            Assert.True(differences.Count == 0, string.Join('\n', differences));
            Assert.Empty(Functions().Except(formulas.SelectMany(f => FormulaParser.ParseCells(f).ValueOrThrow().Parts().OfType<FunctionCall>().Select(c => c.Name))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Functions() => ModelBuilder.Formulas.Functions.FunctionTable.Names;

    private static SheetCalculator Fill(string file, string[] formulas)
    {
        using var workbook = new XLWorkbook();
        var calculator = new SheetCalculator();
        IXLWorksheet data = workbook.AddWorksheet("Data");
        for (int c = 0; c < Data.Length; c++)
        {
            for (int r = 0; r < Data[c].Length; r++)
            {
                var address = new CellAddress(r + 1, c + 1);
                switch (Data[c][r])
                {
                    case string s when s.StartsWith('='):
                        data.Cell(r + 1, c + 1).FormulaA1 = s;
                        calculator.Set("Data", address, FormulaParser.ParseCells(s).ValueOrThrow());
                        break;
                    case string s:
                        data.Cell(r + 1, c + 1).SetValue(s);
                        calculator.Set("Data", address, s);
                        break;
                    case double d:
                        data.Cell(r + 1, c + 1).SetValue(d);
                        calculator.Set("Data", address, d);
                        break;
                    case bool b:
                        data.Cell(r + 1, c + 1).SetValue(b);
                        calculator.Set("Data", address, b);
                        break;
                }
            }
        }

        workbook.NamedRanges.Add("Prices", data.Range("A1:A10"));
        workbook.NamedRanges.Add("One", data.Range("A4"));
        calculator.Define("Prices", FormulaParser.ParseCells("Data!$A$1:$A$10").ValueOrThrow());
        calculator.Define("One", FormulaParser.ParseCells("Data!$A$4").ValueOrThrow());
        IXLWorksheet calc = workbook.AddWorksheet("Calc");
        for (int i = 0; i < formulas.Length; i++)
        {
            Expression formula = FormulaParser.ParseCells(formulas[i]).ValueOrThrow();
            calc.Cell(i + 1, 2).FormulaA1 = FormulaPrinter.PrintForFile(formula);
            calculator.Set("Calc", new CellAddress(i + 1, 2), formula);
        }

        workbook.SaveAs(file);
        return calculator;
    }

    private static JsonElement Recalculate(string recalc, string file)
    {
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/python3", [recalc, file, "--dump"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string json = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonDocument.Parse(json).RootElement;
    }

    private static bool Agrees(FormulaValue ours, JsonElement cell)
    {
        JsonElement theirs = cell.GetProperty("v");
        return cell.GetProperty("e").GetBoolean() ? ours.IsError : ours.Kind switch
        {
            ValueKind.Number => theirs.ValueKind == JsonValueKind.Number && Near(ours.Number, theirs.GetDouble()),
            ValueKind.Logical => theirs.ValueKind == JsonValueKind.Number && theirs.GetDouble() == (ours.Logical ? 1 : 0),
            ValueKind.Text => theirs.ValueKind == JsonValueKind.String && theirs.GetString() == ours.Text,
            _ => false,
        };
    }

    private static bool Near(double x, double y) => Math.Abs(x - y) <= 1e-9 * Math.Max(Math.Abs(x), Math.Abs(y)) || Math.Abs(x - y) < 1e-300;
}
