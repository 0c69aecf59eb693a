using System.Runtime.InteropServices;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>
/// Which of a workbook's styles stands for which of the program's: the one that most cells have that the program gave that style. So an
/// analyst who gave all inputs another colour, and a program that saved all styles anew, restyled nothing in single cells.
/// </summary>
internal sealed class StyleClasses
{
    private readonly Inventory was;
    private readonly AddressBook book;
    private readonly Dictionary<string, int> standing;

    private StyleClasses(Inventory was, AddressBook book, Dictionary<string, int> standing) => (this.was, this.book, this.standing) = (was, book, standing);

    public static StyleClasses Of(RawWorkbook raw, AddressBook book, Inventory was)
    {
        var votes = new Dictionary<(string Words, int Style), int>();
        foreach (SheetAddresses sheet in book.Sheets)
        {
            foreach (RawCell cell in raw.Sheets.First(s => s.Name == sheet.Name).Cells.Values)
            {
                if (sheet.RowKey(cell.Address.Row) is { } row && sheet.ColumnKey(cell.Address.Column) is { } column && was[new Place(sheet.Key, row, column, Facet.Style)] is { Length: > 0 } words)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(votes, (words, cell.Style), out _)++;
                }
            }
        }

        return new StyleClasses(was, book, votes.GroupBy(v => v.Key.Words, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(v => v.Value).ThenBy(v => v.Key.Style).First().Key.Style, StringComparer.Ordinal));
    }

    /// <summary>The index of the workbook's style that stands for the program's of that name, or null.</summary>
    public int? IndexOf(string name) => standing.TryGetValue("t" + name, out int index) ? index : null;

    /// <summary>A cell's style in canonical words: the program's where it is as it was, otherwise one of the analyst's own.</summary>
    public string WordsOf(Place place, int style)
    {
        string words = was[place];
        return words.Length == 0 || standing.GetValueOrDefault(words, -1) == style ? words : FormattableString.Invariant($"town {style}");
    }

    /// <summary>What is said, with the style of cells that a program did not save because they are empty.</summary>
    public IReadOnlyDictionary<Place, string> Complete(Inventory theirs)
    {
        KeyValuePair<Place, string>[] left = [.. was.Said.Where(s => s.Key.Facet == Facet.Style && !theirs.Said.ContainsKey(s.Key) && book.Sheet(s.Key.Sheet)?.Locate(s.Key.Row, s.Key.Column) is not null)];
        return left.Length == 0 ? theirs.Said : theirs.Said.Concat(left).ToDictionary();
    }
}
