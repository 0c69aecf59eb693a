namespace ModelBuilder.Extraction;

/// <content>A part of the company that is named behind the number: "sales rose 4% in Norway", "organic growth of 3% in our charter segment".</content>
internal sealed partial class Binder
{
    /// <summary>The line as the words behind a number narrow it.</summary>
    private LineRef Narrowed(LineRef line, Quantity q) =>
        clause.Open && line.Key == "revenue.total" && PartAfter(Math.Max(q.End, line.First > q.First ? line.End : 0)) is { Length: > 0 } member
            ? line with { Key = "revenue." + member, Bare = false, Doubt = "the part is named by the document, not by company.yaml" }
            : line;

    private bool NamesItsPart(LineRef line, Quantity q) => clause.Open && line.Key.StartsWith("revenue.", StringComparison.Ordinal)
        && PartAfter(Math.Max(q.End, line.First > q.First ? line.End : 0)) is { Length: > 0 } member && (line.Key == "revenue.total" || line.Key[8..] == member);

    private string? PartAfter(int at)
    {
        while (elements.FirstOrDefault(x => x.First == at).Item is Marker { Kind: MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter or MarkerKind.Up or MarkerKind.Down } or PeriodPhrase)
        {
            at = elements.First(x => x.First == at).End;
        }

        if (clause.Word(at) is not ("in" or "at" or "for" or "within" or "across"))
        {
            return null;
        }

        int first = clause.Word(at + 1) is "our" or "the" or "its" ? at + 2 : at + 1, end = first;
        if (clause.Lines.Find(l => l.First == first && l.Weak) is { } known)
        {
            return known.Key[8..];
        }

        while (end < clause.Tokens.Count && end < first + 6 && !clause.Claimed[end] && clause.Tokens[end].IsCapitalised && !PeriodReader.IsMonth(clause.Tokens[end]))
        {
            end += clause.Word(end + 1) is "&" or "and" && end + 2 < clause.Tokens.Count && clause.Tokens[end + 2].IsCapitalised ? 2 : 1;
        }

        bool named = end > first;
        while (end < clause.Tokens.Count && end < first + 5 && !clause.Claimed[end] && clause.Tokens[end].Kind == TokenKind.Word && !Fillers.IsFiller(clause.Word(end)) && !IsPartWord(end))
        {
            end++;
        }

        bool part = end > first && IsPartWord(end);
        return part || (named && !clause.Tokens.Take(end).Skip(first).Any(t => t.Norm is "dollar" or "currency" or "term" or "gaap" or "euro"))
            ? LineReader.Slug([.. clause.Tokens.Skip(first).Take((part ? end : NameEnd(first)) - first)])
            : null;
    }

    private bool IsPartWord(int i) => i < clause.Tokens.Count && clause.Tokens[i].Norm is "segment" or "business" or "division" or "region" or "channel" or "category";

    private int NameEnd(int first)
    {
        int end = first;
        while (end < clause.Tokens.Count && (clause.Tokens[end].IsCapitalised || (end > first && clause.Word(end) is "&" or "and" && end + 1 < clause.Tokens.Count && clause.Tokens[end + 1].IsCapitalised)))
        {
            end++;
        }

        return end;
    }
}
