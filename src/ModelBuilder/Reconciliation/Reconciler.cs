using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Reconciliation;

/// <summary>Mentions become figures.</summary>
public static class Reconciler
{
    private const int FirstYear = 1910;
    private const int LastYear = 2190;
    private const decimal Absurd = 1e20m;

    /// <summary>
    /// Decides one figure for each line, measure and period that the company's mentions state, derives what follows from them,
    /// and explains every mention that is not used. The order of the mentions does not matter. Mentions of other kinds
    /// than <see cref="MentionKind.Reported"/> are left alone.
    /// </summary>
    /// <param name="company">The company, its calendar and its analyst's rulings.</param>
    /// <param name="identities">What holds within every period.</param>
    /// <param name="mentions">All mentions of all documents.</param>
    public static Reconciled Reconcile(Company company, IReadOnlyList<Identity> identities, IReadOnlyList<Mention> mentions)
    {
        // Periods and numbers that no company has are misreadings: neighbours and sums of theirs must exist.
        Mention[] reported = [.. mentions.Where(m => m.Kind == MentionKind.Reported && Math.Abs(m.Amount.Value) < Absurd && m.Amount.Precision < Absurd)
            .Select(m => m.Period is { Year: < FirstYear or > LastYear } ? m with { Period = null } : m).Distinct()];
        return new ReconciliationRun(company, identities, reported).Run();
    }
}
