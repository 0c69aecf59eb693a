using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>What a person should look at: how many findings of each kind, and the first of those that matter.</summary>
internal static class OpenFindings
{
    private const int Most = 12;
    private const int LongestLine = 105;
    private const int LongestNote = 900;

    public static IEnumerable<RowPlan> Counts(IReadOnlyList<Finding> findings) =>
        findings.GroupBy(f => (f.Severity, f.Code)).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Code, StringComparer.Ordinal).Select((g, i) =>
            new RowPlan("{finding.count}", $"finding.count.{g.Key.Severity}.{g.Key.Code}", [
                CellPlan.Number(ControlColumns.Number(0), g.Count()),
                CellPlan.Text(ControlColumns.Number(1), Words(g.Key.Code)),
            ]) { Label = g.Key.Code, UnitText = g.Key.Severity.ToString().ToLowerInvariant(), ShowsKey = false, StartsPage = i == 0 });

    public static IEnumerable<RowPlan> First(IReadOnlyList<Finding> findings)
    {
        Finding[] open = [.. findings.Where(f => f.Severity > Severity.Info).OrderByDescending(f => f.Severity)];
        foreach ((int index, Finding finding) in open.Take(Most).Index())
        {
            string said = finding.Remedy is { Length: > 0 } remedy ? $"{finding.Message}\nWhat to do: {remedy}" : finding.Message;
            yield return new RowPlan("{finding}", "finding." + (index + 1).ToString(CultureInfo.InvariantCulture), [
                CellPlan.Text(ControlColumns.Number(0), Cut(OneLine(finding.Message), LongestLine)) with { Note = Cut(said, LongestNote) },
            ]) { Label = finding.Place.Length > 0 ? finding.Place : finding.Code, UnitText = finding.Period?.ToString() ?? "", ShowsKey = false };
        }

        if (open.Length > Most)
        {
            yield return new RowPlan("{finding}", "finding.more", [
                CellPlan.Text(ControlColumns.Number(0), string.Create(CultureInfo.InvariantCulture, $"and {open.Length - Most} more: see Contradictions and Facts, or the report of the build")),
            ]) { ShowsKey = false };
        }
    }

    private static string Words(string code) => code switch
    {
        FindingCode.Contradiction => "numbers that lost to others: see Contradictions",
        FindingCode.Refused => "numbers that are not the company's, or no actuals: see Facts",
        FindingCode.Restated => "past figures stated anew",
        FindingCode.Derived => "figures that follow from others: see Facts",
        FindingCode.Gap => "figures that nothing states",
        FindingCode.Undecided => "figures whose sources could not be told apart",
        FindingCode.UnknownPeriod => "numbers whose period cannot be known",
        FindingCode.UnknownScale => "numbers whose scale cannot be known",
        FindingCode.Overlong => "texts without full stops that were read in pieces",
        FindingCode.Unreadable => "files or parts that could not be read",
        FindingCode.Projection => "projections that rest on little: see Regression",
        FindingCode.Check => "about the checks of the model: see the report of the build",
        FindingCode.Input => "faults in files that you keep",
        "identity" => "sums and ratios that do not hold: see Contradictions",
        "currency" => "numbers in another currency: see Facts",
        "definition" => "numbers that are defined otherwise: see Facts",
        _ => "see the report of the build",
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
