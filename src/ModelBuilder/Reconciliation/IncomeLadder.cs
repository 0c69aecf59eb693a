using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// Down the income statement results get smaller: a profit that is a multiple of the gross profit of the same period and basis,
/// or a gross profit beyond revenue, is a little less likely.
/// </summary>
internal sealed class IncomeLadder
{
    private const decimal Multiple = 2;
    private const decimal Unlikely = 0.5m;
    private static readonly HashSet<string> Results = new(StringComparer.Ordinal) { "operating_income", "ebit", "ebitda", "net_income" };

    // The highest level stated of each figure; of those with a loss among them nothing can be told.
    private readonly Dictionary<FigureId, decimal> highest;

    public IncomeLadder(IReadOnlyList<Cluster> statements) =>
        highest = statements.Where(s => s.Id.Measure == Measure.Level && s.Amount.Unit == Unit.Money).GroupBy(s => s.Id)
            .Where(g => g.All(c => c.Value > 0)).ToDictionary(g => g.Key, g => g.Max(c => c.Value));

    /// <summary>What a statement loses where no statement of the line above it leaves room for it.</summary>
    public decimal Penalty(Cluster statement)
    {
        LineKey? above = Results.Contains(statement.Id.Line.Name) ? new LineKey("gross_profit", statement.Id.Line.Basis)
            : statement.Id.Line.Name == "gross_profit" ? new LineKey("revenue.total") : null;
        if (above is not { } line || statement.Id.Measure != Measure.Level || statement.Value <= 0)
        {
            return 0;
        }

        return highest.TryGetValue(statement.Id with { Line = line }, out decimal limit) && statement.Value > Multiple * limit ? Unlikely : 0;
    }
}
