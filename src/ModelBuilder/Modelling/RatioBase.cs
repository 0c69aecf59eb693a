using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Modelling;

/// <summary>The line that a cost ratio or a margin is a share of, and its parts, all of them projected: what a cost can be regressed on.</summary>
/// <param name="Total">The line: revenue.</param>
/// <param name="Parts">Its parts where each is projected: the segments' revenue; else none.</param>
public sealed record RatioBase(LineKey Total, IReadOnlyList<LineKey> Parts)
{
    /// <summary>The base of a driver that says what a cost is: a cost ratio, or a margin, which leaves costs out; null for another, and where the base's own projection rests on such a driver.</summary>
    internal static RatioBase? Of(DriverDefinition driver, CompanyLines definitions, IReadOnlyDictionary<string, Expression> chosen)
    {
        if (Denominator(driver, definitions) is not { } total || !chosen.ContainsKey(total.ToString())
            || Behind(total, chosen).Any(key => definitions.Drivers.FirstOrDefault(d => d.Key == key) is { } other && Denominator(other, definitions) is not null))
        {
            return null;
        }

        IReadOnlyList<LineKey> parts = definitions.Lines.FirstOrDefault(l => l.Row.RowKey == total.ToString())?.Parts ?? [];
        return new RatioBase(total, parts.All(p => chosen.ContainsKey(p.ToString())) ? parts : []);
    }

    /// <summary>What the history of such a driver divides by, by the definition of the ratio where the history is a line of its own.</summary>
    private static LineKey? Denominator(DriverDefinition driver, CompanyLines definitions)
    {
        bool isCost = driver is { Scale: Scale.Logarithm, HigherIsBetter: false }, isMargin = driver is { Scale: Scale.Margin, HigherIsBetter: true };
        if (driver is not { Kind: DriverKind.Ratio, Varies: true } || !(isCost || isMargin))
        {
            return null;
        }

        Expression? history = driver.History is LineReference { Lag: 0 } line
            ? definitions.Lines.FirstOrDefault(l => l.Row.RowKey == ModelGrid.RowKey(line))?.Formula
            : driver.History;
        return history is Binary { Operator: BinaryOperator.Divide, Right: LineReference { Lag: 0 } below } && below.Measure == Measure.Level ? below.Key : null;
    }

    /// <summary>Every line and driver that the projection of a line rests on.</summary>
    private static HashSet<LineKey> Behind(LineKey line, IReadOnlyDictionary<string, Expression> chosen)
    {
        var seen = new HashSet<LineKey> { line };
        var open = new Queue<LineKey>(seen);
        while (open.TryDequeue(out LineKey next))
        {
            foreach (LineReference named in chosen.TryGetValue(next.ToString(), out Expression? formula) ? formula.References().OfType<LineReference>() : [])
            {
                if (seen.Add(named.Key))
                {
                    open.Enqueue(named.Key);
                }
            }
        }

        return seen;
    }
}
