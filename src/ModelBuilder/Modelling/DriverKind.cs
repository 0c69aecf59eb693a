namespace ModelBuilder.Modelling;

/// <summary>What kind of number a driver is, which says what is known of such numbers before any is seen.</summary>
public enum DriverKind
{
    /// <summary>An amount with a trend: revenue.</summary>
    Level,

    /// <summary>Growth on a year ago, which fades.</summary>
    Growth,

    /// <summary>Growth on the quarter before, which returns towards its mean at once.</summary>
    QuarterlyGrowth,

    /// <summary>A ratio or margin, which returns towards its history.</summary>
    Ratio,
}

/// <summary>
/// The scale on which a driver is projected. What a driver cannot be (a cost below nothing, growth below -100%, a margin
/// above 100%) has no place on its scale, so bounds hold by design; and an interval that is even there is uneven, as it
/// should be, when it is taken back.
/// </summary>
public enum Scale
{
    /// <summary>As it is: values of either sign.</summary>
    Plain,

    /// <summary>ln y: values above 0.</summary>
    Logarithm,

    /// <summary>ln(1 + y): a growth rate above -1.</summary>
    Growth,

    /// <summary>-ln(1 - y): a margin below 1.</summary>
    Margin,

    /// <summary>ln(y / (1 - y)): a share between 0 and 1.</summary>
    Share,
}
