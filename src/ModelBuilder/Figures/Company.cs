namespace ModelBuilder.Figures;

/// <summary>A line that belongs to one company: a segment, a cost line, an expense line, an adjustment, a key figure.</summary>
/// <param name="Key">Its line key.</param>
/// <param name="Label">What the workbook calls it.</param>
/// <param name="Aliases">What documents call it, the label excepted.</param>
public sealed record CompanyLine(LineKey Key, string Label, IReadOnlyList<string> Aliases);

/// <summary>What an analyst rules about a contested figure: it overrules the program's decision.</summary>
/// <param name="Id">The figure.</param>
/// <param name="Value">The number to use, in base units.</param>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where the ruling is written.</param>
public sealed record Ruling(FigureId Id, decimal Value, string Reason, string Place);

/// <summary>A company as its company.yaml describes it.</summary>
public sealed record Company
{
    /// <summary>The full name.</summary>
    public required string Name { get; init; }

    /// <summary>The ticker, or an empty text.</summary>
    public required string Ticker { get; init; }

    /// <summary>Other names by which documents call it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The reporting currency, an ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>By what money is divided before it is shown: 1, 1000, 1000000 or 1000000000.</summary>
    public int UnitsShown { get; init; } = 1_000_000;

    /// <summary>Its fiscal years.</summary>
    public FiscalCalendar Calendar { get; init; } = FiscalCalendar.CalendarYear;

    /// <summary>The first quarter of the workbook's axis; null: the first quarter that has a figure.</summary>
    public FiscalPeriod? FirstColumn { get; init; }

    /// <summary>How many quarters are projected at the least; the axis ends with a whole fiscal year.</summary>
    public int ForecastQuarters { get; init; } = 5;

    /// <summary>Segments: keys <c>revenue.x</c>, which sum to <c>revenue.total</c>.</summary>
    public IReadOnlyList<CompanyLine> Segments { get; init; } = [];

    /// <summary>Segments of an earlier segmentation, with the same kind of key: they are shown with their history and never projected.</summary>
    public IReadOnlyList<CompanyLine> FormerSegments { get; init; } = [];

    /// <summary>Cost lines: keys <c>cost.x</c>, which sum to <c>cost.total</c>.</summary>
    public IReadOnlyList<CompanyLine> CostLines { get; init; } = [];

    /// <summary>Operating expenses, on the basis the company states them; they sum to <c>opex</c> on that basis.</summary>
    public IReadOnlyList<CompanyLine> ExpenseLines { get; init; } = [];

    /// <summary>One-off items between an adjusted and a normalized result; an expense is positive.</summary>
    public IReadOnlyList<CompanyLine> Adjustments { get; init; } = [];

    /// <summary>Further lines that its documents state: key figures, shares, billings.</summary>
    public IReadOnlyList<CompanyLine> OtherLines { get; init; } = [];

    /// <summary>Names of other companies whose figures its documents quote.</summary>
    public IReadOnlyList<string> OtherCompanies { get; init; } = [];

    /// <summary>The analyst's decisions.</summary>
    public IReadOnlyList<Ruling> Rulings { get; init; } = [];

    /// <summary>All lines of its own.</summary>
    public IEnumerable<CompanyLine> Lines => [.. Segments, .. FormerSegments, .. CostLines, .. ExpenseLines, .. Adjustments, .. OtherLines];
}
