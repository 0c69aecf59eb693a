namespace ModelBuilder.Extraction;

/// <summary>
/// Footnote marks that lost their place and stand as one more digit: "305.81 million" for 305.8 with mark 1. A document that prints its
/// amounts with so many decimals hardly ever prints one more; what cannot be told apart is not stated more precisely than the others are.
/// </summary>
internal sealed class FusedMarks
{
    // so many amounts show a habit, and so many times more than those that break it
    private const int Habit = 5;

    private readonly Dictionary<string, int> usual = new(StringComparer.Ordinal);

    /// <summary>Reads a document's habits, for each scale its own.</summary>
    public FusedMarks(IReadOnlyList<Sentence> sentences)
    {
        foreach (var scale in sentences.SelectMany(s => s.Quantities.Select(q => (Scale: ScaleOf(s.Tokens, q), Decimals: Decimals(s.Tokens[q.Number].Text)))).Where(x => x.Scale.Length > 0).GroupBy(x => x.Scale, StringComparer.Ordinal))
        {
            for (int decimals = 1; decimals <= 2; decimals++)
            {
                int those = scale.Count(x => x.Decimals == decimals), longer = scale.Count(x => x.Decimals > decimals);
                if (those >= Habit && those >= Habit * longer && longer > 0)
                {
                    usual[scale.Key] = decimals;
                }
            }
        }
    }

    /// <summary>Takes the digit that may be a mark out of the precision of a sentence's numbers, with a doubt.</summary>
    public void Apply(Clause clause)
    {
        for (int i = 0; i < clause.Quantities.Count && usual.Count > 0; i++)
        {
            Quantity q = clause.Quantities[i];
            string text = clause.Tokens[q.Number].Text;
            if (usual.TryGetValue(ScaleOf(clause.Tokens, q), out int decimals) && Decimals(text) == decimals + 1 && text[^1] != '0')
            {
                clause.Quantities[i] = q with { Precision = q.Precision * 10, Doubt = q.Doubt ?? $"'{text}' has a digit more than the other amounts: it may be a footnote's mark" };
            }
        }
    }

    private static string ScaleOf(List<Token> tokens, Quantity q) =>
        q.Ends is not null || q.Flat || q.Number + 1 >= tokens.Count ? "" : q.Kind == QuantityKind.Percent ? "%" : q is { Kind: QuantityKind.Money, HasScale: true } ? tokens[q.Number + 1].Norm : "";

    private static int Decimals(string text) => text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? text.Length - dot - 1 : 0;
}
