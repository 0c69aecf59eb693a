using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;
using ModelBuilder.Tests.Support;
using Interval = ModelBuilder.Projection.Interval;

namespace ModelBuilder.Tests.Projection;

public class ForecasterTest
{
    [Fact]
    public void AQuarterFarOff_IsFoundSetAsideAndReported()
    {
        double[] values = Histories.Steady(24);
        DriverProjection plain = Histories.Project(Histories.Of(values), DriverKind.Level, Scale.Logarithm);
        values[15] *= 0.55;

        DriverProjection projection = Histories.Project(Histories.Of(values), DriverKind.Level, Scale.Logarithm);

        Finding finding = Assert.Single(projection.Findings);
        Assert.Equal(Histories.Origin.AddQuarters(15), finding.Period);
        Assert.Contains("set aside", finding.Message, StringComparison.Ordinal);
        Assert.Equal([Histories.Origin.AddQuarters(15)], projection.Adjustments.Keys);
        Assert.All(projection.Path.Zip(plain.Path), p => Assert.Equal(p.Second.Middle, p.First.Middle, 0.01 * p.Second.Middle));
    }

    [Fact]
    public void ALevelThatChangedForGood_IsFoundLiftsWhatWasBeforeAndIsReported()
    {
        double[] values = Histories.Steady(24);
        DriverProjection plain = Histories.Project(Histories.Of(values), DriverKind.Level, Scale.Logarithm);
        for (int i = 0; i < 14; i++)
        {
            values[i] *= 1.8; // a part that was sold after the fourteenth quarter
        }

        DriverProjection projection = Histories.Project(Histories.Of(values), DriverKind.Level, Scale.Logarithm);

        Finding finding = Assert.Single(projection.Findings);
        Assert.Equal(Histories.Origin.AddQuarters(14), finding.Period);
        Assert.Contains("for good", finding.Message, StringComparison.Ordinal);
        Assert.Equal(14, projection.Adjustments.Count);
        Assert.All(projection.Path.Zip(plain.Path), p => Assert.Equal(p.Second.Middle, p.First.Middle, 0.04 * p.Second.Middle));
    }

    [Fact]
    public void SteadyHistories_HaveNoOneOffs() => Assert.Empty(Histories.Project(Histories.Of(Histories.Steady(40)), DriverKind.Level, Scale.Logarithm).Findings);

    [Fact]
    public void Seasons_AreFoundWhereTheyAreAndNotWhereTheyAreNot()
    {
        double[] season = [0.9, 1.0, 1.25, 0.85];
        double[] seasonal = [.. Histories.Steady(28).Select((v, i) => v * season[i % 4])];

        DriverProjection projection = Histories.Project(Histories.Of(seasonal), DriverKind.Level, Scale.Logarithm);

        Assert.True(projection.IsSeasonal);
        Assert.False(Histories.Project(Histories.Of(Histories.Steady(28)), DriverKind.Level, Scale.Logarithm).IsSeasonal);
        Assert.All(projection.Path.Zip(Histories.Steady(36).Skip(28).Select((v, h) => v * season[h % 4])), p => Assert.Equal(p.Second, p.First.Middle, 0.06 * p.Second));
    }

    [Fact]
    public void Weights_FollowErrorsAndAddToOne()
    {
        // A line with little noise: what follows a trend errs less and must weigh more than what does not.
        DriverProjection projection = Histories.Project(Histories.Of(Histories.Steady(30)), DriverKind.Level, Scale.Logarithm);
        MethodResult[] inMean = [.. projection.Methods.Where(m => m.Weight > 0)];

        Assert.True(inMean.Length > 1);
        Assert.Equal(1, inMean.Sum(m => m.Weight), 12);
        Assert.Equal(inMean.OrderBy(m => m.Error).Select(m => m.Key), inMean.OrderByDescending(m => m.Weight).Select(m => m.Key));
    }

    [Fact]
    public void ErrorScale_IsDrawnFromTheUsualErrorToItsOwn()
    {
        Assert.Equal(0.06, Interval.ErrorScale(0.06, double.NaN, 0));
        Assert.Equal(0.06, Interval.ErrorScale(0.06, 0.5, 1));

        // Of eight errors 7/9 is its own, geometrically.
        Assert.Equal(Math.Pow(1.2533 * 0.02, 7.0 / 9) * Math.Pow(0.06, 2.0 / 9), Interval.ErrorScale(0.06, 0.02, 8), 12);
        Assert.True(Interval.ErrorScale(0.06, 0, 8) > 0);
    }

    /// <summary>Student's t with three degrees of freedom as tables print it.</summary>
    [Theory]
    [InlineData(0.80, 1.638)]
    [InlineData(0.90, 2.353)]
    [InlineData(0.95, 3.182)]
    [InlineData(0.50, 0.765)]
    public void Quantile_IsThePublishedOne(double level, double published) => Assert.Equal(published, Interval.Quantile(level), 0.0006);

    [Fact]
    public void SixtyQuarters_TakeLessThanTwoMilliseconds()
    {
        double[] season = [0.9, 1.0, 1.25, 0.85];
        Series[] series = [.. Enumerable.Range(1, 100).Select(k => new Series([.. Histories.Steady(60).Select((v, i) => v * season[i % 4] * (1 + (0.02 * Math.Sin(k * i))))], 8000))];
        void All() => Assert.All(series, s => Assert.Equal(8, Forecaster.Run(DriverKind.Level, Scale.Logarithm, s, 8, new ProjectionSettings()).Middle.Length));
        All();

        TimeSpan start = ThreadClock.Now;
        All();
        double each = (ThreadClock.Now - start).TotalMilliseconds / series.Length;

        Assert.True(each < 2, $"{each} ms a series");
    }
}
