namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>What of a cell is looked at: each is merged for itself.</summary>
internal enum Facet
{
    /// <summary>Its number, text or formula.</summary>
    Content,

    /// <summary>Its comment.</summary>
    Note,

    /// <summary>Where a click leads.</summary>
    Link,

    /// <summary>The choices it offers.</summary>
    List,

    /// <summary>How it looks.</summary>
    Style,
}

/// <summary>One facet of a cell, named by what it means and never by where it lies.</summary>
/// <param name="Sheet">The sheet as the program names it, whatever an analyst calls it.</param>
/// <param name="Row">The key of its row.</param>
/// <param name="Column">The key of its column.</param>
/// <param name="Facet">Which facet.</param>
internal readonly record struct Place(string Sheet, string Row, string Column, Facet Facet = Facet.Content) : IComparable<Place>
{
    /// <summary>The content of the same cell.</summary>
    public Place Cell => this with { Facet = Facet.Content };

    /// <summary>Same facet of the same cell.</summary>
    public bool Equals(Place other) => Facet == other.Facet && Row == other.Row && Column == other.Column && Sheet == other.Sheet;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A workbook has places by the hundred thousand, all looked up many times; the sheet tells few of them apart.
        int hash = (Sheet.Length * 31) + (int)Facet;
        foreach (char c in Column)
        {
            hash = (hash * 31) + c;
        }

        return HashCode.Combine(Row.GetHashCode(StringComparison.Ordinal), hash);
    }

    /// <summary><c>Model!revenue.total, 2023Q4</c>, with the facet where it is not the content.</summary>
    public override string ToString() => $"{Sheet}!{Row}, {Column}{(Facet == Facet.Content ? "" : ", " + Facet)}";

    /// <summary>Orders by sheet, row, column and facet.</summary>
    public int CompareTo(Place other) =>
        string.CompareOrdinal(Sheet, other.Sheet) is not 0 and var s ? s
        : string.CompareOrdinal(Row, other.Row) is not 0 and var r ? r
        : string.CompareOrdinal(Column, other.Column) is not 0 and var c ? c
        : Facet.CompareTo(other.Facet);
}
