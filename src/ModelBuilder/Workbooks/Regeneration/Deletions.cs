using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>
/// What follows from rows, columns and sheets of the program's that the workbook has not: the analyst deleted them, or a new template has
/// a sheet that it had not before. On reports a cell that looks at one of them has
/// nothing to say any more: it is emptied, in place of the <c>#REF!</c> that a spreadsheet program leaves there. In the model such a cell
/// stays as the analyst sees it: there it is for him to say what takes the place of what he deleted.
/// </summary>
internal static class Deletions
{
    /// <summary>Theirs and ours without what deletions left of no use; the same where nothing is deleted.</summary>
    /// <param name="was">What was generated last time.</param>
    /// <param name="theirs">The workbook as the analyst has it.</param>
    /// <param name="ours">What is generated now.</param>
    public static (Inventory Theirs, Reading Ours) Follow(Inventory was, Inventory theirs, Reading ours)
    {
        if (ours.Inventory.Sheets.All(s => was.Sheet(s.Name) is not null) && was.Sheets.All(s => theirs.Sheet(s.Name) is { } there && there.Rows.Count == s.Rows.Count && there.Columns.Count == s.Columns.Count))
        {
            return (theirs, ours);
        }

        HashSet<Place> vain = [.. ours.Contents.Where(c => c.Value is CellContent.Formula f && !HistoryStays.On(c.Key.Sheet) && !IsDeleted(c.Key) && Places(f.Value, c.Key.Sheet).Any(IsDeleted)).Select(c => c.Key)];
        var said = new Dictionary<Place, string>(theirs.Said);
        foreach (Place place in vain)
        {
            // What stands there now is no tweak, be it what was generated or the error that it turned into.
            if ((place.Facet == Facet.Link || IsBroken(said.GetValueOrDefault(place, ""))) && was[place].Length > 0)
            {
                said[place] = was[place];
            }
        }

        return (theirs with { Said = said }, ours with
        {
            Inventory = ours.Inventory with { Said = ours.Inventory.Said.Where(s => !vain.Contains(s.Key)).ToDictionary() },
            Contents = ours.Contents.Where(c => !vain.Contains(c.Key)).ToDictionary(),
        });

        bool IsDeleted(Place place) => theirs.Sheet(place.Sheet) is null || was.HasRow(place) && was.HasColumn(place) && !(theirs.HasRow(place) && theirs.HasColumn(place));
    }

    private static bool IsBroken(string words) => words.Contains("#REF!", StringComparison.Ordinal);

    private static IEnumerable<Place> Places(Expression formula, string sheet) => formula.References().SelectMany<Reference, Place>(reference => reference switch
    {
        PlanReference r => [new Place(r.Sheet ?? sheet, r.RowKey, r.ColumnKey)],
        PlanRange r => [new Place(r.Sheet ?? sheet, r.FromRow, r.FromColumn), new Place(r.Sheet ?? sheet, r.ToRow, r.ToColumn)],
        _ => [],
    });
}
