using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>Something that must hold, as a row of the sheet Checks over the time axis.</summary>
/// <param name="Key">Its key, <c>check.revenue_total_stated</c>.</param>
/// <param name="Label">What must hold, in words.</param>
/// <param name="UnitText">What the tolerance counts.</param>
/// <param name="Tolerance">The largest difference allowed, in units shown.</param>
/// <param name="Place">The cell to look at where it fails.</param>
/// <param name="Differences">For each period checked, the difference, over plan references.</param>
internal sealed record CheckRow(string Key, string Label, string UnitText, double Tolerance, PlanReference Place, IReadOnlyDictionary<FiscalPeriod, Expression> Differences)
{
    /// <summary>The row of the check's count of failing periods.</summary>
    public string SummaryKey => "summary." + Key;
}
