namespace ModelBuilder.Tests.Extraction;

/// <summary>Lines that only the verb behind their name shows to be lines, in texts of companies that nobody described.</summary>
public class OpenSubjectTests
{
    [Theory]
    [InlineData("Mooring income was $15 million, down slightly from $16 million in the previous quarter.", "kpi.mooring_income[2023Q4] 15000000", "kpi.mooring_income[2023Q3] 16000000")]
    [InlineData("Total crew inflows were up 54% to $9.5 billion.", "kpi.crew_inflows|growth.yoy[2023Q4] 0.54", "kpi.crew_inflows[2023Q4] 9500000000")]
    [InlineData("The wreck ratio was at 1.03%; prior year was at 1.26% and prior quarter was at 1.01%.", "kpi.wreck_ratio[2023Q4] 0.0103", "kpi.wreck_ratio[2022Q4] 0.0126", "kpi.wreck_ratio[2023Q3] 0.0101")]
    [InlineData("Retail orders of $5.2 million were up 4% from a year ago.", "kpi.retail_orders[2023Q4] 5200000", "kpi.retail_orders|growth.yoy[2023Q4] 0.04")]
    [InlineData("Rescues and upgrades were approximately $30 million.", "kpi.rescues_and_upgrades[2023Q4] 30000000")]
    [InlineData("Guest spending per capita this quarter increased 9%.", "kpi.guest_spending_per_capita|growth.yoy[2023Q4] 0.09")]
    [InlineData("Average ticket improved 11.3%, and tonnage per day fell 2.1%.", "kpi.average_ticket|growth.yoy[2023Q4] 0.113", "kpi.tonnage_per_day|growth.yoy[2023Q4] -0.021")]
    [InlineData("Our harbour upkeep is expected to be $30 million in 2024.", "kpi.harbour_upkeep|guidance.point[2024FY] 30000000")]
    public void AreRead(string text, params string[] expected) => Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Theory]
    [InlineData("The impact of these items was $5 million.")]
    [InlineData("The share price was $5 million.")]
    [InlineData("If rope inflows were $5 million, we would cheer.")]
    [InlineData("The number of proposals for our rope kit was down 13%.")]
    [InlineData("Unemployment was 3.5%.")]
    [InlineData("The purchase price was $50 million.")]
    public void NothingOfTheCompany(string text) => Assert.DoesNotContain(Firms.Said(Firms.Read(text, null)), m => m.StartsWith("kpi.", StringComparison.Ordinal) && !m.StartsWith("kpi.acquisition", StringComparison.Ordinal));

    [Fact]
    public void WhereTheLinesAreKnown_NoneIsInvented() => Assert.Empty(Firms.Call("Mooring income was RMB 15 million."));
}
