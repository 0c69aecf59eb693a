using ClosedXML.Excel;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Templates;

/// <summary>Reads what a template says. Nothing is bound by address: rows by their token in column A, cells by defined names.</summary>
internal sealed class TemplateReader
{
    private readonly string file;
    private readonly List<Finding> findings = [];

    private TemplateReader(string file) => this.file = file;

    /// <summary>Reads an open template.</summary>
    public static TemplateSpec Read(XLWorkbook book, string file)
    {
        var reader = new TemplateReader(file);
        TemplateSheet[] sheets = [.. book.Worksheets.OrderBy(s => s.Position).Select(reader.Sheet)];
        Dictionary<string, (string, int, int)> names = reader.Names(book);
        return new TemplateSpec(file, sheets, names, reader.findings);
    }

    private TemplateSheet Sheet(IXLWorksheet sheet)
    {
        int lastRow = sheet.LastRowUsed(XLCellsUsedOptions.All)?.RowNumber() ?? 0;
        int lastColumn = sheet.LastColumnUsed(XLCellsUsedOptions.All)?.ColumnNumber() ?? 0;
        foreach (IXLRange merged in sheet.MergedRanges)
        {
            Report(sheet, merged.FirstCell(), "is merged with others; merged cells are not kept", "unmerge it (centre across selection looks the same)");
        }

        var rows = new List<TemplateRow>();
        for (int r = 1; r <= lastRow; r++)
        {
            var cells = new Dictionary<int, TemplateCell>();
            for (int c = 2; c <= lastColumn; c++)
            {
                cells[c] = Cell(sheet, sheet.Cell(r, c));
            }

            rows.Add(new TemplateRow(r, Token(sheet, r, rows), sheet.Row(r).Height, cells));
        }

        return new TemplateSheet(sheet.Name, rows, [.. Enumerable.Range(1, lastColumn).Select(c => sheet.Column(c).Width)]);
    }

    private string Token(IXLWorksheet sheet, int row, List<TemplateRow> above)
    {
        IXLCell cell = sheet.Cell(row, 1);
        string token = cell.GetString().Trim();
        if (token.Length == 0)
        {
            return "";
        }

        if (!TemplateGrammar.IsToken(token))
        {
            Report(sheet, cell, $"'{token}' is neither a line key, nor a pattern such as revenue.{{segment}}, nor a role in braces", "correct it; the row is left out");
            return "{left_out}";
        }

        if (token is not (TemplateSpec.Heading or TemplateSpec.Space) && above.FirstOrDefault(r => r.Token == token) is { } first)
        {
            Report(sheet, cell, $"'{token}' stands in row {first.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)} already; the first counts", "remove one of the two");
        }

        return token;
    }

    private TemplateCell Cell(IXLWorksheet sheet, IXLCell cell)
    {
        IXLStyle style = cell.Style;
        return new TemplateCell(Content(sheet, cell), style.NumberFormat.Format is { Length: > 0 } f && f != "General" ? f : style.NumberFormat.NumberFormatId > 0 ? "built-in" : "", style.Alignment.WrapText);
    }

    private CellContent Content(IXLWorksheet sheet, IXLCell cell)
    {
        if (cell.HasFormula)
        {
            FormulaParseResult parsed = FormulaParser.ParseCells(cell.FormulaA1);
            if (parsed.Value is { } formula && formula.References().All(r => r is NameReference))
            {
                return new CellContent.Formula(formula);
            }

            Report(sheet, cell, "has a formula over cells; in a template formulas can use defined names only, because rows move", "name the cell it refers to, or leave the formula out");
            return CellContent.Blank;
        }

        if (cell.DataType == XLDataType.Number && !cell.IsEmpty())
        {
            return new CellContent.Number(cell.GetDouble());
        }

        string text = cell.GetString();
        foreach (string unknown in TemplateGrammar.Unknown(text))
        {
            Report(sheet, cell, $"{unknown} is no placeholder", $"use one of {string.Join(", ", TemplateGrammar.Placeholders)}");
        }

        return text.Length > 0 ? new CellContent.Text(text) : CellContent.Blank;
    }

    private Dictionary<string, (string, int, int)> Names(XLWorkbook book)
    {
        var names = new Dictionary<string, (string, int, int)>(StringComparer.Ordinal);
        foreach (IXLNamedRange name in book.NamedRanges.OrderBy(n => n.Name, StringComparer.Ordinal))
        {
            if (name.IsValid && name.Ranges.Count == 1 && name.Ranges.First() is { } range && range.RangeAddress.IsValid)
            {
                names[name.Name] = (range.Worksheet.Name, range.RangeAddress.FirstAddress.RowNumber, range.RangeAddress.FirstAddress.ColumnNumber);
            }
            else
            {
                findings.Add(new Finding(Severity.Error, FindingCode.Input, $"{file}: the defined name {name.Name} means no cell") { Document = file, Remedy = "let it mean one cell, or delete it" });
            }
        }

        return names;
    }

    private void Report(IXLWorksheet sheet, IXLCell cell, string what, string remedy) => findings.Add(
        new Finding(Severity.Error, FindingCode.Input, $"{file}, {sheet.Name}!{cell.Address.ToStringRelative()} {what}") { Document = file, Remedy = remedy });
}
