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

    // Between which rates per US dollar a currency has stood since 2008, with a little room; averages of a quarter lie within.
    private static readonly Dictionary<string, (decimal Low, decimal High)> SinceCrisis = new(StringComparer.Ordinal)
    {
        ["CNY"] = (6.0m, 7.4m), ["HKD"] = (7.72m, 7.88m), ["EUR"] = (0.62m, 1.05m), ["GBP"] = (0.48m, 0.95m), ["JPY"] = (75, 163), ["KRW"] = (930, 1600), ["TWD"] = (27, 35.5m),
        ["CHF"] = (0.72m, 1.25m), ["CAD"] = (0.93m, 1.48m), ["AUD"] = (0.9m, 1.75m), ["SGD"] = (1.19m, 1.56m), ["SEK"] = (5.8m, 11.5m), ["NOK"] = (4.9m, 12), ["DKK"] = (4.6m, 7.8m),
    };

    /// <summary>Between which rates one currency has stood in the other since 2008, where one of the two is the dollar and the other's range is known.</summary>
    public static (decimal Low, decimal High)? Range(string from, string to) =>
        from == "USD" && SinceCrisis.TryGetValue(to, out var range) ? range
        : to == "USD" && SinceCrisis.TryGetValue(from, out var inverse) ? (1 / inverse.High, 1 / inverse.Low)
        : null;

    /// <summary>True unless a rate is known to be out of the question.</summary>
    public static bool IsPlausible(decimal rate, string from, string to) => Rough(from, to) is not { } rough || (rate > rough / 2 && rate < rough * 2);
}
