using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ModelBuilder.Formulas;
using ModelBuilder.Tests.Support;
using ModelBuilder.Workbooks;

namespace ModelBuilder.Tests.Workbooks.Finishing;

public class PackageFinisherTest
{
    private static readonly Lazy<byte[]> Finished = new(() => PackageFinisher.Finish(SmallWorkbook.Saved(), SmallWorkbook.Request()));

    [Fact]
    public void Finish_IsValidOpenXml()
    {
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(Finished.Value), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document);
        Assert.Empty(errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(4, document.WorkbookPart!.WorksheetParts.SelectMany(s => s.DrawingsPart?.ChartParts ?? []).Count());
    }

    [Fact]
    public void Finish_EveryFormulaHasItsValueInTheRightType()
    {
        string model = Part("xl/worksheets/sheet1.xml");
        Assert.Contains("<x:f>D2/(D2+D3)</x:f><x:v>0.6666666666666666</x:v>", model, StringComparison.Ordinal);
        Assert.Contains(" t=\"e\"><x:f>1/0</x:f><x:v>#DIV/0!</x:v>", model, StringComparison.Ordinal);
        Assert.Contains(" t=\"b\"><x:f>D2&gt;4*D3</x:f><x:v>0</x:v>", model, StringComparison.Ordinal);
        Assert.Contains(" t=\"str\"><x:f>IF(J5,\" mostly cloud \",\"\")</x:f><x:v xml:space=\"preserve\"> mostly cloud </x:v>", model, StringComparison.Ordinal);
        Assert.Contains(" t=\"str\"><x:f>IF(D5,\" mostly cloud \",\"\")</x:f><x:v></x:v>", model.Replace("<x:v />", "<x:v></x:v>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<x:v>0.30000000000000004</x:v>", model, StringComparison.Ordinal);
        Assert.Contains("<x:v>3.3333333333333334E-08</x:v>", model, StringComparison.Ordinal);
        Assert.DoesNotContain("</x:f></x:c>", model, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_ClosedXmlReadsTheValuesBack()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Finished.Value));
        IXLWorksheet model = workbook.Worksheet("Model");
        foreach (((string sheet, CellAddress address), FormulaValue value) in SmallWorkbook.Values().Where(v => v.Value.Kind == ValueKind.Number))
        {
            object cached = workbook.Worksheet(sheet).Cell(address.ToString()).CachedValue;
            Assert.Equal(value.Number, Convert.ToDouble(cached, CultureInfo.InvariantCulture));
        }

        Assert.Equal("Facts!A2", model.Cell("D2").Hyperlink.InternalAddress);
        Assert.Equal("call of 1Q22, line 14", model.Cell("D2").Comment.Text);
        Assert.Equal("ModelBuilder", model.Cell("D2").Comment.Author);
        Assert.True(workbook.FullCalculationOnLoad);
        Assert.Equal("Model!$B$20:$B$20", workbook.NamedRange("Scenario").Ranges.Single().RangeAddress.ToStringFixed(XLReferenceStyle.A1, true));
    }

    [SkippableFact]
    public void Finish_OpenpyxlReadsTheValuesBack()
    {
        Machine.NeedLibreOffice();
        using var folder = new TemporaryFolder();
        string file = folder.File("small.xlsx");
        File.WriteAllBytes(file, Finished.Value);
        const string Script = """
            import json, sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1], data_only=True)
            cells = {s.title + '!' + c.coordinate: c.value for s in book.worksheets for r in s.iter_rows() for c in r if c.value is not None}
            names = book.defined_names
            names = names.definedName if hasattr(names, 'definedName') else names.values()
            charts = sum(len(s._charts) for s in book.worksheets)
            print(json.dumps([cells, {n.name: n.attr_text for n in names}, charts, book.properties.creator, str(book.properties.modified)]))
            """;
        (int code, string output, string errors) = LibreOffice.Run("/usr/bin/python3", ["-c", Script, file]);
        Assert.True(code == 0, errors);
        JsonElement[] read = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        Assert.Equal(2.0 / 3, read[0].GetProperty("Model!D4").GetDouble());
        Assert.Equal(" mostly cloud ", read[0].GetProperty("Model!J6").GetString());
        Assert.False(read[0].GetProperty("Model!D5").GetBoolean());
        Assert.Equal("#DIV/0!", read[0].GetProperty("Model!B8").GetString());
        Assert.Equal("Model!$B$20", read[1].GetProperty("Scenario").GetString());
        Assert.Equal(4, read[2].GetInt32());
        Assert.Equal("ModelBuilder", read[3].GetString());
        Assert.Equal("2000-01-01 00:00:00", read[4].GetString());
    }

    [SkippableFact]
    public void Finish_LibreOfficeCalculatesTheSame()
    {
        Machine.NeedLibreOffice();
        using var folder = new TemporaryFolder();
        string file = folder.File("small.xlsx");
        File.WriteAllBytes(file, Finished.Value);
        var recalculated = LibreOffice.Recalculate(file, new Dictionary<string, object>(StringComparer.Ordinal), new Dictionary<string, object>(StringComparer.Ordinal) { ["Model!D2"] = 150 });

        foreach (((string sheet, CellAddress address), FormulaValue value) in SmallWorkbook.Values())
        {
            object cell = recalculated[0][$"{sheet}!{address}"];
            object expected = value.Kind switch
            {
                ValueKind.Text => value.Text.ReplaceLineEndings("\n"),
                ValueKind.Logical => value.Logical ? 1.0 : 0.0,
                ValueKind.Error => "error 532", // LibreOffice's number for a division by zero
                _ => value.Number,
            };
            if (expected is double number)
            {
                Assert.Equal(number, (double)cell, 1e-12);
            }
            else
            {
                Assert.Equal(expected, cell);
            }
        }

        Assert.Equal(0.75, (double)recalculated[1]["Model!D4"], 1e-12);
    }

    [Theory]
    [InlineData(".", "-")]
    [InlineData(",", "-")]
    [InlineData(",", "\u2212")]
    public void Finish_SameBytesInEveryCultureAndRun(string decimalSeparator, string negativeSign)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // The program runs with invariant globalization, which has no German or Turkish data: a culture that prints as they do is made.
            var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NumberDecimalSeparator = decimalSeparator;
            other.NumberFormat.NumberGroupSeparator = decimalSeparator == "," ? "." : ",";
            other.NumberFormat.NegativeSign = negativeSign;
            CultureInfo.CurrentCulture = other;
            Assert.Equal(Finished.Value, PackageFinisher.Finish(SmallWorkbook.Saved(), SmallWorkbook.Request()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Finish_WhatIsFinished_OpensAndFinishesAgain()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Finished.Value));
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        workbook.SaveAs(first);
        using (var again = new XLWorkbook(new MemoryStream(Finished.Value)))
        {
            again.SaveAs(second);
        }

        var request = new FinishRequest(SmallWorkbook.Values(), []);
        byte[] finished = PackageFinisher.Finish(first.ToArray(), request);
        Assert.Equal(finished, PackageFinisher.Finish(second.ToArray(), request));
        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(finished), isEditable: false);
        Assert.Equal(4, document.WorkbookPart!.WorksheetParts.SelectMany(s => s.DrawingsPart?.ChartParts ?? []).Count());
    }

    [Fact]
    public void Finish_NothingByChanceOrOfTheMachineIsLeft()
    {
        using var archive = new ZipArchive(new MemoryStream(Finished.Value));
        Assert.All(archive.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        Assert.All(archive.Entries, e => Assert.DoesNotMatch("[0-9a-f]{16}", e.FullName));
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
        Assert.DoesNotContain(archive.Entries, e => e.FullName.Contains("calcChain", StringComparison.OrdinalIgnoreCase));
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            string text = reader.ReadToEnd();
            Assert.DoesNotMatch("Id=\"R[0-9a-f]{8}", text);
            Assert.DoesNotContain($">{Environment.UserName}<", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Finish_AFormulaWithoutValue_IsTheCallersBug()
    {
        var values = SmallWorkbook.Values();
        values.Remove(("Model", CellAddress.Parse("B9")));
        var thrown = Assert.Throws<ArgumentException>(() => PackageFinisher.Finish(SmallWorkbook.Saved(), new FinishRequest(values, [])));
        Assert.Contains("Model!B9", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_AChartOfCellsThatDoNotExist_IsTheCallersBug()
    {
        ChartPlan plan = SmallWorkbook.Request().Charts[0];
        foreach (ChartPlan wrong in new[] { plan with { Sheet = "Nowhere" }, plan with { Categories = "Model!$D$1" }, plan with { Categories = "D1:G1" }, plan with { Series = [] } })
        {
            Assert.Throws<ArgumentException>(() => PackageFinisher.Finish(SmallWorkbook.Saved(), SmallWorkbook.Request() with { Charts = [wrong] }));
        }
    }

    [Fact]
    public void Finish_ChartsCarryWhatTheirCellsHold_AndGaps()
    {
        string line = Part("xl/charts/chart3.xml");
        Assert.Contains("<c:dispBlanksAs val=\"gap\" />", line, StringComparison.Ordinal);
        Assert.Contains("<c:ptCount val=\"10\" /><c:pt idx=\"0\"><c:v>2022Q1</c:v></c:pt>", line, StringComparison.Ordinal);
        Assert.Contains("<c:pt idx=\"3\"><c:v>0.69</c:v></c:pt><c:pt idx=\"6\">", line, StringComparison.Ordinal); // cells 4 and 5 are blank
        Assert.Contains("<c:f>(Model!$D$2:$G$2,Model!$I$2:$L$2)</c:f>", Part("xl/charts/chart1.xml"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Render_OnePictureAPage()
    {
        Machine.NeedLibreOffice();
        string folder = Environment.GetEnvironmentVariable("MODELBUILDER_PICTURES") ?? "";
        using var temporary = new TemporaryFolder();
        string file = temporary.File("small.xlsx");
        File.WriteAllBytes(file, Finished.Value);
        var pictures = LibreOffice.Render(file, folder.Length > 0 ? folder : temporary.Path);
        Assert.NotEmpty(pictures);
        Assert.All(pictures, p => Assert.True(new FileInfo(p).Length > 1000));
    }

    private static string Part(string name)
    {
        using var archive = new ZipArchive(new MemoryStream(Finished.Value));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
