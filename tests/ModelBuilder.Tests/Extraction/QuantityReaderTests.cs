using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

public class QuantityReaderTests
{
    [Theory]
    [InlineData("MSEK 2,811", 2811e6, 0.5e6, "SEK")]
    [InlineData("12.5 TEUR", 12.5e3, 0.05e3, "EUR")]
    [InlineData("EURm 12.5", 12.5e6, 0.05e6, "EUR")]
    [InlineData("RMB 1,052 million", 1052e6, 0.5e6, "CNY")]
    [InlineData("168.5 million RMB", 168.5e6, 0.05e6, "CNY")]
    [InlineData("RMB1.69 billion", 1.69e9, 0.005e9, "CNY")]
    [InlineData("$729.7 million RMB", 729.7e6, 0.05e6, "CNY")]
    [InlineData("RMB $1.35 billion", 1.35e9, 0.005e9, "CNY")]
    [InlineData("2.176 billion yuan", 2.176e9, 0.0005e9, "CNY")]
    [InlineData("HKD 2.8 billion", 2.8e9, 0.05e9, "HKD")]
    [InlineData("29.2 million US dollars", 29.2e6, 0.05e6, "USD")]
    [InlineData("$3.3B", 3.3e9, 0.05e9, "$")]
    [InlineData("negative RMB 245.1 million", -245.1e6, 0.05e6, "CNY")]
    [InlineData("3亿元", 3e8, 0.5e8, null)]
    [InlineData("18 cents", 0.18, 0.005, "$")]
    public void Money(string text, double value, double precision, string? currency)
    {
        Quantity q = Assert.Single(QuantityReader.Read(Tokenizer.Tokenize("it was " + text + " then")));
        Assert.Equal((QuantityKind.Money, (decimal)value, (decimal)precision, currency), (q.Kind, q.Value, q.Precision, q.Currency));
    }

    [Theory]
    [InlineData("15.2%", "Percent", 0.152, 0.0005)]
    [InlineData("negative 8.9 percent", "Percent", -0.089, 0.0005)]
    [InlineData("-9.40%", "Percent", -0.094, 0.00005)]
    [InlineData("3.1 percentage points", "Points", 0.031, 0.0005)]
    [InlineData("240 basis points", "Points", 0.024, 0.00005)]
    [InlineData("40 bps", "Points", 0.004, 0.00005)]
    public void Relative(string text, string kind, double value, double precision)
    {
        Quantity q = Assert.Single(QuantityReader.Read(Tokenizer.Tokenize("it was " + text + " then")));
        Assert.Equal((kind, (decimal)value, (decimal)precision), (q.Kind.ToString(), q.Value, q.Precision));
    }

    [Theory]
    [InlineData("between 500 and 520 million", 500e6, 520e6)]
    [InlineData("between 41 and 53 cents", 0.41, 0.53)]
    [InlineData("in the range of 8% to 9.5%", 0.08, 0.095)]
    [InlineData("of 13.5 to 17.5 million", 13.5e6, 17.5e6)]
    public void Ranges_ShareWhatIsSaidOnce(string text, double low, double high)
    {
        List<Quantity> found = QuantityReader.Read(Tokenizer.Tokenize("it will be " + text));
        Assert.Equal([(decimal)low, (decimal)high], found.Select(q => q.Value));
        Assert.True(found[0].OpensRange);
        Assert.Equal(found[1].Kind, found[0].Kind);
    }

    [Theory]
    [InlineData("approximately RMB 5 million", true, null)]
    [InlineData("more than 5%", true, "more than")]
    [InlineData("RMB 5 million", false, null)]
    public void Hedges(string text, bool approximate, string? bound)
    {
        Quantity q = Assert.Single(QuantityReader.Read(Tokenizer.Tokenize("it was " + text)));
        Assert.Equal((approximate, bound), (q.Approximate, q.Bound));
    }

    [Fact]
    public void ANumberPrintedInAnyStyle_IsReadBackWithAnIntervalThatContainsIt()
    {
        string[] before = ["RMB ", "$", "US$", "¥", "", "negative RMB "], after = [" million", " billion", " thousand", " million yuan", " bn"];
        var cases = from units in Gen.Choose(0, 2_000_000_000) from decimals in Gen.Choose(0, 3) from b in Gen.Elements(before) from a in Gen.Elements(after) select (units, decimals, b, a);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            decimal exact = c.units / 100_000m;
            string printed = exact.ToString("N" + c.decimals, CultureInfo.InvariantCulture);
            decimal scale = c.a.Contains("million", StringComparison.Ordinal) ? 1e6m : c.a.Contains("thousand", StringComparison.Ordinal) ? 1e3m : 1e9m;
            decimal sign = c.b.StartsWith("negative", StringComparison.Ordinal) ? -1 : 1;
            Quantity? q = QuantityReader.Read(Tokenizer.Tokenize($"It came to {c.b}{printed}{c.a} in all")).SingleOrDefault();
            return q is not null && ModelBuilder.Figures.Interval.Around(q.Value, q.Precision).Contains(sign * exact * scale);
        }).QuickCheckThrowOnFailure();
    }
}
