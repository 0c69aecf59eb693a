using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>What a spoken or written number may have meant.</summary>
internal static class Heard
{
    private const decimal TwoDigits = 100;
    private const decimal Thousand = 1000;

    /// <summary>
    /// The interval of the amount; in speech and prose, zeros at its end may be a rounding ("790 million" of 785.9), as long as
    /// two digits are left. Tables and filings mean their zeros, so does an analyst who types a figure, and nobody adds a zero
    /// behind a decimal point ("1,900.0 million") to a number he rounds.
    /// </summary>
    public static Interval Interval(Mention mention)
    {
        Amount amount = mention.Amount;
        if (amount.Precision == 0 || amount.Unit is not (Unit.Money or Unit.Count) || Written(mention.Provenance) || HasDecimals(amount.Precision * 2))
        {
            return amount.Interval;
        }

        decimal half = amount.Precision;
        decimal digits = Math.Abs(amount.Value) / (half * 2);
        while (digits >= TwoDigits && digits % 10 == 0)
        {
            digits /= 10;
            half *= 10;
        }

        return Figures.Interval.Around(amount.Value, Math.Max(half, amount.Approximate ? amount.Precision * 2 : 0));
    }

    private static bool Written(Provenance place) => place.Source <= SourceKind.Release || place.Path is not null || (place.IsTyped && place.Source == SourceKind.Notes);

    // Numbers are told in ones, thousands, millions, billions: any other last digit stands behind a decimal point.
    private static bool HasDecimals(decimal unit)
    {
        while (unit >= Thousand)
        {
            unit /= Thousand;
        }

        return unit != 1;
    }
}
