using BenchmarkDotNet.Attributes;
using ModelBuilder.Documents;
using ModelBuilder.Extraction;

namespace ModelBuilder.Benchmarks;

/// <summary>Extraction's cost in the length of the text: a plain call repeated, and a line made to hurt.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const string Paragraph = """
        CFO: Total revenue was EUR 160.0 million in the fourth quarter of 2024, up 6.7% year-over-year from EUR 150.0 million.
        Passenger revenue was EUR 100.0 million and freight revenue was EUR 60.0 million. Gross margin improved by 1.2 percentage points to 31.5%.
        We opened two terminals, trained our crews, and our customers were patient with us in a stormy autumn.

        """;

    private Document document = null!;

    /// <summary>How many times the paragraph stands in the text.</summary>
    [Params(100, 1_000, 10_000)]
    public int Paragraphs { get; set; }

    [GlobalSetup]
    public void Write() => document = TextDocument.Read("call.txt", string.Concat(Enumerable.Repeat(Paragraph, Paragraphs)));

    /// <summary>A call without a company.yaml.</summary>
    [Benchmark]
    public int Extract() => Extractor.Extract(document, null).Mentions.Count;
}

/// <summary>A single line of five million digits and commas.</summary>
public class HostileLineBenchmark
{
    private readonly Document document = TextDocument.Read("hostile.txt", string.Concat(Enumerable.Repeat("1,234,567", 5_000_000 / 9)));

    /// <summary>It must be read in seconds and state nothing.</summary>
    [Benchmark]
    public int Extract() => Extractor.Extract(document, null).Mentions.Count;
}
