using ModelBuilder.Modelling;

namespace ModelBuilder.Projection.Backtests;

/// <summary>How a backtest runs; nothing of it changes what it finds.</summary>
/// <param name="Threads">How many series at once.</param>
/// <param name="Clock">The time, for what a forecast takes.</param>
/// <param name="Done">Called after each series, from any thread.</param>
public sealed record BacktestOptions(int Threads, Func<TimeSpan> Clock, Action Done);

/// <summary>Measures every method on series whose ends are held back, and beside them what the program would have projected.</summary>
public static class Backtest
{
    /// <summary>The name of the group of all series.</summary>
    public const string All = "ALL";

    /// <summary>The name of what the program itself would have projected.</summary>
    public const string Selected = Contender.Selected;

    /// <summary>Runs it.</summary>
    /// <param name="series">The series, at least one.</param>
    /// <param name="skipped">How many were left out before.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancel">Ends it between series.</param>
    public static BacktestReport Run(IReadOnlyList<BacktestSeries> series, int skipped, BacktestOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Tally[][] tallies = [.. series.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(options.Threads, 1, 64)).WithCancellation(cancel).Select(s =>
        {
            Tally[] result = Measure(s, options.Clock);
            options.Done();
            return result;
        })];
        (string Group, Tally[] Tallies)[] measured = [.. series.Zip(tallies, (s, t) => (s.Group, t))];
        var groups = measured.Where(m => m.Group.Length > 0 && m.Group != All).GroupBy(m => m.Group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal);
        return new BacktestReport(series.Count, skipped, [Group(All, tallies), .. groups.Select(g => Group(g.Key, [.. g.Select(m => m.Tallies)]))]);
    }

    private static BacktestGroup Group(string name, Tally[][] tallies) => new(name, tallies.Length, [.. tallies[0]
        .Select(t => (t.Method, Of: tallies.SelectMany(s => s.Where(other => other.Method == t.Method)).ToArray()))
        .Where(m => m.Of.Length == tallies.Length)
        .Select(m => Tally.Score(m.Method, m.Of))]);

    private static Tally[] Measure(BacktestSeries series, Func<TimeSpan> clock)
    {
        IReadOnlyList<Contender> contenders = Contender.For(series.Kind);
        Tally[] tallies = [.. contenders.Select(c => new Tally(c.Name, series.Origins.Max(o => o.Actual.Count)))];
        foreach (BacktestOrigin origin in series.Origins)
        {
            var values = new Series([.. origin.History], origin.FirstQuarter);
            Scale scale = series.Scale.Holds(values.Known.Select(i => values.Values[i])) ? series.Scale : Scale.Plain;
            var past = new Past(series.Kind, scale, values, new Series([.. values.Values.Select(v => double.IsNaN(v) ? v : scale.To(v))], values.FirstIndex));
            double errorScale = SeasonalError(values);
            IntervalForecast? last = null;
            for (int c = 0; c < contenders.Count; c++)
            {
                TimeSpan start = clock();
                IntervalForecast? forecast = contenders[c].Run(past, origin.Actual.Count);
                double took = (clock() - start).TotalMilliseconds;

                // A gap may leave a method without the quarter that it would repeat.
                bool isHeld = forecast is null || !Array.TrueForAll(forecast.Middle, double.IsFinite);
                tallies[c].Add(isHeld ? last ??= Contender.Held(past, origin.Actual.Count) : forecast!, origin.Actual, errorScale, took, isHeld);
            }
        }

        return tallies;
    }

    /// <summary>The mean absolute error of the seasonal naive forecast within a history; not a number where no two quarters are a year apart.</summary>
    private static double SeasonalError(Series history)
    {
        double[] errors = [.. history.Known.Where(i => i >= 4 && !double.IsNaN(history.Values[i - 4])).Select(i => Math.Abs(history.Values[i] - history.Values[i - 4]))];
        return errors.Length == 0 ? double.NaN : errors.Average();
    }
}
