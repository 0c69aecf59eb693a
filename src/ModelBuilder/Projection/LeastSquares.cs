using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace ModelBuilder.Projection;

/// <summary>The regression and the quantile that projections rest on, as MathNet.Numerics computes them.</summary>
internal static class LeastSquares
{
    /// <summary>Ordinary least squares of y on x; at least three points, not all at one x.</summary>
    public static RegressionFit Fit(double[] x, double[] y)
    {
        double meanX = x.Mean();
        double[] centred = [.. x.Select(v => v - meanX)];
        double sumSquaresX = centred.Sum(v => v * v);
        (double atMean, double slope) = MathNet.Numerics.Fit.Line(centred, y);
        double standardError = GoodnessOfFit.StandardError(centred.Select(v => atMean + (slope * v)), y, degreesOfFreedom: 2);
        double slopeStandardError = standardError / Math.Sqrt(sumSquaresX);
        return new RegressionFit(
            x.Length,
            slope,
            atMean - (slope * meanX),
            Math.Pow(Correlation.Pearson(x, y), 2),
            standardError,
            meanX,
            sumSquaresX,
            slopeStandardError,
            IsNothing(standardError) ? double.NaN : slope / slopeStandardError);
    }

    /// <summary>How far from the mean of Student's t the two tails begin that hold <paramref name="probability"/> together (T.INV.2T).</summary>
    public static double TwoTailedT(double probability, int degreesOfFreedom) =>
        StudentT.InvCDF(0, 1, degreesOfFreedom, 1 - (probability / 2));

    /// <summary>The sample standard deviation (STDEV.S).</summary>
    public static double StandardDeviation(IEnumerable<double> values) => values.StandardDeviation();

    /// <summary>True for what is 0 to twelve decimals, as a cell tells with ROUND(x, 12) = 0: the rest is rounding.</summary>
    public static bool IsNothing(double value) => Math.Round(value, 12) == 0;
}
