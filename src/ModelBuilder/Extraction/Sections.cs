namespace ModelBuilder.Extraction;

/// <summary>
/// The part of the company that a speaker goes on about without naming it: "Moving to Boats. Sales grew 8%; ... Adjusted EBITDA was 4
/// million." It holds until another part has its turn, the speaker changes, or a sentence states what only the whole company has.
/// </summary>
internal static class Sections
{
    // a figure so many sentences after the part was last named or stated may be the whole company's again
    private const int Life = 8;

    // outside a review of the parts, a part that was the subject of one sentence is hardly that of the third after it
    private const int Passing = 3;

    /// <summary>Takes up what a sentence says of the part that is talked about.</summary>
    /// <param name="clause">The sentence.</param>
    /// <param name="passage">What carries over; changed.</param>
    /// <param name="lexicon">The names.</param>
    /// <param name="turn">The part that it turns to, and whether it turns.</param>
    public static void Follow(Clause clause, Passage passage, Lexicon lexicon, (string? Part, bool Turns) turn)
    {
        passage.SectionHere = null;
        passage.UnknownHere = false;
        bool over = HandsOver(clause), review = Reviews(clause), announced = turn.Turns && Turns.Announces(clause.Tokens);
        passage.Announced = announced && !over;
        if (over || (announced && turn.Part is null && !clause.Tokens.Exists(t => t.Norm is "slide" or "page")))
        {
            (passage.InReview, passage.OfSegments) = (false, false);
        }

        passage.InReview |= !over && (review || (announced && turn.Part is not null));
        passage.OfSegments = passage.InReview && (passage.OfSegments || review || (announced && clause.Tokens.Exists(t => t.Norm is "segment" or "division")));
        if (over || review || announced)
        {
            (passage.Section, passage.SectionAge, passage.SectionTurned) = (over ? null : turn.Part, 0, announced);
        }

        if (Named(clause, lexicon, turn.Part) is var (part, at, proper))
        {
            passage.SectionHere = (part, at);
            if (!passage.InReview || (proper && (passage.Section is null || !passage.SectionTurned || lexicon.IsSegment(part) || clause.Word(0) is "at")))
            {
                (passage.Section, passage.SectionAge, passage.SectionTurned) = (part, 0, false);
            }
        }
        else if (SaysWhole(clause))
        {
            (passage.InReview, passage.OfSegments, passage.Section) = (false, false, null);
        }
        else if (!announced || turn.Part is null)
        {
            passage.UnknownHere = NamesUnknown(clause);
            passage.Section = passage.UnknownHere ? null : passage.Section;
        }
    }

    /// <summary>The lines with those of the part that is talked about given to it; where that is not sure, they say which part it may be.</summary>
    public static List<LineRef> Apply(Clause clause, Passage passage) =>
        passage.Section is null && passage.SectionHere is null && !passage.UnknownHere && !clause.Tokens.Exists(t => t.Norm is "segment" or "division" || t.Is("'s")) ? clause.Lines
            : [.. clause.Lines.Select(l => IsOfParts(l) ? Given(clause, l, passage) : MayBeOfPart(l) ? Perhaps(clause, l, passage) : l)];

    /// <summary>The key that a line of the whole company has for a part.</summary>
    public static string Of(string key, string part) => key == "revenue.total" ? "revenue." + part : $"{key}.{part}";

    // costs, premiums, interest: few companies state them of parts, and only where they say otherwise of the whole is it seen
    private static LineRef Perhaps(Clause clause, LineRef line, Passage passage)
    {
        bool said = clause.Word(line.First - 1) is "total" or "company" or "consolidated" or "overall";
        return said ? line
            : passage.UnknownHere && line.First > 1 ? line with { PerhapsOf = "" }
            : passage.Section is { } part && passage.InReview && passage.SectionAge <= 2 * Life ? line with { PerhapsOf = part }
            : line;
    }

    private static bool MayBeOfPart(LineRef line) => line is { Nature: LineNature.Flow or LineNature.Ratio, IsNoLine: false } && !line.Key.Contains('.', StringComparison.Ordinal)
        && (Vocabulary.IsCost(line.Key) || line.Key is "net_interest_income" or "non_interest_income" or "fee_income" or "non_interest_expense" or "premiums_written" or "net_premiums_written" or "premiums_earned" or "combined_ratio" or "loss_ratio" or "expense_ratio" or "pretax_income" or "net_income");

    private static LineRef Given(Clause clause, LineRef line, Passage passage)
    {
        int k = line.First - 1;
        while (k >= 0 && (Basis.IsWord(clause.Word(k)) || clause.Word(k) is "quarterly" or "reported"))
        {
            k--;
        }

        // "Harbour paper's second quarter sales": of a part whose name is not known
        if (line is { Key: "revenue.total", Bare: true } && Owner(clause, k) is { } owner && !clause.Claimed[owner] && clause.Tokens[owner] is { Kind: TokenKind.Word, IsCapitalised: false } && clause.Word(owner) is not ("company" or "group" or "quarter" or "year" or "month" or "week" or "half" or "period" or "today" or "yesterday" or "firm" or "season" or "it" or "that" or "let" or "business" or "corporation" or "bank"))
        {
            return line with { Key = "", Nature = LineNature.None };
        }

        // "made up 40% of sales": a share of the whole
        int of = clause.Word(k) is "our" or "the" or "total" ? k - 1 : k;
        if (line.Key == "revenue.total" && clause.Word(of) is "of" && (clause.Word(of - 1) is "%" or "percent" or "percentage" or "share" or "proportion"))
        {
            return line;
        }

        if (passage.SectionHere is var (named, at) && at < line.First && !clause.IsOwned(line) && !Enumerable.Range(at, line.First - at).Any(i => clause.Word(i) is "we" or "our" or "company" or "total" or "consolidated" or ";"))
        {
            return line with { Key = Of(line.Key, named), Bare = false };
        }

        string? part = passage.Section;
        // "for the segment", "of our canoe segment"; a known name was read with the line
        int close = clause.Word(line.End) is "for" or "in" or "of" && clause.Word(line.End + 1) is "the" or "this" or "our" ? clause.Tokens.FindIndex(line.End, Math.Min(6, clause.Tokens.Count - line.End), t => t.Norm is "segment" or "division") : -1;
        bool behind = close == line.End + 2 || (close < 0 && clause.Word(line.End + 1) is "this" && clause.Word(line.End + 2) is "business");
        part = close > line.End + 2 && !Enumerable.Range(line.End, close - line.End).Any(i => clause.Claimed[i]) ? null : part;
        behind |= close > line.End + 2 && part is null;
        if (behind || clause.Word(k) is "segment" or "division")
        {
            // the profit of a segment whose name went by is nobody else's
            // "segment profit was" outside of any segment's turn is what all of them made
            return part is null ? behind || passage.InReview || !clause.Open || k > 1 || (k == 1 && clause.Word(0) is not ("total" or "our")) ? line with { Key = "", Nature = LineNature.None } : line with { Key = Of(line.Key, "segments") } : line with { Key = Of(line.Key, part), Bare = false, Given = true };
        }

        if (passage.UnknownHere && line.First > 1)
        {
            return line with { PerhapsOf = "" };
        }

        if (part is null || clause.Word(k) is "company" or "consolidated" or "total" or "overall" or "enterprise" or "'s")
        {
            return line;
        }

        passage.SectionAge = passage.SectionAge <= Life && passage.InReview ? 0 : passage.SectionAge;
        bool subjectless = Subjectless(clause, line, passage.Announced);
        return subjectless && passage.InReview && passage.SectionAge == 0 && (passage.OfSegments || line.Key == "revenue.total") ? line with { Key = Of(line.Key, part), Bare = false, Given = true }
            : passage.SectionAge <= (passage.InReview ? 2 * Life : Passing) ? line with { PerhapsOf = subjectless ? part : "" }
            : line;
    }

    // who stands with 's before a line, over the words that say when
    private static int? Owner(Clause clause, int k)
    {
        while (k > 0 && !clause.Tokens[k].Is("'s") && (clause.Periods.Exists(p => p.First <= k && k < p.End) || clause.Word(k) is "quarter" or "year" or "first" or "second" or "third" or "fourth" or "full" or "fiscal"))
        {
            k--;
        }

        return k > 0 && clause.Tokens[k].Is("'s") ? k - 1 : null;
    }

    // "we grew sales", "Trio did well with sales of": somebody else's
    private static bool Subjectless(Clause clause, LineRef line, bool announced)
    {
        int from = announced ? clause.Tokens.FindIndex(t => t.Is(",")) + 1 : 0;
        return !Enumerable.Range(from, Math.Max(0, line.First - from)).Any(i => clause.Word(i) is "we" or "our" or "company" or "with" or "generated" or "delivered" or "had" or "saw" or "recorded" or "contributed" or "posted" or "achieved" or "produced" or "i" or "they" || (clause.Word(i) is "reported" && i > 0 && !clause.Claimed[i - 1])
            || (i > 0 && clause.Tokens[i].IsCapitalised && !clause.Claimed[i] && !Basis.IsWord(clause.Word(i))));
    }

    // what companies state of their parts too
    private static bool IsOfParts(LineRef line) => line is { Key: "revenue.total", Bare: true, Foreign: false } or { Key: "same_store_sales" or "orders" or "backlog" } || Vocabulary.IsProfitOrMargin(line.Key);

    // "Boats delivered", "In Boats, sales", "Second quarter Boats sales": a part that stands before all else, and whether it is a name
    private static (string Part, int At, bool Proper)? Named(Clause clause, Lexicon lexicon, string? turned)
    {
        // "At Boats, revenues were": no announcement, but the part of the sentence
        if (turned is not null && !Turns.Announces(clause.Tokens) && (Turns.Opened(clause.Tokens) ?? Turns.Subject(clause.Tokens)) is { } opened)
        {
            return (turned, opened.First, clause.Word(0) is "at" || lexicon.IsSegment(turned));
        }

        LineRef? first = clause.Lines.Find(l => !l.IsNoLine);
        if (first is null || first.First > 6 || !first.Key.Contains('.', StringComparison.Ordinal) || first.Key == "revenue.total" || clause.Quantities.Exists(q => q.Kind != QuantityKind.Plain && q.First < first.First))
        {
            return null;
        }

        string part = first.Key[(first.Key.IndexOf('.', StringComparison.Ordinal) + 1)..];
        bool subject = Enumerable.Range(0, first.First).All(i => clause.Claimed[i] || Fillers.IsFiller(clause.Word(i)) || clause.Word(i) is "in" or "at" or "for" or "within" or "the" or "our" or "," or "and" or "second" or "reported" or "finally" or "lastly" or "next" || clause.Tokens[i].Norm is "segment");
        bool proper = lexicon.KnowsCompany ? lexicon.IsSegment(part) : Enumerable.Range(first.First, Math.Max(0, Math.Min(3, first.End - first.First))).Any(i => clause.Tokens[i].IsCapitalised && (i > 0 || lexicon.IsSegment(part) || clause.Word(1) is "segment" || clause.Tokens[0].Text.All(char.IsUpper) || clause.Tokens[1].IsCapitalised));
        return subject && (lexicon.IsSegment(part) || (proper && first.First <= 4)) ? (part, first.First, proper) : null;
    }

    // "our canoe segment delivered" where no canoes are known: another part has its turn
    private static bool NamesUnknown(Clause clause)
    {
        int business = clause.Tokens.FindIndex(t => t.Norm is "business");
        if (business is > 1 and <= 5 && clause.Word(0) is "our" or "the" && clause.Word(business + 1) is not ("model" or "mix" or "momentum" or "environment" or "conditions" or "unit" or "segment")
            && Enumerable.Range(1, business - 1).All(i => !clause.Claimed[i] && clause.Tokens[i].Kind == TokenKind.Word && !Fillers.IsFiller(clause.Word(i)) && clause.Word(i) is not ("core" or "base" or "underlying" or "entire" or "whole" or "existing" or "legacy" or "company" or "of" or "the")))
        {
            return true;
        }

        int at = clause.Tokens.FindIndex(t => t.Norm is "segment" or "division");
        return at is > 0 and <= 8 && clause.Word(at - 1) is not ("the" or "this" or "that" or "our" or "each" or "by" or "same" or "within" or "every" or "all" or "of" or "reportable");
    }

    // "thank you", "I will turn the call over to": another speaker begins
    private static bool HandsOver(Clause clause) => clause.Word(0) is "thank" or "thanks" || (clause.Word(0) is "good" && clause.Word(1) is "morning" or "afternoon" or "evening")
        || Enumerable.Range(0, clause.Tokens.Count).Any(i => clause.Word(i) is "call" or "it" && clause.Word(i + 1) is "over" && clause.Word(i + 2) is "to");

    // "let me review the results by segment", "our segment performance"
    private static bool Reviews(Clause clause) => clause.Quantities.Count == 0 && clause.Tokens.Exists(t => t.Norm is "segment")
        && clause.Tokens.Exists(t => t.Lower is "review" or "turn" or "turning" or "moving" or "move" or "discuss" or "look" or "looking" or "details" or "highlights" or "now" or "performance" or "through");

    // earnings a share, tax, cash and debt are the company's; so is what is called consolidated
    private static bool SaysWhole(Clause clause)
    {
        if (clause.Quantities.Count > 0 && clause.Lines.Exists(l => l.Key is "eps" or "tax_rate" or "tax_expense" or "operating_cash_flow" or "free_cash_flow" or "cash" or "debt" or "net_debt" or "dividends" or "share_repurchases" or "interest_expense" || (l is { Key: "revenue.total", Bare: false, Foreign: false } && !(clause.Word(l.First - 1) is "of" && clause.Word(l.First - 2) is "%" or "percent" or "percentage"))))
        {
            return true;
        }

        int results = clause.Tokens.FindIndex(t => t.Norm is "result" or "financial");
        int our = results is > 0 and < 12 ? clause.Tokens.FindIndex(0, results, t => t.Lower is "our") : -1;
        if (our >= 0 && Enumerable.Range(our + 1, results - our - 1).All(i => clause.Claimed[i] || Fillers.IsFiller(clause.Word(i)) || Basis.IsWord(clause.Word(i)) || clause.Word(i) is "financial" or "operating"))
        {
            return true;
        }

        for (int i = 0; i < clause.Tokens.Count; i++)
        {
            if (clause.Word(i) is "consolidated" or "companywide" or "corporate" && i <= 4 || (clause.Word(i) is "total" or "overall" or "whole" && clause.Word(i + 1) is "company" or "group") || (clause.Word(i) is "company" && clause.Word(i + 1) is "wide"))
            {
                return true;
            }
        }

        return false;
    }
}
