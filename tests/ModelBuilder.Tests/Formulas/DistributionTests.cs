using ModelBuilder.Formulas.Functions;

namespace ModelBuilder.Tests.Formulas;

/// <summary>Expected values to 17 digits from mpmath 1.3 (50 digits: betainc, ncdf, bisection).</summary>
public class DistributionTests
{
    [Theory]
    [InlineData(0.2, 1, 3.0776835371752534)]
    [InlineData(0.2, 2, 1.8856180831641267)]
    [InlineData(0.2, 3, 1.6377443536962101)]
    [InlineData(0.2, 4, 1.5332062740589439)]
    [InlineData(0.2, 7, 1.4149239276505085)]
    [InlineData(0.05, 10, 2.2281388519862747)]
    [InlineData(0.000001, 5, 28.47847346298421)]
    [InlineData(0.5, 1000, 0.67473516460700944)]
    [InlineData(0.05, 100000, 1.9599877075346096)]
    [InlineData(1e-12, 30, 11.722008426303952)]
    [InlineData(0.4999, 3, 0.76508661235612449)]
    [InlineData(0.5001, 3, 0.76469807666070949)]
    [InlineData(1e-300, 4, 1.5650845800732873e+75)]
    [InlineData(0.01, 120, 2.617421145106866)]
    public void TwoTailedQuantile(double p, double df, double expected) => AssertNear(expected, StudentT.TwoTailedQuantile(p, df));

    [Theory]
    [InlineData(1.96, 60, 0.054644929736529247)]
    [InlineData(0.001, 5, 0.99924078677219765)]
    [InlineData(25, 5, 1.9106777843954234e-6)]
    [InlineData(3, 1, 0.20483276469913345)]
    [InlineData(0.5, 2, 0.66666666666666667)]
    [InlineData(2, 10000, 0.045527260661435443)]
    [InlineData(40, 200, 2.2487396535202507e-97)]
    [InlineData(1e-9, 8, 0.99999999922660196)]
    [InlineData(1.5, 1000, 0.13393003882208617)]
    public void TwoTails(double t, double df, double expected) => AssertNear(expected, StudentT.TwoTails(t, df));

    [Theory]
    [InlineData(-37, 5.7255712225245768e-300)]
    [InlineData(-10, 7.6198530241605261e-24)]
    [InlineData(-6, 9.8658764503769814e-10)]
    [InlineData(-2.0001, 0.022744733391410558)]
    [InlineData(-1.9999, 0.022755531584767187)]
    [InlineData(-1, 0.15865525393145705)]
    [InlineData(-0.1, 0.46017216272297102)]
    [InlineData(0.1, 0.53982783727702898)]
    [InlineData(1.333333, 0.90878872560409509)]
    [InlineData(2, 0.97724986805182079)]
    [InlineData(8, 0.99999999999999938)]
    public void NormalCumulative(double z, double expected) => AssertNear(expected, NormalDistribution.Cumulative(z));

    [Theory]
    [InlineData(1e-300, -37.047096299361199)]
    [InlineData(1e-20, -9.2623400897984076)]
    [InlineData(1e-7, -5.1993375821928169)]
    [InlineData(0.001, -3.0902323061678135)]
    [InlineData(0.07, -1.4757910281791707)]
    [InlineData(0.1, -1.2815515655446005)]
    [InlineData(0.4, -0.2533471031357998)]
    [InlineData(0.9088, 1.3334017452136092)]
    public void NormalQuantile(double p, double expected) => AssertNear(expected, NormalDistribution.Quantile(p));

    /// <summary>Inverse and direct agree over the whole range of degrees of freedom that regressions of quarters have, and beyond.</summary>
    [Fact]
    public void TwoTailedQuantile_IsTheInverse()
    {
        for (int df = 1; df <= 400; df++)
        {
            foreach (double p in new[] { 1e-9, 0.001, 0.05, 0.2, 0.49, 0.51, 0.8, 0.99 })
            {
                AssertNear(p, StudentT.TwoTails(StudentT.TwoTailedQuantile(p, df), df));
            }
        }
    }

    private static void AssertNear(double expected, double actual) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-12 * Math.Abs(expected), FormattableString.Invariant($"{actual:R} is not {expected:R}: {(actual / expected) - 1:E1}"));
}
