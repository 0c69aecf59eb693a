namespace ModelBuilder.Figures;

/// <summary>What a number counts.</summary>
public enum Unit
{
    /// <summary>Currency units (not thousands or millions).</summary>
    Money,

    /// <summary>A share or growth: 15.2% is 0.152.</summary>
    Ratio,

    /// <summary>A difference of ratios: 3.1 percentage points is 0.031.</summary>
    Points,

    /// <summary>Currency units a share or ADS.</summary>
    PerShare,

    /// <summary>Things: stores, employees, customers.</summary>
    Count,
}

/// <summary>
/// A stated number in base units with the precision it was stated with: "RMB 670.3 million" is 670300000 with a precision
/// of 50000, half a unit of its last digit. Losses and declines are negative, costs and expenses positive.
/// </summary>
public sealed record Amount
{
    /// <summary>A stated number.</summary>
    /// <param name="value">The number in base units.</param>
    /// <param name="precision">Half a unit of the last digit stated; 0 where the number is exact.</param>
    /// <param name="unit">What it counts.</param>
    /// <param name="currency">ISO 4217 code, for money and money a share only.</param>
    /// <param name="approximate">True where the source says "about", "nearly", "roughly".</param>
    /// <exception cref="ArgumentException">A currency is missing or out of place, or the precision is negative.</exception>
    public Amount(decimal value, decimal precision, Unit unit, string? currency = null, bool approximate = false)
    {
        bool needsCurrency = unit is Unit.Money or Unit.PerShare;
        if (needsCurrency != currency is not null)
        {
            throw new ArgumentException(needsCurrency ? "money needs a currency" : $"a {unit} has no currency", nameof(currency));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(precision);
        Value = value;
        Precision = precision;
        Unit = unit;
        Currency = currency;
        Approximate = approximate;
    }

    /// <summary>The number in base units.</summary>
    public decimal Value { get; }

    /// <summary>Half a unit of the last digit stated.</summary>
    public decimal Precision { get; }

    /// <summary>What it counts.</summary>
    public Unit Unit { get; }

    /// <summary>ISO 4217 code for money and money a share, null otherwise.</summary>
    public string? Currency { get; }

    /// <summary>True where the source says "about".</summary>
    public bool Approximate { get; }

    /// <summary>Every number that may have been meant: the value give or take its precision, twice that where approximate.</summary>
    public Interval Interval => Interval.Around(Value, Approximate ? Precision * 2 : Precision);
}
