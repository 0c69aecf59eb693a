using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>Words between a line and its number that are about neither: a place, an insertion, what a colon closes; and what a semicolon does not close.</content>
internal sealed partial class Binder
{
    // "costs went the other way: 12 million", "margins rose again: they were 9%"; the colon announces the number
    private int AfterColon(int from, int to)
    {
        for (int i = to - 1; i >= from; i--)
        {
            if (clause.Word(i) == ":")
            {
                return i + 1;
            }
        }

        return from;
    }

    // "up 14% to 9 million (constant currency +10%)": the growth once more, on the basis that the brackets say
    private Draft? OnAnotherBasis(Quantity q)
    {
        int open = q.First - 1;
        while (open >= 0 && (Basis.IsWord(clause.Word(open)) || clause.Word(open) is "+" or ":" or "at" or "in" or "on" or "a" or "basis" or "currencies" or "exchange" or "rates" or "up" or "down"))
        {
            open--;
        }

        int close = q.End;
        while (close < clause.Tokens.Count && close < q.End + 6 && clause.Word(close) is not (")" or ","))
        {
            close++;
        }

        bool bracketed = clause.Open && q.Kind == QuantityKind.Percent && open >= 0 && clause.Word(open) is "(" && clause.Word(close) is ")" && drafts.Exists(d => d.Role == Role.Change && group.Contains(d.Line));
        string basis = bracketed ? Basis.Between(clause.Tokens, open, close) : "";
        return basis.Length == 0 || drafts.Last(d => d.Role == Role.Change) is not { Expected: false } growth ? null
            : new Draft(growth.Line with { Basis = basis }, q, Role.Change) { Direction = q.Negative || clause.Word(q.First - 1) is "down" ? -1 : 1, Comparison = growth.Comparison };
    }

    private (int Close, List<LineRef> Group)? outside;

    // "net income was 9 million (earnings per share of 1.51), an increase of 4%": behind the bracket the subject is again the one before it
    private void Leave(int e)
    {
        int at = elements[e].First;
        if (outside is { } left && at > left.Close)
        {
            group = elements[e].Item is LineRef || group.Count == 0 ? group : left.Group;
            outside = null;
        }

        if (outside is null && elements[e].Item is LineRef line && clause.Word(line.First - 1) is "(" && group.Count > 0 && drafts.Exists(d => group.Contains(d.Line)))
        {
            int close = clause.Tokens.FindIndex(line.End, t => t.Is(")"));
            outside = close > 0 ? (close, group) : null;
        }
    }

    private bool IsAside(int i, int end) => IsPlace(i) || IsInsertion(i, end) || IsQualifier(i, end);

    // "profit before the part of others as our release has it was", "capital expenditures net of grants were": what qualifies a line, up to its verb
    private bool IsQualifier(int i, int end)
    {
        int first = group[^1].End;
        bool qualifies = clause.Word(first) is "before" or "after" or "as" || (clause.Word(first) is "net" && clause.Word(first + 1) is "of")
            || (clause.Word(first) is "for" && Enumerable.Range(first + 2, 3).Any(k => k < clause.Tokens.Count && clause.Tokens[k].Norm is "segment" or "division" or "company" or "group" or "business" or "unit"));
        if (!qualifies || i < first)
        {
            return false;
        }

        int verb = first;
        while (verb < end && clause.Word(verb) is not ("was" or "were" or "is" or "are"))
        {
            verb++;
        }

        return i < verb && verb < end && !clause.Quantities.Exists(q => q.First >= first && q.First < verb) && !Enumerable.Range(first, verb - first).Any(k => clause.Word(k) is ";" or "which" or "while");
    }

    // "expenses in New Harbour of 3 million"
    private bool IsPlace(int i)
    {
        int k = i;
        while (k >= 0 && clause.Tokens[k].IsCapitalised)
        {
            k--;
        }

        return k < i && k >= 0 && clause.Word(k) is "in";
    }

    // "revenue, as the page has it, was": between commas, and a verb goes on with the line
    private bool IsInsertion(int i, int end)
    {
        int open = i, close = i;
        while (open >= group[0].End && clause.Word(open) != ",")
        {
            open--;
        }

        while (close < end && clause.Word(close) != ",")
        {
            close++;
        }

        return open >= group[0].End && open <= i && close < end && close > i
            && clause.Word(close + 1) is "was" or "were" or "is" or "are" or "came" or "reached" or "stood" or "amounted" or "totalled" or "totaled" or "rose" or "fell" or "grew" or "declined" or "increased" or "decreased";
    }

    // "; a year ago they were 4 million": a pronoun goes on with the line before the semicolon
    private bool PronounFollows(int e)
    {
        int stop = elements[e].End;
        int next = elements.Skip(e + 1).Where(x => x.Item is Quantity or LineRef).Select(x => x.First).FirstOrDefault(clause.Tokens.Count);
        bool line = elements.Skip(e + 1).FirstOrDefault(x => x.Item is Quantity or LineRef).Item is LineRef;
        // "; prior year was at 6%"
        bool period = elements.Skip(e + 1).FirstOrDefault().Item is PeriodPhrase { When: PeriodWhen.YearAgo or PeriodWhen.Last } of && of.First - stop <= 1 && clause.Word(of.End) is "was" or "were";
        return !line && (period || Enumerable.Range(stop, Math.Max(0, Math.Min(next, stop + 8) - stop)).Any(i => clause.Word(i) is "it" or "they" or "this" or "that" && clause.Word(i + 1) is "was" or "were" or "had" or "is" or "are"));
    }

    // "they had been 7 million" says what it was before, unless a period of its own stands there
    private bool HadBeen(int e, Quantity q)
    {
        for (int k = e - 1; k >= 0 && elements[k].Item is not (Quantity or LineRef) && elements[k].Item is not Marker { Kind: MarkerKind.Stop }; k--)
        {
            if (elements[k].Item is PeriodPhrase)
            {
                return false;
            }
        }

        return drafts.Count > 0 && Enumerable.Range(Math.Max(0, q.First - 5), Math.Min(5, q.First)).Any(i => clause.Word(i) is "had" && clause.Word(i + 1) is "been");
    }
}
