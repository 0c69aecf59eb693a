namespace ModelBuilder.Reconciliation;

/// <summary>Rough exchange rates, good enough to tell a number from ten times that number.</summary>
internal static class CurrencyRates
{
    // Units of currency per US dollar, as of the early 2020s.
    private static readonly Dictionary<string, decimal> PerDollar = new(StringComparer.Ordinal)
    {
        ["USD"] = 1, ["CNY"] = 7, ["HKD"] = 7.8m, ["EUR"] = 0.9m, ["GBP"] = 0.78m, ["JPY"] = 130, ["KRW"] = 1250, ["TWD"] = 30, ["INR"] = 80, ["CHF"] = 0.92m,
        ["CAD"] = 1.33m, ["AUD"] = 1.45m, ["SGD"] = 1.35m, ["SEK"] = 10, ["NOK"] = 10, ["DKK"] = 6.7m, ["BRL"] = 5.2m, ["MXN"] = 19,
    };

    /// <summary>How much of one currency another is, roughly; null where it is not known.</summary>
    public static decimal? Rough(string from, string to) =>
        PerDollar.TryGetValue(from, out decimal a) && PerDollar.TryGetValue(to, out decimal b) ? b / a : null;

    /// <summary>True unless a rate is known to be out of the question.</summary>
    public static bool IsPlausible(decimal rate, string from, string to) => Rough(from, to) is not { } rough || (rate > rough / 2 && rate < rough * 2);
}
