using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>On which sheets a row that the program makes no more stays as it was: those that hold the model and its history. Elsewhere it is emptied.</summary>
internal static class HistoryStays
{
    private static readonly HashSet<string> Sheets = new(StringComparer.Ordinal) { SheetNames.Model, SheetNames.Drivers, SheetNames.Scenarios, SheetNames.Regression, SheetNames.Variance, SheetNames.Changes };

    /// <summary>True where it stays.</summary>
    public static bool On(string sheet) => Sheets.Contains(sheet);

    /// <summary>True for what a workbook said of a period before it was reported. That is no history: it goes with its line.</summary>
    /// <param name="place">The place.</param>
    /// <param name="was">What was generated.</param>
    public static bool IsForecast(Place place, Inventory was) =>
        place.Facet is Facet.Content or Facet.Note && !was.Actuals.Contains(place.Column) && FiscalPeriod.TryParse(place.Column, out _);

    /// <summary>What is generated now, and after the rows that they followed those that stay; null where none does.</summary>
    /// <param name="was">What was generated last time.</param>
    /// <param name="ours">What is generated now.</param>
    public static Inventory? Of(Inventory was, Inventory ours)
    {
        HashSet<(string Sheet, string Row)> gone = [.. from sheet in was.Sheets
                                                       where On(sheet.Name) && ours.Sheet(sheet.Name) is not null
                                                       from row in sheet.Rows
                                                       where !ours.HasRow(new Place(sheet.Name, row.Key, ""))
                                                       select (sheet.Name, row.Key)];
        if (gone.Count > 0)
        {
            // Rows without content have no history.
            gone.IntersectWith(was.Said.Keys.Where(p => p.Facet == Facet.Content).Select(p => (p.Sheet, p.Row)));
        }

        return gone.Count == 0 ? null : ours with
        {
            Sheets = [.. ours.Sheets.Select(s => was.Sheet(s.Name) is { } known ? s with { Rows = Rows(s.Rows, known.Rows, r => gone.Contains((s.Name, r))) } : s)],
            Said = ours.Said.Concat(was.Said.Where(w => gone.Contains((w.Key.Sheet, w.Key.Row)) && !IsForecast(w.Key, was))).ToDictionary(w => w.Key, w => w.Value),
        };
    }

    private static List<RowShape> Rows(IReadOnlyList<RowShape> ours, IReadOnlyList<RowShape> was, Func<string, bool> isGone)
    {
        List<RowShape> rows = [.. ours];
        int after = 0;
        foreach (RowShape row in was)
        {
            if (isGone(row.Key))
            {
                rows.Insert(after++, row with { Gone = true });
            }
            else if (rows.FindIndex(r => r.Key == row.Key) is >= 0 and var at)
            {
                after = at + 1;
            }
        }

        return rows;
    }
}
