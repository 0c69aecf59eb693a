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

    private bool IsAside(int i, int end) => IsPlace(i) || IsInsertion(i, end);

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
        return !line && Enumerable.Range(stop, Math.Max(0, Math.Min(next, stop + 8) - stop)).Any(i => clause.Word(i) is "it" or "they" or "this" or "that" && clause.Word(i + 1) is "was" or "were" or "had" or "is" or "are");
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
