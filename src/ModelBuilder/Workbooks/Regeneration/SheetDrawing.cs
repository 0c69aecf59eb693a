using System.Globalization;
using System.Xml.Linq;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>A chart as a file has it.</summary>
/// <param name="Drawing">The part in which it is anchored.</param>
/// <param name="Relationship">By which relationship of that part.</param>
/// <param name="Part">The part that draws it.</param>
/// <param name="Title">Its title as it is shown, or an empty text.</param>
/// <param name="Series">What it draws, over keys: the name of each series with the cells of its values and categories.</param>
/// <param name="Spot">In which cell it begins, over keys.</param>
internal sealed record RawChart(string Drawing, string Relationship, string Part, string Title, string Series, string Spot);

/// <summary>The charts on a sheet, in the terms of lines and periods.</summary>
internal static class SheetDrawing
{
    private static readonly XNamespace C = Xml.Chart;
    private static readonly XNamespace D = Xml.SheetDrawing;

    /// <summary>Reads the charts of a sheet in the order of its drawing.</summary>
    /// <param name="raw">The workbook.</param>
    /// <param name="book">Where its rows and columns lie.</param>
    /// <param name="sheet">The sheet.</param>
    public static IEnumerable<RawChart> Charts(RawWorkbook raw, AddressBook book, SheetAddresses sheet)
    {
        PackageEdit package = raw.Package;
        if (package.RelationshipsOf(raw.Sheets.First(s => s.Name == sheet.Name).Part).PartOfKind("drawing") is not { } drawing || !package.Has(drawing))
        {
            yield break;
        }

        Relationships targets = package.RelationshipsOf(drawing);
        foreach (XElement anchor in package.Read(drawing).Root!.Elements())
        {
            if (RelationshipOf(anchor) is { } id && targets.PartOf(id) is { } part && package.Has(part))
            {
                XElement chart = package.Read(part).Root!;
                yield return new RawChart(drawing, id, part, TitleOf(chart), SeriesOf(chart, book), SpotOf(anchor, sheet));
            }
        }
    }

    /// <summary>By which relationship an anchor holds a chart; null where it holds something else.</summary>
    public static string? RelationshipOf(XElement anchor) => (string?)anchor.Descendants(C + "chart").FirstOrDefault()?.Attribute(Xml.OfficeRelationships + "id");

    /// <summary>The name of a series as it is shown.</summary>
    public static string NameOf(XElement series) => series.Element(C + "tx")?.Descendants(C + "v").FirstOrDefault()?.Value ?? "";

    private static string TitleOf(XElement chart) => string.Concat(chart.Elements(C + "chart").Elements(C + "title").Descendants().Where(e => e.Name == Xml.Drawing + "t" || e.Name == C + "v").Select(t => t.Value));

    private static string SeriesOf(XElement chart, AddressBook book) => string.Join('\n', chart.Descendants(C + "ser").Select(s => $"{NameOf(s)} = {Cells(s, "val", book)} over {Cells(s, "cat", book)}"));

    private static string Cells(XElement series, string what, AddressBook book) => series.Element(C + what)?.Descendants(C + "f").FirstOrDefault()?.Value is not { } text ? ""
        : FormulaParser.ParseCells(text).Value is { } cells ? Canonical.Words(book.ToKeys(cells, null)) : text;

    private static string SpotOf(XElement anchor, SheetAddresses sheet)
    {
        // Where a chart ends is no part of it: programs that save the workbook put that corner into different cells.
        int? Of(string what) => int.TryParse(anchor.Element(D + "from")?.Element(D + what)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        return (Of("row"), Of("col")) is ({ } row, { } column) ? $"{sheet.RowKey(row + 1) ?? "?"}\t{sheet.ColumnKey(column + 1) ?? "?"}" : anchor.Name.LocalName;
    }
}
