namespace ModelBuilder.Tests.Extraction;

/// <summary>Lines of banks, insurers and lenders, and what reads like them and is none.</summary>
public class BankLinesTests
{
    [Theory]
    [InlineData("Pre-tax pre-provision earnings were $51 million. Net income was $40 million.", "kpi.pre_provision_earnings[2023Q4] 51000000", "net_income[2023Q4] 40000000")]
    [InlineData("Net interest income was $84 million, up 6% year over year.", "net_interest_income[2023Q4] 84000000", "net_interest_income|growth.yoy[2023Q4] 0.06")]
    [InlineData("NII rose 6% from a year ago to $84 million.", "net_interest_income|growth.yoy[2023Q4] 0.06", "net_interest_income[2023Q4] 84000000")]
    [InlineData("Our net interest margin was 3.21%, down from 3.46% last quarter.", "net_interest_margin[2023Q4] 0.0321", "net_interest_margin[2023Q3] 0.0346")]
    [InlineData("Net interest margin widened by 18 basis points year over year to 2.95%.", "net_interest_margin|change.yoy[2023Q4] 0.0018", "net_interest_margin[2023Q4] 0.0295")]
    [InlineData("Net fee and commission income was $27 million.", "fee_income[2023Q4] 27000000")]
    [InlineData("Fee income of $27 million compares with $25 million a year ago.", "fee_income[2023Q4] 27000000", "fee_income[2022Q4] 25000000")]
    [InlineData("The provision for credit losses was $15 million.", "provision_for_credit_losses[2023Q4] 15000000")]
    [InlineData("The loan loss provision fell to $15 million from $22 million last quarter.", "provision_for_credit_losses[2023Q4] 15000000", "provision_for_credit_losses[2023Q3] 22000000")]
    [InlineData("Total loans were $2.4 billion as of December 31, 2023.", "loans[2023-12-31] 2400000000")]
    [InlineData("Deposits grew 9% year over year.", "deposits|growth.yoy[2023-12-31] 0.09")]
    [InlineData("Return on equity was 11.5%.", "return_on_equity[2023Q4] 0.115")]
    [InlineData("ROE reached 11.5%, and return on assets was 1.1%.", "return_on_equity[2023Q4] 0.115", "return_on_assets[2023Q4] 0.011")]
    [InlineData("The cost-to-income ratio was 41% compared with 45% a year ago.", "cost_to_income_ratio[2023Q4] 0.41", "cost_to_income_ratio[2022Q4] 0.45")]
    [InlineData("The expense ratio improved 2 points year over year to 28%.", "expense_ratio|change.yoy[2023Q4] -0.02", "expense_ratio[2023Q4] 0.28")]
    [InlineData("Gross premiums written grew 23% year over year to $2.8 billion.", "premiums_written|growth.yoy[2023Q4] 0.23", "premiums_written[2023Q4] 2800000000")]
    [InlineData("The combined ratio was 92.4%.", "combined_ratio[2023Q4] 0.924")]
    [InlineData("We took a restructuring charge of $4 million.", "cost.restructuring[2023Q4] 4000000")]
    public void AreRead(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("We took up a loan of $5 million.")]
    [InlineData("Loans 90 days past due were $7 million.")]
    [InlineData("Deposits, which exclude those over $250,000, are insured.")]
    [InlineData("Fee income runs at $9 million per quarter.")]
    [InlineData("Assets under management increased 24% annualized.")]
    public void NoTotalOfThePeriod(string sentence) => Assert.Empty(Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("Unless otherwise indicated, all figures are expressed in Canadian dollars. Revenue was $5 million.", "CAD")]
    [InlineData("All amounts are stated in Australian dollars. Revenue was $5 million.", "AUD")]
    [InlineData("All figures are presented in Hong Kong dollars unless noted. Revenue was $5 million.", "HKD")]
    [InlineData("All amounts are in Canadian dollars. Revenue was US$5 million.", "USD")]
    [InlineData("Revenue was $5 million.", "USD")]
    public void TheDeclaredDollar_IsTheDollarSigns(string text, string currency) => Assert.Equal(currency, Assert.Single(Firms.Read(text, null).Mentions).Amount.Currency);

    [Theory]
    [InlineData("Revenue of $9 million compared favorably to $7 million a year ago.")]
    [InlineData("Revenue of $9 million compares favorably with $7 million in the prior-year quarter.")]
    [InlineData("Revenue was $9 million, which compares favourably to $7 million a year ago.")]
    [InlineData("Revenue was $9 million versus $7 million in the prior-year period.")]
    public void FavorablyCompared_IsCompared(string sentence) => Assert.Equal(["revenue.total[2023Q4] 9000000", "revenue.total[2022Q4] 7000000"], Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("Our sales during the period exceeded last year by 10%.", "revenue.total|growth.yoy[2023Q4] 0.1")]
    [InlineData("Sales exceeded the prior-year quarter by 10%.", "revenue.total|growth.yoy[2023Q4] 0.1")]
    [InlineData("Revenue surpassed last year's level by 10%.", "revenue.total|growth.yoy[2023Q4] 0.1")]
    [InlineData("Net sales topped the year-ago quarter by more than 10%.", "revenue.total|growth.yoy[2023Q4] 0.1")]
    [InlineData("Sales exceeded our forecast by 10%.")]
    [InlineData("Inventories exceeded our net debt by $4 million, a change from a year ago.")]
    public void ExceededAnEarlierPeriod_IsGrowth(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("Our cash position remains strong with $276 million at the end of the quarter.")]
    [InlineData("Our cash position is robust with $276 million at the end of the quarter.")]
    public void AStrongBalance(string sentence) => Assert.Equal(["cash[2023-12-31] 276000000"], Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("Revenue growth was 8%.", "revenue.total|growth.yoy[2023Q4] 0.08")]
    [InlineData("Adjusted EBITDA growth for the quarter was 12%.", "ebitda@adjusted|growth.yoy[2023Q4] 0.12")]
    [InlineData("Organic revenue growth was 4%, gross margin was 45%.", "revenue.total@organic|growth.yoy[2023Q4] 0.04", "gross_margin[2023Q4] 0.45")]
    [InlineData("Net income growth was 9% year over year.", "net_income|growth.yoy[2023Q4] 0.09")]
    [InlineData("Gross margin improved and was 45%.", "gross_margin[2023Q4] 0.45")]
    public void GrowthAsSubject(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("Net earnings for the fourth quarter ended December 31st, were $5.2 million.")]
    [InlineData("Net income for the quarter ended December 31, was $5.2 million.")]
    [InlineData("Net income for the fourth quarter ended December 31st was $5.2 million.")]
    [InlineData("Net income for the three months ended December 31, was $5.2 million.")]
    public void AQuarterToldByADayWithoutAYear(string sentence) => Assert.Equal(["net_income[2023Q4] 5200000"], Firms.Said(Firms.Read(sentence, null)));
}
