using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Modelling;

/// <summary>Companies whose figures are not as the usual ones.</summary>
public class OddCompaniesTests
{
    private static readonly FiscalPeriod Next = FiscalPeriod.Quarter(2025, 1);

    [Fact]
    public void GeneralLineAmongTheExpenses_IsOneRow_AndProjectedAsAnExpense()
    {
        var line = new LineKey("selling_general_administrative");
        Company company = With(Invented.Company, expense: new CompanyLine(line, "Overheads", []));

        Model model = Invented.Assemble([.. Invented.EightQuarters(), .. Quarters().Select(q => Invented.Stated(line.ToString(), q, 20))], company);

        Assert.Equal("{expense}", Assert.Single(model.Lines, l => l.RowKey == line.ToString()).Pattern);
        Assert.Contains("driver.expense_ratio.", FormulaPrinter.Print(model[line.ToString(), Next].Formula!), StringComparison.Ordinal);
    }

    [Fact]
    public void ExpenseOfWhichOnlyTheShareOfRevenueIsStated_IsProjectedFromIt()
    {
        Company company = With(Invented.Company, expense: new CompanyLine(new LineKey("selling_general_administrative"), "Overheads", []));

        Model model = Invented.Assemble([Invented.Stated("revenue.total", "2024Q4", 360), Invented.Stated("share_of_revenue.selling_general_administrative", "2024Q4", 0.375, 0.0005)], company);

        Assert.Equal("revenue.total*driver.sga_ratio", FormulaPrinter.Print(model["selling_general_administrative", Next].Formula!), ignoreAllWhiteSpace: true);
    }

    [Fact]
    public void GeneralLineAmongTheOthers_KeepsItsFormula_AndTakesTheCompanysLabel()
    {
        Company company = With(Invented.Company, other: new CompanyLine(new LineKey("gross_profit"), "Trading profit", []));

        LineDefinition line = Assert.Single(Invented.Lines(company).Lines, l => l.Row.RowKey == "gross_profit");

        Assert.NotNull(line.Formula);
        Assert.Equal("Trading profit", line.Row.Label);
    }

    [Fact]
    public void ComputedLineAmongTheExpenses_IsAnErrorThatSaysSo()
    {
        Company company = With(Invented.Company, expense: new CompanyLine(new LineKey("gross_profit"), "Gross profit", []));
        string text = File.ReadAllText(Path.Combine(Machine.Repository, "templates", "quarterly", "lines.yaml"));

        (CompanyLines? lines, IReadOnlyList<Finding> findings) = CompanyLines.Read("lines.yaml", text, company);

        Assert.Null(lines);
        Assert.Contains("gross_profit", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CompanyWithoutRevenue_HasNoMargins()
    {
        Model model = Invented.Assemble(Quarters().SelectMany(q => new[] { Invented.Stated("revenue.total", q, 0), Invented.Stated("ebitda", q, -30) }));

        Assert.Equal(CellRole.Input, model["ebitda", FiscalPeriod.Quarter(2024, 4)].Role);
        Assert.DoesNotContain(model.Cells, c => c.Key.RowKey is "ebitda_margin" or "revenue.total|growth.yoy" or "revenue.total|growth.qoq");
    }

    [Fact]
    public void MarginStatedWithoutItsAmount_IsProjectedAllTheSame()
    {
        Model model = Invented.Assemble(Quarters().SelectMany(q => new[] { Invented.Stated("revenue.total", q, 160) }).Append(Invented.Stated("ebitda_margin@adjusted", "2024Q4", 0.092, 0.0005)));

        Assert.Equal(0.092, Assert.Single(Assert.Single(model.Drivers, d => d.Key.ToString() == "driver.ebitda_margin@adjusted").Observations).Value, 9);
        Assert.Equal(CellRole.Forecast, model["ebitda@adjusted", Next].Role);
    }

    [Fact]
    public void WhatIsInNoSegment_IsProjectedToo_SoThatTheTotalDoesNotJump()
    {
        Figure[] figures = [.. Invented.EightQuarters().Where(f => f.Id.Line.ToString() != "revenue.total"), .. Quarters().Select((q, i) => Invented.Stated("revenue.total", q, 200 + (8 * i)))];

        Model model = Invented.Assemble(figures);

        Assert.Contains("revenue.rounding", FormulaPrinter.Print(model["revenue.total", Next].Formula!), StringComparison.Ordinal);
        Assert.Contains(model.Drivers, d => d.Key.ToString() == "driver.unallocated.revenue");
        Assert.DoesNotContain(Invented.Assemble(Invented.EightQuarters()).Drivers, d => d.Key.ToString() == "driver.unallocated.revenue");
    }

    [Fact]
    public void SegmentThatBeganLately_IsHeld_NotCompounded()
    {
        Model model = Invented.Assemble(Invented.EightQuarters().Where(f => f.Id.Line.ToString() != "revenue.freight" || f.Id.Period >= FiscalPeriod.Quarter(2024, 2)));

        Assert.Equal("driver.level.freight", FormulaPrinter.Print(model["revenue.freight", Next].Formula!));
    }

    [Theory]
    [InlineData("driver.trend.freight", DriverKind.Level, Scale.Logarithm)]
    [InlineData("driver.cost_ratio.crew", DriverKind.Ratio, Scale.Logarithm)]
    public void Drivers_AreOfTheKindAndScaleThatLinesSay(string key, DriverKind kind, Scale scale)
    {
        ModelDriver driver = Assert.Single(Invented.Assemble([.. Invented.EightQuarters()]).Drivers, d => d.Key.ToString() == key);

        Assert.Equal((kind, scale), (driver.Kind, driver.Scale));
    }

    [Fact]
    public void PartWithNothingToProject_IsNotSaidToBeProjected() =>
        Assert.DoesNotContain(Invented.Assemble([Invented.Stated("revenue.total", "2024Q4", 160)]).Ways, w => w.StartsWith("Cash flow", StringComparison.Ordinal));

    [Fact]
    public void OnlyYears_AreSaidToBeTheReason()
    {
        (Model? model, IReadOnlyList<Finding> findings) = ModelAssembler.Assemble(Invented.Lines(), [Invented.Stated("revenue.total", "2024FY", 600)], new HashSet<FigureId>());

        Assert.Null(model);
        Assert.Contains("whole years", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Quarters() => Enumerable.Range(0, 8).Select(i => FiscalPeriod.Quarter(2023, 1).AddQuarters(i).ToString());

    private static Company With(Company company, CompanyLine? expense = null, CompanyLine? other = null) => new()
    {
        Name = company.Name,
        Ticker = company.Ticker,
        Currency = company.Currency,
        Segments = company.Segments,
        CostLines = company.CostLines,
        ExpenseLines = expense is null ? company.ExpenseLines : [expense],
        OtherLines = other is null ? [] : [other],
    };
}
