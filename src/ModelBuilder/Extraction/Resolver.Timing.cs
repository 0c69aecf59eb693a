using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>The period, and what a comparison looks back to.</content>
internal sealed partial class Resolver
{
    private static FiscalPeriod? CurrentOf(Draft draft, Clause clause, PeriodContext context) =>
        draft.SpreadYear is { } year ? FiscalPeriod.FullYear(year) : draft.Period is { } phrase ? Named(phrase, clause, context) : null;

    // "the first nine months of 2020 ..., in the same period of last year": the stretch is the one that the sentence names
    private static FiscalPeriod? Named(PeriodPhrase phrase, Clause clause, PeriodContext context)
    {
        PeriodPhrase? stretch = phrase.Shape != PeriodShape.Same || phrase.When == PeriodWhen.ToDate ? null
            : clause.Periods.LastOrDefault(p => p.End <= phrase.First && p is { Shape: PeriodShape.NineMonths or PeriodShape.Half, When: PeriodWhen.Named, OfLastYear: false });
        return stretch is not null && context.Resolve(stretch) is { } of ? (context with { Current = of }).Resolve(phrase) : context.Resolve(phrase);
    }

    // "up 10% on a two-year basis" is over two years; a stack adds up the growth of each, which is no growth of a figure
    private static (bool Over, bool Stacked) Years(Clause clause, Quantity q)
    {
        int next = clause.Quantities.Find(n => n.First >= q.End)?.First ?? clause.Tokens.Count;
        for (int i = 0; i + 2 < clause.Tokens.Count; i++)
        {
            bool near = (i >= q.End && i <= Math.Min(next, q.End + 6)) || (i <= 3 && clause.Word(0) is "on");
            if (near && clause.Word(i) is "two" or "2" or "three" or "3" && clause.Word(i + 1) is "year" && clause.Word(i + 2) is "basis" or "stack" or "stacked")
            {
                return (true, clause.Word(i + 2) is not "basis" || clause.Word(i) is "three" or "3");
            }
        }

        return default;
    }

    private static Comparison? CompareOf(Draft draft, Clause clause, PeriodContext context, FiscalPeriod? current, Passage passage, List<string> doubts)
    {
        if (Years(clause, draft.Quantity) is { Over: true } years)
        {
            return years.Stacked ? null : Comparison.Growth2Y;
        }

        if (draft.Comparison is { } said)
        {
            passage.Compares(said);
            return said;
        }

        if (draft.ComparedWith is { When: PeriodWhen.That } && passage.Stretch is { } stretch)
        {
            return stretch;
        }

        if (draft.ComparedWith is { } phrase && current is { } now)
        {
            FiscalPeriod? with = SameStretch(phrase, now, draft, clause) ?? (context with { Current = now }).Resolve(phrase);
            if (phrase.When == PeriodWhen.TwoYearsAgo || with == now.AddYears(-2))
            {
                passage.Stretch = Comparison.Growth2Y;
                return Comparison.Growth2Y;
            }

            Comparison? of = with == now.YearAgo ? Comparison.GrowthYoy : with is not null && with == now.Prior ? Comparison.GrowthQoq : null;
            of ??= draft.Expected && with is { Kind: PeriodKind.Year } past && past.Year == now.Year - 1 ? Comparison.GrowthYoy : null;
            of ??= phrase is { Shape: PeriodShape.Year, When: PeriodWhen.YearAgo } ? Comparison.GrowthYoy : null;
            if (of is null && with is { Kind: PeriodKind.Month or PeriodKind.Instant } day && now.Kind == PeriodKind.Quarter)
            {
                // "4 million higher than at the end of March"
                of = context.Calendar.EndOf(day) == context.Calendar.EndOf(now.Prior!.Value) ? Comparison.GrowthQoq : context.Calendar.EndOf(day) == context.Calendar.EndOf(now.YearAgo) ? Comparison.GrowthYoy : null;
            }

            passage.Compares(draft.Line.Nature == LineNature.Balance ? null : of);
            passage.Stretch = of ?? passage.Stretch;
            return of;
        }

        // "a decrease of 10% from that in the same period of last year"
        if (clause.Periods.Exists(p => p.First >= draft.Quantity.End && p.First - draft.Quantity.End < 12 && p is { Shape: PeriodShape.Same, When: PeriodWhen.YearAgo }))
        {
            passage.Compares(Comparison.GrowthYoy);
            return Comparison.GrowthYoy;
        }

        // what a balance compares with, the sentences around it do not say: last quarter's end or last year's
        if (draft.Line.Nature is LineNature.Balance || (draft.Line.Nature is LineNature.Count && draft.Quantity.Kind != QuantityKind.Percent))
        {
            // "assets grew by 7 million in the quarter": from its start to its end
            return draft is { Quantity.Kind: QuantityKind.Money, Line.Nature: LineNature.Balance, Expected: false } && draft.Period is { Shape: PeriodShape.Quarter, AtEnd: false } && current is { Kind: PeriodKind.Quarter } ? Comparison.GrowthQoq : null;
        }

        if (current is { Kind: PeriodKind.Year })
        {
            return Comparison.GrowthYoy;
        }

        doubts.Add("what it compares with is not said");
        return draft.Line.Nature == LineNature.Growth ? Comparison.GrowthYoy : passage.Comparison ?? Comparison.GrowthYoy;
    }

    // "17 million for the nine months compared to 16 million in 2010", "up 3% versus 2019": the same stretch of that year
    private static FiscalPeriod? SameStretch(PeriodPhrase phrase, FiscalPeriod current, Draft draft, Clause clause) =>
        !Enumerable.Range(phrase.First - 1, phrase.End - phrase.First + 1).Any(i => clause.Word(i) is "full" or "whole" or "entire") && phrase is { BareYear: true, AtEnd: false } or { Shape: PeriodShape.Year, Fiscal: true, Year: > 0, AtEnd: false, EndsOn: null } && current.Kind is PeriodKind.Quarter or PeriodKind.Half or PeriodKind.NineMonths && phrase.Year < current.Year && draft.Line.Nature != LineNature.Balance
            ? current.AddYears(phrase.Year - current.Year)
            : null;

    private FiscalPeriod? BaseOf(Draft draft, PeriodContext context, Clause clause, Passage passage, IReadOnlyList<Draft> all, List<string> doubts)
    {
        Draft? main = all.TakeWhile(d => !ReferenceEquals(d, draft)).LastOrDefault(d => d.Role is Role.Level or Role.Change && d.Line.Key == draft.Line.Key)
            ?? all.FirstOrDefault(d => d.Role is Role.Level or Role.Change && d.Line.Key == draft.Line.Key);
        FiscalPeriod? current = (main is null ? null : CurrentOf(main, clause, context)) ?? passage.Period ?? reporting;
        PeriodContext at = context with { Current = current };
        if (draft.Period is { } phrase)
        {
            FiscalPeriod? named = current is { } of ? SameStretch(phrase, of, draft, clause) ?? Named(phrase, clause, at) : Named(phrase, clause, at);

            passage.Compares(draft.BaseOfGrowth ? null : Between(current, named));
            passage.Stretch = named is not null && named == current?.AddYears(-2) ? Comparison.Growth2Y : named is not null && named == current?.YearAgo ? Comparison.GrowthYoy : passage.Stretch;
            return named;
        }

        Draft? change = all.FirstOrDefault(d => d.Role == Role.Change && d.Line.Key == draft.Line.Key);
        Comparison? said = change?.Comparison;
        if (said is null && change?.ComparedWith is { } with)
        {
            return at.Resolve(with);
        }

        if (said is null)
        {
            // where nothing says otherwise, companies compare with the year before
            said = passage.Comparison ?? (draft.Line.Nature is LineNature.Balance or LineNature.Multiple or LineNature.Count ? null : Comparison.GrowthYoy);
            doubts.Add("the period it compares with is not said; the sentences around it compare so");
        }

        // a year is compared with the year before
        said = current is { Kind: PeriodKind.Year } ? Comparison.GrowthYoy : said;
        return said is { } c && current is { } now ? new Measure(GuidanceBound.None, c).BaseOf(now) : null;
    }

    private static Comparison? Between(FiscalPeriod? current, FiscalPeriod? earlier) =>
        current is not { } now || earlier is not { } then ? null : then == now.YearAgo ? Comparison.GrowthYoy : then == now.Prior ? Comparison.GrowthQoq : null;

    // what is expected of a period that is not over is guidance
    private Measure Guided(Draft draft, Clause clause, Passage passage, Measure measure, ref FiscalPeriod? current, PeriodContext context, List<string> doubts)
    {
        bool future = current is { } p && reporting is { } r && calendar.EndOf(p) > calendar.EndOf(r) && draft.Role != Role.Base && (draft.Period is not null || draft.SpreadYear is not null);
        if (draft.Role == Role.Base || (!draft.Expected && !(passage.InOutlook && future)))
        {
            return measure;
        }

        if (draft.HeldAgainst)
        {
            current ??= passage.Period ?? reporting;
            return new Measure(draft.RangeEnd < 0 ? GuidanceBound.Low : draft.RangeEnd > 0 ? GuidanceBound.High : GuidanceBound.Point, measure.Comparison);
        }

        if (draft.Period is null && YearAfter(draft, context) is { } ahead)
        {
            current = ahead;
        }
        else if (draft.Period is null || (draft.Period is { Shape: PeriodShape.Quarter, When: PeriodWhen.This } && passage.Outlook is not null))
        {
            current = passage.Outlook ?? Promised;
            if (passage.Outlook is null && Promised is not null)
            {
                doubts.Add($"the period is not said; all that is expected elsewhere is for {Promised}");
            }
        }
        else if (current is { Kind: PeriodKind.Quarter } quarter && reporting is { Kind: PeriodKind.Quarter } now)
        {
            if (quarter.CompareTo(now) <= 0)
            {
                return measure;
            }

            if (quarter.Number == now.Number && quarter.Year == now.Year + 1)
            {
                doubts.Add($"'{TextOf(clause, draft.Period)}' was said; a call about {now} guides the next quarter");
                current = now.AddQuarters(1);
            }
        }
        else if (draft.Period is { Shape: PeriodShape.Year, When: PeriodWhen.This } && reporting is { Kind: PeriodKind.Quarter, Number: 4 } closed)
        {
            // the year is over when its fourth quarter is reported: what is expected is the next one
            current = FiscalPeriod.FullYear(closed.Year + 1);
        }
        else if (current is { Kind: PeriodKind.Year } year && reporting is { } done && (year.Year < done.Year || (year.Year == done.Year && done is { Kind: PeriodKind.Year } or { Kind: PeriodKind.Quarter, Number: 4 })))
        {
            return measure;
        }

        GuidanceBound bound = draft.RangeEnd switch { < 0 => GuidanceBound.Low, > 0 => GuidanceBound.High, _ => BoundOf(draft.Quantity.Bound) };
        return new Measure(bound, measure.Comparison);
    }

    // "we expect growth of 1% versus the second quarter of last year" is of the second quarter to come
    private FiscalPeriod? YearAfter(Draft draft, PeriodContext context) =>
        draft is { Expected: true, ComparedWith: { Shape: PeriodShape.Quarter or PeriodShape.Half } with } && context.Resolve(with) is { } past && reporting is { } last && calendar.EndOf(past) < calendar.EndOf(last) && calendar.EndOf(past.AddYears(1)) > calendar.EndOf(last)
            ? past.AddYears(1)
            : null;

    private static GuidanceBound BoundOf(string? word) => word switch
    {
        "more than" or "greater than" or "at least" or "over" or "above" or "exceeding" or "exceed" or "higher than" => GuidanceBound.Low,
        "less than" or "below" or "under" or "lower than" or "up to" => GuidanceBound.High,
        _ => GuidanceBound.Point,
    };
}
