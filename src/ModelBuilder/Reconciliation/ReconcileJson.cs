using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>The JSON of <c>reconcile --format json</c>.</summary>
public static class ReconcileJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object: the company's ticker (its name where it has none), figures, findings; the same input gives the same text.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="company">The company.</param>
    /// <param name="reconciled">What was decided.</param>
    /// <param name="others">Findings made before: refused numbers, unreadable documents.</param>
    public static void Write(TextWriter output, Company company, Reconciled reconciled, IReadOnlyList<Finding> others)
    {
        ArgumentNullException.ThrowIfNull(output);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("company", company.Ticker.Length > 0 ? company.Ticker : company.Name);
            json.WriteStartArray("figures");
            foreach (Figure figure in reconciled.Figures)
            {
                Write(json, figure);
            }

            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (Finding finding in reconciled.Findings.Concat(others.OrderBy(f => f, FindingOrder.Instance)))
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("metric", figure.Id.Line.Name);
        json.WriteString("basis", figure.Id.Line.Basis);
        json.WriteString("measure", figure.Id.Measure.ToString());
        json.WriteString("period", figure.Id.Period.ToString());
        json.WriteNumber("value", Plain(figure.Amount.Value));
        json.WriteNumber("low", Plain(figure.Interval.Low));
        json.WriteNumber("high", Plain(figure.Interval.High));
        json.WriteString("unit", Code(figure.Amount.Unit));
        json.WriteString("currency", figure.Amount.Currency);
        json.WriteString("status", figure.Status == FigureStatus.Derived ? "derived" : "reported");
        json.WriteStartArray("mentions");
        foreach (Mention mention in figure.Mentions)
        {
            json.WriteStartObject();
            json.WriteString("document", mention.Provenance.Document);
            json.WriteNumber("line", mention.Provenance.Line);
            json.WriteNumber("value", Plain(mention.Amount.Value));
            json.WriteString("quote", mention.Provenance.Quote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("derivation", figure.Derivation);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("severity", finding.Severity switch { Severity.Info => "info", Severity.Warning => "warning", _ => "error" });
        json.WriteString("code", finding.Code);
        json.WriteString("metric", finding.Line?.Name);
        json.WriteString("basis", finding.Line?.Basis);
        json.WriteString("measure", finding.Measure?.ToString());
        json.WriteString("period", finding.Period?.ToString());
        if (finding.Value is { } value)
        {
            json.WriteNumber("value", Plain(value));
        }
        else
        {
            json.WriteNull("value");
        }

        json.WriteString("document", finding.Document);
        if (finding.DocumentLine is { } line)
        {
            json.WriteNumber("line", line);
        }
        else
        {
            json.WriteNull("line");
        }

        json.WriteString("message", finding.Message);
        json.WriteString("remedy", finding.Remedy);
        json.WriteEndObject();
    }

    private static string Code(Unit unit) => unit switch
    {
        Unit.Money => "money",
        Unit.Ratio => "ratio",
        Unit.Points => "points",
        Unit.PerShare => "per_share",
        _ => "count",
    };

    // 670300000.00 and 670300000 are one number and should print as one.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
