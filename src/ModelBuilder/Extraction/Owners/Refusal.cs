using System.Globalization;
using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>A number that is somebody else's: a finding where it would have gone, never a mention.</summary>
internal static class Refusal
{
    /// <summary>The finding for a number of another company, or null for the document's own.</summary>
    public static Finding? Of(Mention mention, string? owner, Clause clause, Document document)
    {
        bool trailing = Enumerable.Range(0, clause.Tokens.Count).Any(i => clause.Word(i) is "ttm" || (clause.Word(i) is "trailing" && clause.Word(i + 1) is not "quarter"));
        if (owner is null && !trailing)
        {
            return null;
        }

        LineKey line = mention.Line.Family == "revenue" && owner is not null ? new LineKey("revenue.total", mention.Line.Basis) : mention.Line;
        int at = mention.Provenance.Start;
        string text = clause.Sentence.Line.Text.Substring(at, mention.Provenance.Length);
        string whose = owner is null ? "of twelve trailing months, no fiscal period" : string.Create(CultureInfo.InvariantCulture, $"{owner}'s, not the company's");
        return new Finding(Severity.Warning, FindingCode.Refused, $"{text} is {whose}; it would have been {line} {mention.Measure}")
        {
            Line = line, Measure = mention.Measure, Period = mention.Period, Value = mention.Amount.Value, Document = document.Name, DocumentLine = mention.Provenance.Line,
            Remedy = owner is null ? "take the quarters from the company's releases" : "if it is the company's after all, add the name to aliases in company.yaml",
        };
    }
}
