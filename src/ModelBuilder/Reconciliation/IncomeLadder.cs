using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// Down the income statement results get smaller: a profit that is a multiple of the gross profit of the same period and basis,
/// an operating result beyond what the stated expenses leave of it, or a gross profit beyond revenue, is a little less likely.
/// </summary>
internal sealed class IncomeLadder
{
    private const decimal Multiple = 2;
    private const decimal Unlikely = 0.5m;
    private const decimal OtherIncome = 0.1m;
    private static readonly HashSet<string> Results = new(StringComparer.Ordinal) { "operating_income", "ebit", "ebitda", "net_income" };
    private static readonly string[][] Expenses = [["opex"], ["selling_general_administrative", "research_development"], ["sales_marketing", "general_administrative", "research_development"]];

    // The highest and the lowest level stated of each figure; of those with a loss among them nothing can be told.
    private readonly Dictionary<FigureId, (decimal Low, decimal High)> levels;
    private readonly HashSet<FigureId> rivalled;

    public IncomeLadder(IReadOnlyList<Cluster> statements)
    {
        rivalled = [.. statements.GroupBy(s => s.Id).Where(g => g.Count() > 1).Select(g => g.Key)];
        levels = statements.Where(s => s.Id.Measure == Measure.Level && s.Amount.Unit == Unit.Money).GroupBy(s => s.Id)
            .Where(g => g.All(c => c.Value > 0)).ToDictionary(g => g.Key, g => (g.Min(c => c.Value), g.Max(c => c.Value)));
    }

    /// <summary>The operating results: what is left of the gross profit after the expenses.</summary>
    public static IReadOnlyList<string> OperatingResults { get; } = ["operating_income", "ebit"];

    /// <summary>The expenses stated of a period and basis, of overlapping ones those that are most together.</summary>
    /// <param name="of">An expense by its name, null or nothing where it is not stated.</param>
    public static IReadOnlyList<(string Name, decimal Value)> Spent(Func<string, decimal?> of) =>
        Expenses.Select(names => names.Select(n => (n, of(n) ?? 0)).Where(e => e.Item2 > 0).ToArray()).MaxBy(e => e.Sum(x => x.Item2))!;

    /// <summary>True where an operating result is more than the gross profit leaves; other operating income is small beside it.</summary>
    public static bool IsBeyond(decimal result, decimal gross, decimal spent) => spent > 0 && result > gross - spent + (OtherIncome * gross);

    /// <summary>What a statement loses where no statement of the lines above it leaves room for it.</summary>
    public decimal Penalty(Cluster statement)
    {
        FigureId id = statement.Id;
        LineKey? above = Results.Contains(id.Line.Name) ? new LineKey("gross_profit", id.Line.Basis) : id.Line.Name == "gross_profit" ? new LineKey("revenue.total") : null;
        if (above is not { } line || id.Measure != Measure.Level || statement.Value <= 0 || !levels.TryGetValue(id with { Line = line }, out (decimal Low, decimal High) limit))
        {
            return 0;
        }

        // Of one number alone an identity or a finding says it.
        bool beyond = rivalled.Contains(id) && OperatingResults.Contains(id.Line.Name, StringComparer.Ordinal)
            && IsBeyond(statement.Value, limit.High, Spent(n => levels.TryGetValue(id with { Line = new LineKey(n, id.Line.Basis) }, out (decimal Low, decimal High) e) ? e.Low : null).Sum(e => e.Value));
        return beyond || statement.Value > Multiple * limit.High ? Unlikely : 0;
    }
}
