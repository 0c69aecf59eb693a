using MathNet.Numerics.Statistics;

namespace ModelBuilder.Projection.Backtests;

/// <summary>What is counted of one method on one series, over its origins.</summary>
internal sealed class Tally(string method, int horizon)
{
    private const double Alpha80 = 0.2;

    private readonly int[] outcomes = new int[horizon], in80 = new int[horizon], in95 = new int[horizon];
    private readonly List<double> milliseconds = [];
    private double smape, error, scaled, score;
    private int count, scaledCount, held;

    public string Method => method;

    /// <summary>Counts a forecast from one origin.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="actual">What came.</param>
    /// <param name="scale">The mean absolute error that errors are scaled by; not a number where there is none.</param>
    /// <param name="took">The milliseconds it took.</param>
    /// <param name="isHeld">True where the method itself had too short a history.</param>
    public void Add(IntervalForecast forecast, IReadOnlyList<double> actual, double scale, double took, bool isHeld)
    {
        milliseconds.Add(took);
        held += isHeld ? 1 : 0;
        for (int h = 0; h < actual.Count; h++)
        {
            double a = actual[h], f = At(forecast, h, null, 0);
            if (!double.IsFinite(a))
            {
                continue;
            }

            double low = At(forecast, h, forecast.Half80, -1), high = At(forecast, h, forecast.Half80, 1);
            double off = Math.Abs(a - f);
            smape += off == 0 ? 0 : 200 * off / (Math.Abs(a) + Math.Abs(f));
            error += off;
            count++;
            outcomes[h]++;
            in80[h] += a >= low && a <= high ? 1 : 0;
            in95[h] += a >= At(forecast, h, forecast.Half95, -1) && a <= At(forecast, h, forecast.Half95, 1) ? 1 : 0;
            if (scale > 0)
            {
                scaled += off / scale;
                score += (high - low + (2 / Alpha80 * (Math.Max(0, low - a) + Math.Max(0, a - high)))) / scale;
                scaledCount++;
            }
        }
    }

    /// <summary>The score over several series, each of which counts the same; outcomes count the same in coverage.</summary>
    public static MethodScore Score(string method, IReadOnlyList<Tally> series)
    {
        Tally[] withScale = [.. series.Where(t => t.scaledCount > 0)];
        int steps = series.Max(t => t.outcomes.Length);
        double Share(Func<Tally, int[]> held, Func<int, bool> isCounted) =>
            series.Sum(t => (double)held(t).Where((_, h) => isCounted(h)).Sum()) / series.Sum(t => (double)t.outcomes.Where((_, h) => isCounted(h)).Sum());
        return new MethodScore(
            method,
            series.Average(t => t.smape / t.count),
            series.Average(t => t.error / t.count),
            withScale.Length == 0 ? null : withScale.Average(t => t.scaled / t.scaledCount),
            Share(t => t.in80, _ => true),
            Share(t => t.in95, _ => true),
            withScale.Length == 0 ? null : withScale.Average(t => t.score / t.scaledCount),
            Statistics.Median(series.SelectMany(t => t.milliseconds)),
            series.Sum(t => t.held))
        {
            Coverage80ByStep = [.. Enumerable.Range(0, steps).Select(h => Share(t => t.in80, s => s == h))],
            Coverage95ByStep = [.. Enumerable.Range(0, steps).Select(h => Share(t => t.in95, s => s == h))],
        };
    }

    private static double At(IntervalForecast forecast, int step, double[]? half, int side) =>
        forecast.Scale.From(forecast.Middle[step] + (side * (half?[step] ?? 0)));
}
