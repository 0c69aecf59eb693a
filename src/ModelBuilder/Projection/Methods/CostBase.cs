using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>A line's value in the quarters of a history and then of the horizon; not a number where it is not known.</summary>
internal sealed record RegressorSeries(LineKey Line, string Label, double[] Values);

/// <summary>
/// What a cost is a share of, revenue, and its parts; revenue of the horizon is its Base projection, and where an analyst's
/// numbers leave none of it, the cell holds the last value. A margin is 1 less the share of all costs that it leaves out.
/// </summary>
/// <param name="Scale">The driver's scale: the logarithm of a cost ratio, or the margin's, which is that of its cost ratio with the other sign.</param>
/// <param name="Total">Revenue.</param>
/// <param name="Parts">Its segments' revenue; none where they are not all projected.</param>
internal sealed record CostBase(Scale Scale, RegressorSeries Total, IReadOnlyList<RegressorSeries> Parts)
{
    private int Sign => Scale == Scale.Margin ? -1 : 1;

    /// <summary>The formula of the cost ratio, from the driver on its scale.</summary>
    public string CostFormula => Sign < 0 ? "EXP(-u)" : "EXP(u)";

    /// <summary>True where drivers on that scale say what a cost is.</summary>
    public static bool IsOn(Scale scale) => scale is Scale.Logarithm or Scale.Margin;

    /// <summary>The cost ratio, from the driver on its scale.</summary>
    public double Cost(double driver) => Math.Exp(Sign * driver);

    /// <summary>The driver on its scale, from the cost ratio.</summary>
    public double Driver(double cost) => Sign * Math.Log(cost);

    /// <summary>The same as a formula.</summary>
    public string DriverFormula(string cost) => Sign < 0 ? $"-LN({cost})" : $"LN({cost})";

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
