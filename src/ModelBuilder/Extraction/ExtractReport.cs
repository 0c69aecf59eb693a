using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Writes mentions as other programs read them; the same mentions give the same bytes.</summary>
public static class ExtractReport
{
    private const string Header = "document,line,start,length,speaker,metric,basis,measure,period,value,unit,currency,precision,approximate,quote";

    /// <summary>One JSON object a line.</summary>
    public static void WriteJsonLines(IEnumerable<Mention> mentions, TextWriter writer)
    {
        foreach (Mention mention in mentions)
        {
            writer.Write(MentionJson.Of(mention));
            writer.Write('\n');
        }
    }

    /// <summary>A header and one row a mention, with the same columns as the JSON.</summary>
    public static void WriteCsv(IEnumerable<Mention> mentions, TextWriter writer)
    {
        writer.Write(Header);
        writer.Write('\n');
        foreach (Mention mention in mentions)
        {
            Provenance place = mention.Provenance;
            string[] cells =
            [
                place.Document, Text(place.Line), Text(place.Start), Text(place.Length), place.Speaker ?? "", mention.Line.Name, mention.Line.Basis, mention.Measure.ToString(), mention.Period?.ToString() ?? "",
                Text(MentionJson.Plain(mention.Amount.Value)), MentionJson.UnitName(mention.Amount.Unit), mention.Amount.Currency ?? "", Text(MentionJson.Plain(mention.Amount.Precision)),
                mention.Amount.Approximate ? "true" : "false", place.Quote,
            ];
            writer.Write(string.Join(',', cells.Select(Cell)));
            writer.Write('\n');
        }
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
