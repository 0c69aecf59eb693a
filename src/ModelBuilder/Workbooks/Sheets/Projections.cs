using ModelBuilder.Modelling;
using ModelBuilder.Projection;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The projections of a workbook's drivers.</summary>
internal static class Projections
{
    /// <summary>The projection that was handed in, or else the one made now of the driver's observations.</summary>
    public static DriverProjection Of(WorkbookInput input, ModelDriver driver) => input.Projections.TryGetValue(driver.Key, out DriverProjection? known)
        ? known
        : Projector.Project(driver.Key, driver.Kind, driver.Scale, [.. driver.Observations.Select(o => new Observation(o.Quarter, o.Value))], [.. input.Model.Axis.Horizon], input.Settings);
}
