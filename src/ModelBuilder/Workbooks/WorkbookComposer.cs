using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Workbooks;

/// <summary>Composes the plan of a workbook: every sheet as plain data.</summary>
internal static class WorkbookComposer
{
    /// <summary>The plan of a model's workbook.</summary>
    public static WorkbookPlan Compose(WorkbookInput input) => new(
    [
        DriversSheet.Compose(input),
        ModelSheet.Compose(input),
        ScenariosSheet.Compose(input),
        RegressionSheet.Compose(input),
        FactsSheet.Compose(input),
        ContradictionsSheet.Compose(input),
    ])
    {
        NamedCells = Settings(input),
        Texts = Shown.Texts(input.Model.Company),
    };

    /// <summary>The cells of Control that formulas speak of by name.</summary>
    private static Dictionary<string, CellPlan> Settings(WorkbookInput input) => new(StringComparer.Ordinal)
    {
        ["Scenario"] = CellPlan.Text("", Scenario.Base.Name) with { List = new ListChoice([.. Scenario.All.Select(s => s.Name)]) },
        ["ScenarioIndex"] = CellPlan.Formula("", Expression.Call("MATCH", Excel.Name("Scenario"), new ArrayLiteral(Scenario.All.Count, [.. Scenario.All.Select(s => Excel.Text(s.Name))]), Excel.Number(0))),
        ["IntervalLevel"] = CellPlan.Number("", input.Settings.Level),
        ["Damping"] = CellPlan.Number("", input.Settings.Damping),
        ["FewPointsSpread"] = CellPlan.Number("", input.Settings.FewPointsSpread),
        ["LastActual"] = CellPlan.Text("", input.Model.Axis.LastActual.ToString()),
    };
}
