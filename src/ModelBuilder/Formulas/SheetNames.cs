using System.Text.RegularExpressions;

namespace ModelBuilder.Formulas;

/// <summary>When Excel puts a sheet name in quotes.</summary>
internal static partial class SheetNames
{
    /// <summary>True unless the name is a plain word that cannot be taken for a cell in A1 or R1C1 notation or a logical.</summary>
    public static bool NeedsQuotes(string sheet)
    {
        string name = ExternalWorkbook().Replace(sheet, "");
        return !PlainWord().IsMatch(name) || LooksLikeCell().IsMatch(name) || name.ToUpperInvariant() is "TRUE" or "FALSE";
    }

    [GeneratedRegex(@"^\[[0-9]+\]", RegexOptions.CultureInvariant)]
    private static partial Regex ExternalWorkbook();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_.]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"^([A-Za-z]{1,3}[0-9]+|[Rr][0-9]*([Cc][0-9]*)?|[Cc][0-9]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeCell();
}
