using System.Xml.Linq;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>A workbook as a file has it.</summary>
internal sealed class RawWorkbook
{
    private readonly Dictionary<string, Expression?> formulas;

    private RawWorkbook(PackageEdit package, string part)
    {
        formulas = new Dictionary<string, Expression?>(StringComparer.Ordinal);
        Package = package;
        Part = part;
        Document = package.Read(part);
        Relationships targets = package.RelationshipsOf(part);
        Styles = targets.PartOfKind("styles");
        CalculationChain = targets.PartOfKind("calcChain");
        IReadOnlyList<string> strings = Strings(package, targets.PartOfKind("sharedStrings"));
        foreach (XElement sheet in Document.Root!.Elements(Xml.Main + "sheets").Elements(Xml.Main + "sheet"))
        {
            SheetNames.Add((string?)sheet.Attribute("name") ?? "");
            if (targets.PartOf((string?)sheet.Attribute(Xml.OfficeRelationships + "id") ?? "") is { } target && package.Has(target) && RawSheet.Read(SheetNames[^1], target, package, strings, Parse) is { } read)
            {
                Sheets.Add(read);
            }
        }
    }

    // The workbook as its documents have become, not yet saved: formulas that did not change are not parsed again.
    private RawWorkbook(RawWorkbook edited)
    {
        (Package, Part, Document, Styles, CalculationChain, SheetNames, formulas) =
            (edited.Package, edited.Part, edited.Document, edited.Styles, edited.CalculationChain, edited.SheetNames, edited.formulas);
        Sheets.AddRange(edited.Sheets.Select(s => s.Anew()));
    }

    public PackageEdit Package { get; }

    /// <summary>The part of the workbook itself.</summary>
    public string Part { get; }

    public XDocument Document { get; }

    public string? Styles { get; }

    public string? CalculationChain { get; }

    /// <summary>The worksheets in the order of their tabs.</summary>
    public List<RawSheet> Sheets { get; } = [];

    /// <summary>The names of all tabs, those of chart sheets too.</summary>
    public IList<string> SheetNames { get; } = [];

    /// <summary>The names that mean a formula everywhere in the workbook, as written.</summary>
    public IEnumerable<(string Name, Expression Meaning)> Names =>
        from name in Document.Root!.Elements(Xml.Main + "definedNames").Elements(Xml.Main + "definedName")
        where name.Attribute("localSheetId") is null
        let meaning = Parse(name.Value)
        where meaning is not null
        select ((string)name.Attribute("name")!, meaning);

    /// <summary>Opens a workbook; null where the bytes are none that can be read.</summary>
    public static RawWorkbook? Open(byte[] bytes)
    {
        try
        {
            var package = new PackageEdit(bytes);
            return package.RelationshipsOf("/").PartOfKind("officeDocument") is { } part && package.Has(part) && package.Read(part).Root!.Name == Xml.Main + "workbook"
                ? new RawWorkbook(package, part)
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Reads the cells once more, from the documents as they have been edited.</summary>
    public RawWorkbook Anew() => new(this);

    private Expression? Parse(string formula)
    {
        if (!formulas.TryGetValue(formula, out Expression? parsed))
        {
            formulas[formula] = parsed = FormulaParser.ParseCells(formula).Value;
        }

        return parsed;
    }

    private static IReadOnlyList<string> Strings(PackageEdit package, string? part) => part is null || !package.Has(part)
        ? []
        : [.. package.Read(part).Root!.Elements(Xml.Main + "si").Select(si => string.Concat(
            si.Descendants(Xml.Main + "t").Where(t => t.Parent!.Name != Xml.Main + "rPh").Select(t => t.Value)))];
}
