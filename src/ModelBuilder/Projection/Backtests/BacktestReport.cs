namespace ModelBuilder.Projection.Backtests;

/// <summary>How a method did in a group of series.</summary>
/// <param name="Name">The method.</param>
/// <param name="Smape">The symmetric mean absolute percentage error, 200|a - f| / (|a| + |f|), averaged over a series and then over series.</param>
/// <param name="MeanError">The mean absolute error in the series' own units, averaged likewise.</param>
/// <param name="Mase">The mean absolute error over that of the seasonal naive forecast within the history (Hyndman and Koehler, 2006); null where no history has a quarter a year apart.</param>
/// <param name="Coverage80">The share of all outcomes that the 80% interval holds.</param>
/// <param name="Coverage95">The same of 95%.</param>
/// <param name="Msis80">The mean interval score of the 80% interval (Gneiting and Raftery, 2007), scaled as <paramref name="Mase"/>.</param>
/// <param name="MillisecondsPerSeries">The time of one forecast of one series, the median: the first ones are slow while the program warms up.</param>
/// <param name="Held">The forecasts for which the history was too short or had the wrong gaps: the last value was held.</param>
public sealed record MethodScore(
    string Name, double Smape, double MeanError, double? Mase, double Coverage80, double Coverage95, double? Msis80, double MillisecondsPerSeries, int Held)
{
    /// <summary>The share that the 80% interval holds of the outcomes each so many quarters ahead, from 1.</summary>
    public required IReadOnlyList<double> Coverage80ByStep { get; init; }

    /// <summary>The same of 95%.</summary>
    public required IReadOnlyList<double> Coverage95ByStep { get; init; }
}

/// <summary>A group of series and how each method did in it.</summary>
/// <param name="Name">The group's name; <c>ALL</c> for all series.</param>
/// <param name="Series">How many series.</param>
/// <param name="Methods">The methods that ran on all of them.</param>
public sealed record BacktestGroup(string Name, int Series, IReadOnlyList<MethodScore> Methods);

/// <summary>What a backtest found.</summary>
/// <param name="Series">How many series were forecast.</param>
/// <param name="Skipped">How many could not be.</param>
/// <param name="Groups">All series, and then each group in the order of its name.</param>
public sealed record BacktestReport(int Series, int Skipped, IReadOnlyList<BacktestGroup> Groups);
