using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Modelling;

/// <summary>What a cost can be regressed on is revenue, and only where revenue is projected without costs.</summary>
public sealed class RatioBaseTests
{
    [Fact]
    public void Base_OfCostsIsRevenueAndItsSegments_OfGrowthNothing()
    {
        Model model = Invented.Assemble(Invented.EightQuarters());
        RatioBase? costs = Driver(model, "driver.cost_ratio.fuel").Base;
        Assert.Equal(LineKey.Parse("revenue.total"), costs!.Total);
        Assert.Equal([LineKey.Parse("revenue.passengers"), LineKey.Parse("revenue.freight")], costs.Parts);
        Assert.NotNull(Driver(model, "driver.expense_ratio.sales_marketing@adjusted").Base);
        Assert.Null(Driver(model, "driver.trend.freight").Base);
        Assert.Null(Driver(model, "driver.ebitda_addback@adjusted").Base);
    }

    [Fact]
    public void Base_WhereSegmentsAreNotProjected_HasNoParts()
    {
        Model model = Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Line.ToString() != "revenue.freight" || f.Id.Period < FiscalPeriod.Parse("2024Q1")));
        Assert.Empty(Driver(model, "driver.expense_ratio.sales_marketing@adjusted").Base!.Parts);
    }

    [Fact]
    public void Base_WhereRevenueRestsOnACost_IsNone()
    {
        string text = File.ReadAllText(Path.Combine(Machine.Repository, "templates", "quarterly", "lines.yaml"));
        string circular = text.Replace("- \"driver.trend.{segment}\"", "- \"driver.trend.{segment} * (1 - driver.cost_ratio.fuel)\"", StringComparison.Ordinal);
        Assert.NotEqual(text, circular);
        CompanyLines lines = CompanyLines.Read("lines.yaml", circular, Invented.Company).Lines!;
        Model model = ModelAssembler.Assemble(lines, [.. Invented.EightQuarters()], new HashSet<FigureId>()).Model!;
        Assert.All(model.Drivers, d => Assert.Null(d.Base));
    }

    [Fact]
    public void Values_WithDriversAtSomeNumbers_AreWhatTheFormulasComeTo()
    {
        Model model = Invented.Assemble(Invented.EightQuarters());
        var values = new ModelValues(model);
        FiscalPeriod next = FiscalPeriod.Parse("2025Q1");
        Assert.Null(values["revenue.freight", next]);
        values.Assume(LineKey.Parse("driver.trend.freight"), next, 102);
        Assert.Equal(102, values["revenue.freight", next]!.Value, 1e-9);
        Assert.Null(values["revenue.freight", FiscalPeriod.Parse("2025Q2")]);
    }

    private static ModelDriver Driver(Model model, string key) => model.Drivers.Single(d => d.Key.ToString() == key);
}
