using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Workbooks.Layout;

namespace ModelBuilder.Workbooks.Regeneration;

/// <summary>Reads a workbook that was made just now, whose plan says which row and column is which.</summary>
internal static class FreshReading
{
    /// <summary>Reads it.</summary>
    /// <param name="workbook">The plan with addresses.</param>
    /// <param name="bytes">The finished .xlsx.</param>
    /// <param name="axis">Its time axis.</param>
    public static Reading Of(LaidOutWorkbook workbook, byte[] bytes, Axis axis)
    {
        RawWorkbook raw = RawWorkbook.Open(bytes) ?? throw new InvalidDataException("the workbook just made cannot be read");
        var names = new StyleNames(raw);
        string[] styles = [.. Enumerable.Range(0, names.Count).Select(i => "t" + names[i])];
        SheetShape[] shapes = [.. workbook.Sheets.Select(Shape)];
        var book = new AddressBook(
            [.. shapes.Select(s => new SheetAddresses(s.Name, s.Name, s.Rows.Index().ToDictionary(r => r.Item.Key, r => r.Index + 1), s.Columns.Index().ToDictionary(c => c.Item, c => c.Index + 1)))],
            workbook.Names.Keys.ToDictionary(n => n, n => n, StringComparer.OrdinalIgnoreCase));
        var reading = Reading.Of(raw, book, shapes, ChartReading.Of(raw, book, null), (_, style) => style < styles.Length ? styles[style] : "");
        return reading with { Inventory = reading.Inventory with { Actuals = axis.Columns.Where(c => c.Actual).Select(c => c.Period.ToString()).ToHashSet(StringComparer.Ordinal) } };
    }

    private static SheetShape Shape(LaidOutSheet sheet) => new(sheet.Name, [.. sheet.Columns.Select(c => c.Key)], Rows(sheet));

    // A row of the template's own, a title or a blank, is named by what it says and where: by its text, or by the row that follows it.
    private static RowShape[] Rows(LaidOutSheet sheet)
    {
        var keys = new RowShape[sheet.Rows.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        string next = "end";
        for (int i = keys.Length - 1; i >= 0; i--)
        {
            RowPlan? plan = sheet.Rows[i].Plan;
            string key = plan?.Key ?? (FirstText(sheet.Rows[i]) is { } text ? "~" + text : "~before " + next);
            string free = key;
            for (int n = 2; !taken.Add(free); n++)
            {
                free = FormattableString.Invariant($"{key} ({n})");
            }

            keys[i] = new RowShape(next = free, plan is { ShowsKey: true });
        }

        return keys;
    }

    private static string? FirstText(LaidOutRow row) => row.Cells.Select(c => c.Content).OfType<CellContent.Text>().FirstOrDefault(t => t.Value.Length > 0)?.Value;
}
