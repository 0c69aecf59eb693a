using ModelBuilder.Modelling;

namespace ModelBuilder.Projection.Backtests;

/// <summary>What is known at an origin: the values as they are, and on the driver's scale.</summary>
internal sealed record Past(DriverKind Kind, Scale Scale, Series Values, Series OnScale);

/// <summary>A method that takes part in a backtest.</summary>
/// <param name="Name">The name in the report.</param>
/// <param name="Run">What it says of so many quarters ahead; null where the history is too short for it.</param>
internal sealed record Contender(string Name, Func<Past, int, IntervalForecast?> Run)
{
    /// <summary>What the program itself would have projected.</summary>
    public const string Selected = "selected";

    private static readonly ProjectionSettings Settings = new();

    /// <summary>The methods that run on a kind of series, the program's own last.</summary>
    public static IReadOnlyList<Contender> For(DriverKind kind) => kind == DriverKind.Level ? OfLevel : [.. OfDriver(kind), Own];

    /// <summary>The last value held, for a method whose history is too short.</summary>
    public static IntervalForecast Held(Past past, int horizon)
    {
        MethodRun run = new LastValue().Run(past.OnScale, horizon);
        return IntervalForecast.Of(past.Kind, past.Scale, past.OnScale, run.Ahead, run.Path);
    }

    private static Contender Own { get; } = new(Selected, RunOwn);

    // As textbooks have them: without seasons and on the values, unless the name says otherwise. What smooths or extends a
    // trend has its seasons taken out first, as the methods of a projection do.
    private static IReadOnlyList<Contender> OfLevel { get; } =
    [
        Alone("naive", new LastValue(), adjusted: false),
        Alone("mean", new MeanValue(), adjusted: false, onValues: true),
        Alone("snaive", new SeasonalNaive(), adjusted: false),
        Alone("trend", new LinearTrend(), adjusted: false, onValues: true),
        new("trend_textbook", (past, horizon) => TextbookTrend.Run(past.Values, horizon)),
        Alone("log_trend", new LinearTrend(), adjusted: false),
        Alone("seasonal_trend", new SeasonalTrend(), adjusted: false),
        Alone("damped_trend", new DampedTrend(Settings.Damping)),
        Alone("smoothing", new Smoothing()),
        Alone("damped_smoothing", new DampedSmoothing()),
        Alone("year_on_year", new YearOnYear(), adjusted: false),
        Alone("log_theta", new Theta()),
        new("theta", (past, horizon) => ClassicalTheta.Run(past.Values, horizon)),
        Own,
    ];

    private static IEnumerable<Contender> OfDriver(DriverKind kind) => Methods.For(kind, Settings).Select(o => Alone(o.Method.Key, o.Method));

    private static Contender Alone(string name, ForecastMethod method, bool adjusted = true, bool onValues = false) => new(name, (past, horizon) =>
    {
        (Scale scale, Series history) = onValues ? (Scale.Plain, past.Values) : (past.Scale, past.OnScale);
        if (history.Known.Length < method.Fewest || (method is SeasonalTrend && !SeasonalTrend.IsPossible(history)))
        {
            return null;
        }

        double[]? seasons = adjusted && !method.TakesSeasons && past.Kind != DriverKind.Growth ? Seasonality.Of(history) : null;
        MethodRun run = Seasonality.PutBack(method.Run(Seasonality.TakenOut(history, seasons), horizon), history, seasons);
        return IntervalForecast.Of(past.Kind, scale, history, run.Ahead, run.Path);
    });

    private static IntervalForecast RunOwn(Past past, int horizon)
    {
        Forecast forecast = Forecaster.Run(past.Kind, past.Scale, past.Values, horizon, Settings);
        double wider = Interval.Quantile(0.95) / Interval.Quantile(Settings.Level), narrower = Interval.Quantile(0.8) / Interval.Quantile(Settings.Level);
        return new IntervalForecast(past.Scale, forecast.Middle, [.. forecast.Half.Select(h => h * narrower)], [.. forecast.Half.Select(h => h * wider)]);
    }
}
