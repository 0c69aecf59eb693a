using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>Spans of years, and periods that only say what a growth compares with.</content>
internal sealed partial class Binder
{
    // periods that only say what a growth compares with: "from last quarter", "versus a year ago"
    private void MarkComparedPeriods()
    {
        for (int e = 0; e < elements.Count; e++)
        {
            if (elements[e].Item is not PeriodPhrase period)
            {
                continue;
            }

            int k = period.First - 1;
            k = clause.Word(k) is "the" or "our" or "that" ? k - 1 : k;
            k = clause.Word(k) is "in" or "for" or "at" or "during" && clause.Word(k - 1) is "than" or "to" or "with" or "from" ? k - 1 : k;
            string prior = clause.Word(k), further = clause.Word(k - 1);
            bool comparing = prior is "from" or "over" or "versus" or "vs" or "than" or "against" or "above" or "below" or "exceeded" or "surpassed" or "topped" || (prior is "on" && k > 0 && (further is "stable" or "flat" or "up" or "down" || PeriodReader.IsUnit(clause.Tokens[k - 1]))) || (prior is "to" or "with" && further is "compared" or "level" or "line" or "unchanged" or "relative" or "comparing" or "flat" or "compare")
                || period.When == PeriodWhen.That || (prior is "to" && period.When is PeriodWhen.YearAgo or PeriodWhen.TwoYearsAgo);
            // "compared to our 2020 reported profit of 3 million": the period is that of the number
            bool ofLine = e + 2 < elements.Count && elements[e + 1].Item is LineRef && elements[e + 2].Item is Quantity && elements[e + 2].First - elements[e + 1].End == 1 && clause.Word(elements[e + 2].First - 1) is "of" && prior is "to" or "with" or "versus" or "against" or "from"
                && Enumerable.Range(period.End, elements[e + 1].First - period.End).All(i => Basis.IsWord(clause.Word(i)) || clause.Word(i) is "'s");
            bool ownNumber = ofLine || (clause.Word(period.End) is not "at" && e + 1 < elements.Count && (elements[e + 1].Item is Quantity || (elements[e + 1].Item is LineRef && period.When is PeriodWhen.YearAgo && prior is not "from")) && elements[e + 1].First - period.End <= 1 && clause.Word(period.End) is not ("," or "and" or "or"));
            bool goesOn = e > 0 && elements[e - 1].Item is PeriodPhrase earlier && compared.Contains(earlier) && period.First - earlier.End <= 2;
            bool increaseOf = prior is "of" && further is "increase" or "decrease" or "growth" or "improvement";
            if ((comparing || goesOn || increaseOf) && !ownNumber && span is null)
            {
                compared.Add(period);
            }
        }
    }


    // "from 2021 to 2023": a span of years whose numbers follow in order
    private (int From, int To)? YearSpan()
    {
        for (int i = 0; i + 1 < clause.Periods.Count; i++)
        {
            PeriodPhrase a = clause.Periods[i], b = clause.Periods[i + 1];
            if (a is { Shape: PeriodShape.Year, Year: > 0 } && b is { Shape: PeriodShape.Year, Year: > 0 } && b.Year > a.Year && b.First - a.End == 1
                && clause.Word(a.End) is "to" or "-" or "through" && clause.Word(a.First - 1) == "from")
            {
                return (a.Year, b.Year);
            }
        }

        return null;
    }
}
