using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace ModelBuilder.Documents;

/// <summary>How CSV files of people are read: any of the usual separators, blanks around fields, and lines counted as an editor counts them.</summary>
internal static class CsvText
{
    public static CsvConfiguration Configuration(string[] lines) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = Delimiter(lines),
        TrimOptions = TrimOptions.Trim,
        BadDataFound = null,
    };

    /// <summary>The parser counts physical lines and stands behind the row, which may have breaks inside quotes.</summary>
    public static int FirstLine(CsvParser csv) => csv.RawRow - csv.RawRecord.ReplaceLineEndings("\n").TrimEnd('\n').TrimStart('\n').Count(c => c == '\n');

    // Excel writes semicolons where the decimal separator is a comma; the header has no text in which either could stand.
    private static string Delimiter(string[] lines)
    {
        string header = lines.FirstOrDefault(l => l.Length > 0) ?? "";
        return header.Contains('\t', StringComparison.Ordinal) ? "\t" : header.Count(c => c == ';') > header.Count(c => c == ',') ? ";" : ",";
    }
}
