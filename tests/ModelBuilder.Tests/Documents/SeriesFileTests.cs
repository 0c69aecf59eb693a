using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Documents;

public class SeriesFileTests
{
    [Fact]
    public void OneSeriesARow_IsReadWithItsTest()
    {
        var (series, findings) = SeriesFile.Read("s.csv", """
            sn,type,description,n,h,train,test
            A1,MICRO,"FERRIES, NORTH (CODE= X )",3,2,1.5;2;-3e2,4;5

            A2,MACRO,,1,1,7,8
            """);

        Assert.Empty(findings);
        Assert.Equal(["A1", "A2"], series.Select(s => s.Name));
        Assert.Equal([(0, 1.5), (1, 2), (2, -300)], series[0].Points);
        Assert.Equal([4.0, 5], series[0].HeldBack);
        Assert.Equal(("MACRO", 4), (series[1].Type, series[1].Line));
    }

    [Fact]
    public void OneSeriesARow_WhatCannotBeReadIsAFindingWithItsLine()
    {
        var (series, findings) = SeriesFile.Read("s.csv", """
            sn,type,description,n,h,train,test
            A1,X,,2,1,1;two,4
            A2,X,,2,2,1;2,4
            A3,X,,2,1,1;,4
            A4,X,,2,1,1;2,3
            """);

        Assert.Equal(["A4"], series.Select(s => s.Name));
        Assert.Equal(["s.csv:2", "s.csv:3", "s.csv:4"], findings.Select(f => f.Place));
        Assert.Contains("'two'", findings[0].Message, StringComparison.Ordinal);
        Assert.All(findings, f => Assert.Equal(Severity.Warning, f.Severity));
    }

    [Fact]
    public void OneQuarterARow_IsGatheredByTickerInOrderOfTime()
    {
        var (series, findings) = SeriesFile.Read("q.csv", """
            ticker,fiscal_year,fiscal_quarter,period_end,currency,revenue,net_profit
            NWF,2020,2,2020-06-30,Euro,12,
            NWF,2020,1,2020-03-31,Euro,11,5
            OST,2020,1,2020-03-31,Euro,5,
            NWF,2020,4,2020-12-31,Euro,14,
            NWF,2020,3,2020-09-30,Euro,,1
            """);

        Assert.Empty(findings);
        Assert.Equal(["NWF", "OST"], series.Select(s => s.Name));
        Assert.Equal([(8080, 11.0), (8081, 12), (8083, 14)], series[0].Points);
        Assert.Empty(series[0].HeldBack);
    }

    [Fact]
    public void OneQuarterARow_ByItsEndAlone_FollowsYearsOf52And53Weeks()
    {
        // Quarters of 12, 12, 12 and 16 weeks, one of them missing, one stated twice.
        var (series, findings) = SeriesFile.Read("q.csv", """
            ticker,period_end,revenue
            NWF,2021-04-24,1
            NWF,2021-07-17,2
            NWF,2022-01-01,4
            NWF,2022-04-23,5
            NWF,2022-04-23,6
            """);

        Assert.Equal([(8085, 1.0), (8086, 2), (8088, 4), (8089, 6)], series[0].Points);
        Assert.Equal("q.csv:6", Assert.Single(findings).Place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c\n1,2,3")]
    [InlineData("ticker,period_end,revenue\nNWF,soon,5")]
    [InlineData("sn,type,train,test\nA,X,one,2")]
    public void NothingToRead_IsAnError(string text)
    {
        var (_, findings) = SeriesFile.Read("x.csv", text);

        Assert.Contains(findings, f => f.Severity == Severity.Error || f.DocumentLine == 2);
        Assert.All(findings, f => Assert.NotNull(f.Remedy));
    }

    [Fact]
    public void BadNumbersAndQuarters_AreFindingsAndTheRestStands()
    {
        var (series, findings) = SeriesFile.Read("q.csv", "ticker;fiscal_year;fiscal_quarter;revenue\nNWF;2020;1;1.5\nNWF;2020;5;2\nNWF;2020;3;n/a\nNWF;2020;4;NaN\n");

        Assert.Equal([(8080, 1.5)], series[0].Points);
        Assert.Equal([3, 4, 5], findings.Select(f => f.DocumentLine));
    }
}
