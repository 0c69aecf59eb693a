using ModelBuilder.Figures;

namespace ModelBuilder.Modelling;

/// <summary>What the rows of a model are worth, money in units shown, with its drivers at given values.</summary>
/// <param name="model">The model.</param>
public sealed class ModelValues(Model model)
{
    private readonly ModelGrid grid = ModelGrid.Of(model);

    /// <summary>What a row is worth in a period; null where it is empty, or rests on a driver of which nothing was said.</summary>
    /// <param name="rowKey">The row's key.</param>
    /// <param name="period">A period of the axis.</param>
    public double? this[string rowKey, FiscalPeriod period] => grid.Value(rowKey, period);

    /// <summary>Sets a driver's value in a quarter.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="value">Its value.</param>
    public void Assume(LineKey driver, FiscalPeriod quarter, double value) => grid.Assume(driver, quarter, value);
}
