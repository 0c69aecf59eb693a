namespace ModelBuilder.Extraction;

/// <summary>Sentences that go on with the subject of the one before: "That is 4% more than last quarter's", "As a margin, it was 9%".</summary>
internal static class Continuations
{
    /// <summary>The line that a sentence without a subject of its own speaks of, or null.</summary>
    public static LineRef? Of(Clause clause, Passage passage, Lexicon lexicon)
    {
        int number = clause.Quantities[0].First;
        if (RangeOf(clause, number) is { } range && passage is { LastLine: { Weak: false, IsNoLine: false } guided, SubjectAge: <= 1, Expecting: true })
        {
            // "For canoes, the range is 3 to 4 million": of what was guided for the whole, or for the part before it
            string? part = clause.Lines.LastOrDefault(l => l.Weak && l.First < range)?.Key[8..] ?? (passage.TopicAge == 0 ? passage.Topic : null);
            return part is null ? guided with { First = range, End = range + 1 }
                : guided.Key.Split('.')[0] == "revenue" ? guided with { Key = "revenue." + part, Bare = false, First = range, End = range + 1 } : null;
        }

        if (Fragment(clause, number))
        {
            return passage.LastLine is { } last ? last with { First = 0, End = 0 } : null;
        }

        if (Change(clause, number))
        {
            return passage is { LastLine: { Weak: false, IsNoLine: false } moved, SubjectAge: <= 1 } && (clause.Quantities[0].Kind == QuantityKind.Points ? moved.Nature == LineNature.Ratio || Vocabulary.IsCost(moved.Key) : moved.Nature != LineNature.Ratio) ? moved with { First = 0, End = 1 } : null;
        }

        // "Of this amount, 80 million came from canoes"
        if (clause.Word(0) is "of" && clause.Word(1) is "this" or "that" or "these")
        {
            return passage is { LastLine: { Weak: false } sold, SubjectAge: <= 1 } && sold.Key.StartsWith("revenue.", StringComparison.Ordinal) && !clause.Lines.Exists(l => l.First < 4) ? sold with { First = 0, End = 2 } : null;
        }

        // "Turning to free cash flow. We generated 84 million": what was announced
        if (clause.Word(0) is "we" && clause.Word(1) is "generated" or "delivered" or "reported" or "recorded" or "posted" or "achieved" or "produced" or "spent" or "incurred" or "invested" && number <= 4 && passage is { LastLine: { Weak: false, IsNoLine: false } announced, SubjectAge: <= 1, LineAnnounced: true } && !clause.Lines.Exists(l => l.First < number + 6 && !l.Weak))
        {
            return announced with { First = 0, End = 1 };
        }

        if (AsMargin(clause) && passage.LastProfit is { } profit && Vocabulary.MarginOf(profit.Key) is { } margin)
        {
            return profit with { Key = margin, Nature = LineNature.Ratio, Weak = false, First = 0, End = 3 };
        }

        // "The segment made up 79% of revenue. This was up 3%": the growth is that of its revenue
        if (passage is { LastLine.Key: ['s', 'h', 'a', 'r', 'e', '_', 'o', 'f', '_', 'r', 'e', 'v', 'e', 'n', 'u', 'e', '.', ..] shared, LastRevenue: { } own, SubjectAge: <= 1 } && own == "revenue." + shared[17..] && clause.Word(0) is "this" or "that" or "it" && clause.Word(1) is "was" or "is" or "represents" or "represented"
            && clause.Quantities[0].Kind == QuantityKind.Percent && clause.Markers.Exists(m => m.Kind is MarkerKind.Up or MarkerKind.Down && m.First <= number + 2) && !clause.Lines.Exists(l => l.First < number))
        {
            return passage.LastLine with { Key = own, Nature = LineNature.Flow, First = 0, End = 1 };
        }

        // "This result was 0.20 higher year over year"
        if (clause.Word(0) is "this" or "that" && clause.Word(1) is "result" or "figure" or "amount" or "level" or "performance" && clause.Word(2) is "was" or "is" or "represents" or "represented" or "compares" && passage is { LastLine: { IsNoLine: false, Weak: false } result, SubjectAge: <= 1 } && !clause.Lines.Exists(l => l.First < number))
        {
            return result with { First = 0, End = 2 };
        }

        // "Turning to earnings per share. For the quarter, the 5% decline compares to"; "Turning to costs. Expenses increased 8%"
        if (passage is { LastLine: { Weak: false, IsNoLine: false } turned, SubjectAge: <= 1, LineAnnounced: true } && !clause.Lines.Exists(l => l.First < number && l is { ByVerb: false }) && Announced(clause, number))
        {
            clause.Lines.RemoveAll(l => l.ByVerb && l.First < number);
            return turned with { First = 0, End = 0 };
        }

        // "Charter sales made up 40% of revenues. The figure was 8 million"
        if (clause.Word(0) is "the" && clause.Word(1) is "figure" or "amount" or "number" or "total" or "metric" && clause.Word(2) is "was" or "is" or "rose" or "fell" or "increased" or "decreased" or "grew" or "declined" or "came"
            && passage is { LastLine: { IsNoLine: false } meant, SubjectAge: <= 1 })
        {
            bool share = meant.Key.StartsWith("share_of_revenue.", StringComparison.Ordinal) && clause.Quantities[0].Kind == QuantityKind.Money;
            return share ? meant with { Key = "revenue." + meant.Key[17..], Nature = LineNature.Flow, First = 0, End = 2 } : meant.Weak ? null : meant with { First = 0, End = 2 };
        }

        return passage.LastLine is { Weak: false, IsNoLine: false } line && passage.SubjectAge <= 1 && Pronoun(clause, number, lexicon, passage.Period is null) is { } at
            ? Exclusions.Carried(line, clause, lexicon) with { First = at, End = at + 1 }
            : null;
    }

    // nothing but words of the grammar and of no line in particular before the number
    private static bool Announced(Clause clause, int number) => number <= 12 && Enumerable.Range(0, number).All(i => clause.Claimed[i] || Fillers.IsFiller(clause.Word(i)) || clause.Word(i) is "expenses" or "expense" or "costs" or "spending" or "results");

    // "the guidance range is": what it is a range of was said before
    private static int? RangeOf(Clause clause, int number) => Enumerable.Range(0, number).Where(i => clause.Word(i) is "range" or "guidance" or "outlook" && clause.Word(i + 1) is "is" or "was" && !clause.Lines.Exists(l => !l.Weak && l.First < number)).Cast<int?>().FirstOrDefault();

    // "compared with 4% last quarter", "that represents 5% of it"
    private static bool Fragment(Clause clause, int number) =>
        (clause.Word(0) is "compared" or "increasing" or "decreasing" or "representing" or "up" or "down" or "rising" or "versus"
            || (clause.Word(0) is "we" or "we're" or "we’re" && clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance && m.First <= 3) && clause.Tokens.Count > 4 && clause.Word(number - 1) is "between" or "forecasting" or "expecting")
            || (clause.Word(0) is "that" or "this" && clause.Word(1) is "represents" or "represented" or "compares" or "compared"))
        && clause.Lines.All(l => l.First > number)
        && !Enumerable.Range(0, number).Any(i => clause.Word(i) is "," or "was" or "were");

    // "The increase of 40 basis points relates to", "This 5% increase was": what changed is the line before
    private static bool Change(Clause clause, int number)
    {
        bool noun = clause.Word(0) is "the" or "this" or "that" && clause.Word(1) is "increase" or "decrease" or "decline" or "improvement" or "reduction" or "growth" && clause.Word(2) is "of" or "was" && number <= 5;
        bool adjective = clause.Word(0) is "the" or "this" or "that" && number is 1 or 2 && clause.Word(clause.Quantities[0].End) is "increase" or "decrease" or "decline" or "improvement" or "reduction" && clause.Word(clause.Quantities[0].End + 1) is not ("in" or "of" or "to" or "for");
        bool expected = OfChange(clause, number) && clause.Markers.Exists(m => m.Kind == MarkerKind.Guidance && m.First < number);
        return (noun || adjective || expected) && clause.Lines.All(l => l.First > clause.Quantities[0].End + 2);
    }

    // "we now expect an increase of approximately 450 basis points"
    private static bool OfChange(Clause clause, int number)
    {
        int k = number - 1;
        while (clause.Word(k) is "approximately" or "about" or "around" or "roughly" or "between" or "nearly")
        {
            k--;
        }

        return clause.Word(k) is "of" && clause.Word(k - 1) is "increase" or "decrease" or "decline" or "improvement" or "reduction" && clause.Word(k - 2) is "an" or "a";
    }

    /// <summary>The drafts of a sentence, as expectations where it has no verb and goes on with a list of them: "Adjusted profit of about 8 million, a margin of 17%".</summary>
    public static List<Draft> OfOutlook(List<Draft> drafts, Clause clause, Passage passage)
    {
        List<Draft> said = passage.Listing && !Tells(clause) ? [.. drafts.Select(d => d with { Expected = true })]
            : passage.Expecting && (IsFragmentOfOutlook(clause) || (clause.Quantities.Count > 0 && RangeOf(clause, clause.Quantities[0].First) is not null)) ? [.. drafts.Select(d => d with { Expected = true })] : drafts;
        said = Superseded(clause, passage.Guided) is { Count: > 0 } before ? before : said;

        passage.Expecting = said.Count > 0 && said.TrueForAll(d => d.Expected);
        passage.Guided = said.FindAll(d => d.Expected && d.RangeEnd != 0);
        return said;
    }

    // "This is up from the previously expected range of 3% to 7%": what the sentence before guides, as it was
    private static List<Draft> Superseded(Clause clause, List<Draft> guided)
    {
        bool earlier = clause.Word(0) is "this" or "that" or "which" or "our" or "the" && Enumerable.Range(0, clause.Tokens.Count).Any(i => clause.Word(i) is "previously" or "prior" or "previous" or "earlier" or "initial"
            && Enumerable.Range(i + 1, 4).Any(k => clause.Word(k) is "guidance" or "range" or "outlook" or "forecast" or "expected" or "expectation" or "expectations" or "guided"));
        return earlier && guided is [{ RangeEnd: < 0 } low, { RangeEnd: > 0 } high] && clause.Quantities is [{ OpensRange: true } from, { } to] && from.Kind == low.Quantity.Kind && to.Kind == from.Kind && !clause.Lines.Exists(l => l.First < from.First && l.Key != low.Line.Key)
            ? [low with { Quantity = from }, high with { Quantity = to }] : [];
    }

    /// <summary>True for a sentence of what was: no line of a list of what is expected.</summary>
    public static bool Tells(Clause clause) => clause.Tokens.Exists(t => t.Lower is "was" or "were" or "had" or "said" or "reported" or "grew" or "rose" or "fell" or "decreased" or "declined" or "increased" or "totaled" or "ended");

    private static bool IsFragmentOfOutlook(Clause clause) =>
        clause.Lines.Count > 0 && clause.Lines[0] is { IsNoLine: false, First: <= 2 } line && clause.Word(line.End) is "of" or "between" && clause.Quantities.Count > 0 && clause.Quantities[0].First - line.End <= 3
        && !Enumerable.Range(0, clause.Tokens.Count).Any(i => clause.Word(i) is "was" or "were" or "increased" or "decreased" or "grew" or "declined" or "compared" or "up" or "down" or "rose" or "fell");

    private static bool AsMargin(Clause clause) => clause.Word(0) is "as" && clause.Word(1) is "a" && clause.Word(2) is "margin" && clause.Word(3) is "," or "this" or "that" or "it";

    // "It went from", "They were", "Leaving out both, it would have been"
    private static int? Pronoun(Clause clause, int number, Lexicon lexicon, bool present)
    {
        int at = Exclusion.Read(clause) is [{ OpensClause: true, First: <= 1 } without, ..] ? without.End + (clause.Word(without.End) is "," ? 1 : 0) : 0;
        // "Last year, it was"
        at = at == 0 && clause.Periods.Find(p => p.First <= 1 && (present || p.When == PeriodWhen.Named)) is { } opening && opening.End < number ? opening.End + (clause.Word(opening.End) is "," ? 1 : 0) : at;
        return clause.Word(at) is "it" or "that" or "this" or "they" or "these"
            && clause.Word(at + 1) is "is" or "was" or "were" or "are" or "would" or "had" or "went" or "grew" or "rose" or "fell" or "came" or "stood" or "compares" or "represents" or "declined" or "increased" or "decreased"
            && at < number && !clause.Lines.Any(l => l.First >= at && l.First < number && !lexicon.IsAdjustment(l.Key))
            ? at
            : null;
    }
}
