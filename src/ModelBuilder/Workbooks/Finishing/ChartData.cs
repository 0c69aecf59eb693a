using System.Globalization;
using System.Xml.Linq;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>References of a chart to cells, with what the cells hold: readers that do not recalculate draw from this copy.</summary>
internal sealed class ChartData(SheetParts sheets)
{
    private static readonly XNamespace C = Xml.Chart;

    /// <summary>Cells that give texts: names and categories.</summary>
    public XElement Texts(string reference)
    {
        CachedValue[] values = Values(reference);
        return new XElement(C + "strRef", new XElement(C + "f", Formula(reference)), new XElement(C + "strCache", Count(values), Points(values, v => v.Type is null ? null : v.Text)));
    }

    /// <summary>Cells that give numbers; what is no number is a gap.</summary>
    public XElement Numbers(string reference, string format)
    {
        CachedValue[] values = Values(reference);
        return new XElement(
            C + "numRef",
            new XElement(C + "f", Formula(reference)),
            new XElement(C + "numCache", new XElement(C + "formatCode", format), Count(values), Points(values, v => v.Type == "n" ? v.Text : null)));
    }

    public int CountOf(string reference) => Values(reference).Length;

    /// <summary>Several areas stand in parentheses.</summary>
    private static string Formula(string reference) => Areas(reference) is { Count: > 1 } areas ? $"({string.Join(',', areas)})" : reference;

    private static XElement Count(CachedValue[] values) => new(C + "ptCount", new XAttribute("val", Xml.Text(values.Length)));

    private static IEnumerable<XElement> Points(CachedValue[] values, Func<CachedValue, string?> shown) => values
        .Select((value, index) => (Text: shown(value), Index: index))
        .Where(p => p.Text is not null)
        .Select(p => new XElement(C + "pt", new XAttribute("idx", Xml.Text(p.Index)), new XElement(C + "v", Xml.Escaped(p.Text!))));

    private CachedValue[] Values(string reference) => [.. Areas(reference).SelectMany(Cells).Select(c => sheets.ValueOf(c.Sheet, c.Address))];

    private static IEnumerable<(string Sheet, CellAddress Address)> Cells(string area)
    {
        int mark = area.LastIndexOf('!');
        string sheet = mark < 0 ? "" : area[..mark];
        if (sheet.StartsWith('\''))
        {
            sheet = sheet[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        string[] ends = area[(mark + 1)..].Split(':');
        if (sheet.Length == 0 || ends.Length > 2 || !CellAddress.TryParse(ends[0], out CellAddress first) || !CellAddress.TryParse(ends[^1], out CellAddress last)
            || first.Row > last.Row || first.Column > last.Column)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{area}' is not cells such as Model!$D$10:$W$10"), nameof(area));
        }

        return from row in Enumerable.Range(first.Row, last.Row - first.Row + 1)
               from column in Enumerable.Range(first.Column, last.Column - first.Column + 1)
               select (sheet, new CellAddress(row, column));
    }

    // A comma within a quoted sheet name separates nothing.
    private static List<string> Areas(string reference)
    {
        List<string> areas = [];
        bool quoted = false;
        int start = 0;
        for (int i = 0; i <= reference.Length; i++)
        {
            if (i == reference.Length || (reference[i] == ',' && !quoted))
            {
                areas.Add(reference[start..i]);
                start = i + 1;
            }
            else if (reference[i] == '\'')
            {
                quoted = !quoted;
            }
        }

        return areas;
    }
}
