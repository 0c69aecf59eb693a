using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Tables of releases that stand in a text as lines.</summary>
public class TextTableTests
{
    private const string Opening = "Sailcloth reports second quarter 2026 results\nOSLO, July 30, 2026 - Sailcloth Inc. today reported financial results for the second quarter of 2026.\n\n";

    [Theory]
    [InlineData("(In millions) 2Q 2026 2Q 2025 YTD 2026 YTD 2025\nNet sales $ 69.8 $ 68.4 $ 142.6 $ 130.4", "revenue.total[2026Q2] 69800000", "revenue.total[2025Q2] 68400000", "revenue.total[2026H1] 142600000", "revenue.total[2025H1] 130400000")]
    [InlineData("Second-Quarter 2026 | Second-Quarter 2025 | $ Change | % Change\nNet Sales | $24.2 million | $21.0 million | $3.2 million | 15.2%", "revenue.total[2026Q2] 24200000", "revenue.total[2025Q2] 21000000", "revenue.total|change.yoy[2026Q2] 3200000", "revenue.total|growth.yoy[2026Q2] 0.152")]
    [InlineData("(In thousands, except per share data)\n(Unaudited)\nThree Months Ended Six Months Ended\nJune 30, June 30,\n2026 2025 2026 2025\nOperating loss $ (1,213) $ (110) (2,000) (500)", "operating_income[2026Q2] -1213000", "operating_income[2025Q2] -110000", "operating_income[2026H1] -2000000", "operating_income[2025H1] -500000")]
    [InlineData("(In thousands)\nJune 30, December 31,\n2026 2025\nInventories $ 120,300 $ 118,700", "inventory[2026-06-30] 120300000", "inventory[2025-12-31] 118700000")]
    [InlineData("(in millions) Q2 2026 Q1 2026 Q2 2025 Q/Q Y/Y\nGross margin 66.8 % 66.1 % 67.1 % Up 0.7 pts Down 0.3 pts", "gross_margin[2026Q2] 0.668", "gross_margin[2026Q1] 0.661", "gross_margin[2025Q2] 0.671", "gross_margin|change.qoq[2026Q2] 0.007", "gross_margin|change.yoy[2026Q2] -0.003")]
    [InlineData("Non-GAAP\n(in millions) Q2 2026 Q2 2025\nNet income $ 12.5 $ 11.0", "net_income@adjusted[2026Q2] 12500000", "net_income@adjusted[2025Q2] 11000000")]
    [InlineData("(in millions, except volume) Q2 2026 Q2 2025\nVolume (tons) 817,524 881,410", "kpi.volume[2026Q2] 817524", "kpi.volume[2025Q2] 881410")]
    [InlineData("(in millions) Q2 2026 Q2 2025\nEquity in net income of unconsolidated affiliate $ 3.5 -", "kpi.equity_in_income_of_unconsolidated_affiliate[2026Q2] 3500000")]
    [InlineData("(in millions) Q2 2026 Q2 2025\nCapital expenditures $ (12.3) $ (10.9)", "capex[2026Q2] 12300000", "capex[2025Q2] 10900000")]
    [InlineData("Q2 2026 Q2 2025\nDiluted earnings per share $ 1.05 $ 0.98", "eps[2026Q2] 1.05", "eps[2025Q2] 0.98")]
    public void AreRead(string table, params string[] expected) => Assert.Equal(expected, Said(table));

    [Theory]
    [InlineData("Q2 2026 Q2 2025\nNet sales 69.8 68.4")]
    [InlineData("Net sales 69.8 68.4 142.6 130.4")]
    [InlineData("Q2 2026 Q2 2025\nNet sales 69.8 68.4 70.1")]
    [InlineData("(in millions) Q2 2026 Q2 2025\nInventories $ (1.6) $ (3.3)\nNet cash used in investing activities (9.6) (3.3)")]
    public void WhatCannotBeKnownIsLeftOut(string table) => Assert.DoesNotContain(Said(table), m => m.StartsWith("revenue", StringComparison.Ordinal) || m.StartsWith("inventory", StringComparison.Ordinal));

    [Fact]
    public void WhatALaterTableBreaksDown_IsAnotherThing() =>
        Assert.Equal(["opex[2026Q2] 9500000", "opex[2025Q2] 9000000"], Said("(in millions) Q2 2026 Q2 2025\nOperating expenses $ 9.5 $ 9.0\n\nStock awards are part of these lines.\nThey are left out elsewhere.\nThe split follows.\n(in millions) Q2 2026 Q2 2025\nOperating expenses $ 0.4 $ 0.3"));

    [Fact]
    public void EachCellHasItsPlace()
    {
        Mention mention = Extractor.Extract(TextDocument.Read("2026Q2-release.txt", Opening + "(in millions) Q2 2026 Q2 2025\nNet sales $ 69.8 $ 68.4"), null).Mentions[1];
        Assert.Equal((5, 17, 6, "Net sales $ 69.8 $ 68.4"), (mention.Provenance.Line, mention.Provenance.Start, mention.Provenance.Length, mention.Provenance.Quote));
    }

    private static IEnumerable<string> Said(string table) => Firms.Said(Extractor.Extract(TextDocument.Read("2026Q2-release.txt", Opening + table), null));
}
