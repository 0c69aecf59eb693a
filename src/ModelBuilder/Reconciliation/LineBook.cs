using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// What the mentions tell of each line: what it counts, and whether it is a balance, whose instants and quarters are one. A
/// balance is reckoned in quarters here and goes out as the day that closes the quarter.
/// </summary>
internal sealed class LineBook
{
    private const int DaysOff = 10;
    private static readonly HashSet<string> Balances = new(StringComparer.Ordinal)
    {
        "cash", "cash_and_short_term_investments", "cash_and_investments", "debt", "net_debt", "inventory", "receivables", "payables", "equity", "backlog", "net_cash", "total_assets",
    };

    private readonly FiscalCalendar calendar;
    private readonly string currency;
    private readonly Dictionary<LineKey, Unit> units = [];
    private readonly HashSet<LineKey> quarterly = [];
    private readonly HashSet<LineKey> atInstants = [];

    public LineBook(Company company, IReadOnlyList<Mention> mentions)
    {
        calendar = company.Calendar;
        currency = company.Currency;
        foreach (IGrouping<LineKey, Mention> line in mentions.Where(m => !m.Measure.IsGrowth && !m.Measure.IsChange).GroupBy(m => m.Line))
        {
            units[line.Key] = line.GroupBy(m => m.Amount.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
        }

        foreach (Mention mention in mentions.Where(m => m.Period is not null))
        {
            (mention.Period!.Value.Kind == PeriodKind.Instant ? atInstants : quarterly).Add(mention.Line);
        }
    }

    /// <summary>True for what stands at a day rather than flows over a period.</summary>
    public bool IsBalance(LineKey line) => Balances.Contains(line.Name) || Balances.Contains(line.Family) || (atInstants.Contains(line) && !quarterly.Contains(line));

    /// <summary>What a line counts: as its mentions do, otherwise as its name says.</summary>
    public Unit UnitOf(LineKey line) => units.TryGetValue(line, out Unit unit) ? unit
        : line.Family.EndsWith("_margin", StringComparison.Ordinal) || line.Family.StartsWith("share_of_", StringComparison.Ordinal) || line.Name is "tax_rate" or "same_store_sales" ? Unit.Ratio
        : line.Name is "eps" or "dividend_per_share" ? Unit.PerShare
        : Unit.Money;

    /// <summary>True where a mention states its level.</summary>
    public bool IsStated(LineKey line) => units.ContainsKey(line);

    /// <summary>The amount of a figure that is not stated as such.</summary>
    public Amount AmountOf(FigureId id, decimal value, decimal half)
    {
        Unit unit = id.Measure.IsGrowth ? Unit.Ratio : id.Measure.IsChange && UnitOf(id.Line) == Unit.Ratio ? Unit.Points : UnitOf(id.Line);
        return new Amount(value, half, unit, unit is Unit.Money or Unit.PerShare ? currency : null);
    }

    /// <summary>True for money that flows: its quarters add up to its year.</summary>
    public bool AddsUp(LineKey line) => UnitOf(line) == Unit.Money && !IsBalance(line) && line.Basis is not ("organic" or "constant_currency");

    /// <summary>A figure as it is reckoned here: balances by the quarter they close.</summary>
    public FigureId Inward(FigureId id)
    {
        FiscalPeriod period = id.Period;
        if (IsBalance(id.Line))
        {
            return period.Kind switch
            {
                PeriodKind.Instant when Closes(period.Date) is { } quarter => id with { Period = quarter },
                PeriodKind.Year or PeriodKind.Half or PeriodKind.NineMonths => id with { Period = period.Quarters[^1] },
                _ => id,
            };
        }

        return period.Kind == PeriodKind.Instant && quarterly.Contains(id.Line) && Closes(period.Date) is { } closed ? id with { Period = closed } : id;
    }

    /// <summary>A figure as others know it: balances by the day.</summary>
    public FigureId Outward(FigureId id) =>
        IsBalance(id.Line) && id.Period.Kind == PeriodKind.Quarter && !id.Measure.IsGuidance ? id with { Period = FiscalPeriod.Instant(calendar.EndOf(id.Period)) } : id;

    /// <summary>What a comparison looks back to, or null.</summary>
    public static FiscalPeriod? BaseOf(FigureId id) => id.Measure.BaseOf(id.Period);

    private FiscalPeriod? Closes(LocalDate day)
    {
        FiscalPeriod quarter = calendar.QuarterClosedBy(day);
        return Math.Abs(Period.DaysBetween(calendar.EndOf(quarter), day)) <= DaysOff ? quarter : null;
    }
}
