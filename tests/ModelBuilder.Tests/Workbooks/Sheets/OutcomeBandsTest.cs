using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Workbooks.Sheets;

/// <summary>The band of outcomes against the same sums over the scenarios' cells, and against one driver moved at a time.</summary>
public class OutcomeBandsTest
{
    [Fact]
    public void Revenue_IsTheRootOfTheSegmentsSquaredHalves_InQuartersAndYears()
    {
        LiveWorkbook book = new LiveWorkbook(InventedWorkbook.Input).Calculate();
        foreach (FiscalPeriod period in InventedWorkbook.Input.Model.Axis.Columns.Where(c => !c.Actual).Select(c => c.Period))
        {
            double At(string row) => book.NumberAt("Scenarios", row, period.ToString())!.Value;
            double Half(string segment) => (At($"{segment}|bull") - At($"{segment}|bear")) / 2;
            double half = Math.Sqrt(Math.Pow(Half("revenue.passengers"), 2) + Math.Pow(Half("revenue.freight"), 2));
            Assert.True(half > 0);
            Assert.Equal(At("revenue.total|base") - half, At("band.revenue.total|low"), 1e-9);
            Assert.Equal(At("revenue.total|base") + half, At("band.revenue.total|high"), 1e-9);
        }
    }

    [Fact]
    public void GrossProfit_MovesAsEachOfItsDriversMovedAlone()
    {
        // To the first order: every driver is put at both ends of its interval alone, and what that does to gross profit is squared and summed.
        LiveWorkbook book = new LiveWorkbook(InventedWorkbook.Input).Calculate();
        string next = InventedWorkbook.Input.Model.Axis.Horizon.First().ToString();
        double sum = 0;
        foreach (string driver in new[] { "driver.trend.passengers", "driver.trend.freight", "driver.cost_ratio.fuel", "driver.cost_ratio.crew" })
        {
            double Alone(string scenario)
            {
                double end = book.NumberAt("Drivers", $"{driver}|{scenario}", next)!.Value;
                return new LiveWorkbook(InventedWorkbook.Input).Type("Drivers", $"{driver}|override.base", next, end).Calculate().NumberAt("Scenarios", "gross_profit@adjusted|base", next)!.Value;
            }

            sum += Math.Pow((Alone("bull") - Alone("bear")) / 2, 2);
        }

        Assert.Equal(Math.Sqrt(sum), book.NumberAt("Scenarios", "band.gross_profit@adjusted|half", next)!.Value, 0.02 * Math.Sqrt(sum));
    }
}
