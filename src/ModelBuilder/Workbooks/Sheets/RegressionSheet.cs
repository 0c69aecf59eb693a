using System.Globalization;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The sheet Regression: for each driver its observations, the statistics of the line through them and the projection with its bounds.</summary>
internal static class RegressionSheet
{
    /// <summary>The row of the numbers of quarters, and that of quarters ahead of the last reported one.</summary>
    public const string Index = "quarter_index", Step = "quarter_step";

    private const int RowsOnAPage = 48;

    public static SheetPlan Compose(WorkbookInput input)
    {
        Axis axis = input.Model.Axis;
        var references = new ModelReferences(input.Model);
        return new SheetPlan(
            SheetNames.Regression,
            AxisColumns.Of(axis),
            [.. AxisColumns.Headings(axis), .. Time(axis), .. Pages(input.Model.Drivers.Select(d => Block(input, references, d).ToArray()))]);
    }

    /// <summary>The blocks one after the other, none torn apart in print.</summary>
    private static IEnumerable<RowPlan> Pages(IEnumerable<RowPlan[]> blocks)
    {
        int used = 0;
        foreach (RowPlan[] block in blocks)
        {
            bool startsPage = used > 0 && used + block.Length > RowsOnAPage;
            used = startsPage ? block.Length : used + block.Length;
            yield return block[0] with { StartsPage = startsPage };
            foreach (RowPlan row in block.Skip(1))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<RowPlan> Time(Axis axis)
    {
        // Time counts from the first column: nothing but the intercept depends on where it starts.
        FiscalPeriod first = axis.Columns[0].Period;
        yield return new RowPlan(Index, Index,
        [
            CellPlan.Number(first.ToString(), 1, CellTone.Plain),
            .. axis.Quarters.Skip(1).Select(c => CellPlan.Formula(c.Period.ToString(), Excel.Plus(AxisColumns.Cell(null, Index, c.Period.Prior!.Value), Excel.Number(1)))),
        ]);
        yield return new RowPlan(Step, Step,
            [.. axis.Horizon.Select(q => CellPlan.Formula(q.ToString(), Excel.Minus(AxisColumns.Cell(null, Index, q), AxisColumns.Cell(null, Index, axis.LastActual) with { FixedColumn = true })))]);
    }

    private static IEnumerable<RowPlan> Block(WorkbookInput input, ModelReferences references, ModelDriver driver)
    {
        string key = driver.Key.ToString();
        DriverProjection projection = Projections.Of(input, driver);
        bool trend = projection.Method == ProjectionMethod.Regression;
        var cells = new RegressionCells(key, input.Model.Axis.Columns[0].Period, input.Model.Axis.LastActual, [.. driver.Observations.Select(o => o.Quarter)]);
        FiscalPeriod[] seen = [.. driver.Observations.Select(o => o.Quarter)];
        FiscalPeriod[] horizon = [.. input.Model.Axis.Horizon];
        string unit = Shown.UnitText(driver.Unit, input.Model.Company);

        RowPlan Row(string name, IEnumerable<CellPlan> content) => new([$"{{regression.{name}.{driver.Unit.ToString().ToLowerInvariant()}}}", $"{{regression.{name}}}"], $"{key}|{name}", [.. content]) { UnitText = unit, Format = driver.Unit };
        RowPlan Statistic(string name, Expression value) => Row(name, [CellPlan.Formula(AxisColumns.Spare, value)]);
        RowPlan Path(string name, IEnumerable<FiscalPeriod> quarters, Func<FiscalPeriod, Expression> value, CellTone tone = CellTone.Formula) =>
            Row(name, quarters.Select(q => CellPlan.Formula(q.ToString(), value(q), tone)));

        yield return new RowPlan("{regression.space}", key + "|space") { ShowsKey = false };
        yield return new RowPlan("{regression.heading}", key + "|heading") { Label = driver.Label, ShowsKey = false };
        yield return new RowPlan("{regression.note}", key + "|note") { Label = Words(trend, seen), ShowsKey = false };
        yield return Path("x", seen, q => AxisColumns.Cell(null, Index, q) with { FixedRow = true });
        yield return Path("y", seen, q => AxisColumns.Cell(SheetNames.Drivers, key, q), CellTone.Link);
        foreach ((string name, Expression value) in trend ? cells.OfTrend() : cells.OfHeldValue())
        {
            yield return Statistic(name, value);
        }

        if (trend)
        {
            yield return Path("fit", seen, cells.Fit);
        }

        yield return Path("middle", horizon, trend ? cells.TrendMiddle : cells.HeldMiddle);
        yield return Path("half", horizon, trend ? cells.TrendHalf : cells.HeldHalf);
        yield return Path("low", horizon, q => Excel.Minus(cells.At("middle", q), cells.At("half", q)));
        yield return Path("high", horizon, q => Excel.Plus(cells.At("middle", q), cells.At("half", q)));
    }

    private static string Words(bool trend, FiscalPeriod[] seen)
    {
        string span = seen.Length == 1
            ? seen[0].ToString()
            : string.Create(CultureInfo.InvariantCulture, $"{seen.Length} quarters from {seen[0]} to {seen[^1]}");
        return trend
            ? $"Line by least squares over {span}. The projection starts half-way between the line and the last observation; after each quarter the share Damping (on Control) of its trend remains."
            : $"Too little for a trend ({span}; it takes {Projector.FewestForRegression.ToString(CultureInfo.InvariantCulture)}): the last value is held, and its interval widens with the square root of the quarters ahead.";
    }
}
