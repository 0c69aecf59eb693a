using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>
/// The charts of a workbook as places of its inventory, so that they are merged like cells: a chart is a row named by its title, what it
/// draws and where it stands are its columns. They have no row or column of the sheet.
/// </summary>
internal static class ChartReading
{
    /// <summary>The column of what a chart draws.</summary>
    public const string Series = "chart.series";

    /// <summary>The column of where it stands.</summary>
    public const string Spot = "chart.spot";

    /// <summary>True for what is said of a chart.</summary>
    public static bool IsOfChart(Place place) => place.Column is Series or Spot;

    /// <summary>The charts of a workbook, by sheet and the row that stands for them.</summary>
    /// <param name="raw">The workbook.</param>
    /// <param name="book">Where its rows and columns lie.</param>
    /// <param name="was">What was generated last time, by which charts are known again; null for a workbook made just now.</param>
    public static IReadOnlyDictionary<(string Sheet, string Row), RawChart> Of(RawWorkbook raw, AddressBook book, Inventory? was)
    {
        var charts = new Dictionary<(string, string), RawChart>();
        ILookup<string, string>? known = was?.Said.Keys.Where(p => p.Column == Series).ToLookup(p => p.Sheet, p => p.Row, StringComparer.Ordinal);
        foreach (SheetAddresses sheet in book.Sheets)
        {
            RawChart[] there = [.. SheetDrawing.Charts(raw, book, sheet)];
            foreach ((string row, RawChart chart) in was is null ? Named(there) : Found(there, sheet.Key, was, [.. known![sheet.Key].Order(StringComparer.Ordinal)]))
            {
                charts[(sheet.Key, row)] = chart;
            }
        }

        return charts;
    }

    private static IEnumerable<(string Row, RawChart Chart)> Named(RawChart[] charts) => charts
        .GroupBy(c => c.Title, StringComparer.Ordinal)
        .SelectMany(g => g.Select((chart, index) => ("chart " + g.Key + (index == 0 ? "" : FormattableString.Invariant($" ({index + 1})")), chart)));

    /// <summary>Charts are known by what they draw, where they stand and their title, as far as these are as they were.</summary>
    private static IEnumerable<(string Row, RawChart Chart)> Found(RawChart[] charts, string sheet, Inventory was, string[] rows)
    {
        Dictionary<RawChart, string> names = Named(charts).ToDictionary(n => n.Chart, n => n.Row);
        int Likeness(string row, RawChart chart) =>
            (was[new Place(sheet, row, Series)] == "t" + chart.Series ? 4 : 0) + (names[chart] == row ? 2 : 0) + (was[new Place(sheet, row, Spot)] == "t" + chart.Spot ? 1 : 0);
        var left = new HashSet<RawChart>(charts);
        var open = new HashSet<string>(rows, StringComparer.Ordinal);
        foreach ((string row, RawChart chart, _) in rows.SelectMany(row => charts.Select(chart => (Row: row, Chart: chart, Like: Likeness(row, chart)))).Where(p => p.Like > 1).OrderByDescending(p => p.Like).ToArray())
        {
            if (open.Contains(row) && left.Remove(chart))
            {
                open.Remove(row);
                yield return (row, chart);
            }
        }
    }
}
