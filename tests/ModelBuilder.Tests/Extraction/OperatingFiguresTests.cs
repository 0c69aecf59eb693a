namespace ModelBuilder.Tests.Extraction;

/// <summary>Figures that no vocabulary lists, where nobody has said which lines the company has.</summary>
public class OperatingFiguresTests
{
    [Theory]
    [InlineData("Our harbour app saw a 19% increase in daily sailors versus last year.", "kpi.daily_sailors|growth.yoy[2023Q4] 0.19")]
    [InlineData("Crew retention grew by 41% year over year.", "kpi.crew_retention|growth.yoy[2023Q4] 0.41")]
    [InlineData("More than 90% of rental bookings were confirmed in a day.", "kpi.share_of_rental_bookings[2023Q4] 0.9")]
    [InlineData("We repurchased $40 million of our common stock.", "share_repurchases[2023Q4] 40000000")]
    [InlineData("We returned $60 million to our shareholders.", "kpi.shareholder_returns[2023Q4] 60000000")]
    [InlineData("We paid down $5 million of outstanding debt.", "kpi.debt_repayment[2023Q4] 5000000")]
    [InlineData("Sales rose 8% over the prior year quarter with acquisitions adding 3.1% growth.", "revenue.total|growth.yoy[2023Q4] 0.08", "kpi.acquisition_contribution_to_revenue_growth|growth.yoy[2023Q4] 0.031")]
    [InlineData("Free cash flow was $12 million or 126% of net income.", "free_cash_flow[2023Q4] 12000000", "kpi.free_cash_flow_conversion[2023Q4] 1.26")]
    [InlineData("We saw a benefit of 450 basis points from foreign currency.", "kpi.fx_contribution_to_revenue_growth|change.yoy[2023Q4] 0.045")]
    [InlineData("Paid charter revenue was $8 million.", "revenue.paid_charter[2023Q4] 8000000")]
    public void AreNamedByTheDocument(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(sentence, null)));

    [Theory]
    [InlineData("If demand grew by 40% year over year, we would hire.")]
    [InlineData("Market interest grew by 40%.")]
    [InlineData("According to Harbour Council, sales of boats rose 40% year over year.")]
    [InlineData("It is up 40% year over year.")]
    public void WithoutASubjectOrAComparison_NothingIsStated(string sentence) => Assert.Empty(Firms.Said(Firms.Read(sentence, null)));

    [Fact]
    public void WhereTheLinesAreKnown_NoneIsInvented() => Assert.Empty(Firms.Call("Crew retention grew by 41% year over year."));
}
