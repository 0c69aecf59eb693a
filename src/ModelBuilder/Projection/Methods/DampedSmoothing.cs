namespace ModelBuilder.Projection;

/// <summary>Exponential smoothing of level and damped trend (Gardner and McKenzie, 1985), its constants fitted by the squared errors one quarter ahead.</summary>
internal sealed class DampedSmoothing : ForecastMethod
{
    private static readonly double[] Alphas = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.99];
    private static readonly double[] Betas = [0.02, 0.1, 0.2, 0.35, 0.5, 0.8];
    private static readonly double[] Phis = [0.8, 0.85, 0.9, 0.95, 0.98];

    public override string Key => "damped_smoothing";

    public override string Name => "Damped smoothing";

    public override int Fewest => 8;

    public override IReadOnlyList<MethodRow> Rows { get; } =
    [
        new("holt_alpha", "Damped smoothing: level constant", RowSpan.Statistic, ""),
        new("holt_beta", "Damped smoothing: trend constant", RowSpan.Statistic, ""),
        new("holt_phi", "Damped smoothing: trend that remains", RowSpan.Statistic, ""),
        new("holt_start", "Damped smoothing: first trend", RowSpan.Statistic, ""),
        new("holt_ahead", "Damped smoothing: said before the quarter", RowSpan.History, "holt_level[-1] + holt_phi * holt_trend[-1]") { First = "z" },
        new("holt_level", "Damped smoothing: level", RowSpan.History, "IF(ISNUMBER(z), holt_ahead + holt_alpha * (z - holt_ahead), holt_ahead)") { First = "z" },
        new("holt_trend", "Damped smoothing: trend", RowSpan.History, "IF(ISNUMBER(z), holt_phi * holt_trend[-1] + holt_alpha * holt_beta * (z - holt_ahead), holt_phi * holt_trend[-1])") { First = "holt_start" },
        new("ahead.damped_smoothing", "Damped smoothing", RowSpan.Ahead, "holt_ahead"),
        new("path.damped_smoothing", "Damped smoothing", RowSpan.Path, "last.holt_level + last.holt_trend * holt_phi * (1 - holt_phi ^ step) / (1 - holt_phi)"),
    ];

    public override MethodRun Run(Series history, int horizon)
    {
        double start = FirstTrend(history);
        (double alpha, double beta, double phi) = Best(history.Values, start);
        var ahead = new double[history.Length];
        (double level, double trend) = Filter(history.Values, start, alpha, beta, phi, ahead);
        return new MethodRun(
            OneAhead(history, 2, i => ahead[i]),
            Ahead(horizon, h => level + (trend * phi * (1 - Math.Pow(phi, h)) / (1 - phi))),
            new Dictionary<string, double>(StringComparer.Ordinal) { ["holt_alpha"] = alpha, ["holt_beta"] = beta, ["holt_phi"] = phi, ["holt_start"] = start });
    }

    /// <summary>The mean change over the first year.</summary>
    private static double FirstTrend(Series history)
    {
        int to = history.Known[Math.Min(history.Known.Length - 1, 4)];
        return (history.Values[to] - history.Values[0]) / to;
    }

    private static (double Alpha, double Beta, double Phi) Best(double[] values, double start)
    {
        (double Alpha, double Beta, double Phi) best = default;
        double least = double.MaxValue;
        bool Try(double alpha, double beta, double phi)
        {
            double bound = least * (1 - 1e-12), error = SquaredError(values, start, alpha, beta, phi, bound);
            if (!(error < bound))
            {
                return false;
            }

            (best, least) = ((alpha, beta, phi), error);
            return true;
        }

        foreach (double phi in Phis)
        {
            foreach (double alpha in Alphas)
            {
                foreach (double beta in Betas)
                {
                    Try(alpha, beta, phi);
                }
            }
        }

        for (double reach = 1; reach > 0.1; reach /= 2)
        {
            (double a, double b, double p) = best;
            Try(Math.Min(0.99, a + (0.1 * reach)), b, p);
            Try(Math.Max(0.05, a - (0.1 * reach)), b, p);
            Try(best.Alpha, Math.Min(0.9, b + (0.08 * reach)), p);
            Try(best.Alpha, Math.Max(0.01, b - (0.08 * reach)), p);
            Try(best.Alpha, best.Beta, Math.Min(0.98, p + (0.03 * reach)));
            Try(best.Alpha, best.Beta, Math.Max(0.8, p - (0.03 * reach)));
        }

        return (Math.Round(best.Alpha, 4), Math.Round(best.Beta, 4), Math.Round(best.Phi, 4));
    }

    /// <summary>The sum of squared errors, or where it comes to the bound what it is by then: most of the grid is given up early.</summary>
    private static double SquaredError(double[] values, double start, double alpha, double beta, double phi, double bound)
    {
        double level = values[0], trend = start, sum = 0;
        for (int i = 1; i < values.Length && !(sum >= bound); i++)
        {
            (level, trend, double error) = Step(values[i], level, trend, alpha, beta, phi);
            sum += error * error;
        }

        return sum;
    }

    private static (double Level, double Trend) Filter(double[] values, double start, double alpha, double beta, double phi, double[] ahead)
    {
        double level = values[0], trend = start;
        ahead[0] = values[0];
        for (int i = 1; i < values.Length; i++)
        {
            ahead[i] = level + (phi * trend);
            (level, trend, _) = Step(values[i], level, trend, alpha, beta, phi);
        }

        return (level, trend);
    }

    private static (double Level, double Trend, double Error) Step(double value, double level, double trend, double alpha, double beta, double phi)
    {
        double said = level + (phi * trend), error = double.IsNaN(value) ? 0 : value - said;
        return (said + (alpha * error), (phi * trend) + (alpha * beta * error), error);
    }
}
