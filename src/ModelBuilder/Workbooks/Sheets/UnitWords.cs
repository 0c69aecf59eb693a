using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>Units as an analyst writes them.</summary>
internal static class UnitWords
{
    /// <summary><c>CNY m</c>, <c>%</c>, <c>pp</c>, <c>CNY a share</c>, <c>number</c>.</summary>
    public static string Of(Company company, Unit unit) => unit switch
    {
        Unit.Money => company.Currency + Scale(company.UnitsShown),
        Unit.Ratio => "%",
        Unit.Points => "pp",
        Unit.PerShare => company.Currency + " a share",
        _ => "number",
    };

    /// <summary>A number in base units as a cell shows it: money divided by the company's units.</summary>
    public static double Shown(Company company, Unit unit, decimal value) => (double)(unit == Unit.Money ? value / company.UnitsShown : value);

    private static string Scale(int units) => units switch
    {
        1_000 => " thousand",
        1_000_000 => " m",
        1_000_000_000 => " bn",
        _ => "",
    };
}
