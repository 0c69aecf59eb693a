using BenchmarkDotNet.Attributes;
using ModelBuilder.CommandLine;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Workbooks;

namespace ModelBuilder.Benchmarks;

/// <summary>
/// A quarter more comes into a workbook of 44 quarters, warm and in one process. Regeneration may add no more than half of a fresh
/// build's time to it: the column Ratio, less 1, is the added share. From cold, as whole processes: docs/tools/time_regeneration.py.
/// </summary>
[MemoryDiagnoser]
public class RegenerationBenchmarks
{
    private const int Quarters = 44;
    private readonly string company = Directory.CreateTempSubdirectory("modelbuilder-benchmark-").FullName;
    private readonly string template = Path.Combine(SampleBenchmarks.Repository(), "templates", "quarterly");
    private byte[] before = [];

    /// <summary>The workbook before the last quarter, and the figures with it.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        File.WriteAllText(Path.Combine(company, "company.yaml"), """
            name: Northwind Ferries plc
            ticker: NWF
            currency: EUR
            units: millions
            fiscal_year_end: December 31
            segments: [{ key: passengers }, { key: freight }]
            cost_lines: [{ key: fuel }, { key: crew }]
            expense_lines: [{ key: selling_general_administrative }]
            """);
        Write(Quarters - 1);
        before = Built(null).Bytes!;
        Write(Quarters);
    }

    /// <summary>Takes the company away again.</summary>
    [GlobalCleanup]
    public void Clean() => Directory.Delete(company, recursive: true);

    /// <summary>From the folder on disk to the workbook's bytes.</summary>
    [Benchmark(Baseline = true)]
    public int Fresh() => Built(null).Bytes!.Length;

    /// <summary>The same, and into the workbook of the quarter before.</summary>
    [Benchmark]
    public int Regenerated()
    {
        PreviousWorkbook previous = PreviousWorkbook.Read("before.xlsx", before, null, adopt: false);
        return Regenerator.Run(previous, Built(previous)).Bytes!.Length;
    }

    private WorkbookBuild Built(PreviousWorkbook? previous)
    {
        var findings = new List<Finding>();
        CompanyFolder read = CompanyFolder.Read(company, findings)!;
        if (previous is not null)
        {
            TypedRulings.Read(previous, read.Company, "before.xlsx");
        }

        CompanyLines definitions = Analysis.Lines(template, read.Company, findings)!;
        WorkbookInput input = Analysis.Workbook(read, definitions, Analysis.Reconcile(read, definitions), findings)!;
        (string name, byte[] bytes) = Analysis.Template(template, findings)!.Value;
        return WorkbookWriter.Build(input with { Frozen = previous is null ? [] : FrozenForecasts.Of(previous, input.Model) }, name, bytes);
    }

    private void Write(int quarters) => File.WriteAllText(Path.Combine(company, "figures.csv"), "period,metric,basis,measure,value,unit,currency,kind,source,source_type,note\n"
        + string.Concat(Enumerable.Range(0, quarters).SelectMany(q =>
        {
            int passengers = 100 + (2 * q) + (5 * (q % 4)), freight = 50 + q, fuel = 40 + q + (q % 3), crew = 30 + (q / 2);
            return new[]
            {
                ("revenue.passengers", passengers), ("revenue.freight", freight), ("revenue.total", passengers + freight), ("cost.fuel", fuel), ("cost.crew", crew),
                ("gross_profit", passengers + freight - fuel - crew), ("selling_general_administrative", 20 + (q / 3)), ("ebitda", 40 + q), ("operating_cash_flow", 30 + q), ("capex", 15 + (q / 2)),
            }.Select(f => FormattableString.Invariant($"{2014 + (q / 4)}Q{(q % 4) + 1},{f.Item1},,level,{f.Item2}000000,money,EUR,reported,release,press release,\n"));
        })));
}
