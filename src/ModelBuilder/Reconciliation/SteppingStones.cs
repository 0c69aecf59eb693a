using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Half years and nine months that nothing states are only a way to quarters and years: those that led nowhere are dropped.</summary>
internal static class SteppingStones
{
    public static void Clear(RelationBook book, Known?[] known)
    {
        bool dropped = true;
        while (dropped)
        {
            HashSet<int> used = [.. known.Where(k => k?.Derivation is not null).SelectMany(k => k!.Operands)];
            int[] idle = [.. Enumerable.Range(0, known.Length).Where(f => known[f] is { Mentions.Count: 0 } && book.Index[f].Period.Kind is PeriodKind.Half or PeriodKind.NineMonths && !used.Contains(f))];
            foreach (int figure in idle)
            {
                known[figure] = null;
            }

            dropped = idle.Length > 0;
        }
    }
}
