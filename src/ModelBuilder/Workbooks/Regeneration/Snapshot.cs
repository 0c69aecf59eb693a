using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml.Linq;
using ModelBuilder.Workbooks.Finishing;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>Why there is no snapshot to read.</summary>
internal enum SnapshotFault
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is not as it was written.</summary>
    Damaged,

    /// <summary>A later version of the program wrote it.</summary>
    Newer,
}

/// <summary>
/// The inventory of a generated workbook as bytes: the same inventory gives the same bytes. An XML document that names its version and the
/// checksum of what it holds, compressed.
/// </summary>
internal static class Snapshot
{
    /// <summary>The version written.</summary>
    public const int Version = 1;

    /// <summary>The namespace by which its part is found in a workbook.</summary>
    public static readonly XNamespace Namespace = "urn:modelbuilder:snapshot";

    private static readonly int Facets = Enum.GetValues<Facet>().Length;

    /// <summary>Writes an inventory.</summary>
    public static byte[] Write(Inventory inventory)
    {
        byte[] json = Json(inventory);
        using var packed = new MemoryStream();
        using (var packer = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packer.Write(json);
        }

        return Xml.Write(new XDocument(new XElement(
            Namespace + "snapshot",
            new XAttribute("version", Version),
            new XAttribute("sha256", Convert.ToHexString(SHA256.HashData(json))),
            Convert.ToBase64String(packed.ToArray()))));
    }

    /// <summary>Reads an inventory; null with the reason where there is none to be had.</summary>
    public static (Inventory? Inventory, SnapshotFault Fault) Read(byte[] bytes)
    {
        try
        {
            XElement root = Xml.Read(bytes).Root!;
            if (root.Name != Namespace + "snapshot")
            {
                return (null, SnapshotFault.Damaged);
            }

            if ((int?)root.Attribute("version") > Version)
            {
                return (null, SnapshotFault.Newer);
            }

            using var packer = new BrotliStream(new MemoryStream(Convert.FromBase64String(root.Value)), CompressionMode.Decompress);
            using var json = new MemoryStream();
            packer.CopyTo(json);
            ReadOnlyMemory<byte> written = json.GetBuffer().AsMemory(0, (int)json.Length);
            return Convert.ToHexString(SHA256.HashData(written.Span)) == (string?)root.Attribute("sha256")
                ? (Parse(written), SnapshotFault.None)
                : (null, SnapshotFault.Damaged);
        }
        catch (Exception e) when (e is System.Xml.XmlException or FormatException or InvalidDataException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return (null, SnapshotFault.Damaged);
        }
    }

    private static byte[] Json(Inventory inventory)
    {
        ILookup<(string Sheet, string Row), KeyValuePair<Place, string>> rows = inventory.Said.ToLookup(s => (s.Key.Sheet, s.Key.Row));
        ILookup<string, string> charts = inventory.Said.Keys.Where(p => p.Column == ChartReading.Series).OrderBy(p => p).ToLookup(p => p.Sheet, p => p.Row, StringComparer.Ordinal);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Strings(json, "actuals", inventory.Actuals.Order(StringComparer.Ordinal));
            json.WriteStartObject("names");
            foreach ((string name, string meaning) in inventory.Names.OrderBy(n => n.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, meaning);
            }

            json.WriteEndObject();
            json.WriteStartArray("sheets");
            foreach (SheetShape sheet in inventory.Sheets)
            {
                json.WriteStartObject();
                json.WriteString("name", sheet.Name);
                Strings(json, "columns", sheet.Columns);
                Dictionary<string, int> columns = sheet.Columns.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
                json.WriteStartArray("rows");
                foreach (RowShape row in sheet.Rows)
                {
                    json.WriteStartObject();
                    json.WriteString("key", row.Key);
                    json.WriteBoolean("shown", row.Shown);
                    if (row.Gone)
                    {
                        json.WriteBoolean("gone", true);
                    }

                    json.WriteStartArray("cells");
                    foreach ((int code, string words) in rows[(sheet.Name, row.Key)].Where(c => columns.ContainsKey(c.Key.Column))
                        .Select(c => ((columns[c.Key.Column] * Facets) + (int)c.Key.Facet, c.Value)).OrderBy(c => c.Item1))
                    {
                        json.WriteNumberValue(code);
                        json.WriteStringValue(words);
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                Charts(json, inventory, sheet.Name, charts[sheet.Name]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Charts(Utf8JsonWriter json, Inventory inventory, string sheet, IEnumerable<string> rows)
    {
        json.WriteStartObject("charts");
        foreach (string row in rows)
        {
            Strings(json, row, [inventory[new Place(sheet, row, ChartReading.Series)], inventory[new Place(sheet, row, ChartReading.Spot)]]);
        }

        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static Inventory Parse(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        JsonElement root = document.RootElement;
        var shapes = new List<SheetShape>();
        var said = new Dictionary<Place, string>(root.GetProperty("sheets").EnumerateArray().Sum(s => s.GetProperty("rows").EnumerateArray().Sum(r => r.GetProperty("cells").GetArrayLength() / 2)));
        foreach (JsonElement sheet in root.GetProperty("sheets").EnumerateArray())
        {
            string name = sheet.GetProperty("name").GetString()!;
            string[] columns = [.. sheet.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)];
            var rows = new List<RowShape>();
            foreach (JsonElement row in sheet.GetProperty("rows").EnumerateArray())
            {
                rows.Add(new RowShape(row.GetProperty("key").GetString()!, row.GetProperty("shown").GetBoolean(), row.TryGetProperty("gone", out JsonElement gone) && gone.GetBoolean()));
                int? code = null;
                foreach (JsonElement item in row.GetProperty("cells").EnumerateArray())
                {
                    if (code is { } at)
                    {
                        said[new Place(name, rows[^1].Key, columns[at / Facets], (Facet)(at % Facets))] = item.GetString()!;
                    }

                    code = code is null ? item.GetInt32() : null;
                }
            }

            foreach (JsonProperty chart in sheet.TryGetProperty("charts", out JsonElement charts) ? charts.EnumerateObject().ToArray() : [])
            {
                said[new Place(name, chart.Name, ChartReading.Series)] = chart.Value[0].GetString()!;
                said[new Place(name, chart.Name, ChartReading.Spot)] = chart.Value[1].GetString()!;
            }

            shapes.Add(new SheetShape(name, columns, rows));
        }

        return new Inventory(shapes, said)
        {
            Names = root.GetProperty("names").EnumerateObject().ToDictionary(n => n.Name, n => n.Value.GetString()!, StringComparer.OrdinalIgnoreCase),
            Actuals = root.GetProperty("actuals").EnumerateArray().Select(a => a.GetString()!).ToHashSet(StringComparer.Ordinal),
        };
    }
}
