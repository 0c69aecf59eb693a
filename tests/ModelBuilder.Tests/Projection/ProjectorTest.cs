using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using ModelBuilder.Projection;

namespace ModelBuilder.Tests.Projection;

public class ProjectorTest
{
    private static readonly LineKey Driver = LineKey.Parse("growth.public_cloud");
    private static readonly ProjectionSettings Settings = new(0.8, 0.6, 0.1);

    [Fact]
    public void Project_FourQuartersWithAGap_FollowsTheClosedForm()
    {
        // x = 0, 1, 2, 4 and y = 1, 3, 2, 6 by hand: mean x 1.75, mean y 3, Sxx 8.75, Sxy 10, b 8/7, residual squares 14 - 80/7 = 18/7.
        FiscalPeriod origin = FiscalPeriod.Quarter(2022, 1);
        DriverProjection projection = Projector.Project(Driver, Past(origin, (0, 1), (1, 3), (2, 2), (4, 6)), Quarters(origin, 5, 7), Settings);

        Assert.Equal(ProjectionMethod.Regression, projection.Method);
        Assert.Empty(projection.Findings);
        Assert.Equal(6, projection.LastValue);
        RegressionFit fit = projection.Fit!;
        Assert.Equal(8.0 / 7, fit.Slope, 10);
        Assert.Equal(Math.Sqrt(18.0 / 7 / 2), fit.StandardError, 10);
        Assert.Equal(80.0 / 7 / 14, fit.RSquared, 10);

        double s = Math.Sqrt(9.0 / 7);
        double t = 0.8 / Math.Sqrt(2 * 0.9 * 0.1); // Student's t with two degrees of freedom, closed form
        double start = ((3 + (8.0 / 7 * 2.25)) + 6) / 2;
        AssertPoint(projection.Path[0], "2023Q2", start + (8.0 / 7 * 0.6), t * s * Math.Sqrt(1 + 0.25 + (3.25 * 3.25 / 8.75)));
        AssertPoint(projection.Path[1], "2023Q4", start + (8.0 / 7 * (0.6 + 0.36 + 0.216)), t * s * Math.Sqrt(1 + 0.25 + (5.25 * 5.25 / 8.75)));
    }

    [Theory]
    [InlineData(1, 0.1 * 0.5)]
    [InlineData(2, 0.070710678118654752)] // values 0.4 and 0.5
    [InlineData(3, 0.1)] // values 0.3, 0.4 and 0.5
    public void Project_FewObservations_HoldsTheLastAndWidens(int count, double spread)
    {
        FiscalPeriod origin = FiscalPeriod.Quarter(2023, 1);
        (int, double)[] all = [(0, 0.3), (1, 0.4), (2, 0.5)];
        DriverProjection projection = Projector.Project(Driver, Past(origin, all[^count..]), Quarters(origin, 3, 4, 5, 6), Settings);

        Assert.Equal(ProjectionMethod.LastValue, projection.Method);
        Assert.Null(projection.Fit);
        double t = 0.8 / Math.Sqrt(2 * 0.9 * 0.1);
        for (int k = 1; k <= 4; k++)
        {
            AssertPoint(projection.Path[k - 1], origin.AddQuarters(k + 2).ToString(), 0.5, t * spread * Math.Sqrt(k));
        }

        Finding finding = Assert.Single(projection.Findings);
        Assert.Equal((Severity.Warning, FindingCode.Projection, (LineKey?)Driver), (finding.Severity, finding.Code, finding.Line));
        Assert.Contains(count == 1 ? "rests on 1 observation;" : $"rests on {count} observations;", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Project_OneObservationOfNothing_StillHasAWidth()
    {
        FiscalPeriod origin = FiscalPeriod.Quarter(2023, 1);
        ProjectedPoint point = Projector.Project(Driver, Past(origin, (0, 0)), Quarters(origin, 1), Settings).Path[0];
        AssertPoint(point, "2023Q2", 0, 0.8 / Math.Sqrt(2 * 0.9 * 0.1) * 0.01);
    }

    [Fact]
    public void Project_PerfectLine_TakesTheSpreadOfFewPoints()
    {
        FiscalPeriod origin = FiscalPeriod.Quarter(2022, 1);
        DriverProjection projection = Projector.Project(Driver, Past(origin, (0, 0.3), (1, 0.3), (2, 0.3), (3, 0.3), (4, 0.3)), Quarters(origin, 5, 6), Settings);
        double t = 0.8 / Math.Sqrt(2 * 0.9 * 0.1);
        AssertPoint(projection.Path[1], "2023Q3", 0.3, t * 0.03 * Math.Sqrt(2));
        Assert.True(double.IsNaN(projection.Fit!.SlopeT));
    }

    [Fact]
    public void Project_CallersBugs_Throw()
    {
        FiscalPeriod origin = FiscalPeriod.Quarter(2022, 1);
        Assert.Throws<ArgumentException>(() => Projector.Project(Driver, [], Quarters(origin, 1), Settings));
        Assert.Throws<ArgumentException>(() => Projector.Project(Driver, Past(origin, (0, 1), (0, 2)), Quarters(origin, 1), Settings));
        Assert.Throws<ArgumentException>(() => Projector.Project(Driver, Past(origin, (0, double.NaN)), Quarters(origin, 1), Settings));
        Assert.Throws<ArgumentException>(() => Projector.Project(Driver, Past(origin, (3, 1)), Quarters(origin, 3), Settings));
        Assert.Throws<ArgumentException>(() => Projector.Project(Driver, Past(origin, (3, 1)), Quarters(origin, 5, 4), Settings));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionSettings(1, 0.6, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionSettings(0.8, 1, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionSettings(0.8, 0.6, 0));
    }

    [Fact]
    public void Project_AnyPast_IsOrderedWidensAndMirrors()
    {
        FiscalPeriod origin = FiscalPeriod.Quarter(2015, 1);
        Gen<Observation[]> pasts =
            from gaps in Gen.NonEmptyListOf(Gen.Choose(1, 3))
            from values in Gen.ArrayOf(Gen.Choose(-100000, 100000), gaps.Count)
            select gaps.Select((_, i) => new Observation(origin.AddQuarters(gaps.Take(i + 1).Sum()), values[i] / 1000.0)).ToArray();
        Prop.ForAll(pasts.ToArbitrary(), past =>
        {
            FiscalPeriod[] horizon = [.. Enumerable.Range(1, 8).Select(past[^1].Quarter.AddQuarters)];
            var path = Projector.Project(Driver, past, horizon, Settings).Path;
            var shuffled = Projector.Project(Driver, [.. past.Reverse()], horizon, Settings).Path;
            var mirrored = Projector.Project(Driver, [.. past.Select(o => o with { Value = -o.Value })], horizon, Settings).Path;
            bool ordered = path.All(p => p.Low < p.Middle && p.Middle < p.High);
            bool widens = path.Zip(path.Skip(1)).All(p => p.Second.High - p.Second.Low > p.First.High - p.First.Low);
            bool mirrors = path.Zip(mirrored).All(p => Math.Abs(p.First.Low + p.Second.High) < 1e-8 && Math.Abs(p.First.Middle + p.Second.Middle) < 1e-8);
            return ordered && widens && mirrors && path.SequenceEqual(shuffled);
        }).QuickCheckThrowOnFailure();
    }

    private static Observation[] Past(FiscalPeriod origin, params (int Step, double Value)[] points) =>
        [.. points.Select(p => new Observation(origin.AddQuarters(p.Step), p.Value))];

    private static FiscalPeriod[] Quarters(FiscalPeriod origin, params int[] steps) => [.. steps.Select(origin.AddQuarters)];

    private static void AssertPoint(ProjectedPoint point, string quarter, double middle, double half)
    {
        Assert.Equal(quarter, point.Quarter.ToString());
        Assert.Equal(middle, point.Middle, 9);
        Assert.Equal(middle - half, point.Low, 9);
        Assert.Equal(middle + half, point.High, 9);
    }
}
