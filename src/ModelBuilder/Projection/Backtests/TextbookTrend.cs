using MathNet.Numerics.Distributions;
using ModelBuilder.Modelling;

namespace ModelBuilder.Projection.Backtests;

/// <summary>The least-squares line with the prediction interval of the textbooks, which supposes independent errors around a line that lasts.</summary>
internal static class TextbookTrend
{
    public static IntervalForecast? Run(Series history, int horizon)
    {
        if (history.Known.Length < 3)
        {
            return null;
        }

        RegressionFit fit = LeastSquares.Fit([.. history.Known.Select(i => new[] { 1.0, i })], [.. history.Known.Select(i => history.Values[i])]);
        double[][] ahead = [.. Enumerable.Range(0, horizon).Select(h => new[] { 1.0, history.Length + h })];
        double[] errors = [.. ahead.Select(fit.PredictionError)];
        return new IntervalForecast(Scale.Plain, [.. ahead.Select(fit.Predict)], Halves(0.8), Halves(0.95));

        double[] Halves(double level)
        {
            double quantile = StudentT.InvCDF(0, 1, fit.DegreesOfFreedom, (1 + level) / 2);
            return [.. errors.Select(e => quantile * e)];
        }
    }
}
