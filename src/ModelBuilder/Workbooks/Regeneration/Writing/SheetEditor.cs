using System.Xml.Linq;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;
using ModelBuilder.Workbooks.Templates;

namespace ModelBuilder.Workbooks.Regeneration.Writing;

/// <summary>Changes cells in a sheet's own XML; what is not named is not touched.</summary>
internal sealed class SheetEditor
{
    private const double DefaultWidth = 9, LineHeight = 12;

    private readonly XElement data;
    private readonly SortedDictionary<int, XElement> rows = [];
    private readonly Dictionary<CellAddress, XElement> cells = [];

    public SheetEditor(RawSheet sheet)
    {
        Sheet = sheet;
        Root = sheet.Document.Root!;
        data = Root.Element(Xml.Main + "sheetData")!;
        Index();
    }

    public RawSheet Sheet { get; }

    public XElement Root { get; }

    /// <summary>True where something was changed.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The cells with their elements.</summary>
    public IEnumerable<(CellAddress Address, XElement Element)> Cells => cells.Select(c => (c.Key, c.Value));

    /// <summary>Says that something was changed.</summary>
    public void Touch() => IsChanged = true;

    /// <summary>The cell's element, or null.</summary>
    public XElement? Find(CellAddress address) => cells.GetValueOrDefault(address.Relative);

    /// <summary>Puts a number, text, formula over cells, or nothing into a cell. Its style stays.</summary>
    public void Put(CellAddress address, CellContent content)
    {
        if (content is CellContent.BlankContent && !cells.ContainsKey(address.Relative))
        {
            return;
        }

        XElement cell = Cell(address);
        cell.RemoveNodes();
        foreach (string attribute in new[] { "t", "cm", "vm" })
        {
            cell.SetAttributeValue(attribute, null);
        }

        switch (content)
        {
            case CellContent.Number number:
                cell.Add(new XElement(Xml.Main + "v", Xml.Text(number.Value)));
                break;
            case CellContent.Text text:
                // In the cell itself: the list of shared strings, which the analyst's cells use, stays as it is.
                cell.SetAttributeValue("t", "inlineStr");
                cell.Add(new XElement(Xml.Main + "is", new XElement(Xml.Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Xml.Escaped(text.Value))));
                break;
            case CellContent.Formula formula:
                cell.Add(new XElement(Xml.Main + "f", FormulaPrinter.PrintForFile(formula.Value)));
                break;
        }
    }

    /// <summary>Gives a cell a style.</summary>
    public void Style(CellAddress address, int style) => Cell(address).SetAttributeValue("s", style == 0 ? null : style);

    /// <summary>Gives a new row the height and the outline level of another file's.</summary>
    public void Look(int row, XElement from)
    {
        foreach (string attribute in new[] { "ht", "customHeight", "outlineLevel" })
        {
            Row(row).SetAttributeValue(attribute, (string?)from.Attribute(attribute));
        }
    }

    /// <summary>Makes a row high enough for its wrapped texts.</summary>
    public void FitHeight(int row)
    {
        double WidthOf(int column) => (double?)Root.Elements(Xml.Main + "cols").Elements().FirstOrDefault(c => (int)c.Attribute("min")! <= column && column <= (int)c.Attribute("max")!)?.Attribute("width") ?? DefaultWidth;
        int lines = cells.Where(c => c.Key.Row == row && c.Value.Element(Xml.Main + "is") is not null)
            .Select(c => TextWidth.Lines(c.Value.Element(Xml.Main + "is")!.Value, WidthOf(c.Key.Column) - 1)).Append(1).Max();
        Row(row).SetAttributeValue("ht", (lines * LineHeight) + 2);
        Row(row).SetAttributeValue("customHeight", "1");
    }

    /// <summary>Hides those of some rows that hold nothing.</summary>
    public void HideEmpty(IReadOnlySet<int> rows)
    {
        foreach (XElement row in Root.Elements(Xml.Main + "sheetData").Elements(Xml.Main + "row").Where(r => rows.Contains((int?)r.Attribute("r") ?? 0) && r.Elements().All(c => !c.HasElements)))
        {
            row.SetAttributeValue("hidden", "1");
            IsChanged = true;
        }
    }

    /// <summary>Writes out formulas that cells share, so that each can move and change for itself.</summary>
    public void Unshare()
    {
        var masters = new Dictionary<string, (string Text, CellAddress At)>(StringComparer.Ordinal);
        foreach ((CellAddress address, XElement cell) in cells.OrderBy(c => c.Key))
        {
            if (cell.Element(Xml.Main + "f") is not { } formula || (string?)formula.Attribute("t") != "shared" || (string?)formula.Attribute("si") is not { } group)
            {
                continue;
            }

            if (formula.Value.Length > 0)
            {
                masters[group] = (formula.Value, address);
            }
            else if (masters.TryGetValue(group, out var master))
            {
                formula.Value = FormulaText.Move(master.Text, (_, end) => Copied(end, address.Row - master.At.Row, address.Column - master.At.Column));
            }

            formula.RemoveAttributes();
            IsChanged = true;
        }
    }

    /// <summary>Moves rows and cells.</summary>
    public void Move(Displacement displacement)
    {
        foreach ((int number, XElement row) in rows)
        {
            row.SetAttributeValue("r", displacement.Row(number));
            row.SetAttributeValue("spans", null);
        }

        foreach ((CellAddress address, XElement cell) in cells)
        {
            cell.SetAttributeValue("r", displacement.Of(address).ToString());
        }

        IsChanged = true;
        Index();
    }

    private static ReferenceEnd? Copied(ReferenceEnd end, int rows, int columns)
    {
        ReferenceEnd moved = end with { Row = end.RowFixed ? end.Row : end.Row + rows, Column = end.ColumnFixed ? end.Column : end.Column + columns };
        return moved.Row is < 1 or > CellAddress.MaxRow || moved.Column is < 1 or > CellAddress.MaxColumn ? null : moved;
    }

    private void Index()
    {
        rows.Clear();
        cells.Clear();
        int last = 0;
        foreach (XElement row in data.Elements(Xml.Main + "row"))
        {
            int number = (int?)row.Attribute("r") ?? last + 1;
            rows[last = number] = row;
            int column = 0;
            foreach (XElement cell in row.Elements(Xml.Main + "c"))
            {
                column = CellAddress.TryParse((string?)cell.Attribute("r"), out CellAddress written) ? written.Column : column + 1;
                cells[new CellAddress(number, column)] = cell;
            }
        }
    }

    private XElement Row(int number)
    {
        IsChanged = true;
        if (rows.TryGetValue(number, out XElement? row))
        {
            return row;
        }

        row = new XElement(Xml.Main + "row", new XAttribute("r", number));
        XElement? next = rows.Where(r => r.Key > number).Select(r => r.Value).FirstOrDefault();
        if (next is null)
        {
            data.Add(row);
        }
        else
        {
            next.AddBeforeSelf(row);
        }

        return rows[number] = row;
    }

    private XElement Cell(CellAddress address)
    {
        IsChanged = true;
        if (cells.TryGetValue(address.Relative, out XElement? cell))
        {
            return cell;
        }

        XElement row = Row(address.Row);
        row.SetAttributeValue("spans", null);
        cell = new XElement(Xml.Main + "c", new XAttribute("r", address.Relative.ToString()));
        XElement? next = row.Elements(Xml.Main + "c").FirstOrDefault(c => CellAddress.Parse((string)c.Attribute("r")!).Column > address.Column);
        if (next is null)
        {
            row.Add(cell);
        }
        else
        {
            next.AddBeforeSelf(cell);
        }

        return cells[address.Relative] = cell;
    }
}
