using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// Growth that a later document states on a base that only earlier ones give: where the two nearly fit, the base has probably
/// been recast since (segments regrouped, a business sold), and neither number is wrong.
/// </summary>
internal sealed class Recasts
{
    private const decimal Near = 0.05m;
    private const decimal NearPoints = 0.01m;
    private readonly RelationBook book;
    private readonly ILookup<int, Cluster> stated;

    public Recasts(RelationBook book, IReadOnlyList<Cluster> statements)
    {
        this.book = book;
        stated = statements.ToLookup(s => book.Index.Find(s.Id));
    }

    /// <summary>True where a comparison misses its base by little and the document that compares does not state the base.</summary>
    public bool Suspected(Relation relation)
    {
        if (relation.Kind is not (RelationKind.Growth or RelationKind.Change) || stated[relation.Members[0]].FirstOrDefault() is not { } level)
        {
            return false;
        }

        Cluster[] bases = [.. stated[relation.Members[1]]];
        Cluster[] rates = [.. stated[relation.Members[2]]];
        return bases.Length == 1 && rates.Length == 1 && !Documents(bases[0]).Overlaps(Documents(rates[0])) && level.Own.Exists(m => Documents(rates[0]).Contains(m.Provenance.Document))
            && relation.Solve(1, [Interval.Of(level.Value), null, Interval.Of(rates[0].Value)]) is { } implied
            && Math.Abs(implied.Middle - bases[0].Value) <= (bases[0].Amount.Unit == Unit.Ratio ? NearPoints : Near * Math.Abs(bases[0].Value));
    }

    private static HashSet<string> Documents(Cluster cluster) => [.. cluster.Mentions.Select(m => m.Provenance.Document)];
}
