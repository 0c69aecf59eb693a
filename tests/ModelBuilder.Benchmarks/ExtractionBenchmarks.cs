using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using ModelBuilder.Documents;
using ModelBuilder.Extraction;

namespace ModelBuilder.Benchmarks;

/// <summary>What extraction costs in the length of the text, on one core: a plain call once, ten and a hundred times, and the same lengths in single lines made to hurt.</summary>
[MemoryDiagnoser]
[Config(typeof(Rate))]
public class ExtractionBenchmarks
{
    private const int Once = 50_000;

    private const string Paragraph = """
        CFO: Total revenue was EUR 160.0 million in the fourth quarter of 2024, up 6.7% year-over-year from EUR 150.0 million.
        Passenger revenue was EUR 100.0 million and freight revenue was EUR 60.0 million. Gross margin improved by 1.2 percentage points to 31.5%.
        We opened two terminals, trained our crews, and our customers were patient with us in a stormy autumn.

        """;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["plain"] = Paragraph, ["digits"] = "1,234,567", ["digits,"] = "1,2,3,", ["5%,"] = "5%,", ["up 5%"] = "up 5% from 4% ", ["letters"] = "a", ["("] = "(", ["word"] = "growth ", ["revenue,"] = "revenue, ",
    };

    private string text = "";

    /// <summary>What the text repeats.</summary>
    [ParamsSource(nameof(AllKinds))]
    public string Kind { get; set; } = "plain";

    /// <summary>How many times fifty thousand characters: the length of a call.</summary>
    [Params(1, 10, 100)]
    public int Times { get; set; }

    public static IEnumerable<string> AllKinds => Kinds.Keys;

    [GlobalSetup]
    public void Write() => text = TextOf(Kind, Times);

    /// <summary>From text to mentions, without a company.yaml.</summary>
    [Benchmark]
    public int Extract() => Extractor.Extract(TextDocument.Read("call.txt", text), null).Mentions.Count;

    private static string TextOf(string kind, int times) => string.Concat(Enumerable.Repeat(Kinds[kind], Once * times / Kinds[kind].Length));

    private sealed class Rate : ManualConfig
    {
        public Rate() => AddColumn(new MegabytesColumn());
    }

    /// <summary>Megabytes of text a second, all of one byte a character.</summary>
    private sealed class MegabytesColumn : IColumn
    {
        public string Id => nameof(MegabytesColumn);

        public string ColumnName => "MB/s";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => "megabytes of text a second";

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            double length = TextOf((string)benchmarkCase.Parameters[nameof(Kind)], (int)benchmarkCase.Parameters[nameof(Times)]).Length;
            return summary[benchmarkCase]?.ResultStatistics is { } measured ? (length * 1000 / measured.Mean).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : "";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public bool IsAvailable(Summary summary) => true;
    }
}
