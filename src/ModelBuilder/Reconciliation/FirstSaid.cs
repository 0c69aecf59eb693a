using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// A call goes from the whole to its parts: of two rates that one document states of one line, the first is a little more likely
/// to be the line's own, the later one that of a part whose name the reading lost.
/// </summary>
internal sealed class FirstSaid
{
    private const decimal Likely = 0.06m;
    private readonly HashSet<Cluster> first = [];

    public FirstSaid(IReadOnlyList<Cluster> statements)
    {
        foreach (var figure in statements.Where(s => s.Own.Count > 0 && s.Amount.Unit is Unit.Ratio or Unit.Points).GroupBy(s => s.Id).Where(g => g.Count() > 1))
        {
            foreach (var document in figure.SelectMany(s => s.Own.Select(m => (Statement: s, m.Provenance))).GroupBy(s => s.Provenance.Document, StringComparer.Ordinal))
            {
                (Cluster Statement, Provenance Provenance)[] said = [.. document.OrderBy(s => s.Provenance.Line).ThenBy(s => s.Provenance.Start)];
                if (Array.Exists(said, s => s.Statement != said[0].Statement && s.Provenance.Quote != said[0].Provenance.Quote))
                {
                    first.Add(said[0].Statement);
                }
            }
        }
    }

    /// <summary>What a statement gains by being the first, as evidence.</summary>
    public decimal Bonus(Cluster statement) => first.Contains(statement) ? Likely : 0;
}
