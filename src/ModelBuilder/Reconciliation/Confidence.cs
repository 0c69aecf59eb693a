using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>How sure each decision is and what speaks for it, from what the weighing found.</summary>
internal sealed class Confidence
{
    private const decimal LikelyMargin = 0.5m;
    private const decimal ClearMargin = 1.5m;
    private const decimal Beyond = 10;
    private readonly Dictionary<Cluster, decimal> margins = [];
    private readonly Dictionary<FigureId, List<(Cluster Statement, int Supports)>> statements = [];

    public Confidence(Verdict verdict, IReadOnlyList<Cluster> all)
    {
        foreach ((int lost, decimal margin) in verdict.Margins)
        {
            margins[all[lost]] = margin;
        }

        for (int s = 0; s < all.Count; s++)
        {
            if (!statements.TryGetValue(all[s].Id, out List<(Cluster, int)>? list))
            {
                statements[all[s].Id] = list = [];
            }

            list.Add((all[s], s < verdict.Supports.Count ? verdict.Supports[s] : 0));
        }
    }

    /// <summary>How sure the decision over a figure is, and why in words.</summary>
    public (Sureness Sureness, string Why) Of(FigureId id, IReadOnlyList<Loss> lost)
    {
        if (lost.Any(l => l.Kind == LossKind.Undecided))
        {
            return (Sureness.Open, "as much speaks for one as for another");
        }

        if (lost.Any(l => l.Kind == LossKind.Ruled))
        {
            return (Sureness.Ruled, "the analyst ruled it");
        }

        decimal[] known = [.. lost.Where(l => margins.ContainsKey(l.Statement)).Select(l => margins[l.Statement])];
        if (known.Length == 0)
        {
            // A pattern explains the loss: a restatement, another definition, a scale; nothing was weighed.
            return (Sureness.Likely, "the pattern explains it, nothing else speaks against the number");
        }

        decimal margin = known.Min();
        Sureness sureness = margin >= ClearMargin ? Sureness.Clear : margin >= LikelyMargin ? Sureness.Likely : Sureness.Narrow;
        HashSet<Cluster> gone = [.. lost.Select(l => l.Statement)];
        List<(Cluster Statement, int Supports)> candidates = statements.GetValueOrDefault(id) ?? [];
        var used = candidates.FirstOrDefault(s => !gone.Contains(s.Statement));
        var rival = candidates.Where(s => margins.GetValueOrDefault(s.Statement, Beyond) == margin && gone.Contains(s.Statement)).FirstOrDefault();
        string by = margin >= Beyond ? "the other way is out of the question" : string.Create(CultureInfo.InvariantCulture, $"the other way would disbelieve {margin:0.0} statements more");
        string sides = rival.Statement is null ? "" : used.Statement is null ? $"{Speaks(rival)} for the number that was dropped; " : $"{Speaks(used)} for it, {Speaks(rival)} for the other; ";
        return (sureness, sides + by);
    }

    /// <summary>True where identities bear out the number that is left.</summary>
    public bool IsBorneOut(FigureId id, IReadOnlyList<Loss> lost) => statements.GetValueOrDefault(id)?.Exists(s => s.Supports > 0 && lost.All(l => l.Statement != s.Statement)) == true;

    private static string Speaks((Cluster Statement, int Supports) side)
    {
        int documents = (side.Statement.Own.Count > 0 ? side.Statement.Own : side.Statement.Mentions).Select(m => m.Provenance.Document).Distinct(StringComparer.Ordinal).Count();
        return $"{Count(documents, "document", "documents")} and {Count(side.Supports, "identity", "identities")}";
    }

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? "no" : count.ToString(CultureInfo.InvariantCulture))} {(count == 1 ? one : many)}");
}
