using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>
/// A result whose name nobody understood ("(inaudible) was RMB 4 million"), named by the margin that the next sentence states: where
/// the amount over the revenue of the period is that margin, it is that margin's profit.
/// </summary>
internal static class UnnamedResult
{
    /// <summary>The place of the name that is missing before a sentence's first amount, or null where none is.</summary>
    public static int? At(Clause clause)
    {
        Quantity? first = clause.Quantities.Find(q => q.Kind != QuantityKind.Plain);
        if (first is not { Kind: QuantityKind.Money, HasScale: true } || clause.Lines.Exists(l => !l.Weak && l.First < first.First))
        {
            return null;
        }

        int at = clause.Tokens.FindIndex(t => t.Is(Disfluencies.Inaudible));
        return at >= 0 && at <= 2 && Enumerable.Range(at, first.First - at).Any(i => clause.Word(i) is "was" or "were") ? at : null;
    }

    /// <summary>The line that a margin gives to the sentence before it, or null.</summary>
    /// <param name="clause">The sentence without a name.</param>
    /// <param name="at">Where its name is missing.</param>
    /// <param name="margins">What the next sentence states.</param>
    /// <param name="known">What was stated before.</param>
    public static LineRef? Name(Clause clause, int at, IEnumerable<Mention> margins, IEnumerable<Mention> known)
    {
        Mention? margin = margins.FirstOrDefault(m => m.Measure == Measure.Level && Vocabulary.ProfitOf(m.Line.Name) is not null);
        Amount? revenue = margin is null ? null : known.LastOrDefault(m => m.Measure == Measure.Level && m.Period == margin.Period && m.Line.ToString() == "revenue.total")?.Amount;
        if (margin is null || revenue is null || clause.Quantities.First(q => q.Kind == QuantityKind.Money) is not { } q)
        {
            return null;
        }

        decimal ratio = Math.Abs(margin.Amount.Value), reach = (revenue.Value * margin.Amount.Precision) + (ratio * revenue.Precision) + q.Precision;
        return Math.Abs(Math.Abs(q.Value) - (ratio * revenue.Value)) > reach ? null
            : new LineRef(Vocabulary.ProfitOf(margin.Line.Name)!, margin.Line.Basis, LineNature.Flow, at, at + 1)
            {
                Loss = margin.Amount.Value < 0, Doubt = $"its name was not understood: over revenue it is the {margin.Line.Name} that is stated next",
            };
    }
}
