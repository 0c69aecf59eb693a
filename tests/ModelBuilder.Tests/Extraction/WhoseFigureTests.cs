using ModelBuilder.Documents;
using ModelBuilder.Extraction;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Which part of the company and which period a figure is of, where nobody has described the company.</summary>
public class WhoseFigureTests
{
    [Theory]
    [InlineData("Revenues at Harbour Yards were $9 million.", "revenue.harbour_yards[2023Q4] 9000000")]
    [InlineData("Sales in Norway rose 4% year over year.", "revenue.norway|growth.yoy[2023Q4] 0.04")]
    [InlineData("Mooring segment revenues were $11 million.", "revenue.mooring[2023Q4] 11000000")]
    [InlineData("Sailing revenues were $11 million.", "revenue.sailing[2023Q4] 11000000")]
    [InlineData("We are forecasting revenues of $11 million for 2024.", "revenue.total|guidance.point[2024FY] 11000000")]
    [InlineData("Shifting to Blue & Sons on slide five. Sales of $4 million were up 25% year over year.", "revenue.blue_sons[2023Q4] 4000000", "revenue.blue_sons|growth.yoy[2023Q4] 0.25")]
    [InlineData("Turning to Slide 5. Sales of $4 million were up 25% year over year.", "revenue.total[2023Q4] 4000000", "revenue.total|growth.yoy[2023Q4] 0.25")]
    [InlineData("At Blue Harbour, revenues were $4 million and operating margin was 9%.", "revenue.blue_harbour[2023Q4] 4000000", "operating_margin.blue_harbour[2023Q4] 0.09")]
    [InlineData("In summary, revenues were $4 million.", "revenue.total[2023Q4] 4000000")]
    [InlineData("Local currency sales grew 4% year over year.", "revenue.total@constant_currency|growth.yoy[2023Q4] 0.04")]
    [InlineData("Our board authorized $150 million of share repurchases.")]
    [InlineData("The $10 million of share repurchases this quarter completed our $50 million authorization.", "share_repurchases[2023Q4] 10000000")]
    [InlineData("We returned value through dividends and share buybacks totaling $18 million.")]
    [InlineData("Revenue per visit was up more than 10%.", "kpi.revenue_per_visit|growth.yoy[2023Q4] 0.1")]
    [InlineData("Excluding last year's storm, adjusted EBITDA improved 20%.", "ebitda@adjusted|growth.yoy[2023Q4] 0.2")]
    [InlineData("Deferrals in the lake segment have declined by 41%.")]
    [InlineData("Net sales decreased slightly, a 7% increase in mooring was offset by charter.", "kpi.mooring|growth.yoy[2023Q4] 0.07")]
    [InlineData("Net revenues grew 22% and deposits increased 35%.", "revenue.total|growth.yoy[2023Q4] 0.22")]
    [InlineData("Adjusted EBITDA was $30 million, $2 million above the midpoint of our guidance.", "ebitda@adjusted[2023Q4] 30000000")]
    [InlineData("Revenue decreased 11% against the prior period and 12% after adjusting for currency.", "revenue.total|growth.yoy[2023Q4] -0.11", "revenue.total|growth.yoy[2023Q4] -0.12")]
    [InlineData("Bookings in the quarter included a ferry for $5 million.")]
    [InlineData("Five yards exceeded our EBITDA forecast by more than 10%.")]
    [InlineData("We see EBITDA margins of 20% over the long term.")]
    [InlineData("Since 2013 we returned $36 million to shareholders.")]
    [InlineData("Average interest-earning assets increased to $128 million.", "kpi.average_interest_earning_assets[2023Q4] 128000000")]
    [InlineData("Cash taxes were $4 million.")]
    [InlineData("Sales fell 3% from the linked quarter.", "revenue.total|growth.qoq[2023Q4] -0.03")]
    [InlineData("Sales rose 23% over last year and 6% sequentially.", "revenue.total|growth.yoy[2023Q4] 0.23", "revenue.total|growth.qoq[2023Q4] 0.06")]
    [InlineData("Excluding the bridge project, sales rose 4% year over year.", "revenue.total_ex_bridge_project|growth.yoy[2023Q4] 0.04")]
    [InlineData("Estimated capital expenditures for 2024 are $50 million.", "capex|guidance.point[2024FY] 50000000")]
    [InlineData("We delivered strong results with record adjusted EBITDA. Net income was $4 million.", "net_income[2023Q4] 4000000")]
    [InlineData("Moving now to Harbours. Sales were $4 million.", "revenue.harbours[2023Q4] 4000000")]
    [InlineData("Moving on to segment performance, starting with Northern Isles. Sales were $4 million.", "revenue.northern_isles[2023Q4] 4000000")]
    [InlineData("Turning to page 9, Yacht Care delivered another strong quarter. Sales were $4 million.", "revenue.yacht_care[2023Q4] 4000000")]
    [InlineData("And finally, Deck & Dock, which is slide 18. Sales were $4 million.", "revenue.deck_dock[2023Q4] 4000000")]
    [InlineData("Our ferry business keeps doing very well and delivered 15.6% sales growth over prior year.", "revenue.ferry|growth.yoy[2023Q4] 0.156")]
    [InlineData("In our ferry business we work hard, while total sales grew 5% year over year.", "revenue.total|growth.yoy[2023Q4] 0.05")]
    [InlineData("U.S. sales were $4 million.", "revenue.us[2023Q4] 4000000")]
    [InlineData("Deferred revenue of $7 million was up $1 million.")]
    [InlineData("Total sales were $90 million. We had a fine time at Regatta. Sales were $12 million, down $3 million from last year.", "revenue.total[2023Q4] 90000000")]
    [InlineData("Total sales were $90 million. We had a fine time at Regatta. Sales were $88 million.", "revenue.total[2023Q4] 90000000", "revenue.total[2023Q4] 88000000")]
    public void IsTold(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("|\n|")]
    [InlineData("Speaker 1:\n-\n\"\"\nAnd.\nFinally,\nMoving on to\nTurning to page 9,")]
    public void LinesOfHardlyAnything_SayNothing(string text) => Assert.Empty(Firms.Read(text, null).Mentions);

    [Fact]
    public void AnOccasionNamedLate_IsNotTheOneReported()
    {
        string text = string.Concat(Enumerable.Repeat("Our crews were busy.\n", 30)) + "As we said on our Q4 2020 call, we build boats.\nNet sales were $4 million.";
        Assert.Equal(["revenue.total[2021Q1] 4000000"], Firms.Said(Extractor.Extract(TextDocument.Read("BOAT_q1_2021.txt", text), null)));
    }

    [Theory]
    [InlineData("BOAT_q1_2022.txt", "For the quarter ended June 30, 2021 net income was $6 million. We ended the quarter with $3 million in cash.", "net_income[2022Q1] 6000000", "cash[2021-06-30] 3000000")]
    [InlineData("BOAT_q2_2022.txt", "Please read our report for the fiscal year ended March 31, 2021. We ended the quarter with $3 million in cash.", "cash[2021-09-30] 3000000")]
    public void TheFiscalYear_IsReadFromDates(string name, string text, params string[] expected) =>
        Assert.Equal(expected, Firms.Said(Extractor.Extract(TextDocument.Read(name, text), null)));
}
