using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelBuilder.Projection.Backtests;

/// <summary>The JSON of <c>backtest --format json</c>.</summary>
public static class BacktestJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object: how many series, how many skipped, and the groups by name; the same input gives the same text but for the times.</summary>
    public static void Write(TextWriter output, BacktestReport report)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("series", report.Series);
            json.WriteNumber("skipped", report.Skipped);
            json.WriteStartObject("groups");
            foreach (BacktestGroup group in report.Groups)
            {
                json.WriteStartObject(group.Name);
                json.WriteNumber("n", group.Series);
                json.WriteStartArray("methods");
                foreach (MethodScore method in group.Methods)
                {
                    Write(json, method);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, MethodScore method)
    {
        json.WriteStartObject();
        json.WriteString("name", method.Name);
        Number(json, "smape", method.Smape);
        Number(json, "mase", method.Mase);
        Number(json, "coverage80", method.Coverage80);
        Number(json, "coverage95", method.Coverage95);
        Number(json, "msis80", method.Msis80);
        Number(json, "ms_per_series", method.MillisecondsPerSeries);
        Number(json, "mae", method.MeanError);
        json.WriteNumber("held", method.Held);
        Steps(json, "coverage80_by_horizon", method.Coverage80ByStep);
        Steps(json, "coverage95_by_horizon", method.Coverage95ByStep);
        json.WriteEndObject();
    }

    private static void Steps(Utf8JsonWriter json, string name, IReadOnlyList<double> steps)
    {
        json.WriteStartArray(name);
        foreach (double step in steps)
        {
            Value(json, step);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        Value(json, value);
    }

    // Six decimals are more than any of these means.
    private static void Value(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumberValue(Math.Round(number, 6));
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
