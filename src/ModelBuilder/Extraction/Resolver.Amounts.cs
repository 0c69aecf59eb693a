using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>The amount that a number states, with unit, sign and currency.</content>
internal sealed partial class Resolver
{
    private (Amount? Amount, Measure Measure, Finding? Finding) Measured(Draft draft, string key, LineNature nature, Comparison comparison, List<string> doubts, Clause clause)
    {
        Quantity q = draft.Quantity;
        bool change = comparison != Comparison.Level;
        // "crew retention grew by 41%": what the document itself names grows like anything else
        bool ratio = nature == LineNature.Ratio && !(q.Kind == QuantityKind.Percent && key.StartsWith("kpi.", StringComparison.Ordinal));
        decimal value = q.Value;
        if (change && !draft.BaseOfGrowth)
        {
            int direction = draft.Line is { Loss: true, Nature: LineNature.Growth } && draft.Direction == 0 ? -1 : draft.Direction;
            if (Vocabulary.IsBetterLower(CostOf(key)) && clause.Word(q.End) is "of" && clause.Word(q.End + 1) is "leverage" or "deleverage")
            {
                direction = clause.Word(q.End + 1) is "leverage" ? -1 : 1;
            }
            else if (Vocabulary.IsBetterLower(key) && Improves(clause, q.First))
            {
                direction = -1;
            }
            else if (direction < 0 && Vocabulary.IsBetterLower(key) && Deleverages(clause, q.First))
            {
                // a cost that loses leverage is a larger part of revenue
                direction = 1;
            }

            value = q.Flat ? 0 : q.Negative ? q.Value : direction < 0 ? -Math.Abs(q.Value) : q.Value;
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

        if (nature == LineNature.Multiple)
        {
            return (new Amount(value, q.Precision, Unit.Ratio, approximate: q.Approximate), Measure.Level, null);
        }

        if (nature == LineNature.Count)
        {
            return change || q.Currency is not null ? default : (new Amount(value, q.Precision, Unit.Count, approximate: q.Approximate), Measure.Level, null);
        }

        bool perShare = nature == LineNature.PerShare;
        if (change && ratio)
        {
            return default;
        }

        (string? currency, string? doubt) = money.Of(q.Currency);
        if (currency is null || (!q.HasScale && !perShare && nature != LineNature.Price && Math.Abs(q.Value) < 1_000_000m && !(Math.Abs(q.Value) >= 100_000m && q.Currency is not null && clause.Tokens[q.Number].Text.Contains(',', StringComparison.Ordinal))))
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
}
