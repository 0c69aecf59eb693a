using MathNet.Numerics.Distributions;
using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>What is known of the errors of a kind of driver before any of its own are seen: measured on training data (docs/decisions).</summary>
/// <param name="Usual">The usual error one quarter ahead, on the driver's scale; on the plain scale as a share of the mean size.</param>
/// <param name="Width">The width one quarter ahead, in error scales, over the quantile.</param>
/// <param name="Widening">The power of the quarters ahead with which the width grows.</param>
/// <param name="WidensFor">The quarters ahead after which it grows no more.</param>
internal sealed record ErrorProfile(double Usual, double Width, double Widening, int WidensFor)
{
    public static ErrorProfile Of(DriverKind kind) => kind switch
    {
        DriverKind.Growth => new(0.11, 0.78, 0.55, 4),
        DriverKind.QuarterlyGrowth => new(0.11, 0.82, 0, 1),
        DriverKind.Ratio => new(0.10, 0.83, 0.31, 40),
        _ => new(0.06, 0.88, 0.45, 40),
    };
}

/// <summary>
/// How wide an interval must be to hold what it promises: the history's own mean error one quarter ahead, drawn towards the
/// usual error of its kind where there are few; Student's t with three degrees of freedom, since real errors have heavy tails;
/// and a power of the horizon.
/// </summary>
internal static class Interval
{
    public const int DegreesOfFreedom = 3;

    /// <summary>The standard deviation of a normal variable over its mean absolute value.</summary>
    public const double DeviationOverMean = 1.2533;

    /// <summary>An error counts as no less than this share of the usual one: a history without a surprise is no promise.</summary>
    public const double LeastErrorShare = 0.1;

    /// <summary>The share of the history's own errors in the scale, of so many: none of one, 7/9 of eight.</summary>
    public static double OwnShare(int count) => count == 0 ? 0 : (count - 1.0) / (count + 1);

    /// <summary>The usual error of a kind on the scale of this history.</summary>
    public static double Usual(DriverKind kind, Scale scale, Series history) =>
        ErrorProfile.Of(kind).Usual * (scale == Scale.Plain ? history.Known.Average(i => Math.Abs(history.Values[i])) : 1);

    public static double ErrorScale(double usual, double error, int count) =>
        OwnShare(count) == 0 ? usual : Math.Pow(Math.Max(DeviationOverMean * error, LeastErrorShare * usual), OwnShare(count)) * Math.Pow(usual, 1 - OwnShare(count));

    public static double Quantile(double level) => StudentT.InvCDF(0, 1, DegreesOfFreedom, 1 - ((1 - level) / 2));

    public static double Half(DriverKind kind, double errorScale, int step, double quantile)
    {
        ErrorProfile profile = ErrorProfile.Of(kind);
        return quantile * profile.Width * Math.Pow(Math.Min(step, profile.WidensFor), profile.Widening) * errorScale;
    }
}
