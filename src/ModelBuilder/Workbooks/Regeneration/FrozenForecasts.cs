using System.Globalization;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Workbooks.Regeneration;
using ModelBuilder.Workbooks.Regeneration.Writing;
using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Workbooks;

/// <summary>
/// What an analyst's workbook forecast of quarters that are reported now: the numbers it shows, own numbers and formulas of the analyst
/// with them. What was frozen by earlier builds comes along.
/// </summary>
public static class FrozenForecasts
{
    /// <summary>Gathers them.</summary>
    /// <param name="previous">The workbook.</param>
    /// <param name="model">The model as it is now.</param>
    public static IReadOnlyList<FrozenForecast> Of(PreviousWorkbook previous, Model model)
    {
        if (previous.Reading is not { } theirs || previous.Inventory is not { } was)
        {
            return [];
        }

        string[] scenarios = [.. Scenario.All.Select(s => s.Key)];
        var frozen = new List<FrozenForecast>();
        foreach ((Place place, string words) in was.Said.Where(s => s.Key.Sheet == SheetNames.Variance && s.Key.Facet == Facet.Content && s.Value[0] == 'n').OrderBy(s => s.Key))
        {
            int mark = place.Row.LastIndexOf('#');
            if (mark > 0 && scenarios.Contains(place.Column, StringComparer.Ordinal) && FiscalPeriod.TryParse(place.Row[(mark + 1)..], out FiscalPeriod period))
            {
                frozen.Add(new FrozenForecast(period, place.Row[..mark], place.Column, double.Parse(words[1..], CultureInfo.InvariantCulture)));
            }
        }

        if (theirs.Book.Sheet(SheetNames.Scenarios) is not { } sheet)
        {
            return frozen;
        }

        SheetCalculator? calculator = null;
        Scenario? active = Active(theirs);
        foreach (FiscalPeriod period in model.Axis.Quarters.Where(c => c.Actual && was.HasColumn(new Place(SheetNames.Scenarios, "", c.Period.ToString())) && !was.Actuals.Contains(c.Period.ToString())).Select(c => c.Period))
        {
            foreach (ModelLine line in model.Lines)
            {
                foreach (Scenario scenario in Scenario.All)
                {
                    if (Shown(sheet, scenario.Row(line.RowKey), period) is { } value)
                    {
                        // What the analyst put over a forecast stands in Model, under the scenario that is chosen there.
                        double expected = scenario == active && theirs.Book.Sheet(SheetNames.Model) is { } chosen ? Shown(chosen, line.RowKey, period) ?? value : value;
                        frozen.Add(new FrozenForecast(period, line.RowKey, scenario.Key, double.Parse(expected.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)));
                    }
                }
            }
        }

        return frozen;

        double? Shown(SheetAddresses on, string row, FiscalPeriod period) =>
            on.Locate(row, period.ToString()) is { } at && theirs.Raw.Sheets.First(s => s.Name == on.Name).Cells.TryGetValue(at, out RawCell cell) ? Number(on.Name, cell) : null;

        // What the analyst's program computed; where it saved no values, what we compute.
        double? Number(string name, RawCell cell) => cell.Value.Type switch
        {
            "n" when double.TryParse(cell.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double shown) => shown,
            null when cell.Content is CellContent.Formula && (calculator ??= ValueRefresh.Calculator(theirs.Raw)).Value(name, cell.Address) is { Kind: ValueKind.Number } computed => computed.Number,
            _ => null,
        };
    }

    /// <summary>The scenario that is chosen in a workbook.</summary>
    private static Scenario? Active(Reading theirs) =>
        theirs.Raw.Names.FirstOrDefault(n => theirs.Book.KeyOf(n.Name) == "Scenario").Meaning is CellReference { Sheet: { } on } cell
            && theirs.Raw.Sheets.FirstOrDefault(s => s.Name == on) is { } sheet
            ? Scenario.All.FirstOrDefault(s => s.Name.Equals(sheet.Text(cell.Address.Row, cell.Address.Column), StringComparison.OrdinalIgnoreCase))
            : null;
}
