namespace ModelBuilder.Projection;

/// <summary>The same quarter a year ago, carried on by the year-on-year change of the last four quarters, which fades.</summary>
internal sealed class YearOnYear : ForecastMethod
{
    private const double Remains = 0.8;

    public override string Key => "year_on_year";

    public override string Name => "Fading year on year";

    public override int Fewest => 6;

    public override bool TakesSeasons => true;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        SeasonalNaive.Same,
        new("change", "Change on a year ago", RowSpan.History, "IF(ISNUMBER(u) * ISNUMBER(u[-4]), u - u[-4], \"\")"),
        new("change_mean", "Mean change on a year ago, last four quarters", RowSpan.History, "IF(COUNT(year.change) = 0, 0, AVERAGE(year.change))"),
        new("change_remains", "Change that remains after a quarter", RowSpan.Statistic, ""),
        new("ahead.year_on_year", "Fading year on year", RowSpan.Ahead, "same[-4] + change_mean[-1] * change_remains"),
        new("base", "A year ago, carried on", RowSpan.History, "same") { Onward = "base[-4] + last.change_mean * change_remains ^ step" },
        new("path.year_on_year", "Fading year on year", RowSpan.Path, "base"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double[] same = SeasonalNaive.SameQuarter(history, horizon);
        var means = new double[history.Length];
        for (int i = 0; i < means.Length; i++)
        {
            double sum = 0;
            int count = 0;
            for (int k = Math.Max(4, i - 3); k <= i; k++)
            {
                double change = history.Values[k] - history.Values[k - 4];
                if (!double.IsNaN(change))
                {
                    sum += change;
                    count++;
                }
            }

            means[i] = count == 0 ? 0 : sum / count;
        }

        var path = new double[horizon];
        for (int h = 1; h <= horizon; h++)
        {
            double year = h <= 4 ? same[history.Length - 5 + h] : path[h - 5];
            path[h - 1] = year + (means[^1] * Math.Pow(Remains, h));
        }

        return new MethodRun(
            OneAhead(history, 5, i => i < 4 ? double.NaN : same[i - 4] + (means[i - 1] * Remains)),
            path,
            new Dictionary<string, double>(StringComparer.Ordinal) { ["change_remains"] = Remains });
    }
}
