namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>What a merge did with a cell.</summary>
internal enum OutcomeKind
{
    /// <summary>Only the program's side changed: its new content is taken.</summary>
    Taken,

    /// <summary>Only the analyst changed it: it is kept.</summary>
    Kept,

    /// <summary>Both changed it: the analyst's is kept.</summary>
    BothChanged,

    /// <summary>A forecast that the analyst had changed has been reported: the reported one is taken.</summary>
    BecameActual,

    /// <summary>The analyst deleted its row, column or sheet, which stays deleted.</summary>
    Deleted,

    /// <summary>The cell stands in a row that is new.</summary>
    LineIsNew,

    /// <summary>The cell stands in a row that the program makes no more.</summary>
    LineIsGone,

    /// <summary>The cell stands in a row that the program had made no more, and makes again.</summary>
    LineIsBack,

    /// <summary>The cell stands on a sheet that the program makes no more: the sheet stays as it is.</summary>
    SheetIsGone,

    /// <summary>What an analyst typed was read as an input, and stands in what the program made of it.</summary>
    ReadAsInput,
}

/// <summary>What became of one place, with all sides in canonical words.</summary>
/// <param name="Place">Which.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Base">What the program made last time.</param>
/// <param name="Theirs">What the analyst has.</param>
/// <param name="Ours">What the program makes now.</param>
internal sealed record Outcome(Place Place, OutcomeKind Kind, string Base, string Theirs, string Ours);
