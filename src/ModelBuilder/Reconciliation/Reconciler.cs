using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Reconciliation;

/// <summary>Mentions become figures.</summary>
public static class Reconciler
{
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
        Mention[] reported = [.. mentions.Where(m => m.Kind == MentionKind.Reported).Distinct()];
        return new ReconciliationRun(company, identities, reported).Run();
    }
}
