using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Workbooks;

namespace ModelBuilder.Tests.Workbooks.Sheets;

public class ChecksSheetTest
{
    [Fact]
    public void Typing_over_any_reported_revenue_fails_a_check()
    {
        WorkbookInput input = InventedWorkbook.Input;
        foreach (FiscalPeriod period in input.Model.Axis.Columns.Where(c => c.Actual).Select(c => c.Period))
        {
            var book = new LiveWorkbook(input);
            Assert.Equal(0, book["MasterCheck"].Number);
            double right = book.NumberAt("Model", "revenue.total", period.ToString())!.Value;
            book.Type("Model", "revenue.total", period.ToString(), (right * 1.07) + 1).Calculate();
            Assert.True(book["MasterCheck"].Number >= 1, period.ToString());
        }
    }

    [Fact]
    public void Typing_over_revenue_that_follows_from_others_fails_a_check_too()
    {
        Model model = Modelling.Invented.Assemble(InventedWorkbook.Input.Model.Figures.Values.Where(f => f.Id.ToString() != "revenue.total[2024Q4]"), InventedWorkbook.Input.Model.Company);
        var book = new LiveWorkbook(new WorkbookInput(model));
        Assert.Equal(209, book.NumberAt("Model", "revenue.total", "2024Q4")!.Value, 9);
        Assert.Equal(0, book["MasterCheck"].Number);
        Assert.True(book.Type("Model", "revenue.total", "2024Q4", 224).Calculate()["MasterCheck"].Number >= 1);
    }

    [Theory]
    [InlineData("Bear")]
    [InlineData("Base")]
    [InlineData("Bull")]
    public void Every_scenario_holds(string scenario)
    {
        var book = new LiveWorkbook(InventedWorkbook.Input).Type("Scenario", scenario).Calculate();
        Assert.Equal(0, book["MasterCheck"].Number);
        Assert.Empty(book.Errors);
    }

    [Fact]
    public void An_override_that_puts_bear_above_base_is_told()
    {
        var book = new LiveWorkbook(InventedWorkbook.Input);
        string quarter = InventedWorkbook.Input.Model.Axis.Horizon.First().ToString();
        book.Type("Drivers", "driver.trend.passengers|override.bear", quarter, 9000.0).Calculate();
        Assert.True(book.NumberAt("Checks", "summary.check.order.revenue.total", "spare") >= 1);
    }

    [Fact]
    public void A_cell_that_cannot_be_computed_fails()
    {
        var book = new LiveWorkbook(InventedWorkbook.Input).Type("Model", "revenue.total", "2024Q4", "about 209").Calculate();
        Assert.Equal(1, book.NumberAt("Checks", "check.revenue_total.stated", "2024Q4"));
    }
}
