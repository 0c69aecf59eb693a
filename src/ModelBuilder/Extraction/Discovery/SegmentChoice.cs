using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Which candidates are the segments: those called so, else those whose revenue sums to the total, else the businesses with stated revenue.</summary>
internal sealed class SegmentChoice
{
    // a sum of numbers known no better than this says nothing
    private const decimal Loosest = 0.04m;

    // what is misread of a part beside what is read of it
    private const int MostAmounts = 2;

    // uses of a name that is no passing one
    private const int Often = 6;

    // what is said of one part twice may be rounded by so much
    private const decimal Rounded = 0.01m;

    // between these shares of a total its parts may be all: some is left for a rest, some is sold between them
    private const decimal Whole = 0.95m;
    private const decimal Most = 1.08m;

    private readonly IReadOnlyList<Candidate> candidates;
    private readonly Dictionary<string, List<Mention>> bySlug;
    private readonly List<(IReadOnlyList<Candidate> Parts, string Period, Measure Measure)> ties = [];
    private readonly Dictionary<FiscalPeriod, decimal> totals;

    // what a bank's sentences begin with are kinds of income, not parts
    private readonly bool lends;

    private SegmentChoice(IReadOnlyList<Candidate> candidates, IReadOnlyList<Mention> mentions)
    {
        this.candidates = candidates;
        bySlug = mentions.Where(m => m.Line.Member.Length > 0).GroupBy(m => m.Line.Member, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        lends = mentions.Any(m => m.Line.Name == "net_interest_income");
        totals = mentions.Where(m => m.Line.Member == "total" && IsAmount(m)).GroupBy(m => m.Period!.Value).ToDictionary(g => g.Key, g => g.Max(m => m.Amount.Value));
        FindTies(mentions);
    }

    /// <summary>The segments.</summary>
    /// <param name="Segments">In the order of the documents.</param>
    /// <param name="Same">Candidates that are other names of a segment.</param>
    /// <param name="Reason">Why these.</param>
    internal sealed record Choice(IReadOnlyList<Candidate> Segments, IReadOnlyDictionary<Candidate, Candidate> Same, string Reason);

    public static Choice Of(IReadOnlyList<Candidate> candidates, IReadOnlyList<Mention> mentions)
    {
        SegmentChoice choice = new(candidates, mentions);
        (Choice? called, bool complete) = choice.Called();
        (Choice? summing, bool plain) = choice.Summing();
        bool better = plain && summing!.Segments.Count >= (called?.Segments.Count ?? 0) && summing.Segments.Any(s => !s.Region);
        return (complete ? called : better ? summing : called) ?? summing ?? choice.Stated();
    }

    private int Numbers(Candidate candidate) => bySlug.GetValueOrDefault(candidate.Slug)?.Count ?? 0;

    private bool StatesRevenue(Candidate candidate) => bySlug.GetValueOrDefault(candidate.Slug)?.Exists(m => m.Line.Family == "revenue" && m.Period is not { Kind: PeriodKind.Month }) ?? false;

    // of a part that has its turn among others some calls give the profit only
    private bool StatesResult(Candidate candidate) => StatesRevenue(candidate) || (candidate.Topic > 0 && (candidate.Region || Numbers(candidate) > 0) && candidates.Any(c => c.Region == candidate.Region && c.Topic > 0 && StatesRevenue(c)));

    private bool StatesAmount(Candidate candidate) => bySlug[candidate.Slug].Exists(m => m.Line.Family == "revenue" && m.Measure == Measure.Level);

    private (Choice?, bool Complete) Called()
    {
        List<Candidate> called = [.. candidates.Where(c => c.Segment > 0 && (Numbers(c) > 0 || c.Segment >= 2))];
        called.RemoveAll(c => called.Exists(longer => Shortens(c, longer)));
        called.RemoveAll(c => IsPart(c, called));
        if (called is [{ Region: true }] or [{ Slug: "international" }] && candidates.FirstOrDefault(c => c.Slug is "us" or "domestic" or "north_america" && c != called[0] && StatesRevenue(c)) is { } home)
        {
            // what is international has its other half at home, however that is called
            called = [home, .. called];
            home.Segment = Math.Max(home.Segment, 2);
        }

        if (called.Count(c => c.Segment >= 2 || Numbers(c) >= 2) < 2 || !called.Exists(StatesRevenue))
        {
            return called.Count(c => Numbers(c) > 0 || c.Segment >= 2) >= 2 ? (new Choice(called, Same(called), "called segments"), false) : (null, false);
        }

        (IReadOnlyList<Candidate> parts, string period, _) = ties.Where(t => called.TrueForAll(t.Parts.Contains)).OrderBy(t => t.Parts.Count).FirstOrDefault();
        if (parts is null)
        {
            Fill(called, c => c.Topic > 0);
        }

        IReadOnlyList<Candidate> all = parts is null ? called : [.. candidates.Where(parts.Contains)];
        return (new Choice(all, Same(all), "called segments" + (parts is null ? Coverage(called) : $"; their revenue sums to the total in {period}")), parts is not null);
    }

    private (Choice?, bool Plain) Summing()
    {
        var sets = ties.GroupBy(t => string.Join('|', t.Parts.Select(p => p.Slug).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Select(g => (g.First().Parts, Periods: g.Select(t => t.Period + t.Measure).Distinct().Count(), First: g.First().Period, Rivals: g.Min(t => ties.Count(u => u.Period == t.Period && u.Measure == t.Measure))))
            .Where(s => s.Rivals <= 3 || s.Periods >= 2)
            .Where(s => !s.Parts.Any(p => IsPart(p, [.. s.Parts])))
            .OrderByDescending(s => s.Parts.All(p => p.Region) ? 0 : 1)
            .ThenByDescending(s => s.Parts.Count(p => p.Segment + p.Business > 0) * 2 >= s.Parts.Count ? 1 : 0)
            .ThenByDescending(s => s.Periods)
            .ThenByDescending(s => s.Parts.Sum(p => p.Total) / (double)s.Parts.Count)
            .ThenBy(s => s.Parts[0].Slug, StringComparer.Ordinal)
            .ToList();
        if (sets.Count == 0)
        {
            return (null, false);
        }

        IReadOnlyList<Candidate> parts = [.. candidates.Where(sets[0].Parts.Contains)];
        return (new Choice(parts, Same(parts), $"their revenue sums to the total in {sets[0].First}" + (sets[0].Periods > 1 ? FormattableString.Invariant($" and {sets[0].Periods - 1} more") : "")), sets[0].Rivals == 1 || sets[0].Periods >= 2);
    }

    private Choice Stated()
    {
        // what the document turns to one after the other; regions only where nothing else is, and then all of them
        List<Candidate> turned = [.. candidates.Where(c => (c.Topic > 0 || c.Segment > 0) && StatesResult(c))];
        turned = turned.TrueForAll(c => c.Region) ? [.. candidates.Where(c => c.Region && StatesResult(c) && turned.Count >= 2)] : [.. turned.Where(c => !c.Region)];
        turned.RemoveAll(c => IsPart(c, turned));
        if (turned.Count(c => c.Topic > 0) >= 2)
        {
            Fill(turned, _ => true);
            return new Choice(turned, Same(turned), "a guess: what the documents turn to one after the other" + Coverage(turned));
        }

        // once some are called businesses, what a passage turns to between them is one too
        bool named = candidates.Any(c => c.Segment + c.Business > 0 && StatesRevenue(c));
        List<Candidate> stated = [.. candidates.Where(c => (c.Segment + c.Business >= 2 && Numbers(c) > 0) || StatesRevenue(c) && (c.Segment + c.Business > 0 || (c.Topic > 0 && !c.Region && (named || StatesAmount(c)))))];
        stated.RemoveAll(c => IsPart(c, stated));
        if ((stated.Count < 2 || !stated.Exists(StatesRevenue)) && !lends)
        {
            // what sentence after sentence begins with
            stated = [.. candidates.Where(c => !c.Region && (c.Lead > 0 || c.Topic + c.Segment + c.Business > 0) && Numbers(c) > 0)];
            stated.RemoveAll(c => IsPart(c, stated));
            stated = stated.Count(c => c.Lead + c.Topic > 0) < 2 || !stated.Exists(c => c.Lead > 0) || !stated.Exists(StatesRevenue) || (Covered(stated) is { } period && Share(stated, period) > Most) ? [] : stated;
        }

        return stated.Count >= 2
            ? new Choice(stated, Same(stated), "a guess: parts of the company whose revenue is spoken of" + Coverage(stated))
            : new Choice([], new Dictionary<Candidate, Candidate>(), "no parts of the company found whose revenue is stated");
    }

    // how much of the total the parts are, in the period that states most of them
    private string Coverage(IReadOnlyList<Candidate> parts)
    {
        if (Covered(parts) is not { } period)
        {
            return "; nothing shows that they are all";
        }

        decimal share = Share(parts, period);
        return FormattableString.Invariant($"; in {period} {parts.Count(p => AmountIn(p, period) is not null)} of {parts.Count} state {share * 100:0}% of the total")
            + (share < 0.97m ? ": look for what is missing" : share > 1.03m ? ": look for what is counted twice, or taken out between them" : "");
    }

    // where the parts that a document turns to leave a gap in the total, others whose amounts fit into it are parts too
    private void Fill(List<Candidate> parts, Func<Candidate, bool> may)
    {
        if (Covered(parts) is { } period && Share(parts, period) < Whole)
        {
            foreach (Candidate other in candidates.Where(c => !c.Region && may(c) && !parts.Contains(c) && AmountIn(c, period) is not null).OrderByDescending(c => AmountIn(c, period)).ToArray())
            {
                if (Share(parts, period) < Whole && Share([.. parts, other], period) <= Most && !IsPart(other, [.. parts, other]))
                {
                    parts.Add(other);
                }
            }

            // a part that this period says nothing of, but that another period's revenue is stated of as theirs is
            if (Share(parts, period) < Whole)
            {
                parts.AddRange(candidates.Where(c => !c.Region && c.Topic > 0 && !parts.Contains(c) && !bySlug.GetValueOrDefault(c.Slug, []).Exists(m => m.Period == period) && !IsPart(c, [.. parts, c])
                    && bySlug.GetValueOrDefault(c.Slug, []).Exists(m => m.Line.Family == "revenue" && m.Measure.Comparison == Comparison.Level && parts.Exists(p => bySlug.GetValueOrDefault(p.Slug, []).Exists(o => o.Period == m.Period && o.Measure == m.Measure)))).ToArray());
            }

            // one that is named all the time, of which only the growth is told
            if (Share(parts, period) < Whole)
            {
                parts.AddRange(candidates.Where(c => !c.Region && c.Lead > 0 && c.Forms.Values.Sum() >= Often && char.IsUpper(c.Form[0]) && !parts.Contains(c) && AmountIn(c, period) is null && StatesRevenue(c) && !IsPart(c, [.. parts, c])).ToArray());
            }

            parts.Sort(Comparer<Candidate>.Create((a, b) => IndexOf(a).CompareTo(IndexOf(b))));
        }

        int IndexOf(Candidate candidate) => candidates.TakeWhile(c => c != candidate).Count();
    }

    private FiscalPeriod? Covered(IReadOnlyList<Candidate> parts) => totals.Keys
        .Select(p => (Period: p, Count: parts.Count(c => AmountIn(c, p) is not null))).Where(p => p.Count >= 2)
        .OrderByDescending(p => p.Count).ThenByDescending(p => p.Period).Select(p => (FiscalPeriod?)p.Period).FirstOrDefault();

    private decimal Share(IReadOnlyList<Candidate> parts, FiscalPeriod period) => parts.Sum(c => AmountIn(c, period) ?? 0) / totals[period];

    private decimal? AmountIn(Candidate candidate, FiscalPeriod period) => bySlug.GetValueOrDefault(candidate.Slug)?.Find(m => m.Period == period && IsAmount(m))?.Amount.Value;

    private static bool IsAmount(Mention mention) => mention is { Line: { Family: "revenue", Basis: "" }, Period: not null, Amount: { Unit: Unit.Money, Value: > 0 } } && mention.Measure == Measure.Level;

    // "the lighting segment" for the garden lighting segment
    private bool Shortens(Candidate shorter, Candidate longer) => longer != shorter && longer.Segment > 0 && longer.Segment >= shorter.Segment
        && longer.Slug.EndsWith("_" + shorter.Slug, StringComparison.Ordinal) && candidates.Count(c => c.Segment > 0 && c.Slug.EndsWith("_" + shorter.Slug, StringComparison.Ordinal)) == 1;

    // "Nordic fishing" is part of "global fishing"; "river boats" of "boats"
    private static bool IsPart(Candidate candidate, List<Candidate> among)
    {
        string[] words = candidate.Slug.Split('_');
        return among.Exists(a =>
        {
            string[] whole = a.Slug.Split('_');
            string[] tail = whole.Length > 1 && Regions.IsWorld(whole[0]) ? whole[1..] : whole;
            return a != candidate && ((words.Length > whole.Length && words.AsSpan(0, whole.Length).SequenceEqual(whole)) || ((tail.Length < whole.Length || words.Length > whole.Length) && words.Length >= tail.Length && words.AsSpan(words.Length - tail.Length).SequenceEqual(tail) && !Regions.IsWorld(words[0])));
        });
    }

    // two names that take the same place in the sums of two periods, or state the same amount of one, are one part's
    private Dictionary<Candidate, Candidate> Same(IReadOnlyList<Candidate> segments)
    {
        Dictionary<Candidate, Candidate> same = [];
        foreach ((IReadOnlyList<Candidate> parts, _, _) in ties.Where(t => t.Parts.Count == segments.Count && t.Parts.Count(segments.Contains) == segments.Count - 1))
        {
            Candidate other = parts.First(p => !segments.Contains(p)), missing = segments.First(s => !parts.Contains(s));
            if (!Differ(other, missing) && Words(other).Intersect(Words(missing)).Any())
            {
                same.TryAdd(other, missing);
            }
        }

        foreach (Candidate other in candidates.Where(c => !segments.Contains(c) && StatesRevenue(c)))
        {
            if (segments.Concat(same.Keys).FirstOrDefault(s => s != other && Words(s)[^1] == Words(other)[^1] && !Differ(other, s) && Pairs(other, s).Any(p => p.A.Measure == Measure.Level && p.A.Amount.Value == p.B.Amount.Value)) is { } twin)
            {
                same.TryAdd(other, same.GetValueOrDefault(twin, twin));
            }
        }

        return same;

        static string[] Words(Candidate candidate) => candidate.Slug.Split('_');
    }

    private bool Differ(Candidate a, Candidate b) => Pairs(a, b).Sum(p => p.A.Amount.Interval.Overlaps(p.B.Amount.Interval) || Math.Abs(p.A.Amount.Value - p.B.Amount.Value) <= Math.Abs(p.A.Amount.Value) * Rounded ? -1 : 1) > 0;

    // what both state of one period
    private IEnumerable<(Mention A, Mention B)> Pairs(Candidate a, Candidate b) =>
        from m in bySlug.GetValueOrDefault(a.Slug) ?? []
        from n in bySlug.GetValueOrDefault(b.Slug) ?? []
        where m.Line.Family == n.Line.Family && m.Line.Basis == n.Line.Basis && m.Period is not null && m.Period == n.Period && m.Measure == n.Measure && m.Amount.Unit == n.Amount.Unit && m.Amount.Currency == n.Amount.Currency
        select (m, n);

    private void FindTies(IReadOnlyList<Mention> mentions)
    {
        var money = mentions.Where(m => m.Line.Family == "revenue" && m.Amount is { Unit: Unit.Money, Value: > 0 } && m.Period is not null && m.Measure.Comparison == Comparison.Level)
            .GroupBy(m => (m.Period!.Value, m.Measure, m.Amount.Currency, m.Line.Basis)).OrderBy(g => g.Key.Value).ThenBy(g => g.Key.Basis, StringComparer.Ordinal).ThenBy(g => g.Key.Measure).ThenBy(g => g.Key.Currency, StringComparer.Ordinal);
        foreach (var group in money)
        {
            // one number may stand for a range whose other end was not read
            Mention[] stated = [.. group, .. group.Key.Measure.Bound is GuidanceBound.Low or GuidanceBound.High
                ? mentions.Where(m => m.Line.Family == "revenue" && m.Line.Basis == group.Key.Basis && m.Period == group.Key.Value && m.Measure == new Measure(GuidanceBound.Point, Comparison.Level) && m.Amount.Currency == group.Key.Currency) : []];
            foreach (Interval total in group.Where(m => m.Line.Member == "total").Select(m => m.Amount.Interval).Distinct().Where(t => t.Width <= t.Middle * Loosest * 4))
            {
                List<(Candidate Part, Interval Amount)> parts = [.. candidates.SelectMany(c => stated.Where(m => m.Line.Member == c.Slug).Select(m => m.Amount.Interval)
                    .Where(a => a.Width <= total.Middle * Loosest * 4).OrderBy(a => a.Width).DistinctBy(a => a.Middle).Take(MostAmounts).Select(a => (c, a)))];
                if (parts.Count is < 2 or > 24)
                {
                    continue;
                }

                foreach (IReadOnlyList<int> set in SumSearch.Find([.. parts.Select(p => p.Amount)], total).Where(s => s.Select(i => parts[i].Part).Distinct().Count() == s.Count))
                {
                    ties.Add(([.. set.Select(i => parts[i].Part)], group.Key.Value.ToString(), group.Key.Measure));
                }
            }
        }
    }
}
