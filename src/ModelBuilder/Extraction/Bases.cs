using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Settles bases that a document leaves out: a margin said once as adjusted and once without the word.</summary>
internal static class Bases
{
    /// <summary>The mentions, those whose adjusted twin overlaps moved to that basis with a doubt.</summary>
    public static IReadOnlyList<Mention> Settle(List<Mention> mentions)
    {
        ILookup<(string, FiscalPeriod?, Measure), Mention> adjusted = mentions.Where(m => m.Line.Basis == "adjusted").ToLookup(m => (m.Line.Name, m.Period, m.Measure));
        return [.. mentions.Select(m => m.Line.Basis.Length == 0 && m.Amount.Unit is Unit.Ratio && m.Line.Family != "revenue"
            && adjusted[(m.Line.Name, m.Period, m.Measure)].Any(a => a.Amount.Interval.Overlaps(m.Amount.Interval))
            ? m with { Line = m.Line.On("adjusted"), Doubts = [.. m.Doubts, "the document calls the same figure adjusted elsewhere"] }
            : m)];
    }
}
