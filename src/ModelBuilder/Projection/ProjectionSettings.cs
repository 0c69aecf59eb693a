namespace ModelBuilder.Projection;

/// <summary>What an analyst may set about all projections; each is a cell of the workbook.</summary>
/// <param name="Level">The share of outcomes that an interval should hold, between 0 and 1.</param>
/// <param name="Damping">What remains of a trend after each quarter: 0 (none) to below 1.</param>
/// <param name="GrowthRemains">What remains after each quarter of what growth is off its mean: 0 (none) to below 1.</param>
public sealed record ProjectionSettings(double Level = 0.8, double Damping = 0.8, double GrowthRemains = 0.8)
{
    /// <summary>The share of outcomes that an interval should hold.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public double Level { get; init; } = Level is > 0 and < 1
        ? Level
        : throw new ArgumentOutOfRangeException(nameof(Level), Level, "an interval holds more than none and less than all of the outcomes");

    /// <summary>What remains of a trend after each quarter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or 1 and above.</exception>
    public double Damping { get; init; } = Fading(Damping, nameof(Damping));

    /// <summary>What remains after each quarter of what growth is off its mean.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or 1 and above.</exception>
    public double GrowthRemains { get; init; } = Fading(GrowthRemains, nameof(GrowthRemains));

    private static double Fading(double value, string name) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, value, "what fades lies from 0 to below 1");
}
