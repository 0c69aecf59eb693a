using ModelBuilder.Figures;
using ModelBuilder.Workbooks;
using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Tests.Workbooks.Sheets;

public class FactsSheetTest
{
    private static readonly SheetPlan Plan = FactsSheet.Compose(InventedWorkbook.Input);

    [Fact]
    public void Every_figure_and_every_mention_has_a_row()
    {
        Assert.All(InventedWorkbook.Input.Model.Figures.Keys, id => Assert.Contains(Plan.Rows, r => r.Key == id.ToString()));
        int sentences = Plan.Rows.Count(r => r.Cells.Any(c => c.Column == "document"));
        Assert.Equal(InventedWorkbook.Input.Mentions.Count, sentences);
    }

    [Fact]
    public void The_row_of_a_figure_holds_the_number_of_the_model()
    {
        var book = new LiveWorkbook(InventedWorkbook.Input);
        foreach (FigureId id in InventedWorkbook.Input.Model.Figures.Keys.Where(id => id.Line.ToString().StartsWith("cost.", StringComparison.Ordinal)))
        {
            Assert.Equal(book.NumberAt("Model", id.Line.ToString(), id.Period.ToString()), book.NumberAt("Facts", id.ToString(), "shown"));
        }
    }

    [Fact]
    public void What_lost_stands_below_what_is_used_with_the_reason()
    {
        RowPlan[] rows = [.. Plan.Rows.Where(r => r.Key.StartsWith("revenue.freight[2024Q4]", StringComparison.Ordinal))];
        Assert.Equal(["used", "lost"], rows.Select(r => Text(r, "status")));
        Assert.Equal("revenue.freight[2024Q4]#2", rows[1].Key);
        Assert.Equal("47 and 175 do not make the total", Text(rows[1], "remark"));
    }

    [Fact]
    public void A_derived_figure_shows_what_it_follows_from()
    {
        RowPlan row = Plan.Rows.Single(r => r.Key == "cost.crew[2024Q3]");
        Assert.Equal("derived", Text(row, "status"));
        Assert.Contains("cost.total[2024Q3]", Text(row, "sentence"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_of_somebody_else_is_listed_as_such()
    {
        Mention one = InventedWorkbook.Input.Mentions[0];
        Mention[] others =
        [
            one with { Kind = MentionKind.Consensus, Provenance = new Provenance("estimates.csv", SourceKind.Notes, 1, 0, 1, "mean of nine") },
            one with { Kind = MentionKind.Own, Provenance = new Provenance("own.csv", SourceKind.Notes, 1, 0, 1, "last time") },
            one with { Amount = new Amount(14_000_000, 50_000, Unit.Money, "USD"), Provenance = new Provenance("call.txt", SourceKind.Transcript, 8, 0, 1, "14 million dollars") },
            one with { Period = null, Provenance = new Provenance("call.txt", SourceKind.Transcript, 9, 0, 1, "some day") },
        ];
        var refused = new Finding(Severity.Info, FindingCode.Refused, "another company's") { Line = one.Line, Period = one.Period, Value = 5_000_000, Document = "call.txt", DocumentLine = 4 };
        SheetPlan plan = FactsSheet.Compose(InventedWorkbook.Input with { Mentions = others, Findings = [refused] });
        string[] statuses = [.. plan.Rows.SelectMany(r => r.Cells).Where(c => c.Column == "status").Select(c => ((CellContent.Text)c.Content).Value)];
        Assert.Single(statuses, "consensus");
        Assert.Single(statuses, "own estimate");
        Assert.Single(statuses, "period unknown");
        Assert.Single(statuses, "refused");
        Assert.Single(statuses, "other currency");
        Assert.Contains(plan.Rows, r => r.UnitText == "USD m");
    }

    private static string Text(RowPlan row, string column) => row.Cells.FirstOrDefault(c => c.Column == column)?.Content is CellContent.Text text ? text.Value : "";
}
