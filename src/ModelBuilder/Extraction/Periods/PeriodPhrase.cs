namespace ModelBuilder.Extraction;

internal enum PeriodShape
{
    /// <summary>No stretch is named: "last year's period", "the same period".</summary>
    Same,
    Quarter,
    Half,
    NineMonths,
    Year,
    Month,
    Day,
}

internal enum PeriodWhen
{
    /// <summary>Named, with its year or to be filled from the context.</summary>
    Named,

    /// <summary>This quarter, the full year.</summary>
    This,

    /// <summary>The one before.</summary>
    Last,

    /// <summary>The same one a year before.</summary>
    YearAgo,

    /// <summary>The same one two years before.</summary>
    TwoYearsAgo,

    /// <summary>The one after.</summary>
    Next,

    /// <summary>The stretch that the sentence has just compared over: "in that time frame".</summary>
    That,

    /// <summary>From the start of the year.</summary>
    ToDate,
}

/// <summary>Words that name a period, before they are resolved.</summary>
/// <param name="First">Its first token.</param>
/// <param name="End">The token after its last.</param>
/// <param name="Shape">What stretch.</param>
/// <param name="When">Which one.</param>
internal sealed record PeriodPhrase(int First, int End, PeriodShape Shape, PeriodWhen When)
{
    /// <summary>Quarter or half number, month, or month * 100 + day; 0 where not said.</summary>
    public int Number { get; init; }

    /// <summary>The year as said, or 0.</summary>
    public int Year { get; init; }

    /// <summary>True where the year is said as "last year".</summary>
    public bool OfLastYear { get; init; }

    /// <summary>True for "fiscal 2022" as against a bare year.</summary>
    public bool Fiscal { get; init; }

    /// <summary>True for the end of the stretch: "at the end of the quarter", "by December 2022".</summary>
    public bool AtEnd { get; init; }

    /// <summary>The day or month on which the stretch is said to have ended, or null.</summary>
    public PeriodPhrase? EndsOn { get; init; }

    /// <summary>True where a number alone is all there is ("2023").</summary>
    public bool BareYear { get; init; }
}
