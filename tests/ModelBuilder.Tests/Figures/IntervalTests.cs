using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using Xunit;
using Interval = ModelBuilder.Figures.Interval;

namespace ModelBuilder.Tests.Figures;

/// <summary>Interval arithmetic contains the truth: what holds for any two numbers inside holds for the intervals.</summary>
public class IntervalTests
{
    // An interval with a number inside it.
    private static Gen<(Interval Interval, decimal Inside)> Any { get; } =
        Gen.Choose(-100_000, 100_000).SelectMany(_ => Gen.Choose(0, 5000), (low, width) => (Low: low / 100m, Width: width / 100m))
            .SelectMany(_ => Gen.Choose(0, 100), (i, share) => (new Interval(i.Low, i.Low + i.Width), i.Low + (i.Width * share / 100m)));

    [Fact]
    public void SumDifferenceProduct_ContainTheTruth() => ForTwo((a, x, b, y) =>
        (a + b).Contains(x + y) && (a - b).Contains(x - y) && (-a).Contains(-x) && (a * b).Contains(x * y));

    [Fact]
    public void Quotient_ContainsTheTruthOrIsNull() => ForTwo((a, x, b, y) =>
        Interval.Divide(a, b) is { } quotient ? quotient.Contains(x / y) : b.Contains(0));

    [Fact]
    public void Quotient_OfEqualNumbers_IsOne() =>
        Assert.Equal(Interval.Of(1), Interval.Divide(Interval.Of(3), Interval.Of(3))); // 3 * (1 / 3) would be 0.999...

    [Fact]
    public void Intersect_IsInBothAndSaysWhetherTheyOverlap() => ForTwo((a, x, b, _) =>
        (a.Intersect(b) is not null) == a.Overlaps(b)
        && a.Overlaps(b) == b.Overlaps(a)
        && (!b.Contains(x) || a.Intersect(b)!.Value.Contains(x)));

    [Fact]
    public void Around_HasTheMiddleAndTwiceTheHalf()
    {
        var interval = Interval.Around(1050, -5);

        Assert.Equal((1045m, 1055m, 1050m, 10m), (interval.Low, interval.High, interval.Middle, interval.Width));
        Assert.Equal(Interval.Around(1050, 7), interval.Widen(2));
    }

    [Fact]
    public void Overlaps_CommonBound_IsTrue() => Assert.True(new Interval(1, 2).Overlaps(new Interval(2, 3)));

    [Fact]
    public void Construction_LowAboveHigh_Throws() => Assert.Throws<ArgumentException>(() => new Interval(2, 1));

    private static void ForTwo(Func<Interval, decimal, Interval, decimal, bool> holds) =>
        Prop.ForAll(Any.ToArbitrary(), Any.ToArbitrary(), (a, b) => holds(a.Interval, a.Inside, b.Interval, b.Inside)).QuickCheckThrowOnFailure();
}
