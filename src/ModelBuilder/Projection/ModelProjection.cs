using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Projection;

/// <summary>Carries all drivers of a model forward: costs after the revenue that they may be regressed on.</summary>
public static class ModelProjection
{
    /// <summary>The projection of each driver of a model, in the order of its drivers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="settings">What an analyst may set.</param>
    public static IReadOnlyDictionary<LineKey, DriverProjection> Of(Model model, ProjectionSettings settings)
    {
        FiscalPeriod[] horizon = [.. model.Axis.Horizon];
        var values = new ModelValues(model);
        var projections = new Dictionary<LineKey, DriverProjection>();
        foreach (ModelDriver driver in model.Drivers.OrderBy(d => d.Base is not null))
        {
            Regressor[] regressors = driver.Base is { } on ? [.. on.Parts.Prepend(on.Total).Select(line => Regressor(model, values, line))] : [];
            DriverProjection projection = Projector.Project(driver.Key, driver.Kind, driver.Scale, [.. driver.Observations.Select(o => new Observation(o.Quarter, o.Value))], horizon, settings, regressors);
            projections[driver.Key] = projection;
            foreach (ProjectedPoint point in driver.Base is null ? projection.Path : [])
            {
                values.Assume(driver.Key, point.Quarter, point.Middle);
            }
        }

        return model.Drivers.ToDictionary(d => d.Key, d => projections[d.Key]);
    }

    private static Regressor Regressor(Model model, ModelValues values, LineKey line) => new(
        line,
        model.Line(line.ToString())?.Label ?? line.ToString(),
        model.Axis.Quarters.Select(c => (c.Period, Value: values[line.ToString(), c.Period])).Where(v => v.Value is not null).ToDictionary(v => v.Period, v => v.Value!.Value));
}
