using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>What must hold of scenarios: Model shows the chosen one, and revenue and margins come out in order.</summary>
internal static class ScenarioCheckRows
{
    private const double Exact = 1e-6;

    /// <summary>Rows that come out in order: money profits need not, since a loss grows with revenue.</summary>
    private static readonly string[][] Ordered =
    [
        [ModelRows.Revenue],
        ["gross_margin@adjusted", "gross_margin"],
        ["ebitda_margin@adjusted", "ebitda_margin", "operating_margin@adjusted", "operating_margin"],
    ];

    /// <param name="model">The model.</param>
    /// <param name="rows">The rows of Model that stand on the sheet Scenarios once for each scenario.</param>
    public static IEnumerable<CheckRow> Of(Model model, IReadOnlyCollection<string> rows)
    {
        foreach (ModelLine line in model.Lines.Where(l => rows.Contains(l.RowKey)))
        {
            Dictionary<FiscalPeriod, Expression> ties = Projected(model, line.RowKey).ToDictionary(p => p, p => (Expression)Excel.Minus(
                AxisColumns.Cell(SheetNames.Model, line.RowKey, p),
                Excel.Choose([Excel.Name("ScenarioIndex"), .. Scenario.All.Select(s => Cell(s, line.RowKey, p))])));
            if (ties.Count > 0)
            {
                yield return new CheckRow($"check.tie.{line.RowKey}", $"{line.Label}: Model shows the chosen scenario", Shown.UnitText(line.Unit, model.Company), Exact, Place(Scenario.Base, line.RowKey), ties);
            }
        }

        foreach (string row in Ordered.Select(o => o.FirstOrDefault(rows.Contains)).OfType<string>())
        {
            // How far the greatest of the two steps down goes; nothing where both go up.
            Expression Down(FiscalPeriod p) => Excel.Max(
                Excel.Number(0), Excel.Minus(Cell(Scenario.Bear, row, p), Cell(Scenario.Base, row, p)), Excel.Minus(Cell(Scenario.Base, row, p), Cell(Scenario.Bull, row, p)));
            yield return new CheckRow(
                $"check.order.{row}",
                $"{model.LabelOf(row)}: Bear ≤ Base ≤ Bull",
                Shown.UnitText(model.Line(row)!.Unit, model.Company),
                Exact,
                Place(Scenario.Bear, row),
                Projected(model, row).ToDictionary(p => p, Down));
        }
    }

    private static IEnumerable<FiscalPeriod> Projected(Model model, string row) =>
        model.Axis.Columns.Select(c => c.Period).Where(p => model[row, p].Role == CellRole.Forecast);

    private static PlanReference Cell(Scenario scenario, string row, FiscalPeriod period) => AxisColumns.Cell(SheetNames.Scenarios, scenario.Row(row), period);

    private static PlanReference Place(Scenario scenario, string row) => new(SheetNames.Scenarios, scenario.Row(row), AxisColumns.Label);
}
