using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// Amounts in another currency than the company's: convenience translations beside its own figures, or figures that are
/// stated in no other. They never mix; the rates they imply within a period must agree.
/// </summary>
internal sealed class Exchange(Company company, Numbers numbers, List<Finding> findings)
{
    private const decimal SameRate = 0.03m;
    private const int FirstYear = 2008;

    /// <summary>The rates that amounts stated in both currencies imply.</summary>
    public static IReadOnlyList<(string Currency, Interval Rate)> Rates(IEnumerable<KeyValuePair<FigureId, List<Cluster>>> foreign, Func<FigureId, Known?> own) =>
        [.. foreign.Where(f => f.Value is [{ Amount.Unit: Unit.Money }]).Select(f => (Cluster: f.Value[0], Own: own(f.Key))).Where(p => p.Own is not null && !p.Own.Interval.Overlaps(p.Cluster.Interval))
            .Select(p => (p.Cluster.Amount.Currency!, Arithmetic.Apply(Operator.Divide, p.Own!.Interval, p.Cluster.Interval))).Where(r => r.Item2 is not null).Select(r => (r.Item1, r.Item2!.Value))];

    /// <summary>Notes each translation with its implied rate, and those whose rate is off.</summary>
    public void Compare(IEnumerable<KeyValuePair<FigureId, List<Cluster>>> foreign, Func<FigureId, Known?> own, LineBook lines)
    {
        var pairs = foreign.SelectMany(f => f.Value.Select(c => (f.Key, Cluster: c, Own: own(f.Key)))).Where(p => p.Own is not null && p.Cluster.Value != 0)
            .Select(p => (p.Key, p.Cluster, Rate: Math.Abs(p.Own!.Value / p.Cluster.Value), Known: p.Own!)).ToList();
        foreach (var period in pairs.GroupBy(p => (p.Key.Period, p.Cluster.Amount.Currency)))
        {
            decimal[] rates = [.. period.Select(p => p.Rate).Order()];
            decimal usual = rates[rates.Length / 2];
            foreach (var (id, cluster, rate, known) in period)
            {
                bool sameNumber = cluster.Interval.Overlaps(known.Interval);
                bool off = !sameNumber && ((rates.Length >= 3 && Math.Abs(rate - usual) > SameRate * usual) || !CurrencyRates.IsPlausible(rate, cluster.Amount.Currency!, company.Currency));
                string? beyond = sameNumber || off ? null : Beyond(period.Key.Period, cluster, known);
                string message = sameNumber ? $"{cluster.Amount.Currency} {numbers.Of(cluster.Amount)} is the number stated in {company.Currency}: probably the wrong currency sign" : $"{cluster.Amount.Currency} {numbers.Of(cluster.Amount)} beside {company.Currency} {numbers.Of(known.Value, known.Interval.Width / 2, cluster.Amount.Unit)} implies {rate:0.00##} {company.Currency} a {cluster.Amount.Currency}";
                findings.Add(Report.About(lines.Outward(id), off || beyond is not null ? Severity.Warning : Severity.Info, off || beyond is not null ? FindingCode.Contradiction : "currency",
                    beyond is not null ? $"{message}, {beyond}; the figure is kept in {company.Currency}." : off ? $"{message}, unlike other amounts; the figure is kept in {company.Currency}." : $"{message}; the figure is kept in {company.Currency}.", cluster.Value, cluster.Mentions[0]));
            }
        }
    }

    // A rate that the two currencies have not had: one of the two numbers is wrong.
    private string? Beyond(FiscalPeriod period, Cluster cluster, Known known)
    {
        string foreign = cluster.Amount.Currency!;
        if (period.Year < FirstYear || CurrencyRates.Range(foreign, company.Currency) is not { } range
            || Arithmetic.Apply(Operator.Divide, known.Interval, cluster.Interval) is not { } rates || rates.Low <= 0 || (rates.High > range.Low && rates.Low < range.High))
        {
            return null;
        }

        decimal half = known.Interval.Width / 2;
        return $"which it has not been since {FirstYear} ({range.Low:0.00##} to {range.High:0.00##}): one of the two is probably misheard, {numbers.Of(cluster.Value * range.Low, half, cluster.Amount.Unit)} to {numbers.Of(cluster.Value * range.High, half, cluster.Amount.Unit)} would fit";
    }

    /// <summary>Figures that are stated in another currency only.</summary>
    public IEnumerable<Figure> Alone(IEnumerable<KeyValuePair<FigureId, List<Cluster>>> foreign, Func<FigureId, bool> known, LineBook lines)
    {
        foreach ((FigureId id, List<Cluster> clusters) in foreign.Where(f => !known(f.Key)))
        {
            foreach (Cluster cluster in clusters)
            {
                string use = clusters.Count == 1 ? "it is the only one stated" : "others differ, and none is used";
                findings.Add(Report.About(lines.Outward(id), Severity.Info, "currency", $"{cluster.Amount.Currency} {numbers.Of(cluster.Amount)} is not in {company.Currency}; {use}.", cluster.Value, cluster.Mentions[0]));
            }

            if (clusters.Count == 1)
            {
                FigureId outward = lines.Outward(id);
                yield return Figure.Reported(outward, clusters[0].Amount, clusters[0].Interval, clusters[0].Mentions);
            }
        }
    }
}
