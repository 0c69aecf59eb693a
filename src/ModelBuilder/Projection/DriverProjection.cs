using ModelBuilder.Figures;

namespace ModelBuilder.Projection;

/// <summary>What a driver was in one quarter. Gaps between quarters are normal: time is <see cref="FiscalPeriod.QuarterIndex"/>.</summary>
/// <param name="Quarter">The fiscal quarter.</param>
/// <param name="Value">The driver's value, a ratio or a level in base units.</param>
public sealed record Observation(FiscalPeriod Quarter, double Value);

/// <summary>How a driver is carried forward.</summary>
public enum ProjectionMethod
{
    /// <summary>A linear trend over the quarters, damped.</summary>
    Regression,

    /// <summary>The last value, held.</summary>
    LastValue,
}

/// <summary>An ordinary least squares line through a driver's observations, in the words of Excel's functions.</summary>
/// <param name="Count">Observations.</param>
/// <param name="Slope">Change a quarter (SLOPE).</param>
/// <param name="Intercept">The line's value at quarter index 0 (INTERCEPT).</param>
/// <param name="RSquared">Share of the variance that the line explains (RSQ); not a number where the values do not vary.</param>
/// <param name="StandardError">Standard error of the regression (STEYX).</param>
/// <param name="MeanX">Mean of the quarter indices (AVERAGE).</param>
/// <param name="SumSquaresX">Squared deviations of the quarter indices from their mean, summed (DEVSQ).</param>
/// <param name="SlopeStandardError">Standard error of the slope.</param>
/// <param name="SlopeT">The slope over its standard error; not a number for a perfect line.</param>
public sealed record RegressionFit(
    int Count, double Slope, double Intercept, double RSquared, double StandardError, double MeanX, double SumSquaresX, double SlopeStandardError, double SlopeT);

/// <summary>A driver in a future quarter: the middle and the bounds of its prediction interval.</summary>
/// <param name="Quarter">The fiscal quarter.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="Middle">The projection.</param>
/// <param name="High">The upper bound.</param>
public sealed record ProjectedPoint(FiscalPeriod Quarter, double Low, double Middle, double High);

/// <summary>A driver carried forward, with how that came about.</summary>
/// <param name="Driver">The driver's line.</param>
/// <param name="Method">How it is carried forward.</param>
/// <param name="Fit">The line fitted, or null where there are too few observations.</param>
/// <param name="LastValue">The last observation.</param>
/// <param name="Path">One point for each quarter of the horizon, in its order.</param>
/// <param name="Explanation">The method in a sentence that an analyst reads.</param>
/// <param name="Findings">What a person should know of it.</param>
public sealed record DriverProjection(
    LineKey Driver,
    ProjectionMethod Method,
    RegressionFit? Fit,
    double LastValue,
    IReadOnlyList<ProjectedPoint> Path,
    string Explanation,
    IReadOnlyList<Finding> Findings);
