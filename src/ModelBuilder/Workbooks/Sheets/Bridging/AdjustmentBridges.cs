using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>From reported to adjusted EBITDA, and from adjusted to each further definition, by adjustment, in the later of the two periods.</summary>
internal static class AdjustmentBridges
{
    private const string Line = "ebitda";
    private const string Adjusted = "adjusted";

    // What companies add back to arrive at an adjusted result, as the vocabulary names it; expenses are positive.
    private static readonly string[] AddedBack = ["share_based_compensation", "impairment"];

    /// <summary>The bridges, none where the model has only one definition.</summary>
    public static IEnumerable<Bridge> Of(Model model, BridgePeriods periods)
    {
        LineKey[] definitions = [.. model.Lines.Where(l => l.Measure == Measure.Level && l.Key.Name == Line).Select(l => l.Key)];
        LineKey reported = new(Line), adjusted = new(Line, Adjusted);
        if (definitions.Contains(reported) && definitions.Contains(adjusted))
        {
            yield return Between(model, periods, reported, adjusted, AddedBack.Where(model.Has));
        }

        LineKey start = definitions.Contains(adjusted) ? adjusted : reported;
        if (!definitions.Contains(start))
        {
            yield break;
        }

        foreach (LineKey further in definitions.Where(d => d != reported && d != adjusted))
        {
            yield return Between(model, periods, start, further, model.Company.Adjustments.Select(a => a.Key.ToString()).Where(model.Has));
        }
    }

    private static Bridge Between(Model model, BridgePeriods periods, LineKey from, LineKey to, IEnumerable<string> adjustments)
    {
        string start = from.ToString(), end = to.ToString();
        string[] rows = [.. adjustments];
        return new Bridge(
            "bridge.definition." + (to.Basis.Length > 0 ? to.Basis : "reported"),
            $"From {model.LabelOf(start)} to {model.LabelOf(end)}",
            Unit.Money,
            new BridgePier(start, model.LabelOf(start), BridgeEnd.To),
            new BridgePier(end, model.LabelOf(end), BridgeEnd.To),
            [.. rows.Select(r => new BridgeStep(r, model.LabelOf(r), 1, null, periods.Of(r, BridgeEnd.To)))])
        {
            Rounding = Roundings.Money(model, [start, end, .. rows]),
        };
    }
}
