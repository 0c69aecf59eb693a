using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;
using ModelBuilder.Tests.Modelling;
using ModelBuilder.Tests.Workbooks.Sheets;
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
    public void Regression_EightQuarters_AgreeWithProjection() => Agrees(InventedWorkbook.Input.Model, d => Assert.True(d.Methods.Count(m => m.Weight > 0) > 1));

    [Fact]
    public void Regression_ThreeObservations_HoldTheLastValueAlike() =>
        Agrees(Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Line.ToString() != "cost.fuel" || f.Id.Period >= FiscalPeriod.Parse("2024Q2"))), Few);

    [Fact]
    public void Regression_OneObservation_HoldsItAlike() =>
        Agrees(Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Line.ToString() != "cost.fuel" || f.Id.Period >= FiscalPeriod.Parse("2024Q4"))), Few);

    [Fact]
    public void Regression_HistoryWithoutASurprise_AgreesAlike()
    {
        // Fuel is a fifth of revenue in every quarter.
        Figure[] figures = [.. Invented.EightQuarters().Where(f => f.Id.Line.ToString() is not ("cost.fuel" or "cost.total"))];
        IEnumerable<Figure> fuel = figures.Where(f => f.Id.Line.ToString() == "revenue.total").Select(f => Invented.Stated("cost.fuel", f.Id.Period.ToString(), (double)(f.Amount.Value / 5_000_000)));
        Agrees(Invented.Assemble([.. figures, .. fuel]), d => Assert.All(d.Path, p => Assert.True(d.Driver != Fuel || (p.Low < 0.2 && p.High > 0.2 && Math.Abs(p.Middle - 0.2) < 1e-9))));
    }

    [Theory]
    [InlineData(11, 14)]
    [InlineData(12, 30)]
    [InlineData(13, 44)]
    public void Regression_LongHistories_WithSeasonsGapsAndOneOffs_AgreeAlike(int seed, int quarters)
    {
        var seasonal = false;
        var adjusted = false;
        var onRevenues = false;
        Agrees(Invented.Assemble([.. LongHistory(seed, quarters)]), d =>
        {
            seasonal |= d.IsSeasonal;
            adjusted |= d.Adjustments.Count > 0;
            onRevenues |= d.Methods.Any(m => m is { Key: "cost_on_revenues", Error: not null });
        });
        Assert.True(onRevenues);
        Assert.True(seasonal || quarters < 20);
        Assert.True(adjusted || quarters < 20);
    }

    [Fact]
    public void Regression_SwitchingTheMethod_CarriesTheMethodChosen() => Switches(Invented.Assemble([.. LongHistory(12, 30)]), _ => true);

    [Fact]
    public void Regression_CostsOnRevenue_WhereRevenueIsNotKnownInEveryQuarter_AgreeAlike()
    {
        // A margin is stated in every quarter, revenue neither in the first ones nor in one of the last.
        FiscalPeriod[] unknown = [.. Enumerable.Range(0, 7).Append(17).Select(i => FiscalPeriod.Quarter(2024, 4).AddQuarters(i - 23))];
        IEnumerable<Figure> figures = LongHistory(14, 24).Where(f => !unknown.Contains(f.Id.Period));
        IEnumerable<Figure> margins = Enumerable.Range(0, 24).Select(i => Invented.Stated("ebitda_margin", FiscalPeriod.Quarter(2024, 4).AddQuarters(i - 23).ToString(), Math.Round(0.2 + (0.05 * Math.Sin(i)), 3), 0.0005));
        Model model = Invented.Assemble([.. figures, .. margins]);
        Assert.Equal(24, model.Drivers.Single(d => d.Key.ToString() == "driver.ebitda_margin").Observations.Count);
        Assert.Contains("driver.ebitda_margin cost_on_revenues", Switches(model, IsOnRevenue));
    }

    [Fact]
    public void Regression_CostsOnRevenue_WhereRevenueNeverChanges_TakeTheMean()
    {
        IEnumerable<Figure> figures = Enumerable.Range(0, 8).SelectMany(i => new (string Line, double Value)[] { ("revenue.total", 500.3), ("revenue.freight", 300.1), ("revenue.passengers", 200.2), ("capex", 50 + (i % 3)) }
            .Select(v => Invented.Stated(v.Line, FiscalPeriod.Quarter(2023, 1).AddQuarters(i).ToString(), v.Value)));
        Model model = Invented.Assemble([.. figures]);
        Assert.Contains("driver.capex cost_on_revenue", Switches(model, IsOnRevenue));
        MethodResult method = ModelProjection.Of(model, new ProjectionSettings())[LineKey.Parse("driver.capex")].Methods.Single(m => m.Key == "cost_on_revenue");
        Assert.All(method.Path, p => Assert.Equal(50.875 / 500.3, Math.Exp(p), 1e-9));
    }

    [Fact]
    public void Regression_CostOnRevenue_FollowsTheAnalystsRevenueInBaseAndNoOtherScenario()
    {
        var input = new WorkbookInput(Invented.Assemble([.. LongHistory(12, 30)]));
        FiscalPeriod next = input.Model.Axis.Horizon.First();
        LiveWorkbook book = new LiveWorkbook(input).Type("Regression", "driver.cost_ratio.crew|method", AxisColumns.Spare, "Cost on revenue").Calculate();
        double Middle() => book.NumberAt("Regression", "driver.cost_ratio.crew|middle", next.ToString())!.Value;
        double Coefficient(string name) => book.NumberAt("Regression", $"driver.cost_ratio.crew|{name}", input.Model.Axis.LastActual.ToString())!.Value;
        double before = Middle();
        book.Type("Scenario", "Bear").Calculate();
        Assert.Equal(before, Middle());
        book.Type("Drivers", "driver.trend.freight|override.base", next.ToString(), 900).Calculate();
        Assert.Equal(Coefficient("variable") + (Coefficient("fixed") / book.NumberAt("Scenarios", "revenue.total|base", next.ToString())!.Value), Middle(), 1e-12);
        Assert.NotEqual(before, Middle());
        Assert.Empty(book.Errors);
    }

    [Theory]
    [InlineData("Cost on revenue")]
    [InlineData("Cost on the segments' revenues")]
    public void Regression_CostOnRevenue_WhereAnAnalystLeavesNoRevenue_HoldsTheLastValue(string method)
    {
        var input = new WorkbookInput(Invented.Assemble([.. LongHistory(12, 30)]));
        string next = input.Model.Axis.Horizon.First().ToString();
        LiveWorkbook book = new LiveWorkbook(input).Type("Regression", "driver.capex|method", AxisColumns.Spare, method);
        book.Type("Drivers", "driver.trend.freight|override.base", next, 0).Type("Drivers", "driver.trend.passengers|override.base", next, 0).Calculate();
        Assert.Equal(0, book.NumberAt("Scenarios", "revenue.total|base", next));
        Assert.Equal(Math.Exp(book.NumberAt("Regression", "driver.capex|carried", input.Model.Axis.LastActual.ToString())!.Value), book.NumberAt("Regression", "driver.capex|middle", next)!.Value, 1e-12);
        Assert.DoesNotContain(book.Errors, e => e.StartsWith("Regression", StringComparison.Ordinal));
    }

    private static bool IsOnRevenue(MethodResult method) => method.Key.StartsWith("cost_on_revenue", StringComparison.Ordinal);

    /// <summary>Switches each driver to each such method and compares the path; what was switched to.</summary>
    private static List<string> Switches(Model model, Func<MethodResult, bool> which)
    {
        var input = new WorkbookInput(model);
        List<string> done = [];
        foreach ((LineKey driver, DriverProjection projection) in ModelProjection.Of(model, input.Settings))
        {
            foreach (MethodResult method in projection.Methods.Where(which))
            {
                using var cells = new Cells(input, new Dictionary<string, string>(StringComparer.Ordinal) { [$"{driver}|method"] = method.Name });
                done.Add($"{driver} {method.Key}");
                for (int h = 0; h < projection.Path.Count; h++)
                {
                    Same(projection.Scale.From(method.Path[h]), cells.At($"{driver}|middle", projection.Path[h].Quarter), driver, projection.Path[h].Quarter);
                }
            }
        }

        return done;
    }

    /// <summary>Revenue with seasons, a quarter that is far off and a gap; costs that follow it.</summary>
    private static IEnumerable<Figure> LongHistory(int seed, int quarters)
    {
        var random = new Random(seed);
        double freight = 300, passengers = 200;
        for (int i = 0; i < quarters; i++)
        {
            string period = FiscalPeriod.Quarter(2024, 4).AddQuarters(i - quarters + 1).ToString();
            freight *= 1.02 + (0.01 * random.NextDouble());
            passengers *= 1.01 + (0.01 * random.NextDouble());
            double season = 1 + (0.2 * Math.Sin(Math.PI / 2 * i)), revenue = Math.Round((freight * season) + passengers, 1), off = i == quarters - 6 ? 4 : 1;
            yield return Invented.Stated("revenue.freight", period, Math.Round(freight * season, 1));
            yield return Invented.Stated("revenue.passengers", period, Math.Round(revenue - Math.Round(freight * season, 1), 1));
            yield return Invented.Stated("revenue.total", period, revenue);
            if (i != quarters - 9)
            {
                yield return Invented.Stated("cost.crew", period, Math.Round(revenue * (0.2 + (0.01 * random.NextDouble())), 1));
            }

            yield return Invented.Stated("cost.fuel", period, Math.Round(revenue * (0.1 + (0.03 * Math.Sin(Math.PI / 2 * i)) + (0.002 * random.NextDouble())), 1));
            yield return Invented.Stated("capex", period, Math.Round(revenue * off * (0.05 + (0.002 * random.NextDouble())), 1));
        }
    }

    private static void Few(DriverProjection projection)
    {
        if (projection.Driver == Fuel)
        {
            Assert.Equal("Last value", projection.MethodName);
        }
    }

    private static void Agrees(Model model, Action<DriverProjection> expected)
    {
        var input = new WorkbookInput(model) { Settings = new ProjectionSettings(0.9, 0.7, 0.6) };
        using var cells = new Cells(input, []);
        Assert.NotEmpty(model.Drivers);
        foreach ((LineKey driver, DriverProjection projection) in ModelProjection.Of(model, input.Settings))
        {
            expected(projection);
            foreach (ProjectedPoint point in projection.Path)
            {
                Same(point.Low, cells.At($"{driver}|low", point.Quarter), driver, point.Quarter);
                Same(point.Middle, cells.At($"{driver}|middle", point.Quarter), driver, point.Quarter);
                Same(point.High, cells.At($"{driver}|high", point.Quarter), driver, point.Quarter);
            }

            foreach (MethodResult method in projection.Methods.Where(m => m.Error is not null))
            {
                Same(method.Error!.Value, cells.At($"{driver}|error.{method.Key}", AxisColumns.Spare), driver, projection.Window[^1]);
            }
        }
    }

    /// <summary>The values of sheet Regression as our evaluation has them, with some texts typed over.</summary>
    private sealed class Cells : IDisposable
    {
        private readonly XLWorkbook template = new(new MemoryStream(InventedWorkbook.Template));
        private readonly LaidOutSheet sheet;
        private readonly IReadOnlyDictionary<(string Sheet, CellAddress Address), FormulaValue> values;

        public Cells(WorkbookInput input, Dictionary<string, string> typed)
        {
            WorkbookPlan plan = WorkbookComposer.Compose(input);
            plan = plan with { Sheets = [.. plan.Sheets.Select(s => s with { Rows = [.. s.Rows.Select(r => typed.TryGetValue(r.Key, out string? text) ? r with { Cells = [.. r.Cells.Select(c => c with { Content = new CellContent.Text(text) })] } : r)] })] };
            LaidOutWorkbook workbook = PlanLayout.Arrange(plan, TemplateReader.Read(template, "template.xlsx"));
            values = WorkbookValues.Of(workbook).Values;
            sheet = workbook.Sheets.Single(s => s.Name == "Regression");
        }

        public double At(string row, FiscalPeriod quarter) => At(row, quarter.ToString());

        public double At(string row, string key)
        {
            int column = sheet.Columns.ToList().FindIndex(c => c.Key == key) + 1;
            int number = sheet.Rows.Single(r => r.Plan?.Key == row).Number;
            return values[("Regression", new CellAddress(number, column))].Number;
        }

        public void Dispose() => template.Dispose();
    }

    private static void Same(double expected, double actual, LineKey driver, FiscalPeriod quarter) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"{driver} {quarter}: {expected} in Projection, {actual} in the cell"));
}
