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

    private const string Unnamed = "unnamed_part";

    /// <summary>A mention with the sentence that it stands in, and whether its name says that it is the whole ("total revenue").</summary>
    internal sealed record Said(Mention Mention, Sentence Sentence, bool Whole)
    {
        /// <summary>The part that it may be of; empty where it may be of one that is not known.</summary>
        public string? PerhapsOf { get; init; }

        /// <summary>True where it was given to a part that its sentence does not name.</summary>
        public bool Given { get; init; }
    }

    /// <summary>
    /// The mentions, those that may be of a part given to it where the document states another value of the whole, or of another part. What
    /// was given to a part that has stated another value of it before is of one whose name was not understood: of no line of a known company.
    /// </summary>
    public static List<Said> Parted(IReadOnlyList<Said> said, bool known)
    {
        Dictionary<(LineKey, Measure, FiscalPeriod?, string?), Reach> before = [];
        Dictionary<(LineKey, Measure, FiscalPeriod?, string?), List<(string? Part, Reach Reach)>> like = [];
        List<Said> kept = [];
        foreach (Said s in said)
        {
            Interval interval = s.Mention.Amount.Interval;
            Reach? earlier = before.GetValueOrDefault(Figure(s));
            if (s.Given && earlier?.Misses(interval) == true)
            {
                if (!known)
                {
                    kept.Add(s with { Mention = s.Mention with { Line = new LineKey(s.Mention.Line.Family + "." + Unnamed, s.Mention.Line.Basis), Doubts = [.. s.Mention.Doubts, $"{s.Mention.Line.Member} has stated another value: it is of a part whose name was not understood"] } });
                }

                continue;
            }

            before[Figure(s)] = Reach.Add(earlier, interval);
            List<(string? Part, Reach Reach)> parts = like.TryGetValue(Figure(s), out var have) ? have : like[Figure(s)] = [];
            int at = parts.FindIndex(p => p.Part == s.PerhapsOf);
            if (at < 0)
            {
                parts.Add((s.PerhapsOf, Reach.Add(null, interval)));
            }
            else
            {
                parts[at] = (s.PerhapsOf, Reach.Add(parts[at].Reach, interval));
            }

            kept.Add(s);
        }

        return [.. kept.Where(s => s.PerhapsOf is not "" || !Elsewhere(s)).Select(s => s.PerhapsOf is { Length: > 0 } part && Elsewhere(s)
            ? s with { Mention = s.Mention with { Line = new LineKey(Sections.Of(s.Mention.Line.Name, part), s.Mention.Line.Basis), Doubts = [.. s.Mention.Doubts, $"the document states another value of the whole: read as {part}'s, which is talked about"] } }
            : s)];

        bool Elsewhere(Said s) => like[Figure(s)].Exists(p => p.Part != s.PerhapsOf && (p.Part is null || s.PerhapsOf is not "") && p.Reach.Misses(s.Mention.Amount.Interval));
    }

    private static (LineKey, Measure, FiscalPeriod?, string?) Figure(Said said) => (said.Mention.Line, said.Mention.Measure, said.Mention.Period, said.Mention.Amount.Currency);

    // of many intervals the highest low end and the lowest high end: one that lies between them meets all
    private sealed record Reach(decimal HighestLow, decimal LowestHigh)
    {
        public static Reach Add(Reach? reach, Interval interval) => reach is null ? new Reach(interval.Low, interval.High) : new Reach(Math.Max(reach.HighestLow, interval.Low), Math.Min(reach.LowestHigh, interval.High));

        public bool Misses(Interval interval) => HighestLow > interval.High || LowestHigh < interval.Low;
    }

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
