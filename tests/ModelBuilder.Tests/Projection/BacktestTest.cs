using ModelBuilder.Modelling;
using ModelBuilder.Projection;
using ModelBuilder.Projection.Backtests;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Projection;

public class BacktestTest
{
    private static readonly BacktestOptions Options = new(2, () => TimeSpan.Zero, () => { });

    [Fact]
    public void Scores_OfTheLastValueHeld_AreTheOnesByHand()
    {
        // The last value is 20. Errors 5 and 10; a year apart history differs by 4, 4, 4 and 4.
        BacktestReport report = Backtest.Run([BacktestSeries.WithTest("a", "X", [10, 12, 14, 16, 14, 16, 18, 20], [25, 30])], 3, Options);
        MethodScore naive = report.Groups[0].Methods.Single(m => m.Name == "naive");

        Assert.Equal((1, 3), (report.Series, report.Skipped));
        Assert.Equal(["ALL", "X"], report.Groups.Select(g => g.Name));
        Assert.Equal(((200 * 5 / 45.0) + (200 * 10 / 50.0)) / 2, naive.Smape, 10);
        Assert.Equal(7.5, naive.MeanError, 10);
        Assert.Equal(7.5 / 4, naive.Mase!.Value, 10);
    }

    [Fact]
    public void IntervalScore_IsTheWidthAndTenTimesWhatIsMissed()
    {
        // Plain scale, middle 10, half 2 and 4: 11 lies within both, 13 is 1 above the 80% interval, 5 below both by 3 and 1.
        var tally = new Tally("m", 3);
        tally.Add(new IntervalForecast(Scale.Plain, [10, 10, 10], [2, 2, 2], [4, 4, 4]), [11, 13, 5], 2, 0.5, isHeld: false);
        MethodScore score = Tally.Score("m", [tally]);

        Assert.Equal((4 + (4 + (10 * 1)) + (4 + (10 * 3))) / 3.0 / 2, score.Msis80!.Value, 12);
        Assert.Equal(1 / 3.0, score.Coverage80, 12);
        Assert.Equal(2 / 3.0, score.Coverage95, 12);
        Assert.Equal([1, 0, 0], score.Coverage80ByStep);
        Assert.Equal([1, 1, 0], score.Coverage95ByStep);
        Assert.Equal(0.5, score.MillisecondsPerSeries);
    }

    [Fact]
    public void OfLevel_TakesTheRunAfterTheLastGapAndTheLastFourOrigins()
    {
        (int, double)[] points = [.. Enumerable.Range(0, 40).Where(i => i != 12).Select(i => (8000 + i, 100.0 + i))];

        BacktestSeries series = BacktestSeries.OfLevel("a", "", points, out _)!;

        Assert.Equal([20, 21, 22, 23], series.Origins.Select(o => o.History.Count));
        Assert.All(series.Origins, o => Assert.Equal((8013, 113.0), (o.FirstQuarter, o.History[0])));
        Assert.Equal([136.0, 137, 138, 139], series.Origins[^1].Actual);
        Assert.Equal([133.0, 134, 135, 136], series.Origins[0].Actual);
        Assert.Null(BacktestSeries.OfLevel("a", "", points[5..^4], out string reason));
        Assert.Contains("24", reason, StringComparison.Ordinal);
        Assert.Null(BacktestSeries.OfLevel("a", "", [.. points.Select(p => (p.Item1, p.Item2 - 120))], out reason));
        Assert.Contains("above 0", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void OfDriver_IsCutFromTheFourthObservationOnAndKnowsGaps()
    {
        BacktestSeries series = BacktestSeries.OfDriver("d", DriverKind.Ratio, Scale.Margin, [(0, 0.1), (1, 0.2), (3, 0.3), (4, 0.4), (6, 0.5), (7, 0.6)])!;

        Assert.Equal([5, 7], series.Origins.Select(o => o.History.Count)); // after the sixth nothing is known
        Assert.Equal([double.NaN, 0.5, 0.6, double.NaN], series.Origins[0].Actual);
        Assert.True(double.IsNaN(series.Origins[0].History[2]));
        Assert.Null(BacktestSeries.OfDriver("d", DriverKind.Ratio, Scale.Margin, [(0, 0.1), (1, 0.2), (3, 0.3), (4, 0.4)]));
        Assert.Null(BacktestSeries.OfDriver("d", DriverKind.Ratio, Scale.Margin, [(0, 0.1), (1, 0.2), (3, 0.3), (4, 0.4), (20, 0.5)]));
    }

    /// <summary>1, 3, 2 and 6 at times 0, 1, 2 and 4: mean time 1.75, squares 8.75, slope 8/7, residual variance 9/7; Student's t with two degrees of freedom has a closed form.</summary>
    [Fact]
    public void TextbookTrend_IsTheClosedForm()
    {
        IntervalForecast forecast = TextbookTrend.Run(new Series([1, 3, 2, double.NaN, 6], 0), 2)!;

        for (int h = 0; h < 2; h++)
        {
            double off = 5 + h - 1.75, error = Math.Sqrt(9.0 / 7 * (1 + 0.25 + (off * off / 8.75)));
            Assert.Equal(3 + (8.0 / 7 * off), forecast.Middle[h], 10);
            Assert.Equal(0.8 / Math.Sqrt(2 * 0.9 * 0.1) * error, forecast.Half80[h], 9);
            Assert.Equal(0.95 / Math.Sqrt(2 * 0.975 * 0.025) * error, forecast.Half95[h], 9);
        }
    }

    [Fact]
    public void ClassicalTheta_IndicesOfALevelTimesSeasons_AreTheSeasons()
    {
        double[] season = [0.8, 1.1, 1.3, 0.8];
        double[] indices = ClassicalTheta.Indices(new Series([.. Enumerable.Range(0, 20).Select(i => 50 * season[i % 4])], 8000));

        Assert.All(indices.Zip(season), p => Assert.Equal(p.Second, p.First, 12));
    }

    [Fact]
    public void Run_AnyNumberOfThreads_FindsTheSame()
    {
        BacktestSeries[] series = [.. Enumerable.Range(0, 30).Select(k => BacktestSeries.WithTest($"s{k}", k % 2 == 0 ? "even" : "odd",
            [.. Histories.Steady(30).Select((v, i) => v + (k * Math.Sin(i + k)))], [.. Histories.Steady(34).Skip(30)]))];
        string Json(int threads)
        {
            using var text = new StringWriter();
            BacktestJson.Write(text, Backtest.Run(series, 0, Options with { Threads = threads }));
            return text.ToString();
        }

        Assert.Equal(Json(1), Json(6));
    }

    [Fact]
    public void Run_HistoriesTooShortForAMethod_HoldTheLastValueAndCountIt()
    {
        BacktestReport report = Backtest.Run([BacktestSeries.WithTest("a", "", [3, 4, 5], [6])], 0, Options);

        Assert.Equal(["ALL"], report.Groups.Select(g => g.Name));
        Assert.All(report.Groups[0].Methods, m => Assert.Equal(m.Name is "naive" or "mean" or "trend_textbook" or "selected" ? 0 : 1, m.Held));
    }

    [Fact]
    public void Run_AGapWhereAMethodWouldRepeatAQuarter_HoldsTheLastValue()
    {
        double[] history = [0.1, 0.2, double.NaN, 0.1, 0.2, 0.15, double.NaN, 0.1, 0.3];
        var series = new BacktestSeries("a", "", DriverKind.Ratio, Scale.Margin, [new BacktestOrigin(history, 8000, [0.2, 0.3, 0.1, 0.2])]);

        MethodScore snaive = Backtest.Run([series], 0, Options).Groups[0].Methods.Single(m => m.Name == "snaive");

        Assert.Equal(1, snaive.Held);
        Assert.Equal((0.1 + 0 + 0.2 + 0.1) / 4, snaive.MeanError, 12);
    }

    [Fact]
    public void Json_OfNumbersWithoutEnd_IsStillJson()
    {
        using var text = new StringWriter();
        BacktestJson.Write(text, Backtest.Run([BacktestSeries.WithTest("a", "ALL", [1, 1e308, -1e308, 1e308, 1e308, -1e308], [-1e308, 1e308])], 0, Options));

        using var json = System.Text.Json.JsonDocument.Parse(text.ToString());
        Assert.Single(json.RootElement.GetProperty("groups").EnumerateObject());
    }
}
