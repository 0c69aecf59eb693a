namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>What a merge comes to.</summary>
/// <param name="Theirs">What the analyst has.</param>
/// <param name="Ours">What is generated now.</param>
/// <param name="Outcomes">What was done, ordered by place; places on which nothing happened have none.</param>
/// <param name="ToWrite">The places whose content differs from what the analyst's workbook has: all that needs to be written.</param>
internal sealed record MergeResult(Inventory Theirs, Inventory Ours, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<Place> ToWrite)
{
    /// <summary>What every place holds afterwards.</summary>
    public IReadOnlyDictionary<Place, string> Merged => Theirs.Said.Where(s => !ToWrite.Contains(s.Key)).Concat(ToWrite.Select(p => KeyValuePair.Create(p, Ours[p])).Where(s => s.Value.Length > 0)).ToDictionary();
}

/// <summary>
/// Merges what was generated last time (base), what the analyst has (theirs) and what is generated now (ours), place by place. Who alone
/// changed a place has it; where both did, the analyst has it, unless a forecast was reported meanwhile. Pure: no file, no clock.
/// </summary>
internal sealed class ThreeWayMerge
{
    private readonly Inventory was;
    private readonly Inventory theirs;
    private readonly Inventory ours;
    private readonly IReadOnlySet<Place> inputs;
    private readonly List<Outcome> outcomes = [];
    private readonly List<Place> toWrite = [];

    private ThreeWayMerge(Inventory was, Inventory theirs, Inventory ours, IReadOnlySet<Place> inputs) =>
        (this.was, this.theirs, this.ours, this.inputs) = (was, theirs, ours, inputs);

    /// <summary>Merges.</summary>
    /// <param name="was">What was generated last time.</param>
    /// <param name="theirs">What the analyst has.</param>
    /// <param name="ours">What is generated now.</param>
    /// <param name="inputs">Places whose content the analyst typed and the program has read as an input of <paramref name="ours"/>.</param>
    public static MergeResult Of(Inventory was, Inventory theirs, Inventory ours, IReadOnlySet<Place>? inputs = null)
    {
        var merge = new ThreeWayMerge(was, theirs, ours, inputs ?? new HashSet<Place>());
        foreach ((Place place, string o) in ours.Said)
        {
            merge.Decide(place, was[place], theirs[place], o);
        }

        foreach ((Place place, string t) in theirs.Said.Where(s => !ours.Said.ContainsKey(s.Key)))
        {
            merge.Decide(place, was[place], t, "");
        }

        foreach ((Place place, string b) in was.Said.Where(s => !ours.Said.ContainsKey(s.Key) && !theirs.Said.ContainsKey(s.Key)))
        {
            merge.Decide(place, b, "", "");
        }

        // Few places have an outcome: only these are put in order.
        merge.outcomes.Sort((one, other) => one.Place.CompareTo(other.Place));
        merge.toWrite.Sort();

        return new MergeResult(theirs, ours, merge.outcomes, merge.toWrite);
    }

    private void Decide(Place place, string b, string t, string o)
    {
        if (b == t && t == o)
        {
            return;
        }

        bool known = was.HasRow(place) && was.HasColumn(place);
        if (known && !(theirs.HasRow(place) && theirs.HasColumn(place)))
        {
            Say(place, b == o || !ours.HasRow(place) ? null : OutcomeKind.Deleted);
        }
        else if (known && ours.Sheet(place.Sheet) is null)
        {
            Say(place, OutcomeKind.SheetIsGone);
        }
        else if (known && !ours.HasRow(place) && HistoryStays.On(place.Sheet))
        {
            if (b == t && IsForecast(place))
            {
                Take(place, b == o ? null : OutcomeKind.LineIsGone);
            }
            else
            {
                Say(place, b != t ? OutcomeKind.Kept : was.IsGone(place) ? null : OutcomeKind.LineIsGone);
            }
        }
        else if (inputs.Contains(place))
        {
            Take(place, b == t ? null : OutcomeKind.ReadAsInput);
        }
        else if (t == o || IsKept(place.Cell))
        {
            // Both made the same of it, or what stands in the cell is the analyst's, and so is all that belongs to it.
            Say(place, place.Facet == Facet.Content && t != o ? Conflict(b, o) : null);
        }
        else if (b == t)
        {
            Take(place, !was.HasRow(place) ? OutcomeKind.LineIsNew : was.IsGone(place) ? OutcomeKind.LineIsBack : OutcomeKind.Taken);
        }
        else if (b != o && place.Facet == Facet.Content && BecomesActual(place))
        {
            // The number is the reported one; a look or a note that the analyst gave the cell stays.
            Take(place, OutcomeKind.BecameActual);
        }
        else
        {
            Say(place, Conflict(b, o));
        }
    }

    private static OutcomeKind Conflict(string b, string o) => b == o ? OutcomeKind.Kept : OutcomeKind.BothChanged;

    /// <summary>True where what stands in the cell is the analyst's and stays.</summary>
    private bool IsKept(Place cell) =>
        theirs[cell] is var t && t != was[cell] && t != ours[cell] && !inputs.Contains(cell) && !(was[cell] != ours[cell] && BecomesActual(cell));

    /// <summary>True for what was expected of a period: nobody forecasts a line that is made no more.</summary>
    private bool IsForecast(Place place) => HistoryStays.IsForecast(place, was);

    /// <summary>True in the column of a period that was a forecast and has been reported.</summary>
    private bool BecomesActual(Place place) =>
        was.HasColumn(place) && ours.Actuals.Contains(place.Column) && !was.Actuals.Contains(place.Column);

    private void Take(Place place, OutcomeKind? kind)
    {
        Say(place, kind);
        if (theirs[place] != ours[place])
        {
            toWrite.Add(place);
        }
    }

    private void Say(Place place, OutcomeKind? kind)
    {
        if (kind is { } done)
        {
            outcomes.Add(new Outcome(place, done, was[place], theirs[place], ours[place]));
        }
    }
}
