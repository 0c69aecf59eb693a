using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The sheet Model: every line of the model over the time axis, in the template's order.</summary>
internal static class ModelSheet
{
    public static SheetPlan Compose(WorkbookInput input)
    {
        Model model = input.Model;
        var references = new ModelReferences(model);
        var notes = new CellNotes(input);
        IEnumerable<RowPlan> rows = model.Lines.Select(line => new RowPlan(
            [line.RowKey, line.Pattern],
            line.RowKey,
            [
                .. line.Note.Length > 0 ? new[] { CellPlan.Text(AxisColumns.Spare, WithoutLabel(line)) } : [],
                .. model.Axis.Columns.Select(c => Cell(input, references, notes, line, c.Period)).OfType<CellPlan>(),
            ])
        {
            Label = line.Label,
            UnitText = Shown.UnitText(line.Unit, model.Company),
            Format = line.Unit,
        });
        return new SheetPlan(SheetNames.Model, AxisColumns.Of(model.Axis), [.. AxisColumns.Headings(model.Axis), .. rows]) { Order = RowOrder.Template };
    }

    private static CellPlan? Cell(WorkbookInput input, ModelReferences references, CellNotes notes, ModelLine line, FiscalPeriod period)
    {
        ModelCell cell = input.Model[line.RowKey, period];
        string column = period.ToString();
        Expression? formula = cell.Formula is { } f ? references.OnModel(f, period) : null;
        switch (cell.Role)
        {
            case CellRole.Empty:
                return null;
            case CellRole.Contested:
                var used = new PlanReference(SheetNames.Contradictions, cell.Figure!.Id.ToString(), "used");
                return CellPlan.Formula(column, used, CellTone.Contested) with { Note = notes.Contested(cell.Figure), Link = used };
            case CellRole.Input or CellRole.Derived when cell.Figure is { } figure:
                CellTone tone = cell.Role == CellRole.Input ? CellTone.Input : CellTone.Derived;
                CellPlan plan = formula is null ? CellPlan.Number(column, Shown.Value(figure.Amount.Value, figure.Amount.Unit, input.Model.Company), tone) : CellPlan.Formula(column, formula, tone);
                return plan with { Note = CellNotes.Of(figure), Link = Fact(figure) };
            default:
                return cell.Figure is { } disclosed
                    ? CellPlan.Formula(column, formula!, Tone(formula!)) with { Note = notes.Disclosed(disclosed), Link = Fact(disclosed) }
                    : CellPlan.Formula(column, formula!, Tone(formula!));
        }
    }

    /// <summary>"growth on a year ago" beside the label Cloud, not "Cloud: growth on a year ago" once more; where a line has drivers of its own, only those.</summary>
    private static string WithoutLabel(ModelLine line)
    {
        string[] drivers = line.Note.Split("; ");
        string[] own = [.. drivers.Where(d => d.StartsWith(line.Label + ": ", StringComparison.Ordinal)).Select(d => d[(line.Label.Length + 2)..])];
        return string.Join("; ", own.Length > 0 ? own : drivers);
    }

    /// <summary>A cell that only takes another sheet's is a link; one that computes is a formula.</summary>
    private static CellTone Tone(Expression formula) => formula is PlanReference { Sheet: not null } ? CellTone.Link : CellTone.Formula;

    private static PlanReference Fact(Figure figure) => new(SheetNames.Facts, figure.Id.ToString(), "shown");
}
