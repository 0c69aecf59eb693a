using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks;
using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Tests.Workbooks.Sheets;

public class ContradictionsSheetTest
{
    private const string Sheet = "Contradictions";
    private static readonly string Key = InventedWorkbook.Contested.ToString();

    [Fact]
    public void A_ruling_changes_the_number_used_and_the_model_follows()
    {
        var book = new LiveWorkbook(InventedWorkbook.Input);
        Assert.Equal(74, book.NumberAt(Sheet, Key, "used"));

        book.Type(Sheet, Key, "ruling", "B").Calculate();

        Assert.Equal(47, book.NumberAt(Sheet, Key, "used"));
        Assert.Equal("B", book.TextAt(Sheet, Key, "letter"));
        Assert.Equal("in use", book.TextAt(Sheet, Key + "#B", "letter"));
        Assert.Equal("", book.TextAt(Sheet, Key + "#A", "letter"));
        Assert.Equal(47, book.NumberAt("Model", "revenue.freight", "2024Q4"));
        Assert.Empty(book.Errors);
    }

    [Theory]
    [InlineData("Z")]
    [InlineData("a sentence")]
    public void A_ruling_that_is_no_letter_of_the_list_leaves_the_decision(string ruling)
    {
        var book = new LiveWorkbook(InventedWorkbook.Input).Type(Sheet, Key, "ruling", ruling).Calculate();
        Assert.Equal(74, book.NumberAt(Sheet, Key, "used"));
        Assert.Empty(book.Errors);
    }

    [Fact]
    public void A_number_that_nobody_states_stands_first_among_the_candidates()
    {
        LedgerEntry entry = InventedWorkbook.Input.Ledger[0];
        LedgerEntry lostBoth = entry with { Candidates = [entry.Candidates[1], entry.Candidates[1] with { Value = 50_000_000 }] };
        var book = new LiveWorkbook(InventedWorkbook.Input with { Ledger = [lostBoth] });
        Assert.Equal(74, book.NumberAt(Sheet, Key + "#A", "used"));
        Assert.Equal(74, book.NumberAt(Sheet, Key, "used"));
        Assert.Equal(50, book.Type(Sheet, Key, "ruling", "C").Calculate().NumberAt(Sheet, Key, "used"));
    }

    [Fact]
    public void What_is_undecided_asks_for_a_ruling_and_is_no_error()
    {
        var unknown = new FigureId(LineKey.Parse("fx_gain"), Measure.Level, FiscalPeriod.Parse("2024Q4"));
        LedgerCandidate[] candidates = [.. InventedWorkbook.Input.Ledger[0].Candidates.Select(c => c with { Chosen = false })];
        var book = new LiveWorkbook(InventedWorkbook.Input with { Ledger = [.. InventedWorkbook.Input.Ledger, new LedgerEntry(unknown, "Nothing tells them apart.", false, candidates)] });
        Assert.Equal("Undecided. Nothing tells them apart.", book.TextAt(Sheet, unknown.ToString(), "words"));
        Assert.Null(book.NumberAt(Sheet, unknown.ToString(), "used"));
        Assert.Empty(book.Errors);
        Assert.Equal(47, book.Type(Sheet, unknown.ToString(), "ruling", "B").Calculate().NumberAt(Sheet, unknown.ToString(), "used"));
    }

    [Fact]
    public void The_list_of_a_ruling_offers_each_candidate()
    {
        SheetPlan plan = ContradictionsSheet.Compose(InventedWorkbook.Input);
        CellPlan ruling = plan.Rows.Single(r => r.Key == Key).Cells.Single(c => c.Column == "ruling");
        Assert.Equal(["A", "B"], ruling.List!.Values);
        Assert.Equal(CellTone.Override, ruling.Tone);
    }

    [Fact]
    public void A_contested_figure_without_an_entry_still_has_its_row()
    {
        var book = new LiveWorkbook(InventedWorkbook.Input with { Ledger = [] });
        Assert.Equal(74, book.NumberAt(Sheet, Key, "used"));
        Assert.Empty(book.Plan.Findings);
    }
}
