using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Tests.Projection;

/// <summary>Invented histories, and what is asked of them.</summary>
internal static class Histories
{
    public static readonly LineKey Driver = LineKey.Parse("driver.growth.ferries");
    public static readonly FiscalPeriod Origin = FiscalPeriod.Quarter(2012, 2);

    /// <summary>From 1 to 40 observations with gaps of up to two years, drawn from changes between -40% and +60%.</summary>
    public static Gen<Observation[]> Any { get; } =
        from count in Gen.Choose(1, 40)
        from gaps in Gen.ArrayOf(Gen.Frequency((6, Gen.Constant(1)), (1, Gen.Choose(2, 8))), count)
        from values in Gen.ArrayOf(Gen.Choose(-400, 600), count)
        select gaps.Select((_, i) => new Observation(Origin.AddQuarters(gaps.Take(i + 1).Sum()), values[i] / 1000.0)).ToArray();

    public static Gen<(DriverKind Kind, Scale Scale)> Kinds { get; } = Gen.Elements(
        (DriverKind.Growth, Scale.Growth), (DriverKind.QuarterlyGrowth, Scale.Growth), (DriverKind.Ratio, Scale.Margin), (DriverKind.Level, Scale.Plain), (DriverKind.Ratio, Scale.Plain));

    public static Observation[] Of(params double[] values) => [.. values.Select((v, i) => new Observation(Origin.AddQuarters(i), v))];

    public static FiscalPeriod[] After(IEnumerable<Observation> past, int quarters)
    {
        FiscalPeriod last = past.MaxBy(o => o.Quarter.QuarterIndex)!.Quarter;
        return [.. Enumerable.Range(1, quarters).Select(last.AddQuarters)];
    }

    public static DriverProjection Project(IReadOnlyList<Observation> past, DriverKind kind, Scale scale, int quarters = 8, double level = 0.8) =>
        Projector.Project(Driver, kind, scale, past, After(past, quarters), new ProjectionSettings(level));

    /// <summary>A level of steady growth and small, uneven noise, without a season.</summary>
    public static double[] Steady(int quarters) =>
        [.. Enumerable.Range(0, quarters).Select(i => 100 * Math.Exp((0.02 * i) + (0.012 * Math.Sin(2.7 * i)) + (0.008 * Math.Cos(1.3 * i * i))))];

    public static void Holds<T>(Gen<T> any, Func<T, bool> property) =>
        Prop.ForAll(any.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(20261120, 7));
}
