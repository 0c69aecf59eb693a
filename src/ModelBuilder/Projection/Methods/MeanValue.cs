namespace ModelBuilder.Projection;

/// <summary>The mean of all values so far.</summary>
internal sealed class MeanValue : ForecastMethod
{
    public override string Key => "mean";

    public override string Name => "Mean";

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        new("ahead.mean", "Mean", RowSpan.Ahead, "AVERAGE(before.z)"),
        new("path.mean", "Mean", RowSpan.Path, "AVERAGE(all.z)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double[] means = Means(history, 0);
        return new MethodRun(OneAhead(history, 1, i => means[i - 1]), Ahead(horizon, _ => means[^1]), NoParameters);
    }

    /// <summary>The mean up to each quarter, with <paramref name="pull"/> further observations of 0.</summary>
    internal static double[] Means(Series history, double pull)
    {
        var means = new double[history.Length];
        double sum = 0, count = pull;
        for (int i = 0; i < means.Length; i++)
        {
            if (!double.IsNaN(history.Values[i]))
            {
                sum += history.Values[i];
                count++;
            }

            means[i] = sum / count;
        }

        return means;
    }
}
