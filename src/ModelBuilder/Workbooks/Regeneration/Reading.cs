using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>A workbook read in the program's own terms.</summary>
/// <param name="Raw">The workbook as its file has it.</param>
/// <param name="Book">Where its rows and columns lie.</param>
/// <param name="Inventory">What stands where, in canonical words.</param>
/// <param name="Contents">The same as contents whose references are keys; styles, which are but names, are left out.</param>
internal sealed record Reading(RawWorkbook Raw, AddressBook Book, Inventory Inventory, IReadOnlyDictionary<Place, CellContent> Contents)
{
    /// <summary>The charts of the program's, by sheet and the row that stands for them.</summary>
    public IReadOnlyDictionary<(string Sheet, string Row), RawChart> Charts { get; init; } = new Dictionary<(string, string), RawChart>();

    /// <summary>What a place holds; a style is the text of its name.</summary>
    public CellContent this[Place place] => place.Facet != Facet.Style ? Contents.GetValueOrDefault(place, CellContent.Blank)
        : Inventory[place] is { Length: > 0 } words ? new CellContent.Text(words[1..])
        : CellContent.Blank;

    /// <summary>Reads a workbook whose rows and columns have been found.</summary>
    /// <param name="raw">The workbook.</param>
    /// <param name="book">Where its rows and columns lie.</param>
    /// <param name="shapes">Their order.</param>
    /// <param name="charts">Its charts.</param>
    /// <param name="styleOf">A cell's style in canonical words.</param>
    public static Reading Of(RawWorkbook raw, AddressBook book, IReadOnlyList<SheetShape> shapes, IReadOnlyDictionary<(string Sheet, string Row), RawChart> charts, Func<Place, int, string> styleOf)
    {
        int cells = raw.Sheets.Sum(s => s.Cells.Count);
        var contents = new Dictionary<Place, CellContent>(cells);
        var said = new Dictionary<Place, string>(2 * cells);
        foreach (SheetAddresses sheet in book.Sheets)
        {
            RawSheet from = raw.Sheets.First(s => s.Name == sheet.Name);
            var belongings = new Belongings(raw.Package, from);
            Place? PlaceOf(CellAddress at, Facet facet) => sheet.RowKey(at.Row) is { } row && sheet.ColumnKey(at.Column) is { } column ? new Place(sheet.Key, row, column, facet) : null;
            void Put(CellAddress at, Facet facet, CellContent content)
            {
                if (content is not CellContent.BlankContent && PlaceOf(at, facet) is { } place)
                {
                    CellContent keyed = content is CellContent.Formula f ? new CellContent.Formula(book.ToKeys(f.Value, sheet.Key)) : content;
                    if (Canonical.Words(keyed) is { Length: > 0 } words)
                    {
                        (contents[place], said[place]) = (keyed, words);
                    }
                }
            }

            foreach (RawCell cell in from.Cells.Values)
            {
                Put(cell.Address, Facet.Content, cell.Content);
                if (PlaceOf(cell.Address, Facet.Style) is { } place && styleOf(place, cell.Style) is { Length: > 0 } words)
                {
                    said[place] = words;
                }
            }

            foreach ((CellAddress at, string note) in belongings.Notes)
            {
                Put(at, Facet.Note, new CellContent.Text(note));
            }

            foreach ((CellAddress at, Expression link) in belongings.Links)
            {
                Put(at, Facet.Link, new CellContent.Formula(link));
            }

            foreach ((CellAddress at, Expression list) in belongings.Lists)
            {
                Put(at, Facet.List, new CellContent.Formula(list));
            }
        }

        foreach (((string sheet, string row), RawChart chart) in charts)
        {
            foreach ((string column, string words) in new[] { (ChartReading.Series, chart.Series), (ChartReading.Spot, chart.Spot) })
            {
                var text = new CellContent.Text(words);
                var place = new Place(sheet, row, column);
                (contents[place], said[place]) = (text, Canonical.Words(text));
            }
        }

        var inventory = new Inventory(shapes, said)
        {
            Names = raw.Names.DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(n => n.Name, n => Canonical.Words(book.ToKeys(n.Meaning, null)), StringComparer.OrdinalIgnoreCase),
        };
        return new Reading(raw, book, inventory, contents) { Charts = charts };
    }
}
