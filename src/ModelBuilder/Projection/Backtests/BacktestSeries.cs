using ModelBuilder.Modelling;

namespace ModelBuilder.Projection.Backtests;

/// <summary>Where a series is cut: what is known, and what came after it.</summary>
/// <param name="History">Consecutive quarters that end with one that is known; not a number in a gap.</param>
/// <param name="FirstQuarter">The quarter number of the first.</param>
/// <param name="Actual">The quarters that followed; not a number where unknown.</param>
public sealed record BacktestOrigin(IReadOnlyList<double> History, int FirstQuarter, IReadOnlyList<double> Actual);

/// <summary>A series to be forecast from one or more origins.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">The group in which it is counted besides all; empty for none.</param>
/// <param name="Kind">What kind of number it is.</param>
/// <param name="Scale">The scale on which it is carried forward where all its values have a place there.</param>
/// <param name="Origins">Where it is cut, in the order of time.</param>
public sealed record BacktestSeries(string Name, string Group, DriverKind Kind, Scale Scale, IReadOnlyList<BacktestOrigin> Origins)
{
    /// <summary>The quarters ahead where a file does not say.</summary>
    public const int Horizon = 4;

    /// <summary>The fewest quarters of a level that is cut at several origins.</summary>
    public const int FewestQuarters = 24;

    private const int LevelOrigins = 4, FewestObservations = Projector.FewestForMethods;

    /// <summary>A level with the values after it that it is measured by.</summary>
    public static BacktestSeries WithTest(string name, string group, IReadOnlyList<double> train, IReadOnlyList<double> test) =>
        new(name, group, DriverKind.Level, Scale.Logarithm, [new BacktestOrigin(train, 0, test)]);

    /// <summary>A level cut at the last four origins that leave a year: its quarters after the last gap. Null with the reason where it cannot be.</summary>
    public static BacktestSeries? OfLevel(string name, string group, IReadOnlyList<(int Quarter, double Value)> points, out string reason)
    {
        int start = points.Count - 1;
        while (start > 0 && points[start - 1].Quarter == points[start].Quarter - 1)
        {
            start--;
        }

        double[] run = [.. points.Skip(start).Select(p => p.Value)];
        reason = run.Length < FewestQuarters ? $"fewer than {FewestQuarters} quarters after the last gap" : "a value that is not above 0";
        return run.Length < FewestQuarters || Array.Exists(run, v => v <= 0)
            ? null
            : new(name, group, DriverKind.Level, Scale.Logarithm, [.. Enumerable.Range(run.Length - Horizon - LevelOrigins + 1, LevelOrigins)
                .Select(origin => new BacktestOrigin(run[..origin], points[start].Quarter, run[origin..(origin + Horizon)]))]);
    }

    /// <summary>A driver, cut after each observation from the fourth on that has one in the year after it; null where there is none.</summary>
    public static BacktestSeries? OfDriver(string name, DriverKind kind, Scale scale, IReadOnlyList<(int Quarter, double Value)> points)
    {
        if (points.Count <= FewestObservations)
        {
            return null;
        }

        int first = points[0].Quarter;
        var values = new double[points[^1].Quarter - first + 1 + Horizon];
        Array.Fill(values, double.NaN);
        foreach ((int quarter, double value) in points)
        {
            values[quarter - first] = value;
        }

        BacktestOrigin[] origins = [.. points.Skip(FewestObservations - 1)
            .Select(p => p.Quarter - first + 1)
            .Select(origin => new BacktestOrigin(values[..origin], first, values[origin..(origin + Horizon)]))
            .Where(o => o.Actual.Any(double.IsFinite))];
        return origins.Length == 0 ? null : new(name, name, kind, scale, origins);
    }
}
