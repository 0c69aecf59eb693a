using ModelBuilder.Projection;

namespace ModelBuilder.Tests.Projection;

public class LeastSquaresTest
{
    [Fact]
    public void Fit_Norris_GivesTheCertifiedValues()
    {
        RegressionFit fit = LeastSquares.Fit(NorrisData.X, NorrisData.Y);

        Assert.Equal(36, fit.Count);
        AssertClose(NorrisData.Slope, fit.Slope, 1e-12);
        AssertClose(NorrisData.Intercept, fit.Intercept, 1e-10);
        AssertClose(NorrisData.ResidualStandardDeviation, fit.StandardError, 1e-11);
        AssertClose(NorrisData.SlopeStandardDeviation, fit.SlopeStandardError, 1e-11);
        AssertClose(NorrisData.RSquared, fit.RSquared, 1e-13);
        AssertClose(NorrisData.Slope / NorrisData.SlopeStandardDeviation, fit.SlopeT, 1e-11);

        // The certified deviation of the intercept ties the mean and the squares of x.
        double interceptDeviation = fit.StandardError * Math.Sqrt((1.0 / 36) + (fit.MeanX * fit.MeanX / fit.SumSquaresX));
        AssertClose(NorrisData.InterceptStandardDeviation, interceptDeviation, 1e-11);
    }

    [Fact]
    public void Fit_IsNotShakenByWhereTimeBegins()
    {
        // Quarter indices are around 8000: the same line, moved there.
        RegressionFit near = LeastSquares.Fit([0, 1, 3, 4, 7], [0.1, 0.15, 0.13, 0.2, 0.21]);
        RegressionFit far = LeastSquares.Fit([8092, 8093, 8095, 8096, 8099], [0.1, 0.15, 0.13, 0.2, 0.21]);

        AssertClose(near.Slope, far.Slope, 1e-12);
        AssertClose(near.StandardError, far.StandardError, 1e-12);
        AssertClose(near.Intercept - (near.Slope * 8092), far.Intercept, 1e-12);
        Assert.Equal(30, far.SumSquaresX, 9);
    }

    /// <summary>Critical values of Student's t as the NIST/SEMATECH handbook (1.3.6.7.2) and other tables print them, to three decimals.</summary>
    [Theory]
    [InlineData(0.20, 1, 3.078)]
    [InlineData(0.20, 2, 1.886)]
    [InlineData(0.20, 3, 1.638)]
    [InlineData(0.20, 4, 1.533)]
    [InlineData(0.20, 6, 1.440)]
    [InlineData(0.20, 10, 1.372)]
    [InlineData(0.20, 30, 1.310)]
    [InlineData(0.10, 2, 2.920)]
    [InlineData(0.05, 2, 4.303)]
    [InlineData(0.05, 10, 2.228)]
    [InlineData(0.05, 60, 2.000)]
    [InlineData(0.01, 5, 4.032)]
    [InlineData(0.01, 20, 2.845)]
    public void TwoTailedT_IsThePublishedQuantile(double probability, int degreesOfFreedom, double published) =>
        Assert.Equal(published, LeastSquares.TwoTailedT(probability, degreesOfFreedom), 0.00051);

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.05)]
    public void TwoTailedT_OfOneAndTwoDegrees_IsTheClosedForm(double probability)
    {
        double p = 1 - (probability / 2);
        AssertClose(Math.Tan(Math.PI * (p - 0.5)), LeastSquares.TwoTailedT(probability, 1), 1e-11);
        AssertClose((2 * p - 1) / Math.Sqrt(2 * p * (1 - p)), LeastSquares.TwoTailedT(probability, 2), 1e-11);
    }

    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
