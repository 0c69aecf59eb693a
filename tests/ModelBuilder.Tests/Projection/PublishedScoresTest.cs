using ModelBuilder.Documents;
using ModelBuilder.Projection.Backtests;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Projection;

/// <summary>The series of ../shared: what is published of them, and what a projection must be there.</summary>
public class PublishedScoresTest
{
    /// <summary>The symmetric error of the published Theta forecasts on these series.</summary>
    private const double PublishedTheta = 9.03;

    private static readonly BacktestOptions Options = new(2, () => TimeSpan.Zero, () => { });

    [SkippableFact]
    public void M3_ThetaIsAsPublishedAndTheProjectionBetter()
    {
        IReadOnlyList<MethodScore> scores = Run("m3_quarterly_dev.csv", s => BacktestSeries.WithTest(s.Name, s.Type, [.. s.Points.Select(p => p.Value)], s.HeldBack));

        Assert.Equal(PublishedTheta, Of(scores, "theta").Smape, 0.3);
        AssertIsBest(scores, "theta");
    }

    [SkippableFact]
    public void CompanyRevenue_TheProjectionIsBetterThanThetaAndNaive()
    {
        IReadOnlyList<MethodScore> scores = Run("company_quarters_dev.csv", s => BacktestSeries.OfLevel(s.Name, s.Type, s.Points, out _));

        AssertIsBest(scores, "theta", "naive", "snaive");
    }

    private static void AssertIsBest(IReadOnlyList<MethodScore> scores, params string[] others)
    {
        MethodScore selected = Of(scores, Backtest.Selected);
        Assert.All(others, o => Assert.True(selected.Smape < Of(scores, o).Smape, $"{selected.Smape} is not below {o}'s {Of(scores, o).Smape}"));
        Assert.InRange(selected.Coverage80, 0.77, 0.83);
        Assert.InRange(selected.Coverage95, 0.92, 0.97);
        Assert.All(selected.Coverage80ByStep.Take(4), c => Assert.InRange(c, 0.75, 0.85));
        Assert.All(selected.Coverage95ByStep.Take(4), c => Assert.InRange(c, 0.90, 1.0));
        Assert.True(selected.Msis80 < Of(scores, "trend_textbook").Msis80);
    }

    private static MethodScore Of(IReadOnlyList<MethodScore> scores, string name) => scores.Single(m => m.Name == name);

    private static IReadOnlyList<MethodScore> Run(string file, Func<StatedSeries, BacktestSeries?> series)
    {
        string path = Path.Combine(Machine.NeedShared(), "data", "series", file);
        (IReadOnlyList<StatedSeries> stated, _) = SeriesFile.Read(file, File.ReadAllText(path));
        return Backtest.Run([.. stated.Select(series).OfType<BacktestSeries>()], 0, Options).Groups[0].Methods;
    }
}
