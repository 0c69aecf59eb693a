using ModelBuilder.Projection;

namespace ModelBuilder.Tests.Projection;

public class LeastSquaresTest
{
    /// <summary>The digits that each set, harder from one to the next, must keep of coefficients and of their standard errors.</summary>
    public static TheoryData<string, double, double> Sets => new()
    {
        { "Norris", 1e-10, 1e-11 },
        { "Pontius", 1e-10, 1e-10 },
        { "Longley", 1e-8, 1e-8 },
        { "Wampler1", 1e-7, 1e-6 },
        { "Wampler2", 1e-10, 1e-10 },
        { "Wampler3", 1e-7, 1e-9 },
        { "Wampler4", 1e-6, 1e-9 },
        { "Wampler5", 1e-4, 1e-9 },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public void Fit_OfNistSets_GivesTheCertifiedValues(string name, double coefficients, double deviations)
    {
        NistSet set = NistData.All.Single(s => s.Name == name);

        RegressionFit fit = LeastSquares.Fit(set.Rows, set.Values);

        Assert.Equal(set.Values.Length - set.Coefficients.Length, fit.DegreesOfFreedom);
        AssertClose(set.ResidualDeviation, fit.ResidualDeviation, deviations);
        AssertClose(set.RSquared, fit.RSquared, 1e-10);
        for (int k = 0; k < set.Coefficients.Length; k++)
        {
            AssertClose(set.Coefficients[k], fit.Coefficients[k], coefficients);
            AssertClose(set.StandardErrors[k], fit.StandardErrors[k], deviations);
            if (set.StandardErrors[k] > 0)
            {
                AssertClose(set.Coefficients[k] / set.StandardErrors[k], fit.T(k), coefficients + deviations);
            }
        }
    }

    [Fact]
    public void Fit_IsNotShakenByWhereTimeBegins()
    {
        // Quarter indices are around 8000: the same line, moved there.
        double[] y = [0.1, 0.15, 0.13, 0.2, 0.21];
        RegressionFit near = LeastSquares.Fit([[1, 0], [1, 1], [1, 3], [1, 4], [1, 7]], y);
        RegressionFit far = LeastSquares.Fit([[1, 8092], [1, 8093], [1, 8095], [1, 8096], [1, 8099]], y);

        AssertClose(near.Coefficients[1], far.Coefficients[1], 1e-10);
        AssertClose(near.StandardErrors[1], far.StandardErrors[1], 1e-10);
        AssertClose(near.PredictionError([1, 9]), far.PredictionError([1, 8101]), 1e-9);
    }

    /// <summary>What is certified as 0 must be so within a certain amount.</summary>
    private static void AssertClose(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * (expected == 0 ? 1 : Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
}
