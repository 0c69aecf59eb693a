using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>To a scale and back.</summary>
public static class Scales
{
    /// <summary>A value on the scale; not a finite number where it has no place there.</summary>
    public static double To(this Scale scale, double value) => scale switch
    {
        Scale.Logarithm => Math.Log(value),
        Scale.Growth => Math.Log(1 + value),
        Scale.Margin => -Math.Log(1 - value),
        Scale.Share => Math.Log(value / (1 - value)),
        _ => value,
    };

    /// <summary>A value back from the scale.</summary>
    public static double From(this Scale scale, double value) => scale switch
    {
        Scale.Logarithm => Math.Exp(value),
        Scale.Growth => Math.Exp(value) - 1,
        Scale.Margin => 1 - Math.Exp(-value),
        Scale.Share => 1 / (1 + Math.Exp(-value)),
        _ => value,
    };

    /// <summary>The same to the scale as a formula of <c>y</c>.</summary>
    public static string ToFormula(this Scale scale) => scale switch
    {
        Scale.Logarithm => "LN(y)",
        Scale.Growth => "LN(1 + y)",
        Scale.Margin => "-LN(1 - y)",
        Scale.Share => "LN(y / (1 - y))",
        _ => "y",
    };

    /// <summary>The same back from the scale as a formula of <paramref name="name"/>.</summary>
    public static string FromFormula(this Scale scale, string name) => scale switch
    {
        Scale.Logarithm => $"EXP({name})",
        Scale.Growth => $"EXP({name}) - 1",
        Scale.Margin => $"1 - EXP(-{name})",
        Scale.Share => $"1 / (1 + EXP(-{name}))",
        _ => name,
    };

    /// <summary>True where every value has a place on the scale.</summary>
    public static bool Holds(this Scale scale, IEnumerable<double> values) => values.All(v => double.IsFinite(scale.To(v)));
}
