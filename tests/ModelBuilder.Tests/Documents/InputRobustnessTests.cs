using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Documents;
using ModelBuilder.Figures;
using Xunit;

namespace ModelBuilder.Tests.Documents;

/// <summary>Whatever a file holds, its reader answers with findings and never throws.</summary>
public class InputRobustnessTests
{
    private const string Yaml = "name: Quarry Lane\naliases: [a, 'b']\ncurrency: USD\nfiscal_year_end: last Friday of May\nfiscal_year_named: by ending year\nsegments:\n  - key: stone\n    aliases: [x]\ndecisions:\n  - {line: a, period: 2020Q1, use: 1, reason: x}\n";
    private const string Csv = "period,metric,value,unit,currency\n2020Q1,\"revenue.total\",1200000,money,USD\r\n\n2020Q2,gross_margin,0.4,ratio,\"\"\n";

    private static readonly Company Company = new() { Name = "Quarry Lane", Ticker = "", Currency = "USD" };

    // A valid file with a few characters put in, taken out or doubled.
    private static Gen<string> Damaged(string text) => Gen.Choose(1, 6).SelectMany(n =>
        Gen.Elements("\"", "'", "[", "]", "{", "}", ":", "-", "\n", "\r", "\t", " ", "&", "*", "!", "|", ">", "#", "%", "@", ",", ";", "\0", "é", "\ud800", "---\n", "...\n", "")
            .SelectMany(_ => Gen.Choose(0, text.Length - 1), (put, at) => (put, at)).ArrayOf(n),
        (_, edits) => edits.Aggregate(text, (t, e) => e.put.Length == 0 ? t.Remove(Math.Min(e.at, t.Length - 1), 1) : t.Insert(Math.Min(e.at, t.Length), e.put)));

    [Fact]
    public void CompanyFile_AnyText_GivesACompanyOrAnError() => Prop.ForAll(Damaged(Yaml).ToArbitrary(), text =>
    {
        (Company? company, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", text);
        return (company is null) == findings.Any(f => f.Severity == Severity.Error) && findings.All(f => f.DocumentLine >= 1 && f.Remedy is not null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void FiguresFile_AnyText_IsRead() => Prop.ForAll(Damaged(Csv).ToArbitrary(), text =>
    {
        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) = FiguresFile.Read("figures.csv", text, Company);
        return mentions.All(m => m.Provenance.Line >= 1 && m.Provenance.Start >= 0) && findings.All(f => f.DocumentLine >= 1 && f.Remedy is not null);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
