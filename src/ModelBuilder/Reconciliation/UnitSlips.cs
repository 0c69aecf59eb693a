using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Recognises a number that is right in another unit: percent for points, points for percent, one currency for another.</summary>
internal sealed class UnitSlips(LineBook lines, RelationBook book, Known?[] known, IReadOnlyList<(string Currency, Interval Rate)> rates)
{
    private const decimal SameRate = 0.01m;

    /// <summary>The probable cause in words, or null where nothing fits.</summary>
    /// <param name="statement">The number that lost.</param>
    /// <param name="used">The number used instead.</param>
    public string? Cause(Cluster statement, Known? used) => Comparison(statement) ?? Currency(statement, used);

    private string? Comparison(Cluster statement)
    {
        FigureId id = statement.Id;
        if (!(id.Measure.IsGrowth || id.Measure.IsChange) || LineBook.BaseOf(id) is not { } earlier || Level(id.Line, id.Period) is not { } now || Level(id.Line, earlier) is not { } before)
        {
            return null;
        }

        return id.Measure.IsGrowth && lines.UnitOf(id.Line) == Unit.Ratio && (now - before).Overlaps(statement.Interval) ? "probably points, not percent"
            : id.Measure.IsChange && statement.Amount.Unit == Unit.Points && lines.UnitOf(id.Line) != Unit.Ratio && Arithmetic.Apply(Operator.Divide, now, before) is { } times && (times - Interval.Of(1)).Overlaps(statement.Interval) ? "probably percent, not points"
            : null;
    }

    // Tied by the rates that amounts stated in both currencies imply.
    private string? Currency(Cluster statement, Known? used) =>
        statement.Amount.Unit != Unit.Money || used is null || Arithmetic.Apply(Operator.Divide, used.Interval, statement.Interval) is not { } rate ? null
        : rates.Where(r => rate.Overlaps(r.Rate.Widen(SameRate * r.Rate.Middle))).Select(r => $"probably {r.Currency}: at the rate of other amounts it is this number").FirstOrDefault();

    private Interval? Level(LineKey line, FiscalPeriod period) => book.Index.Find(new FigureId(line, Measure.Level, period)) is >= 0 and var f ? known[f]?.Interval : null;
}
