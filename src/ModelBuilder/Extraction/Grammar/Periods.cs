using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Gives each bound number of a sentence the words for its period and for what it compares with.</summary>
internal static partial class Periods
{
    /// <summary>The drafts with their period phrases.</summary>
    public static List<Draft> Assign(Clause clause, List<(int First, int End, object Item)> elements, HashSet<PeriodPhrase> compared, List<Draft> drafts, (int From, int To)? span)
    {
        List<Draft> result = [];
        HashSet<PeriodPhrase> taken = [];
        foreach (Draft draft in drafts)
        {
            PeriodPhrase? after = After(clause, elements, draft, compared, out PeriodPhrase? comparedWith, out Comparison? comparison);
            if (after is not null)
            {
                taken.Add(after);
            }

            result.Add(draft with
            {
                Period = draft.Role == Role.Base ? after ?? comparedWith ?? draft.Period : after,
                ComparedWith = draft.Role == Role.Base ? null : comparedWith,
                Comparison = draft.Comparison ?? comparison,
            });
        }

        OfClause(clause, result);
        JoinedBases.Apply(clause, result);
        for (int i = 0; i < result.Count; i++)
        {
            if (result[i].Period is null && result[i].Role != Role.Base)
            {
                result[i] = result[i] with { Period = Before(clause, result, i, compared, taken, span) ?? Sibling(clause, result, i) };
            }

            if (result[i] is { Role: Role.Change, Comparison: null, ComparedWith: null })
            {
                (Comparison? comparison, PeriodPhrase? with) = ComparisonBefore(clause, elements, result, i, compared);
                result[i] = result[i] with { Comparison = comparison, ComparedWith = with };
            }
        }

        return Spread(Respectively(clause, result), span);
    }

    private static PeriodPhrase? After(Clause clause, List<(int First, int End, object Item)> elements, Draft draft, HashSet<PeriodPhrase> compared, out PeriodPhrase? comparedWith, out Comparison? comparison)
    {
        comparedWith = null;
        comparison = null;
        int e = elements.FindIndex(x => ReferenceEquals(x.Item, draft.Quantity));
        int at = draft.Line.Nature == LineNature.Count ? Math.Max(draft.Line.End, draft.Quantity.End) : draft.Quantity.End;
        // "45,000 barrels of oil a day in the quarter": what is counted stands between
        int unit = at;
        while (draft is { Line.Nature: LineNature.Count, Quantity.Kind: not QuantityKind.Percent } && unit < clause.Tokens.Count && unit < at + 6 && clause.Tokens[unit].Kind == TokenKind.Word && !elements.Exists(x => x.First == unit) && !(clause.Word(unit) is "since" or "in" or "for" or "during" or "and" or "at" or "as" or "or"))
        {
            unit++;
        }

        at = unit;
        bool passed = false;
        for (int k = e + 1; k < elements.Count; k++)
        {
            // "0.14 a share based on 76 million diluted shares in the year-ago quarter"
            int based = Enumerable.Range(at, 4).FirstOrDefault(i => clause.Word(i) is "based", -1);
            at = based >= 0 && clause.Word(based + 1) is "on" ? Math.Max(at, Enumerable.Range(based, 10).LastOrDefault(i => clause.Word(i) is "shares", at - 1) + 1) : at;
            if (elements[k].First < at)
            {
                continue;
            }

            if (elements[k].Item is LineRef line && line.First - at <= 3 && (line.Key == draft.Line.Key || line.Key == draft.ShareOf || (draft.ShareOf is null && line.Key == "revenue.total" && draft.Line.Key.StartsWith("share_of_revenue.", StringComparison.Ordinal) && clause.Word(at) is "of")))
            {
                at = line.End;
                continue;
            }

            if (!Adjacent(clause, at, elements[k].First))
            {
                return null;
            }

            switch (elements[k].Item)
            {
                case PeriodPhrase month when comparedWith is not null && month is { Shape: PeriodShape.Month, AtEnd: false }:
                    // "down 40% compared to the prior year in June"
                    return month;
                case PeriodPhrase period when compared.Contains(period):
                    comparedWith ??= period;
                    break;
                case PeriodPhrase period when passed && draft.Role != Role.Base:
                    comparedWith ??= draft.Role == Role.Change ? period : null;
                    return null;
                // "was at 5% prior year was at 6%": the period opens the next statement
                case PeriodPhrase { When: PeriodWhen.YearAgo or PeriodWhen.Last } period when clause.Word(period.End) is "was" or "were" && elements.Skip(k + 1).FirstOrDefault().Item is Quantity later && later.First - period.End <= 3:
                    return null;
                case PeriodPhrase period:
                    bool next = k + 1 < elements.Count && elements[k + 1].Item is LineRef or Quantity && elements[k + 1].First - period.End <= 1 && clause.Word(period.End) is not ",";
                    return next && Enumerable.Range(at, Math.Max(period.First - at, 0)).Any(i => clause.Word(i) is ",") ? null : period;
                case Marker { Kind: MarkerKind.YearOverYear }:
                    comparison ??= Comparison.GrowthYoy;
                    break;
                case Marker { Kind: MarkerKind.QuarterOverQuarter }:
                    comparison ??= Comparison.GrowthQoq;
                    break;
                case Marker { Kind: MarkerKind.From or MarkerKind.Compared }:
                    passed = true;
                    break;
                case Marker { Kind: MarkerKind.Up or MarkerKind.Down }:
                    break;
                // "5 million or 12% of sales in the second quarter of 2020": one amount said twice
                case Quantity other when clause.Word(other.First - 1) is "or" && other.First - at <= 2:
                    break;
                case LineRef { Key: "revenue.total" } of when clause.Word(of.First - 1) is "of" && k > 0 && elements[k - 1].Item is Quantity { Kind: QuantityKind.Percent }:
                    break;
                default:
                    return null;
            }

            at = elements[k].End;
        }

        return null;
    }

    private static bool Adjacent(Clause clause, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (clause.Word(i) is not ("in" or "for" or "during" or "of" or "the" or "at" or "a" or "an" or "as" or "our" or "over" or "on" or "basis" or "net" or "or" or "per" or "share" or "diluted" or "basic" or "common" or "fully" or "ads" or "slight" or "when" or "by" or "end" or "midpoint" or "so" or "far" or ")" or "organically" or "organic" or "constant" or "currency" or "currencies" or "local"
                or "than" or "margin" or "rate" or "level" or "figure" or "result" or "what" or "we" or "reported" or "recorded" or "posted" or "achieved"))
            {
                if (clause.Word(i) is "," && i == from && clause.Word(i + 1) is "in" or "for" or "during")
                {
                    continue;
                }

                return clause.Word(i) is "," && ((i == from && (to == from + 1 || clause.Word(i + 1) is "so")) || (i == to - 1 && clause.Word(i - 1) is "share" && i > from));
            }
        }

        return true;
    }

    private static PeriodPhrase? Before(Clause clause, List<Draft> drafts, int i, HashSet<PeriodPhrase> compared, HashSet<PeriodPhrase> taken, (int From, int To)? span)
    {
        int floor = i > 0 && drafts[i - 1].Line != drafts[i].Line ? drafts[i - 1].Quantity.End : 0;
        PeriodPhrase? near = clause.Periods.LastOrDefault(p => p.End <= drafts[i].Quantity.First && p.First >= floor && !compared.Contains(p) && !taken.Contains(p) && !IsPast(clause, p));
        near ??= clause.Periods.LastOrDefault(p => p.End <= drafts[i].Quantity.First && !compared.Contains(p) && !taken.Contains(p) && !IsPast(clause, p));
        return span is not null && near is { Shape: PeriodShape.Year } ? near with { Year = span.Value.To } : near;
    }

    // "since the third quarter of 2022" dates a beginning
    private static bool IsPast(Clause clause, PeriodPhrase period) => IsOfReason(clause, period) || clause.Word(period.First - 1) is "since" or "until" or "after" or "before"
        || Enumerable.Range(Math.Max(0, period.First - 3), Math.Min(3, period.First)).Any(i => clause.Word(i) is "excluding")
        || (clause.Word(period.First - 1) is "the" && clause.Word(period.First - 2) is "since" or "until")
        || clause.Exclusions.Exists(x => x.First < period.First && period.First < x.End);

    // "due in part to a large sale in the fourth quarter of 2022, net revenue rose": dates the reason, which a comma closes
    private static bool IsOfReason(Clause clause, PeriodPhrase period)
    {
        Marker? reason = clause.Markers.LastOrDefault(m => m.Kind == MarkerKind.Stop && m.End <= period.First && clause.Word(m.First) is not (";" or "\u2014"));
        return reason is not null && clause.Word(period.End) is "," && Enumerable.Range(reason.End, period.First - reason.End).All(i => clause.Word(i) is not ("," or "and" or "while")) && !clause.Quantities.Exists(q => q.First >= reason.End && q.End <= period.First);
    }

    private static PeriodPhrase? Sibling(Clause clause, List<Draft> drafts, int i)
    {
        // the growth of a level just stated is of its period; of a list the period said last holds for all
        if (i > 0 && drafts[i].Role is Role.Change or Role.Share && drafts[i - 1].Role is not Role.Base && drafts[i - 1].Line.Key == drafts[i].Line.Key)
        {
            return drafts[i - 1].Period;
        }

        // "bought 2 million shares during the quarter at a cost of 9 million": what was paid for what was counted
        if (i > 0 && drafts[i].Line.Key == "share_repurchases" && drafts[i - 1].Line.Key == "kpi.shares_repurchased")
        {
            return drafts[i - 1].Period;
        }

        int compared = clause.Markers.Find(m => m.Kind is MarkerKind.Compared or MarkerKind.From && m.First >= drafts[i].Quantity.End)?.First ?? clause.Tokens.Count;
        for (int k = i + 1; k < drafts.Count; k++)
        {
            // "profit was A, compared with profit of B a year ago": the period is that of B
            if (compared < drafts[k].Quantity.First)
            {
                break;
            }

            if (drafts[k].Role != Role.Base && drafts[k].Period is { } later)
            {
                return later;
            }
        }

        for (int k = i - 1; k >= 0; k--)
        {
            if (drafts[k].Role != Role.Base && drafts[k].Period is { } earlier)
            {
                return earlier;
            }
        }

        return null;
    }

    private static (Comparison?, PeriodPhrase?) ComparisonBefore(Clause clause, List<(int First, int End, object Item)> elements, List<Draft> drafts, int i, HashSet<PeriodPhrase> compared)
    {
        Draft draft = drafts[i];
        int e = elements.FindIndex(x => ReferenceEquals(x.Item, draft.Quantity));
        for (int k = e - 1; k >= 0 && elements[k].Item is not Quantity; k--)
        {
            switch (elements[k].Item)
            {
                case Marker { Kind: MarkerKind.YearOverYear }:
                    return (Comparison.GrowthYoy, null);
                case Marker { Kind: MarkerKind.QuarterOverQuarter }:
                    return (Comparison.GrowthQoq, null);
                case PeriodPhrase period when compared.Contains(period):
                    return (null, period);
            }
        }

        // "up 3% in stores and 5% online versus last year"; "rose 6 million and fell 40 basis points"
        if (i > 0 && drafts[i - 1] is { Role: Role.Change } earlier && (earlier.Comparison is not null || earlier.ComparedWith is not null) && !compared.Any(p => p.First > draft.Quantity.End))
        {
            return (earlier.Comparison, earlier.ComparedWith);
        }

        // the base that follows says it: "a fall of 8% from 25 million last quarter"
        for (int k = i + 1; k < drafts.Count && drafts[k].Line.Key == draft.Line.Key; k++)
        {
            if (drafts[k] is { Role: Role.Base, Period: { } based })
            {
                return (null, based);
            }

            if (drafts[k] is { Role: Role.Change, Comparison: { } later })
            {
                return (later, null);
            }
        }

        // a comparison said once at the end, or before: "revenue, year over year, ..."
        Marker? last = clause.Markers.LastOrDefault(m => m.Kind is MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter);
        return last is null ? (null, compared.LastOrDefault(p => p.First > draft.Quantity.End && p.First - draft.Quantity.End < 8))
            : (last.Kind == MarkerKind.YearOverYear ? Comparison.GrowthYoy : Comparison.GrowthQoq, null);
    }
}
