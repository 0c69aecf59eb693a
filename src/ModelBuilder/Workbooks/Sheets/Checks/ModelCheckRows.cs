using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The checks that the model brings along, and one that no reported revenue was typed over.</summary>
internal static class ModelCheckRows
{
    private const double Exact = 1e-6;

    public static IEnumerable<CheckRow> Of(Model model)
    {
        var references = new ModelReferences(model);
        foreach (ModelCheck check in model.Checks)
        {
            yield return new CheckRow(
                check.Key,
                check.Label,
                Shown.UnitText(check.Unit, model.Company),
                check.Tolerance,
                Place(model, check.RowKey),
                check.Differences.ToDictionary(d => d.Key, d => references.Elsewhere(d.Value, d.Key)));
        }

        if (Kept(model, references) is { Differences.Count: > 0 } kept)
        {
            yield return kept;
        }
    }

    /// <summary>
    /// Reported revenue that no check of the model holds to a stated number: a cell with a formula must equal its formula, a derived number
    /// its row of Facts. Rulings on Contradictions move both sides alike.
    /// </summary>
    private static CheckRow Kept(Model model, ModelReferences references)
    {
        var held = model.Checks.Where(c => c.RowKey == ModelRows.Revenue && c.Unit == Unit.Money && c.Tolerance <= Exact).SelectMany(c => c.Differences.Keys).ToHashSet();
        var differences = new Dictionary<FiscalPeriod, Expression>();
        foreach (FiscalPeriod period in model.Axis.Columns.Where(c => c.Actual && !held.Contains(c.Period)).Select(c => c.Period))
        {
            ModelCell cell = model[ModelRows.Revenue, period];
            Expression? expected = cell switch
            {
                { Role: CellRole.Empty } => null,
                { Formula: { } formula } => references.Elsewhere(formula, period),
                { Figure: { } figure } => new PlanReference(SheetNames.Facts, figure.Id.ToString(), FactsSheet.ShownColumn),
                _ => null,
            };
            if (expected is not null)
            {
                differences[period] = Excel.Minus(AxisColumns.Cell(SheetNames.Model, ModelRows.Revenue, period), expected);
            }
        }

        string label = $"{model.LabelOf(ModelRows.Revenue)}: reported cells hold what they were built with";
        return new CheckRow("check.revenue_total.kept", label, Shown.UnitText(Unit.Money, model.Company), Exact, Place(model, ModelRows.Revenue), differences);
    }

    private static PlanReference Place(Model model, string row) => model.Has(row)
        ? new PlanReference(SheetNames.Model, row, AxisColumns.Label)
        : new PlanReference(SheetNames.Model, AxisColumns.Codes, AxisColumns.Label);
}
