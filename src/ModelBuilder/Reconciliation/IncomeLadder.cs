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
    private readonly ILookup<FigureId, Cluster> levels;

    public IncomeLadder(IReadOnlyList<Cluster> statements) =>
        levels = statements.Where(s => s.Id.Measure == Measure.Level && s.Amount.Unit == Unit.Money).ToLookup(s => s.Id);

    /// <summary>What a statement loses where no statement of the line above it leaves room for it.</summary>
    public decimal Penalty(Cluster statement)
    {
        LineKey? above = Results.Contains(statement.Id.Line.Name) ? new LineKey("gross_profit", statement.Id.Line.Basis)
            : statement.Id.Line.Name == "gross_profit" ? new LineKey("revenue.total") : null;
        if (above is not { } line || statement.Id.Measure != Measure.Level || statement.Value <= 0)
        {
            return 0;
        }

        Cluster[] limits = [.. levels[statement.Id with { Line = line }]];
        return limits.Length > 0 && limits.All(c => c.Value > 0 && statement.Value > Multiple * c.Value) ? Unlikely : 0;
    }
}
