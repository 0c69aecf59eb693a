using ModelBuilder.Modelling;

namespace ModelBuilder.Projection.Backtests;

/// <summary>
/// The Theta method as its authors ran it in the M3 competition: on the values, divided by seasonal indices of the classical
/// multiplicative decomposition where the autocorrelation at one year stands out.
/// </summary>
internal static class ClassicalTheta
{
    private static readonly Theta Theta = new();

    public static IntervalForecast? Run(Series history, int horizon)
    {
        if (history.Known.Length < Theta.Fewest)
        {
            return null;
        }

        double[] indices = Array.TrueForAll(history.Values, v => v > 0) && Seasonality.IsFound(history) ? Indices(history) : [1, 1, 1, 1];
        MethodRun run = Theta.Run(new Series([.. history.Values.Select((v, i) => v / indices[history.Quarter(i)])], history.FirstIndex), horizon);
        double[] ahead = [.. run.Ahead.Select((v, i) => v * indices[history.Quarter(i)])];
        double[] path = [.. run.Path.Select((v, h) => v * indices[history.Quarter(history.Length + h)])];
        return IntervalForecast.Of(DriverKind.Level, Scale.Plain, history, ahead, path);
    }

    /// <summary>What each quarter of the year is of the centred moving average over a year, with a mean of 1.</summary>
    internal static double[] Indices(Series history)
    {
        double[] v = history.Values;
        var sums = new double[4];
        var counts = new int[4];
        for (int i = 2; i < v.Length - 2; i++)
        {
            sums[history.Quarter(i)] += v[i] / Seasonality.YearAround(v, i);
            counts[history.Quarter(i)]++;
        }

        double[] indices = [.. sums.Zip(counts, (sum, count) => sum / count)];
        double mean = indices.Average();
        return [.. indices.Select(x => x / mean)];
    }
}
