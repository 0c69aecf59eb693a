using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Numbers as an analyst reads them: money in the units shown, ratios in percent, differences in points.</summary>
internal sealed class Numbers(Company company)
{
    private readonly decimal units = Math.Max(1, company.UnitsShown);

    /// <summary>A number with the digits its precision gives it.</summary>
    public string Of(decimal value, decimal half, Unit unit) => unit switch
    {
        Unit.Money => Digits(value / units, half / units, 4),
        Unit.Ratio => Digits(value * 100, half * 100, 2) + "%",
        Unit.Points => Digits(value * 100, half * 100, 2) + " points",
        _ => Digits(value, half, 4),
    };

    /// <summary>A number as stated.</summary>
    public string Of(Amount amount) => Of(amount.Value, amount.Precision, amount.Unit);

    /// <summary>A growth rate or difference with its sign.</summary>
    public string Signed(decimal value, decimal half, Unit unit) => (value > 0 ? "+" : "") + Of(value, half, unit);

    private static string Digits(decimal value, decimal half, int most)
    {
        int decimals = 0;
        for (decimal step = 0.5m; decimals < most && (half == 0 ? decimal.Round(value, decimals) != value : step > half * 1.0001m); step /= 10)
        {
            decimals++;
        }

        // A small number keeps three digits, so that it does not print as nothing.
        while (decimals < most && value != 0 && Math.Abs(decimal.Round(value, decimals)) < 0.995m / (decimal)Math.Pow(10, Math.Max(0, decimals - 1)))
        {
            decimals++;
        }

        return decimal.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("#,##0." + new string('0', decimals), CultureInfo.InvariantCulture);
    }
}
