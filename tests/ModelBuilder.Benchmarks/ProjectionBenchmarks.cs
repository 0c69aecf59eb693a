using BenchmarkDotNet.Attributes;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Benchmarks;

/// <summary>Selection and forecast of levels of 60 quarters with a trend and seasons, on one thread.</summary>
[MemoryDiagnoser]
public class ProjectionBenchmarks
{
    private const int Quarters = 60, Horizon = 8;

    private static readonly ProjectionSettings Settings = new();
    private static readonly LineKey Driver = LineKey.Parse("driver.revenue");
    private static readonly FiscalPeriod First = FiscalPeriod.Quarter(2005, 1);

    private readonly FiscalPeriod[] ahead = [.. Enumerable.Range(Quarters, Horizon).Select(First.AddQuarters)];
    private Observation[][] histories = [];
    private Series[] series = [];

    /// <summary>How many series: the time must grow as they do.</summary>
    [Params(1, 10, 100, 1_000)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Invent()
    {
        double[][] values = [.. Enumerable.Range(0, Count).Select(Values)];
        series = [.. values.Select(v => new Series(v, First.QuarterIndex))];
        histories = [.. values.Select(v => v.Select((value, i) => new Observation(First.AddQuarters(i), value)).ToArray())];
    }

    /// <summary>Methods run, weighed, their mean and its interval.</summary>
    [Benchmark]
    public double Forecast() => series.Sum(s => Forecaster.Run(DriverKind.Level, Scale.Logarithm, s, Horizon, Settings).Middle[^1]);

    /// <summary>The same with everything a workbook shows of it.</summary>
    [Benchmark]
    public double Project() => histories.Sum(h => Projector.Project(Driver, DriverKind.Level, Scale.Logarithm, h, ahead, Settings).Path[^1].Middle);

    // The same numbers in every run: a congruential generator in place of Random, whose sequence is no contract.
    private static double[] Values(int which)
    {
        uint state = (uint)which + 1;
        double level = 0;
        return [.. Enumerable.Range(0, Quarters).Select(i =>
        {
            state = (state * 1_664_525) + 1_013_904_223;
            level += 0.02 + (0.06 * ((state / (double)uint.MaxValue) - 0.5));
            return 100 * Math.Exp(level + (0.1 * (i % 4 == 3 ? 1 : 0)));
        })];
    }
}
