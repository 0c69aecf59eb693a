using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Levels of money seldom change threefold: a number near those of the periods around it is a little more likely.</summary>
internal sealed class Neighbours
{
    private const int Years = 2;
    private const decimal Likely = 0.15m;
    private readonly ILookup<(LineKey Line, PeriodKind Kind), Cluster> undisputed;

    public Neighbours(IReadOnlyList<Cluster> statements) => undisputed = statements.Where(s => s.Id.Measure == Measure.Level && s.Amount.Unit == Unit.Money)
        .GroupBy(s => s.Id).Where(g => g.Count() == 1).SelectMany(g => g).ToLookup(s => (s.Id.Line, s.Id.Period.Kind));

    /// <summary>What a statement gains by its neighbours, as evidence; nothing where it has none.</summary>
    public decimal Bonus(Cluster statement) => statement.Id.Measure == Measure.Level && undisputed[(statement.Id.Line, statement.Id.Period.Kind)]
        .Any(n => n.Id != statement.Id && Math.Abs(n.Id.Period.Year - statement.Id.Period.Year) <= Years && Near(n.Value, statement.Value)) ? Likely : 0;

    private static bool Near(decimal a, decimal b) => a != 0 && b != 0 && a > 0 == b > 0 && Math.Abs(a) < 3 * Math.Abs(b) && Math.Abs(b) < 3 * Math.Abs(a);
}
