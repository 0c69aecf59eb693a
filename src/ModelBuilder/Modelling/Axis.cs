using ModelBuilder.Figures;

namespace ModelBuilder.Modelling;

/// <summary>One column of the time axis.</summary>
/// <param name="Period">A quarter or a fiscal year.</param>
/// <param name="Actual">True where it has been reported (a year: all of its quarters).</param>
/// <param name="Position">Its place on the axis, from 0.</param>
public sealed record AxisColumn(FiscalPeriod Period, bool Actual, int Position);

/// <summary>
/// The time axis of every sheet that has one: the four quarters of each fiscal year and then the year, repeated, so that a
/// year ago is five columns to the left for quarters and years alike. It starts and ends with a whole fiscal year.
/// </summary>
public sealed class Axis
{
    private readonly Dictionary<FiscalPeriod, AxisColumn> byPeriod;

    /// <summary>An axis of whole fiscal years.</summary>
    /// <param name="firstYear">The fiscal year of the first column.</param>
    /// <param name="lastYear">The fiscal year of the last column.</param>
    /// <param name="lastActual">The last quarter that has been reported.</param>
    public Axis(int firstYear, int lastYear, FiscalPeriod lastActual)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lastYear, firstYear);
        LastActual = lastActual;
        var columns = new List<AxisColumn>();
        for (int year = firstYear; year <= lastYear; year++)
        {
            FiscalPeriod whole = FiscalPeriod.FullYear(year);
            foreach (FiscalPeriod quarter in whole.Quarters)
            {
                columns.Add(new AxisColumn(quarter, quarter <= lastActual, columns.Count));
            }

            columns.Add(new AxisColumn(whole, whole.Quarters[3] <= lastActual, columns.Count));
        }

        Columns = columns;
        byPeriod = columns.ToDictionary(c => c.Period);
    }

    /// <summary>All columns, in order.</summary>
    public IReadOnlyList<AxisColumn> Columns { get; }

    /// <summary>The last quarter that has been reported.</summary>
    public FiscalPeriod LastActual { get; }

    /// <summary>The columns of quarters.</summary>
    public IEnumerable<AxisColumn> Quarters => Columns.Where(c => c.Period.Kind == PeriodKind.Quarter);

    /// <summary>The columns of years.</summary>
    public IEnumerable<AxisColumn> Years => Columns.Where(c => c.Period.Kind == PeriodKind.Year);

    /// <summary>The quarters still to come.</summary>
    public IEnumerable<FiscalPeriod> Horizon => Quarters.Where(c => !c.Actual).Select(c => c.Period);

    /// <summary>The column of a period, or null where the axis does not have it.</summary>
    public AxisColumn? this[FiscalPeriod period] => byPeriod.GetValueOrDefault(period);

    /// <summary>
    /// The period that a lag looks back to: in a quarter's column <c>-4</c> is a year ago and <c>-1</c> the quarter before; in
    /// a year's column either is the year before, since a year has no quarter before it. Null where the axis ends before.
    /// </summary>
    public FiscalPeriod? Lagged(FiscalPeriod period, int lag)
    {
        if (lag == 0)
        {
            return byPeriod.ContainsKey(period) ? period : null;
        }

        FiscalPeriod other = period.Kind == PeriodKind.Quarter ? period.AddQuarters(lag) : period.AddYears(lag % 4 == 0 ? lag / 4 : lag);
        return byPeriod.ContainsKey(other) ? other : null;
    }
}
