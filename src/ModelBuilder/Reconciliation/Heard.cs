using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>What a spoken or written number may have meant.</summary>
internal static class Heard
{
    private const decimal TwoDigits = 100;

    /// <summary>
    /// The interval of the amount; in speech and prose, zeros at its end may be a rounding ("790 million" of 785.9), as long as
    /// two digits are left. Tables and filings mean their zeros.
    /// </summary>
    public static Interval Interval(Mention mention)
    {
        Amount amount = mention.Amount;
        if (amount.Precision == 0 || amount.Unit is not (Unit.Money or Unit.Count) || mention.Provenance.Source <= SourceKind.Release || mention.Provenance.Path is not null)
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
}
