using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>A workbook read in the program's own terms.</summary>
/// <param name="Raw">The workbook as its file has it.</param>
/// <param name="Book">Where its rows and columns lie.</param>
/// <param name="Inventory">What stands where, in canonical words.</param>
/// <param name="Contents">The same as contents whose references are keys; a style is the text of its name.</param>
internal sealed record Reading(RawWorkbook Raw, AddressBook Book, Inventory Inventory, IReadOnlyDictionary<Place, CellContent> Contents)
{
    /// <summary>The charts of the program's, by sheet and the row that stands for them.</summary>
    public IReadOnlyDictionary<(string Sheet, string Row), RawChart> Charts { get; init; } = new Dictionary<(string, string), RawChart>();

    /// <summary>Reads a workbook whose rows and columns have been found.</summary>
    /// <param name="raw">The workbook.</param>
    /// <param name="book">Where its rows and columns lie.</param>
    /// <param name="shapes">Their order.</param>
    /// <param name="styleOf">The name of a cell's style.</param>
    public static Reading Of(RawWorkbook raw, AddressBook book, IReadOnlyList<SheetShape> shapes, Func<Place, int, string> styleOf)
    {
        var contents = new Dictionary<Place, CellContent>();
        foreach (SheetAddresses sheet in book.Sheets)
        {
            RawSheet from = raw.Sheets.First(s => s.Name == sheet.Name);
            var belongings = new Belongings(raw.Package, from);
            Place? PlaceOf(CellAddress at, Facet facet) => sheet.RowKey(at.Row) is { } row && sheet.ColumnKey(at.Column) is { } column ? new Place(sheet.Key, row, column, facet) : null;
            void Put(CellAddress at, Facet facet, CellContent content)
            {
                if (PlaceOf(at, facet) is { } place)
                {
                    contents[place] = content is CellContent.Formula f ? new CellContent.Formula(book.ToKeys(f.Value, sheet.Key)) : content;
                }
            }

            foreach (RawCell cell in from.Cells.Values)
            {
                Put(cell.Address, Facet.Content, cell.Content);
                if (PlaceOf(cell.Address, Facet.Style) is { } place)
                {
                    contents[place] = new CellContent.Text(styleOf(place, cell.Style));
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

        var said = new Dictionary<Place, string>();
        foreach ((Place place, CellContent content) in contents)
        {
            if (Canonical.Words(content) is { Length: > 0 } words)
            {
                said[place] = words;
            }
        }

        var inventory = new Inventory(shapes, said)
        {
            Names = raw.Names.DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(n => n.Name, n => Canonical.Words(book.ToKeys(n.Meaning, null)), StringComparer.OrdinalIgnoreCase),
        };
        return new Reading(raw, book, inventory, contents);
    }
}
