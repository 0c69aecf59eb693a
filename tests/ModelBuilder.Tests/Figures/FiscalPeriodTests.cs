using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Figures;
using NodaTime;
using Xunit;

namespace ModelBuilder.Tests.Figures;

public class FiscalPeriodTests
{
    private static Gen<FiscalPeriod> Any { get; } = Gen.OneOf(
        Gen.Choose(1901, 2199).Select(FiscalPeriod.FullYear),
        Gen.Choose(1901, 2199).Select(FiscalPeriod.NineMonths),
        Gen.Choose(1901, 2199).SelectMany(_ => Gen.Choose(1, 4), FiscalPeriod.Quarter),
        Gen.Choose(1901, 2199).SelectMany(_ => Gen.Choose(1, 2), FiscalPeriod.Half),
        Gen.Choose(1901, 2199).SelectMany(_ => Gen.Choose(1, 12), FiscalPeriod.Month),
        Gen.Choose(0, 80000).Select(d => FiscalPeriod.Instant(new LocalDate(1950, 1, 1).PlusDays(d))));

    [Fact]
    public void ParseAndPrint_RoundTrip() =>
        Prop.ForAll(Any.ToArbitrary(), p => FiscalPeriod.Parse(p.ToString()) == p).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2023Q4")]
    [InlineData("2023FY")]
    [InlineData("2023H1")]
    [InlineData("2023M9")]
    [InlineData("2023-04")]
    [InlineData("2024-02-29")]
    public void Parse_Code_PrintsTheSame(string code) => Assert.Equal(code, FiscalPeriod.Parse(code).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2023")]
    [InlineData("2023Q5")]
    [InlineData("2023Q0")]
    [InlineData("2023Q")]
    [InlineData("2023H3")]
    [InlineData("2023M6")]
    [InlineData("2023q4")]
    [InlineData("Q42023")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-02-29")]
    [InlineData("2023Q4 ")]
    [InlineData("1899FY")]
    [InlineData("2201FY")]
    [InlineData("0000FY")]
    public void TryParse_NoPeriod_IsFalse(string? code) => Assert.False(FiscalPeriod.TryParse(code, out _));

    [Theory]
    [InlineData("2023Q1", "2022Q4", "2022Q1")]
    [InlineData("2023Q3", "2023Q2", "2022Q3")]
    [InlineData("2023FY", "2022FY", "2022FY")]
    [InlineData("2023H1", "2022H2", "2022H1")]
    [InlineData("2023H2", "2023H1", "2022H2")]
    [InlineData("2023-01", "2022-12", "2022-01")]
    [InlineData("2023M9", null, "2022M9")]
    [InlineData("2024-02-29", null, "2023-02-28")]
    public void PriorAndYearAgo(string code, string? prior, string yearAgo)
    {
        FiscalPeriod period = FiscalPeriod.Parse(code);

        Assert.Equal(prior, period.Prior?.ToString());
        Assert.Equal(yearAgo, period.YearAgo.ToString());
    }

    [Fact]
    public void QuarterIndex_NeighboursDifferByOne() => Prop.ForAll(
        Gen.Choose(1905, 2190).SelectMany(_ => Gen.Choose(1, 4), FiscalPeriod.Quarter).ToArbitrary(),
        q => q.QuarterIndex - q.Prior!.Value.QuarterIndex == 1
            && q.QuarterIndex - q.YearAgo.QuarterIndex == 4
            && FiscalPeriod.FromQuarterIndex(q.QuarterIndex) == q
            && q.AddQuarters(7).AddQuarters(-7) == q).QuickCheckThrowOnFailure();

    [Fact]
    public void CompareTo_PeriodsOfAYear_OrderByTheirEndShorterFirst()
    {
        string[] ordered = ["2022FY", "2023-01", "2023Q1", "2023-06-30", "2023-06", "2023Q2", "2023H1", "2023Q3", "2023M9", "2023-12-31", "2023Q4", "2023H2", "2023FY", "2024Q1"];

        Assert.Equal(ordered, ordered.Reverse().Select(FiscalPeriod.Parse).Order().Select(p => p.ToString()));
    }

    [Fact]
    public void CompareTo_IsAnOrder() => Prop.ForAll(
        Any.ToArbitrary(), Any.ToArbitrary(),
        (a, b) => Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a)) && (a.CompareTo(b) == 0) == (a == b) && (a < b) == (b > a) && (a <= b) == !(a > b)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2023FY", "2023Q1 2023Q2 2023Q3 2023Q4")]
    [InlineData("2023M9", "2023Q1 2023Q2 2023Q3")]
    [InlineData("2023H2", "2023Q3 2023Q4")]
    [InlineData("2023Q2", "2023Q2")]
    [InlineData("2023-04", "")]
    public void Quarters_OfAPeriod(string code, string quarters) => Assert.Equal(quarters, string.Join(' ', FiscalPeriod.Parse(code).Quarters));

    [Theory]
    [InlineData("2023Q4", true, "4Q23A")]
    [InlineData("2024Q1", false, "1Q24E")]
    [InlineData("2023FY", true, "FY23A")]
    [InlineData("2003H1", true, "1H03A")]
    [InlineData("2023M9", true, "9M23A")]
    public void Label_AsAnalystsWrite(string code, bool actual, string label) => Assert.Equal(label, FiscalPeriod.Parse(code).Label(actual));

    [Fact]
    public void Construction_OfWhatDoesNotExist_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalPeriod.Quarter(2023, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalPeriod.Half(2023, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalPeriod.Month(2023, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalPeriod.FullYear(23));
        Assert.Throws<InvalidOperationException>(() => FiscalPeriod.FullYear(2023).QuarterIndex);
    }
}
