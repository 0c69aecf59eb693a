using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

public class ExtractionPropertyTests
{
    private static readonly string[] Telling =
    [
        "Total revenue was RMB 1,234 million, up 12% year-over-year.", "Gross margin was 14.2%, compared with 13.1% last quarter.", "Timber costs were RMB 5 million this quarter.",
        "Net loss was RMB 9 million.", "Capital expenditures were RMB 30 million.", "Revenue from sea boats was RMB 40 million.",
    ];

    private static readonly string[] Idle =
    [
        "We thank our crews for their patience.", "The harbour was painted blue.", "Our engineers visited 14 shipyards.", "A new hull took 3 months to build.", "We are proud of what was done.",
    ];

    [Fact]
    public void AnIdleSentence_ChangesNothingElse()
    {
        var cases = from told in Gen.SubListOf(Telling) from idle in Gen.Elements(Idle) from at in Gen.Choose(0, 6) select (told, idle, at);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            List<string> sentences = [.. c.told];
            IReadOnlyList<string> plain = Firms.Call(string.Join(' ', sentences));
            sentences.Insert(Math.Min(c.at, sentences.Count), c.idle);
            return plain.SequenceEqual(Firms.Call(string.Join(' ', sentences)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnyText_IsReadWithoutAnException() => Prop.ForAll<string[]>(words =>
    {
        string[] some = ["revenue", "was", "RMB", "5%", "from", "to", "12", "million", "Q3", "2023", "-", "'s", "(", "the", "quarter", "last", "year", ".", "excluding", ","];
        string text = string.Join(' ', words.Select((w, i) => i % 3 == 0 ? w : some[Math.Abs((w ?? "").Length + (i * 7)) % some.Length]));
        Extracted read = Extractor.Extract(TextDocument.Read("2023Q4.txt", text), Firms.Borealis);
        return read.Mentions.All(m => m.Provenance.Quote.Length > 0);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1,234,567, 5%, ")]
    [InlineData("revenue was 5% and 7 million up ")]
    [InlineData("1,")]
    [InlineData("5%,")]
    [InlineData("a.")]
    public void AHostileLine_TakesSeconds(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        Stopwatch watch = Stopwatch.StartNew();
        Extractor.Extract(TextDocument.Read("x.txt", text), null);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed} for two million characters");
    }

    [Fact]
    public void JsonLines_HoldTheContractsFields()
    {
        Mention mention = Firms.Read("Net loss was RMB 9.5 million.", Firms.Borealis).Mentions[0];
        Assert.Equal(
            """{"document":"call.txt","line":2,"start":24,"length":15,"speaker":"Speaker 1","metric":"net_income","basis":"","measure":"level","period":"2023Q4","value":-9500000,"unit":"money","currency":"CNY","precision":50000,"approximate":false,"quote":"Net loss was RMB 9.5 million."}""",
            MentionJson.Of(mention));
    }

    [Fact]
    public void Csv_HasTheSameColumns()
    {
        StringWriter writer = new();
        ExtractReport.WriteCsv(Firms.Read("Gross margin was 12%, at least.", Firms.Borealis).Mentions, writer);
        string[] lines = writer.ToString().Split('\n');
        Assert.Equal("document,line,start,length,speaker,metric,basis,measure,period,value,unit,currency,precision,approximate,quote", lines[0]);
        Assert.Equal("call.txt,2,28,3,Speaker 1,gross_margin,,level,2023Q4,0.12,ratio,,0.005,false,\"Gross margin was 12%, at least.\"", lines[1]);
    }
}
