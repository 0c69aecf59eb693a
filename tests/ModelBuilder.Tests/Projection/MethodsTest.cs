using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Tests.Projection;

public class MethodsTest
{
    private static readonly ProjectionSettings Settings = new();

    /// <summary>Methods that go back to no growth rather than on with what is: those of growth rates.</summary>
    private static readonly string[] Fading = ["fading", "reversion", "smoothed_reversion"];

    public static TheoryData<DriverKind> Kinds => [.. Enum.GetValues<DriverKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AConstantHistory_IsCarriedOnUnchangedByEveryMethod(DriverKind kind)
    {
        var constant = new Series([.. Enumerable.Repeat(3.25, 14)], 8001);
        foreach ((ForecastMethod method, _) in Methods.For(kind, Settings))
        {
            bool isGrowth = kind is DriverKind.Growth or DriverKind.QuarterlyGrowth && Fading.Contains(method.Key);
            MethodRun run = method.Run(constant, 6);
            Assert.All(run.Path, p => Assert.True(isGrowth ? p is > 0 and <= 3.25 : Math.Abs(p - 3.25) < 1e-9, $"{kind} {method.Key}: {p:R}"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AHistoryShifted_IsCarriedOnShifted(DriverKind kind)
    {
        double[] values = [.. Enumerable.Range(0, 17).Select(i => (0.3 * i) + Math.Sin(i * i))];
        foreach ((ForecastMethod method, _) in Methods.For(kind, Settings).Where(o => kind is DriverKind.Level or DriverKind.Ratio || !Fading.Contains(o.Method.Key)))
        {
            double[] path = method.Run(new Series(values, 8001), 6).Path, shifted = method.Run(new Series([.. values.Select(v => v + 50)], 8001), 6).Path;
            Assert.All(path.Zip(shifted), p => Assert.True(Math.Abs(p.First + 50 - p.Second) < 1e-6, $"{kind} {method.Key}: {p}"));
        }
    }

    /// <summary>
    /// By hand: 10, 12, 11, 13 has the slope 4 / 5; the squared errors 4 + (1 - 2a)^2 + (3 - 3a + 2a^2)^2 are least where
    /// 16a^3 - 36a^2 + 50a = 22, at a = 0.6635; the level comes to 12.36403 and the drift of the first quarter to 0.59513.
    /// </summary>
    [Fact]
    public void Theta_OfFourValues_IsTheOneByHand()
    {
        MethodRun run = new Theta().Run(new Series([10, 12, 11, 13], 0), 3);

        Assert.Equal(0.6635, run.Parameters["alpha"], 4);
        Assert.Equal([12.9592, 13.3592, 13.7592], run.Path.Select(p => Math.Round(p, 4)));
    }

    [Fact]
    public void DampedTrend_IsTheClosedForm()
    {
        // 1, 3, 2, then a gap, 6: the slope is 10 / 8.75, and of it 0.8, 0.64 and so on are added to the last value.
        double[] path = new DampedTrend(0.8).Run(new Series([1, 3, 2, double.NaN, 6], 0), 2).Path;

        Assert.Equal(6 + (8.0 / 7 * 0.8), path[0], 12);
        Assert.Equal(6 + (8.0 / 7 * (0.8 + 0.64)), path[1], 12);
    }

    [Fact]
    public void SeasonalTrend_OfALineWithSeasons_GoesOnExactly()
    {
        double[] season = [5, -3, 1, 0];
        double At(int i) => 20 + (1.5 * i) + season[i % 4];

        double[] path = new SeasonalTrend().Run(new Series([.. Enumerable.Range(0, 11).Select(i => i == 6 ? double.NaN : At(i))], 8001), 5).Path;

        Assert.All(path.Select((p, h) => (p, At(11 + h))), p => Assert.Equal(p.Item2, p.p, 9));
    }

    [Fact]
    public void DampedSmoothing_GivesUpNoBetterConstants()
    {
        // The bound at which a sum is given up must not change which constants are best: here the best are known, since the
        // history is what damped smoothing with these constants and start makes of it, but for small errors.
        double[] errors = [.. Enumerable.Range(0, 60).Select(i => 0.5 * Math.Sin(3.1 * i * i))];
        double level = 100, trend = 2;
        var values = new double[60];
        for (int i = 0; i < 60; i++)
        {
            double said = level + (0.9 * trend);
            values[i] = said + errors[i];
            level = said + (0.5 * errors[i]);
            trend = (0.9 * trend) + (0.5 * 0.2 * errors[i]);
        }

        MethodRun run = new DampedSmoothing().Run(new Series(values, 0), 4);
        double Squared(double[] ahead) => Enumerable.Range(4, 56).Sum(i => Math.Pow(values[i] - ahead[i], 2));

        Assert.True(Squared(run.Ahead) < 1.15 * errors.Skip(4).Sum(e => e * e));
        Assert.Equal(level + (trend * 0.9), run.Path[0], 0.5);
    }
}
