using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <content>What a number says of its line: level, base or change.</content>
internal sealed partial class Binder
{
    // "lapping 23% growth", "on top of 9%": the growth of a year ago
    private bool Laps(Quantity q)
    {
        for (int i = q.First - 1; i >= 0 && i >= q.First - 4; i--)
        {
            if (clause.Word(i) is "lapping" or "lap" or "laps" or "lapped" or "cycling" or "anniversarying")
            {
                return true;
            }
        }

        return false;
    }

    private static bool SameKind(Draft before, LineRef line, Quantity q) =>
        before.Line.Key == line.Key && before.Quantity.Kind == q.Kind && q.Kind == QuantityKind.Percent && line.Nature is LineNature.Flow or LineNature.Growth;

    // "an increase, reaching 40 million": what it comes to
    private bool Arrives(int e, Quantity q)
    {
        int from = e > 0 ? elements[e - 1].End : 0;
        for (int i = from; i < q.First; i++)
        {
            if (clause.Word(i) is "reaching" or "reached" or "totaling" or "totalling" or "totaled" or "amounting" or "amounted" or "achieving" or "was" or "were" or "at" || (clause.Word(i) is ":" && (q.Kind == QuantityKind.Money || group[^1].Nature == LineNature.Ratio)))
            {
                return true;
            }
        }

        return false;
    }

    // "revenue growth for the quarter was 8%": the growth is what is stated
    private bool IsGrowthOfLine(int e, Quantity q)
    {
        int k = e - 1;
        while (k > 0 && elements[k].Item is PeriodPhrase or Marker { Kind: MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter or MarkerKind.Guidance or MarkerKind.To })
        {
            k--;
        }

        bool stated = Enumerable.Range(q.First - 4, 4).Any(i => clause.Word(i) is "was" or "is" or "were" or "be");
        return stated && q.Kind == QuantityKind.Percent && k > 0 && elements[k].Item is Marker noun && elements[k - 1].Item is LineRef line && line == group[^1] && line.End == noun.First && line.Nature is LineNature.Flow or LineNature.Balance or LineNature.PerShare or LineNature.Count or LineNature.Price
            && clause.Word(noun.First) is "growth" or "increase" or "decrease" or "decline";
    }

    private bool NounOrComparative(Marker marker)
    {
        string word = clause.Word(marker.First);
        return word is "growth" or "increase" or "decrease" or "decline" or "improvement" or "expansion" or "rise" or "drop" or "reduction" or "gain" or "higher" or "lower" or "better" or "worse" or "more" or "less" or "above" or "below" or "jump" or "surge" or "leverage" or "deleverage" or "compression" or "erosion" or "contraction";
    }

    // "revenue was 9 million, 6% up sequentially"; "a margin of 6% up from 5%" is a level
    private bool UpBehind(int e, Quantity q, Marker up) => q.Kind != QuantityKind.Money && clause.Word(up.End) is not ("from" or "by" or "to") && up.First == q.End
        && (group[^1].Nature is LineNature.Flow or LineNature.Growth or LineNature.Price || q.Kind == QuantityKind.Points) && elements.Take(e).Any(x => x.Item is Quantity { Kind: not QuantityKind.Plain });

    private string BeforeHedges(Quantity q)
    {
        int k = q.First - 1;
        while (clause.Word(k) is "roughly" or "approximately" or "about" or "nearly" or "almost" or "around" or "a" or "an")
        {
            k--;
        }

        return clause.Word(k);
    }

    private bool ComparedAfter(int e) => e + 1 < elements.Count && elements[e + 1].Item is Marker { Kind: MarkerKind.From or MarkerKind.Compared or MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter };

    private (Role Role, int Direction) RoleOf(int e, Quantity q)
    {
        if (Laps(q))
        {
            return (Role.Base, direction);
        }

        if (q.Flat)
        {
            return (Role.Change, drafts.Count > 0 && RangeEnd(e, q) > 0 ? drafts[^1].Direction : 0);
        }

        // the second number of a range is what the first is
        if (drafts.Count > 0 && RangeEnd(e, q) > 0 && drafts[^1].Quantity.OpensRange && drafts[^1].Quantity.Kind == q.Kind)
        {
            bool own = e > 0 && elements[e - 1].Item is Marker { Kind: MarkerKind.Up or MarkerKind.Down } && q.First - elements[e - 1].End <= 1;
            return (drafts[^1].Role, own ? direction : drafts[^1].Direction);
        }

        // "17% year-over-year growth", "9% higher"
        for (int k = e + 1; k < elements.Count && elements[k].First - elements[k - 1].End <= 1 && elements[k].Item is Marker next; k++)
        {
            // "fell by 50 basis points as higher costs": the next clause's
            if (clause.Word(elements[k].First - 1) is "as" or "on" or "by" or "with" or "and" or "due" or "despite" or "in" or "because" or "amid")
            {
                break;
            }

            // "came in at 42% a decline of 60 basis points": the noun has a number of its own
            if (clause.Word(next.End) is "of" && k + 1 < elements.Count && elements[k + 1].Item is Quantity && elements[k + 1].First - next.End <= 3)
            {
                break;
            }

            if (next.Kind is MarkerKind.Up or MarkerKind.Down && q.Kind != QuantityKind.Plain && (clause.Word(next.First) is not ("up" or "down") || UpBehind(e, q, next)) && clause.Word(elements[k - 1].End) is not "," && (NounOrComparative(next) || clause.Word(next.First) is "up" or "down"))
            {
                return (Role.Change, next.Kind == MarkerKind.Up ? 1 : -1);
            }

            if (next.Kind is not (MarkerKind.YearOverYear or MarkerKind.QuarterOverQuarter))
            {
                break;
            }
        }

        // "a 6 million or roughly 5% increase over 2022": one increase, said twice
        if (e + 2 < elements.Count && elements[e + 1].Item is Quantity twin && twin.First - q.End <= 4 && clause.Word(q.End) is "or" && elements[e + 2].Item is Marker { Kind: MarkerKind.Up or MarkerKind.Down } said && said.First == twin.End && NounOrComparative(said) && clause.Word(q.First - 1) is "a" or "an")
        {
            return (Role.Change, said.Kind == MarkerKind.Up ? 1 : -1);
        }

        if (Beside(q) is { Role: not Role.Share } beside)
        {
            return (beside.Role, beside.Direction);
        }

        // "a slightly higher gross margin of 52%": the adjective does not make it a change
        if (mode is MarkerKind.Up or MarkerKind.Down && group[^1].Nature == LineNature.Ratio && q.Kind == QuantityKind.Percent && clause.Word(q.First - 1) is "of" or "at" && group[^1].End <= q.First
            && clause.Markers.Exists(m => m.Kind is MarkerKind.Up or MarkerKind.Down && m.End <= group[^1].First && group[^1].First - m.End <= 2 && clause.Word(m.End) is not ("in" or "of")))
        {
            return (Role.Level, direction);
        }

        if (mode is MarkerKind.Up or MarkerKind.Down && direction != 0 && (!Arrives(e, q) || IsGrowthOfLine(e, q)))
        {
            // a second number after the growth is the level it comes to only where "to" says so
            return (Role.Change, direction);
        }

        // "we forecast a profit from 3 to 4 million"
        if (mode == MarkerKind.From && expected && q.OpensRange && !drafts.Exists(d => d.Line == group[^1]))
        {
            return (Role.Level, direction);
        }

        if (mode is MarkerKind.From or MarkerKind.Compared && expected && drafts.Count > 0 && drafts[^1].Line == group[^1] && Superseded(q))
        {
            return (drafts[^1].Role, drafts[^1].Direction);
        }

        if (mode is MarkerKind.From or MarkerKind.Compared)
        {
            if (clause.Open && e > 0 && drafts.Count > 0 && drafts[^1].Role == Role.Change && clause.Word(q.First - 1) == "and" && elements[e - 1].Item is PeriodPhrase && drafts[^1].Quantity.Kind == q.Kind)
            {
                return (Role.Change, drafts[^1].Direction);
            }

            bool another = e > 0 && drafts.Count > 0 && drafts[^1].Role == Role.Change && ComparedAfter(e) && clause.Word(q.First - 1) == "and";
            return another ? (Role.Change, drafts[^1].Direction) : (Role.Base, direction);
        }

        if (HadBeen(e, q))
        {
            return (Role.Base, direction);
        }

        // "rose 8%, 6% organic": the same growth on another basis
        if (drafts.Count > 0 && drafts[^1] is { Role: Role.Change } reported && reported.Quantity.Kind == q.Kind && drafts[^1].Line == group[^1] && clause.Word(q.End) is "organic" or "organically" or "excluding" or "at" or "in" or "on"
            && Basis.Between(clause.Tokens, q.End, Math.Min(q.End + 5, clause.Tokens.Count)).Length > 0)
        {
            return (Role.Change, reported.Direction);
        }

        // "rose by 12% on the year, and 3% from the quarter before"
        if (drafts.Count > 0 && drafts[^1] is { Role: Role.Change } last && (BeforeHedges(q) is "or" || (last.Quantity.Kind == q.Kind && clause.Word(q.First - 1) is "and")) && mode != MarkerKind.To)
        {
            return (Role.Change, last.Direction);
        }

        return (Role.Level, direction);
    }
}
