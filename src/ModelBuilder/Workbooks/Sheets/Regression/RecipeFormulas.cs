using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Projection;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>
/// Binds the formulas of methods' rows (<see cref="MethodRow"/>) to the cells of one driver's block on Regression. What a prefix
/// means stands there.
/// </summary>
internal sealed class RecipeFormulas(string block, IReadOnlyDictionary<string, RowSpan> rows, FiscalPeriod first, FiscalPeriod lastActual, FiscalPeriod windowStart)
{
    /// <summary>Names that settings on Control have in formulas.</summary>
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal) { ["interval_level"] = "IntervalLevel" };

    /// <summary>A formula as the cell of a quarter has it; a statistic's, which uses no quarter of its own, in any.</summary>
    public Expression Bind(string formula, FiscalPeriod quarter)
    {
        Expression parsed = FormulaParser.ParseLines(formula).ValueOrThrow();
        return parsed.Rewrite(part => part is LineReference line ? Place(line.Key.ToString(), line.Lag, quarter) : null);
    }

    /// <summary>A row's cell in a quarter.</summary>
    public PlanReference Cell(string name, FiscalPeriod quarter) => AxisColumns.Cell(null, Key(name), quarter);

    /// <summary>A statistic's cell.</summary>
    public PlanReference Statistic(string name) => new(null, Key(name), AxisColumns.Spare, FixedColumn: true);

    /// <summary>The key of a row or statistic. What a method said of past quarters and what it says of those ahead stand in one row.</summary>
    public string Key(string name) => $"{block}|{(IsSaid(name) ? "of." + name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : name)}";

    private static bool IsSaid(string name) => name.StartsWith("ahead.", StringComparison.Ordinal) || name.StartsWith("path.", StringComparison.Ordinal);

    private Expression Place(string name, int lag, FiscalPeriod quarter)
    {
        switch (name)
        {
            case "index":
                return AxisColumns.Cell(null, RegressionSheet.Index, quarter) with { FixedRow = true };
            case "step":
                return AxisColumns.Cell(null, RegressionSheet.Step, quarter) with { FixedRow = true };
            case "quarter":
                return AxisColumns.Cell(null, RegressionSheet.Quarter, quarter) with { FixedRow = true };
            case "first":
                return AxisColumns.Cell(null, RegressionSheet.Index, first) with { FixedRow = true, FixedColumn = true };
        }

        if (Settings.TryGetValue(name, out string? setting))
        {
            return Excel.Name(setting);
        }

        int dot = name.IndexOf('.', StringComparison.Ordinal);
        (string prefix, string rest) = dot < 0 ? ("", name) : (name[..dot], name[(dot + 1)..]);
        FiscalPeriod before = quarter.AddQuarters(-1), yearStart = quarter.AddQuarters(-3);
        return prefix switch
        {
            "last" => Cell(rest, lastActual) with { FixedColumn = true },
            "all" => Range(rest, first, lastActual) with { FixedColumn = true },
            "window" => Range(rest, windowStart, lastActual) with { FixedColumn = true },
            "upto" => Range(rest, first, quarter) with { FixedStart = true },
            "before" => Range(rest, first, before) with { FixedStart = true },
            "year" => Range(rest, yearStart < first ? first : yearStart, quarter),
            _ when rows.TryGetValue(name, out RowSpan span) && span == RowSpan.Statistic => Statistic(name),
            _ => quarter.AddQuarters(lag) < first ? Excel.Empty : Cell(name, quarter.AddQuarters(lag)),
        };
    }

    private PlanRange Range(string name, FiscalPeriod from, FiscalPeriod to) => name == "quarter"
        ? AxisColumns.Cells(null, RegressionSheet.Quarter, from, to) with { FixedRow = true }
        : AxisColumns.Cells(null, Key(name), from, to);
}
