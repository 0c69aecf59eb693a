using ModelBuilder.Documents;
using ModelBuilder.Extraction;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Stretches told by the day on which they end, periods side by side, and the year that a sentence opens with. The calls report the fourth quarter of 2023.</summary>
public class StatedPeriodsTests
{
    [Theory]
    [InlineData("Revenue for the year ended December 31, 2022 was $120 million.", "revenue.total[2022FY] 120000000")]
    [InlineData("For the twelve months ended December 31, 2023, revenue was $120 million.", "revenue.total[2023FY] 120000000")]
    [InlineData("Revenue for the nine months ended September 30, 2023 was $27 million, compared to $25 million for the same period in 2022.", "revenue.total[2023M9] 27000000", "revenue.total[2022M9] 25000000")]
    [InlineData("For the six months ended June 30, 2023, net income was $6 million.", "net_income[2023H1] 6000000")]
    [InlineData("Net sales for the quarter ended December 31, 2023 were $30 million, compared to $28 million for the quarter ended December 31, 2022.", "revenue.total[2023Q4] 30000000", "revenue.total[2022Q4] 28000000")]
    [InlineData("For the nine-month period ended September 30, 2023, net income was $5 million versus $4 million for the comparable period in 2022.", "net_income[2023M9] 5000000", "net_income[2022M9] 4000000")]
    [InlineData("Nine-month sales were $88 million.", "revenue.total[2023M9] 88000000")]
    [InlineData("Our sales for the nine months through September were up 4%.", "revenue.total|growth.yoy[2023M9] 0.04")]
    public void AStretchIsToldByTheDayOnWhichItEnds(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("Gross margins in the third quarter of 2023 and 2022 were 40% and 38%, respectively.", "gross_margin[2023Q3] 0.4", "gross_margin[2022Q3] 0.38")]
    [InlineData("Gross profit for Q3 2023 and Q3 2022 was $4 million and $3 million, respectively.", "gross_profit[2023Q3] 4000000", "gross_profit[2022Q3] 3000000")]
    [InlineData("Revenue in the quarter and full year was $10 million and $27 million, respectively.", "revenue.total[2023Q4] 10000000", "revenue.total[2023FY] 27000000")]
    [InlineData("Net income was $4 million and $11 million for the third quarter and first nine months of 2023, respectively.", "net_income[2023Q3] 4000000", "net_income[2023M9] 11000000")]
    [InlineData("Revenues were $30 million and $28 million in the third quarters of 2023 and 2022, respectively.", "revenue.total[2023Q3] 30000000", "revenue.total[2022Q3] 28000000")]
    [InlineData("Revenue and net income were $10 million and $2 million, respectively.", "revenue.total[2023Q4] 10000000", "net_income[2023Q4] 2000000")]
    public void PeriodsSideBySideTakeTheirNumbersInOrder(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Theory]
    [InlineData("In 2022, our operating profit was $118 million in the second quarter.", "operating_income[2022Q2] 118000000")]
    [InlineData("Revenue fell about 40% compared to the prior year in June.", "revenue.total|growth.yoy[2023-06] -0.4")]
    [InlineData("Total debt at quarter end was $300 million.", "debt[2023-12-31] 300000000")]
    [InlineData("Cash at quarter-end was $45 million.", "cash[2023-12-31] 45000000")]
    [InlineData("A profit of $7 million for 2023 is down compared to 2022 operating profit of $9 million.", "operating_income[2022FY] 9000000")]
    public void TheWordsAroundANumberSayItsPeriod(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));

    [Fact]
    public void AYearThatOpensASentenceIsThatOfItsQuarters()
    {
        Extracted call = Extractor.Extract(TextDocument.Read("call.txt", "Operator: Welcome to the second quarter 2023 earnings conference call.\nSpeaker 1: Last year, our operating profit was $118 million in the second quarter."), Firms.Borealis);
        Assert.Equal(["operating_income[2022Q2] 118000000"], Firms.Said(call));
    }

    [Theory]
    [InlineData("Revenue was $9.2 million, against revenue of $8.1 million a year ago.", "revenue.total[2023Q4] 9200000", "revenue.total[2022Q4] 8100000")]
    [InlineData("Net income was $4 million, against a net loss of $2 million in the same quarter last year.", "net_income[2023Q4] 4000000", "net_income[2022Q4] -2000000")]
    [InlineData("Net sales were $120 million, compared to net sales of $100 million in the prior year.", "revenue.total[2023Q4] 120000000", "revenue.total[2022Q4] 100000000")]
    [InlineData("Revenue was $9.2 million versus revenue of $8.1 million a year ago.", "revenue.total[2023Q4] 9200000", "revenue.total[2022Q4] 8100000")]
    [InlineData("EBITDA was $3 million as against $2 million in the year-ago quarter.", "ebitda[2023Q4] 3000000", "ebitda[2022Q4] 2000000")]
    [InlineData("Gross margin was 42% against 40% a year earlier.", "gross_margin[2023Q4] 0.42", "gross_margin[2022Q4] 0.4")]
    public void ABaseMayRepeatItsLine(string text, params string[] expected) => Assert.Equal(expected, Firms.Call(text));
}
