using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>What a sentence says the following ones are about.</summary>
internal static class Talking
{
    private static readonly HashSet<string> Subjects = new(StringComparer.Ordinal) { "result", "highlight", "financial", "summary", "performance", "quarter", "achievement", "analysis" };

    private const int LongestHeading = 12;

    private static readonly HashSet<string> Turning = new(StringComparer.Ordinal) { "moving", "turning", "shifting", "switching", "going", "returning", "focusing" };

    private static readonly HashSet<string> Recapping = new(StringComparer.Ordinal) { "recap", "recapping", "summarize", "summarise", "summarizing", "summarising", "reviewing", "cover", "discuss", "look", "looking", "touch", "move", "moving", "highlight", "share", "comments", "begin", "start", "starting", "wrap", "overview" };

    /// <summary>The period that a sentence opens with or announces, or null.</summary>
    public static PeriodPhrase? Leading(Clause clause)
    {
        foreach (PeriodPhrase phrase in clause.Periods)
        {
            bool named = phrase.When is PeriodWhen.Named or PeriodWhen.This && !phrase.AtEnd && phrase.Shape is PeriodShape.Quarter or PeriodShape.Year or PeriodShape.Half or PeriodShape.NineMonths;
            if (!named)
            {
                continue;
            }

            string before = clause.Word(phrase.First - 1);
            bool opens = phrase.First <= 2 && before is "" or "in" or "for" or "during" or "and" or "," or "the" or "specifically"
                && !(clause.Quantities.Count == 0 && phrase.BareYear && clause.Word(phrase.End) is not ",");
            // "Moving to the fourth quarter, revenue was"
            bool turned = phrase.First <= 5 && before is "to" or "at" or "on" or "the" or "our" && (Turning.Contains(clause.Word(0)) || (clause.Word(0) is "now" or "so" or "and" or "next" or "then" && Turning.Contains(clause.Word(clause.Word(1) is "," ? 2 : 1))))
                && (clause.Word(phrase.End) is "," or "." or "" || Subjects.Contains(clause.Tokens[phrase.End].Norm));
            // "Let me recap our results for fiscal 2023"
            bool announced = clause.Quantities.Count == 0 && before is "for" or "of" && clause.Tokens.Take(phrase.First).Any(t => Subjects.Contains(t.Norm))
                && (clause.Tokens.Any(t => t.Lower is "walk" or "review" or "highlights" or "summary" or "turn" or "turning") || clause.Tokens.Take(phrase.First).Any(t => Recapping.Contains(t.Lower)));
            if (opens || turned || announced)
            {
                return phrase;
            }

            return null;
        }

        return null;
    }

    /// <summary>The period of a paragraph's first figures, which holds for those after them; null where they name none.</summary>
    public static PeriodPhrase? Opening(Clause clause) => clause.Quantities.Count == 0 ? null : clause.Periods.FirstOrDefault(p =>
        p is { When: PeriodWhen.Named, Year: > 0, AtEnd: false, Shape: PeriodShape.Year or PeriodShape.Quarter or PeriodShape.Half }
        && !clause.Markers.Exists(m => m.Kind == MarkerKind.Stop && m.First < p.First && clause.Word(m.First) is not (";" or "\u2014"))
        && clause.Word(p.First - 1) is "in" or "for" or "during" or "the"
        // "8 million, down from 9 million in 2022": the period of what it is compared with
        && !clause.Markers.Exists(m => m.Kind is MarkerKind.From or MarkerKind.Compared && m.First > clause.Quantities[0].First && m.End <= p.First));

    /// <summary>The period that a sentence says an outlook is for ("our guidance for the first quarter"), or null.</summary>
    public static PeriodPhrase? Ahead(Clause clause) => clause.Periods.FirstOrDefault(p =>
        p.When is PeriodWhen.Named or PeriodWhen.This or PeriodWhen.Next && !p.OfLastYear && p.Shape is PeriodShape.Quarter or PeriodShape.Year or PeriodShape.Half
        && (clause.Word(p.End) is "outlook" or "guidance" or "expectations" or "forecast"
            || (clause.Word(p.First - 1) is "for" or "," && Enumerable.Range(Math.Max(0, p.First - 8), Math.Min(8, p.First)).Any(i => clause.Word(i) is "outlook" or "guidance" or "forecast" or "expectations" or "expect"))
            || (p.First <= 2 && clause.Word(p.First - 1) is "for" or "in" && clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance))));

    /// <summary>The period under whose heading expectations are listed: "First Quarter 2024 Guidance", "For fiscal 2024, the company expects:"; or null.</summary>
    public static PeriodPhrase? Heads(Clause clause)
    {
        bool colon = clause.Word(clause.Tokens.Count - 1) is ":", heading = clause.Tokens.Count <= LongestHeading && clause.Word(clause.Tokens.Count - 1) is not ("." or "?") && clause.Tokens.Exists(t => t.Lower is "guidance" or "outlook" or "expectations" or "forecast" or "targets");
        bool amounts = clause.Quantities.Exists(q => q.Kind != QuantityKind.Plain);
        return amounts || !(colon ? clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance) || clause.Tokens.Exists(t => t.Lower is "guidance" or "outlook" or "expectations" or "follows" or "targets") : heading) ? null
            : clause.Periods.Find(p => p.Shape is PeriodShape.Quarter or PeriodShape.Year or PeriodShape.Half && p.When is PeriodWhen.Named or PeriodWhen.Next or PeriodWhen.This);
    }

    /// <summary>What a sentence without numbers says that a quarter's results are compared with ("in the third quarter income and fees improved quarter over quarter"), or null.</summary>
    public static Comparison? Compares(Clause clause) => !clause.Periods.Exists(p => p is { Shape: PeriodShape.Quarter, When: PeriodWhen.Named }) ? null : clause.Markers.Where(m => m.Kind is MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter).Select(m => m.Kind).Distinct().ToList() is [var kind] && clause.Lines.Exists(l => !l.IsNoLine)
        ? kind == MarkerKind.YearOverYear ? Comparison.GrowthYoy : Comparison.GrowthQoq : null;

    /// <summary>True where a sentence begins to speak of what is expected.</summary>
    public static bool Outlook(Clause clause) => clause.Markers.Any(m => m.Kind == MarkerKind.Guidance) || (clause.Quantities.Count == 0 && clause.Tokens.Count <= 8 && clause.Tokens.Exists(t => t.Is("expectations")));

    /// <summary>What a document promises without a date is for the period that its other expectations name, where they name one only; else null.</summary>
    public static FiscalPeriod? Promised(List<Sentence> sentences, PeriodContext context)
    {
        HashSet<FiscalPeriod> found = [];
        foreach (Sentence sentence in sentences)
        {
            // only few sentences have amounts: the first question is the cheapest
            if (sentence.HasAmounts && Marker.Read(sentence.Tokens, new bool[sentence.Tokens.Count]).Exists(m => m.Kind == MarkerKind.Guidance))
            {
                foreach (PeriodPhrase phrase in sentence.Periods.Where(p => p.Shape is PeriodShape.Quarter or PeriodShape.Year && !p.BareYear && p.When is PeriodWhen.Named or PeriodWhen.This or PeriodWhen.Next))
                {
                    if (context.Resolve(phrase) is { } period && context.Reporting is { } now && context.Calendar.EndOf(period) > context.Calendar.EndOf(now) && phrase is not { Shape: PeriodShape.Quarter, When: PeriodWhen.This })
                    {
                        found.Add(period);
                    }
                }
            }
        }

        return found.Count == 1 ? found.First() : null;
    }
}
