using ModelBuilder.Figures;

namespace ModelBuilder.Projection;

/// <summary>A line that a cost is regressed on: its value in the reported quarters where it is known and its Base projection in those of the horizon.</summary>
/// <param name="Line">The line.</param>
/// <param name="Label">What a person reads.</param>
/// <param name="Values">Its values, money in units shown.</param>
public sealed record Regressor(LineKey Line, string Label, IReadOnlyDictionary<FiscalPeriod, double> Values);
