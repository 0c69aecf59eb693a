using System.Xml.Linq;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>
/// Writes links within the workbook. ClosedXML could, but to save a link it computes and formats the cell's value, which for
/// a thousand links takes longer than everything else.
/// </summary>
internal static class Links
{
    /// <summary>What stands behind the links in a worksheet, by the schema's order.</summary>
    private static readonly HashSet<string> Behind = new(StringComparer.Ordinal)
    {
        "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
        "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    };

    public static void Write(SheetParts sheets, IReadOnlyList<LinkPlan> links)
    {
        foreach (IGrouping<string, LinkPlan> own in links.GroupBy(l => l.Sheet, StringComparer.Ordinal))
        {
            XElement sheet = sheets.Read(own.Key).Root!;
            XElement? list = sheet.Element(Xml.Main + "hyperlinks");
            if (list is null)
            {
                list = new XElement(Xml.Main + "hyperlinks");
                XElement? next = sheet.Elements().FirstOrDefault(e => Behind.Contains(e.Name.LocalName));
                if (next is null)
                {
                    sheet.Add(list);
                }
                else
                {
                    next.AddBeforeSelf(list);
                }
            }

            list.Add(own.Select(link => new XElement(Xml.Main + "hyperlink", new XAttribute("ref", link.Cell.Relative.ToString()), new XAttribute("location", link.Location))));
        }
    }
}
