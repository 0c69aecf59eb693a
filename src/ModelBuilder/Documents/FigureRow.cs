namespace ModelBuilder.Documents;

/// <summary>One row of a figures file.</summary>
/// <param name="Line">The line of the file on which it begins, from 1.</param>
/// <param name="Raw">That line as it is written.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Columns">Which field belongs to which column.</param>
internal sealed record FigureRow(int Line, string Raw, string[] Fields, IReadOnlyDictionary<string, int> Columns)
{
    /// <summary>True where every field is empty, as in the rows a spreadsheet leaves at the end.</summary>
    public bool IsEmpty => Array.TrueForAll(Fields, f => f.Length == 0);

    /// <summary>The field of a column; empty where the column or the field is missing.</summary>
    public string this[string column] => Columns.TryGetValue(column, out int at) && at < Fields.Length ? Fields[at].Trim() : "";

    /// <summary>Where the value stands in the line; 0 where a break inside quotes puts it on a later one.</summary>
    public int StartOfValue
    {
        get
        {
            // The value is looked for behind the fields before it, so that a period's digits are not taken for it.
            int start = 0;
            for (int i = 0; i < Columns["value"] && i < Fields.Length && start >= 0; i++)
            {
                start = Fields[i].Length == 0 ? Math.Min(start + 1, Raw.Length) : After(Fields[i], start);
            }

            return start < 0 ? 0 : Math.Max(0, Raw.IndexOf(this["value"], start, StringComparison.Ordinal));
        }
    }

    private int After(string field, int start) =>
        Raw.IndexOf(field.Split('"')[0], start, StringComparison.Ordinal) is >= 0 and var at ? Math.Min(at + field.Length, Raw.Length) : -1;
}
