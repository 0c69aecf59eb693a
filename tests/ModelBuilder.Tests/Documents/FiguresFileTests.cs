using ModelBuilder.Documents;
using ModelBuilder.Figures;
using Xunit;

namespace ModelBuilder.Tests.Documents;

public class FiguresFileTests
{
    private const string Header = "period,metric,basis,measure,value,unit,currency,kind,source,source_type,note\n";

    private static readonly Company Company = new()
    {
        Name = "Harbour Tea",
        Ticker = "",
        Currency = "EUR",
        Segments = [new CompanyLine(new LineKey("revenue.bags"), "Bags", [])],
    };

    [Fact]
    public void Read_Row_IsAMentionWithProvenance()
    {
        Mention mention = One("2025Q3,revenue.total,,level,2478000000.0,money,EUR,reported,S1,press release,");

        Assert.Equal("revenue.total[2025Q3]", mention.Id!.Value.ToString());
        Assert.Equal(new Amount(2_478_000_000.0m, 500_000m, Unit.Money, "EUR"), mention.Amount);
        Assert.Equal(MentionKind.Reported, mention.Kind);
        Assert.Equal(new Provenance("figures.csv", SourceKind.Release, 2, 28, 12, "revenue.total 2025Q3 = 2,478.0 million EUR (S1, press release)") { IsTyped = true }, mention.Provenance);
    }

    [Theory]
    [InlineData("2478000000.0", "press release", 500_000)]
    [InlineData("2352700000", "press release", 50_000)]
    [InlineData("1970000000.0", "press release", 500_000)] // 1,970.0: the last zero of the tens is no rounding
    [InlineData("1970000000.0", "aggregator summary", 5_000_000)]
    [InlineData("780000000", "broker note", 5_000_000)]
    [InlineData("60000000", "press release", 5_000_000)]
    [InlineData("-43500000.0", "press release", 50_000)]
    [InlineData("5007251000", "annual report", 500)]
    [InlineData("1234.56", "", 0.005)]
    [InlineData("0", "", 0.5)]
    public void Read_Money_PrecisionFollowsTrailingZeros(string value, string source, double precision) =>
        Assert.Equal((decimal)precision, One($"2025Q3,net_income,,,{value},money,EUR,,,{source},").Amount.Precision);

    [Theory]
    [InlineData("0.314", "ratio", 0.0005)]
    [InlineData("0.31", "ratio", 0.005)]
    [InlineData("0.310", "ratio", 0.0005)]
    [InlineData("0.1", "ratio", 0.005)] // 10%: nobody states tens of percent
    [InlineData("0.031", "points", 0.0005)]
    [InlineData("-0.5", "ratio", 0.005)]
    public void Read_Ratio_PrecisionFollowsDecimals(string value, string unit, double precision) =>
        Assert.Equal((decimal)precision, One($"2025Q3,gross_margin,,,{value},{unit},,,,,").Amount.Precision);

    [Theory]
    [InlineData("1.20", "per_share", "EUR", 0.005)]
    [InlineData("12000", "count", "", 0.5)]
    public void Read_PerShareAndCount_PrecisionIsAsWritten(string value, string unit, string currency, double precision) =>
        Assert.Equal((decimal)precision, One($"2025Q3,eps,,,{value},{unit},{currency},,,,").Amount.Precision);

    [Theory]
    [InlineData("6-K EX-99.1", SourceKind.Filing)]
    [InlineData("annual report", SourceKind.Filing)]
    [InlineData("filing", SourceKind.Filing)]
    [InlineData("press release with lost spaces", SourceKind.Release)]
    [InlineData("transcript", SourceKind.Transcript)]
    [InlineData("ASR transcript", SourceKind.MachineTranscript)]
    [InlineData("transcript summary", SourceKind.Summary)]
    [InlineData("annual report summary", SourceKind.Summary)]
    [InlineData("aggregator", SourceKind.Summary)]
    [InlineData("broker-note summary", SourceKind.Article)]
    [InlineData("AI-generated article", SourceKind.Article)]
    [InlineData("forum post", SourceKind.Article)]
    [InlineData("my phone call", SourceKind.Notes)]
    [InlineData("", SourceKind.Notes)]
    public void Read_SourceType_TheLeastKindNamedHolds(string words, SourceKind kind) =>
        Assert.Equal(kind, One($"2025Q3,revenue.total,,,1,money,EUR,,,{words},").Provenance.Source);

    [Theory]
    [InlineData("", "", MentionKind.Reported, "level")]
    [InlineData("reported", "growth.yoy", MentionKind.Reported, "growth.yoy")]
    [InlineData("Consensus", "level", MentionKind.Consensus, "level")]
    [InlineData("forecast", "level", MentionKind.Forecast, "level")]
    [InlineData("own", "level", MentionKind.Own, "level")]
    [InlineData("guidance", "guidance.low", MentionKind.Reported, "guidance.low")]
    [InlineData("guidance", "level", MentionKind.Reported, "guidance.point")]
    [InlineData("guidance", "growth.yoy", MentionKind.Reported, "guidance.point.growth.yoy")]
    public void Read_KindAndMeasure(string kind, string measure, MentionKind expected, string expectedMeasure)
    {
        Mention mention = One($"2025Q3,opex,,{measure},0.5,ratio,,{kind},,,");

        Assert.Equal((expected, expectedMeasure), (mention.Kind, mention.Measure.ToString()));
    }

    [Theory]
    [InlineData("2025Q5,revenue.total,,level,1,money,EUR,,,,", "'2025Q5' is no period")]
    [InlineData(",revenue.total,,level,1,money,EUR,,,,", "no period")]
    [InlineData("2025Q3,Revenue Total,,level,1,money,EUR,,,,", "'Revenue Total' is no metric")]
    [InlineData("2025Q3,revenue.total,Non-GAAP,level,1,money,EUR,,,,", "'Non-GAAP' is no basis")]
    [InlineData("2025Q3,revenue.total,,margin,1,money,EUR,,,,", "'margin' is no measure")]
    [InlineData("2025Q3,revenue.total,,level,1.5bn,money,EUR,,,,", "'1.5bn' is no value")]
    [InlineData("2025Q3,revenue.total,,level,\"1,500\",money,EUR,,,,", "'1,500' is no value")]
    [InlineData("2025Q3,revenue.total,,level,,money,EUR,,,,", "no value")]
    [InlineData("2025Q3,revenue.total,,level,1,dollars,EUR,,,,", "'dollars' is no unit")]
    [InlineData("2025Q3,revenue.total,,level,1,money,,,,,", "no currency")]
    [InlineData("2025Q3,revenue.total,,level,1,money,RMB,,,,", "'RMB' is no currency")]
    [InlineData("2025Q3,revenue.total,,level,1,money,EUR,rumour,,,", "'rumour' is no kind")]
    [InlineData("2025Q3,revenue.total,,growth.yoy,1,money,EUR,,,,", "growth is a ratio, not money")]
    [InlineData("2025Q3", "no metric")]
    public void Read_BadRow_IsAWarningAndTheOthersStand(string row, string message)
    {
        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) =
            FiguresFile.Read("figures.csv", Header + row + "\n2025Q2,revenue.bags,,level,2,money,EUR,,,,\n", Company);

        Assert.Equal("revenue.bags[2025Q2]", Assert.Single(mentions).Id!.Value.ToString());
        Assert.StartsWith(message, findings[0].Message, StringComparison.Ordinal);
        Assert.All(findings, f => Assert.Equal((Severity.Warning, FindingCode.Input, "figures.csv", 2), (f.Severity, f.Code, f.Document, f.DocumentLine)));
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty(f.Remedy)));
    }

    [Fact]
    public void Read_UnknownLine_IsKeptAndSaid()
    {
        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) = FiguresFile.Read("figures.csv", Header + "2025Q3,revenue.bgas,,level,1,money,EUR,,,,", Company);

        Assert.Single(mentions);
        Assert.Contains("did you mean 'revenue.bags'?", Assert.Single(findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderInAnotherOrderWithMoreColumns_IsTheSame()
    {
        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) =
            FiguresFile.Read("figures.csv", "\uFEFFUnit;Mood;Value;Currency;Period;Metric\r\nmoney;good;250;USD;2025-09-30;cash\r\n;;;;;\r\n", Company);

        Assert.Empty(findings);
        Assert.Equal(("cash[2025-09-30]", 250m, "USD"), (mentions[0].Id!.Value.ToString(), mentions[0].Amount.Value, mentions[0].Amount.Currency));
    }

    [Fact]
    public void Read_NoValueColumn_IsOneError()
    {
        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) = FiguresFile.Read("figures.csv", "period,metric,vaule,unit\n2025Q3,cash,1,money\n", Company);

        Assert.Empty(mentions);
        Finding finding = Assert.Single(findings);
        Assert.Equal((Severity.Error, "nothing can be read: no column value; is it 'vaule'?"), (finding.Severity, finding.Message));
    }

    [Fact]
    public void Read_Nothing_IsOneError() => Assert.Equal(Severity.Error, Assert.Single(FiguresFile.Read("figures.csv", "", Company).Findings).Severity);

    [Fact]
    public void Read_BreaksInsideQuotesAndEmptyLines_LineNumbersStayRight()
    {
        string text = Header + "2025Q3,cash,,,1,money,EUR,,,,\"two\nlines\"\n\n2025Q2,cash,,,1,money,EUR,,,,\n2025Q9,cash,,,1,money,EUR,,,,\n";
        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) = FiguresFile.Read("figures.csv", text, Company);

        Assert.Equal([2, 5], mentions.Select(m => m.Provenance.Line));
        Assert.Equal(6, Assert.Single(findings).DocumentLine);
    }

    [Fact]
    public void Read_QuoteSaysWhatTheRowSays()
    {
        Assert.Equal("gross_profit@adjusted growth.yoy 2025Q3 = 27.6% (press release); core, unaudited", One("2025Q3,gross_profit,adjusted,growth.yoy,0.276,ratio,,reported,,press release,\"core, unaudited\"").Provenance.Quote);
        Assert.Equal("revenue.total 2026FY = 11,685.25 million EUR (forecast, Bank X, broker note)", One("2026FY,revenue.total,,,11685250000,money,EUR,forecast,Bank X,broker note,").Provenance.Quote);
        Assert.Equal("gross_margin change.yoy 2025Q3 = -2.36 points", One("2025Q3,gross_margin,,change.yoy,-0.0236,points,,,,,").Provenance.Quote);
    }

    private static Mention One(string row)
    {
        (IReadOnlyList<Mention> mentions, IReadOnlyList<Finding> findings) = FiguresFile.Read("figures.csv", Header + row + "\n", Company);
        Assert.Empty(findings);
        return Assert.Single(mentions);
    }
}
