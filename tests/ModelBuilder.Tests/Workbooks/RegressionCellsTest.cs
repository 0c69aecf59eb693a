using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;
using ModelBuilder.Tests.Modelling;
using ModelBuilder.Workbooks;
using ModelBuilder.Workbooks.Layout;
using ModelBuilder.Workbooks.Templates;
using ClosedXML.Excel;

namespace ModelBuilder.Tests.Workbooks;

/// <summary>The cells of Regression compute what Projection computes with MathNet.Numerics, to 1e-9.</summary>
public sealed class RegressionCellsTest
{
    private static readonly LineKey Fuel = LineKey.Parse("driver.cost_ratio.fuel");

    [Fact]
    public void Regression_Trends_AgreeWithProjection() => Agrees(InventedWorkbook.Input.Model, d => Assert.Equal(ProjectionMethod.Regression, d.Method));

    [Fact]
    public void Regression_ThreeObservations_HoldTheLastValueAlike() =>
        Agrees(Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Line.ToString() != "cost.fuel" || f.Id.Period >= FiscalPeriod.Parse("2024Q2"))), Few);

    [Fact]
    public void Regression_OneObservation_HoldsItAlike() =>
        Agrees(Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Line.ToString() != "cost.fuel" || f.Id.Period >= FiscalPeriod.Parse("2024Q4"))), Few);

    [Fact]
    public void Regression_PerfectLine_TakesTheIntervalOfAHeldValueAlike()
    {
        // Fuel is a fifth of revenue in every quarter.
        Figure[] figures = [.. Invented.EightQuarters().Where(f => f.Id.Line.ToString() is not ("cost.fuel" or "cost.total"))];
        IEnumerable<Figure> fuel = figures.Where(f => f.Id.Line.ToString() == "revenue.total").Select(f => Invented.Stated("cost.fuel", f.Id.Period.ToString(), (double)(f.Amount.Value / 5_000_000)));
        Agrees(Invented.Assemble([.. figures, .. fuel]), d =>
        {
            if (d.Driver == Fuel)
            {
                Assert.True(Math.Abs(d.Fit!.StandardError) < 1e-12);
            }
        });
    }

    private static void Few(DriverProjection projection)
    {
        if (projection.Driver == Fuel)
        {
            Assert.Equal(ProjectionMethod.LastValue, projection.Method);
        }
    }

    private static void Agrees(Model model, Action<DriverProjection> expected)
    {
        var settings = new ProjectionSettings(0.9, 0.7, 0.15);
        var input = new WorkbookInput(model) { Settings = settings };
        using var template = new XLWorkbook(new MemoryStream(InventedWorkbook.Template));
        WorkbookPlan plan = WorkbookComposer.Compose(input);
        LaidOutWorkbook workbook = PlanLayout.Arrange(plan, TemplateReader.Read(template, "template.xlsx"));
        var values = WorkbookValues.Of(workbook).Values;
        LaidOutSheet sheet = workbook.Sheets.Single(s => s.Name == "Regression");
        Assert.NotEmpty(model.Drivers);
        foreach (ModelDriver driver in model.Drivers)
        {
            DriverProjection projection = Projector.Project(driver.Key, [.. driver.Observations.Select(o => new Observation(o.Quarter, o.Value))], [.. model.Axis.Horizon], settings);
            expected(projection);
            foreach (ProjectedPoint point in projection.Path)
            {
                Same(point.Low, Cell($"{driver.Key}|low", point.Quarter), driver.Key, point.Quarter);
                Same(point.Middle, Cell($"{driver.Key}|middle", point.Quarter), driver.Key, point.Quarter);
                Same(point.High, Cell($"{driver.Key}|high", point.Quarter), driver.Key, point.Quarter);
            }
        }

        double Cell(string row, FiscalPeriod quarter)
        {
            int column = sheet.Columns.ToList().FindIndex(c => c.Key == quarter.ToString()) + 1;
            int number = sheet.Rows.Single(r => r.Plan?.Key == row).Number;
            return values[("Regression", new CellAddress(number, column))].Number;
        }
    }

    private static void Same(double expected, double actual, LineKey driver, FiscalPeriod quarter) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"{driver} {quarter}: {expected} in Projection, {actual} in the cell"));
}
