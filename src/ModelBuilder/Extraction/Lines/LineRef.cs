namespace ModelBuilder.Extraction;

/// <summary>A line as a sentence names it.</summary>
internal sealed record LineRef(string Key, string Basis, LineNature Nature, int First, int End)
{
    /// <summary>True where the name says a loss.</summary>
    public bool Loss { get; init; }

    /// <summary>True where only a part of the company is named ("the AI business"), so that shares and growth may be said of it but no level.</summary>
    public bool Weak { get; init; }

    /// <summary>True for a revenue that nothing qualifies: a topic may make it a segment's.</summary>
    public bool Bare { get; init; }

    /// <summary>True where it was given to the part of the company that is talked about, which the sentence does not name.</summary>
    public bool Given { get; init; }

    /// <summary>The part of the company that it may be of where the document says otherwise of the whole; empty for one that is not known, null where none.</summary>
    public string? PerhapsOf { get; init; }

    /// <summary>True for a revenue with words before it that are no part of the company ("yacht revenue"): another company's, or nothing.</summary>
    public bool Foreign { get; init; }

    /// <summary>True for an item that a company leaves out of its adjusted results: "RMB 4 million from the sale of a yard".</summary>
    public bool OneOff { get; init; }

    /// <summary>True for a name that only the verb behind it shows to be a line (see <see cref="OpenSubjects"/>).</summary>
    public bool ByVerb { get; init; }

    /// <summary>What is doubtful about reading it so.</summary>
    public string? Doubt { get; init; }

    /// <summary>True where nothing that is said of it may become a figure.</summary>
    public bool IsNoLine => Nature == LineNature.None;
}
