using ModelBuilder.Workbooks.Templates;

namespace ModelBuilder.Workbooks.Layout;

/// <summary>In which order the rows of a sheet stand.</summary>
internal static class RowArrangement
{
    /// <summary>The rows in order; planned rows that the template has no row for come last and are reported.</summary>
    public static List<PlacedRow> Of(SheetPlan plan, TemplateSheet template, Action<string, string> report)
    {
        foreach (IGrouping<string, RowPlan> twice in plan.Rows.GroupBy(r => r.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            throw new ArgumentException($"{plan.Name} has {twice.Key} in two rows", nameof(plan));
        }

        var matched = plan.Rows.ToDictionary(r => r.Key, r => template.RowFor(r.Tokens), StringComparer.Ordinal);
        List<PlacedRow> rows = plan.Order == RowOrder.Template
            ? InTemplateOrder(plan, template, matched)
            : InPlanOrder(plan, template, matched);
        TemplateRow plain = template.Rows.LastOrDefault(r => IsToken(r.Token)) ?? new TemplateRow(0, "", 13.5, new Dictionary<int, TemplateCell>());
        foreach (RowPlan homeless in plan.Rows.Where(r => matched[r.Key] is null))
        {
            report($"the sheet {plan.Name} has no row for {homeless.Key}", $"put '{homeless.Tokens[^1]}' or '{homeless.Key}' into column A of a row of that sheet");
            rows.Add(new PlacedRow(plain, homeless));
        }

        return rows;
    }

    private static List<PlacedRow> InPlanOrder(SheetPlan plan, TemplateSheet template, Dictionary<string, TemplateRow?> matched)
    {
        int first = template.Rows.ToList().FindIndex(r => r.Token.Length > 0);
        int last = template.Rows.ToList().FindLastIndex(r => r.Token.Length > 0);
        IEnumerable<PlacedRow> above = template.Rows.Take(first < 0 ? template.Rows.Count : first).Select(r => new PlacedRow(r, null));
        IEnumerable<PlacedRow> below = first < 0 ? [] : template.Rows.Skip(last + 1).Select(r => new PlacedRow(r, null));
        IEnumerable<PlacedRow> own = plan.Rows.Where(r => matched[r.Key] is not null).Select(r => new PlacedRow(matched[r.Key]!, r));
        return [.. above, .. own, .. below];
    }

    private static List<PlacedRow> InTemplateOrder(SheetPlan plan, TemplateSheet template, Dictionary<string, TemplateRow?> matched)
    {
        ILookup<int, RowPlan> byTemplateRow = plan.Rows.Where(r => matched[r.Key] is not null).ToLookup(r => matched[r.Key]!.Number);
        var rows = new List<PlacedRow>();
        var waiting = new List<PlacedRow>();
        bool waitingIsOpen = false;
        foreach (TemplateRow row in template.Rows)
        {
            if (row.Token is TemplateSpec.Heading or TemplateSpec.Space)
            {
                // A heading after rows that all fell away takes the place of the one above them.
                if (!waitingIsOpen)
                {
                    waiting.Clear();
                }

                waiting.Add(new PlacedRow(row, null));
                waitingIsOpen = true;
                continue;
            }

            waitingIsOpen = false;
            PlacedRow[] own = row.Token.Length == 0 ? [new PlacedRow(row, null)] : [.. byTemplateRow[row.Number].Select(p => new PlacedRow(row, p))];
            if (own.Length > 0)
            {
                rows.AddRange(waiting);
                waiting.Clear();
                rows.AddRange(own);
            }
        }

        return rows;
    }

    private static bool IsToken(string token) => token.Length > 0 && token is not (TemplateSpec.Heading or TemplateSpec.Space);
}
