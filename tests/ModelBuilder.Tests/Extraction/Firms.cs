using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

/// <summary>An invented company and short ways to read about it.</summary>
internal static class Firms
{
    /// <summary>A maker of boats with two segments that both end in one word, a cost, an adjustment and two key figures.</summary>
    public static Company Borealis { get; } = new()
    {
        Name = "Borealis Boats Limited",
        Ticker = "BOAT",
        Aliases = ["Borealis", "Borealis Boats"],
        Currency = "CNY",
        Segments = [Line("revenue.lake_boats", "Lake boats", "lake boat business"), Line("revenue.sea_boats", "Sea boats", "sea boat services")],
        CostLines = [Line("cost.timber", "Timber costs", "timber cost"), Line("cost.other", "Other costs")],
        Adjustments = [Line("listing_expense", "Listing expenses", "Oslo IPO listing expenses"), Line("disposal_loss", "Loss on disposal of vessels", "disposal of vessels")],
        OtherLines = [Line("share_of_revenue.harbour_club", "Harbour club, share of revenue", "harbour club"), Line("revenue.canoes", "Canoe revenue", "canoe business"), Line("share_of_lake_boats.canoes", "Canoes, share of lake boats"), Line("revenue.lake_boats_ex_canoes", "Lake boats without canoes")],
        OtherCompanies = ["Zephyr Marine", "Triton"],
    };

    /// <summary>What a call about the fourth quarter of 2023 states in these sentences, as <c>line|measure[period] value</c>.</summary>
    public static IReadOnlyList<string> Call(string text, Company? company = null) => Said(Read(text, company ?? Borealis));

    /// <summary>The extraction of a call about the fourth quarter of 2023.</summary>
    public static Extracted Read(string text, Company? company) =>
        Extractor.Extract(TextDocument.Read("call.txt", "Operator: Welcome to the fourth quarter and full year 2023 earnings conference call.\nSpeaker 1: " + text), company);

    /// <summary>Mentions in short.</summary>
    public static IReadOnlyList<string> Said(Extracted extracted) => [.. extracted.Mentions.Select(m => FormattableString.Invariant($"{m.Id} {m.Amount.Value / 1.0000000000000000000000m}"))];

    private static CompanyLine Line(string key, string label, params string[] aliases) => new(LineKey.Parse(key), label, aliases);
}
