using System.Globalization;
using System.Xml.Linq;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration.Writing;

/// <summary>
/// Brings charts up to date: series that draw other cells now, series and charts that are new, charts that are gone. How a chart and its
/// series look is left as it is.
/// </summary>
internal sealed class ChartWriter(Reading theirs, Reading ours, AddressBook book, Func<string, SheetEditor> editor)
{
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static readonly XNamespace C = Xml.Chart;
    private static readonly XNamespace D = Xml.SheetDrawing;
    private static readonly HashSet<string> OfEveryKind = new(StringComparer.Ordinal) { "idx", "order", "tx", "spPr", "dLbls", "cat", "val" };

    private readonly PackageEdit package = theirs.Raw.Package;

    /// <summary>Writes what is said of charts.</summary>
    public void Write(IEnumerable<Place> places)
    {
        foreach (IGrouping<(string Sheet, string Row), Place> chart in places.Where(ChartReading.IsOfChart).GroupBy(p => (p.Sheet, p.Row)))
        {
            RawChart? fresh = ours.Charts.GetValueOrDefault(chart.Key), there = theirs.Charts.GetValueOrDefault(chart.Key);
            if (book.Sheet(chart.Key.Sheet) is not { } sheet || (fresh ?? there) is null)
            {
                continue;
            }

            if (fresh is null)
            {
                Remove(there!);
            }
            else if (there is null)
            {
                Add(fresh, sheet);
            }
            else
            {
                foreach (Place place in chart)
                {
                    if (place.Column == ChartReading.Series)
                    {
                        Redraw(there, fresh);
                    }
                    else
                    {
                        Move(there, fresh, sheet);
                    }
                }
            }
        }
    }

    private void Remove(RawChart chart)
    {
        Change(chart.Drawing, root => Anchor(root, chart.Relationship)?.Remove());
        package.Remove(chart.Part, chart.Drawing);
    }

    private void Add(RawChart fresh, SheetAddresses sheet)
    {
        PackageEdit from = ours.Raw.Package;
        XElement anchor = new(Anchor(from.Read(fresh.Drawing).Root!, fresh.Relationship)!);
        if (!Place(anchor, fresh, sheet))
        {
            return;
        }

        string part = package.FreeName("/xl/charts/chart", ".xml");
        package.Add(part, from.TypeOf(fresh.Part), Xml.Write(new XDocument(Translated(from.Read(fresh.Part).Root!))));
        string drawing = DrawingOf(editor(sheet.Key));
        Relationships targets = package.RelationshipsOf(drawing);
        anchor.Descendants(C + "chart").First().SetAttributeValue(Xml.OfficeRelationships + "id", targets.Add(Kinds + "chart", part));
        package.Write(drawing, targets);
        Change(drawing, root =>
        {
            int shape = root.Descendants(D + "cNvPr").Select(p => (int?)p.Attribute("id") ?? 0).Append(1).Max() + 1;
            anchor.Descendants(D + "cNvPr").First().SetAttributeValue("id", shape);
            root.Add(anchor);
        });
    }

    private void Move(RawChart there, RawChart fresh, SheetAddresses sheet) => Change(there.Drawing, root =>
    {
        if (Anchor(root, there.Relationship) is { } anchor)
        {
            Place(anchor, fresh, sheet);
        }
    });

    private void Redraw(RawChart there, RawChart fresh)
    {
        XElement wanted = Translated(ours.Raw.Package.Read(fresh.Part).Root!);
        Change(there.Part, root =>
        {
            Dictionary<string, XElement> known = root.Descendants(C + "ser").GroupBy(SheetDrawing.NameOf, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            XElement? last = null;
            var kept = new HashSet<XElement>();
            foreach (XElement series in wanted.Descendants(C + "ser"))
            {
                if (known.TryGetValue(SheetDrawing.NameOf(series), out XElement? old) && kept.Add(old))
                {
                    Take(old, series, "cat");
                    Take(old, series, "val");
                    last = old;
                }
                else
                {
                    last = Insert(root, new XElement(series), series.Parent!.Name, last);
                    kept.Add(last);
                }
            }

            root.Descendants(C + "ser").Where(s => !kept.Contains(s)).Remove();
            foreach ((int index, XElement series) in root.Descendants(C + "ser").Index())
            {
                series.Element(C + "idx")?.SetAttributeValue("val", index);
                series.Element(C + "order")?.SetAttributeValue("val", index);
            }
        });
    }

    private static void Take(XElement old, XElement series, string what)
    {
        if (series.Element(C + what) is { } cells)
        {
            old.Element(C + what)?.ReplaceWith(new XElement(cells));
        }
    }

    /// <summary>Puts a series after the one before it, or as the first of its kind; in a chart of another kind without what is only of its own.</summary>
    private static XElement Insert(XElement root, XElement series, XName kind, XElement? after)
    {
        XElement group = after?.Parent ?? root.Descendants(kind).FirstOrDefault() ?? root.Descendants(C + "ser").First().Parent!;
        if (group.Name != kind)
        {
            series.Elements().Where(e => !OfEveryKind.Contains(e.Name.LocalName)).Remove();
        }

        if (after is not null)
        {
            after.AddAfterSelf(series);
        }
        else if (group.Elements(C + "ser").FirstOrDefault() is { } first)
        {
            first.AddBeforeSelf(series);
        }
        else
        {
            group.Elements().First(e => e.Name.LocalName is "varyColors").AddAfterSelf(series);
        }

        return series;
    }

    /// <summary>A chart of ours that looks at the cells of the analyst's workbook.</summary>
    private XElement Translated(XElement chart)
    {
        var here = new XElement(chart);
        foreach (XElement formula in here.Descendants(C + "f"))
        {
            if (FormulaParser.ParseCells(formula.Value).Value is { } cells)
            {
                formula.Value = FormulaPrinter.Print(book.ToCells(ours.Book.ToKeys(cells, null), null));
            }
        }

        return here;
    }

    /// <summary>Moves an anchor to where a chart of ours begins; false where that row or column is not there.</summary>
    private static bool Place(XElement anchor, RawChart fresh, SheetAddresses sheet)
    {
        string[] spot = fresh.Spot.Split('\t');
        if (spot.Length != 2 || sheet.Locate(spot[0], spot[1]) is not { } at || anchor.Element(D + "from") is not { } from)
        {
            return false;
        }

        (int rows, int columns) = (at.Row - 1 - Number(from, "row"), at.Column - 1 - Number(from, "col"));
        foreach (XElement corner in anchor.Elements().Where(e => e == from || e.Name == D + "to"))
        {
            corner.Element(D + "row")!.Value = Xml.Text(Number(corner, "row") + rows);
            corner.Element(D + "col")!.Value = Xml.Text(Number(corner, "col") + columns);
        }

        return true;
    }

    private static int Number(XElement corner, string what) => int.Parse(corner.Element(D + what)!.Value, CultureInfo.InvariantCulture);

    private static XElement? Anchor(XElement drawing, string relationship) => drawing.Elements().FirstOrDefault(a => SheetDrawing.RelationshipOf(a) == relationship);

    private string DrawingOf(SheetEditor sheet)
    {
        Relationships targets = package.RelationshipsOf(sheet.Sheet.Part);
        if (targets.PartOfKind("drawing") is { } there)
        {
            return there;
        }

        string drawing = package.FreeName("/xl/drawings/drawing", ".xml");
        package.Add(drawing, "application/vnd.openxmlformats-officedocument.drawing+xml", Xml.Write(new XDocument(new XElement(D + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", D), new XAttribute(XNamespace.Xmlns + "a", Xml.Drawing)))));
        string id = targets.Add(Kinds + "drawing", drawing);
        package.Write(sheet.Sheet.Part, targets);
        SchemaOrder.Put(sheet.Root, new XElement(Xml.Main + "drawing", new XAttribute(Xml.OfficeRelationships + "id", id)));
        sheet.Touch();
        return drawing;
    }

    private void Change(string part, Action<XElement> change)
    {
        XDocument document = package.Read(part);
        change(document.Root!);
        package.Write(part, document);
    }
}
