using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>A method for a kind of driver.</summary>
/// <param name="Method">The method.</param>
/// <param name="InMeanFrom">The observations from which it has a part in the weighted mean; null for one that only stands beside.</param>
internal sealed record Offer(ForecastMethod Method, int? InMeanFrom = null);

/// <summary>The methods for each kind of driver. Which make up its weighted mean was measured on training data (docs/decisions).</summary>
internal static class Methods
{
    private const double QuarterlyRemains = 0.7, RatioRemains = 0.9;

    /// <summary>Observations of no growth that are added to a mean of growth rates.</summary>
    private const double GrowthPull = 4, QuarterlyPull = 1;

    /// <param name="kind">The kind of driver.</param>
    /// <param name="settings">What an analyst may set.</param>
    /// <param name="revenue">For a cost ratio above 0: what it is a share of.</param>
    public static IReadOnlyList<Offer> For(DriverKind kind, ProjectionSettings settings, CostBase? revenue = null) =>
    [
        .. kind switch
        {
            DriverKind.Growth => OfGrowth(settings),
            DriverKind.QuarterlyGrowth => OfQuarterlyGrowth(),
            DriverKind.Ratio => OfRatio(settings),
            _ => OfLevel(settings),
        },
        .. revenue is null ? [] : OnRevenue(revenue),
        new(new LastValue()), new(new SeasonalNaive()), new(new LinearTrend()), new(new SeasonalTrend()),
    ];

    /// <summary>What stands alone where there are too few observations for a mean of methods.</summary>
    public static string OfFew(DriverKind kind) => kind is DriverKind.Growth or DriverKind.QuarterlyGrowth ? "fading" : "naive";

    /// <summary>Beside the mean: in it they gained too little (docs/decisions).</summary>
    private static Offer[] OnRevenue(CostBase revenue) =>
        [new(new CostOnRevenue(revenue)), .. revenue.Parts.Count == CostOnRevenues.Parts ? [new Offer(new CostOnRevenues(revenue))] : Array.Empty<Offer>()];

    private static Offer[] OfLevel(ProjectionSettings settings) =>
    [
        new(new Theta(), 4), new(new DampedTrend(settings.Damping), 4), new(new DampedSmoothing(), 8), new(new YearOnYear(), 8),
        new(new Smoothing()), new(new MeanValue()),
    ];

    private static Offer[] OfGrowth(ProjectionSettings settings) =>
    [
        new(new Reversion(false, settings.GrowthRemains, GrowthPull), 4), new(new Reversion(true, settings.GrowthRemains, GrowthPull), 4),
        new(new FadingValue(settings.GrowthRemains), 4), new(new MeanValue()), new(new Smoothing()), new(new DampedTrend(settings.Damping)), new(new Theta()),
    ];

    private static Offer[] OfQuarterlyGrowth() =>
    [
        new(new MeanValue(), 4), new(new Reversion(true, QuarterlyRemains, QuarterlyPull), 4), new(new FadingValue(QuarterlyRemains)), new(new Smoothing()),
    ];

    private static Offer[] OfRatio(ProjectionSettings settings) =>
    [
        new(new Reversion(false, RatioRemains, 0), 4), new(new Reversion(true, RatioRemains, 0), 4), new(new Smoothing(), 6), new(new DampedTrend(settings.Damping), 8),
        new(new MeanValue()), new(new Theta()),
    ];
}
