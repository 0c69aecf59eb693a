using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// What no identity says and yet an analyst sees: what a company leaves out of its adjusted results (share-based pay,
/// amortization) it leaves out of the operating result and of the net result alike, so that the two adjustments are close; and
/// of the gross profit no more is left than the expenses that are stated leave.
/// </summary>
internal sealed class Plausibility(RelationBook book, Numbers numbers, Known?[] known)
{
    private const decimal OfRevenue = 0.02m;
    private const decimal OfResult = 0.5m;

    /// <summary>What is in question and why.</summary>
    public IEnumerable<(FigureId Id, decimal Value, string Message)> Find() => Adjustments().Concat(IncomeLadder.OperatingResults.SelectMany(Leftover));

    // An operating result beyond what the gross profit leaves.
    private IEnumerable<(FigureId Id, decimal Value, string Message)> Leftover(string result)
    {
        foreach (FigureId id in Enumerable.Range(0, known.Length).Select(f => book.Index[f]).Where(id => id.Line.Name == result && id.Measure == Measure.Level).Order())
        {
            Known? Same(string name) => Of(id, new LineKey(name, id.Line.Basis));
            if (Of(id, id.Line) is not { Mentions.Count: > 0 } own || Same("gross_profit") is not { } gross || gross.Value <= 0)
            {
                continue;
            }

            IReadOnlyList<(string Name, decimal Value)> spent = IncomeLadder.Spent(n => Same(n)?.Value);
            decimal left = gross.Value - spent.Sum(e => e.Value);
            if (IncomeLadder.IsBeyond(own.Interval.Low, gross.Value, gross.Value - left))
            {
                string? meant = Fits(own, left, id.Line);
                yield return (id, own.Value, $"{Number(gross)}{string.Concat(spent.Select(e => $" - {Number(Same(e.Name)!)}"))} (gross_profit{string.Concat(spent.Select(e => $" - {e.Name}"))}) leaves {numbers.Of(left, Half(own), Unit.Money)}, yet {id.Line} is {Number(own)}; one of them is probably wrong{(meant is null ? "" : $": {meant}")}.");
            }
        }
    }

    // For each period where the net result is adjusted quite otherwise than the operating result.
    private IEnumerable<(FigureId Id, decimal Value, string Message)> Adjustments()
    {
        foreach (FigureId id in Enumerable.Range(0, known.Length).Select(f => book.Index[f]).Where(id => id.Line == new LineKey("net_income") && id.Measure == Measure.Level).Order())
        {
            var adjusted = new LineKey("net_income", "adjusted");
            if (Of(id, id.Line) is not { Mentions.Count: > 0 } net || Of(id, adjusted) is not { Mentions.Count: > 0 } other || Of(id, new LineKey("revenue.total")) is not { } revenue)
            {
                continue;
            }

            decimal difference = other.Value - net.Value;
            decimal[] usual = [.. from plain in Operating(id, "", revenue) from apart in Operating(id, "adjusted", revenue) select apart - plain];
            decimal much = Math.Max(OfRevenue * revenue.Value, OfResult * Math.Max(Math.Abs(net.Value), Math.Abs(other.Value)));
            if (usual.Length == 0 || usual.Any(u => Math.Abs(u - difference) <= much))
            {
                continue;
            }

            string? meant = usual.Select(u => Fits(net, other.Value - u, id.Line) ?? Fits(other, net.Value + u, adjusted)).FirstOrDefault(t => t is not null);
            decimal near = usual.MinBy(u => Math.Abs(u - difference));
            yield return (id, net.Value, $"{numbers.Signed(difference, Half(net), Unit.Money)} lie between net_income ({Number(net)}) and {adjusted} ({Number(other)}), but {numbers.Signed(near, Half(net), Unit.Money)} between the operating results; one of them is probably wrong{(meant is null ? "" : $": {meant}")}.");
        }
    }

    // As stated, and as the stated margin implies.
    private IEnumerable<decimal> Operating(FigureId id, string basis, Known revenue)
    {
        if (Of(id, new LineKey("operating_income", basis)) is { } level)
        {
            yield return level.Value;
        }

        if (Of(id, new LineKey("operating_margin", basis)) is { } margin)
        {
            yield return margin.Value * revenue.Value;
        }
    }

    private string? Fits(Known said, decimal meant, LineKey line) => Slips.Cause(said.Value, Interval.Of(meant), Half(said), asExact: true) is { } cause
        ? $"{line} of {numbers.Of(meant, Half(said), Unit.Money)} would fit ({cause})" : null;

    private string Number(Known figure) => numbers.Of(figure.Value, Half(figure), Unit.Money);

    private static decimal Half(Known figure) => figure.Mentions.Count > 0 ? figure.Mentions[0].Amount.Precision : figure.Interval.Width / 2;

    private Known? Of(FigureId id, LineKey line) => book.Index.Find(id with { Line = line }) is >= 0 and var number ? known[number] : null;
}
