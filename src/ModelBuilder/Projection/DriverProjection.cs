using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>What a driver was in one quarter. Gaps between quarters are normal: time is <see cref="FiscalPeriod.QuarterIndex"/>.</summary>
/// <param name="Quarter">The fiscal quarter.</param>
/// <param name="Value">The driver's value, a ratio or a level in base units.</param>
public sealed record Observation(FiscalPeriod Quarter, double Value);

/// <summary>A driver in a future quarter: the middle and the bounds of its prediction interval.</summary>
/// <param name="Quarter">The fiscal quarter.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="Middle">The projection.</param>
/// <param name="High">The upper bound.</param>
public sealed record ProjectedPoint(FiscalPeriod Quarter, double Low, double Middle, double High);

/// <summary>What one method makes of a driver, and how a workbook computes the same.</summary>
/// <param name="Key">The method's short name.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Rows">Its formulas; those named <c>ahead.KEY</c> and <c>path.KEY</c> are its result, without seasons unless <paramref name="TakesSeasons"/>.</param>
/// <param name="Parameters">The numbers fitted, by the names of the rows that hold them.</param>
/// <param name="TakesSeasons">True where it works on the history with its seasons.</param>
/// <param name="Ahead">The quarters of which it would have said something from those before.</param>
/// <param name="Path">What it says of each quarter of the horizon, on the driver's scale.</param>
/// <param name="Error">Its mean absolute error one quarter ahead over the window, on the driver's scale; null where it has none.</param>
/// <param name="Weight">Its weight in the weighted mean; 0 for a method that only stands beside.</param>
public sealed record MethodResult(
    string Key,
    string Name,
    IReadOnlyList<MethodRow> Rows,
    IReadOnlyDictionary<string, double> Parameters,
    bool TakesSeasons,
    IReadOnlyList<FiscalPeriod> Ahead,
    IReadOnlyList<double> Path,
    double? Error,
    double Weight);

/// <summary>A driver carried forward, with how that came about.</summary>
public sealed record DriverProjection
{
    /// <summary>The driver's line.</summary>
    public required LineKey Driver { get; init; }

    /// <summary>What kind of number it is.</summary>
    public required DriverKind Kind { get; init; }

    /// <summary>The scale on which it is carried forward.</summary>
    public required Scale Scale { get; init; }

    /// <summary>Its observations in the order of time.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>What is added to observations on the scale so that they follow the others: one-off quarters and changed levels.</summary>
    public required IReadOnlyDictionary<FiscalPeriod, double> Adjustments { get; init; }

    /// <summary>True where seasons were found and are taken out.</summary>
    public required bool IsSeasonal { get; init; }

    /// <summary>The observed quarters whose errors one quarter ahead count; none where there are too few observations.</summary>
    public required IReadOnlyList<FiscalPeriod> Window { get; init; }

    /// <summary>The methods that the history allows; those with a weight make up the weighted mean.</summary>
    public required IReadOnlyList<MethodResult> Methods { get; init; }

    /// <summary>The usual error of such a driver one quarter ahead, on the scale.</summary>
    public required double UsualError { get; init; }

    /// <summary>The width of the interval one quarter ahead, in errors over the quantile; the power with which it grows; the quarters after which it grows no more.</summary>
    public required (double Width, double Widening, int WidensFor) Spread { get; init; }

    /// <summary>One point for each quarter of the horizon, in its order.</summary>
    public required IReadOnlyList<ProjectedPoint> Path { get; init; }

    /// <summary>How it came about, in sentences that an analyst reads.</summary>
    public required string Explanation { get; init; }

    /// <summary>What a person should know of it.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The method's name, where one stands alone: "Weighted mean" where several do not.</summary>
    public string MethodName => Methods.Count(m => m.Weight > 0) == 1 ? Methods.Single(m => m.Weight > 0).Name : "Weighted mean";
}
