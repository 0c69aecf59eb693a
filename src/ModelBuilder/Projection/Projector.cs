using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Projection;

/// <summary>
/// Carries a driver forward. From four observations on: a linear trend by least squares, started half-way between the line
/// and the last observation and damped (Gardner and McKenzie, 1985), with the prediction interval of simple regression.
/// Below: the last value, with an interval that widens with the square root of time as a random walk's does.
/// The workbook computes the same in cells; both change together or not at all.
/// </summary>
public static class Projector
{
    /// <summary>The fewest observations that a trend is fitted to.</summary>
    public const int FewestForRegression = 4;

    private const int DegreesOfFreedomOfFew = 2;

    /// <summary>Projects a driver over a horizon.</summary>
    /// <param name="driver">The driver's line.</param>
    /// <param name="observations">Its past, at least one quarter, in any order.</param>
    /// <param name="horizon">The quarters wanted, ascending, all after the last observation.</param>
    /// <param name="settings">Level, damping and spread.</param>
    /// <exception cref="ArgumentException">No observation, two of one quarter, one that is no finite number, or a horizon that does not follow them.</exception>
    public static DriverProjection Project(LineKey driver, IReadOnlyList<Observation> observations, IReadOnlyList<FiscalPeriod> horizon, ProjectionSettings settings)
    {
        Observation[] past = Ordered(driver, observations);
        RequireFollowing(driver, past[^1].Quarter, horizon);
        return past.Length >= FewestForRegression
            ? Trend(driver, past, horizon, settings)
            : Held(driver, past, horizon, settings);
    }

    private static DriverProjection Trend(LineKey driver, Observation[] past, IReadOnlyList<FiscalPeriod> horizon, ProjectionSettings settings)
    {
        double[] x = [.. past.Select(o => (double)o.Quarter.QuarterIndex)];
        double[] y = [.. past.Select(o => o.Value)];
        RegressionFit fit = LeastSquares.Fit(x, y);
        double atLast = fit.Intercept + (fit.Slope * x[^1]);
        double start = (atLast + y[^1]) / 2;
        double phi = settings.Damping;
        double t = LeastSquares.TwoTailedT(1 - settings.Level, fit.Count - 2);
        bool perfect = LeastSquares.IsNothing(fit.StandardError);

        double Half(int index, int step) => perfect
            ? HalfOfFew(y, step, settings)
            : t * fit.StandardError * Math.Sqrt(1 + (1.0 / fit.Count) + (Math.Pow(index - fit.MeanX, 2) / fit.SumSquaresX));

        var path = horizon.Select((quarter, step) =>
        {
            int index = quarter.QuarterIndex;
            double middle = start + (fit.Slope * phi * (1 - Math.Pow(phi, index - x[^1])) / (1 - phi));
            return Point(quarter, middle, Half(index, step + 1));
        });
        string width = perfect ? "the line is perfect, so the interval is that of a held value" : string.Create(CultureInfo.InvariantCulture, $"R2 {fit.RSquared:0.00}, standard error {fit.StandardError:G4}, t {fit.SlopeT:0.0}");
        string explanation = string.Create(
            CultureInfo.InvariantCulture,
            $"Linear trend over {fit.Count} quarters ({past[0].Quarter} to {past[^1].Quarter}): {fit.Slope:+0.####;-0.####;0} a quarter, {width}. It starts half-way between the line and the last value, {phi:0.##} of the trend remains after each quarter, and the interval holds {settings.Level:0.#%} of outcomes.");
        return new DriverProjection(driver, ProjectionMethod.Regression, fit, y[^1], [.. path], explanation, []);
    }

    private static DriverProjection Held(LineKey driver, Observation[] past, IReadOnlyList<FiscalPeriod> horizon, ProjectionSettings settings)
    {
        double[] y = [.. past.Select(o => o.Value)];
        string rests = past.Length == 1 ? "1 observation" : string.Create(CultureInfo.InvariantCulture, $"{past.Length} observations");
        string message = $"{driver}: the projection rests on {rests}; the last value is held and the interval widened";
        var finding = new Finding(Severity.Warning, FindingCode.Projection, message)
        {
            Line = driver,
            Period = past[^1].Quarter,
            Remedy = $"add documents or figures of earlier quarters (a trend needs {FewestForRegression.ToString(CultureInfo.InvariantCulture)}), or set the driver's overrides on Drivers",
        };
        string explanation = string.Create(
            CultureInfo.InvariantCulture,
            $"The last value ({past[^1].Quarter}) is held: {rests}, too few for a trend. The interval widens with the square root of the quarters ahead.");
        return new DriverProjection(driver, ProjectionMethod.LastValue, null, y[^1], [.. horizon.Select((quarter, step) => Point(quarter, y[^1], HalfOfFew(y, step + 1, settings)))], explanation, [finding]);
    }

    private static double HalfOfFew(double[] y, int step, ProjectionSettings settings)
    {
        double least = settings.FewPointsSpread * Math.Max(Math.Abs(y[^1]), settings.FewPointsSpread);
        double spread = y.Length > 1 ? Math.Max(LeastSquares.StandardDeviation(y), least) : least;
        return LeastSquares.TwoTailedT(1 - settings.Level, DegreesOfFreedomOfFew) * spread * Math.Sqrt(step);
    }

    private static ProjectedPoint Point(FiscalPeriod quarter, double middle, double half) => new(quarter, middle - half, middle, middle + half);

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
        foreach (FiscalPeriod quarter in horizon)
        {
            if (quarter.QuarterIndex <= last.QuarterIndex)
            {
                throw new ArgumentException($"{driver}: {quarter} does not follow {last}; a horizon ascends from after the last observation", nameof(horizon));
            }

            last = quarter;
        }
    }
}
