namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>What the program wrote on a sheet, as far as it helps to find its rows and columns again: texts, and what is no formula.</summary>
internal sealed class SheetContents
{
    /// <param name="shape">The sheet's rows and columns.</param>
    /// <param name="said">What was written in its cells.</param>
    public SheetContents(SheetShape shape, IEnumerable<KeyValuePair<Place, string>> said)
    {
        Shape = shape;
        Dictionary<string, int> rows = shape.Rows.Index().ToDictionary(r => r.Item.Key, r => r.Index, StringComparer.Ordinal);
        Dictionary<string, int> columns = shape.Columns.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        RowTexts = [.. shape.Rows.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
        ByColumn = [.. shape.Columns.Select(_ => new Dictionary<int, string>())];
        foreach ((Place place, string words) in said)
        {
            if (!rows.TryGetValue(place.Row, out int row) || !columns.TryGetValue(place.Column, out int column))
            {
                continue;
            }

            if (words[0] == 't')
            {
                RowTexts[row].Add(words[1..]);
            }

            ByColumn[column][row] = words[0] == 'f' ? "f" : words;
        }

        Texts = [.. RowTexts.SelectMany(r => r)];
    }

    public SheetShape Shape { get; }

    /// <summary>The texts of each row.</summary>
    public HashSet<string>[] RowTexts { get; }

    /// <summary>For each column what stands in its rows: constants in canonical words, and "f" for any formula.</summary>
    public Dictionary<int, string>[] ByColumn { get; }

    /// <summary>True where something stands in the row.</summary>
    public bool IsFilled(int row) => ByColumn.Any(c => c.ContainsKey(row));

    /// <summary>All texts.</summary>
    public HashSet<string> Texts { get; }
}
