using ModelBuilder.Figures;

namespace ModelBuilder.Modelling;

/// <summary>
/// A company may call one of the general lines its own, to give it names or a place among its expenses. Then there is one row:
/// that of the expenses or one-off items where it is one of those, otherwise the general one with the company's label.
/// </summary>
internal static class LinesDefinedTwice
{
    public static IEnumerable<LineDefinition> Resolve(IReadOnlyList<LineDefinition> lines, Company company, ICollection<Finding> findings)
    {
        foreach (IGrouping<string, LineDefinition> same in lines.GroupBy(l => l.Row.RowKey).Where(g => g.Count() > 1))
        {
            LineDefinition[] all = [.. same.OrderBy(Rank)];
            if (all.Skip(1).Any(other => other.Formula is not null))
            {
                findings.Add(new Finding(Severity.Error, FindingCode.Input, $"the model computes '{same.Key}' from other lines, so it cannot be one of {company.Name}'s expense lines or adjustments")
                {
                    Document = "company.yaml",
                    Line = all[0].Row.Key,
                    Remedy = "remove it there; under other_lines it may stand, with its aliases",
                });
            }
        }

        return lines.GroupBy(l => l.Row.RowKey).Select(same => same.MinBy(Rank)!).Select(line => Named(line, company)).OrderBy(line => Place(lines, line));
    }

    private static int Rank(LineDefinition line) => line.Row.Pattern switch
    {
        "{expense}" or "{adjustment}" => 0,
        "{other}" => 2,
        _ => 1,
    };

    private static int Place(IReadOnlyList<LineDefinition> lines, LineDefinition line) =>
        lines.Select((l, at) => (l, at)).First(l => l.l.Row.RowKey == line.Row.RowKey && l.l.Row.Pattern == line.Row.Pattern).at;

    private static LineDefinition Named(LineDefinition line, Company company) =>
        company.OtherLines.FirstOrDefault(own => own.Key.ToString() == line.Row.RowKey) is { } other ? line with { Row = line.Row with { Label = other.Label } } : line;
}
