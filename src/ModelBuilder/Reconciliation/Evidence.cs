using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>What a statement weighs before any relation speaks for it; 1 is a plain statement in one edited transcript.</summary>
internal sealed class Evidence(SourceBook sources, IReadOnlyList<Cluster> statements)
{
    private readonly Neighbours neighbours = new(statements);
    private readonly IncomeLadder ladder = new(statements);
    private readonly FirstSaid first = new(statements);

    /// <summary>What each of the statements weighs.</summary>
    public decimal[] Of(IReadOnlyList<Cluster> some) => [.. some.Select(s => Plain(s) + neighbours.Bonus(s) + first.Bonus(s) - ladder.Penalty(s))];

    // Ties between equals fall to the better source, the surer reading, the plainer and more precise number.
    private decimal Plain(Cluster cluster)
    {
        IReadOnlyList<Mention> own = cluster.Own.Count > 0 ? cluster.Own : cluster.Mentions;
        decimal kind = 0.02m * ((int)SourceKind.Notes - (int)own.Min(m => m.Provenance.Source));
        decimal doubts = -0.04m * Math.Min(3, own.Min(m => m.Doubts.Count));
        decimal plain = own.Any(m => !m.Amount.Approximate) ? 0.1m : 0;
        decimal digits = cluster.Interval.Width == 0 || cluster.Value == 0 ? 0.1m : Math.Min(0.1m, 0.02m * (decimal)Math.Max(0, Math.Log10((double)Math.Abs(cluster.Value) / (double)cluster.Interval.Width)));
        return sources.Evidence(own) + kind + doubts + plain + digits;
    }
}
