using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>Periods that several numbers share, or that a clause has to itself.</content>
internal static partial class Periods
{
    // "up 3% from the third quarter of 2022, when the company posted sales of 9 million": what the clause states is of its period
    private static void OfClause(Clause clause, List<Draft> drafts)
    {
        foreach (PeriodPhrase period in clause.Periods)
        {
            int when = clause.Word(period.End) is "," ? period.End + 1 : period.End;
            if (clause.Word(when) is not "when" || period.When is PeriodWhen.This or PeriodWhen.Next)
            {
                continue;
            }

            int close = clause.Tokens.FindIndex(when, t => t.Is(";"));
            for (int i = 0; i < drafts.Count; i++)
            {
                if (drafts[i].Quantity.First > when && (close < 0 || drafts[i].Quantity.First < close) && drafts[i].Period is null && clause.Lines.Exists(l => l.First > when && l.End <= drafts[i].Quantity.First))
                {
                    drafts[i] = drafts[i] with { Period = period };
                }
            }
        }
    }

    // "A and B for the quarter and the nine months, respectively": as many numbers of a line as periods side by side
    private static List<Draft> Respectively(Clause clause, List<Draft> drafts)
    {
        if (!clause.Tokens.Any(t => t.Is("respectively")))
        {
            return drafts;
        }

        drafts = OfBoth(drafts);
        for (int p = 0; p + 1 < clause.Periods.Count; p++)
        {
            List<PeriodPhrase> row = [clause.Periods[p]];
            while (p + 1 < clause.Periods.Count && Enumerable.Range(row[^1].End, clause.Periods[p + 1].First - row[^1].End).All(i => clause.Word(i) is "and" or "," or "for" or "in" or "the" or "at" or "of" or "as"))
            {
                row.Add(clause.Periods[++p]);
            }

            int year = row[^1].Year;
            row = [.. row.Select(r => r is { When: PeriodWhen.Named, Year: 0, OfLastYear: false, EndsOn: null } ? r with { Year = year } : r)];
            if (Array.FindAll([.. drafts], d => d.Role == Role.Change) is var changes && row.Count > 1 && changes.Length == row.Count && changes.Select(d => d.Line.Key).Distinct().Count() == 1 && changes[^1].Quantity.End <= row[0].First)
            {
                // "up 3 and 5 points, respectively, on the third quarter of 2022 and 2021"
                drafts = [.. drafts.Select(d => Array.IndexOf(changes, d) is >= 0 and var n ? d with { ComparedWith = row[n], Comparison = null, Period = row.Contains(d.Period!) ? null : d.Period } : d)];
            }

            foreach (IGrouping<string, Draft> line in drafts.Where(d => d.Role != Role.Change && d.Quantity.Kind != QuantityKind.Plain).GroupBy(d => d.Line.Key).Where(g => row.Count > 1 && g.Count() == row.Count).ToList())
            {
                Draft[] stated = [.. line];
                drafts = [.. drafts.Select(d => Array.IndexOf(stated, d) is >= 0 and var n ? d with { Period = row[n], Role = d.Role == Role.Base ? Role.Level : d.Role, ComparedWith = null } : d)];
            }
        }

        return drafts;
    }

    // "profit was 4 million or 0.20 a share, down 5% and 8%, respectively": the second change is that of the second amount
    private static List<Draft> OfBoth(List<Draft> drafts)
    {
        List<Draft> levels = [.. drafts.Where(d => d.Role == Role.Level && d.Quantity.Kind == QuantityKind.Money)], changes = [.. drafts.Where(d => d is { Role: Role.Change, Quantity.Kind: QuantityKind.Percent })];
        return levels is [{ Quantity.PerShare: false } whole, { Quantity.PerShare: true } share] && changes is [{ Quantity.Kind: QuantityKind.Percent } first, { Quantity.Kind: QuantityKind.Percent } second]
            && whole.Line.Key == "net_income" && first.Line.Key == whole.Line.Key && second.Line.Key == whole.Line.Key && share.Quantity.End <= first.Quantity.First
            ? [.. drafts.Select(d => d == second ? d with { Line = d.Line with { Key = "eps", Nature = LineNature.PerShare } } : d)]
            : drafts;
    }

    private static List<Draft> Spread(List<Draft> drafts, (int From, int To)? span)
    {
        if (span is not { } years)
        {
            return drafts;
        }

        int count = years.To - years.From + 1;
        List<Draft> levels = [.. drafts.Where(d => d.Quantity.Kind == QuantityKind.Money && (d.Role == Role.Base ? d.Period is null or { Year: 0 } : d.Role != Role.Change || drafts.Count == count))];
        if (levels.Count != count || levels.Any(l => l.Line.Key != levels[0].Line.Key))
        {
            return drafts;
        }

        return [.. drafts.Select(d => levels.IndexOf(d) is >= 0 and var n ? d with { Role = Role.Level, SpreadYear = years.From + n } : d)];
    }
}
