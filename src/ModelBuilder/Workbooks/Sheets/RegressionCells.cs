using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>
/// The formulas of one driver's regression, the same arithmetic as <see cref="Projection.Projector"/>; both change together
/// or not at all.
/// </summary>
internal sealed class RegressionCells(string key, FiscalPeriod first, FiscalPeriod lastActual, IReadOnlyList<FiscalPeriod> seen)
{
    private static readonly Expression One = Excel.Number(1), Two = Excel.Number(2), NotApplicable = Excel.Text("n/a");

    private PlanRange X => AxisColumns.Cells(null, key + "|x", first, lastActual);

    private PlanRange Y => AxisColumns.Cells(null, key + "|y", first, lastActual);

    /// <summary>A row's cell in a quarter.</summary>
    public PlanReference At(string name, FiscalPeriod quarter) => AxisColumns.Cell(null, $"{key}|{name}", quarter);

    /// <summary>The statistics of a line, each by the name of its row.</summary>
    public IEnumerable<(string Name, Expression Value)> OfTrend() =>
    [
        ("count", Call("COUNT", Y)),
        ("slope", Call("SLOPE", Y, X)),
        ("intercept", Call("INTERCEPT", Y, X)),
        ("r2", Excel.If(IsNothing(Call("STDEV.S", Y)), NotApplicable, Call("RSQ", Y, X))),
        ("error", Call("STEYX", Y, X)),
        ("mean", Call("AVERAGE", X)),
        ("squares", Call("DEVSQ", X)),
        ("t", Excel.If(IsNothing(Stat("error")), NotApplicable, Excel.Over(Stat("slope"), Excel.Over(Stat("error"), Call("SQRT", Stat("squares")))))),
        ("quantile", Quantile(Excel.Minus(Stat("count"), Two))),
        .. Last(),
        ("start", Excel.Over(Excel.Plus(Excel.Plus(Stat("intercept"), Excel.Times(Stat("slope"), Stat("last_x"))), Stat("last")), Two)),
        ("spread", Spread()),
        ("held_quantile", Quantile(Two)),
    ];

    /// <summary>The statistics of a held value.</summary>
    public IEnumerable<(string Name, Expression Value)> OfHeldValue() => [("count", Call("COUNT", Y)), .. Last(), ("spread", Spread()), ("held_quantile", Quantile(Two))];

    /// <summary>The line over an observation.</summary>
    public Expression Fit(FiscalPeriod quarter) => Excel.Plus(Stat("intercept"), Excel.Times(Stat("slope"), At("x", quarter)));

    /// <summary>The damped trend: start + slope * phi * (1 - phi^h) / (1 - phi), h quarters after the last observation.</summary>
    public Expression TrendMiddle(FiscalPeriod quarter)
    {
        Expression phi = Excel.Name("Damping");
        Expression remains = Excel.Minus(One, Excel.Operate(BinaryOperator.Power, phi, Excel.Minus(Time(RegressionSheet.Index, quarter), Stat("last_x"))));
        return Excel.Plus(Stat("start"), Excel.Over(Excel.Times(Excel.Times(Stat("slope"), phi), remains), Excel.Minus(One, phi)));
    }

    /// <summary>Half the prediction interval of simple regression; that of a held value where the line is perfect.</summary>
    public Expression TrendHalf(FiscalPeriod quarter)
    {
        Expression distance = Excel.Operate(BinaryOperator.Power, Excel.Minus(Time(RegressionSheet.Index, quarter), Stat("mean")), Two);
        Expression root = Call("SQRT", Excel.Plus(Excel.Plus(One, Excel.Over(One, Stat("count"))), Excel.Over(distance, Stat("squares"))));
        return Excel.If(IsNothing(Stat("error")), HeldHalf(quarter), Excel.Times(Excel.Times(Stat("quantile"), Stat("error")), root));
    }

    /// <summary>The last observation.</summary>
    public Expression HeldMiddle(FiscalPeriod quarter) => Stat("last");

    /// <summary>Half the interval of a held value, as a random walk's.</summary>
    public Expression HeldHalf(FiscalPeriod quarter) => Excel.Times(Excel.Times(Stat("held_quantile"), Stat("spread")), Call("SQRT", Time(RegressionSheet.Step, quarter)));

    private IEnumerable<(string Name, Expression Value)> Last() => [("last_x", At("x", seen[^1])), ("last", At("y", seen[^1]))];

    private Expression Spread()
    {
        Expression share = Excel.Name("FewPointsSpread");
        Expression least = Excel.Times(share, Excel.Max(Excel.Abs(Stat("last")), share));
        return seen.Count > 1 ? Excel.Max(Call("STDEV.S", Y), least) : least;
    }

    private static FunctionCall Quantile(Expression degrees) => Call("T.INV.2T", Excel.Minus(One, Excel.Name("IntervalLevel")), degrees);

    // The rest that rounding leaves is no spread: twelve decimals, as the projection tells it.
    private static Expression IsNothing(Expression value) => Excel.Equal(Call("ROUND", value, Excel.Number(12)), Excel.Number(0));

    private PlanReference Stat(string name) => new(null, $"{key}|{name}", AxisColumns.Spare, FixedColumn: true);

    private static PlanReference Time(string row, FiscalPeriod quarter) => AxisColumns.Cell(null, row, quarter) with { FixedRow = true };

    private static FunctionCall Call(string name, params Expression[] arguments) => Expression.Call(name, arguments);
}
