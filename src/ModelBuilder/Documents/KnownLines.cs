using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>The line names that every company shares; with a company's own lines, what a figure typed in may be of.</summary>
internal static class KnownLines
{
    private static readonly string[] Names =
    [
        "revenue.total", "cost.total", "gross_profit", "research_development", "sales_marketing", "general_administrative",
        "selling_general_administrative", "opex", "operating_income", "ebitda", "ebit", "interest_expense", "tax_expense", "tax_rate",
        "net_income", "eps", "share_based_compensation", "impairment", "depreciation_amortization", "fx_gain", "listing_expense",
        "disposal_loss", "gross_margin", "operating_margin", "ebitda_margin", "net_margin", "operating_cash_flow", "capex",
        "free_cash_flow", "cash", "cash_and_short_term_investments", "cash_and_investments", "debt", "net_debt", "inventory",
        "receivables", "share_repurchases", "dividends", "dividend_per_share", "same_store_sales", "orders", "backlog",
    ];

    // Stated of a segment or another part of the company as well as of the whole.
    private static readonly string[] FamiliesOfParts =
        ["gross_profit", "gross_margin", "operating_income", "operating_margin", "ebitda", "ebitda_margin", "same_store_sales", "orders", "backlog", "share_of_revenue", "gross_billings"];

    /// <summary>True for a name that all companies share, a line of this company's (on any basis), or what is stated of one of its segments.</summary>
    public static bool Contain(LineKey key, Company company) =>
        Names.Contains(key.Name)
        || key.Family == "kpi"
        || company.Lines.Any(l => l.Key.Name == key.Name)
        || (FamiliesOfParts.Contains(key.Family) && company.Segments.Concat(company.FormerSegments).Any(s => s.Key.Member == key.Member));

    /// <summary>All names a mistyped one may have meant.</summary>
    public static IEnumerable<string> All(Company company) => Names.Concat(company.Lines.Select(l => l.Key.Name)).Distinct();
}
