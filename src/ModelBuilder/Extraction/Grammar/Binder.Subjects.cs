namespace ModelBuilder.Extraction;

/// <content>How a line becomes the subject of what follows.</content>
internal sealed partial class Binder
{
    private void OnLine(int e, LineRef line)
    {
        if (skipped.Contains(line))
        {
            return;
        }

        if (line.Weak && group.Exists(l => !l.Weak) && !StartsClause(line))
        {
            return;
        }

        // "our tax rate on adjusted earnings was": what a rate is taken on is no subject
        if (group is [{ Nature: LineNature.Ratio }] && line.Nature == LineNature.Flow && levelsOfGroup == 0 && OnlyOn(group[0].End, line.First))
        {
            group = [group[0] with { Basis = group[0].Basis.Length > 0 ? group[0].Basis : line.Basis }];
            return;
        }

        bool joins = e > 0 && elements[e - 1].Item is LineRef { Weak: false, IsNoLine: false } && !line.Weak && group.Count > 0 && levelsOfGroup == 0 && IsList(elements[e - 1].End, line.First, e);
        bool same = (mode == MarkerKind.Compared || (mode == MarkerKind.From && e > 0 && elements[e - 1].Item is Marker { Kind: MarkerKind.From } && line.First - elements[e - 1].End <= 2)) && group.Count > 0 && group[^1].Key == line.Key;
        if (same)
        {
            // "income of 3 compared to a loss of 5": the sign is the base's own
            group[^1] = group[^1] with { Loss = line.Loss };
            return;
        }

        divided = line.Weak ? divided : null;
        if (joins && !line.IsNoLine)
        {
            group.Add(line);
        }
        else
        {
            group = [line];
            levelsOfGroup = consumed.Contains(line) ? 1 : 0;
            share = null;
        }

        stopped = false;
        if (e > 0 && elements[e - 1].Item is Marker { Kind: MarkerKind.Expansion } narrowed && line.First - narrowed.End <= 3)
        {
            Opens(narrowed);
        }
        else if (e == 0 || elements[e - 1].Item is not Marker { Kind: MarkerKind.Up or MarkerKind.Down } || line.First - elements[e - 1].End > 3)
        {
            mode = MarkerKind.Stop;
            direction = 0;
        }

        basePeriod = null;
    }

    private bool OnlyOn(int from, int to)
    {
        bool on = clause.Word(from) is "on";
        for (int i = from + 1; i < to; i++)
        {
            on &= Basis.IsWord(clause.Word(i)) || clause.Word(i) is "the" or "ordinary" or "pretax" or "pre" or "tax";
        }

        return on && from < to;
    }

    private bool StartsClause(LineRef line) => line.First == 0 || clause.Word(line.First - 1) is "," or ":" or "our" or "the" or ";" or "and";
}
