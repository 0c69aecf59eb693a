using ClosedXML.Excel;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks;
using ModelBuilder.Workbooks.Layout;
using ModelBuilder.Workbooks.Templates;

namespace ModelBuilder.Tests.Workbooks.Sheets;

/// <summary>A workbook that is computed here, in which a test types as an analyst would and reads cells by row and column keys.</summary>
internal sealed class LiveWorkbook
{
    private static readonly Lazy<TemplateSpec> Template = new(() =>
    {
        using var book = new XLWorkbook(new MemoryStream(InventedWorkbook.Template));
        return TemplateReader.Read(book, "template.xlsx");
    });

    private readonly LaidOutWorkbook workbook;
    private readonly SheetCalculator calculator = new();
    private readonly Dictionary<(string Sheet, string Row, string Column), CellAddress> places = [];

    public LiveWorkbook(WorkbookInput input)
    {
        workbook = PlanLayout.Arrange(WorkbookComposer.Compose(input), Template.Value);
        foreach ((string name, Expression target) in workbook.Names)
        {
            calculator.Define(name, target);
        }

        foreach (LaidOutSheet sheet in workbook.Sheets)
        {
            calculator.AddSheet(sheet.Name);
            foreach (LaidOutRow row in sheet.Rows)
            {
                foreach ((int index, LaidOutCell cell) in row.Cells.Index())
                {
                    if (row.Plan is { } plan)
                    {
                        places[(sheet.Name, plan.Key, sheet.Columns[index].Key)] = cell.Address;
                    }

                    Put(sheet.Name, cell.Address, cell.Content);
                }
            }
        }

        calculator.Calculate();
    }

    public LaidOutWorkbook Plan => workbook;

    public IEnumerable<string> Rows(string sheet) => places.Keys.Where(p => p.Sheet == sheet).Select(p => p.Row).Distinct();

    public FormulaValue this[string sheet, string row, string column] => calculator.Value(sheet, places[(sheet, row, column)]);

    public FormulaValue this[string name] => workbook.Names[name] is CellReference { Sheet: { } sheet } cell ? calculator.Value(sheet, cell.Address.Relative) : throw new ArgumentException(name, nameof(name));

    /// <summary>Every error of the workbook, with its place.</summary>
    public IEnumerable<string> Errors => workbook.Formulas.Where(f => calculator.Value(f.Sheet, f.Address) is { IsError: true } or { IsUnsupported: true }).Select(f => $"{f.Sheet}!{f.Address}: {calculator.Value(f.Sheet, f.Address)}");

    public string TextAt(string sheet, string row, string column) => this[sheet, row, column] is { Kind: ValueKind.Text } text ? text.Text : "";

    public double? NumberAt(string sheet, string row, string column) => this[sheet, row, column] is { Kind: ValueKind.Number } number ? number.Number : null;

    public LiveWorkbook Type(string name, FormulaValue value)
    {
        var cell = (CellReference)workbook.Names[name];
        calculator.Set(cell.Sheet!, cell.Address.Relative, value);
        return this;
    }

    public LiveWorkbook Type(string sheet, string row, string column, FormulaValue value)
    {
        calculator.Set(sheet, places[(sheet, row, column)], value);
        return this;
    }

    public LiveWorkbook Calculate()
    {
        calculator.Calculate();
        return this;
    }

    private void Put(string sheet, CellAddress address, CellContent content)
    {
        switch (content)
        {
            case CellContent.Number number:
                calculator.Set(sheet, address, number.Value);
                break;
            case CellContent.Text text:
                calculator.Set(sheet, address, text.Value);
                break;
            case CellContent.Formula formula:
                calculator.Set(sheet, address, formula.Value);
                break;
        }
    }
}
