namespace ModelBuilder.Extraction;

/// <content>What the words of the grammar make of the numbers behind them.</content>
internal sealed partial class Binder
{
    private void OnMarker(int e, Marker marker)
    {
        // "capital expenditures net of grants from the town were": nothing is compared there
        if (group.Count > 0 && marker.Kind is MarkerKind.From or MarkerKind.To or MarkerKind.Up or MarkerKind.Down && elements.Skip(e).FirstOrDefault(x => x.Item is Quantity).Item is Quantity next && IsQualifier(marker.First, next.First))
        {
            return;
        }

        switch (marker.Kind)
        {
            case MarkerKind.Up or MarkerKind.Down:
                // "rose 9% due to freight and increased by 3% over the prior quarter": the verb goes on with its subject
                if (group.Count == 0 && stopped && before.Count > 0 && clause.Open && clause.Word(marker.First - 1) is "and" or "but" && clause.Word(marker.First) is "increased" or "decreased" or "grew" or "rose" or "fell" or "declined" or "improved" or "up" or "down" && clause.Word(marker.First + 1) is not ("to" or "in") && SaysHowMuch(e))
                {
                    (group, stopped) = (before, false);
                }

                // "up to 30 shops" is no rise; "up from", "up 4%" are
                direction = marker.Kind == MarkerKind.Up ? 1 : -1;
                mode = clause.Word(marker.First) is "above" or "below" ? MarkerKind.Compared : marker.Kind;
                break;
            case MarkerKind.Expansion:
                Opens(marker);
                break;
            case MarkerKind.From or MarkerKind.Compared:
                if (e + 1 < elements.Count && elements[e + 1].Item is PeriodPhrase with && compared.Contains(with) && drafts.Count > 0 && drafts[^1].Role == Role.Change)
                {
                    break;
                }

                if (marker.Kind == MarkerKind.From || clause.Word(marker.First) is not ("than" or "over") || NextIsPeriodOrNumber(e))
                {
                    mode = marker.Kind;
                    basePeriod = null;
                }

                break;
            case MarkerKind.To when clause.Word(marker.End) is "be":
                break;
            case MarkerKind.To:
                mode = mode == MarkerKind.Compared ? mode : MarkerKind.To;
                break;
            case MarkerKind.By:
                mode = direction != 0 ? direction > 0 ? MarkerKind.Up : MarkerKind.Down : mode;
                break;
            case MarkerKind.Guidance:
                expected = true;
                break;
            case MarkerKind.Stop:
                expected = false;
                stopped = clause.Word(marker.First) is not ("—" or ";");
                mode = MarkerKind.Stop;
                direction = 0;
                before = group.Count > 0 ? group : before;
                if (stopped || (clause.Word(marker.First) == ";" && !PronounFollows(e)))
                {
                    group = [];
                }

                break;
        }
    }

    private bool SaysHowMuch(int e) => e + 1 < elements.Count && (elements[e + 1].Item is Quantity || (elements[e + 1].Item is Marker { Kind: MarkerKind.By } && e + 2 < elements.Count && elements[e + 2].Item is Quantity));

    private bool NextIsPeriodOrNumber(int e) => e + 1 < elements.Count && elements[e + 1].First - elements[e].End <= 2
        && (elements[e + 1].Item is PeriodPhrase or Quantity || (elements[e + 1].Item is LineRef line && group.Exists(l => l.Key == line.Key)));
}
