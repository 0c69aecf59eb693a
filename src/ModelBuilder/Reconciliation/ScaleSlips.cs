using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// A number that nothing bears out and that lies far from every other level of its line, where a power of ten would bring it
/// among them: suspected, and not used. Only for lines that do not jump: sales, their cost, cash.
/// </summary>
internal static class ScaleSlips
{
    private const decimal Far = 5;

    public static Loss? Suspect(Cluster cluster, IReadOnlyList<Cluster> comparable, Numbers numbers)
    {
        if (cluster.Own.Select(m => m.Provenance.Document).Distinct(StringComparer.Ordinal).Count() != 1 || cluster.Value == 0)
        {
            return null;
        }

        string currency = cluster.Amount.Currency!;
        decimal size = Math.Abs(cluster.Value);
        decimal[] levels = [.. comparable.Where(c => c != cluster && c.Value != 0 && !Shared(c, cluster)).Select(c => Converted(c, currency)).OfType<decimal>().Select(v => Math.Abs(v))];
        // Of two levels alone nothing tells which is the slip; funds that multiply overnight are the likelier one.
        bool alone = levels.Length == 1;
        if (levels.Length == 0 || (alone && !Cash(cluster.Id.Line)))
        {
            return null;
        }

        bool above = levels.All(l => size > Far * l), below = !alone && levels.All(l => size * Far < l);
        if (!above && !below)
        {
            return null;
        }

        decimal nearest = above ? levels.Max() : levels.Min();
        decimal? factor = new decimal[] { 10, 100, 1000 }.Where(f => (above ? size / f : size * f) is var s && s < 3 * nearest && nearest < 3 * s).Cast<decimal?>().FirstOrDefault();
        return factor is not { } times ? null : new Loss(cluster, LossKind.Contradiction,
            $"{numbers.Of(cluster.Amount)} is {numbers.Of(decimal.Round(size / nearest, 1), 0.05m, Unit.Count)} times {(above ? "the highest" : "the lowest")} other level known ({numbers.Of(nearest, nearest / 1000, Unit.Money)}); probably a slip of scale by {times:0}: nothing else bears it out.");
    }

    /// <summary>True for lines whose level does not jump from one period to the next.</summary>
    public static bool Steady(LineKey line) => line.Name is "revenue.total" or "cost.total" || Cash(line);

    /// <summary>True for the lines of liquid funds, which are comparable with each other.</summary>
    public static bool Cash(LineKey line) => line.Name is "cash" or "cash_and_short_term_investments" or "cash_and_investments";

    private static bool Shared(Cluster a, Cluster b) => a.Own.Any(m => b.Own.Any(n => n.Provenance.Document == m.Provenance.Document && n.Provenance.Line == m.Provenance.Line && n.Provenance.Start == m.Provenance.Start));

    private static decimal? Converted(Cluster cluster, string currency)
    {
        decimal quarters = cluster.Id.Period.Kind switch { PeriodKind.Year => 4, PeriodKind.NineMonths => 3, PeriodKind.Half => 2, _ => 1 };
        decimal value = Cash(cluster.Id.Line) ? cluster.Value : cluster.Value / quarters;
        return cluster.Amount.Currency == currency ? value
            : cluster.Amount.Currency is { } own && CurrencyRates.Rough(own, currency) is { } rate ? value * rate
            : null;
    }
}
