namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>A row of a sheet.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Shown">True where column A shows it.</param>
/// <param name="Gone">True where the program makes it no more, and the workbook has kept it.</param>
internal readonly record struct RowShape(string Key, bool Shown, bool Gone = false);

/// <summary>The rows and columns of a sheet in their order.</summary>
internal sealed record SheetShape(string Name, IReadOnlyList<string> Columns, IReadOnlyList<RowShape> Rows);

/// <summary>
/// A workbook by meaning: what stands where, in the canonical words of <see cref="Canonical"/>. What is blank has no entry. This is all
/// that a merge looks at, and what a snapshot keeps.
/// </summary>
/// <param name="Sheets">The sheets, each with its rows and columns.</param>
/// <param name="Said">What each place holds.</param>
internal sealed record Inventory(IReadOnlyList<SheetShape> Sheets, IReadOnlyDictionary<Place, string> Said)
{
    private HashSet<(string, string)>? rows;
    private HashSet<(string, string)>? columns;
    private HashSet<(string, string)>? gone;

    // A changed copy makes its own sets.
    private Inventory(Inventory other) => (Sheets, Said, Names, Actuals) = (other.Sheets, other.Said, other.Names, other.Actuals);

    /// <summary>The cells that names mean, in canonical words.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The periods that have been reported.</summary>
    public IReadOnlySet<string> Actuals { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What a place holds; empty for nothing.</summary>
    public string this[Place place] => Said.GetValueOrDefault(place, "");

    /// <summary>The sheet of that name, or null.</summary>
    public SheetShape? Sheet(string name) => Sheets.FirstOrDefault(s => s.Name == name);

    /// <summary>True where the sheet has such a row.</summary>
    public bool HasRow(Place place) => (rows ??= [.. Sheets.SelectMany(s => s.Rows.Select(r => (s.Name, r.Key)))]).Contains((place.Sheet, place.Row));

    /// <summary>True where the sheet has kept such a row that is made no more.</summary>
    public bool IsGone(Place place) => (gone ??= [.. Sheets.SelectMany(s => s.Rows.Where(r => r.Gone).Select(r => (s.Name, r.Key)))]).Contains((place.Sheet, place.Row));

    /// <summary>True where the sheet has such a column.</summary>
    public bool HasColumn(Place place) => (columns ??= [.. Sheets.SelectMany(s => s.Columns.Select(c => (s.Name, c)))]).Contains((place.Sheet, place.Column));
}
