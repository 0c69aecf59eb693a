using CsvHelper;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>One series of quarterly values as a file states it.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Type">The group it belongs to; empty where the file has none.</param>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Points">Its values by quarter number, in order; a quarter that is not stated is missing.</param>
/// <param name="HeldBack">The values after them that a forecast is measured by; empty where the file does not say.</param>
public sealed record StatedSeries(string Name, string Type, int Line, IReadOnlyList<(int Quarter, double Value)> Points, IReadOnlyList<double> HeldBack);

/// <summary>
/// Reads a CSV file of quarterly series, in either of two shapes. One series a row: <c>sn,type,description,n,h,train,test</c>
/// with semicolons between values. One quarter a row: <c>ticker,period_end,revenue</c>, with <c>fiscal_year</c> and
/// <c>fiscal_quarter</c> in place of the date or beside it (they then decide). Other columns are passed over. What cannot be
/// read is a finding with its line; the rest stands.
/// </summary>
public static class SeriesFile
{
    /// <summary>Reads the text of a file of series.</summary>
    /// <param name="name">The file's name, for findings.</param>
    /// <param name="text">Its content.</param>
    /// <returns>The series in the order of the file, and all findings; an error means that nothing could be read.</returns>
    public static (IReadOnlyList<StatedSeries> Series, IReadOnlyList<Finding> Findings) Read(string name, string text)
    {
        var findings = new InputFindings(name);
        text = text.TrimStart('\uFEFF');
        using var csv = new CsvParser(new StringReader(text), CsvText.Configuration(text.ReplaceLineEndings("\n").Split('\n')));
        IReadOnlyList<StatedSeries> series = [];
        if (!csv.Read())
        {
            findings.Error(1, "the file is empty", "write a header: sn,type,n,h,train,test or ticker,period_end,revenue");
        }
        else if (Columns(csv.Record!) is var columns && columns.ContainsKey("train") && columns.ContainsKey("test"))
        {
            series = [.. Rows(csv, columns, findings).Select(row => SeriesRows.Whole(row, findings)).OfType<StatedSeries>()];
        }
        else if (columns.ContainsKey("ticker") && columns.ContainsKey("revenue") && (columns.ContainsKey("period_end") || (columns.ContainsKey("fiscal_year") && columns.ContainsKey("fiscal_quarter"))))
        {
            series = SeriesRows.Gathered(Rows(csv, columns, findings), findings);
        }
        else
        {
            findings.Error(1, "nothing can be read: the columns are those of no series", "name the columns sn,type,n,h,train,test (one series a row, ; between values) or ticker,period_end,revenue (one quarter a row)");
        }

        if (series.Count == 0 && !findings.HasErrors)
        {
            findings.Error(1, "no series can be read from the file", "see the warnings on its lines");
        }

        return (series, findings.All);
    }

    private static Dictionary<string, int> Columns(string[] names)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < names.Length; i++)
        {
            columns.TryAdd(names[i], i);
        }

        return columns;
    }

    private static List<FigureRow> Rows(CsvParser csv, Dictionary<string, int> columns, InputFindings findings)
    {
        List<FigureRow> rows = [];
        try
        {
            while (csv.Read())
            {
                var row = new FigureRow(CsvText.FirstLine(csv), "", csv.Record!, columns);
                if (!row.IsEmpty)
                {
                    rows.Add(row);
                }
            }
        }
        catch (CsvHelperException wrong)
        {
            findings.Warning(csv.RawRow, $"not readable as CSV from here on: {wrong.Message.Split('\n')[0].Trim()}", "check the quotes on this line");
        }

        return rows;
    }
}
