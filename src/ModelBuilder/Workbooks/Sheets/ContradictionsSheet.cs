using System.Globalization;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>
/// The sheet Contradictions: for each figure over which sources disagree the decision in words and every candidate with its source. A
/// letter in the ruling cell of a figure of the model overrules the decision, and the model follows at once.
/// </summary>
internal static class ContradictionsSheet
{
    /// <summary>The sheet's first row of its own.</summary>
    public const string First = "section.rule";

    private static readonly IReadOnlyList<ColumnPlan> Columns =
        [.. new[] { AxisColumns.Key, AxisColumns.Label, AxisColumns.Unit, ContradictionBlock.Ruling, ContradictionBlock.Used, ContradictionBlock.Letter, ContradictionBlock.Words, ContradictionBlock.Where, ContradictionBlock.Sentence }
            .Select((key, index) => new ColumnPlan(key, index + 1))];

    /// <summary>The rows of the sheet.</summary>
    public static SheetPlan Compose(WorkbookInput input)
    {
        Model model = input.Model;
        LedgerEntry[] entries = [.. input.Ledger.OrderBy(e => e.Id)];
        LedgerEntry[] open = [.. entries.Where(IsOpen), .. Unexplained(model, entries)];
        LedgerEntry[] closed = [.. entries.Where(e => !IsOpen(e))];
        Finding[] others = [.. input.Findings.Where(f => f.Code == FindingCode.Contradiction && f.Line is not null && !entries.Any(e => IsAbout(f, e)))];
        var labels = new LineLabels(model);
        bool IsOpen(LedgerEntry e) => model.Contested.Contains(e.Id) || !e.Decided;
        return new SheetPlan(SheetNames.Contradictions, Columns, [
            .. Section("rule", open.Length > 0 ? "Figures of the model: choose a letter to overrule the decision" : "Sources disagree on no figure of the model", true),
            .. open.SelectMany(e => ContradictionBlock.Rows(e, model, labels, rules: true, lettered: input.Ruled.GetValueOrDefault(e.Id))),
            .. Section("past", "Decided, and not among the model's figures: growth rates, older periods, derived figures", closed.Length > 0),
            .. closed.SelectMany(e => ContradictionBlock.Rows(e, model, labels, rules: false)),
            .. Section("other", "Other numbers that lost", others.Length > 0),
            .. others.Select((f, i) => Lost(f, i, model, labels)),
        ]);
    }

    private static IEnumerable<RowPlan> Section(string key, string label, bool wanted) => wanted
        ? [
            new RowPlan("{contradiction.section}", "section." + key) { Label = label, ShowsKey = false },
            new RowPlan("{contradiction.heading}", "heading." + key) { ShowsKey = false },
        ]
        : [];

    /// <summary>Contested figures about which nothing was written: the model's number is then the only candidate.</summary>
    private static IEnumerable<LedgerEntry> Unexplained(Model model, LedgerEntry[] entries) =>
        from id in model.Contested.Order()
        where entries.All(e => e.Id != id) && model.Figures.ContainsKey(id)
        let figure = model.Figures[id]
        select new LedgerEntry(id, "Sources disagree; this number is used.", true, [new LedgerCandidate(figure.Amount.Value, figure.Amount.Currency, figure.Mentions, true, "")]);

    private static bool IsAbout(Finding finding, LedgerEntry entry) =>
        finding.Line == entry.Id.Line && finding.Period == entry.Id.Period && (finding.Measure ?? Measure.Level) == entry.Id.Measure;

    private static RowPlan Lost(Finding finding, int index, Model model, LineLabels labels)
    {
        LineKey line = finding.Line!.Value;
        Measure measure = finding.Measure ?? Measure.Level;
        Unit unit = measure.IsGrowth ? Unit.Ratio : model.Lines.FirstOrDefault(l => l.Key == line)?.Unit ?? Unit.Money;
        CellPlan?[] cells =
        [
            finding.Value is { } value ? CellPlan.Number(ContradictionBlock.Used, Shown.Value(value, unit, model.Company)) : null,
            CellPlan.Text(ContradictionBlock.Words, finding.Message),
            finding.Place.Length > 0 ? CellPlan.Text(ContradictionBlock.Where, finding.Place) : null,
        ];
        return new RowPlan("{contradiction.candidate}", "lost." + (index + 1).ToString(CultureInfo.InvariantCulture), [.. cells.OfType<CellPlan>()])
        {
            Label = finding.Period is { } p ? labels.Of(new FigureId(line, measure, p)) : labels.Of(line),
            UnitText = Shown.UnitText(unit, model.Company),
            Format = unit,
            ShowsKey = false,
        };
    }
}
