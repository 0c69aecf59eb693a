using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Mentions of one figure that agree: the most precise one and all that say or round the same number.</summary>
internal sealed class Cluster
{
    private const decimal Coarser = 4;

    // A number so rough that it agrees with more than these says nothing about any.
    private const int MostAgreeing = 24;
    private readonly List<Mention> mentions = [];
    private readonly Interval core;

    private Cluster(FigureId id, Mention core)
    {
        Id = id;
        Interval = this.core = Heard.Interval(core);
        Value = core.Amount.Value;
        mentions.Add(core);
    }

    /// <summary>The figure, balances by quarter.</summary>
    public FigureId Id { get; }

    /// <summary>Where the number lies if these mentions are right.</summary>
    public Interval Interval { get; private set; }

    /// <summary>The number.</summary>
    public decimal Value { get; private set; }

    /// <summary>The mentions, the most precise first.</summary>
    public IReadOnlyList<Mention> Mentions => mentions;

    /// <summary>Mentions that agree with no other cluster of the figure, and so speak for this one.</summary>
    public List<Mention> Own { get; } = [];

    /// <summary>The number as stated, or as the mentions together give it.</summary>
    public Amount Amount => mentions[0].Amount is var a && a.Value == Value ? a : new Amount(Value, Interval.Width / 2, a.Unit, a.Currency, a.Approximate);

    /// <summary>A ruling: exactly this number.</summary>
    public static Cluster Ruled(FigureId id, decimal value, IReadOnlyList<Mention> said)
    {
        var cluster = new Cluster(id, said[0]) { Value = value, Interval = Interval.Of(value) };
        cluster.mentions.AddRange(said.Skip(1));
        cluster.Own.AddRange(said);
        return cluster;
    }

    /// <summary>The candidates for one figure, the most precise first. Independent of the order of the mentions.</summary>
    public static List<Cluster> Of(FigureId id, IEnumerable<Mention> mentions)
    {
        var clusters = new List<Cluster>();
        var byValue = new List<(decimal Value, int Number)>();
        decimal widest = 0;
        foreach (Mention mention in mentions.Order(MentionOrder.Instance))
        {
            // The most precise come first, so that no cluster is wider than what is looked up.
            Interval heard = Heard.Interval(mention);
            widest = Math.Max(widest, heard.Width);
            decimal reach = 2 * (widest + mention.Amount.Precision);
            Cluster[] agreeing = [.. Between(heard.Low - reach, heard.High + reach).Order().Select(i => clusters[i]).Where(c => c.Agrees(mention, heard)).Take(MostAgreeing)];
            if (agreeing.Length == 0)
            {
                var cluster = new Cluster(id, mention);
                cluster.Own.Add(mention);
                (decimal, int) place = (mention.Amount.Value, clusters.Count);
                byValue.Insert(~byValue.BinarySearch(place), place);
                clusters.Add(cluster);
                continue;
            }

            foreach (Cluster cluster in agreeing)
            {
                cluster.Join(mention, heard);
            }

            if (agreeing.Length == 1)
            {
                agreeing[0].Own.Add(mention);
            }
        }

        return clusters;

        IEnumerable<int> Between(decimal low, decimal high)
        {
            int from = byValue.BinarySearch((low, -1));
            for (int i = from < 0 ? ~from : from; i < byValue.Count && byValue[i].Value <= high; i++)
            {
                yield return byValue[i].Number;
            }
        }
    }

    private bool Agrees(Mention mention, Interval heard) => heard.Overlaps(Interval)
        || (IsCoarse(heard) && Truncated(mention.Amount).Contains(Value));

    private void Join(Mention mention, Interval heard)
    {
        mentions.Add(mention);

        // A rounding to fewer digits says nothing new: only mentions of like precision narrow each other.
        if (IsCoarse(heard) || Interval.Intersect(heard) is not { } both)
        {
            return;
        }

        decimal hair = 0.2m * Math.Min(Interval.Width, heard.Width);
        Interval = both.Width < hair ? both.Widen(hair) : both;
        Value = Interval.Contains(Value) ? Value : Interval.Middle;
    }

    private bool IsCoarse(Interval heard) => heard.Width > Coarser * core.Width;

    // People cut digits off as well as round them: 7,047.8 becomes 7.047 billion.
    private static Interval Truncated(Amount amount) =>
        amount.Value >= 0 ? new Interval(amount.Value, amount.Value + (2 * amount.Precision)) : new Interval(amount.Value - (2 * amount.Precision), amount.Value);
}

/// <summary>A total order of mentions: the most precise first, then by number and place.</summary>
internal sealed class MentionOrder : IComparer<Mention>
{
    public static MentionOrder Instance { get; } = new();

    public int Compare(Mention? x, Mention? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        Provenance p = x.Provenance, q = y.Provenance;
        int order = Heard.Interval(x).Width.CompareTo(Heard.Interval(y).Width);
        order = order != 0 ? order : p.Source.CompareTo(q.Source);
        order = order != 0 ? order : x.Doubts.Count.CompareTo(y.Doubts.Count);
        order = order != 0 ? order : x.Amount.Value.CompareTo(y.Amount.Value);
        order = order != 0 ? order : string.CompareOrdinal(p.Document, q.Document);
        order = order != 0 ? order : p.Line.CompareTo(q.Line);
        order = order != 0 ? order : p.Start.CompareTo(q.Start);
        order = order != 0 ? order : string.CompareOrdinal(p.Quote, q.Quote);
        return order != 0 ? order : string.CompareOrdinal(p.Path, q.Path);
    }
}
