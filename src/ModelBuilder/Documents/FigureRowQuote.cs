using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>Restates a row of a figures file as a person would read it: <c>revenue.total 2025Q3 = 2,478.0 million CNY (S1, press release)</c>.</summary>
internal static class FigureRowQuote
{
    public static string Of(FigureRow row, LineKey line, Measure measure, FiscalPeriod period, Amount amount)
    {
        string what = measure == Measure.Level ? line.ToString() : $"{line} {measure}";
        string kind = row["kind"].Length > 0 && !row["kind"].Equals("reported", StringComparison.OrdinalIgnoreCase) ? row["kind"] : "";
        string source = string.Join(", ", new[] { kind, row["source"], row["source_type"] }.Where(s => s.Length > 0));
        string note = row["note"].Length > 0 ? $"; {row["note"]}" : "";
        return $"{what} {period} = {Value(amount)}{(source.Length > 0 ? $" ({source})" : "")}{note}";
    }

    private static string Value(Amount amount) => amount.Unit switch
    {
        Unit.Ratio => Number(amount.Value * 100, Math.Max(0, amount.Value.Scale - 2)) + "%",
        Unit.Points => Number(amount.Value * 100, Math.Max(0, amount.Value.Scale - 2)) + " points",
        Unit.Money when Math.Abs(amount.Value) >= 1_000_000 => $"{Number(amount.Value / 1_000_000, DecimalsOfMillions(amount.Value))} million {amount.Currency}",
        Unit.Money => $"{Number(amount.Value, amount.Value.Scale)} {amount.Currency}",
        Unit.PerShare => $"{Number(amount.Value, amount.Value.Scale)} {amount.Currency} a share",
        _ => Number(amount.Value, amount.Value.Scale),
    };

    // One decimal as companies print millions, more only where the number has them.
    private static int DecimalsOfMillions(decimal value)
    {
        int decimals = 1;
        while (decimals < 6 && decimal.Round(value / 1_000_000, decimals) != value / 1_000_000)
        {
            decimals++;
        }

        return decimals;
    }

    private static string Number(decimal value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
