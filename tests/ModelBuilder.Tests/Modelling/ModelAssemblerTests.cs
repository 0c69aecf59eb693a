using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;

namespace ModelBuilder.Tests.Modelling;

public class ModelAssemblerTests
{
    private static readonly FiscalPeriod Last = FiscalPeriod.Quarter(2024, 4);
    private static readonly FiscalPeriod Next = FiscalPeriod.Quarter(2025, 1);

    [Fact]
    public void Axis_EndsWithAWholeYearThatHoldsTheForecastQuarters()
    {
        Model model = Invented.Assemble(Invented.EightQuarters());

        Assert.Equal("2023Q1", model.Axis.Columns[0].Period.ToString());
        Assert.Equal("2026FY", model.Axis.Columns[^1].Period.ToString());
        Assert.Equal(Last, model.Axis.LastActual);
    }

    [Fact]
    public void Total_IsPartsAndRounding_WhereTheDisclosedTotalDiffers()
    {
        Model model = Invented.Assemble(Invented.EightQuarters());

        Assert.Equal("SUM(revenue.passengers, revenue.freight) + revenue.rounding", Text(model["revenue.total", Last]), ignoreAllWhiteSpace: true);
        Assert.Equal(CellRole.Computed, model["revenue.rounding", Last].Role);
        Assert.Equal(CellRole.Input, model["revenue.freight", Last].Role);
    }

    [Fact]
    public void FormerSegments_KeepTheirHistory_AndAreBridgedToRevenue_WithoutAForecast()
    {
        Company company = Invented.Company with
        {
            Segments = [new CompanyLine(LineKey.Parse("revenue.travel"), "Travel", []), new CompanyLine(LineKey.Parse("revenue.onboard"), "Onboard", [])],
            FormerSegments = Invented.Company.Segments,
        };
        Model model = Invented.Assemble([.. Invented.EightQuarters(), Invented.Stated("revenue.travel", "2024Q4", 120), Invented.Stated("revenue.onboard", "2024Q4", 89)], company);

        Assert.Equal(CellRole.Input, model["revenue.freight", Last].Role);
        Assert.Equal("SUM(revenue.passengers, revenue.freight)", Text(model["revenue.former_segments", Last]), ignoreAllWhiteSpace: true);
        Assert.Equal("revenue.total - revenue.former_segments", Text(model["revenue.not_former", Last]), ignoreAllWhiteSpace: true);
        Assert.Equal("SUM(revenue.travel, revenue.onboard) + revenue.rounding", Text(model["revenue.total", Last]), ignoreAllWhiteSpace: true);
        FiscalPeriod next = Last.AddQuarters(1);
        Assert.All(new[] { "revenue.freight", "revenue.former_segments", "revenue.not_former", "share_of_revenue.freight" }, row => Assert.Equal(CellRole.Empty, model[row, next].Role));
        Assert.Equal(CellRole.Forecast, model["revenue.total", next].Role);
    }

    [Fact]
    public void Part_DerivedFromTheTotal_IsAFormula_AndTheTotalAnInput()
    {
        Model model = Invented.Assemble(
        [
            Invented.Stated("revenue.total", "2024Q4", 160),
            Invented.Stated("revenue.freight", "2024Q4", 60),
            Invented.Derived("revenue.passengers", "2024Q4", 100, "revenue.total[2024Q4]", "revenue.freight[2024Q4]"),
        ]);

        Assert.Equal(CellRole.Input, model["revenue.total", Last].Role);
        Assert.Equal(CellRole.Derived, model["revenue.passengers", Last].Role);
        Assert.Equal("revenue.total-revenue.freight", Text(model["revenue.passengers", Last]), ignoreAllWhiteSpace: true);
        Assert.Equal(CellRole.Empty, model["revenue.rounding", Last].Role);
    }

    [Fact]
    public void Profit_DerivedFromItsMargin_LeavesTheMarginAnInput()
    {
        Model model = Invented.Assemble(
        [
            Invented.Stated("revenue.total", "2024Q4", 160),
            Invented.Stated("gross_margin", "2024Q4", 0.25, 0.0005),
            Invented.Derived("gross_profit", "2024Q4", 40, "revenue.total[2024Q4]", "gross_margin[2024Q4]"),
        ]);

        Assert.Equal(CellRole.Input, model["gross_margin", Last].Role);
        Assert.Equal("gross_margin*revenue.total", Text(model["gross_profit", Last]), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public void FourthQuarter_DerivedFromTheYear_IsAFormula_AndTheYearAnInput()
    {
        Model model = Invented.Assemble(
        [
            Invented.Stated("capex", "2024Q1", 1), Invented.Stated("capex", "2024Q2", 2), Invented.Stated("capex", "2024Q3", 3), Invented.Stated("capex", "2024FY", 10),
            Invented.Derived("capex", "2024Q4", 4, "capex[2024FY]", "capex[2024Q1]", "capex[2024Q2]", "capex[2024Q3]"),
            Invented.Stated("revenue.total", "2024Q4", 160),
        ]);

        Assert.Equal(CellRole.Input, model["capex", FiscalPeriod.FullYear(2024)].Role);
        Assert.NotNull(model["capex", Last].Formula);
    }

    [Fact]
    public void StatedProfit_ThatItsPartsDoNotGive_IsShownAsStated_WithAFinding()
    {
        Figure[] figures = [.. Invented.EightQuarters(), Invented.Stated("gross_profit", "2024Q4", 99)];

        Model model = Invented.Assemble(figures);

        Assert.Equal(CellRole.Input, model["gross_profit", Last].Role);
        Assert.Contains(model.Findings, f => f.Code == FindingCode.Check && f.Line == new LineKey("gross_profit") && f.Period == Last);
    }

    [Fact]
    public void Forecast_FollowsItsTrend_WhereTwoYearsAreKnown() =>
        Assert.Equal("driver.trend.freight", Text(Invented.Assemble(Invented.EightQuarters())["revenue.freight", Next]));

    [Fact]
    public void Forecast_GrowsOnAYearAgo_WhereLessIsKnown()
    {
        Model model = Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Period != FiscalPeriod.Quarter(2023, 1)));

        Assert.Equal("revenue.freight[-4]*(1+driver.growth.freight)", Text(model["revenue.freight", Next]), ignoreAllWhiteSpace: true);
        Assert.Equal("revenue.total*driver.cost_ratio.fuel", Text(model["cost.fuel", Next]), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public void Forecast_GrowsOnTheQuarterBefore_WhereAYearAgoIsMissing()
    {
        Model model = Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Period != FiscalPeriod.Quarter(2024, 2)));

        Assert.Equal("revenue.freight[-1]*(1+driver.growth_qoq.freight)", Text(model["revenue.freight", Next]), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public void SingleQuarter_HoldsItsLevel()
    {
        Model model = Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Period == Last));

        Assert.Equal("driver.level.freight", Text(model["revenue.freight", Next]));
        Assert.NotEqual(CellRole.Empty, model["ebitda@adjusted", FiscalPeriod.FullYear(2026)].Role);
    }

    [Fact]
    public void CostLines_ThatEndedLongAgo_ShareTheCostThatTheMarginLeaves()
    {
        Model model = Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Line.Family != "cost" || f.Id.Period < FiscalPeriod.Quarter(2023, 3)));

        Assert.Contains(model.Ways, w => w.Contains("adjusted gross margin", StringComparison.Ordinal) && w.Contains("Fuel", StringComparison.Ordinal));
        Assert.Equal("cost.total*driver.cost_share.fuel/SUM(driver.cost_share.fuel,driver.cost_share.crew)", Text(model["cost.fuel", Next]), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public void PreferredFormula_IsTaken_ThoughWhatItNeedsIsChosenLater()
    {
        Figure[] figures = [.. Invented.EightQuarters().Where(f => f.Id.Line.Family != "cost"), .. Enumerable.Range(0, 8).Select(i => Invented.Stated("gross_profit", FiscalPeriod.Quarter(2023, 1).AddQuarters(i).ToString(), 70 + (5 * i) + (i % 4 == 2 ? 40 : 0)))];

        Model model = Invented.Assemble(figures);

        Assert.Equal("gross_profit@adjusted-revenue.total*driver.gross_adjustment", Text(model["gross_profit", Next]), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public void NoCell_LeadsToItself()
    {
        Figure[] figures =
        [
            .. Invented.EightQuarters(),
            Invented.Derived("gross_profit", "2024Q4", 60, "revenue.total[2024Q4]", "gross_margin[2024Q4]"), Invented.Stated("gross_margin", "2024Q4", 0.3, 0.0005),
            Invented.Stated("revenue.total", "2024FY", 900), Invented.Stated("gross_profit@adjusted", "2024FY", 300),
        ];
        Model model = Invented.Assemble(figures);
        var grid = new ModelGrid(model.Company, model.Axis);
        foreach (var (at, cell) in model.Cells)
        {
            grid.Set(at.RowKey, at.Period, cell);
        }

        Assert.All(model.Cells, cell => Assert.False(cell.Value.Formula is { } f && grid.LeadsTo(f, cell.Key.Period, cell.Key), $"{cell.Key}"));
    }

    [Fact]
    public void Years_AreSumsOfTheirQuarters_AndAgreeWithADisclosedYear()
    {
        Figure[] figures = [.. Invented.EightQuarters(), Invented.Stated("revenue.total", "2024FY", 860.5, 0.5)];
        double sum = Invented.EightQuarters().Where(f => f.Id.Line == new LineKey("revenue.total") && f.Id.Period.Year == 2024).Sum(f => (double)f.Amount.Value / 1e6);

        Model agrees = Invented.Assemble([.. Invented.EightQuarters(), Invented.Stated("revenue.total", "2024FY", Math.Round(sum), 0.5)]);
        Model differs = Invented.Assemble(figures.Where(f => Math.Abs(sum - 860.5) > 1));

        Assert.Equal(CellRole.Computed, agrees["revenue.total", FiscalPeriod.FullYear(2024)].Role);
        Assert.Contains(agrees.Checks, c => c.Key == "check.revenue_total.computed" && c.Tolerance is > 0.5 and < 1);
        Assert.Equal(CellRole.Input, differs["revenue.total", FiscalPeriod.FullYear(2024)].Role);
    }

    [Fact]
    public void Year_ThatWasDisclosed_IsNotBlurredByQuartersThatWereDerived()
    {
        Figure[] quarters = [.. Invented.EightQuarters().Where(f => f.Id.Line.Family == "revenue" && f.Id.Line.Member == "total" && f.Id.Period != FiscalPeriod.Quarter(2024, 2))];
        Figure loose = Invented.Stated("revenue.total", "2024Q2", 200, 3);
        decimal year = quarters.Where(f => f.Id.Period.Year == 2024).Sum(f => f.Amount.Value) + loose.Amount.Value;

        Model model = Invented.Assemble([.. quarters, loose, Invented.Stated("revenue.total", "2024FY", (double)(year / 1_000_000) + 2)]);

        Assert.Equal(CellRole.Input, model["revenue.total", FiscalPeriod.FullYear(2024)].Role);
    }

    [Fact]
    public void Balance_StatedForADay_StandsInTheQuarterItCloses()
    {
        Model model = Invented.Assemble([.. Invented.EightQuarters(), Invented.Stated("cash", "2024-12-31", 77)]);

        Assert.Equal(CellRole.Input, model["cash", Last].Role);
        Assert.Equal(CellRole.Computed, model["cash", FiscalPeriod.FullYear(2024)].Role);
    }

    [Fact]
    public void NoFigureOfAnyQuarter_IsAnError()
    {
        (Model? model, IReadOnlyList<Finding> findings) = ModelAssembler.Assemble(Invented.Lines(), [], new HashSet<FigureId>());

        Assert.Null(model);
        Assert.Contains(findings, f => f.Severity == Severity.Error && f.Remedy is not null);
    }

    private static string Text(ModelCell cell) => FormulaPrinter.Print(cell.Formula!);
}
