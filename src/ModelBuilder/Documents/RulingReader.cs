using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>Reads the list <c>decisions</c> of a company file.</summary>
internal static class RulingReader
{
    private static readonly string[] Keys = ["line", "measure", "period", "use", "reason"];

    public static IReadOnlyList<Ruling> Read(YamlSection file, InputFindings findings)
    {
        var rulings = new List<Ruling>();
        foreach (YamlMap map in file.Maps("decisions"))
        {
            var section = new YamlSection(map, Keys, findings);
            LineKey? line = section.Read("line", section.Required("line", "revenue.total"), Line, "a line key such as revenue.total or gross_profit@adjusted");
            Measure? measure = section.Has("measure")
                ? section.Read("measure", section.Optional("measure"), MeasureOf, "level, growth.yoy, guidance.low or another measure")
                : Measure.Level;
            FiscalPeriod? period = section.Read("period", section.Required("period", "2023Q4"), PeriodOf, "a period such as 2023Q4, 2023FY or 2023-12-31");
            decimal? use = section.Read("use", section.Required("use", "670300000"), Number, "a number in base units without separators: 670300000, or 0.152 for 15.2%");
            string? reason = section.Required("reason", "what the ruling rests on");
            if (line is null || measure is null || period is null || use is null || reason is null)
            {
                continue;
            }

            var id = new FigureId(line.Value, measure.Value, period.Value);
            if (rulings.Exists(r => r.Id == id))
            {
                findings.Error(section.Line, $"a second decision about {id}", "keep one of the two");
                continue;
            }

            rulings.Add(new Ruling(id, use.Value, reason, FormattableString.Invariant($"{findings.Document}:{section.Line}")));
        }

        return rulings;
    }

    private static LineKey? Line(string text) => LineKey.TryParse(text, out LineKey key) ? key : null;

    private static Measure? MeasureOf(string text) => Measure.TryParse(text, out Measure measure) ? measure : null;

    private static FiscalPeriod? PeriodOf(string text) => FiscalPeriod.TryParse(text, out FiscalPeriod period) ? period : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}
