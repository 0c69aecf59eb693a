using CsvHelper;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>
/// Reads <c>figures.csv</c>: figures that an analyst types in, one a row, with columns period, metric, value and unit, and
/// where they apply basis, measure, currency, kind, source, source_type and note, in any order. Money is in currency units,
/// 15.2% is 0.152. A row that cannot be read is a finding with its line; the other rows stand. A missing kind means
/// reported. The precision of a number is judged by the digits written and the kind of source: a ratio to half its last
/// decimal (0.314 is within 0.0005); whole money to half of the largest power of ten that divides it, but at most half a
/// million for money of 100 million and more unless the source is a summary or an article (see docs/decisions).
/// </summary>
public static class FiguresFile
{
    private static readonly string[] Required = ["period", "metric", "value", "unit"];

    /// <summary>Reads the text of a figures file.</summary>
    /// <param name="name">The file's name, for provenance and findings.</param>
    /// <param name="text">Its content: CSV with a header, separated by commas, semicolons or tabs.</param>
    /// <param name="company">The company whose figures they are.</param>
    /// <returns>The mentions of all rows that can be read, and all findings in the order of the file; an error means that nothing could be read.</returns>
    public static (IReadOnlyList<Mention> Mentions, IReadOnlyList<Finding> Findings) Read(string name, string text, Company company)
    {
        var findings = new InputFindings(name);
        var mentions = new List<Mention>();
        text = text.TrimStart('\uFEFF');
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        using var csv = new CsvParser(new StringReader(text), CsvText.Configuration(lines));
        try
        {
            if (!csv.Read() || Header(csv, findings) is not { } header)
            {
                if (!findings.HasErrors)
                {
                    findings.Error(1, "the file is empty", "write a header: " + string.Join(",", Required));
                }

                return ([], findings.All);
            }

            var reader = new FigureRowReader(company, findings);
            while (csv.Read())
            {
                int line = CsvText.FirstLine(csv);
                var row = new FigureRow(line, lines[line - 1], csv.Record!, header);
                if (!row.IsEmpty && reader.Read(row) is { } mention)
                {
                    mentions.Add(mention);
                }
            }
        }
        catch (CsvHelperException wrong)
        {
            findings.Warning(csv.RawRow, $"not readable as CSV from here on: {wrong.Message.Split('\n')[0].Trim()}", "check the quotes on this line");
        }

        return (mentions, findings.All);
    }

    private static Dictionary<string, int>? Header(CsvParser csv, InputFindings findings)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        string[] names = csv.Record!;
        for (int i = 0; i < names.Length; i++)
        {
            if (!columns.TryAdd(names[i], i) && names[i].Length > 0)
            {
                findings.Warning(CsvText.FirstLine(csv), $"the column '{names[i]}' stands here twice", "keep one; the first is read");
            }
        }

        string[] missing = [.. Required.Where(r => !columns.ContainsKey(r))];
        if (missing.Length == 0)
        {
            return columns;
        }

        string near = missing.Length == 1 ? Spelling.Suggestion(missing[0], names).Replace("did you mean", "is it", StringComparison.Ordinal) : "";
        findings.Error(CsvText.FirstLine(csv), $"nothing can be read: no column {string.Join(", ", missing)}{near}", "the first line names the columns: period,metric,basis,measure,value,unit,currency,kind,source,source_type,note");
        return null;
    }
}
