namespace ModelBuilder.Extraction;

/// <content>Numbers that say nothing of the line before them: reasons, expectations they are held against, conditions.</content>
internal sealed partial class Binder
{
    // "as productivity gains of 29 million were offset": another noun's growth, told as the reason
    private bool Reason(int e, Quantity q)
    {
        if (e == 0 || elements[e - 1].Item is not Marker { Kind: MarkerKind.Up or MarkerKind.Down } noun || clause.Word(noun.End) is not "of" || group.Count == 0 || noun.First <= group[^1].End)
        {
            return false;
        }

        int k = noun.First - 1;
        while (k > group[^1].End && clause.Tokens[k].Kind == TokenKind.Word && !clause.Claimed[k] && !Fillers.IsFiller(clause.Word(k)) && clause.Word(k) is not ("with" or "because" or "while"))
        {
            k--;
        }

        return k < noun.First - 1 && clause.Word(k) is "as" or "because" or "while" or "with";
    }

    // "2 million above the midpoint of our guidance", "up 22 cents from our prior outlook": held against what was expected
    private bool AgainstGuidance(Quantity q)
    {
        if (clause.Word(q.End) is not ("above" or "below" or "from" or "ahead" or "better" or "higher" or "lower"))
        {
            return false;
        }

        for (int i = q.End + 1; i < q.End + 7 && i < clause.Tokens.Count && clause.Word(i) is not ","; i++)
        {
            if (clause.Word(i) is "midpoint" or "guidance" or "outlook" or "expectations" or "forecast" || (clause.Word(i) is "high" or "low" && clause.Word(i + 1) is "end"))
            {
                return true;
            }
        }

        return false;
    }

    // a rate said in passing, an expectation it is held against, a number that the listener is told to see
    private bool Dismissed(Quantity q)
    {
        // "the rate was 17%, higher than expected" judges the number; only "2 points higher than expected" is held against something
        for (int i = q.End; i < q.End + 4 && i < clause.Tokens.Count && clause.Word(i) is not ","; i++)
        {
            if ((clause.Word(i) is "every" or "each" or "per" && clause.Word(i + 1) is "year" or "annum" or "quarter" or "month") || (i == q.End && clause.Word(i) is "annualized" or "annualised" && q.Kind == QuantityKind.Percent && direction != 0) || (clause.Word(i) is "than" && clause.Word(i + 1) is "before" or "expected" or "our" or "we" or "anticipated"))
            {
                return true;
            }
        }

        // "we raise the range by 10 cents to"
        if (clause.Word(q.First - 1) is "by" && clause.Word(q.First - 2) is "range" or "guidance" or "outlook" or "forecast")
        {
            return true;
        }

        return clause.Word(q.First - 1) is "see" || (clause.Word(q.First - 2) is "see" or "seen" && clause.Word(q.First - 1) is not ("at" or "between"));
    }

    // "exceeded our forecast by more than 10%", "reached five shops, by 3 million": a difference without a direction is no level
    private bool ByHowMuch(int e, Quantity q)
    {
        int k = q.First - 1;
        while (clause.Word(k) is "more" or "than" or "over" or "about" or "approximately" or "nearly" or "almost" or "roughly" or "at" or "least" or "some" or "around")
        {
            k--;
        }

        return clause.Word(k) is "by" && direction == 0 && !drafts.Exists(d => d.Role == Role.Change) && !(e > 0 && elements[e - 1].Item is Marker { Kind: MarkerKind.Up or MarkerKind.Down })
            && Enumerable.Range(0, k).Any(i => clause.Word(i) is "exceeded" or "exceeding" or "exceed" or "exceeds" or "beat" or "beating" or "missed" or "outperformed" or "surpassed" or "outpaced");
    }

    private bool Negated(int first)
    {
        // "sales would have been 9 million" were not; without what is left out they are
        if (group[^1].Basis.Length == 0 && !group[^1].Key.Contains("_ex_", StringComparison.Ordinal) && Enumerable.Range(Math.Max(0, first - 6), Math.Min(6, first)).Any(i => clause.Word(i) is "would" && clause.Word(i + 1) is "have"))
        {
            return true;
        }

        // "if sales are down 20%" tells what would follow
        int subject = group[^1].First - 1;
        subject = clause.Word(subject) is "our" or "the" or "your" or "their" ? subject - 1 : subject;
        if (clause.Word(subject) is "if" && clause.Word(subject - 1) is not "as")
        {
            return true;
        }

        // "if we counted the gain, leverage would be 3 times" is not so
        int reach = Math.Max(0, first - 40);
        if (clause.Tokens.FindIndex(reach, first - reach, t => t.Is("if")) is >= 0 and var condition && !clause.Tokens.Exists(t => t.Lower is "midpoint" or "midpoints") && Enumerable.Range(condition, first - condition).Any(i => clause.Word(i) is "would" && clause.Word(i + 1) is "be"))
        {
            return true;
        }

        // what a board allows is not spent yet
        if (group[^1].Key is "share_repurchases" or "dividends" && Enumerable.Range(0, first).Any(i => clause.Word(i) is "authorized" or "authorised" or "approved" or "allowed" or "permitted"))
        {
            return true;
        }

        for (int i = first - 1; i >= 0 && i >= first - 5; i--)
        {
            if (clause.Word(i) is "could" or "might" or "may" || (i >= first - 3 && clause.Word(i) is "not" or "cannot" && clause.Word(i + 1) is not ("more" or "less")))
            {
                return true;
            }
        }

        return false;
    }
}
