using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>EBITDA (or, where the company states none, operating income) by item: gross profit less each expense, and what is not an expense of EBITDA added back.</summary>
internal static class ResultBridge
{
    /// <summary>The bridge, or null where the model has no such result.</summary>
    public static Bridge? Of(Model model, BridgePeriods periods)
    {
        if (model.FirstOf("ebitda@adjusted", "ebitda", "operating_income@adjusted", "operating_income") is not { } result)
        {
            return null;
        }

        string profit = model.OnBasisOf("gross_profit", result);
        string addback = LineKey.Parse(result) is { Name: "ebitda" } key ? new LineKey("ebitda.addback", key.Basis).ToString() : "";
        string[] expenses = [.. Expenses(model, result)];
        BridgeStep Step(string row, int sign) => new(row, model.LabelOf(row), sign, periods.Of(row, BridgeEnd.From), periods.Of(row, BridgeEnd.To));
        return new Bridge(
            "bridge.result",
            model.LabelOf(result) + " by item",
            Unit.Money,
            new BridgePier(result, model.LabelOf(result), BridgeEnd.From),
            new BridgePier(result, model.LabelOf(result), BridgeEnd.To),
            [
                .. model.Has(profit) ? [Step(profit, 1)] : Array.Empty<BridgeStep>(),
                .. expenses.Select(e => Step(e, -1)),
                .. model.Has(addback) ? [Step(addback, 1)] : Array.Empty<BridgeStep>(),
            ])
        {
            Rounding = Roundings.Money(model, [result, profit, .. expenses]),
        };
    }

    private static IEnumerable<string> Expenses(Model model, string result)
    {
        string[] lines = [.. model.Company.ExpenseLines.Select(e => e.Key.ToString()).Where(model.Has)];
        return lines.Length > 0 ? lines : new[] { "selling_general_administrative", model.OnBasisOf("opex", result) }.Where(model.Has).Take(1);
    }
}
