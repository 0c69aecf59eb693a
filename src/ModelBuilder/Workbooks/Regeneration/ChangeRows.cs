using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>The rows that a regeneration puts on the sheet Changes, right below the headings.</summary>
internal static class ChangeRows
{
    private const int MostListed = 400;

    /// <summary>
    /// What is generated now, with the rows of a report, and the places of these. The snapshot does not have them: they are the workbook's
    /// from then on, and new in it, so there is nothing to merge.
    /// </summary>
    public static (Reading Ours, IReadOnlyList<(Place Place, CellContent Content)> Told) With(Reading ours, ChangeReport report)
    {
        if (ours.Inventory.Sheet(SheetNames.Changes) is not { } sheet || report.Cells.Count == 0)
        {
            return (ours, []);
        }

        string upTo = ours.Inventory.Actuals.Where(a => a.Contains('Q', StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault("");
        string counts = string.Join(", ", report.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => FormattableString.Invariant($"{c.Value} cells {c.Key}")));
        List<Change> changes = [new Change("build up to " + upTo, "", counts, "", "", "", ""), .. report.Listed.Take(MostListed)];
        if (report.Listed.Count > MostListed)
        {
            changes.Add(new Change("and more", "", FormattableString.Invariant($"{report.Listed.Count - MostListed} further ones"), "", "", "", ""));
        }

        var told = new List<(Place Place, CellContent Content)>();
        var rows = new List<RowShape>(sheet.Rows);
        int at = rows.FindIndex(r => r.Key == ChangesSheet.First) + 1;
        foreach ((int index, Change change) in changes.Index())
        {
            string key = FormattableString.Invariant($"change.{upTo}.{index + 1}");
            rows.Insert(at + index, new RowShape(key, false));
            string[] words = [change.Kind, change.Sheet, change.Line, change.Column, change.Was, change.Yours, change.Now];
            foreach ((string column, string text) in ChangesSheet.Words.Zip(words))
            {
                var place = new Place(SheetNames.Changes, key, column);
                Place look = place with { Facet = Facet.Style };
                told.Add((look, ours[look with { Row = ChangesSheet.Model }]));
                told.Add((place, text.Length > 0 ? new CellContent.Text(text) : CellContent.Blank));
            }
        }

        SheetShape[] shapes = [.. ours.Inventory.Sheets.Select(s => s.Name == SheetNames.Changes ? s with { Rows = rows } : s)];
        return (ours with { Inventory = ours.Inventory with { Sheets = shapes } }, [.. told.Where(t => t.Content is not CellContent.BlankContent)]);
    }
}
