using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Makes mentions of bound numbers: measure, period, unit, sign.</summary>
internal sealed class Resolver(Document document, FiscalCalendar calendar, FiscalPeriod? reporting, Money money, Lexicon lexicon)
{
    /// <summary>The one period that the document says its expectations are for, or null.</summary>
    public FiscalPeriod? Promised { get; init; }

    /// <summary>The mention that a bound number states, or null where it states none; a finding where something is unknown.</summary>
    public (Mention? Mention, Finding? Finding) Resolve(Draft draft, Clause clause, Passage passage, IReadOnlyList<Draft> all)
    {
        List<string> doubts = [];
        Quantity q = draft.Quantity;
        LineRef line = draft.Line;
        if (line.Key.Length == 0 || (line.Weak && draft.Role is Role.Level or Role.Base && q.Kind != QuantityKind.Percent))
        {
            return default;
        }

        Add(line.Doubt);
        Add(q.Doubt);
        if (q.Bound is not null)
        {
            doubts.Add($"a bound: '{q.Bound}'");
        }

        PeriodContext context = new(calendar, reporting, passage.Period);
        FiscalPeriod? current = CurrentOf(draft, context);
        bool explicitPeriod = draft.Period is not null || draft.SpreadYear is not null;
        if (!explicitPeriod && draft.Role != Role.Base)
        {
            current = passage.Period ?? reporting;
        }

        string key = line.Key;
        LineNature nature = line.Nature;
        string basis = Qualified(clause, q, line.Basis);
        if (q is { PerShare: true, HasScale: false } && key == "net_income")
        {
            (key, nature) = ("eps", LineNature.PerShare);
        }
        else if (q.Kind is QuantityKind.Percent or QuantityKind.Points && nature == LineNature.Flow && (q.Kind == QuantityKind.Points || draft.Role != Role.Change) && Vocabulary.IsCost(key) && Scopes.AsShareOfRevenue(clause))
        {
            (key, nature) = ("share_of_revenue." + key.Replace('.', '_'), LineNature.Ratio);
        }
        else if (q.Kind == QuantityKind.Points && nature == LineNature.Flow && key.StartsWith("revenue.", StringComparison.Ordinal) && lexicon.Has("share_of_revenue." + key[8..]))
        {
            (key, nature) = ("share_of_revenue." + key[8..], LineNature.Ratio);
        }

        Comparison comparison = Comparison.Level;
        if (draft.Role == Role.Change || draft.BaseOfGrowth || (nature == LineNature.Growth && q.Kind == QuantityKind.Percent))
        {
            if (CompareOf(draft, context, current, passage, doubts) is not { } known)
            {
                return default;
            }

            comparison = known;
        }

        // the unit tells profit from margin
        if (comparison == Comparison.Level && q.Kind == QuantityKind.Percent && nature is LineNature.Flow)
        {
            string? ratio = Vocabulary.MarginOf(key) ?? (key.StartsWith("revenue.", StringComparison.Ordinal) && lexicon.Has("share_of_revenue." + key[8..]) ? "share_of_revenue." + key[8..] : null);
            if (ratio is null)
            {
                return default;
            }

            key = ratio;
            nature = LineNature.Ratio;
            doubts.Add($"said of {line.Key} in per cent: read as {ratio}");
        }
        else if (comparison == Comparison.Level && q.Kind == QuantityKind.Money && nature == LineNature.Ratio)
        {
            if (Vocabulary.ProfitOf(key) is not { } profit)
            {
                return default;
            }

            key = profit;
            nature = LineNature.Flow;
            doubts.Add($"said of {line.Key} in money: read as {profit}");
        }
        else if (comparison == Comparison.Level && (q.Kind == QuantityKind.Points || (q.Kind == QuantityKind.Percent && nature is LineNature.Balance or LineNature.PerShare)))
        {
            return default;
        }

        (Amount? amount, Measure measure, Finding? finding) = Measured(draft, key, nature, comparison, doubts, clause);
        if (amount is null)
        {
            return (null, finding);
        }

        if (draft.Role == Role.Base)
        {
            current = BaseOf(draft, context, clause, passage, all, doubts);
        }

        measure = Guided(draft, clause, passage, measure, ref current, context, doubts);
        if (current is null)
        {
            return (null, null);
        }

        if (nature == LineNature.Balance && !measure.IsGuidance)
        {
            current = context.InstantOf(current);
        }
        else if (current is { Kind: PeriodKind.Instant } instant)
        {
            current = draft.Period is { Shape: PeriodShape.Day } && nature is LineNature.Ratio or LineNature.Flow or LineNature.PerShare ? calendar.QuarterClosedBy(instant.Date) : current;
        }
        else if (current is { Kind: PeriodKind.Month } month && nature is LineNature.Flow or LineNature.Ratio or LineNature.PerShare && draft.Period is { AtEnd: true } && clause.Word(draft.Period.First - 1) is "by" or "of")
        {
            current = calendar.QuarterClosedBy(calendar.EndOf(month));
        }

        if (!explicitPeriod && draft.Role != Role.Base && document.Source is SourceKind.Article && passage.Valuation)
        {
            return default;
        }

        int start = clause.Tokens[q.First].Start, length = clause.Tokens[q.End - 1].End - start;
        Provenance place = new(document.Name, document.Source, clause.Sentence.Line.Number, start, length, clause.Sentence.Text, clause.Sentence.Line.Speaker);
        if (draft.RangeEnd != 0 && !measure.IsGuidance)
        {
            return default;
        }

        return (new Mention(new LineKey(key, basis), measure, current, amount, place) { Doubts = doubts }, finding);

        void Add(string? doubt)
        {
            if (doubt is not null)
            {
                doubts.Add(doubt);
            }
        }
    }

    // "declined 4% on an organic basis", "up 5% in constant currency"
    private static string Qualified(Clause clause, Quantity q, string basis)
    {
        int end = clause.Quantities.FirstOrDefault(n => n.First >= q.End)?.First ?? clause.Tokens.Count;
        for (int i = q.End; i < Math.Min(end, q.End + 8); i++)
        {
            // "8.9%, or 9.2% excluding one-off charges"; without acquisitions and currency it is organic
            if (basis.Length == 0 && i <= q.End + 1 && clause.Word(i) is "excluding")
            {
                return Enumerable.Range(i, 8).Any(k => clause.Word(k) is "acquisitions" or "currency" or "acquisition") ? "organic" : "adjusted";
            }

            if (basis.Length == 0 && clause.Word(i) is "adjusted" && clause.Word(i + 1) is "basis")
            {
                return "adjusted";
            }

            if (clause.Word(i) is "organic" or "organically" || (clause.Word(i) is "constant" && clause.Word(i + 1) is "currency" or "currencies"))
            {
                return clause.Word(i) is "constant" ? "constant_currency" : "organic";
            }
        }

        return basis;
    }

    private static FiscalPeriod? CurrentOf(Draft draft, PeriodContext context) =>
        draft.SpreadYear is { } year ? FiscalPeriod.FullYear(year) : draft.Period is { } phrase ? context.Resolve(phrase) : null;

    private static Comparison? CompareOf(Draft draft, PeriodContext context, FiscalPeriod? current, Passage passage, List<string> doubts)
    {
        if (draft.Comparison is { } said)
        {
            passage.Comparison = said;
            return said;
        }

        if (draft.ComparedWith is { } phrase && current is { } now)
        {
            FiscalPeriod? with = (context with { Current = now }).Resolve(phrase);
            if (phrase.When == PeriodWhen.TwoYearsAgo || with == now.AddYears(-2))
            {
                return Comparison.Growth2Y;
            }

            Comparison? of = with == now.YearAgo ? Comparison.GrowthYoy : with is not null && with == now.Prior ? Comparison.GrowthQoq : null;
            of ??= phrase is { Shape: PeriodShape.Year, When: PeriodWhen.YearAgo } ? Comparison.GrowthYoy : null;
            passage.Comparison = of ?? passage.Comparison;
            return of;
        }

        doubts.Add("what it compares with is not said");
        return draft.Line.Nature == LineNature.Growth ? Comparison.GrowthYoy : passage.Comparison ?? Comparison.GrowthYoy;
    }

    private FiscalPeriod? BaseOf(Draft draft, PeriodContext context, Clause clause, Passage passage, IReadOnlyList<Draft> all, List<string> doubts)
    {
        Draft? main = all.FirstOrDefault(d => d.Role is Role.Level or Role.Change && d.Line.Key == draft.Line.Key);
        FiscalPeriod? current = (main is null ? null : CurrentOf(main, context)) ?? passage.Period ?? reporting;
        PeriodContext at = context with { Current = current };
        if (draft.Period is { } phrase)
        {
            return at.Resolve(phrase);
        }

        Draft? change = all.FirstOrDefault(d => d.Role == Role.Change && d.Line.Key == draft.Line.Key);
        Comparison? said = change?.Comparison;
        if (said is null && change?.ComparedWith is { } with)
        {
            return at.Resolve(with);
        }

        if (said is null)
        {
            said = passage.Comparison;
            doubts.Add("the period it compares with is not said; the sentences around it compare so");
        }

        return said is { } c && current is { } now ? new Measure(GuidanceBound.None, c).BaseOf(now) : null;
    }

    private (Amount? Amount, Measure Measure, Finding? Finding) Measured(Draft draft, string key, LineNature nature, Comparison comparison, List<string> doubts, Clause clause)
    {
        Quantity q = draft.Quantity;
        bool change = comparison != Comparison.Level;
        bool ratio = nature == LineNature.Ratio;
        decimal value = q.Value;
        if (change && !draft.BaseOfGrowth)
        {
            int direction = draft.Direction;
            if (direction > 0 && (Vocabulary.IsCost(key) || key.Contains("administrative", StringComparison.Ordinal)) && Improves(clause, q.First))
            {
                direction = -1;
            }

            value = q.Negative ? q.Value : direction < 0 ? -Math.Abs(q.Value) : q.Value;
        }
        else if (!change && !q.Negative && IsLoss(draft.Line, clause, q))
        {
            value = -q.Value;
        }

        if (q.Kind is QuantityKind.Percent or QuantityKind.Points)
        {
            if (!change)
            {
                return (new Amount(value, q.Precision, Unit.Ratio, approximate: q.Approximate), Measure.Level, null);
            }

            if (ratio)
            {
                if (q.Kind == QuantityKind.Percent)
                {
                    doubts.Add("said in per cent of a ratio: read as points");
                }

                return (new Amount(value, q.Precision, Unit.Points, approximate: q.Approximate), new Measure(GuidanceBound.None, AsChange(comparison)), null);
            }

            return q.Kind == QuantityKind.Points && nature != LineNature.Growth
                ? default
                : (new Amount(value, q.Precision, Unit.Ratio, approximate: q.Approximate), new Measure(GuidanceBound.None, comparison), null);
        }

        bool perShare = nature == LineNature.PerShare;
        if (change && ratio)
        {
            return default;
        }

        (string? currency, string? doubt) = money.Of(q.Currency);
        if (currency is null || (!q.HasScale && !perShare && Math.Abs(q.Value) < 1_000_000m))
        {
            return (null, default, new Finding(Severity.Warning, FindingCode.UnknownScale, $"'{TextOf(clause, q)}' is said of {key}, but its {(currency is null ? "currency" : "scale")} cannot be known; it is left out")
            {
                Line = new LineKey(key, draft.Line.Basis), Document = document.Name, DocumentLine = clause.Sentence.Line.Number, Remedy = "type the figure into figures.csv with its unit",
            });
        }

        if (perShare && q.HasScale)
        {
            return default;
        }

        if (doubt is not null)
        {
            doubts.Add(doubt);
        }

        return (new Amount(value, q.Precision, perShare ? Unit.PerShare : Unit.Money, currency, q.Approximate), new Measure(GuidanceBound.None, change ? AsChange(comparison) : comparison), null);
    }

    private static string TextOf(Clause clause, Quantity q)
    {
        Token first = clause.Tokens[q.First], last = clause.Tokens[q.End - 1];
        return clause.Sentence.Line.Text[first.Start..last.End];
    }

    private static bool Improves(Clause clause, int before) => clause.Markers.LastOrDefault(m => m.End <= before && m.Kind is MarkerKind.Up or MarkerKind.Down) is { } m
        && clause.Word(m.First).StartsWith("improve", StringComparison.Ordinal);

    private static bool IsLoss(LineRef line, Clause clause, Quantity q)
    {
        for (int i = q.First - 1; i >= Math.Max(q.First - 4, 0); i--)
        {
            if (clause.Word(i) is "loss" or "outflow" && !(i < line.End && i >= line.First))
            {
                return line.Key is "net_income" or "eps" or "operating_income" or "ebitda" or "operating_cash_flow" or "free_cash_flow" or "gross_profit" or "fx_gain";
            }

            if (clause.Word(i) is "income" or "inflow" && !(i < line.End && i >= line.First))
            {
                return false;
            }
        }

        return line.Loss;
    }

    private static Comparison AsChange(Comparison comparison) => comparison switch
    {
        Comparison.GrowthYoy => Comparison.ChangeYoy,
        Comparison.GrowthQoq => Comparison.ChangeQoq,
        Comparison.Growth2Y => Comparison.Change2Y,
        _ => comparison,
    };

    // what is expected of a period that is not over is guidance
    private Measure Guided(Draft draft, Clause clause, Passage passage, Measure measure, ref FiscalPeriod? current, PeriodContext context, List<string> doubts)
    {
        bool future = current is { } p && reporting is { } r && calendar.EndOf(p) > calendar.EndOf(r) && draft.Role != Role.Base && (draft.Period is not null || draft.SpreadYear is not null);
        if (!draft.Expected && !(passage.InOutlook && future))
        {
            return measure;
        }

        if (draft.Period is null || (draft.Period is { Shape: PeriodShape.Quarter, When: PeriodWhen.This } && passage.Outlook is not null))
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
        else if (current is { Kind: PeriodKind.Year } year && reporting is { } done && (year.Year < done.Year || (year.Year == done.Year && done is { Kind: PeriodKind.Year } or { Kind: PeriodKind.Quarter, Number: 4 })))
        {
            return measure;
        }

        GuidanceBound bound = draft.RangeEnd switch { < 0 => GuidanceBound.Low, > 0 => GuidanceBound.High, _ => BoundOf(draft.Quantity.Bound) };
        return new Measure(bound, measure.Comparison);
    }

    private static GuidanceBound BoundOf(string? word) => word switch
    {
        "more than" or "greater than" or "at least" or "over" or "above" or "exceeding" or "exceed" or "higher than" => GuidanceBound.Low,
        "less than" or "below" or "under" or "lower than" => GuidanceBound.High,
        _ => GuidanceBound.Point,
    };

    private static string TextOf(Clause clause, PeriodPhrase phrase) =>
        clause.Sentence.Line.Text[clause.Tokens[phrase.First].Start..clause.Tokens[phrase.End - 1].End];
}
