using ModelBuilder.Figures;
using ModelBuilder.Workbooks.Regeneration;

namespace ModelBuilder.Workbooks;

/// <summary>One line about what a regeneration did.</summary>
/// <param name="Kind">In a word or two: arrived, kept, conflict, became actual, new, back, gone, deleted, read as input.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Line">The row, in words.</param>
/// <param name="Column">The period or column.</param>
/// <param name="Was">What was generated last time.</param>
/// <param name="Yours">What the analyst has.</param>
/// <param name="Now">What is generated now.</param>
public sealed record Change(string Kind, string Sheet, string Line, string Column, string Was, string Yours, string Now);

/// <summary>What a regeneration did.</summary>
/// <param name="Cells">How many cells each kind concerns, by the kind's words.</param>
/// <param name="Listed">What a person should see one by one: what is the analyst's, and the lines that are new or gone.</param>
public sealed record ChangeReport(IReadOnlyDictionary<string, int> Cells, IReadOnlyList<Change> Listed)
{
    private const int MostRows = 5;

    /// <summary>Nothing was done.</summary>
    public static ChangeReport Nothing { get; } = new(new Dictionary<string, int>(StringComparer.Ordinal), []);

    /// <summary>In words what a merge did.</summary>
    internal static ChangeReport Of(MergeResult merge, Reading ours)
    {
        Outcome[] contents = [.. merge.Outcomes.Where(o => o.Place.Facet == Facet.Content)];
        Dictionary<string, int> counts = contents.GroupBy(o => Words(o.Kind), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        IEnumerable<Change> single = contents.Where(o => o.Kind is OutcomeKind.Kept or OutcomeKind.BothChanged or OutcomeKind.BecameActual or OutcomeKind.ReadAsInput).Select(o => Line(o, ours));
        IEnumerable<Change> whole = contents.Where(o => o.Kind is OutcomeKind.LineIsNew or OutcomeKind.LineIsBack or OutcomeKind.LineIsGone or OutcomeKind.Deleted && HistoryStays.On(o.Place.Sheet))
            .GroupBy(o => (o.Kind, o.Place.Sheet, o.Place.Row)).Where(g => g.Key.Kind is not (OutcomeKind.LineIsNew or OutcomeKind.LineIsBack) || g.Key.Sheet == SheetNames.Model)
            .Select(g => new Change(Words(g.Key.Kind), g.Key.Sheet, Label(g.First().Place, ours), g.Select(o => o.Place.Column).Distinct(StringComparer.Ordinal).Count() is 1 ? g.First().Place.Column : "", "", "", ""))
            .GroupBy(c => (c.Kind, c.Sheet)).OrderBy(g => g.Key.Sheet != SheetNames.Model)
            .SelectMany(g => g.Key.Sheet == SheetNames.Model || g.Count() <= MostRows ? g : (IEnumerable<Change>)[Rows([.. g])]);
        IEnumerable<Change> sheets = contents.Where(o => o.Kind == OutcomeKind.SheetIsGone).Select(o => o.Place.Sheet).Distinct(StringComparer.Ordinal)
            .Select(sheet => new Change(Words(OutcomeKind.SheetIsGone), sheet, "the template has this sheet no more; it stays as it is, and is yours from now on", "", "", "", ""));
        IEnumerable<Change> notes = merge.Outcomes.Where(o => o.Place.Facet == Facet.Note && IsKept(o)).Select(o => Line(o, ours) with { Line = Label(o.Place, ours) + ", note" });
        IEnumerable<Change> looks = merge.Outcomes.Where(o => o.Place.Facet == Facet.Style && IsKept(o)).GroupBy(o => o.Place.Sheet, StringComparer.Ordinal).Select(g => Looks(g.Key, [.. g], ours));
        Change[] alone = contents.Any(o => o.Kind is OutcomeKind.Kept or OutcomeKind.BothChanged && IsForecastOfModel(o.Place, ours)) ? [ModelAlone] : [];
        return new ChangeReport(counts, [.. alone, .. single, .. notes, .. looks, .. sheets, .. whole]);
    }

    // Whoever types over a forecast wants it so; but why checks fail from then on should not have to be found out.
    private static Change ModelAlone { get; } = new("to know", SheetNames.Model,
        "what you put over a forecast stays, in Model alone: Scenarios computes without it, so checks that tie the two fail; a value in an override row on Drivers changes both", "", "", "", "");

    private static bool IsForecastOfModel(Place place, Reading ours) =>
        place.Sheet == SheetNames.Model && FiscalPeriod.TryParse(place.Column, out _) && !ours.Inventory.Actuals.Contains(place.Column);

    private static bool IsKept(Outcome outcome) => outcome.Kind is OutcomeKind.Kept or OutcomeKind.BothChanged;

    private static Change Looks(string sheet, Outcome[] cells, Reading ours)
    {
        string[] rows = [.. cells.Select(c => Label(c.Place, ours)).Distinct(StringComparer.Ordinal)];
        string which = string.Join(", ", rows.Take(MostRows)) + (rows.Length > MostRows ? FormattableString.Invariant($" and {rows.Length - MostRows} more rows") : "");
        return new Change(Words(OutcomeKind.Kept), sheet, FormattableString.Invariant($"the look of {cells.Length} {(cells.Length == 1 ? "cell" : "cells")}: {which}"), cells.Length == 1 ? cells[0].Place.Column : "", "", "", "");
    }

    // Whose line is gone wants to know that its projection is gone too, but not each of its rows.
    private static Change Rows(Change[] rows) => rows[0] with { Line = FormattableString.Invariant($"{rows.Length} rows, from {rows[0].Line} to {rows[^1].Line}"), Column = "" };

    private static Change Line(Outcome outcome, Reading ours) => ChartReading.IsOfChart(outcome.Place)
        ? new Change(Words(outcome.Kind), outcome.Place.Sheet, outcome.Place.Row, outcome.Theirs.Length == 0 ? "deleted" : outcome.Place.Column == ChartReading.Series ? "what it draws" : "where it stands", "", "", "")
        : Cell(outcome, ours);

    private static Change Cell(Outcome outcome, Reading ours) => new(
        Words(outcome.Kind), outcome.Place.Sheet, Label(outcome.Place, ours), outcome.Place.Column,
        Canonical.Shown(outcome.Base), Canonical.Shown(outcome.Theirs), Canonical.Shown(outcome.Ours));

    private static string Label(Place place, Reading ours) =>
        ours.Contents.GetValueOrDefault(place with { Column = AxisColumns.Label, Facet = Facet.Content }) is CellContent.Text { Value.Length: > 0 } label ? $"{label.Value} ({place.Row})" : place.Row;

    private static string Words(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Taken => "arrived",
        OutcomeKind.Kept => "kept",
        OutcomeKind.BothChanged => "conflict",
        OutcomeKind.BecameActual => "became actual",
        OutcomeKind.Deleted => "deleted",
        OutcomeKind.LineIsNew => "new",
        OutcomeKind.LineIsBack => "back",
        OutcomeKind.LineIsGone or OutcomeKind.SheetIsGone => "gone",
        _ => "read as input",
    };
}
