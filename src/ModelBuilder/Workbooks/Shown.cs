using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks;

/// <summary>How numbers are shown: money divided by the company's units, everything else as it is.</summary>
internal static class Shown
{
    /// <summary>A number in base units as a cell holds it.</summary>
    public static double Value(decimal value, Unit unit, Company company) => (double)(unit == Unit.Money ? value / company.UnitsShown : value);

    /// <summary>What stands in the column of units.</summary>
    public static string UnitText(Unit unit, Company company) => unit switch
    {
        Unit.Money => Money(company),
        Unit.Ratio => "%",
        Unit.Points => "pp",
        Unit.PerShare => company.Currency + " a share",
        _ => "number",
    };

    /// <summary>"CNY m", "USD bn", "EUR k", "JPY".</summary>
    public static string Money(Company company) => company.UnitsShown switch
    {
        1_000 => company.Currency + " k",
        1_000_000 => company.Currency + " m",
        1_000_000_000 => company.Currency + " bn",
        _ => company.Currency,
    };

    /// <summary>"millions", or nothing for ones.</summary>
    public static string Units(Company company) => company.UnitsShown switch
    {
        1_000 => "thousands",
        1_000_000 => "millions",
        1_000_000_000 => "billions",
        _ => "units",
    };

    /// <summary>What the template's placeholders become.</summary>
    public static IReadOnlyDictionary<string, string> Texts(Company company) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["company"] = company.Name,
        ["ticker"] = company.Ticker,
        ["currency"] = company.Currency,
        ["units"] = Units(company),
        ["money"] = Money(company),
    };
}
