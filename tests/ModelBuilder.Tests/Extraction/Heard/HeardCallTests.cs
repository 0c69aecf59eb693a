using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Extraction.Heard;

/// <summary>Calls written as recognizers write them keep their figures and gain none.</summary>
public class HeardCallTests
{
    private const string Call = """
        Speaker 1: Welcome to the Borealis third quarter 2023 earnings conference call. Good morning everyone.
        Speaker 2: Thank you, Ann, and good morning. We are pleased with the quarter. Total revenue was $412.6 million, up 9.3% year over year. This increase was driven by the summer fleet. Our gross margin in the third quarter was 31.4%, compared to 29.8% in the same period of last year. Sailors came back in numbers. Operating expenses were $88.5 million in the quarter. Adjusted EBITDA was $51.7 million, compared to $44.2 million in the prior year quarter. Diluted earnings per share were $1.24, compared to $1.05 last year. Capital expenditures in the quarter were $12.3 million. For the first nine months of 2023, free cash flow was $63.8 million.
        Turning to our outlook, we expect fourth quarter revenue of $395 million to $405 million. We also expect capital expenditures of approximately $15 million for the full year. With that, we are ready for questions.
        """;

    [Fact]
    public void ANumberSaidInAnyStyle_IsReadBackExactly()
    {
        var cases = from n in Gen.Choose(1, 999_999) from decimals in Gen.Choose(0, 3) from and in Gen.Elements(true, false) from unit in Gen.Elements("million", "percent", "dollars", "basis points", "euros") select (n, decimals, and, unit);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            string printed = (c.n / (decimal)Math.Pow(10, c.decimals)).ToString($"F{c.decimals}", CultureInfo.InvariantCulture);
            List<Token> tokens = SpokenNumbers.Join(Tokenizer.Tokenize($"it was {Spoken.Number(printed, c.and)} {c.unit} then"));
            decimal[] read = [.. tokens.Where(t => t.Kind == TokenKind.Number).Select(t => decimal.Parse(t.Text, CultureInfo.InvariantCulture))];
            decimal thousands = tokens.Exists(t => t.Is("thousand")) ? 1000 : 1;
            return read.Length == 1 && read[0] * thousands == decimal.Parse(printed, CultureInfo.InvariantCulture);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void DollarsAndCents_AreReadBackExactly() => Prop.ForAll(Gen.Choose(1, 99).SelectMany(d => Gen.Choose(1, 99).Select(c => (d, c))).ToArbitrary(), c =>
    {
        string said = $"{Spoken.Whole(c.d, false)} {(c.d == 1 ? "dollar" : "dollars")} and {Spoken.Whole(c.c, false)} {(c.c == 1 ? "cent" : "cents")}";
        Quantity q = QuantityReader.Read(SpokenNumbers.Join(Tokenizer.Tokenize($"it was {said} a share"))).Single(x => x.Kind == QuantityKind.Money);
        return q is { PerShare: true, Precision: 0.005m } && q.Value == c.d + (c.c / 100m);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AYearSaid_IsReadBack() => Prop.ForAll(Gen.Choose(2001, 2039).ToArbitrary(), year =>
        year is > 2000 and < 2010 || SpokenNumbers.Join(Tokenizer.Tokenize($"in {Spoken.Year(year)} we")).Exists(t => t.Text == year.ToString(CultureInfo.InvariantCulture))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ACallWithoutSigns_KeepsAllItsFigures(int seed)
    {
        HashSet<string> clean = Said(Call), heard = Said(Recognizer.Plain(Call, seed));
        Assert.Equal(14, clean.Count);
        Assert.Empty(clean.Except(heard));
        Assert.Empty(heard.Except(clean));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ACallWithSomeSigns_KeepsAllItsFigures(int seed)
    {
        HashSet<string> clean = Said(Call), heard = Said(Recognizer.Punctuated(Call, seed));
        Assert.Empty(heard.Except(clean));
        Assert.InRange(clean.Except(heard).Count(), 0, 1);
    }

    [SkippableTheory]
    [InlineData("AIT_q2_2020", 0.80, 0.08)]
    [InlineData("BBY_q3_2022", 0.70, 0.25)]
    [InlineData("dentsply_2020Q2", 0.80, 0.15)]
    [InlineData("landsend_2020Q3", 0.80, 0.12)]
    public void AnotherCallHeard_KeepsMostOfItsFigures(string name, double kept, double invented)
    {
        string text = File.ReadAllText(Path.Combine(Machine.NeedShared(), "data", "transcripts", name + ".txt"));
        HashSet<string> clean = Said(text, name), plain = Said(Recognizer.Plain(text, 7), name), confused = Said(Recognizer.Plain(text, 7, 0.2), name);
        double Kept(HashSet<string> heard) => (double)clean.Intersect(heard).Count() / clean.Count;
        double Invented(HashSet<string> heard) => (double)heard.Except(clean).Count() / heard.Count;
        Assert.True(Kept(plain) >= kept && Invented(plain) <= invented, $"{name}: kept {Kept(plain):F3}, invented {Invented(plain):F3}");
        Assert.True(Kept(confused) >= kept - 0.2 && Invented(confused) <= invented + 0.08, $"{name} confused: kept {Kept(confused):F3}, invented {Invented(confused):F3}");
    }

    // figures, not names: recognition drops the hyphens and capitals by which the document's own lines are called
    private static HashSet<string> Said(string text, string name = "call") => [.. Extractor.Extract(TextDocument.Read(name + ".txt", text), null).Mentions
        .Where(m => m.Line.Family != "kpi").Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Measure}[{m.Period}] {m.Amount.Value / 1.0000m}"))];
}
