using System.Xml.Linq;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration.Writing;

/// <summary>Writes what a merge decided into the analyst's workbook, in that file's own XML.</summary>
internal sealed class WorkbookPatch
{
    private readonly Reading theirs;
    private readonly Reading ours;
    private readonly Growth growth;
    private readonly StyleAppender styles;
    private readonly Dictionary<string, SheetEditor> editors;

    private WorkbookPatch(Inventory was, Reading theirs, Reading ours, StyleClasses classes)
    {
        (this.theirs, this.ours) = (theirs, ours);
        Dictionary<string, string> names = theirs.Inventory.Names.Keys.Where(n => theirs.Book.KeyOf(n) is not null).ToDictionary(n => n, n => theirs.Book.KeyOf(n)!, StringComparer.OrdinalIgnoreCase);
        growth = Growth.Of(was, theirs, ours, names);
        styles = new StyleAppender(theirs.Raw, classes, ours.Raw);
        editors = theirs.Raw.Sheets.ToDictionary(s => s.Name, s => new SheetEditor(s), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Writes.</summary>
    /// <param name="was">What was generated last time.</param>
    /// <param name="theirs">The analyst's workbook; its package is changed.</param>
    /// <param name="ours">What is generated now.</param>
    /// <param name="classes">The analyst's styles.</param>
    /// <param name="places">What to write.</param>
    /// <param name="snapshot">The snapshot of what is generated now.</param>
    public static (byte[] Bytes, int? FailingChecks, IReadOnlyList<Finding> Findings) Write(Inventory was, Reading theirs, Reading ours, StyleClasses classes, IReadOnlyList<(Place Place, CellContent Content)> places, byte[] snapshot)
    {
        var patch = new WorkbookPatch(was, theirs, ours, classes);
        RawWorkbook raw = theirs.Raw;
        Shift.Apply(raw, patch.growth.Displacements, [.. patch.editors.Values]);
        patch.NameCells();
        patch.NewLines();
        patch.Cells(places);
        patch.HideEmptied(was);
        patch.HeightsOfText();
        new ChartWriter(theirs, ours, patch.growth.Book, patch.Editor).Write(places.Select(p => p.Place));
        patch.styles.Save();
        if (raw.CalculationChain is { } chain && raw.Package.Has(chain))
        {
            raw.Package.Remove(chain, raw.Part);
        }

        HaveExcelCalculate(raw);
        SnapshotPart.Put(raw.Package, raw.Part, snapshot);

        (int? failing, IReadOnlyList<Finding> findings) = ValueRefresh.Apply(raw.Anew(), [.. theirs.Book.Sheets.Select(s => patch.Editor(s.Key))]);
        patch.SaveSheets();
        return (raw.Package.Save(), failing, findings);
    }

    /// <summary>New rows that no row of ours is like are as high as their texts are long.</summary>
    private void HeightsOfText()
    {
        foreach ((string sheet, string key, int number) in growth.NewRows.Where(r => !ours.Book.Sheet(r.Sheet)!.Rows.ContainsKey(r.Key)))
        {
            Editor(sheet).FitHeight(number);
        }
    }

    /// <summary>Rows of reports that are made no more and hold nothing now would be gaps in tables and charts.</summary>
    private void HideEmptied(Inventory was)
    {
        foreach (SheetShape sheet in was.Sheets.Where(s => !HistoryStays.On(s.Name) && ours.Inventory.Sheet(s.Name) is not null && growth.Book.Sheet(s.Name) is not null))
        {
            HashSet<int> gone = [.. sheet.Rows.Where(r => !ours.Inventory.HasRow(new Place(sheet.Name, r.Key, ""))).Select(r => growth.Book.Sheet(sheet.Name)!.Rows.GetValueOrDefault(r.Key))];
            if (gone.Count > 0)
            {
                Editor(sheet.Name).HideEmpty(gone);
            }
        }
    }

    private SheetEditor Editor(string key) => editors[growth.Book.Sheet(key)!.Name];

    private void Cells(IReadOnlyList<(Place Place, CellContent Content)> places)
    {
        var notes = new Dictionary<string, List<(CellAddress, string)>>(StringComparer.Ordinal);
        foreach ((Place place, CellContent content) in places)
        {
            if (growth.Book.Sheet(place.Sheet)?.Locate(place.Row, place.Column) is not { } at)
            {
                continue;
            }

            SheetEditor sheet = Editor(place.Sheet);
            string? Text() => content is CellContent.Formula f ? FormulaPrinter.PrintForFile(growth.Book.ToCells(f.Value, place.Sheet)) : null;
            switch (place.Facet)
            {
                case Facet.Content:
                    sheet.Put(at, content is CellContent.Formula formula ? new CellContent.Formula(growth.Book.ToCells(formula.Value, place.Sheet)) : content);
                    break;
                case Facet.Style:
                    sheet.Style(at, content is CellContent.Text style ? styles.IndexOf(style.Value) : 0);
                    break;
                case Facet.Note:
                    (notes.TryGetValue(place.Sheet, out var list) ? list : notes[place.Sheet] = []).Add((at, content is CellContent.Text note ? note.Value : ""));
                    break;
                case Facet.Link:
                    LinkWriter.Link(sheet, at, Text());
                    break;
                case Facet.List:
                    LinkWriter.List(sheet, at, Text());
                    break;
            }
        }

        foreach ((string sheet, List<(CellAddress, string)> own) in notes)
        {
            NoteWriter.Write(theirs.Raw.Package, Editor(sheet), own);
        }
    }

    /// <summary>New rows are as high, new columns as wide as the program makes them.</summary>
    private void NewLines()
    {
        foreach (IGrouping<string, (string Sheet, string Key, int Number)> rows in growth.NewRows.GroupBy(r => r.Sheet, StringComparer.Ordinal))
        {
            SheetAddresses from = ours.Book.Sheet(rows.Key)!;
            Dictionary<int, XElement> looks = ours.Raw.Sheets.First(s => s.Name == from.Name).Document.Root!.Element(Xml.Main + "sheetData")!.Elements(Xml.Main + "row").ToDictionary(r => (int)r.Attribute("r")!);
            foreach ((_, string key, int number) in rows)
            {
                if (from.Rows.TryGetValue(key, out int like) && looks.TryGetValue(like, out XElement? look))
                {
                    Editor(rows.Key).Look(number, look);
                }
            }
        }

        foreach ((string sheet, string key, int number) in growth.NewColumns)
        {
            SheetAddresses from = ours.Book.Sheet(sheet)!;
            int was = from.Columns[key];
            XElement? look = ours.Raw.Sheets.First(s => s.Name == from.Name).Frame.Elements(Xml.Main + "cols").Elements().FirstOrDefault(c => (int)c.Attribute("min")! <= was && was <= (int)c.Attribute("max")!);
            if (look is not null)
            {
                ColumnLook.Put(Editor(sheet).Root, number, look);
            }
        }
    }

    /// <summary>Names that the new formulas use and the workbook has lost.</summary>
    private void NameCells()
    {
        XElement root = theirs.Raw.Document.Root!;
        foreach ((string name, Expression meaning) in ours.Raw.Names.Where(n => !theirs.Raw.Names.Any(t => t.Name.Equals(n.Name, StringComparison.OrdinalIgnoreCase)) && !growth.Book.Knows(n.Name)))
        {
            Expression keyed = ours.Book.ToKeys(meaning, null);
            if (growth.Book.Has(keyed, null))
            {
                XElement? list = root.Element(Xml.Main + "definedNames");
                if (list is null)
                {
                    root.Element(Xml.Main + "sheets")!.AddAfterSelf(list = new XElement(Xml.Main + "definedNames"));
                }

                list.Add(new XElement(Xml.Main + "definedName", new XAttribute("name", name), FormulaPrinter.Print(growth.Book.ToCells(keyed, null))));
                theirs.Raw.Package.Write(theirs.Raw.Part, theirs.Raw.Document);
            }
        }
    }

    private void SaveSheets()
    {
        foreach (SheetEditor sheet in editors.Values.Where(s => s.IsChanged))
        {
            // An analyst's own sheet changes in its references alone.
            if (growth.Book.Sheets.Any(s => s.Name == sheet.Sheet.Name))
            {
                Dimension(sheet);
            }

            theirs.Raw.Package.Write(sheet.Sheet.Part, sheet.Sheet.Document);
        }
    }

    private static void Dimension(SheetEditor sheet)
    {
        if (sheet.Root.Element(Xml.Main + "dimension") is { } dimension && sheet.Cells.Any())
        {
            dimension.SetAttributeValue("ref", $"A1:{new CellAddress(sheet.Cells.Max(c => c.Address.Row), sheet.Cells.Max(c => c.Address.Column))}");
        }
    }

    private static void HaveExcelCalculate(RawWorkbook raw)
    {
        XElement root = raw.Document.Root!;
        XElement? calculation = root.Element(Xml.Main + "calcPr");
        if (calculation is null)
        {
            (root.Element(Xml.Main + "definedNames") ?? root.Element(Xml.Main + "sheets")!).AddAfterSelf(calculation = new XElement(Xml.Main + "calcPr"));
        }

        calculation.SetAttributeValue("fullCalcOnLoad", "1");
        raw.Package.Write(raw.Part, raw.Document);
    }
}
