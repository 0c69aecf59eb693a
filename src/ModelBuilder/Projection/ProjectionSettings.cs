namespace ModelBuilder.Projection;

/// <summary>What an analyst may set about projections; each is a cell of the workbook.</summary>
/// <param name="Level">The share of outcomes that an interval should hold, between 0 and 1.</param>
/// <param name="Damping">What remains of a trend after each quarter: 0 (none) to below 1.</param>
/// <param name="FewPointsSpread">The least spread around a held value, as a share of it; above 0.</param>
public sealed record ProjectionSettings(double Level = 0.8, double Damping = 0.6, double FewPointsSpread = 0.1)
{
    /// <summary>The share of outcomes that an interval should hold.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public double Level { get; init; } = Level is > 0 and < 1
        ? Level
        : throw new ArgumentOutOfRangeException(nameof(Level), Level, "an interval holds more than none and less than all of the outcomes");

    /// <summary>What remains of a trend after each quarter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or 1 and above.</exception>
    public double Damping { get; init; } = Damping is >= 0 and < 1
        ? Damping
        : throw new ArgumentOutOfRangeException(nameof(Damping), Damping, "damping lies from 0 to below 1");

    /// <summary>The least spread around a held value, as a share of it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not above 0.</exception>
    public double FewPointsSpread { get; init; } = FewPointsSpread > 0 && double.IsFinite(FewPointsSpread)
        ? FewPointsSpread
        : throw new ArgumentOutOfRangeException(nameof(FewPointsSpread), FewPointsSpread, "the spread must lie above 0");
}
