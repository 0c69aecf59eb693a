using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The rows of a model that a reader looks at first, on the basis that the company reports.</summary>
internal static class HeadlineRows
{
    public static string? GrossMargin(Model model) => model.FirstOf("gross_margin@adjusted", "gross_margin");

    public static string? Result(Model model) => model.FirstOf("ebitda@adjusted", "ebitda", "operating_income@adjusted", "operating_income");

    public static string? ResultMargin(Model model) => model.FirstOf("ebitda_margin@adjusted", "ebitda_margin", "operating_margin@adjusted", "operating_margin");

    /// <summary>Revenue, its growth, gross margin, EBITDA and its margin, as far as the model has them.</summary>
    public static IReadOnlyList<string> Of(Model model) => [.. new[]
    {
        model.FirstOf(ModelRows.Revenue), model.FirstOf(ModelRows.Revenue + "|growth.yoy"), GrossMargin(model), Result(model), ResultMargin(model),
    }.OfType<string>()];
}
