using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Tests.Modelling;
using ModelBuilder.Tests.Support;
using ModelBuilder.Workbooks;

namespace ModelBuilder.Tests.Workbooks;

/// <summary>The invented company's workbook: eight quarters, a contested figure, a derived one, a sentence that looks like a formula.</summary>
internal static class InventedWorkbook
{
    public static FigureId Contested { get; } = new(LineKey.Parse("revenue.freight"), Measure.Level, FiscalPeriod.Parse("2024Q4"));

    /// <summary>Sentences that a spreadsheet would take for something else: formulas, a number, a truth value, a quoted text.</summary>
    public static string[] Traps { get; } =
        ["=1+1 was what the slide said", "+40", "-5% on fuel", "@SUM(A1:A9)", "'fuel' was 43", "0044", "TRUE", "1/2/2024"];

    public static byte[] Template { get; } = File.ReadAllBytes(Path.Combine(Machine.Repository, "templates", "quarterly", "template.xlsx"));

    public static WorkbookInput Input { get; } = Make();

    public static WorkbookBuild Build(byte[]? template = null, WorkbookInput? input = null) => WorkbookWriter.Build(input ?? Input, "template.xlsx", template ?? Template);

    private static WorkbookInput Make()
    {
        Company company = Invented.Company with { OtherLines = [new CompanyLine(LineKey.Parse("cars_carried"), "Cars carried", [])] };
        Figure[] figures = [.. Invented.EightQuarters().Where(f => f.Id.ToString() != "cost.crew[2024Q3]").Select(Trapped), Derived("cost.crew", "2024Q3", 56, "cost.total[2024Q3]", "cost.fuel[2024Q3]"), .. Cars()];
        Model model = Invented.Assemble(figures, company, Contested);
        Figure used = model.Figures[Contested];
        Mention other = used.Mentions[0] with
        {
            Amount = new Amount(47_000_000, 50_000, Unit.Money, "EUR"),
            Provenance = new Provenance("call.txt", SourceKind.MachineTranscript, 12, 0, 2, "Freight came to 47 this quarter.", "CFO"),
        };
        LedgerCandidate[] candidates =
        [
            new(used.Amount.Value, "EUR", used.Mentions, true, "74 and 175 make the total"),
            new(47_000_000, "EUR", [other], false, "47 and 175 do not make the total"),
        ];
        return new WorkbookInput(model)
        {
            Ledger = [new LedgerEntry(Contested, "47 does not sum to the total of 209.1 with 135.0; 74 is used.", true, candidates)],
            Mentions = [.. figures.SelectMany(f => f.Mentions), other],
            Findings = model.Findings,
        };
    }

    private static Figure Trapped(Figure plain)
    {
        if (plain.Id.Line.ToString() != "cost.fuel")
        {
            return plain;
        }

        string trap = Traps[plain.Id.Period.QuarterIndex % Traps.Length];
        Mention mention = plain.Mentions[0] with { Provenance = new Provenance("slides.txt", SourceKind.Release, 7, 0, 4, trap) };
        return Figure.Reported(plain.Id, plain.Amount, plain.Interval, [mention]);
    }

    private static Figure Derived(string line, string period, double value, params string[] from) => Invented.Derived(line, period, value, from);

    private static IEnumerable<Figure> Cars()
    {
        for (int i = 4; i < 8; i++)
        {
            var id = new FigureId(LineKey.Parse("cars_carried"), Measure.Level, FiscalPeriod.Quarter(2023, 1).AddQuarters(i));
            var amount = new Amount(12_000 + (300 * i), 50, Unit.Count);
            yield return Figure.Reported(id, amount, amount.Interval, [new Mention(id.Line, id.Measure, id.Period, amount, new Provenance("notes.txt", SourceKind.Release, 9, 0, 5, "cars carried"))]);
        }
    }
}
