using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Tests.Projection;

/// <summary>Costs of a fixed and a variable part, and costs of two segments' rates, neither below nothing.</summary>
public sealed class CostOnRevenueTests
{
    private static readonly FiscalPeriod First = FiscalPeriod.Quarter(2023, 1);

    // 30 a quarter and a tenth of revenue.
    private static readonly double[] Revenue = [100, 200, 400, 500, 300], Ratio = [0.4, 0.25, 0.175, 0.16];

    [Fact]
    public void Fit_OfThirtyAndATenth_FindsBoth()
    {
        (double slope, double intercept) = CostOnRevenue.Fit([.. Revenue[..4].Select(r => 1 / r)], Ratio);
        Assert.Equal(30, slope, 1e-9);
        Assert.Equal(0.1, intercept, 1e-12);
    }

    [Fact]
    public void Fit_RatioThatGrowsWithRevenue_HasNoFixedPart() => Assert.Equal((0, 0.2), Rounded(CostOnRevenue.Fit([0.01, 0.005, 0.0025], [0.1, 0.2, 0.3])));

    [Fact]
    public void Fit_RatioThatFallsFasterThanOneOverRevenue_HasNoVariablePart()
    {
        // Through the origin: (3 * 0.9 + 1 * 0.1) / (9 + 1).
        Assert.Equal((0.28, 0), Rounded(CostOnRevenue.Fit([3, 1], [0.9, 0.1])));
    }

    [Fact]
    public void Fit_RevenueThatNeverChanges_TakesTheMean() => Assert.Equal((0, 0.2), Rounded(CostOnRevenue.Fit([0.01, 0.01, 0.01], [0.1, 0.2, 0.3])));

    [Fact]
    public void Fit_OfTwoSegments_FindsTheirRates()
    {
        // Rates of 0.2 and 0.6 at shares of a half, a quarter and four fifths.
        Assert.Equal((0.2, 0.6), Rounded(CostOnRevenues.Fit([0.5, 0.25, 0.8], [0.5, 0.75, 0.2], [0.4, 0.5, 0.28])));
        Assert.Equal((0, 0.5), Rounded(CostOnRevenues.Fit([1, 0], [1, 1], [0.25, 0.75])));
    }

    [Fact]
    public void Fit_SharesThatNeverChange_GivesBothSegmentsOneRate() => Assert.Equal((0.3, 0.3), Rounded(CostOnRevenues.Fit([0.6, 0.6, 0.6], [0.4, 0.4, 0.4], [0.2, 0.3, 0.4])));

    [Fact]
    public void Fit_OfAnyPoints_IsNotBelowNothing_AndNoOtherIsCloser() =>
        Prop.ForAll(Points.ToArbitrary(), points =>
        {
            (double[] x, double[] y, double[] other) = points;
            double[] ones = [.. x.Select(_ => 1.0)];
            (double slope, double intercept) = CostOnRevenue.Fit(x, y);
            Assert.True(slope >= 0 && intercept >= 0);
            Assert.True(Squares(x, ones, y, slope, intercept) <= Squares(x, ones, y, other[0], other[1]) + 1e-9);

            double[] rest = [.. x.Select(v => 1 - (v / 4))];
            (double one, double two) = CostOnRevenues.Fit(x, rest, y);
            Assert.True(one >= 0 && two >= 0);

            // Shares that hardly differ give both segments one rate, whatever fits a hair closer.
            double together = Math.Pow(x.Zip(rest, (a, b) => a * b).Sum(), 2), apart = x.Sum(v => v * v) * rest.Sum(v => v * v);
            Assert.True(together > 0.9999 * apart || Squares(x, rest, y, one, two) <= Squares(x, rest, y, other[0], other[1]) + 1e-9);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData(Scale.Logarithm)]
    [InlineData(Scale.Margin)]
    public void Project_GivesWhatTheCostComesToAtTheRevenueAhead(Scale scale)
    {
        // Revenue of 300 costs 60: a ratio of 0.2, a margin of 0.8.
        MethodResult method = Projected(scale, Revenue).Methods.Single(m => m.Key == "cost_on_revenue");
        Assert.Equal(scale == Scale.Margin ? 0.8 : 0.2, scale.From(method.Path[0]), 1e-9);
        Assert.Equal(0, method.Weight);
    }

    [Fact]
    public void Project_WithoutRevenueAhead_DoesNotOfferIt() =>
        Assert.DoesNotContain(Projected(Scale.Logarithm, [.. Revenue[..4], double.NaN]).Methods, m => m.Key == "cost_on_revenue");

    [Fact]
    public void OneQuarterAhead_IsNotToldTheQuartersRevenue()
    {
        double Said(double last)
        {
            var history = new Series([.. Ratio.Select(r => Math.Log(r))], 0);
            return new CostOnRevenue(new CostBase(Scale.Logarithm, new RegressorSeries(LineKey.Parse("revenue.total"), "Revenue", [100, 200, 400, last, 300]), [])).Run(history, 1).Ahead[3];
        }

        // What 400, the quarter before, would cost by the three quarters before: a ratio of 0.175.
        Assert.Equal(Math.Log(0.175), Said(500), 1e-9);
        Assert.Equal(Said(500), Said(50));
    }

    private static DriverProjection Projected(Scale scale, double[] revenue)
    {
        Observation[] past = [.. Ratio.Index().Select(r => new Observation(First.AddQuarters(r.Index), scale == Scale.Margin ? 1 - r.Item : r.Item))];
        var values = revenue.Index().Where(v => double.IsFinite(v.Item)).ToDictionary(v => First.AddQuarters(v.Index), v => v.Item);
        return Projector.Project(LineKey.Parse("driver.cost_ratio.fuel"), DriverKind.Ratio, scale, past, [First.AddQuarters(4)], new ProjectionSettings(), [new Regressor(LineKey.Parse("revenue.total"), "Revenue", values)]);
    }

    private static double Squares(double[] first, double[] second, double[] y, double one, double two) => y.Select((v, i) => Math.Pow(v - (one * first[i]) - (two * second[i]), 2)).Sum();

    private static (double, double) Rounded((double, double) fit) => (Math.Round(fit.Item1, 9), Math.Round(fit.Item2, 9));

    /// <summary>Points above 0, and two other coefficients of no less than 0.</summary>
    private static Gen<(double[] X, double[] Y, double[] Other)> Points =>
        from count in Gen.Choose(3, 12)
        from x in Gen.Choose(1, 400).Select(v => v / 100.0).ArrayOf(count)
        from y in Gen.Choose(1, 300).Select(v => v / 100.0).ArrayOf(count)
        from other in Gen.Choose(0, 300).Select(v => v / 100.0).ArrayOf(2)
        select (x, y, other);
}
