using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.CommandLine;

/// <summary>Numbers as an analyst reads them in a table: money in millions, ratios in percent, points in percentage points.</summary>
internal static class NumberText
{
    public static string Of(Amount amount) => Of(amount.Value, amount.Unit, amount.Currency, amount.Precision);

    public static string Of(decimal value, Unit unit, string? currency, decimal precision = 0)
    {
        string text = unit switch
        {
            Unit.Money => Digits(value / 1_000_000, precision / 1_000_000, 1) + $" m {currency}",
            Unit.Ratio => Digits(value * 100, precision * 100, 1) + "%",
            Unit.Points => (value > 0 ? "+" : "") + Digits(value * 100, precision * 100, 1) + " pp",
            Unit.PerShare => Digits(value, precision, 2) + $" {currency} a share",
            _ => Digits(value, precision, 0),
        };
        return text;
    }

    /// <summary>As many decimals as were stated, and no fewer than usual.</summary>
    private static string Digits(decimal value, decimal precision, int least)
    {
        int decimals = least;
        for (decimal unit = precision * 2; unit > 0 && unit < 1 && decimals < 4 && unit * Power(decimals) < 1; decimals++)
        {
        }

        return value.ToString("#,##0" + (decimals > 0 ? "." + new string('0', decimals) : ""), CultureInfo.InvariantCulture);
    }

    private static decimal Power(int decimals) => decimals == 0 ? 1 : 10 * Power(decimals - 1);
}
