using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Tests.Projection;

public class ProjectorTest
{
    private const double Tolerance = 1e-9;

    private static Gen<(Observation[] Past, (DriverKind Kind, Scale Scale) Of)> Cases { get; } = Histories.Any.SelectMany(_ => Histories.Kinds, (past, of) => (past, of));

    [Fact]
    public void Project_OrderOfObservations_DoesNotMatter() => Histories.Holds(Cases, c =>
        Histories.Project(c.Past, c.Of.Kind, c.Of.Scale).Path.SequenceEqual(Histories.Project([.. c.Past.Reverse()], c.Of.Kind, c.Of.Scale).Path));

    [Fact]
    public void Project_Bounds_LieAroundTheMiddleAndNeverNarrow() => Histories.Holds(Cases, c =>
    {
        DriverProjection projection = Histories.Project(c.Past, c.Of.Kind, c.Of.Scale);
        double[] widths = [.. projection.Path.Select(p => projection.Scale.To(p.High) - projection.Scale.To(p.Low))];
        return projection.Path.All(p => p.Low <= p.Middle && p.Middle <= p.High && double.IsFinite(p.Low) && double.IsFinite(p.High))
            && widths.Zip(widths.Skip(1)).All(w => w.Second >= w.First - Tolerance);
    });

    [Fact]
    public void Project_HigherLevel_IsWider() => Histories.Holds(Cases, c =>
        Histories.Project(c.Past, c.Of.Kind, c.Of.Scale, level: 0.5).Path.Zip(Histories.Project(c.Past, c.Of.Kind, c.Of.Scale, level: 0.95).Path)
            .All(p => p.Second.Low <= p.First.Low && p.First.High <= p.Second.High && Math.Abs(p.First.Middle - p.Second.Middle) < Tolerance));

    [Fact]
    public void Project_EachScale_KeepsWhatItHolds() => Histories.Holds(Histories.Any, past =>
        Histories.Project(past, DriverKind.Growth, Scale.Growth).Path.All(p => p.Low > -1)
        && Histories.Project(past, DriverKind.Ratio, Scale.Margin).Path.All(p => p.High < 1)
        && Histories.Project([.. past.Select(o => o with { Value = o.Value + 0.41 })], DriverKind.Level, Scale.Logarithm).Path.All(p => p.Low > 0)
        && Histories.Project([.. past.Select(o => o with { Value = (o.Value + 0.41) / 1.02 })], DriverKind.Ratio, Scale.Share).Path.All(p => p.Low > 0 && p.High < 1));

    [Fact]
    public void Project_ALevelOnAnotherUnit_IsTheSameInThatUnit() => Histories.Holds(Histories.Any, past =>
    {
        Observation[] level = [.. past.Select(o => o with { Value = o.Value + 0.5 })];
        var path = Histories.Project(level, DriverKind.Level, Scale.Logarithm).Path;
        var thousands = Histories.Project([.. level.Select(o => o with { Value = o.Value * 1000 })], DriverKind.Level, Scale.Logarithm).Path;
        return path.Zip(thousands).All(p => Math.Abs((p.First.Middle * 1000) - p.Second.Middle) < 0.01 * p.Second.Middle);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Project_BelowFourObservations_HoldsTheLastValueAndSaysSo(int count)
    {
        Observation[] past = Histories.Of([.. new[] { 0.22, 0.31, 0.27 }.Take(count)]);
        double last = past[^1].Value;

        DriverProjection ratio = Histories.Project(past, DriverKind.Ratio, Scale.Margin), growth = Histories.Project(past, DriverKind.Growth, Scale.Growth);

        Assert.All(ratio.Path, p => Assert.Equal(last, p.Middle, 9));
        Assert.Equal(last, growth.Path[0].Middle, 9);
        for (int h = 1; h < growth.Path.Count; h++)
        {
            // Growth fades on its scale: what is left of ln(1 + g) is the same share from quarter to quarter.
            Assert.Equal(Math.Log(1 + growth.Path[h - 1].Middle) * 0.8, Math.Log(1 + growth.Path[h].Middle), 9);
        }

        foreach (DriverProjection projection in new[] { ratio, growth })
        {
            Finding finding = Assert.Single(projection.Findings);
            Assert.Equal((Severity.Warning, FindingCode.Projection, (LineKey?)Histories.Driver), (finding.Severity, finding.Code, finding.Line));
            Assert.Contains(count == 1 ? "rests on 1 observation;" : $"rests on {count} observations;", finding.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Project_GapsOfYears_AreAccepted()
    {
        Observation[] past = [.. new[] { (0, 0.3), (1, 0.32), (9, 0.28), (10, 0.27), (22, 0.35) }.Select(p => new Observation(Histories.Origin.AddQuarters(p.Item1), p.Item2))];

        DriverProjection projection = Histories.Project(past, DriverKind.Ratio, Scale.Margin);

        Assert.Empty(projection.Findings);
        Assert.All(projection.Path, p => Assert.InRange(p.Middle, 0.27, 0.36));

        // The last two have three before them, and so count as errors although a gap stands before one of them.
        Assert.Equal(past[3..].Select(o => o.Quarter), projection.Window);
    }

    [Fact]
    public void Project_AHorizonThatBeginsLater_SkipsTheQuartersBetween()
    {
        Observation[] past = Histories.Of(0.20, 0.24, 0.21, 0.25, 0.23, 0.26);
        FiscalPeriod[] later = [.. Enumerable.Range(4, 3).Select(past[^1].Quarter.AddQuarters)];

        DriverProjection projection = Projector.Project(Histories.Driver, DriverKind.Ratio, Scale.Plain, past, later, new ProjectionSettings());

        Assert.Equal(later, projection.Path.Select(p => p.Quarter));
    }

    [Fact]
    public void Project_AValueThatHasNoPlaceOnTheScale_IsCarriedAsItIsWithAFinding()
    {
        DriverProjection projection = Histories.Project(Histories.Of(0.2, 0.1, 1.4, 0.3, 0.2), DriverKind.Ratio, Scale.Margin);

        Assert.Equal(Scale.Plain, projection.Scale);
        Assert.Equal(Histories.Origin.AddQuarters(2), projection.Findings[0].Period);
    }

    [Fact]
    public void Project_AnAmountThatIsNothingInTheLastQuarter_IsGoneAndSaidSo()
    {
        DriverProjection gone = Histories.Project(Histories.Of([.. Histories.Steady(12), 0]), DriverKind.Level, Scale.Logarithm);
        Assert.All(gone.Path, p => Assert.Equal((0.0, 0.0, 0.0), (p.Low, p.Middle, p.High)));
        Assert.Contains(gone.Findings, f => f.Message.Contains("taken as gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1e-9, false)]
    [InlineData(0.02, false)]
    [InlineData(0.4, true)]
    public void Project_AQuarterOff_IsAOneOffOnlyWhereItMatters(double off, bool found)
    {
        double[] values = [.. Enumerable.Range(0, 16).Select(i => 0.6 + (1e-10 * Math.Sin(i)))];
        values[9] *= 1 + off;
        Assert.Equal(found, Histories.Project(Histories.Of(values), DriverKind.Ratio, Scale.Logarithm).Adjustments.Count > 0);
    }

    [Fact]
    public void Project_CallersBugs_Throw()
    {
        Observation[] past = Histories.Of(1);
        FiscalPeriod[] next = Histories.After(past, 2);
        static void Run(Observation[] observations, params FiscalPeriod[] horizon) =>
            Projector.Project(Histories.Driver, DriverKind.Level, Scale.Plain, observations, horizon, new ProjectionSettings());

        Assert.Throws<ArgumentException>(() => Run([], next));
        Assert.Throws<ArgumentException>(() => Run([past[0], past[0]], next));
        Assert.Throws<ArgumentException>(() => Run(Histories.Of(double.NaN), next));
        Assert.Throws<ArgumentException>(() => Run(past, past[0].Quarter));
        Assert.Throws<ArgumentException>(() => Run(past, next[1], next[0]));
        Assert.Throws<ArgumentException>(() => Run(past));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionSettings(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionSettings(0.8, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionSettings(0.8, 0.8, -0.1));
    }
}
