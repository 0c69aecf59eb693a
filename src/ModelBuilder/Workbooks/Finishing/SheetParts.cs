using System.Xml.Linq;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>The sheets of a package by name, each read once and written back once.</summary>
internal sealed class SheetParts
{
    private readonly PackageContent package;
    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XDocument> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<CellAddress, XElement>> cells = new(StringComparer.Ordinal);
    private IReadOnlyList<string>? sharedStrings;

    public SheetParts(PackageContent package)
    {
        this.package = package;
        WorkbookPart = package.RelationshipsOf("/").PartOfKind("officeDocument") ?? throw new InvalidDataException("the package holds no workbook");
        Relationships targets = package.RelationshipsOf(WorkbookPart);
        SharedStringsPart = targets.PartOfKind("sharedStrings");
        foreach (XElement sheet in package.Read(WorkbookPart).Descendants(Xml.Main + "sheet"))
        {
            string id = (string)sheet.Attribute(Xml.OfficeRelationships + "id")!;
            string part = targets.PartOf(id) ?? throw new InvalidDataException($"the workbook's sheet {id} is not in the package");
            if (package.TypeOf(part).EndsWith("worksheet+xml", StringComparison.Ordinal))
            {
                Names.Add((string)sheet.Attribute("name")!);
                parts[Names[^1]] = part;
            }
        }
    }

    public string WorkbookPart { get; }

    /// <summary>The worksheets in the order of their tabs.</summary>
    public List<string> Names { get; } = [];

    private string? SharedStringsPart { get; }

    public string PartOf(string sheet) => parts.TryGetValue(sheet, out string? part) ? part : throw new ArgumentException($"the workbook has no sheet '{sheet}'", nameof(sheet));

    public XDocument Read(string sheet)
    {
        if (!open.TryGetValue(sheet, out XDocument? document))
        {
            open[sheet] = document = package.Read(PartOf(sheet));
        }

        return document;
    }

    /// <summary>What a cell of a sheet stores; blank where there is no such cell.</summary>
    public CachedValue ValueOf(string sheet, CellAddress address)
    {
        if (!cells.TryGetValue(sheet, out Dictionary<CellAddress, XElement>? byAddress))
        {
            cells[sheet] = byAddress = Cells(Read(sheet)).ToDictionary(c => c.Address, c => c.Cell);
        }

        return byAddress.TryGetValue(address, out XElement? cell) ? CachedValue.Read(cell, SharedStrings()) : default;
    }

    public static IEnumerable<(CellAddress Address, XElement Cell)> Cells(XDocument sheet) =>
        sheet.Root!.Elements(Xml.Main + "sheetData").Elements(Xml.Main + "row").Elements(Xml.Main + "c")
            .Select(c => (CellAddress.Parse((string)c.Attribute("r")!), c));

    public void WriteBack()
    {
        foreach ((string sheet, XDocument document) in open)
        {
            package.Write(parts[sheet], document);
        }
    }

    private IReadOnlyList<string> SharedStrings() => sharedStrings ??= SharedStringsPart is null
        ? []
        : [.. package.Read(SharedStringsPart).Root!.Elements(Xml.Main + "si").Select(si => string.Concat(
            si.Descendants(Xml.Main + "t").Where(t => t.Parent!.Name != Xml.Main + "rPh").Select(t => t.Value)))];
}
