namespace ModelBuilder.Extraction;

internal enum Role
{
    /// <summary>The line's number in the period talked about.</summary>
    Level,

    /// <summary>The number it is compared with, in another period.</summary>
    Base,

    /// <summary>Growth or change.</summary>
    Change,

    /// <summary>A share of another line.</summary>
    Share,
}

/// <summary>A number bound to a line, before its period is resolved.</summary>
internal sealed record Draft(LineRef Line, Quantity Quantity, Role Role)
{
    /// <summary>-1 where the words say that it went down, 1 up, 0 where they say neither.</summary>
    public int Direction { get; init; }

    /// <summary>Year over year, quarter over quarter, or what a compared period says; null where not said.</summary>
    public Figures.Comparison? Comparison { get; init; }

    /// <summary>The words that name its period, or null.</summary>
    public PeriodPhrase? Period { get; init; }

    /// <summary>The words that name the period it is compared with, or null.</summary>
    public PeriodPhrase? ComparedWith { get; init; }

    /// <summary>True for a base of a growth ("up from 9% in Q2"), itself a growth.</summary>
    public bool BaseOfGrowth { get; init; }

    /// <summary>Where the sentence distributes a span of years over its numbers, the year of this one.</summary>
    public int? SpreadYear { get; init; }

    /// <summary>True where the words before it speak of what is expected.</summary>
    public bool Expected { get; init; }

    /// <summary>True for an end of a guidance that a result is held against: it was for the period reported.</summary>
    public bool HeldAgainst { get; init; }

    /// <summary>Which end of a range it is: -1 low, 1 high, 0 neither.</summary>
    public int RangeEnd { get; init; }

    /// <summary>The line of which it is a share.</summary>
    public string? ShareOf { get; init; }
}
