using ModelBuilder.Figures;

namespace ModelBuilder.Modelling;

/// <summary>
/// Figures by line, measure and column. A balance stated for a day (2023-12-31) stands in the column of the quarter that day
/// closes.
/// </summary>
internal sealed class FigureTable
{
    private readonly Dictionary<(LineKey, Measure, FiscalPeriod), Figure> figures = [];

    public FigureTable(Company company, IEnumerable<Figure> all)
    {
        // A figure of the quarter itself goes before one of the day that closes it.
        foreach (Figure figure in all.OrderBy(f => f.Id.Period.Kind == PeriodKind.Instant).ThenBy(f => f.Id))
        {
            bool foreign = figure.Amount.Currency is { } currency && currency != company.Currency;
            if (!foreign)
            {
                FiscalPeriod column = figure.Id.Period.Kind == PeriodKind.Instant ? company.Calendar.QuarterClosedBy(figure.Id.Period.Date) : figure.Id.Period;
                figures.TryAdd((figure.Id.Line, figure.Id.Measure, column), figure);
            }
        }
    }

    public Figure? this[LineKey line, Measure measure, FiscalPeriod column] => figures.GetValueOrDefault((line, measure, column));

    public IEnumerable<(LineKey Line, Measure Measure, FiscalPeriod Column, Figure Figure)> All => figures.Select(f => (f.Key.Item1, f.Key.Item2, f.Key.Item3, f.Value));
}
