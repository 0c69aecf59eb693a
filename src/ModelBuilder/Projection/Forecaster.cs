using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>
/// Carries a history forward: one-off quarters and seasons are taken out, every method that the history allows is run, and a
/// weighted mean of the robust ones is what is projected. A method's weight falls with the fourth power of its own errors one
/// quarter ahead, drawn towards equality where there are few: selection by evidence, never by fit.
/// </summary>
internal static class Forecaster
{
    /// <summary>Errors that count: those of the last two years.</summary>
    public const int Window = 8;

    /// <summary>As many quarters of equal errors are added before errors are compared.</summary>
    public const double Shrinkage = 4;

    public const int WeightPower = 4;

    public static Forecast Run(DriverKind kind, Scale scale, Series values, int horizon, ProjectionSettings settings, CostBase? revenue = null)
    {
        var onScale = new Series([.. values.Values.Select(v => double.IsNaN(v) ? v : scale.To(v))], values.FirstIndex);
        double[]? seasons = kind == DriverKind.Growth ? null : Seasonality.Of(onScale);
        (IReadOnlyList<OneOff> oneOffs, double[] adjustments) = OneOffs.In(Seasonality.TakenOut(onScale, seasons), scale == Scale.Plain);
        Series whole = oneOffs.Count == 0 ? onScale : new Series([.. onScale.Values.Zip(adjustments, (v, a) => v + a)], onScale.FirstIndex);
        Series level0 = Seasonality.TakenOut(whole, seasons);

        List<(ForecastMethod Method, MethodRun Run, bool InMean)> runs = [];
        foreach ((ForecastMethod method, int? inMeanFrom) in Methods.For(kind, settings, revenue))
        {
            bool inMean = whole.Known.Length >= inMeanFrom;
            if (whole.Known.Length >= method.Fewest && (method is not SeasonalTrend || SeasonalTrend.IsPossible(whole)))
            {
                MethodRun run = method.Run(method.TakesSeasons ? whole : level0, horizon);
                run = method.TakesSeasons ? run : Seasonality.PutBack(run, whole, seasons);
                if (run.Path.All(double.IsFinite))
                {
                    runs.Add((method, run, inMean));
                }
            }
        }

        if (!runs.Exists(r => r.InMean))
        {
            runs = [.. runs.Select(r => (r.Method, r.Run, r.Method.Key == Methods.OfFew(kind)))];
        }

        int[] window = [.. whole.Known.Where(i => runs.TrueForAll(r => !r.InMean || double.IsFinite(r.Run.Ahead[i]))).TakeLast(Window)];
        double[] errors = [.. runs.Select(r => MeanError(whole, r.Run.Ahead, window))];
        double[] weights = Weights(runs.ConvertAll(r => r.InMean), errors, window.Length);
        var middle = new double[horizon];
        var ahead = new double[whole.Length];
        for (int m = 0; m < runs.Count; m++)
        {
            for (int h = 0; h < horizon && weights[m] > 0; h++)
            {
                middle[h] += weights[m] * runs[m].Run.Path[h];
            }

            foreach (int i in weights[m] > 0 ? window : [])
            {
                ahead[i] += weights[m] * runs[m].Run.Ahead[i];
            }
        }

        double usual = Interval.Usual(kind, scale, whole), spread = Interval.ErrorScale(usual, MeanError(whole, ahead, window), window.Length), quantile = Interval.Quantile(settings.Level);
        return new Forecast(scale, whole, adjustments, oneOffs, seasons, [.. runs.Select((r, m) => new Candidate(r.Method, r.Run.Ahead, r.Run.Path, r.Run.Parameters, errors[m], weights[m]))])
        {
            Window = window,
            UsualError = usual,
            Middle = middle,
            Half = [.. Enumerable.Range(1, horizon).Select(h => Interval.Half(kind, spread, h, quantile))],
        };
    }

    private static double[] Weights(List<bool> inMean, double[] errors, int count)
    {
        double usual = errors.Where((_, m) => inMean[m]).DefaultIfEmpty(0).Average();
        double[] raw = [.. errors.Select((e, m) => !inMean[m] ? 0 : Math.Pow(((count > 0 && usual > 0 ? count * e / usual : count) + Shrinkage) / (count + Shrinkage), -WeightPower))];
        double sum = raw.Sum();
        return [.. raw.Select(w => w / sum)];
    }

    private static double MeanError(Series history, double[] ahead, int[] window) => window.Length == 0 ? double.NaN : window.Average(i => Math.Abs(history.Values[i] - ahead[i]));
}
