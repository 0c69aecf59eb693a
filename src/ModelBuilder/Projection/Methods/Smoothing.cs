namespace ModelBuilder.Projection;

/// <summary>Simple exponential smoothing (Brown, 1959), its constant fitted by the squared errors one quarter ahead.</summary>
internal sealed class Smoothing : ForecastMethod
{
    private const double Least = 0.05, Most = 0.99;

    internal static MethodRow Alpha { get; } = new("alpha", "Smoothing constant", RowSpan.Statistic, "");

    internal static MethodRow Level { get; } = new("level", "Smoothed level", RowSpan.History, "IF(ISNUMBER(z), level[-1] + alpha * (z - level[-1]), level[-1])") { First = "z" };

    public override string Key => "smoothing";

    public override string Name => "Simple smoothing";

    public override int Fewest => 4;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        Alpha,
        Level,
        new("ahead.smoothing", "Simple smoothing", RowSpan.Ahead, "level[-1]"),
        new("path.smoothing", "Simple smoothing", RowSpan.Path, "last.level"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double alpha = BestAlpha(history);
        double[] levels = Levels(history, alpha);
        return new MethodRun(OneAhead(history, 1, i => levels[i - 1]), Ahead(horizon, _ => levels[^1]), Parameter(alpha));
    }

    internal static IReadOnlyDictionary<string, double> Parameter(double alpha) => new Dictionary<string, double>(StringComparer.Ordinal) { ["alpha"] = alpha };

    internal static double[] Levels(Series history, double alpha)
    {
        var levels = new double[history.Length];
        double level = history.Values[0];
        for (int i = 0; i < levels.Length; i++)
        {
            double value = history.Values[i];
            level = double.IsNaN(value) ? level : level + (alpha * (value - level));
            levels[i] = level;
        }

        return levels;
    }

    /// <summary>The constant with the least squared error: a grid, then golden sections around its best; the same digits on every machine.</summary>
    internal static double BestAlpha(Series history)
    {
        double best = Least, bestError = double.MaxValue;
        for (int step = 1; step <= 19; step++)
        {
            double alpha = step * 0.05;
            double error = SquaredError(history.Values, alpha);
            if (error < bestError)
            {
                (best, bestError) = (alpha, error);
            }
        }

        double low = Math.Max(Least, best - 0.05), high = Math.Min(Most, best + 0.05);
        for (int i = 0; i < 16; i++)
        {
            double first = low + ((high - low) * 0.381966), second = low + ((high - low) * 0.618034);
            if (SquaredError(history.Values, first) < SquaredError(history.Values, second))
            {
                high = second;
            }
            else
            {
                low = first;
            }
        }

        return Math.Round((low + high) / 2, 4);
    }

    private static double SquaredError(double[] values, double alpha)
    {
        double level = values[0], sum = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                double error = values[i] - level;
                sum += error * error;
                level += alpha * error;
            }
        }

        return sum;
    }
}
