namespace ModelBuilder.Extraction;

/// <content>Ranges, and the ends of what was guided.</content>
internal sealed partial class Binder
{
    // "between a 4% fall and a 1% rise", "down 7% to up 6%": each end has a direction of its own
    private void PairRanges()
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            Draft open = drafts[i];
            int end = open.Quantity.End;
            if (open is { Expected: true, Role: Role.Change, RangeEnd: 0 } && clause.Word(end) is "to" && clause.Word(end + 1) is "flat")
            {
                drafts[i] = open with { RangeEnd = open.Direction < 0 ? -1 : 1 };
            }
            else if (open is { Expected: true, Role: Role.Change, RangeEnd: 0 } && drafts.Exists(d => d is { Role: Role.Level, RangeEnd: -1 } && d.Line.Key == open.Line.Key) && OtherEndLost(open.Quantity))
            {
                drafts.RemoveAll(d => d.Quantity.First == open.Quantity.End);
                drafts[i] = open with { RangeEnd = -1, Quantity = open.Quantity with { Doubt = "the other end of its range was not understood" } };
            }
        }

        for (int i = 0; i + 1 < drafts.Count; i++)
        {
            Draft a = drafts[i], b = drafts[i + 1];
            bool pair = a is { Expected: true, Role: Role.Change, RangeEnd: 0 } && b is { Role: Role.Change, RangeEnd: 0 } && a.Line == b.Line && a.Quantity.Kind == b.Quantity.Kind
                && Enumerable.Range(a.Quantity.End, b.Quantity.First - a.Quantity.End).All(k => clause.Word(k) is "to" or "and" or "a" or "an" or "up" or "down" or "increase" or "decrease" or "decline" or "growth");
            if (pair)
            {
                bool ordered = a.Direction * Math.Abs(a.Quantity.Value) <= b.Direction * Math.Abs(b.Quantity.Value);
                drafts[i] = a with { RangeEnd = ordered ? -1 : 1 };
                drafts[i + 1] = b with { RangeEnd = ordered ? 1 : -1 };
            }
        }
    }

    // "between 3 and 4 million, a decrease of 17% 29.5%", "of 38% to any 5.4%": behind two ends of the level stand two of the growth
    private bool OtherEndLost(Quantity q) => clause.Quantities.Find(n => n.First >= q.End) is { } next && next.Kind == q.Kind
        && (next.First == q.End || (next.First == q.End + 2 && clause.Word(q.End) is "to" && !drafts.Exists(d => d.Quantity == next)));

    // "down 3% to 5%": the lower end is the one that is lower with its sign
    private void OrderRanges()
    {
        for (int i = 0; i + 1 < drafts.Count; i++)
        {
            Draft a = drafts[i], b = drafts[i + 1];
            if (a.RangeEnd == -1 && b.RangeEnd == 1 && a is { Role: Role.Change, Expected: true } && b.Role == Role.Change && a.Line == b.Line && a.Quantity.Kind == b.Quantity.Kind && Signed(a) > Signed(b))
            {
                drafts[i] = a with { RangeEnd = 1 };
                drafts[i + 1] = b with { RangeEnd = -1 };
            }
        }
    }

    // "4 to 5 million, up from our prior range of 3 to 4 million": guidance as well, of the same period
    private bool Superseded(Quantity q) =>
        (drafts[^1].RangeEnd > 0 && q.OpensRange)
        || clause.Word(q.End) is "outlook" or "guidance" or "forecast"
        || Enumerable.Range(Math.Max(drafts[^1].Quantity.End, q.First - 8), q.First - Math.Max(drafts[^1].Quantity.End, q.First - 8)).Any(i =>
            clause.Word(i) is "prior" or "previous" or "earlier" or "initial" or "original" && Enumerable.Range(i + 1, 4).Any(k => clause.Word(k) is "guidance" or "range" or "outlook" or "forecast" or "expectation" or "estimate"));

    private static decimal Signed(Draft draft) => draft.Direction < 0 && !draft.Quantity.Negative ? -Math.Abs(draft.Quantity.Value) : draft.Quantity.Value;

    // "the upper end of our outlook of 11 million for revenue": which end of a guidance, and whether a result is held against it
    private (int End, bool HeldAgainst)? EndOfGuidance(Quantity q)
    {
        bool guidance = false;
        for (int i = q.First - 1; i > 0 && i >= q.First - 9; i--)
        {
            guidance |= clause.Word(i) is "outlook" or "guidance" or "guide" or "range" or "forecast";
            int end = clause.Word(i) is "end" or "half" ? clause.Word(i - 1) switch { "high" or "upper" or "top" or "higher" => 1, "low" or "lower" or "bottom" => -1, _ => 0 } : 0;
            if (end != 0 && guidance)
            {
                bool held = Enumerable.Range(Math.Max(0, i - 5), Math.Min(5, i)).Any(k => clause.Word(k) is "exceeded" or "exceeding" or "exceeds" or "above" or "beat" or "beating" or "surpassed" or "below" or "versus" or "over" or "than" or "within" or "compared" or "to");
                return (end, held);
            }
        }

        // "ahead of our outlook of 150 million"
        int noun = clause.Word(q.First - 1) is "of" ? q.First - 2 : -1;
        if (noun > 1 && clause.Word(noun) is "outlook" or "guidance" or "forecast" && Enumerable.Range(Math.Max(0, noun - 7), Math.Min(7, noun)).Any(i => (clause.Word(i) is "ahead" && clause.Word(i + 1) is "of") || clause.Word(i) is "exceeded" or "exceeding" or "beating" or "surpassing"))
        {
            return (0, true);
        }

        return null;
    }

    // "9% to 10% sales growth": the first number has its line only through the second
    private void OpenRange(int e, Quantity q, Draft behind)
    {
        if (RangeEnd(e, q) > 0 && elements.Take(e).LastOrDefault(x => x.Item is Quantity).Item is Quantity { OpensRange: true } opener && !drafts.Exists(d => d.Quantity == opener))
        {
            drafts.Add(behind with { Quantity = opener, RangeEnd = -1 });
        }
    }

    private int RangeEnd(int e, Quantity q)
    {
        if (q.OpensRange)
        {
            return -1;
        }

        for (int k = e - 1; k >= 0; k--)
        {
            if (elements[k].Item is Quantity before)
            {
                return before.OpensRange ? 1 : 0;
            }
        }

        return 0;
    }
}
