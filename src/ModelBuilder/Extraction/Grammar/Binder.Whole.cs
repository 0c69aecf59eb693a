using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>What a total is made of: "of which 80 million came from canoes", "consisted of 80 million from canoes and 70 million from ferries".</content>
internal sealed partial class Binder
{
    private static readonly HashSet<string> NoParts = new(StringComparer.Ordinal)
    {
        "acquisition", "divestiture", "currency", "exchange", "fx", "price", "pricing", "volume", "week", "day", "period", "year", "quarter", "one", "item", "settlement", "gain", "customer", "guidance", "benefit", "effect", "impact",
    };

    // what is told of a revenue so many words before is told of it no longer
    private const int Near = 20;

    private LineRef? divided;

    // what comes between a revenue and a number says that the number is of a part
    private bool PartsFollow(Quantity q)
    {
        if (group is not [{ Nature: LineNature.Flow } total] || total.Key is not ("revenue.total") && !total.Key.StartsWith("revenue.", StringComparison.Ordinal) || q.Kind is QuantityKind.Plain or QuantityKind.Points || total.First > q.First)
        {
            return false;
        }

        for (int i = Math.Max(total.First, q.First - Near); i < q.First; i++)
        {
            bool which = clause.Word(i) is "of" && (clause.Word(i + 1) is "which" || (i == 0 && clause.Word(1) is "this" or "that" or "these"));
            bool made = clause.Word(i) is "consisted" or "consists" or "comprised" or "comprises" or "composed" || (clause.Word(i) is "made" && clause.Word(i + 1) is "up" && clause.Word(i + 2) is "of");
            if (which || (made && i >= total.End && q.Kind == QuantityKind.Money))
            {
                divided = total;
                return true;
            }
        }

        return false;
    }

    // the part stands behind the number, or before it with a verb
    private void OfTheWhole(Quantity q)
    {
        int at = q.End;
        bool linked = false;
        while (clause.Word(at) is "was" or "were" or "is" or "are" or "came" or "comes" or "derived" or "generated" or "contributed" or "attributable" or "related" or "from" or "in" or "by" or "to" or "of")
        {
            linked |= clause.Word(at) is not "of" || q.Kind == QuantityKind.Money;
            at++;
        }

        // "80 million came from canoes, up 5%"
        if (q.Kind == QuantityKind.Percent && direction != 0 && mode is MarkerKind.Up or MarkerKind.Down && drafts.Count > 0 && drafts[^1].Line.Key != divided?.Key)
        {
            drafts.Add(new Draft(drafts[^1].Line, q, Role.Change) { Direction = direction, Expected = expected });
            return;
        }

        LineRef? part = linked ? Coordinations.Item(clause, at) ?? clause.Lines.Find(l => l.First == at) : Earning(q);
        if (divided is null || part is null || !part.Key.StartsWith("revenue.", StringComparison.Ordinal) || part.Key == "revenue.total" || part.Key == divided.Key || Enumerable.Range(part.First, part.End - part.First).Any(i => NoParts.Contains(clause.Tokens[i].Norm)))
        {
            return;
        }

        LineRef line = part with { Weak = false };
        LineKey key = new(line.Key);
        drafts.Add(q.Kind == QuantityKind.Money ? new Draft(line, q, Role.Level) { Expected = expected }
            : new Draft(line with { Key = $"{(divided.Key == "revenue.total" ? "share_of_revenue" : "share_of_" + divided.Key[8..])}.{key.Member}", Nature = LineNature.Ratio, Doubt = null }, q, Role.Share) { ShareOf = divided.Key });
        mode = MarkerKind.Stop;
        direction = 0;
    }

    // "of which canoes contributed 80 million"
    private LineRef? Earning(Quantity q)
    {
        int verb = q.First - 1;
        while (verb > 0 && clause.Word(verb) is "for" or "about" or "approximately" or "around" or "roughly" or "nearly" or "was" or "were")
        {
            verb--;
        }

        verb = clause.Word(verb) is "contributed" or "accounted" or "represented" or "generated" or "brought" ? verb - 1 : clause.Word(verb + 1) is "was" or "were" ? verb : -1;
        for (int first = verb; verb >= 0 && first >= 0 && first > verb - 5; first--)
        {
            if (clause.Word(first - 1) is "which" or "," or "and" or "this" or "that" && Coordinations.Item(clause, first) is { } part && part.End == verb + 1)
            {
                return part;
            }
        }

        return clause.Lines.Find(l => l.End == verb + 1);
    }
}
