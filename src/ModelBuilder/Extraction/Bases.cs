using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Settles bases that a document leaves out: a margin said once as adjusted and once without the word.</summary>
internal static class Bases
{
    /// <summary>The lines of a sentence; "adjusted operating profit (A) and net profit (B)" says adjusted of both.</summary>
    public static List<LineRef> Inherit(Clause clause)
    {
        List<LineRef> lines = [.. clause.Lines];
        for (int i = 1; i < lines.Count; i++)
        {
            LineRef before = lines[i - 1], line = lines[i];
            if (line.Basis.Length == 0 && before.Basis.Length > 0 && IsResult(before.Key) && IsResult(line.Key) && Joined(clause, before.End, line.First))
            {
                lines[i] = line with { Basis = before.Basis, Doubt = line.Doubt ?? $"'{before.Basis}' is said of the line before it" };
            }
        }

        return lines;
    }

    private static bool IsResult(string key) => Vocabulary.MarginOf(key) is not null || Vocabulary.ProfitOf(key) is not null;

    private static bool Joined(Clause clause, int from, int to)
    {
        if (clause.Word(to - 1) is not "and")
        {
            return false;
        }

        for (int i = from; i < to; i++)
        {
            if (clause.Word(i) is "was" or "were" or "," or "is" || (!clause.Claimed[i] && !Fillers.IsFiller(clause.Word(i)) && clause.Word(i) is not (")" or "and")))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The mentions, those whose adjusted twin overlaps moved to that basis with a doubt.</summary>
    public static IReadOnlyList<Mention> Settle(List<Mention> mentions)
    {
        Dictionary<(string, FiscalPeriod?, Measure), Overlaps> adjusted = mentions.Where(m => m.Line.Basis == "adjusted").GroupBy(m => (m.Line.Name, m.Period, m.Measure)).ToDictionary(g => g.Key, g => new Overlaps(g.Select(m => m.Amount.Interval)));
        return [.. mentions.Select(m => m.Line.Basis.Length == 0 && m.Amount.Unit is Unit.Ratio && m.Line.Family != "revenue"
            && adjusted.TryGetValue((m.Line.Name, m.Period, m.Measure), out Overlaps? twins) && twins.With(m.Amount.Interval) > 0
            ? m with { Line = m.Line.On("adjusted"), Doubts = [.. m.Doubts, "the document calls the same figure adjusted elsewhere"] }
            : m)];
    }
}
