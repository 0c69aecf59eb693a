using System.Text.Encodings.Web;
using System.Text.Json;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>A mention as one JSON object on a line, as <c>extract --format jsonl</c> prints it.</summary>
public static class MentionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object of a mention, without a line end.</summary>
    public static string Of(Mention mention)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Options))
        {
            Provenance place = mention.Provenance;
            json.WriteStartObject();
            json.WriteString("document", place.Document);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("start", place.Start);
            json.WriteNumber("length", place.Length);
            json.WriteString("speaker", place.Speaker);
            json.WriteString("metric", mention.Line.Name);
            json.WriteString("basis", mention.Line.Basis);
            json.WriteString("measure", mention.Measure.ToString());
            json.WriteString("period", mention.Period?.ToString());
            json.WriteNumber("value", Plain(mention.Amount.Value));
            json.WriteString("unit", UnitName(mention.Amount.Unit));
            json.WriteString("currency", mention.Amount.Currency);
            json.WriteNumber("precision", Plain(mention.Amount.Precision));
            json.WriteBoolean("approximate", mention.Amount.Approximate);
            json.WriteString("quote", place.Quote);
            if (place.Path is { } path)
            {
                json.WriteString("path", path);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The name of a unit in the contract: money, per_share, ratio, points, count.</summary>
    public static string UnitName(Unit unit) => unit switch
    {
        Unit.PerShare => "per_share",
        Unit.Money => "money",
        Unit.Ratio => "ratio",
        Unit.Points => "points",
        _ => "count",
    };

    /// <summary>The number without trailing zeros behind the point.</summary>
    internal static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
