namespace ModelBuilder.Projection;

/// <summary>The least-squares line over the quarters, as it is: log-linear where the driver's scale is the logarithm.</summary>
internal sealed class LinearTrend : ForecastMethod
{
    public override string Key => "trend";

    public override string Name => "Linear trend";

    public override int Fewest => 4;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        new("ahead.trend", "Linear trend", RowSpan.Ahead, "FORECAST(index, before.z, before.x)"),
        new("path.trend", "Linear trend", RowSpan.Path, "FORECAST(index, all.z, all.x)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        var lines = new (double Mean, double MeanX, double Slope)[history.Length];
        double n = 0, sum = 0, sumX = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!double.IsNaN(history.Values[i]))
            {
                n++;
                sum += history.Values[i];
                sumX += i;
            }

            lines[i] = (sum / n, sumX / n, history.Slopes[i]);
        }

        double At(int known, int position) => lines[known].Mean + (lines[known].Slope * (position - lines[known].MeanX));
        return new MethodRun(OneAhead(history, 3, i => At(i - 1, i)), Ahead(horizon, h => At(history.Length - 1, history.Length - 1 + h)), NoParameters);
    }
}
