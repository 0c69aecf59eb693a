using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Modelling;

/// <summary>An invented company, and figures typed as facts.</summary>
internal static class Invented
{
    public static Company Company { get; } = new()
    {
        Name = "Northwind Ferries plc",
        Ticker = "NWF",
        Currency = "EUR",
        Segments = [Line("revenue.passengers", "Passengers"), Line("revenue.freight", "Freight")],
        CostLines = [Line("cost.fuel", "Fuel"), Line("cost.crew", "Crew")],
        ExpenseLines = [Line("sales_marketing@adjusted", "Sales and marketing"), Line("general_administrative@adjusted", "General and administrative")],
        Adjustments = [Line("disposal_loss", "Loss on disposal")],
    };

    public static CompanyLines Lines(Company? company = null)
    {
        string path = Path.Combine(Machine.Repository, "templates", "quarterly", "lines.yaml");
        (CompanyLines? lines, IReadOnlyList<Finding> findings) = CompanyLines.Read("lines.yaml", File.ReadAllText(path), company ?? Company);
        Assert.Empty(findings);
        return lines!;
    }

    /// <summary>A stated figure; money in millions.</summary>
    public static Figure Stated(string line, string period, double value, double precision = 0.05)
    {
        LineKey key = LineKey.Parse(line);
        bool ratio = key.Family.EndsWith("_margin", StringComparison.Ordinal) || key.Family.StartsWith("share_of", StringComparison.Ordinal);
        decimal scale = ratio ? 1 : 1_000_000;
        var amount = new Amount((decimal)value * scale, (decimal)precision * scale, ratio ? Unit.Ratio : Unit.Money, ratio ? null : "EUR");
        var id = new FigureId(key, Measure.Level, FiscalPeriod.Parse(period));
        var mention = new Mention(key, Measure.Level, id.Period, amount, new Provenance("notes.txt", SourceKind.Release, 3, 0, 4, $"{line} was {value}"));
        return Figure.Reported(id, amount, amount.Interval, [mention]);
    }

    public static Figure Derived(string line, string period, double value, params string[] from)
    {
        LineKey key = LineKey.Parse(line);
        var amount = new Amount((decimal)value * 1_000_000, 50_000, Unit.Money, "EUR");
        FigureId[] operands = [.. from.Select(f => new FigureId(LineKey.Parse(f.Split('[')[0]), Measure.Level, FiscalPeriod.Parse(f.Split('[')[1].TrimEnd(']'))))];
        return Figure.Derived(new FigureId(key, Measure.Level, FiscalPeriod.Parse(period)), amount, amount.Interval, string.Join(" and ", from), operands);
    }

    /// <summary>Eight plain quarters, 2023Q1 to 2024Q4, in which everything ties.</summary>
    public static IEnumerable<Figure> EightQuarters()
    {
        for (int i = 0; i < 8; i++)
        {
            string period = FiscalPeriod.Quarter(2023, 1).AddQuarters(i).ToString();
            double passengers = 100 + (5 * i) + (i % 4 == 2 ? 40 : 0), freight = 60 + (2 * i);
            yield return Stated("revenue.passengers", period, passengers);
            yield return Stated("revenue.freight", period, freight);
            yield return Stated("revenue.total", period, passengers + freight + 0.1);
            yield return Stated("cost.fuel", period, 40 + i);
            yield return Stated("cost.crew", period, 50 + i);
            yield return Stated("cost.total", period, 90 + (2 * i));
            yield return Stated("gross_profit@adjusted", period, passengers + freight - 85 - (2 * i));
            yield return Stated("sales_marketing@adjusted", period, 10);
            yield return Stated("general_administrative@adjusted", period, 12);
            yield return Stated("ebitda@adjusted", period, passengers + freight - 85 - (2 * i) - 22 + 9);
        }
    }

    public static Model Assemble(IEnumerable<Figure> figures, Company? company = null, params FigureId[] contested)
    {
        (Model? model, IReadOnlyList<Finding> findings) = ModelAssembler.Assemble(Lines(company), [.. figures], contested.ToHashSet());
        Assert.DoesNotContain(findings, f => f.Severity == Severity.Error);
        return model!;
    }

    private static CompanyLine Line(string key, string label) => new(LineKey.Parse(key), label, []);
}
