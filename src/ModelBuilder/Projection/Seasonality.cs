namespace ModelBuilder.Projection;

/// <summary>
/// The seasons of a history on its scale, by classical decomposition: centred moving averages over a year, the mean deviation
/// of each quarter from them. Taken out only where the autocorrelation at one year stands out (90%), as the Theta method's
/// authors test it.
/// </summary>
internal static class Seasonality
{
    private const int FewestYears = 3;
    private const double TwoSided90 = 1.645;

    /// <summary>What each quarter of the year is above the level, summing to 0; null where no season is found, or where gaps or a short history leave nothing to find it in.</summary>
    public static double[]? Of(Series history) =>
        IsFound(history) ? Deviations(history) : null;

    /// <summary>True where there are enough years without a gap and the autocorrelation at one year stands out.</summary>
    public static bool IsFound(Series history) => !history.HasGaps && history.Length >= 4 * FewestYears && StandsOut(history.Values);

    /// <summary>A history less its seasons; itself where there are none.</summary>
    public static Series TakenOut(Series history, double[]? seasons) => seasons is null
        ? history
        : new Series([.. history.Values.Select((v, i) => v - seasons[history.Quarter(i)])], history.FirstIndex);

    /// <summary>What a method made of a history without seasons, with them.</summary>
    public static MethodRun PutBack(MethodRun run, Series history, double[]? seasons) => seasons is null ? run : run with
    {
        Ahead = [.. run.Ahead.Select((v, i) => v + seasons[history.Quarter(i)])],
        Path = [.. run.Path.Select((v, h) => v + seasons[history.Quarter(history.Length + h)])],
    };

    /// <summary>The mean over the year centred on a quarter.</summary>
    public static double YearAround(double[] v, int i) => ((v[i - 2] / 2) + v[i - 1] + v[i] + v[i + 1] + (v[i + 2] / 2)) / 4;

    private static bool StandsOut(double[] values)
    {
        double mean = values.Average(), variance = values.Sum(v => (v - mean) * (v - mean));
        double Correlation(int lag)
        {
            double sum = 0;
            for (int i = lag; i < values.Length; i++)
            {
                sum += (values[i] - mean) * (values[i - lag] - mean);
            }

            return sum / variance;
        }

        double before = 1 + (2 * Enumerable.Range(1, 3).Sum(lag => Math.Pow(Correlation(lag), 2)));
        return variance > 0 && Math.Abs(Correlation(4)) > TwoSided90 * Math.Sqrt(before / values.Length);
    }

    private static double[] Deviations(Series history)
    {
        double[] v = history.Values;
        var sums = new double[4];
        var counts = new int[4];
        for (int i = 2; i < v.Length - 2; i++)
        {
            double level = YearAround(v, i);
            sums[history.Quarter(i)] += v[i] - level;
            counts[history.Quarter(i)]++;
        }

        double[] deviations = [.. sums.Zip(counts, (sum, count) => sum / count)];
        double mean = deviations.Average();
        return [.. deviations.Select(d => d - mean)];
    }
}
