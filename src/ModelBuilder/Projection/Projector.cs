using System.Globalization;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>
/// Carries a driver forward on its scale (<see cref="Forecaster"/>) and says how. The workbook computes the same in cells, from
/// the methods' rows; both change together or not at all.
/// </summary>
public static class Projector
{
    /// <summary>The fewest observations from which methods are weighed; below, the last value is held.</summary>
    public const int FewestForMethods = 4;

    /// <summary>As many quarters of equal errors are added before methods' errors are compared.</summary>
    public const double Shrinkage = Forecaster.Shrinkage;

    /// <summary>A method's weight falls with this power of its error.</summary>
    public const int WeightPower = Forecaster.WeightPower;

    /// <summary>The standard deviation of a normal variable over its mean absolute value.</summary>
    public const double DeviationOverMean = Interval.DeviationOverMean;

    /// <summary>An error counts as no less than this share of the usual one.</summary>
    public const double LeastErrorShare = Interval.LeastErrorShare;

    /// <summary>The degrees of freedom of the intervals' Student's t.</summary>
    public const int DegreesOfFreedom = Interval.DegreesOfFreedom;

    /// <summary>Projects a driver over a horizon.</summary>
    /// <param name="driver">The driver's line.</param>
    /// <param name="kind">What kind of number it is.</param>
    /// <param name="scale">Its scale; where an observation has no place on it, the driver is carried forward as it is, with a finding.</param>
    /// <param name="observations">Its past, at least one quarter, in any order.</param>
    /// <param name="horizon">The quarters wanted: consecutive, all after the last observation.</param>
    /// <param name="settings">The level of the intervals.</param>
    /// <param name="regressors">For a cost ratio or a margin: the revenue that it is a share of and then its segments'; else none.</param>
    /// <exception cref="ArgumentException">No observation, two of one quarter, one that is no finite number, or a horizon that does not follow them.</exception>
    public static DriverProjection Project(
        LineKey driver, DriverKind kind, Scale scale, IReadOnlyList<Observation> observations, IReadOnlyList<FiscalPeriod> horizon, ProjectionSettings settings,
        IReadOnlyList<Regressor>? regressors = null)
    {
        Observation[] past = Ordered(driver, observations);
        RequireFollowing(driver, past[^1].Quarter, horizon);
        var findings = new List<Finding>();
        if (kind == DriverKind.Level && past[^1].Value == 0 && past.Length > 1)
        {
            findings.Add(Warning(driver, past[^1].Quarter, $"{driver} was nothing in {past[^1].Quarter}, the last quarter: it is taken as gone, and its history does not count", "set the driver's own numbers on Drivers if it comes back"));
            past = [past[^1]];
        }

        Scale used = scale.Holds(past.Select(o => o.Value)) ? scale : Scale.Plain;
        if (used != scale)
        {
            Observation first = past.First(o => !double.IsFinite(scale.To(o.Value)));
            findings.Add(Warning(driver, first.Quarter, string.Create(CultureInfo.InvariantCulture, $"{driver} was {first.Value:0.####} in {first.Quarter}, which such a driver seldom is; it is carried forward without its usual bounds"), "look at that quarter's figures, or set the driver's own numbers on Drivers"));
        }

        int start = past[0].Quarter.QuarterIndex;
        int length = horizon[0].QuarterIndex - start;
        RegressorSeries[] lines = [.. (regressors ?? []).Select(r => new RegressorSeries(r.Line, r.Label, [.. Enumerable.Range(0, length + horizon.Count).Select(i => r.Values.GetValueOrDefault(past[0].Quarter.AddQuarters(i), double.NaN))]))];
        Forecast forecast = Forecaster.Run(kind, used, Series(past, length), horizon.Count, settings, lines.Length > 0 && CostBase.IsOn(used) ? new CostBase(used, lines[0], lines[1..]) : null);
        FiscalPeriod At(int position) => past[0].Quarter.AddQuarters(position);
        findings.AddRange(forecast.OneOffs.Select(o => OneOff(driver, At(o.Position), o, o.Position == forecast.History.Length - 1)));
        if (past.Length < FewestForMethods)
        {
            string rests = past.Length == 1 ? "1 observation" : string.Create(CultureInfo.InvariantCulture, $"{past.Length} observations");
            findings.Add(Warning(driver, past[^1].Quarter, $"{driver}: the projection rests on {rests}; the last value is held and the interval is that of such drivers in general", string.Create(CultureInfo.InvariantCulture, $"add documents or figures of earlier quarters (methods are weighed from {FewestForMethods} on), or set the driver's own numbers on Drivers")));
        }

        ErrorProfile profile = ErrorProfile.Of(kind);
        return new DriverProjection
        {
            Driver = driver,
            Kind = kind,
            Scale = used,
            Observations = past,
            Adjustments = Enumerable.Range(0, forecast.Adjustments.Length).Where(i => forecast.Adjustments[i] != 0).ToDictionary(At, i => forecast.Adjustments[i]),
            IsSeasonal = forecast.Seasons is not null,
            Window = [.. forecast.Window.Select(At)],
            Methods = [.. forecast.Candidates.Select(c => new MethodResult(
                c.Method.Key, c.Method.Name, c.Method.Rows, c.Parameters, c.Method.TakesSeasons,
                [.. Enumerable.Range(0, c.Ahead.Length).Where(i => double.IsFinite(c.Ahead[i])).Select(At)],
                c.Path, double.IsFinite(c.Error) ? c.Error : null, c.Weight))],
            UsualError = forecast.UsualError,
            Spread = (profile.Width, profile.Widening, profile.WidensFor),
            Path = [.. horizon.Select((q, h) => new ProjectedPoint(q, used.From(forecast.Middle[h] - forecast.Half[h]), used.From(forecast.Middle[h]), used.From(forecast.Middle[h] + forecast.Half[h])))],
            Explanation = Explanation.Of(past, kind, forecast, settings.Level),
            Findings = findings,
        };
    }

    private static Series Series(Observation[] past, int length)
    {
        var values = new double[length];
        Array.Fill(values, double.NaN);
        foreach (Observation o in past)
        {
            values[o.Quarter.QuarterIndex - past[0].Quarter.QuarterIndex] = o.Value;
        }

        return new Series(values, past[0].Quarter.QuarterIndex);
    }

    private static Finding OneOff(LineKey driver, FiscalPeriod quarter, OneOff found, bool isLast) => found.IsShift
        ? Warning(driver, quarter, $"{driver} changed its level for good in {quarter}: earlier quarters are lifted to the new level before anything is fitted", "if it was no lasting change, set the driver's own numbers on Drivers")
        : isLast
            ? Warning(driver, quarter, $"{driver} is far off its history in {quarter}, the last quarter: half of that is taken to last", "set the driver's own numbers on Drivers if you know more")
            : Warning(driver, quarter, $"{driver} is far off its neighbours in {quarter}: the quarter is set aside before anything is fitted", "nothing, if it was a one-off; else set the driver's own numbers on Drivers");

    private static Finding Warning(LineKey driver, FiscalPeriod quarter, string message, string remedy) =>
        new(Severity.Warning, FindingCode.Projection, message) { Line = driver, Period = quarter, Remedy = remedy };

    private static Observation[] Ordered(LineKey driver, IReadOnlyList<Observation> observations)
    {
        Observation[] past = [.. observations.OrderBy(o => o.Quarter.QuarterIndex)];
        if (past.Length == 0)
        {
            throw new ArgumentException($"{driver} has no observation to project from", nameof(observations));
        }

        for (int i = 0; i < past.Length; i++)
        {
            if (!double.IsFinite(past[i].Value) || (i > 0 && past[i].Quarter == past[i - 1].Quarter))
            {
                throw new ArgumentException($"{driver} in {past[i].Quarter} is no finite number or is given twice", nameof(observations));
            }
        }

        return past;
    }

    private static void RequireFollowing(LineKey driver, FiscalPeriod last, IReadOnlyList<FiscalPeriod> horizon)
    {
        if (horizon.Count == 0 || horizon[0].QuarterIndex <= last.QuarterIndex || horizon.Where((q, h) => q.QuarterIndex != horizon[0].QuarterIndex + h).Any())
        {
            throw new ArgumentException($"{driver}: a horizon is consecutive quarters after the last observation ({last})", nameof(horizon));
        }
    }
}
