using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>Reads a workbook that somebody worked in: what the program put there is found again wherever it has gone.</summary>
internal static class TheirReading
{
    /// <summary>Finds the sheets, rows and columns of an inventory in a workbook and reads it.</summary>
    /// <param name="raw">The workbook.</param>
    /// <param name="was">What the program generated last time.</param>
    public static (Reading Reading, StyleClasses Styles) Of(RawWorkbook raw, Inventory was)
    {
        ILookup<string, KeyValuePair<Place, string>> said = was.Said.Where(s => s.Key.Facet == Facet.Content).ToLookup(s => s.Key.Sheet, StringComparer.Ordinal);
        var contents = was.Sheets.ToDictionary(s => s.Name, s => new SheetContents(s, said[s.Name]), StringComparer.Ordinal);
        Dictionary<string, RawSheet> found = SheetSearch.Find([.. contents.Values], raw);
        SheetAddresses[] sheets = [.. was.Sheets.Where(s => found.ContainsKey(s.Name)).Select(s => LineSearch.Find(contents[s.Name], found[s.Name]))];
        var book = new AddressBook(sheets, Names(raw, was, new AddressBook(sheets, new Dictionary<string, string>(StringComparer.Ordinal))));
        SheetShape[] shapes = [.. sheets.Select(s => Shape(was.Sheet(s.Key)!, s))];
        var styles = StyleClasses.Of(raw, book, was);
        var reading = Reading.Of(raw, book, shapes, ChartReading.Of(raw, book, was), styles.WordsOf);
        reading = reading with { Inventory = reading.Inventory with { Said = styles.Complete(reading.Inventory), Actuals = was.Actuals } };
        return (reading, styles);
    }

    /// <summary>What the program calls each name: its own name, or that of the one that means the same and is gone.</summary>
    private static Dictionary<string, string> Names(RawWorkbook raw, Inventory was, AddressBook book)
    {
        (string Name, Expression Meaning)[] theirs = [.. raw.Names.DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase)];
        var names = theirs.Where(n => was.Names.ContainsKey(n.Name)).ToDictionary(n => n.Name, n => was.Names.Keys.First(k => k.Equals(n.Name, StringComparison.OrdinalIgnoreCase)), StringComparer.OrdinalIgnoreCase);
        foreach ((string name, string meaning) in was.Names.Where(n => !names.ContainsKey(n.Key)))
        {
            if (theirs.FirstOrDefault(n => !names.ContainsKey(n.Name) && Canonical.Words(book.ToKeys(n.Meaning, null)) == meaning) is { Name: { } renamed })
            {
                names[renamed] = name;
            }
        }

        return names;
    }

    private static SheetShape Shape(SheetShape was, SheetAddresses sheet) => new(
        was.Name,
        [.. was.Columns.Where(sheet.Columns.ContainsKey).OrderBy(c => sheet.Columns[c])],
        [.. was.Rows.Where(r => sheet.Rows.ContainsKey(r.Key)).OrderBy(r => sheet.Rows[r.Key])]);
}
