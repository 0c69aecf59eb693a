using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>
/// An equation that holds within every period: a line and the formula over other lines that equals it. It is one definition
/// with four uses: reconciliation tests stated figures against it, missing figures follow from it, the workbook computes
/// with it, and checks hold it.
/// </summary>
/// <param name="Name">How a person would say it: "revenue.total = SUM(revenue.*)".</param>
/// <param name="Result">The line on the left.</param>
/// <param name="Formula">The right side: <see cref="LineReference"/> nodes of lag 0, wildcards already expanded.</param>
public sealed record Identity(string Name, LineKey Result, Expression Formula);
