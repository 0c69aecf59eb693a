namespace ModelBuilder.Tests.Extraction;

/// <summary>Ways of stating figures that calls of many trades share, in our own words.</summary>
public class UnseenCallsTests
{
    [Theory]
    [InlineData("Segment profit in the quarter was $281 million, up $80 million from the fourth quarter of 2022.", "operating_income.segments[2023Q4] 281000000", "operating_income.segments|change.yoy[2023Q4] 80000000")]
    [InlineData("Cash flow before pension contributions totaled $27 million in the quarter.", "operating_cash_flow[2023Q4] 27000000")]
    [InlineData("Cash flow hedges were $27 million.", "kpi.cash_flow_hedges[2023Q4] 27000000")]
    [InlineData("Gross debt at the end of the quarter came to $3.9 billion, up over $400 million from the prior quarter.", "debt[2023-12-31] 3900000000", "debt|change.qoq[2023-12-31] 400000000")]
    [InlineData("Our tax rate on adjusted earnings for the fourth quarter was 13.1%.", "tax_rate@adjusted[2023Q4] 0.131")]
    [InlineData("Tax expense was $138.1 million, or 29.6% of pretax earnings.", "tax_expense[2023Q4] 138100000", "tax_rate[2023Q4] 0.296")]
    public void LinesAndWhatTheyAreTakenOn(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("Net income was $329 million, or $2.92 per diluted share, compared to $3.10 for the fourth quarter of 2022.", "net_income[2023Q4] 329000000", "eps[2023Q4] 2.92", "eps[2022Q4] 3.1")]
    [InlineData("Diluted earnings per share of $0.41 was up $0.32 versus 2022 and up $0.51 versus 2021.", "eps[2023Q4] 0.41", "eps|change.yoy[2023Q4] 0.32", "eps|change.2y[2023Q4] 0.51")]
    [InlineData("SG&A expense for the fourth quarter of 2023 was $95 million compared to $81 million in 2022 and $98 million in 2021.", "selling_general_administrative[2023Q4] 95000000", "selling_general_administrative[2022Q4] 81000000", "selling_general_administrative[2021Q4] 98000000")]
    [InlineData("Inventory was $95 million compared to $81 million at the end of 2022.", "inventory[2023-12-31] 95000000", "inventory[2022-12-31] 81000000")]
    public void Bases(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("Excluding these items, consolidated revenue was $309 million, an increase of 8%, compared to the fourth quarter of 2022.", "revenue.total@adjusted[2023Q4] 309000000", "revenue.total@adjusted|growth.yoy[2023Q4] 0.08")]
    [InlineData("SG&A was 41% of sales. The increase of 400 basis points relates to freight.", "share_of_revenue.selling_general_administrative[2023Q4] 0.41", "share_of_revenue.selling_general_administrative|change.yoy[2023Q4] 0.04")]
    [InlineData("Gross margin was 41%. The increase of 4% in freight hurt.", "gross_margin[2023Q4] 0.41")]
    [InlineData("In the fourth quarter of 2021, gross margin was 35%. It was a hard year. We learned much. Now SG&A was $96 million.", "gross_margin[2021Q4] 0.35", "selling_general_administrative[2023Q4] 96000000")]
    public void WhatGoesOnAndWhatDoesNot(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("We expect EBITDA growth of 1% versus the first quarter of 2023.", "ebitda|guidance.point.growth.yoy[2024Q1] 0.01")]
    [InlineData("For the full year 2024 we expect free cash flow within a range of $540 million to $630 million.", "free_cash_flow|guidance.low[2024FY] 540000000", "free_cash_flow|guidance.high[2024FY] 630000000")]
    public void Guidance(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("We had $600 million available under our revolving credit facility.", "kpi.available_credit[2023-12-31] 600000000")]
    [InlineData("We have approximately $713 million remaining on our share repurchase program.", "kpi.remaining_repurchase_authorization[2023-12-31] 713000000")]
    [InlineData("We bought back 4.7 million shares, returning $289 million in cash to shareholders.", "kpi.shares_repurchased[2023Q4] 4700000", "kpi.shareholder_returns[2023Q4] 289000000")]
    public void MeansAndReturns(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("Average ticket improved 11.3%, and tonnage per day decreased 2.1%.", "kpi.average_ticket|growth.yoy[2023Q4] 0.113", "kpi.tonnage_per_day|growth.yoy[2023Q4] -0.021")]
    [InlineData("Revenue fell 4% due to a 3% volume decrease and a 1% price decline.", "revenue.total|growth.yoy[2023Q4] -0.04", "kpi.volume|growth.yoy[2023Q4] -0.03", "kpi.price|growth.yoy[2023Q4] -0.01")]
    [InlineData("Markdowns increased 70 basis points.", "kpi.markdowns|change.yoy[2023Q4] 0.007")]
    [InlineData("In the first quarter of 2024 we expect dock fares to increase 3% to 5%.", "kpi.dock_fares|guidance.low.growth.yoy[2024Q1] 0.03", "kpi.dock_fares|guidance.high.growth.yoy[2024Q1] 0.05")]
    [InlineData("Moody's forecast for our county predicts growth of 4%.")]
    [InlineData("We grew revenue 21%, with 25% operational growth abroad.", "revenue.total|growth.yoy[2023Q4] 0.21")]
    [InlineData("If freight increases 5%, we will suffer.")]
    public void GrowthOfWhatNobodyListed(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("SG&A leveraged 40 basis points.", "share_of_revenue.selling_general_administrative|change.yoy[2023Q4] -0.004")]
    [InlineData("For the full year 2024, we expect our SG&A rate to deleverage by 80 basis points relative to 2023.", "share_of_revenue.selling_general_administrative|guidance.point.change.yoy[2024FY] 0.008")]
    [InlineData("Turning now to SG&A. For the full year 2024, we expect an increase of approximately 45 basis points.", "share_of_revenue.selling_general_administrative|guidance.point.change.yoy[2024FY] 0.0045")]
    [InlineData("The operating ratio improved 150 basis points to 84.3%.", "kpi.operating_ratio|change.yoy[2023Q4] -0.015", "kpi.operating_ratio[2023Q4] 0.843")]
    [InlineData("Operating income was $4 million, or 12% of sales, compared to $3 million, or 10% of sales, in the prior year quarter.", "operating_income[2023Q4] 4000000", "operating_margin[2023Q4] 0.12", "operating_income[2022Q4] 3000000", "operating_margin[2022Q4] 0.1")]
    [InlineData("As a percent of sales, SG&A of 31% improved 370 basis points from 35% of sales in the fourth quarter of 2022 and improved 230 basis points from 34% of sales in the fourth quarter of 2021.", "share_of_revenue.selling_general_administrative[2023Q4] 0.31", "share_of_revenue.selling_general_administrative|change.yoy[2023Q4] -0.037", "share_of_revenue.selling_general_administrative[2022Q4] 0.35")]
    public void CostsAsAShareOfSales(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)).Take(expected.Length));

    [Theory]
    [InlineData("Adjusted earnings were $1.54 a diluted share in the quarter, a decrease of 18% versus Q4 2022.", "eps@adjusted[2023Q4] 1.54", "eps@adjusted|growth.yoy[2023Q4] -0.18")]
    [InlineData("Our earnings were $0.34 in the quarter.", "eps[2023Q4] 0.34")]
    [InlineData("Net income was $600,000 or $0.02 per share compared to $500,000 or $0.01 per share a year ago.", "net_income[2023Q4] 600000", "eps[2023Q4] 0.02", "net_income[2022Q4] 500000", "eps[2022Q4] 0.01")]
    [InlineData("Weighted average diluted shares were 52.4 million in the quarter.", "kpi.diluted_shares[2023Q4] 52400000")]
    public void EarningsAShare(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("In our online channel, revenues decreased 6%.", "revenue.online|growth.yoy[2023Q4] -0.06")]
    [InlineData("Last year's fourth quarter included a charge. Adjusted revenue was $309 million.", "revenue.total@adjusted[2023Q4] 309000000")]
    [InlineData("Production averaged 45,300 barrels per day in the fourth quarter, up 6% from the third quarter.", "kpi.production[2023Q4] 45300", "kpi.production|growth.qoq[2023Q4] 0.06")]
    [InlineData("Shipments were 1.2 million tons compared to 1.1 million tons a year ago.", "kpi.shipments[2023Q4] 1200000", "kpi.shipments[2022Q4] 1100000")]
    public void PartsCountsAndCurrencies(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("Please note that we express our results in Canadian dollars unless otherwise indicated. Revenue was $9 million.", "CAD")]
    [InlineData("Our figures are in Canadian dollars. Revenue was $9 million.", "CAD")]
    [InlineData("Sales in Canadian dollars rose 4%. Revenue was $9 million.", "USD")]
    public void TheCurrencyThatATextDeclares(string text, string expected) => Assert.Equal(expected, Firms.Read(text, null).Mentions[^1].Amount.Currency);
}
