using System.Xml.Linq;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Tests.Modelling;
using ModelBuilder.Tests.Support;
using ModelBuilder.Workbooks;
using ModelBuilder.Workbooks.Regeneration;

namespace ModelBuilder.Tests.Workbooks.Regeneration;

/// <summary>A quarter more comes into a workbook that an analyst has worked in.</summary>
public class RegeneratorTest
{
    private const string Row = "revenue.freight", Reported = "2024Q3", Next = "2024Q4", Later = "2025Q2";

    private static WorkbookBuild Before { get; } = Build(f => f.Id.Period < FiscalPeriod.Parse(Next));

    private static WorkbookBuild After { get; } = Build(_ => true);

    [Fact]
    public void NothingTweaked_GivesWhatIsGeneratedNow()
    {
        (byte[] bytes, RegeneratedWorkbook regenerated) = Regenerate(Before.Bytes!);
        Inventory read = Read(bytes).Inventory;
        string[] Wrong(Facet facet) => [.. After.Reading!.Inventory.Said.Where(s => s.Key.Facet == facet && read[s.Key] != s.Value).Select(s => $"{s.Key}: {s.Value} is {read[s.Key]}").Order(StringComparer.Ordinal).Take(20)];
        foreach (Facet facet in Enum.GetValues<Facet>())
        {
            Assert.Equal([], Wrong(facet));
        }

        Assert.Equal(0, regenerated.FailingChecks);
        Assert.DoesNotContain(regenerated.Changes.Listed, c => c.Kind is "kept" or "conflict" or "deleted");
    }

    [Fact]
    public void CachedValues_AreThoseOfAFreshBuild()
    {
        RawWorkbook merged = RawWorkbook.Open(Regenerate(Before.Bytes!).Bytes)!;
        Reading read = Read(Regenerate(Before.Bytes!).Bytes);
        RawWorkbook fresh = After.Reading!.Raw;
        foreach (SheetAddresses sheet in After.Reading.Book.Sheets)
        {
            RawSheet ours = fresh.Sheets.First(s => s.Name == sheet.Name), theirs = merged.Sheets.First(s => s.Name == sheet.Name);
            foreach (RawCell cell in ours.Cells.Values.Where(c => c.Content is CellContent.Formula))
            {
                CellAddress at = read.Book.Sheet(sheet.Key)!.Locate(sheet.RowKey(cell.Address.Row)!, sheet.ColumnKey(cell.Address.Column)!)!.Value;
                Assert.True(theirs.Cells[at].Value.Text == cell.Value.Text || Near(theirs.Cells[at].Value.Text, cell.Value.Text), $"{sheet.Name}!{at}: {theirs.Cells[at].Value} is not {cell.Value}");
            }
        }
    }

    [Fact]
    public void Charts_DrawWhatThoseOfAFreshBuildDraw()
    {
        Company company = Invented.Company with { Segments = [.. Invented.Company.Segments, new CompanyLine(LineKey.Parse("revenue.cabins"), "Cabins", [])], ExpenseLines = [] };
        Figure[] more = [.. Invented.EightQuarters(), Invented.Stated("revenue.cabins", Next, 9), Invented.Stated("revenue.total", "2025Q1", 230), .. new[] { "2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1", "2024Q2", "2024Q3", "2025Q1" }.Select(q => Invented.Stated("revenue.cabins", q, 8))];
        WorkbookBuild now = InventedWorkbook.Build(input: new WorkbookInput(Invented.Assemble(more, company)) { Mentions = [.. more.SelectMany(f => f.Mentions)] });
        Assert.NotEqual(Charts(Before.Reading!), Charts(now.Reading!));
        byte[] bytes = Regenerator.Run(PreviousWorkbook.Read("x.xlsx", Before.Bytes!, null, false), now).Bytes!;

        Reading read = TheirReading.Of(RawWorkbook.Open(bytes)!, now.Reading!.Inventory).Reading;
        Assert.Equal(Charts(now.Reading), Charts(read));
        Assert.Equal(RegenerationState.Unchanged, Regenerator.Run(PreviousWorkbook.Read("x.xlsx", bytes, null, false), now).State);
        static string[] Charts(Reading reading) => [.. reading.Charts.OrderBy(c => c.Key.Sheet, StringComparer.Ordinal).ThenBy(c => c.Key.Row, StringComparer.Ordinal).Select(c => $"{c.Key}: {c.Value.Series} at {c.Value.Spot}")];
    }

    [Fact]
    public void ChartOfTheAnalysts_IsLeftAsItIs()
    {
        var analyst = new Analyst(Before.Bytes!);
        string part = Before.Reading!.Charts[("Control", Before.Reading.Charts.Keys.First(k => k.Row.StartsWith("chart Margins", StringComparison.Ordinal)).Row)].Part[1..];
        analyst.Edit(part, root => root.Descendants(root.Name.Namespace + "ser").Last().Remove());
        (byte[] bytes, RegeneratedWorkbook regenerated) = Regenerate(analyst.Workbook);
        int Series(byte[] book) => XDocument.Load(new MemoryStream(Analyst.Parts(book)[part])).Descendants().Count(e => e.Name.LocalName == "ser");
        Assert.Equal(Series(analyst.Workbook), Series(bytes));
        Assert.Equal(Series(Before.Bytes!) - 1, Series(bytes));
        Assert.Contains(regenerated.Changes.Listed, c => c.Line.StartsWith("chart Margins", StringComparison.Ordinal));
    }

    [Fact]
    public void SecondRun_ChangesNothing()
    {
        byte[] once = Regenerate(Before.Bytes!).Bytes;
        Assert.Equal(RegenerationState.Unchanged, Regenerator.Run(PreviousWorkbook.Read("x.xlsx", once, null, false), After).State);
    }

    [Fact]
    public void Tweaks_StayWhereTheyAre_AndAreListed()
    {
        var analyst = new Analyst(Before.Bytes!);
        analyst.Type("Model", Row, Later, "88");
        analyst.Type("Model", "revenue.passengers", Later, "=D1+Model!$A$1*0");
        string driver = After.Reading!.Inventory.Sheet("Drivers")!.Rows.Select(r => r.Key).First(k => k.EndsWith("|override.base", StringComparison.Ordinal) && Before.Reading!.Inventory.HasRow(new Place("Drivers", k, "")));
        analyst.Type("Drivers", driver, Later, "0.25");
        (byte[] bytes, RegeneratedWorkbook regenerated) = Regenerate(analyst.Workbook);
        Reading read = Read(bytes);
        Assert.Equal("n88", read.Inventory[new Place("Model", Row, Later)]);
        Assert.Equal("n0.25", read.Inventory[new Place("Drivers", driver, Later)]);
        Assert.Contains(regenerated.Changes.Listed, c => c is { Sheet: "Model", Column: Later, Yours: "88" });
        Assert.Contains(regenerated.Changes.Listed, c => c is { Sheet: "Drivers", Column: Later, Yours: "0.25", Kind: "kept" });
    }

    [Fact]
    public void OverriddenForecast_ThatWasReported_IsTheReportedOne_AndListed()
    {
        var analyst = new Analyst(Before.Bytes!);
        analyst.Type("Model", Row, Next, "999");
        (byte[] bytes, RegeneratedWorkbook regenerated) = Regenerate(analyst.Workbook);
        Assert.Equal(After.Reading!.Inventory[new Place("Model", Row, Next)], Read(bytes).Inventory[new Place("Model", Row, Next)]);
        Assert.Contains(regenerated.Changes.Listed, c => c is { Kind: "became actual", Yours: "999" });
    }

    [Fact]
    public void OwnSheet_AndUnknownParts_ComeOutByteForByte()
    {
        var analyst = new Analyst(Before.Bytes!);
        CellAddress linked = analyst.Find("Model", "revenue.total", Later);
        analyst.AddSheet("My view", $"Model!{linked}*2");
        analyst.Put("xl/threadedComments/threadedComment9.xml", "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"/>");
        Dictionary<string, byte[]> was = Analyst.Parts(analyst.Workbook), now = Analyst.Parts(Regenerate(analyst.Workbook).Bytes);
        string[] changed = [.. was.Keys.Where(p => !now.TryGetValue(p, out byte[]? bytes) || !bytes.AsSpan().SequenceEqual(was[p])).Order(StringComparer.Ordinal)];
        Assert.DoesNotContain("xl/worksheets/own.xml", changed);
        Assert.All(changed, part => Assert.Matches("^(xl/worksheets/sheet|xl/worksheets/_rels/sheet|xl/workbook.xml|xl/styles.xml|xl/comments|xl/drawings/|customXml/item|\\[Content_Types\\]|xl/charts/)", part));
        Assert.DoesNotContain("xl/sharedStrings.xml", changed);
    }

    [Fact]
    public void RenamedSheet_IsFoundByWhatStandsOnIt()
    {
        var analyst = new Analyst(Before.Bytes!);
        foreach (string part in Analyst.Parts(analyst.Workbook).Keys.Where(p => p.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).ToArray())
        {
            analyst.Edit(part, root =>
            {
                foreach (XElement formula in root.Descendants(Analyst.Main + "f").Where(f => f.Value.Contains("Model!", StringComparison.Ordinal)))
                {
                    formula.Value = formula.Value.Replace("Model!", "'My model'!", StringComparison.Ordinal);
                }

                foreach (XAttribute location in root.Descendants(Analyst.Main + "hyperlink").Select(h => h.Attribute("location")).OfType<XAttribute>())
                {
                    location.Value = location.Value.Replace("Model!", "'My model'!", StringComparison.Ordinal);
                }
            });
        }

        analyst.Edit("xl/workbook.xml", root => root.Descendants(Analyst.Main + "sheet").First(s => (string)s.Attribute("name")! == "Model").SetAttributeValue("name", "My model"));
        (byte[] bytes, RegeneratedWorkbook regenerated) = Regenerate(analyst.Workbook);
        Assert.DoesNotContain(regenerated.Changes.Listed, c => c.Kind is "kept" or "conflict" or "deleted");
        RawWorkbook raw = RawWorkbook.Open(bytes)!;
        Assert.Contains(raw.Sheets, s => s.Name == "My model");
        Assert.DoesNotContain(raw.Sheets.SelectMany(s => s.Cells.Values), c => c.Content is CellContent.Formula f && f.Value.References().Any(r => r is CellReference { Sheet: "Model" } or RangeReference { Sheet: "Model" }));
        Assert.Equal(After.Reading!.Inventory[new Place("Model", Row, Next)], Read(bytes).Inventory[new Place("Model", Row, Next)]);
    }

    [Fact]
    public void ForecastsOfTheReportedQuarter_AreFrozen_AndTheSplitTies()
    {
        WorkbookInput now = Input(_ => true);
        PreviousWorkbook previous = PreviousWorkbook.Read("x.xlsx", Before.Bytes!, null, false);
        IReadOnlyList<FrozenForecast> frozen = FrozenForecasts.Of(previous, now.Model);
        RawCell was = Cell(Before.Reading!, new Place("Scenarios", "revenue.total|bear", Next));
        Assert.Equal(double.Parse(was.Value.Text, System.Globalization.CultureInfo.InvariantCulture), frozen.Single(f => f is { Row: "revenue.total", Scenario: "bear" }).Value, 1e-9);
        Assert.All(frozen, f => Assert.Equal(Next, f.Period.ToString()));

        WorkbookBuild fresh = InventedWorkbook.Build(input: now with { Frozen = frozen });
        RegeneratedWorkbook regenerated = Regenerator.Run(previous, fresh);
        Reading read = TheirReading.Of(RawWorkbook.Open(regenerated.Bytes!)!, fresh.Reading!.Inventory).Reading;
        double Of(string row, string column) => double.Parse(Cell(read, new Place("Variance", $"{row}#{Next}", column)).Value.Text, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Of("revenue.total", "actual") - Of("revenue.total", "base"), Of("revenue.total", "off"), 1e-9);
        double parts = read.Inventory.Sheet("Variance")!.Rows.Select(r => r.Key).Where(k => k.StartsWith("split.", StringComparison.Ordinal)).Sum(k => Of(k[..k.LastIndexOf('#')], "off"));
        Assert.Equal(Of("revenue.total", "off"), parts, 1e-9);
        string[] shares = [.. read.Inventory.Sheet("Variance")!.Rows.Select(r => r.Key).Where(k => k.StartsWith("margin.", StringComparison.Ordinal)).Select(k => k[..k.LastIndexOf('#')])];
        Assert.True(shares.Length is 0 or > 1);
        Assert.Equal(shares.Length == 0 ? 0 : Of("gross_margin@adjusted", "off"), shares.Sum(k => Of(k, "off")), 1e-9);

        // Another build finds what was frozen in the workbook's own record.
        Assert.Equal(frozen.Select(f => f.ToString()).Order(StringComparer.Ordinal), FrozenForecasts.Of(PreviousWorkbook.Read("x.xlsx", regenerated.Bytes!, null, false), now.Model).Select(f => f.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LineThatIsGone_Stays_AndStandsOnceWhenItIsBack()
    {
        WorkbookBuild with = InventedWorkbook.Build(), without = Build(_ => true);
        static bool OfCars(string text) => text.Contains("cars_carried", StringComparison.Ordinal);
        static Change[] Of(RegeneratedWorkbook build) => [.. build.Changes.Listed.Where(c => c.Sheet == "Model" && OfCars(c.Line))];
        static RegeneratedWorkbook Next(byte[] workbook, WorkbookBuild fresh) => Regenerator.Run(PreviousWorkbook.Read("x.xlsx", workbook, null, false), fresh);

        RegeneratedWorkbook gone = Next(with.Bytes!, without);
        Assert.Equal(["gone"], Of(gone).Select(c => c.Kind));
        Assert.Equal(RegenerationState.Unchanged, Next(gone.Bytes!, without).State);
        RegeneratedWorkbook still = Next(gone.Bytes!, Before);
        Assert.Equal(RegenerationState.Changed, still.State);
        Assert.Empty(Of(still));

        RegeneratedWorkbook back = Next(gone.Bytes!, with);
        RawSheet model = RawWorkbook.Open(back.Bytes!)!.Sheets.First(s => s.Name == "Model");
        Assert.Single(model.Cells.Values, c => c.Content is CellContent.Text { Value: "cars_carried" });
        Inventory read = TheirReading.Of(RawWorkbook.Open(back.Bytes!)!, with.Reading!.Inventory).Reading.Inventory;
        Assert.All(with.Reading.Inventory.Said.Where(s => s.Key.Facet == Facet.Content), s => Assert.Equal((s.Key, s.Value), (s.Key, read[s.Key])));
    }

    [Fact]
    public void AnotherSegmentation_KeepsTheOldOneWhereItStands_AndBridgesIt()
    {
        Company company = Invented.Company with
        {
            Segments = [new CompanyLine(LineKey.Parse("revenue.travel"), "Travel", []), new CompanyLine(LineKey.Parse("revenue.onboard"), "Onboard", [])],
            FormerSegments = Invented.Company.Segments,
        };
        Figure[] figures = [.. Invented.EightQuarters(), Invented.Stated("revenue.travel", Next, 120), Invented.Stated("revenue.onboard", Next, 89)];
        WorkbookBuild now = InventedWorkbook.Build(input: new WorkbookInput(Invented.Assemble(figures, company)) { Mentions = [.. figures.SelectMany(f => f.Mentions)] });
        var analyst = new Analyst(Before.Bytes!);
        analyst.AddSheet("My view", $"Model!{analyst.Find("Model", Row, Reported)}*2");
        RegeneratedWorkbook regenerated = Regenerator.Run(PreviousWorkbook.Read("x.xlsx", analyst.Workbook, null, false), now);

        Assert.Equal(0, regenerated.FailingChecks);
        Reading read = TheirReading.Of(RawWorkbook.Open(regenerated.Bytes!)!, now.Reading!.Inventory).Reading;
        SheetAddresses was = TheirReading.Of(RawWorkbook.Open(Before.Bytes!)!, Before.Reading!.Inventory).Reading.Book.Sheet("Model")!, model = read.Book.Sheet("Model")!;
        Assert.True(model.Rows["revenue.travel"] < model.Rows[Row] && model.Rows[Row] > was.Rows[Row]);
        Assert.Equal(0, double.Parse(Cell(read, new Place("Model", "revenue.not_former", Next)).Value.Text, System.Globalization.CultureInfo.InvariantCulture), 0.5);
        Assert.Equal("", read.Inventory[new Place("Model", Row, Later)]);
        Assert.NotEqual("", read.Inventory[new Place("Model", "revenue.travel", Later)]);
        Assert.Contains(regenerated.Changes.Listed, c => c.Kind == "new" && c.Line.StartsWith("Travel ", StringComparison.Ordinal));
        Assert.DoesNotContain(regenerated.Changes.Listed, c => c.Kind == "gone" && c.Sheet == "Model");
    }

    [Fact]
    public void NumberTypedOverAForecast_IsWhatWasForecastInTheScenarioChosen()
    {
        var analyst = new Analyst(Before.Bytes!);
        analyst.Type("Model", Row, Next, "999");
        IReadOnlyList<FrozenForecast> frozen = FrozenForecasts.Of(PreviousWorkbook.Read("x.xlsx", analyst.Workbook, null, false), Input(_ => true).Model);
        Assert.Equal(999, frozen.Single(f => f is { Row: Row, Scenario: "base" }).Value);
        Assert.NotEqual(999, frozen.Single(f => f is { Row: Row, Scenario: "bull" }).Value);
    }

    [Fact]
    public void AnotherTemplate_LeavesTheSheetsThatItHasNot_AndSaysWhichAreNotPutIn()
    {
        WorkbookBuild onePage = InventedWorkbook.Build(File.ReadAllBytes(Path.Combine(Machine.Repository, "templates", "one-page", "template.xlsx")), Input(_ => true));
        RegeneratedWorkbook regenerated = Regenerator.Run(PreviousWorkbook.Read("x.xlsx", Before.Bytes!, null, false), onePage);
        // References follow rows that moved; all else stands as it stood.
        static (CellAddress, string)[] Control(byte[] workbook) => [.. RawWorkbook.Open(workbook)!.Sheets.First(s => s.Name == "Control").Cells.Values.Select(c => (c.Address, c.Content is CellContent.Formula ? "f" : Canonical.Words(c.Content)))];
        Assert.Equal(Control(Before.Bytes!), Control(regenerated.Bytes!));
        Assert.Contains(regenerated.Changes.Listed, c => c is { Kind: "gone", Sheet: "Control" });

        RegeneratedWorkbook back = Regenerator.Run(PreviousWorkbook.Read("x.xlsx", onePage.Bytes!, null, false), After);
        Assert.Contains(back.Findings, f => f.Message.StartsWith("the sheet Control ", StringComparison.Ordinal));
        Assert.DoesNotContain(RawWorkbook.Open(back.Bytes!)!.Sheets.SelectMany(s => s.Cells.Values), c => c.Value.Text == "#REF!");
    }

    [Fact]
    public void NoteAndLookOfTheAnalysts_AreListed()
    {
        var analyst = new Analyst(Before.Bytes!);
        CellAddress at = analyst.Find("Model", "revenue.total", Later);
        analyst.Edit(analyst.PartOf("Model"), root => root.Descendants(Analyst.Main + "c").First(c => (string?)c.Attribute("r") == at.ToString()).SetAttributeValue("s", 1));
        RegeneratedWorkbook regenerated = Regenerate(analyst.Workbook).Regenerated;
        Assert.Contains(regenerated.Changes.Listed, c => c is { Kind: "kept", Sheet: "Model", Column: Later } && c.Line.StartsWith("the look of 1 cell: ", StringComparison.Ordinal));
    }

    [Fact]
    public void FrozenPanes_KeepWhatTheyFroze_WhenRowsComeIntoThem()
    {
        CompanyLine cabins = new(LineKey.Parse("revenue.cabins"), "Cabins", []);
        Figure[] figures = [.. Invented.EightQuarters(), Invented.Stated("revenue.cabins", Next, 9)];
        WorkbookBuild now = InventedWorkbook.Build(input: new WorkbookInput(Invented.Assemble(figures, Invented.Company with { Segments = [cabins, .. Invented.Company.Segments] })) { Mentions = [.. figures.SelectMany(f => f.Mentions)] });
        var analyst = new Analyst(Before.Bytes!);
        int total = analyst.Find("Model", "revenue.total", Later).Row;
        analyst.Edit(analyst.PartOf("Model"), root =>
        {
            XElement pane = root.Descendants(Analyst.Main + "pane").First();
            pane.SetAttributeValue("ySplit", total);
            pane.SetAttributeValue("topLeftCell", "E" + (total + 1));
        });
        analyst = new Analyst(Regenerator.Run(PreviousWorkbook.Read("x.xlsx", analyst.Workbook, null, false), now).Bytes!);
        int moved = analyst.Find("Model", "revenue.total", Later).Row;
        Assert.True(moved > total);
        XElement frozen = XDocument.Load(new MemoryStream(Analyst.Parts(analyst.Workbook)[analyst.PartOf("Model")])).Descendants(Analyst.Main + "pane").First();
        Assert.Equal((moved, "E" + (moved + 1)), ((int)frozen.Attribute("ySplit")!, (string)frozen.Attribute("topLeftCell")!));
    }

    [Fact]
    public void Changes_SaysWhatTheBuildDid()
    {
        var analyst = new Analyst(Before.Bytes!);
        analyst.Type("Model", Row, Later, "88");
        RawSheet changes = RawWorkbook.Open(Regenerate(analyst.Workbook).Bytes)!.Sheets.First(s => s.Name == "Changes");
        string[] texts = [.. changes.Cells.Values.OrderBy(c => c.Address).Select(c => c.Content).OfType<CellContent.Text>().Select(t => t.Value)];
        Assert.Contains("build up to " + Next, texts);
        Assert.Contains("88", texts);
        Assert.Contains(texts, t => t.Contains("in Model alone", StringComparison.Ordinal));
        Assert.True(Array.IndexOf(texts, "build up to " + Next) < Array.IndexOf(texts, "first build"));
    }

    [Fact]
    public void DamagedSnapshot_IsRefused_AndAdoptKeepsAllThatDiffers()
    {
        var analyst = new Analyst(Before.Bytes!);
        analyst.Type("Model", Row, Later, "88");
        analyst.Put("customXml/item1.xml", "<snapshot xmlns=\"urn:modelbuilder:snapshot\" version=\"1\" sha256=\"00\">AAAA</snapshot>");
        PreviousWorkbook damaged = PreviousWorkbook.Read("x.xlsx", analyst.Workbook, null, false);
        Assert.Contains("--adopt", damaged.Fault!.Remedy, StringComparison.Ordinal);
        Assert.Equal(RegenerationState.Refused, Regenerator.Run(damaged, After).State);
        RegeneratedWorkbook adopted = Regenerator.Run(PreviousWorkbook.Read("x.xlsx", analyst.Workbook, null, true), After);
        Assert.Equal("n88", Read(adopted.Bytes!).Inventory[new Place("Model", Row, Later)]);
        Assert.Null(PreviousWorkbook.Read("x.xlsx", analyst.Workbook, Before.Snapshot, false).Fault);
    }

    [Fact]
    public void ForeignFile_IsRefused()
    {
        Assert.NotNull(PreviousWorkbook.Read("x.xlsx", [1, 2, 3], null, true).Fault);
        Assert.NotNull(PreviousWorkbook.Read("x.xlsx", "somebody's work"u8.ToArray(), null, false).Fault);
    }

    private static bool Near(string one, string other) =>
        double.TryParse(one, System.Globalization.CultureInfo.InvariantCulture, out double x) && double.TryParse(other, System.Globalization.CultureInfo.InvariantCulture, out double y) && Math.Abs(x - y) <= 1e-9 * Math.Max(1, Math.Abs(x));

    private static (byte[] Bytes, RegeneratedWorkbook Regenerated) Regenerate(byte[] theirs)
    {
        RegeneratedWorkbook regenerated = Regenerator.Run(PreviousWorkbook.Read("x.xlsx", theirs, null, false), After);
        Assert.Equal(RegenerationState.Changed, regenerated.State);
        return (regenerated.Bytes!, regenerated);
    }

    private static Reading Read(byte[] workbook) => TheirReading.Of(RawWorkbook.Open(workbook)!, After.Reading!.Inventory).Reading;

    private static RawCell Cell(Reading reading, Place place)
    {
        SheetAddresses sheet = reading.Book.Sheet(place.Sheet)!;
        return reading.Raw.Sheets.First(s => s.Name == sheet.Name).Cells[sheet.Locate(place.Row, place.Column)!.Value];
    }

    private static WorkbookBuild Build(Func<Figure, bool> which) => InventedWorkbook.Build(input: Input(which));

    private static WorkbookInput Input(Func<Figure, bool> which)
    {
        Figure[] figures = [.. Invented.EightQuarters().Where(which)];
        return new WorkbookInput(Invented.Assemble(figures)) { Mentions = [.. figures.SelectMany(f => f.Mentions)] };
    }
}
