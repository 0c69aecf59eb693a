using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>
/// How precisely a number typed into a table was stated, judged by the digits written. A ratio or points: half a unit of the
/// last decimal, at most half a percent, because nobody states a percentage less precisely. Money with decimals that are not
/// zero: half a unit of the last. Whole money: half of the largest power of ten that divides it, since 2478000000 was said as
/// 2,478 million; but in what the company itself publishes, large money is stated at least to the million (1,970.0 million
/// ends in a zero by chance), while a summary or an article does round 782.4 to 780. A count is stated to the unit.
/// </summary>
internal static class StatedPrecision
{
    private const decimal LargeMoney = 100_000_000m;
    private const decimal HalfMillion = 500_000m;
    private const decimal HalfPercent = 0.005m;

    /// <summary>Half a unit of the last digit that was stated.</summary>
    /// <param name="value">The number; its scale is the decimals that were written.</param>
    /// <param name="unit">What it counts.</param>
    /// <param name="source">What kind of source states it.</param>
    public static decimal Of(decimal value, Unit unit, SourceKind source) => unit switch
    {
        Unit.Ratio or Unit.Points => Math.Min(HalfOfLastDecimal(value), HalfPercent),
        Unit.Money => OfMoney(value, source),
        _ => HalfOfLastDecimal(value),
    };

    private static decimal OfMoney(decimal value, SourceKind source)
    {
        if (value != decimal.Truncate(value))
        {
            return HalfOfLastDecimal(value);
        }

        decimal step = 1;
        while (value != 0 && value % (step * 10) == 0)
        {
            step *= 10;
        }

        bool rounds = source is SourceKind.Summary or SourceKind.Article;
        return rounds || Math.Abs(value) < LargeMoney ? step / 2 : Math.Min(step / 2, HalfMillion);
    }

    private static decimal HalfOfLastDecimal(decimal value)
    {
        decimal unit = 1;
        for (int decimals = value.Scale; decimals > 0; decimals--)
        {
            unit /= 10;
        }

        return unit / 2;
    }
}
