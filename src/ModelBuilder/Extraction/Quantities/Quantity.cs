namespace ModelBuilder.Extraction;

internal enum QuantityKind
{
    /// <summary>Money in a stated currency, or with a scale word and no currency.</summary>
    Money,

    /// <summary>Per cent: the value is a ratio.</summary>
    Percent,

    /// <summary>Percentage or basis points: the value is a ratio.</summary>
    Points,

    /// <summary>How many times something: "2.5 times", "2.5x".</summary>
    Times,

    /// <summary>A number alone.</summary>
    Plain,
}

/// <summary>A number with what belongs to it.</summary>
/// <param name="First">Its first token (the currency or sign before the number).</param>
/// <param name="End">The token after its last.</param>
/// <param name="Number">The token of the number itself.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Value">In base units, negative where it is called negative.</param>
/// <param name="Precision">Half a unit of the last digit stated.</param>
/// <param name="Currency">ISO code, or null where none is stated.</param>
internal sealed record Quantity(int First, int End, int Number, QuantityKind Kind, decimal Value, decimal Precision, string? Currency)
{
    /// <summary>True where a scale word (million) or a word for a share makes the size of the money sure.</summary>
    public bool HasScale { get; init; }

    /// <summary>True for "per share" and cents.</summary>
    public bool PerShare { get; init; }

    /// <summary>True for "about".</summary>
    public bool Approximate { get; init; }

    /// <summary>The word that makes it a bound ("more than"), or null.</summary>
    public string? Bound { get; init; }

    /// <summary>True where it is called negative or minus.</summary>
    public bool Negative { get; init; }

    /// <summary>True where it is the first number of a range whose second follows.</summary>
    public bool OpensRange { get; init; }

    /// <summary>The ends of what is said by its place in a ten ("mid 20s"), or null.</summary>
    public (decimal Low, decimal High)? Ends { get; init; }

    /// <summary>True for "flat": no growth.</summary>
    public bool Flat { get; init; }

    /// <summary>True for the number of a year ago in brackets behind that of the period.</summary>
    public bool YearAgo { get; init; }

    /// <summary>What is doubtful in its reading.</summary>
    public string? Doubt { get; init; }
}
