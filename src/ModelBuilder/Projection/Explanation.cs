using System.Globalization;
using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>How a projection came about, in sentences that an analyst reads.</summary>
internal static class Explanation
{
    public static string Of(Observation[] past, DriverKind kind, Forecast forecast, double level)
    {
        string span = past.Length == 1
            ? $"one observation ({past[0].Quarter})"
            : string.Create(CultureInfo.InvariantCulture, $"{past.Length} quarters ({past[0].Quarter} to {past[^1].Quarter})");
        Candidate[] inMean = [.. forecast.Candidates.Where(c => c.Weight > 0).OrderByDescending(c => c.Weight)];
        string how = inMean.Length == 1
            ? $"{inMean[0].Method.Name}: {span} {(past.Length == 1 ? "is" : "are")} too few to weigh methods against each other."
            : $"Weighted mean over {span}: {string.Join(", ", inMean.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Weight:0%} {Lower(c.Method.Name)}")))}. Weights follow each method's errors one quarter ahead{Against(forecast, inMean)}.";
        string scale = forecast.Scale switch
        {
            Scale.Logarithm => " Carried forward in logarithms: it stays above 0.",
            Scale.Growth => " Carried forward as ln(1 + growth): it stays above -100%.",
            Scale.Margin => " Carried forward as -ln(1 - margin): it stays below 100%.",
            Scale.Share => " Carried forward as ln(share / (1 - share)): it stays between 0 and 100%.",
            _ => "",
        };
        string seasons = forecast.Seasons is null ? "" : " Seasons were found and are taken out first.";
        string width = forecast.Window.Length > 1
            ? string.Create(CultureInfo.InvariantCulture, $" The interval holds {level:0.#%} of outcomes; it rests on {forecast.Window.Length} own errors, drawn towards those of such drivers in general.")
            : string.Create(CultureInfo.InvariantCulture, $" The interval holds {level:0.#%} of outcomes of such drivers in general; there are no own errors to go by.");
        return how + (kind == DriverKind.Growth ? " Growth fades with the quarters." : "") + scale + seasons + width;
    }

    /// <summary>By how much the weighted mean beats the last value held, in its own errors.</summary>
    private static string Against(Forecast forecast, Candidate[] inMean)
    {
        Candidate best = inMean.MinBy(c => c.Error)!, naive = forecast.Candidates.First(c => c.Method is LastValue);
        return double.IsFinite(best.Error) && naive.Error > 0 && forecast.Window.Length > 1
            ? string.Create(CultureInfo.InvariantCulture, $"; the least, of {Lower(best.Method.Name)}, is {best.Error / naive.Error:0.00} times that of the last value held")
            : "";
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
