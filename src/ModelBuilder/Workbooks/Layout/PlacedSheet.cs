using ModelBuilder.Workbooks.Templates;

namespace ModelBuilder.Workbooks.Layout;

/// <summary>A row that has its place: its number is its position plus one.</summary>
/// <param name="Template">The template's row that it looks like.</param>
/// <param name="Plan">The planned row, or null for one copied from the template.</param>
internal sealed record PlacedRow(TemplateRow Template, RowPlan? Plan);

/// <summary>A sheet whose rows have their places.</summary>
internal sealed class PlacedSheet
{
    private readonly Dictionary<string, int> rowByKey;
    private readonly Dictionary<string, int> columnByKey;

    public PlacedSheet(SheetPlan plan, TemplateSheet template, List<PlacedRow> rows)
    {
        Plan = plan;
        Template = template;
        Rows = rows;
        rowByKey = rows.Index().Where(r => r.Item.Plan is not null).ToDictionary(r => r.Item.Plan!.Key, r => r.Index + 1, StringComparer.Ordinal);
        columnByKey = plan.Columns.Index().ToDictionary(c => c.Item.Key, c => c.Index + 1, StringComparer.Ordinal);
    }

    public SheetPlan Plan { get; }

    public TemplateSheet Template { get; }

    public List<PlacedRow> Rows { get; }

    public (int Row, int Column)? Locate(string rowKey, string columnKey) =>
        rowByKey.TryGetValue(rowKey, out int row) && columnByKey.TryGetValue(columnKey, out int column) ? (row, column) : null;
}
