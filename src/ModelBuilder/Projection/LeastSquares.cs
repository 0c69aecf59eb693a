using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace ModelBuilder.Projection;

/// <summary>A least-squares fit with what it says of itself.</summary>
/// <param name="Coefficients">One for each regressor, in their order.</param>
/// <param name="StandardErrors">The standard error of each coefficient.</param>
/// <param name="ResidualDeviation">The standard deviation of the residuals.</param>
/// <param name="RSquared">The share of the variance around the mean that it explains.</param>
/// <param name="DegreesOfFreedom">Observations less coefficients.</param>
internal sealed record RegressionFit(double[] Coefficients, double[] StandardErrors, double ResidualDeviation, double RSquared, int DegreesOfFreedom)
{
    /// <summary>The inverse of the factor R, whose rows span the covariance of the coefficients.</summary>
    internal required Matrix<double> RootCovariance { get; init; }

    /// <summary>The t statistic of a coefficient.</summary>
    public double T(int coefficient) => Coefficients[coefficient] / StandardErrors[coefficient];

    /// <summary>The value at a row of regressors.</summary>
    public double Predict(double[] regressors) => regressors.Zip(Coefficients, (x, b) => x * b).Sum();

    /// <summary>The standard error of a new observation there.</summary>
    public double PredictionError(double[] regressors) =>
        ResidualDeviation * Math.Sqrt(1 + RootCovariance.LeftMultiply(DenseVector.OfArray(regressors)).Sum(z => z * z));
}

/// <summary>Linear regression by the QR factorization, which loses half as many digits as the normal equations.</summary>
internal static class LeastSquares
{
    /// <summary>Fits coefficients to rows of regressors; an intercept is a regressor of ones.</summary>
    public static RegressionFit Fit(double[][] rows, double[] values)
    {
        Matrix<double> x = DenseMatrix.OfRowArrays(rows);
        Vector<double> y = DenseVector.OfArray(values);
        QR<double> qr = x.QR(QRMethod.Thin);
        Vector<double> coefficients = qr.R.Solve(qr.Q.TransposeThisAndMultiply(y));
        coefficients += qr.R.Solve(qr.Q.TransposeThisAndMultiply(y - (x * coefficients))); // one refinement: a digit or two where regressors are nearly collinear
        double residual = (y - (x * coefficients)).Sum(e => e * e), mean = y.Average(), total = y.Sum(v => (v - mean) * (v - mean));
        int freedom = values.Length - coefficients.Count;
        double deviation = Math.Sqrt(residual / freedom);
        Matrix<double> root = qr.R.Inverse();
        return new RegressionFit([.. coefficients], [.. root.EnumerateRows().Select(r => deviation * r.L2Norm())], deviation, 1 - (residual / total), freedom) { RootCovariance = root };
    }
}
