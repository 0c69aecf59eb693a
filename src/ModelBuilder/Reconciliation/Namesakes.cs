using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// One document gives two results of different names the same number, to the last digit: one of the names is wrong. The name
/// that another document bears out stays, otherwise the one that was used first.
/// </summary>
internal static class Namesakes
{
    private static readonly string[] Results =
        ["gross_profit", "operating_income", "ebit", "ebitda", "net_income", "operating_cash_flow", "free_cash_flow"];

    // A document that names two results so often does not confuse their names; it is nonsense.
    private const int MostPairs = 20_000;

    public static List<Loss> Find(IReadOnlyDictionary<FigureId, List<Cluster>> stated, Numbers numbers)
    {
        var losses = new List<Loss>();
        var clusters = stated.Where(s => s.Key.Measure == Measure.Level && Results.Contains(s.Key.Line.Name, StringComparer.Ordinal)).OrderBy(s => s.Key).SelectMany(s => s.Value).ToList();
        foreach (var document in clusters.SelectMany(c => c.Own.Select(m => (Cluster: c, Mention: m))).GroupBy(s => s.Mention.Provenance.Document, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var said = document.ToList();
            LineKey[] lines = [.. said.Select(s => s.Cluster.Id.Line).Distinct().Order()];
            foreach (LineKey a in lines)
            {
                foreach (LineKey b in lines.Where(l => l.CompareTo(a) > 0 && l.Basis == a.Basis && !Synonyms(l, a)))
                {
                    Compare(a, b, said, losses, numbers);
                }
            }
        }

        return losses;
    }

    private static void Compare(LineKey a, LineKey b, List<(Cluster Cluster, Mention Mention)> said, List<Loss> losses, Numbers numbers)
    {
        var first = said.Where(s => s.Cluster.Id.Line == a).ToList();
        var second = said.Where(s => s.Cluster.Id.Line == b).ToList();
        if (first.Count * (long)second.Count > MostPairs)
        {
            return;
        }

        var shared = first.Join(second, x => x.Cluster.Id.Period, y => y.Cluster.Id.Period, (x, y) => (A: x, B: y)).ToList();
        bool same = shared.Count > 0 && shared.All(p => p.A.Mention.Amount.Value == p.B.Mention.Amount.Value && p.A.Mention.Amount.Currency == p.B.Mention.Amount.Currency);
        int periods = shared.Select(p => p.A.Cluster.Id.Period).Distinct().Count();
        if (!same || shared.Any(p => Significant(p.A.Mention.Amount) < (periods > 1 ? 3 : 4)))
        {
            return;
        }

        bool elsewhereA = shared.Any(p => Elsewhere(p.A.Cluster, p.A.Mention)), elsewhereB = shared.Any(p => Elsewhere(p.B.Cluster, p.B.Mention));
        if (elsewhereA && elsewhereB)
        {
            return;
        }

        bool aStays = elsewhereA || (!elsewhereB && First(first).CompareTo(First(second)) <= 0);
        (LineKey right, LineKey wrong) = aStays ? (a, b) : (b, a);
        foreach (Cluster cluster in shared.Select(p => aStays ? p.B.Cluster : p.A.Cluster).Distinct())
        {
            losses.Add(new Loss(cluster, LossKind.Contradiction,
                $"The same document gives {numbers.Of(cluster.Amount)} as {right} of {cluster.Id.Period}{(periods > 1 ? ", and so for every period it names" : "")}: {wrong} is the wrong name."));
        }
    }

    private static bool Elsewhere(Cluster cluster, Mention mention) => cluster.Mentions.Any(m => m.Provenance.Document != mention.Provenance.Document);

    private static (int Line, int Start) First(List<(Cluster Cluster, Mention Mention)> mentions) => mentions.Min(m => (m.Mention.Provenance.Line, m.Mention.Provenance.Start));

    private static bool Synonyms(LineKey a, LineKey b) => a.Name is "ebit" or "operating_income" && b.Name is "ebit" or "operating_income";

    private static int Significant(Amount amount) =>
        amount.Precision == 0 ? 9 : amount.Value == 0 ? 0 : (int)Math.Floor(Math.Log10((double)Math.Abs(amount.Value) / (2 * (double)amount.Precision))) + 1;
}
