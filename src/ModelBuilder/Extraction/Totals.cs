using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>
/// Where nobody has said which parts a company has, "revenue" alone may be that of a part named sentences before. An amount far
/// below the revenue that the document states of the whole is a part's, and which part is not known: it is left out.
/// </summary>
internal static class Totals
{
    // a slip of a digit or a restatement moves a total by less
    private const decimal Far = 0.7m;

    /// <summary>A mention with the sentence that it stands in, and whether its name says that it is the whole ("total revenue").</summary>
    internal sealed record Said(Mention Mention, Sentence Sentence, bool Whole);

    /// <summary>The mentions without those of revenue that cannot be the whole's.</summary>
    public static List<Mention> Settle(IReadOnlyList<Said> said)
    {
        HashSet<Sentence> refuted = new(ReferenceEqualityComparer.Instance);
        foreach (var group in said.Where(s => IsTotal(s.Mention) && s.Mention is { Period: not null, Amount.Unit: Unit.Money } && s.Mention.Measure.Comparison == Comparison.Level).GroupBy(s => (s.Mention.Id, s.Mention.Amount.Currency)))
        {
            Said[] all = [.. group];
            decimal whole = Whole(all).Mention.Amount.Value;
            refuted.UnionWith(all.Where(s => !s.Whole && s.Mention.Amount.Value < whole * Far).Select(s => s.Sentence));
        }

        return [.. said.Where(s => s.Whole || !IsTotal(s.Mention) || !refuted.Contains(s.Sentence)).Select(s => s.Mention)];
    }

    private static bool IsTotal(Mention mention) => mention.Line.Name == "revenue.total";

    // what is called the whole, else what most sentences agree on, else the larger
    private static Said Whole(Said[] all)
    {
        Overlaps agreeing = new(all.DistinctBy(s => (s.Sentence, s.Mention.Amount.Interval)).Select(s => s.Mention.Amount.Interval));
        return all.OrderByDescending(s => s.Whole).ThenByDescending(s => agreeing.With(s.Mention.Amount.Interval)).ThenByDescending(s => s.Mention.Amount.Value).First();
    }
}
