using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Tests.Modelling;
using ModelBuilder.Workbooks;
using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Tests.Workbooks.Sheets;

/// <summary>Bridges as an analyst meets them: any model, any two periods. The oracle is the cells of Model and plain arithmetic.</summary>
public class BridgesSheetTest
{
    private const string Bridges = "Bridges";
    private const string Sheet = "Model";

    [Fact]
    public void Every_bridge_ties_between_any_two_periods_or_says_what_is_missing()
    {
        Gen<(int[] Values, int[] Known, int[] Pairs)> models =
            from values in Gen.Choose(-4000, 9000).ArrayOf(8 * Lines.Length)
            from known in Gen.Choose(0, 9).ArrayOf(8 * Lines.Length)
            from pairs in Gen.Choose(0, 1000).ArrayOf(8)
            select (values, known, pairs);
        Prop.ForAll(models.ToArbitrary(), sample =>
        {
            WorkbookInput input = Input(sample.Values, sample.Known);
            var book = new LiveWorkbook(input);
            FiscalPeriod[] periods = [.. input.Model.Axis.Columns.Select(c => c.Period)];
            for (int i = 0; i < sample.Pairs.Length; i += 2)
            {
                FiscalPeriod from = periods[sample.Pairs[i] % periods.Length], to = periods[sample.Pairs[i + 1] % periods.Length];
                book.Type("BridgeFrom", from.ToString()).Type("BridgeTo", to.ToString()).Calculate();
                Assert.DoesNotContain(book.Errors, e => e.StartsWith(Bridges, StringComparison.Ordinal));
                foreach (Bridge bridge in BridgesSheet.Bridges(input.Model))
                {
                    Holds(book, bridge, from, to);
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));
    }

    [Fact]
    public void Every_bridge_of_a_complete_model_explains_all_by_lines()
    {
        var book = new LiveWorkbook(InventedWorkbook.Input);
        book.Type("BridgeFrom", "2023Q4").Type("BridgeTo", "2024Q4").Calculate();

        Assert.Equal(20, book.NumberAt(Bridges, "bridge.revenue.step.revenue.passengers", "step")!.Value, 9);
        Assert.Equal(8, book.NumberAt(Bridges, "bridge.revenue.step.revenue.freight", "step")!.Value, 9);
        Assert.Equal(0, book.NumberAt(Bridges, "bridge.revenue.remainder", "step")!.Value, 9);
        Assert.Equal("Rounding and not allocated", book.TextAt(Bridges, "bridge.revenue.remainder", "label"));
        Assert.Equal((43 / 181.1) - (47 / 209.1), book.NumberAt(Bridges, "bridge.gross_margin.step.cost.fuel", "step")!.Value, 9);
        Assert.Equal("ties", book.TextAt(Bridges, "bridge.gross_margin.check", "note"));
    }

    [Fact]
    public void An_end_that_is_not_known_is_named_and_nothing_is_drawn()
    {
        var book = new LiveWorkbook(With(InventedWorkbook.Input, f => f.Id.ToString() is not ("gross_profit@adjusted[2024Q3]" or "gross_margin@adjusted[2024Q3]" or "cost.fuel[2024Q3]" or "cost.total[2024Q3]")));
        book.Type("BridgeFrom", "2023Q4").Type("BridgeTo", "2024Q3").Calculate();

        Assert.Equal("Gross margin, adjusted is not known for 2024Q3.", book.TextAt(Bridges, "bridge.gross_margin.state", "label"));
        Assert.Equal("n.a.", book.TextAt(Bridges, "bridge.gross_margin.check", "note"));
        Assert.Null(book.NumberAt(Bridges, "bridge.gross_margin.start", "from"));
        Assert.Equal(0, book["MasterCheck"].Number);
        Assert.Contains("n.a. Gross margin, adjusted is not known for 2024Q3.", book.TextAt("Checks", "information.bridge.gross_margin", "label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_known_at_an_end_goes_into_a_step_of_its_own()
    {
        var book = new LiveWorkbook(With(InventedWorkbook.Input, f => f.Id.ToString() is not ("revenue.freight[2023Q4]" or "revenue.passengers[2023Q4]")));
        book.Type("BridgeFrom", "2023Q4").Type("BridgeTo", "2024Q4").Calculate();

        Assert.Equal("Not stated by line", book.TextAt(Bridges, "bridge.revenue.remainder", "label"));
        Assert.Equal(28, book.NumberAt(Bridges, "bridge.revenue.remainder", "step")!.Value, 9);
        Assert.Equal("Not known for 2023Q4.", book.TextAt(Bridges, "bridge.revenue.step.revenue.freight", "note"));
        Assert.Contains("not stated by line", book.TextAt("Checks", "information.bridge.revenue", "label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Margins_of_segments_part_into_mix_and_rate()
    {
        // Shares 60/40 to 75/25, margins 10% and 50% to 12% and 48%: mix by hand -6 points, rate 1.5 and -0.5.
        (string Line, double Value)[] before = [("revenue.passengers", 60), ("revenue.freight", 40), ("revenue.total", 100), ("gross_profit.passengers", 6), ("gross_profit.freight", 20), ("gross_profit", 26)];
        (string Line, double Value)[] after = [("revenue.passengers", 150), ("revenue.freight", 50), ("revenue.total", 200), ("gross_profit.passengers", 18), ("gross_profit.freight", 24), ("gross_profit", 42)];
        Model model = Invented.Assemble([.. before.Select(f => Invented.Stated(f.Line, "2023Q4", f.Value)), .. after.Select(f => Invented.Stated(f.Line, "2024Q4", f.Value))]);
        var book = new LiveWorkbook(new WorkbookInput(model)).Type("BridgeFrom", "2023Q4").Type("BridgeTo", "2024Q4").Calculate();
        double Step(string key) => book.NumberAt(Bridges, "bridge.mix.step." + key, "step")!.Value;
        Assert.Equal(-0.06, Step("mix.passengers") + Step("mix.freight"), 9);
        Assert.Equal(0.015, Step("rate.passengers"), 9);
        Assert.Equal(-0.005, Step("rate.freight"), 9);
        Assert.Equal(0, book.NumberAt(Bridges, "bridge.mix.remainder", "step")!.Value, 9);
        Assert.Equal("ties", book.TextAt(Bridges, "bridge.mix.check", "note"));
    }

    [Theory]
    [InlineData("1999Q1")]
    [InlineData("")]
    public void A_period_that_the_model_does_not_have_is_no_error(string period)
    {
        var book = new LiveWorkbook(InventedWorkbook.Input).Type("BridgeFrom", period).Calculate();
        Assert.Empty(book.Errors);
        Assert.Equal(0, book["MasterCheck"].Number);
        Assert.Equal($"Total revenue is not known for {period}.", book.TextAt(Bridges, "bridge.revenue.state", "label"));
    }

    [Fact]
    public void No_row_has_two_period_codes_so_that_nobody_takes_it_for_a_time_axis()
    {
        var book = new LiveWorkbook(InventedWorkbook.Input);
        foreach (string row in book.Rows(Bridges))
        {
            Assert.True(BridgeColumns.All.Count(c => FiscalPeriod.TryParse(book.TextAt(Bridges, row, c.Key), out _)) < 2, row);
        }
    }

    private static readonly string[] Lines =
        ["revenue.passengers", "revenue.freight", "revenue.total", "cost.fuel", "cost.crew", "cost.total", "gross_profit@adjusted", "sales_marketing@adjusted", "general_administrative@adjusted", "ebitda@adjusted", "ebitda", "disposal_loss", "gross_profit.passengers", "gross_profit.freight"];

    private static WorkbookInput Input(int[] values, int[] known)
    {
        var figures = new List<Figure>();
        for (int quarter = 0; quarter < 8; quarter++)
        {
            for (int line = 0; line < Lines.Length; line++)
            {
                int at = (quarter * Lines.Length) + line;

                // Revenue is positive; the last quarter's is always known, or there would be no model.
                double value = line < 3 ? 100 + Math.Abs(values[at]) : values[at];
                if (known[at] > 1 || (quarter == 7 && line == 2))
                {
                    figures.Add(Invented.Stated(Lines[line], FiscalPeriod.Quarter(2023, 1).AddQuarters(quarter).ToString(), value / 10));
                }
            }
        }

        Model model = ModelAssembler.Assemble(Invented.Lines(), figures, new HashSet<FigureId>()).Model!;
        return new WorkbookInput(model);
    }

    private static WorkbookInput With(WorkbookInput input, Func<Figure, bool> keep) =>
        new(Invented.Assemble(input.Model.Figures.Values.Where(keep), input.Model.Company));

    private static void Holds(LiveWorkbook book, Bridge bridge, FiscalPeriod from, FiscalPeriod to)
    {
        var cells = new BridgeCells(bridge);
        FiscalPeriod startPeriod = bridge.Spans ? from : to;
        double? start = book.NumberAt(Sheet, bridge.Start.RowKey, startPeriod.ToString()), end = book.NumberAt(Sheet, bridge.End.RowKey, to.ToString());
        string[] steps = [.. bridge.Steps.Select((_, i) => cells.Step(i)), cells.Remainder];
        if (start is null || end is null)
        {
            Assert.Contains($"is not known for {(start is null ? startPeriod : to)}.", book.TextAt(Bridges, cells.State, "label"), StringComparison.Ordinal);
            Assert.All(steps.Append(cells.Start).Append(cells.End).SelectMany(r => new[] { "from", "to", "step", "after", "base", "total", "rise_above", "fall_below" }.Select(c => (r, c))), cell =>
                Assert.Null(book.NumberAt(Bridges, cell.r, cell.c)));
            Assert.Equal("n.a.", book.TextAt(Bridges, cells.Check, "note"));
            return;
        }

        double level = start.Value;
        double scale = steps.SelectMany(r => new[] { "from", "to", "step", "after" }.Select(c => Math.Abs(book.NumberAt(Bridges, r, c) ?? 0))).Append(1).Max();
        void Near(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 1e-12 * scale * 10, $"{expected} and {actual}");
        Assert.Equal(start, book.NumberAt(Bridges, cells.Start, "total"));
        foreach (string row in steps)
        {
            double step = book.NumberAt(Bridges, row, "step") ?? 0, after = level + step;
            double Drawn(string column) => book.NumberAt(Bridges, row, column) ?? 0;

            // What is drawn is the stretch between the two levels, its part below zero hanging from zero or from the base.
            double above = Drawn("rise_above") + Drawn("fall_above"), below = Drawn("rise_below") + Drawn("fall_below"), bottom = Drawn("base");
            Near(Math.Abs(step), above - below);
            Near(Math.Max(0, Math.Max(level, after)), Math.Max(0, bottom) + above);
            Near(Math.Min(0, Math.Min(level, after)), Math.Min(0, bottom) + below);
            Assert.Equal(0, step > 0 ? Drawn("fall_above") + Drawn("fall_below") : Drawn("rise_above") + Drawn("rise_below"));
            level = after;
        }

        Near(end.Value, level);
        Assert.Equal(end, book.NumberAt(Bridges, cells.End, "total"));
        Assert.Equal("ties", book.TextAt(Bridges, cells.Check, "note"));
        foreach ((int index, BridgeStep step) in bridge.Steps.Index().Where(s => s.Item.Key.StartsWith("revenue.", StringComparison.Ordinal)))
        {
            double? before = book.NumberAt(Sheet, step.Key, from.ToString()), now = book.NumberAt(Sheet, step.Key, to.ToString());
            double? shown = book.NumberAt(Bridges, cells.Step(index), "step");
            Assert.Equal(now is null || before is null, shown is null);
            Near((now - before) ?? 0, shown ?? 0);
        }
    }
}
