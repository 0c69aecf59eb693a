using ModelBuilder.Modelling;

namespace ModelBuilder.Projection.Backtests;

/// <summary>A path with its intervals of 80% and 95%, on a scale.</summary>
/// <param name="Scale">The scale.</param>
/// <param name="Middle">The forecast of each quarter ahead.</param>
/// <param name="Half80">Half of the 80% interval.</param>
/// <param name="Half95">Half of the 95% interval.</param>
internal sealed record IntervalForecast(Scale Scale, double[] Middle, double[] Half80, double[] Half95)
{
    /// <summary>What a method alone says, its interval made from its own errors one quarter ahead as that of a projection is.</summary>
    public static IntervalForecast Of(DriverKind kind, Scale scale, Series history, double[] ahead, double[] path)
    {
        double[] errors = [.. history.Known.Where(i => double.IsFinite(ahead[i])).TakeLast(Forecaster.Window).Select(i => Math.Abs(history.Values[i] - ahead[i]))];
        double spread = Interval.ErrorScale(Interval.Usual(kind, scale, history), errors.Length == 0 ? double.NaN : errors.Average(), errors.Length);
        return new IntervalForecast(scale, path, Halves(0.8), Halves(0.95));

        double[] Halves(double level)
        {
            double quantile = Interval.Quantile(level);
            return [.. path.Select((_, h) => Interval.Half(kind, spread, h + 1, quantile))];
        }
    }
}
