using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>The cells of a model while it is put together: what stands where, what it is worth and how exactly that is known.</summary>
internal sealed class ModelGrid(Company company, Axis axis)
{
    private readonly Dictionary<(string RowKey, FiscalPeriod Period), ModelCell> cells = [];
    private readonly Dictionary<(string RowKey, FiscalPeriod Period), double?> values = [];
    private readonly Dictionary<(string RowKey, FiscalPeriod Period), double> assumed = [];

    public Axis Axis => axis;

    public IReadOnlyDictionary<(string RowKey, FiscalPeriod Period), ModelCell> Cells => cells;

    public ModelCell this[string rowKey, FiscalPeriod period] => cells.GetValueOrDefault((rowKey, period), ModelCell.Empty);

    /// <summary>The cells of a model that is complete.</summary>
    public static ModelGrid Of(Model model)
    {
        var grid = new ModelGrid(model.Company, model.Axis);
        foreach (((string row, FiscalPeriod period), ModelCell cell) in model.Cells)
        {
            grid.Set(row, period, cell);
        }

        return grid;
    }

    public void Set(string rowKey, FiscalPeriod period, ModelCell cell)
    {
        if (cell.Role != CellRole.Empty)
        {
            cells[(rowKey, period)] = cell;
            values.Clear();
        }
    }

    public void Remove(string rowKey, FiscalPeriod period)
    {
        cells.Remove((rowKey, period));
        values.Clear();
    }

    /// <summary>From now on formulas are worth what they are with the driver at this value in this quarter.</summary>
    public void Assume(LineKey driver, FiscalPeriod quarter, double value)
    {
        assumed[(driver.ToString(), quarter)] = value;
        values.Clear();
    }

    /// <summary>The cell that a line reference means in a column, or null where the axis ends before it.</summary>
    public (string RowKey, FiscalPeriod Period)? Target(LineReference line, FiscalPeriod period) =>
        axis.Lagged(period, line.Lag) is { } at ? (RowKey(line), at) : null;

    /// <summary>True where every line that the formula speaks of has a cell.</summary>
    public bool HasAll(Expression formula, FiscalPeriod period) => formula.References().OfType<LineReference>().All(
        line => Target(line, period) is { } at && cells.ContainsKey(at));

    /// <summary>True where the formula, followed through the cells it speaks of, comes back to a cell.</summary>
    public bool LeadsTo(Expression formula, FiscalPeriod period, (string RowKey, FiscalPeriod Period) goal)
    {
        var seen = new HashSet<(string, FiscalPeriod)>();
        var open = new Queue<(string RowKey, FiscalPeriod Period)>(Precedents(formula, period));
        while (open.TryDequeue(out var at))
        {
            if (at == goal)
            {
                return true;
            }

            if (seen.Add(at) && cells.TryGetValue(at, out ModelCell? cell) && cell.Formula is { } inner)
            {
                foreach (var next in Precedents(inner, at.Period))
                {
                    open.Enqueue(next);
                }
            }
        }

        return false;
    }

    /// <summary>What a cell is worth, money in units shown; null where it is empty or cannot be computed.</summary>
    public double? Value(string rowKey, FiscalPeriod period)
    {
        if (!values.TryGetValue((rowKey, period), out double? value))
        {
            value = cells.TryGetValue((rowKey, period), out ModelCell? cell)
                ? cell.Formula is { } formula ? Evaluate(formula, period) : Shown(cell.Figure!.Amount)
                : assumed.TryGetValue((rowKey, period), out double driver) ? driver : null;
            values[(rowKey, period)] = value;
        }

        return value;
    }

    /// <summary>What a formula is worth in a column, or null.</summary>
    public double? Evaluate(Expression formula, FiscalPeriod period) => Arithmetic.Evaluate(formula, reference => reference switch
    {
        LineReference line => Target(line, period) is { } at ? Value(at.RowKey, at.Period) : null,
        PlanReference { Sheet: null } cell => Value(cell.RowKey, FiscalPeriod.Parse(cell.ColumnKey)),
        PlanReference fact => StatedBehind(fact),
        _ => null,
    }, range => axis.Columns.Where(c => c.Period.Kind == PeriodKind.Quarter && Between(c.Period, range)).Select(c => Value(range.FromRow, c.Period)));

    /// <summary>How far a cell may be off because of the precision with which what it rests on was stated, in units shown.</summary>
    public double Uncertainty(string rowKey, FiscalPeriod period, int depth = 0)
    {
        if (!cells.TryGetValue((rowKey, period), out ModelCell? cell) || depth > 20)
        {
            return 0;
        }

        if (cell.Formula is not { } formula)
        {
            return Half(cell.Figure!);
        }

        // Where the number was disclosed as well, it cannot be further off than it lies from what was disclosed.
        double propagated = Uncertainty(formula, period, depth);
        return cell.Figure is { } disclosed && Value(rowKey, period) is { } value
            ? Math.Min(propagated, Math.Abs(value - Shown(disclosed.Amount)) + Half(disclosed))
            : propagated;
    }

    /// <summary>How far a formula may be off: the sum, over what it rests on, of how much it moves when that moves by its own uncertainty.</summary>
    public double Uncertainty(Expression formula, FiscalPeriod period, int depth = 0)
    {
        double middle = Evaluate(formula, period) ?? 0;
        double sum = 0;
        foreach (var at in Precedents(formula, period).Distinct())
        {
            double half = Uncertainty(at.RowKey, at.Period, depth + 1);
            double? kept = Value(at.RowKey, at.Period);
            if (half > 0 && kept is { } here)
            {
                values[at] = here + half;
                sum += Math.Abs((Evaluate(formula, period) ?? middle) - middle);
                values[at] = kept;
            }
        }

        return sum;
    }

    /// <summary>Half the width of a figure's interval, in units shown.</summary>
    public double Half(Figure figure) => (double)(figure.Interval.Width / 2) / Scale(figure.Amount.Unit);

    /// <summary>A number as the workbook shows it: money divided by the units shown.</summary>
    public double Shown(Amount amount) => (double)(amount.Unit == Unit.Money ? amount.Value / company.UnitsShown : amount.Value);

    public static string RowKey(LineReference line) => line.Measure == Measure.Level ? line.Key.ToString() : $"{line.Key}|{line.Measure}";

    private double Scale(Unit unit) => unit == Unit.Money ? company.UnitsShown : 1;

    private double? StatedBehind(PlanReference fact) =>
        cells.Values.Select(c => c.Figure).FirstOrDefault(f => f?.Id.ToString() == fact.RowKey) is { } figure ? Shown(figure.Amount) : null;

    private IEnumerable<(string RowKey, FiscalPeriod Period)> Precedents(Expression formula, FiscalPeriod period) => formula.References().SelectMany(reference => reference switch
    {
        LineReference line => Target(line, period) is { } at ? [at] : [],
        PlanReference { Sheet: null } cell => [(cell.RowKey, FiscalPeriod.Parse(cell.ColumnKey))],
        PlanRange { Sheet: null } range => axis.Columns.Where(c => c.Period.Kind == PeriodKind.Quarter && Between(c.Period, range)).Select(c => (range.FromRow, c.Period)),
        _ => Array.Empty<(string, FiscalPeriod)>(),
    });

    private static bool Between(FiscalPeriod period, PlanRange range) => period >= FiscalPeriod.Parse(range.FromColumn) && period <= FiscalPeriod.Parse(range.ToColumn);
}
