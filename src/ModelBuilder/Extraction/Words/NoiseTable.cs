namespace ModelBuilder.Extraction;

/// <summary>
/// What speech recognition makes of the words of results: sounds alike, in a place where what was written cannot stand.
/// Each entry belongs to the language of results, none to a document.
/// </summary>
internal static class NoiseTable
{
    /// <summary>Where what was written cannot stand, so that what was said is known.</summary>
    internal enum Place
    {
        /// <summary>Anywhere: the words make no sense together.</summary>
        Anywhere,

        /// <summary>Just behind a number.</summary>
        BehindNumber,

        /// <summary>Just behind a number with decimals, or with a currency before it.</summary>
        BehindAmount,

        /// <summary>Just behind the unit of a number.</summary>
        BehindUnit,

        /// <summary>Just behind "percent".</summary>
        BehindPercent,

        /// <summary>Just before the name of a result: "non gap net loss".</summary>
        BeforeResult,
    }

    /// <summary>What was heard, what was said, and where; the longest first where two begin alike.</summary>
    public static readonly (string Heard, string Said, Place Where)[] Table =
    [
        // names of lines
        ("a bit die", "ebitda", Place.Anywhere), ("a bit da", "ebitda", Place.Anywhere), ("e bit da", "ebitda", Place.Anywhere), ("e bit die", "ebitda", Place.Anywhere), ("ebit da", "ebitda", Place.Anywhere), ("ebita", "ebitda", Place.Anywhere),
        ("ebit dah", "ebitda", Place.Anywhere), ("e b i t d a", "ebitda", Place.Anywhere), ("even a margin", "ebitda margin", Place.Anywhere), ("adjusted even a", "adjusted ebitda", Place.Anywhere),
        ("sg and a", "sg & a", Place.Anywhere), ("s g and a", "sg & a", Place.Anywhere), ("sgna", "sg & a", Place.Anywhere), ("s g n a", "sg & a", Place.Anywhere), ("r and d expense", "r & d expense", Place.Anywhere), ("g and a expense", "g & a expense", Place.Anywhere),
        ("e p s", "eps", Place.Anywhere), ("cap ex", "capex", Place.Anywhere), ("cash in hand", "cash", Place.Anywhere),
        ("growth profit", "gross profit", Place.Anywhere), ("grows profit", "gross profit", Place.Anywhere), ("grow profit", "gross profit", Place.Anywhere), ("growths profit", "gross profit", Place.Anywhere), ("growth margin", "gross margin", Place.Anywhere), ("grows margin", "gross margin", Place.Anywhere), ("grow margin", "gross margin", Place.Anywhere),
        ("non gap", "non gaap", Place.BeforeResult), ("non cap", "non gaap", Place.BeforeResult), ("now gap", "non gaap", Place.BeforeResult), ("none gap", "non gaap", Place.BeforeResult), ("long gap", "non gaap", Place.BeforeResult), ("non gab", "non gaap", Place.BeforeResult),
        ("non get", "non gaap", Place.BeforeResult), ("nan gap", "non gaap", Place.BeforeResult), ("on gap", "non gaap", Place.BeforeResult), ("non gas", "non gaap", Place.BeforeResult),

        // scales
        ("a minute", "million", Place.BehindAmount), ("minute", "million", Place.BehindAmount), ("a million", "million", Place.BehindAmount), ("minion", "million", Place.BehindAmount), ("melon", "million", Place.BehindAmount), ("building", "billion", Place.BehindAmount), ("bullion", "billion", Place.BehindAmount), ("villain", "billion", Place.BehindAmount), ("pillion", "billion", Place.BehindAmount),

        // numbers
        ("casting", "forecasting", Place.BehindNumber), ("basics points", "basis points", Place.BehindNumber), ("bases points", "basis points", Place.BehindNumber), ("basis point", "basis points", Place.BehindNumber), ("bits", "bps", Place.BehindNumber), ("person", "percent", Place.BehindAmount), ("present", "percent", Place.BehindAmount), ("per sent", "percent", Place.BehindNumber),

        // comparisons
        ("your over year", "year over year", Place.Anywhere), ("year over your", "year over year", Place.Anywhere), ("ear over ear", "year over year", Place.Anywhere), ("here over here", "year over year", Place.Anywhere), ("year of a year", "year over year", Place.Anywhere), ("year or year", "year over year", Place.Anywhere), ("year over here", "year over year", Place.Anywhere),
        ("year of year", "year over year", Place.BehindPercent), ("year of here", "year over year", Place.BehindPercent), ("a year over year", "year over year", Place.BehindPercent), ("over year", "year over year", Place.BehindPercent), ("your on year", "year on year", Place.Anywhere), ("year and year", "year on year", Place.BehindPercent), ("year in year", "year on year", Place.BehindPercent), ("year on your", "year on year", Place.Anywhere),
        ("quarter of a quarter", "quarter over quarter", Place.Anywhere), ("quarter of quarter", "quarter over quarter", Place.BehindPercent), ("quarter over order", "quarter over quarter", Place.Anywhere),
        ("compare it to", "compared to", Place.Anywhere), ("compared two", "compared to", Place.Anywhere), ("compare two", "compared to", Place.Anywhere), ("compared the", "compared to the", Place.Anywhere), ("last a year", "last year", Place.Anywhere), ("presenting", "representing", Place.BehindUnit),
        ("lost from operation", "loss from operation", Place.Anywhere), ("lost form operation", "loss from operation", Place.Anywhere), ("lost from continuing operation", "loss from continuing operation", Place.Anywhere), ("net lost", "net loss", Place.Anywhere), ("operating lost", "operating loss", Place.Anywhere),

        // periods
        ("q one", "q1", Place.Anywhere), ("q two", "q2", Place.Anywhere), ("q three", "q3", Place.Anywhere), ("q four", "q4", Place.Anywhere), ("cue one", "q1", Place.Anywhere), ("cue two", "q2", Place.Anywhere), ("cue three", "q3", Place.Anywhere), ("cue four", "q4", Place.Anywhere), ("q for", "q4", Place.Anywhere), ("forth quarter", "fourth quarter", Place.Anywhere), ("third call her", "third quarter", Place.Anywhere), ("third corner", "third quarter", Place.Anywhere),
    ];
}
