using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The table of key figures: the last reported quarter and the next ones, the last reported year and the next ones, in the chosen scenario.</summary>
internal static class KeyFigures
{
    private const int QuartersAhead = 4;
    private const int YearsAhead = 2;

    public static IEnumerable<RowPlan> Rows(WorkbookInput input, OutcomeBands bands)
    {
        Model model = input.Model;
        AxisColumn[] columns = [.. Columns(model.Axis)];
        yield return new RowPlan("{key.heading}", "key.heading", [.. columns.Select((c, i) => CellPlan.Text(ControlColumns.Number(i), c.Period.Label(c.Actual)))]) { ShowsKey = false };
        foreach (string row in HeadlineRows.Of(model))
        {
            ModelLine line = model.Line(row)!;
            yield return new RowPlan("{key.line}", "key." + row, [
                .. columns.Index().Where(c => model[row, c.Item.Period].Role != CellRole.Empty)
                    .Select(c => CellPlan.Formula(ControlColumns.Number(c.Index), AxisColumns.Cell(SheetNames.Model, row, c.Item.Period), CellTone.Link)),
            ]) { Label = line.Label, UnitText = Shown.UnitText(line.Unit, model.Company), Format = line.Unit, ShowsKey = false };
        }

        foreach ((string row, bool upper) in bands.Results.SelectMany(r => new[] { (r, false), (r, true) }))
        {
            yield return new RowPlan("{key.band}", "key." + OutcomeBands.End(row, upper), [
                .. columns.Index().Where(c => !c.Item.Actual && model[row, c.Item.Period].Role == CellRole.Forecast)
                    .Select(c => CellPlan.Formula(ControlColumns.Number(c.Index), AxisColumns.Cell(SheetNames.Scenarios, OutcomeBands.End(row, upper), c.Item.Period), CellTone.Link)),
            ]) { Label = $"{model.Line(row)!.Label}: {(upper ? "upper" : "lower")} end", UnitText = Shown.UnitText(Unit.Money, model.Company), Format = Unit.Money, ShowsKey = false };
        }
    }

    private static IEnumerable<AxisColumn> Columns(Axis axis) =>
    [
        .. axis.Quarters.Where(c => c.Actual).TakeLast(1), .. axis.Quarters.Where(c => !c.Actual).Take(QuartersAhead),
        .. axis.Years.Where(c => c.Actual).TakeLast(1), .. axis.Years.Where(c => !c.Actual).Take(YearsAhead),
    ];
}
