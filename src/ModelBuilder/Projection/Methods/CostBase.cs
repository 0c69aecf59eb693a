using ModelBuilder.Figures;

namespace ModelBuilder.Projection;

/// <summary>A line's value in the quarters of a history and then of the horizon; not a number where it is not known.</summary>
internal sealed record RegressorSeries(LineKey Line, string Label, double[] Values);

/// <summary>What a cost ratio is a share of, revenue, and its parts. Revenue of the horizon is its Base projection.</summary>
/// <param name="Total">Revenue.</param>
/// <param name="Parts">Its segments' revenue; none where they are not all projected.</param>
internal sealed record CostBase(RegressorSeries Total, IReadOnlyList<RegressorSeries> Parts)
{
    /// <summary>
    /// What could be said of a quarter's revenue a quarter before: that of the quarter before, as much more as it was then a year
    /// ago. A method that is told the quarter's own revenue would be tested on what nobody knew.
    /// </summary>
    public double Expected(int position)
    {
        double last = At(position - 1), year = At(position - 4), before = At(position - 5);
        return year > 0 && before > 0 ? last * year / before : last;
    }

    private double At(int position) => position < 0 ? double.NaN : Total.Values[position];
}
