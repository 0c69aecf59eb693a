using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>Revenue by segment: the change of each is a step.</summary>
internal static class RevenueBridge
{
    /// <summary>The bridge, or null where the model has no revenue.</summary>
    public static Bridge? Of(Model model, BridgePeriods periods)
    {
        if (!model.Has(ModelRows.Revenue))
        {
            return null;
        }

        string label = model.LabelOf(ModelRows.Revenue);
        CompanyLine[] there = [.. model.Company.Segments.Where(s => model.Has(s.Key.ToString()))];
        BridgeStep Step(CompanyLine segment) => new(
            segment.Key.ToString(), segment.Label, 1, periods.Of(segment.Key.ToString(), BridgeEnd.From), periods.Of(segment.Key.ToString(), BridgeEnd.To));
        return new Bridge(
            "bridge.revenue",
            "Revenue by segment",
            Unit.Money,
            new BridgePier(ModelRows.Revenue, label, BridgeEnd.From),
            new BridgePier(ModelRows.Revenue, label, BridgeEnd.To),
            [.. there.Select(Step)])
        {
            NotInModel = [.. model.Company.Segments.Except(there).Select(s => s.Label)],
            Rounding = Roundings.Money(model, [ModelRows.Revenue, .. there.Select(s => s.Key.ToString())]),
        };
    }
}
