using System.Collections.Immutable;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>
/// Fills the columns still to come. For each part of the model the first way is taken whose lines have recent figures; for
/// each line the first of its formulas that can be computed in every projected quarter, those with recent drivers before
/// others. A line keeps one formula over the whole horizon.
/// </summary>
internal sealed class ProjectedCells(CompanyLines definitions, ModelGrid grid, List<Finding> findings)
{
    /// <summary>A driver or line is recent when it has a value in one of the last four reported quarters.</summary>
    private const int Recent = 4;

    private readonly Dictionary<LineKey, ImmutableArray<(FiscalPeriod Quarter, double Value)>> observations = [];

    private IReadOnlyList<ModelDriver>? drivers;

    /// <summary>The formula by which each projected line is projected.</summary>
    public Dictionary<string, Expression> Chosen { get; } = new(StringComparer.Ordinal);

    /// <summary>How each part is projected, in words.</summary>
    public List<string> Ways { get; } = [];

    /// <summary>The drivers in use, once every formula is chosen.</summary>
    public IReadOnlyList<ModelDriver> Drivers => drivers ??= [.. definitions.Drivers
        .Where(d => Chosen.Values.Any(f => f.References().Contains(new LineReference(d.Key))))
        .Select(d => new ModelDriver(d.Key, d.Pattern, d.Label, d.Unit, d.HigherIsBetter, d.Varies, d.History, Observed(d))
        {
            Kind = d.Kind,
            Scale = d.Scale,
            Base = RatioBase.Of(d, definitions, Chosen),
        })];

    public void Fill()
    {
        var ways = definitions.Parts.Select(Way).ToList();
        Choose(ways.SelectMany(w => w.Way.Forecast).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Value));
        Ways.AddRange(ways.Where(w => w.Way.Forecast.Keys.Any(line => Chosen.ContainsKey(line.ToString()))).Select(w => w.Words));
        foreach (AxisColumn column in grid.Axis.Columns.Where(c => !c.Actual))
        {
            foreach (LineDefinition line in definitions.Lines)
            {
                if (Cell(line, column.Period) is { } formula)
                {
                    grid.Set(line.Row.RowKey, column.Period, new ModelCell(CellRole.Forecast, formula, null));
                }
            }

            SetYearRounding(column.Period);
        }

        RemoveWhatDividesByNothing();
        foreach (LineDefinition line in definitions.Lines.Where(l => l.IsTotal && !Chosen.ContainsKey(l.Row.RowKey) && grid.Cells.Keys.Any(c => c.RowKey == l.Row.RowKey)))
        {
            findings.Add(new Finding(Severity.Warning, FindingCode.Projection, $"{line.Row.Label} is not projected: nothing stated is enough to project it from")
            {
                Line = line.Row.Key,
                Remedy = "add documents or figures for recent quarters",
            });
        }
    }

    /// <summary>
    /// A company without revenue has no margins, and a line that was nothing a year ago no growth: such a cell stays empty. Seen
    /// with every driver at its last value, which is nothing only where the base is.
    /// </summary>
    private void RemoveWhatDividesByNothing()
    {
        foreach (ModelDriver driver in Drivers)
        {
            foreach (FiscalPeriod quarter in grid.Axis.Horizon)
            {
                grid.Assume(driver.Key, quarter, driver.Observations[^1].Value);
            }
        }

        foreach (AxisColumn column in grid.Axis.Columns.Where(c => !c.Actual))
        {
            string[] impossible = [.. definitions.Lines.Select(l => l.Row.RowKey).Where(row => grid[row, column.Period].Role != CellRole.Empty && grid.Value(row, column.Period) is null)];
            foreach (string row in impossible)
            {
                grid.Remove(row, column.Period);
            }
        }
    }

    private Expression? Cell(LineDefinition line, FiscalPeriod period)
    {
        string row = line.Row.RowKey;
        if (period.Kind == PeriodKind.Quarter)
        {
            return Chosen.GetValueOrDefault(row);
        }

        bool hasQuarters = period.Quarters.All(q => grid[row, q].Role != CellRole.Empty);
        return line.Row.Year switch
        {
            YearRule.Sum when hasQuarters => Expression.Call("SUM", new PlanRange(null, row, period.Quarters[0].ToString(), row, period.Quarters[3].ToString())),
            YearRule.Last when hasQuarters => new PlanReference(null, row, period.Quarters[3].ToString()),
            YearRule.Formula when line.Formula is { } formula && grid.HasAll(formula, period) => formula,
            _ => null,
        };
    }

    /// <summary>In a year that is partly reported the quarters' rounding is what the year's total has more than its parts.</summary>
    private void SetYearRounding(FiscalPeriod period)
    {
        foreach (LineDefinition total in definitions.Lines.Where(l => l.Rounding is not null && period.Kind == PeriodKind.Year))
        {
            string rounding = total.Rounding!.Value.ToString();
            if (grid[total.Row.RowKey, period].Role != CellRole.Empty && grid.HasAll(total.Formula!, period) && period.Quarters.Any(q => grid[rounding, q].Role != CellRole.Empty))
            {
                grid.Set(rounding, period, new ModelCell(CellRole.Forecast, new Binary(BinaryOperator.Subtract, new LineReference(total.Row.Key), total.Formula!), null));
            }
        }
    }

    private (WayDefinition Way, string Words) Way(PartDefinition part)
    {
        var reasons = new List<string>();
        WayDefinition? way = null;
        foreach (WayDefinition candidate in part.Ways)
        {
            LineKey[] missing = [.. candidate.Needs.Where(need => !IsRecent(need))];
            if (missing.Length == 0 && (candidate.Needs.Count > 0 || candidate == part.Ways[^1]))
            {
                way = candidate;
                break;
            }

            if (missing.Length > 0)
            {
                reasons.Add($"{Label(missing[0])} has no figure in the last {Recent} quarters");
            }
        }

        way ??= part.Ways[^1];
        return (way, reasons.Count == 0 ? $"{part.Name}: {way.Name}" : $"{part.Name}: {way.Name} ({string.Join("; ", reasons.Distinct())})");
    }

    private string Label(LineKey key) => definitions.Lines.FirstOrDefault(l => l.Row.RowKey == key.ToString())?.Row.Label ?? key.ToString();

    private bool IsRecent(LineKey line) => LastQuarters().Any(q => grid[line.ToString(), q].Role != CellRole.Empty);

    private IEnumerable<FiscalPeriod> LastQuarters() =>
        Enumerable.Range(0, Recent).Select(back => grid.Axis.LastActual.AddQuarters(-back));

    /// <summary>
    /// Chooses one formula after the other, always the most preferred that is possible of any line: what a choice makes possible
    /// is looked at before any line makes do with its second formula.
    /// </summary>
    private void Choose(Dictionary<LineKey, IReadOnlyList<Expression>> forecast)
    {
        int most = forecast.Values.Select(f => f.Count).DefaultIfEmpty(0).Max();
        foreach (bool recentOnly in new[] { true, false })
        {
            for (int preference = 0; preference < most; preference = ChooseOne(forecast, preference, recentOnly) ? 0 : preference + 1)
            {
            }
        }
    }

    private bool ChooseOne(Dictionary<LineKey, IReadOnlyList<Expression>> forecast, int preference, bool recentOnly)
    {
        foreach (LineDefinition line in definitions.Lines.Where(l => !Chosen.ContainsKey(l.Row.RowKey)))
        {
            Expression? formula = line.Row.Measure == Measure.Level && forecast.TryGetValue(line.Row.Key, out IReadOnlyList<Expression>? own)
                ? own.ElementAtOrDefault(preference)
                : preference == 0 ? line.Formula : null;
            if (formula is not null && IsPossible(line.Row.RowKey, formula, recentOnly))
            {
                Chosen[line.Row.RowKey] = formula;
                return true;
            }
        }

        return false;
    }

    private bool IsPossible(string row, Expression formula, bool recentOnly) => formula.References().OfType<LineReference>().All(reference =>
    {
        if (definitions.Drivers.FirstOrDefault(d => d.Key == reference.Key) is { } driver)
        {
            var seen = Observed(driver);
            return seen.Length > 0 && (!recentOnly || LastQuarters().Contains(seen[^1].Quarter));
        }

        string wanted = ModelGrid.RowKey(reference);
        return grid.Axis.Horizon.All(quarter => grid.Target(reference, quarter) is { } at
            && (at.Period <= grid.Axis.LastActual ? grid[at.RowKey, at.Period].Role != CellRole.Empty : Chosen.ContainsKey(wanted) || (wanted == row && reference.Lag < 0)));
    });

    private ImmutableArray<(FiscalPeriod Quarter, double Value)> Observed(DriverDefinition driver)
    {
        if (!observations.TryGetValue(driver.Key, out var seen))
        {
            seen = [.. grid.Axis.Quarters.Where(c => c.Actual && grid.HasAll(driver.History, c.Period))
                .Select(c => (c.Period, grid.Evaluate(driver.History, c.Period)))
                .Where(v => v.Item2 is { } x && double.IsFinite(x))
                .Select(v => (v.Period, v.Item2!.Value))];
            bool isSmall = driver.IgnoreBelow > 0 && !seen.Any(o => LastQuarters().Contains(o.Quarter) && Math.Abs(o.Value) > driver.IgnoreBelow);
            seen = isSmall || seen.Length < driver.Fewest ? [] : seen;
            observations[driver.Key] = seen;
        }

        return seen;
    }
}
