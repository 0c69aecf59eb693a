using System.Xml;
using System.Xml.Linq;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>A cell as a file has it.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Style">The index of its style.</param>
/// <param name="Content">What stands in it; a formula over cells.</param>
/// <param name="Value">What the file stores as its value.</param>
internal readonly record struct RawCell(CellAddress Address, int Style, CellContent Content, CachedValue Value);

/// <summary>A sheet as a file has it, whoever wrote it.</summary>
internal sealed class RawSheet
{
    private readonly Dictionary<CellAddress, RawCell> cells = [];
    private readonly Dictionary<string, (Expression? Formula, CellAddress At)> shared = new(StringComparer.Ordinal);
    private readonly PackageEdit package;
    private readonly IReadOnlyList<string> strings;
    private readonly Func<string, Expression?> parse;
    private XDocument? document;
    private int row;
    private int column;

    private RawSheet(string name, string part, PackageEdit package, IReadOnlyList<string> strings, Func<string, Expression?> parse) =>
        (Name, Part, this.package, this.strings, this.parse) = (name, part, package, strings, parse);

    public string Name { get; }

    public string Part { get; }

    /// <summary>The whole sheet, to be changed; read when first asked for.</summary>
    public XDocument Document => document ??= package.Read(Part);

    /// <summary>What the sheet has beside its cells: links, lists of choices, columns.</summary>
    public XElement Frame { get; private init; } = new(Xml.Main + "worksheet");

    public int LastRow { get; private set; }

    public int LastColumn { get; private set; }

    /// <summary>Reads a sheet; null for a part that is none, such as a chart sheet. Its cells pass by one after the other: a document of them all is large.</summary>
    public static RawSheet? Read(string name, string part, PackageEdit package, IReadOnlyList<string> strings, Func<string, Expression?> parse)
    {
        var sheet = new RawSheet(name, part, package, strings, parse);
        using XmlReader reader = package.Stream(part);
        reader.MoveToContent();
        if (reader.LocalName != "worksheet")
        {
            return null;
        }

        while (!reader.EOF)
        {
            int depth = reader.Depth;
            if (reader.NodeType != XmlNodeType.Element || depth == 0 || (depth == 1 && reader.LocalName == "sheetData"))
            {
                reader.Read();
            }
            else if (depth == 2)
            {
                sheet.Row(reader.GetAttribute("r"));
                reader.Read();
            }
            else if ((XElement)XNode.ReadFrom(reader) is var element && depth == 1)
            {
                sheet.Frame.Add(element);
            }
            else
            {
                sheet.Cell(element);
            }
        }

        return sheet;
    }

    /// <summary>The sheet as its document has become, not yet saved.</summary>
    public RawSheet Anew()
    {
        var sheet = new RawSheet(Name, Part, package, strings, parse) { document = Document, Frame = Document.Root! };
        foreach (XElement element in Document.Root!.Elements(Xml.Main + "sheetData").Elements(Xml.Main + "row"))
        {
            sheet.Row((string?)element.Attribute("r"));
            foreach (XElement cell in element.Elements())
            {
                sheet.Cell(cell);
            }
        }

        return sheet;
    }

    public IReadOnlyDictionary<CellAddress, RawCell> Cells => cells;

    public string Text(int row, int column) => cells.GetValueOrDefault(new CellAddress(row, column)).Content is CellContent.Text text ? text.Value : "";

    // Row and cell numbers may be left out: then each follows the one before it.
    private void Row(string? number)
    {
        row = number is null ? LastRow + 1 : XmlConvert.ToInt32(number);
        LastRow = Math.Max(LastRow, row);
        column = 0;
    }

    private void Cell(XElement cell)
    {
        if (cell.Name != Xml.Main + "c")
        {
            return;
        }

        column = CellAddress.TryParse((string?)cell.Attribute("r"), out CellAddress written) ? written.Column : column + 1;
        LastColumn = Math.Max(LastColumn, column);
        var address = new CellAddress(row, column);
        var value = CachedValue.Read(cell, strings);
        CellContent content = cell.Element(Xml.Main + "f") is { } formula ? Formula(formula, address) : Constant(value);
        cells[address] = new RawCell(address, (int?)cell.Attribute("s") ?? 0, content, value);
    }

    private CellContent.Formula Formula(XElement element, CellAddress address)
    {
        string text = element.Value;
        if ((string?)element.Attribute("t") == "shared" && (string?)element.Attribute("si") is { } group)
        {
            if (text.Length == 0)
            {
                return shared.GetValueOrDefault(group) is ({ } copied, var from)
                    ? new CellContent.Formula(copied.Shift(address.Row - from.Row, address.Column - from.Column))
                    : Unread("shared formula " + group);
            }

            shared[group] = (parse(text), address);
        }

        return parse(text) is { } formula ? new CellContent.Formula(formula) : Unread(text);
    }

    // What is no formula to us is compared by its letters: it is none that the program wrote.
    private static CellContent.Formula Unread(string text) => new(new NameReference("\u00ab" + text.Trim() + "\u00bb"));

    private static CellContent Constant(CachedValue value) => value.Type switch
    {
        "n" => double.TryParse(value.Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double number) ? new CellContent.Number(number) : CellContent.Blank,
        "b" => new CellContent.Formula(new LogicalLiteral(value.Text is "1" or "true")),
        "e" => FormulaErrors.TryParse(value.Text, out FormulaError error) ? new CellContent.Formula(new ErrorLiteral(error)) : new CellContent.Text(value.Text),
        null => CellContent.Blank,
        _ => value.Text.Length > 0 ? new CellContent.Text(Unescaped(value.Text)) : CellContent.Blank,
    };

    private static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString(), System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
        : text;
}
