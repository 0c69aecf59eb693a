using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Makes mentions of bound numbers: measure, period, unit, sign.</summary>
internal sealed partial class Resolver(Document document, FiscalCalendar calendar, FiscalPeriod? reporting, Money money, Lexicon lexicon)
{
    /// <summary>True for text by speech recognition.</summary>
    public bool Heard { get; init; }

    /// <summary>The one period that the document says its expectations are for, or null.</summary>
    public FiscalPeriod? Promised { get; init; }

    /// <summary>The mentions that a bound number states: two where it is expected and says a span of its own ("mid 20s").</summary>
    public IEnumerable<(Mention? Mention, Finding? Finding)> ResolveAll(Draft draft, Clause clause, Passage passage, IReadOnlyList<Draft> all)
    {
        (Mention? Mention, Finding? Finding) one = Resolve(draft, clause, passage, all);
        Quantity q = draft.Quantity;
        if (q.Ends is not var (low, high) || one.Mention is not { Measure.Bound: GuidanceBound.Point } mention)
        {
            return [one];
        }

        bool falls = mention.Amount.Value < 0;
        return [End(falls ? high : low, -1), End(falls ? low : high, 1)];

        (Mention?, Finding?) End(decimal value, int end) => Resolve(draft with { RangeEnd = end, Quantity = q with { Value = value, Precision = q.Kind == QuantityKind.Percent ? Math.Min(q.Precision, 0.005m) : q.Precision, Ends = null } }, clause, passage, all);
    }

    /// <summary>The mention that a bound number states, or null where it states none; a finding where something is unknown.</summary>
    private (Mention? Mention, Finding? Finding) Resolve(Draft draft, Clause clause, Passage passage, IReadOnlyList<Draft> all)
    {
        List<string> doubts = [];
        Quantity q = draft.Quantity;
        LineRef line = draft.Line;
        if (line.Key.Length == 0 || (line.Weak && draft.Role is Role.Level or Role.Base && q.Kind != QuantityKind.Percent))
        {
            return default;
        }

        // what is hoped for some day is no figure of a period
        // "deferrals in the lake portfolio fell 4%": the growth is of what the part holds
        if (clause.Open && line.Weak && draft.Role == Role.Change && line.First > 0 && (clause.Word(line.First - 1) is "in" or "of" or "for" or "to" or "from" or "with" or "at" or "on" || (clause.Word(line.First - 1) is "the" or "our" && clause.Word(line.First - 2) is "in" or "of" or "for" or "to" or "from" or "with" or "at" or "on")))
        {
            return default;
        }

        if (line.Key is "share_repurchases" or "dividends" && (Authorized(clause, q) || Joint(clause, line)))
        {
            return default;
        }

        if (draft.Role == Role.Change && IsEffect(clause, line, q))
        {
            return default;
        }

        if (draft.Period is null && (clause.LongTerm ??= LongTermOf(clause)))
        {
            return default;
        }

        Add(line.Doubt);
        Add(q.Doubt);
        Unheard.Doubts(clause, line, q).ForEach(Add);
        if (q.Bound is not null)
        {
            doubts.Add($"a bound: '{q.Bound}'");
        }

        PeriodContext context = new(calendar, reporting, passage.Period) { Heard = Heard };
        FiscalPeriod? current = CurrentOf(draft, clause, context);
        bool explicitPeriod = draft.Period is not null || draft.SpreadYear is not null;
        if (!explicitPeriod && draft.Role != Role.Base)
        {
            current = YearAfter(draft, context) ?? (draft.Expected ? passage.Outlook : null) ?? passage.Period ?? reporting;
        }

        string key = line.Key;
        LineNature nature = line.Nature;
        int at = -1;
        for (int i = 0; i < all.Count; i++)
        {
            at = ReferenceEquals(all[i], draft) ? i : at;
        }

        bool paired = draft.RangeEnd != 0 && at >= 0 && at + 1 < all.Count && all[at + 1].RangeEnd == -draft.RangeEnd && all[at + 1].Line == line;
        string basis = Qualified(clause, paired ? all[at + 1].Quantity : q, line.Basis);
        // "our earnings would have been 34 cents", printed as $.34: no company earns that
        if (key == "net_income" && q is { Kind: QuantityKind.Money, HasScale: false, PerShare: false, Currency: not null, Value: < 100m and > -100m } && line.End - line.First == 1 && clause.Word(line.First) is "earnings")
        {
            (key, nature) = ("eps", LineNature.PerShare);
        }

        if (key == "net_income" && line.End - line.First == 1 && clause.Word(line.First) is "earnings" && q.Kind != QuantityKind.Money)
        {
            return default;
        }

        if (q is { PerShare: true, HasScale: false } && PerShareOf(key, clause, q) is { } each)
        {
            (key, nature) = (each, LineNature.PerShare);
        }
        else if (q.Kind is QuantityKind.Percent or QuantityKind.Points && nature == LineNature.Flow && (q.Kind == QuantityKind.Points || draft.Role != Role.Change) && Vocabulary.IsCost(key) && (q.Kind == QuantityKind.Points || Scopes.AsShareOfRevenue(clause)))
        {
            (key, nature) = (!lexicon.KnowsCompany && key != "cost.total" && key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? $"share_of_{key[(dot + 1)..]}.{key[..dot]}" : "share_of_revenue." + key.Replace('.', '_'), LineNature.Ratio);
        }
        else if (q.Kind == QuantityKind.Points && nature == LineNature.Flow && key.StartsWith("revenue.", StringComparison.Ordinal) && lexicon.Has("share_of_revenue." + key[8..]))
        {
            (key, nature) = ("share_of_revenue." + key[8..], LineNature.Ratio);
        }

        else if (q.Kind == QuantityKind.Points && draft.Role == Role.Change && nature == LineNature.Flow && Vocabulary.MarginOf(key) is { } of)
        {
            // "profit was 8.1% of sales, a decline of 50 basis points"
            (key, nature) = (of, LineNature.Ratio);
        }

        Comparison comparison = Comparison.Level;
        if (draft.Role == Role.Change || draft.BaseOfGrowth || (nature == LineNature.Growth && q.Kind == QuantityKind.Percent))
        {
            if (CompareOf(draft, clause, context, current, passage, doubts) is not { } known)
            {
                return default;
            }

            comparison = known;
        }

        // the unit tells profit from margin
        if (comparison == Comparison.Level && q.Kind == QuantityKind.Percent && nature is LineNature.Flow)
        {
            string? ratio = Vocabulary.MarginOf(key) ?? (key.StartsWith("revenue.", StringComparison.Ordinal) && lexicon.Has("share_of_revenue." + key[8..]) ? "share_of_revenue." + key[8..] : null);
            // "gross profit rose to 10% from 5 million": a slip for something else
            if (ratio is null || (at >= 0 && at + 1 < all.Count && all[at + 1] is { Role: Role.Base, Quantity.Kind: QuantityKind.Money } && all[at + 1].Line.Key == line.Key && clause.Word(q.End) is "from"))
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
        else if (nature == LineNature.Multiple && (comparison != Comparison.Level || clause.Tokens.Exists(t => t.Norm is "target") || (q.Kind == QuantityKind.Percent && clause.Word(line.End - 1) is not ("ratio" or "equity"))))
        {
            return default;
        }
        else if (comparison == Comparison.Level && ((q.Kind == QuantityKind.Points && !IsSmallRatio(clause, line, q)) || (q.Kind == QuantityKind.Percent && nature is LineNature.Balance or LineNature.PerShare or LineNature.Count or LineNature.Price)))
        {
            return default;
        }

        (Amount? amount, Measure measure, Finding? finding) = Measured(draft, key, nature, comparison, doubts, clause);
        if (amount is null)
        {
            return (null, finding);
        }

        // "A; the quarter before it was B" compares as well
        if (draft is { Role: Role.Level, Period.When: PeriodWhen.Last or PeriodWhen.YearAgo } && at > 0 && all[at - 1].Line == line && all[at - 1].Role == Role.Level)
        {
            passage.Compares(Between(CurrentOf(all[at - 1], clause, context) ?? passage.Period ?? reporting, current) ?? passage.Comparison);
        }

        if (draft.Role == Role.Base)
        {
            current = BaseOf(draft, context, clause, passage, all, doubts);
        }

        measure = Guided(draft, clause, passage, measure, ref current, context, doubts);
        if (current is null && (reporting is not null || draft.Role == Role.Base))
        {
            return (null, draft.Role == Role.Base ? null : new Finding(Severity.Info, FindingCode.UnknownPeriod, $"'{TextOf(clause, q)}' is said of {key}, {measure}, but for which period cannot be known; it is left out")
            {
                Line = new LineKey(key, basis), Measure = measure, Document = document.Name, DocumentLine = clause.Sentence.Line.Number, Remedy = "type it into figures.csv with its period",
            });
        }

        if (nature is LineNature.Balance or LineNature.Multiple && !measure.IsGuidance)
        {
            // what is held is held by now, whatever year the passage speaks of
            current = !explicitPeriod && current is { } of && reporting is { } closed && calendar.EndOf(of) > calendar.EndOf(closed) ? reporting : current;
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
        (int number, int column) = clause.Sentence.Line.PlaceOf(start);
        Provenance place = new(document.Name, document.Source, number, column, length, clause.Sentence.Text, clause.Sentence.Line.Speaker);
        if ((draft.RangeEnd != 0 || IsTarget(clause, q)) && !measure.IsGuidance)
        {
            return default;
        }

        return (new Mention(new LineKey(key, basis), measure, current, amount, place) { Doubts = doubts }, finding);

        void Add(string? doubt)
        {
            if (doubt is not null && !doubts.Contains(doubt))
            {
                doubts.Add(doubt);
            }
        }
    }
}
