using System.Xml.Linq;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration.Writing;

/// <summary>
/// Makes room for new rows and columns, and moves whatever refers to what moves: formulas of all sheets, names, charts, conditions, lists,
/// merged cells, links, comments and drawings, tables, pivots. A part in which nothing moves is not touched.
/// </summary>
internal sealed class Shift
{
    private static readonly HashSet<string> AreaAttributes = new(StringComparer.Ordinal) { "ref", "sqref", "activeCell", "topLeftCell" };
    private static readonly HashSet<string> FormulaElements = new(StringComparer.Ordinal) { "f", "formula", "formula1", "formula2" };

    private readonly RawWorkbook workbook;
    private readonly IReadOnlyDictionary<string, Displacement> displacements;
    private readonly string[] names;

    private Shift(RawWorkbook workbook, IReadOnlyDictionary<string, Displacement> displacements)
    {
        (this.workbook, this.displacements) = (workbook, displacements);
        names = [.. displacements.Keys.Select(n => n.Replace("'", "''", StringComparison.Ordinal) + "!"), .. displacements.Keys.Select(n => n.Replace("'", "''", StringComparison.Ordinal) + "'!")];
    }

    /// <summary>Makes room.</summary>
    public static void Apply(RawWorkbook workbook, IReadOnlyDictionary<string, Displacement> displacements, IReadOnlyList<SheetEditor> sheets)
    {
        if (displacements.Count == 0)
        {
            return;
        }

        var shift = new Shift(workbook, displacements);
        foreach (SheetEditor sheet in sheets)
        {
            shift.Sheet(sheet);
        }

        shift.Names();
        foreach (string part in workbook.Package.Parts.ToArray())
        {
            string type = workbook.Package.TypeOf(part);
            if (type.EndsWith("chart+xml", StringComparison.Ordinal) || type.EndsWith("chartex+xml", StringComparison.Ordinal))
            {
                shift.Rewrite(part, root => shift.Formulas(root.DescendantsAndSelf().Where(e => e.Name.LocalName == "f"), null));
            }
            else if (type.EndsWith("pivotCacheDefinition+xml", StringComparison.Ordinal))
            {
                shift.Rewrite(part, root => shift.Sources(root));
            }
        }
    }

    private void Sheet(SheetEditor sheet)
    {
        string own = sheet.Sheet.Name;
        bool moves = displacements.TryGetValue(own, out Displacement? displacement);
        if (moves || sheet.Cells.Any(c => c.Element.Element(Xml.Main + "f") is { } f && (string?)f.Attribute("t") == "shared" && f.Value.Length > 0 && Moved(f.Value, own) != f.Value))
        {
            sheet.Unshare();
        }

        if (Formulas(sheet.Root.Descendants().Where(e => FormulaElements.Contains(e.Name.LocalName)), own) | Links(sheet.Root, own))
        {
            sheet.Touch();
        }

        if (!moves)
        {
            return;
        }

        sheet.Move(displacement!);
        Panes(sheet.Root, displacement!);
        foreach (XElement element in sheet.Root.Descendants().Where(e => e.Name.LocalName is not ("c" or "row" or "pane")))
        {
            foreach (XAttribute attribute in element.Attributes().Where(a => AreaAttributes.Contains(a.Name.LocalName)))
            {
                attribute.Value = displacement!.Areas(attribute.Value);
            }

            if (element.Name.LocalName == "sqref" && !element.HasElements)
            {
                element.Value = displacement!.Areas(element.Value);
            }
        }

        Columns(sheet.Root, displacement!);
        Breaks(sheet.Root.Element(Xml.Main + "rowBreaks"), displacement!.Row);
        Breaks(sheet.Root.Element(Xml.Main + "colBreaks"), displacement.Column);
        Anchored(sheet.Sheet.Part, displacement);
    }

    private bool Formulas(IEnumerable<XElement> elements, string? own)
    {
        bool changed = false;
        foreach (XElement element in elements.Where(e => !e.HasElements))
        {
            string moved = Moved(element.Value, own);
            changed |= moved != element.Value;
            if (moved != element.Value)
            {
                element.Value = moved;
            }
        }

        return changed;
    }

    private string Moved(string formula, string? own) => !Concerns(formula, own) ? formula : FormulaText.Move(formula, (sheet, end) =>
        (sheet ?? own) is { } on && displacements.TryGetValue(on, out Displacement? displacement) ? displacement.Of(end) : end);

    // Most formulas look at no sheet on which something moves: these are not taken apart.
    private bool Concerns(string formula, string? own) =>
        (own is not null && displacements.ContainsKey(own)) || names.Any(n => formula.Contains(n, StringComparison.OrdinalIgnoreCase));

    private bool Links(XElement root, string own)
    {
        bool changed = false;
        foreach (XAttribute location in root.Elements(Xml.Main + "hyperlinks").Elements().Select(l => l.Attribute("location")).OfType<XAttribute>())
        {
            string moved = Moved(location.Value, own);
            changed |= moved != location.Value;
            location.Value = moved;
        }

        return changed;
    }

    /// <summary>What is frozen stays frozen, with what is new in it; below and right of it the sheet begins where it began.</summary>
    private static void Panes(XElement root, Displacement displacement)
    {
        foreach (XElement pane in root.Elements(Xml.Main + "sheetViews").Elements().Elements(Xml.Main + "pane"))
        {
            (int rows, int columns) = ((int?)(double?)pane.Attribute("ySplit") ?? 0, (int?)(double?)pane.Attribute("xSplit") ?? 0);
            bool corner = CellAddress.TryParse((string?)pane.Attribute("topLeftCell"), out CellAddress first);
            if ((string?)pane.Attribute("state") is "frozen" or "frozenSplit")
            {
                (int frozenRows, int frozenColumns) = (rows > 0 ? displacement.Row(rows) : 0, columns > 0 ? displacement.Column(columns) : 0);
                pane.SetAttributeValue("ySplit", rows > 0 ? frozenRows : null);
                pane.SetAttributeValue("xSplit", columns > 0 ? frozenColumns : null);
                first = new CellAddress(first.Row == rows + 1 ? frozenRows + 1 : displacement.Row(first.Row), first.Column == columns + 1 ? frozenColumns + 1 : displacement.Column(first.Column));
            }
            else if (corner)
            {
                first = displacement.Of(first);
            }

            if (corner)
            {
                pane.SetAttributeValue("topLeftCell", first.ToString());
            }
        }
    }

    private static void Columns(XElement root, Displacement displacement)
    {
        foreach (XElement column in root.Elements(Xml.Main + "cols").Elements())
        {
            column.SetAttributeValue("min", displacement.Column((int)column.Attribute("min")!));
            column.SetAttributeValue("max", Math.Min(CellAddress.MaxColumn, displacement.Column((int)column.Attribute("max")!)));
        }
    }

    private static void Breaks(XElement? breaks, Func<int, int> move)
    {
        foreach (XElement one in breaks?.Elements() ?? [])
        {
            one.SetAttributeValue("id", move((int)one.Attribute("id")! + 1) - 1);
        }
    }

    private void Names()
    {
        bool changed = false;
        foreach (XElement name in workbook.Document.Root!.Elements(Xml.Main + "definedNames").Elements())
        {
            // Print areas and filters are areas; a title row or a name is a formula like any other.
            bool area = (string?)name.Attribute("name") is "_xlnm.Print_Area" or "_xlnm._FilterDatabase";
            int bang = name.Value.LastIndexOf('!');
            string? on = area && bang > 0 && !name.Value.Contains(',', StringComparison.Ordinal) ? name.Value[..bang].Trim('\'').Replace("''", "'", StringComparison.Ordinal) : null;
            string moved = on is not null && displacements.TryGetValue(on, out Displacement? displacement) ? name.Value[..(bang + 1)] + displacement.Area(name.Value[(bang + 1)..]) : Moved(name.Value, null);
            changed |= moved != name.Value;
            name.Value = moved;
        }

        if (changed)
        {
            workbook.Package.Write(workbook.Part, workbook.Document);
        }
    }

    private bool Sources(XElement root)
    {
        bool changed = false;
        foreach (XElement source in root.Descendants(Xml.Main + "worksheetSource"))
        {
            if ((string?)source.Attribute("sheet") is { } on && displacements.TryGetValue(on, out Displacement? displacement) && source.Attribute("ref") is { } area)
            {
                string moved = displacement.Area(area.Value);
                changed |= moved != area.Value;
                area.Value = moved;
            }
        }

        return changed;
    }

    /// <summary>What hangs on the cells of a sheet in parts of its own.</summary>
    private void Anchored(string part, Displacement displacement)
    {
        Relationships targets = workbook.Package.RelationshipsOf(part);
        foreach (XElement entry in targets.Entries)
        {
            if (targets.PartOf(entry) is not { } target || !workbook.Package.Has(target))
            {
                continue;
            }

            switch (Relationships.Kind(entry))
            {
                case "comments" or "threadedComment" or "table":
                    Rewrite(target, root => Areas(root, displacement));
                    break;
                case "drawing":
                    Rewrite(target, root => Anchors(root, displacement));
                    break;
                case "vmlDrawing":
                    Rewrite(target, root => NoteShapes.Move(root, displacement));
                    break;
            }
        }
    }

    private static bool Areas(XElement root, Displacement displacement)
    {
        bool changed = false;
        foreach (XAttribute area in root.DescendantsAndSelf().Attributes("ref"))
        {
            string moved = displacement.Areas(area.Value);
            changed |= moved != area.Value;
            area.Value = moved;
        }

        return changed;
    }

    private static bool Anchors(XElement root, Displacement displacement)
    {
        bool changed = false;
        foreach (XElement corner in root.Descendants().Where(e => e.Name == Xml.SheetDrawing + "from" || e.Name == Xml.SheetDrawing + "to"))
        {
            changed |= Set(corner.Element(Xml.SheetDrawing + "row"), displacement.Row) | Set(corner.Element(Xml.SheetDrawing + "col"), displacement.Column);
        }

        return changed;
    }

    private static bool Set(XElement? place, Func<int, int> move)
    {
        if (place is null || !int.TryParse(place.Value, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out int index) || move(index + 1) == index + 1)
        {
            return false;
        }

        place.Value = Xml.Text(move(index + 1) - 1);
        return true;
    }

    private void Rewrite(string part, Func<XElement, bool> change)
    {
        XDocument document = workbook.Package.Read(part);
        if (change(document.Root!))
        {
            workbook.Package.Write(part, document);
        }
    }
}
