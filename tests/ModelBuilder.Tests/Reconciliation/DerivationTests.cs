using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class DerivationTests
{
    [Fact]
    public void A_fourth_quarter_is_the_year_less_nine_months()
    {
        Reconciled found = new Told().Say("revenue.total[2023FY]", "7,047.5").Say("revenue.total[2023M9]", "5,325.0").Reconcile();

        Assert.Equal(1722.5m, found.Millions("revenue.total[2023Q4]"));
        Assert.Equal("revenue.total[2023FY] - revenue.total[2023M9] = 7,047.5 - 5,325.0", found.Figure("revenue.total[2023Q4]").Derivation);
        Assert.Equal(2, found.Figure("revenue.total[2023Q4]").Operands.Count);
    }

    [Fact]
    public void Balances_do_not_add_up() =>
        Assert.Equal(4, new Told().Say("cash[2023Q1]", "100").Say("cash[2023Q2]", "110").Say("cash[2023Q3]", "120").Say("cash[2023Q4]", "130").Reconcile().Figures.Count);

    [Fact]
    public void A_base_follows_from_growth_only_where_it_stays_narrow()
    {
        Reconciled found = new Told().Say("revenue.total[2023Q4]", "1,722.5").Say("revenue.total|growth.yoy[2023Q4]", "-19.2%")
            .Say("revenue.ai[2023Q4]", "84.1").Say("revenue.ai|growth.yoy[2023Q4]", "100%").Say("revenue.ai|growth.qoq[2023Q4]", "~1%").Reconcile();

        Assert.Equal(2131.8m, found.Millions("revenue.total[2022Q4]"), 1);
        Assert.True(found.Has("revenue.ai[2022Q4]"));
        Assert.False(found.Has("revenue.ai[2023Q3]"));
    }

    [Fact]
    public void Growth_of_a_loss_says_nothing()
    {
        Reconciled found = new Told().Say("net_income[2023Q4]", "-100").Say("net_income[2022Q4]", "-200").Say("net_income|growth.yoy[2023Q4]", "50%").Reconcile();

        Assert.Empty(found.Contradicting());
        Assert.Equal(3, found.Figures.Count);
    }

    [Fact]
    public void Margins_nobody_speaks_of_are_not_derived()
    {
        Told told = new Told().Holds("net_margin = net_income / revenue.total", "gross_margin = gross_profit / revenue.total")
            .Say("net_income[2023Q4]", "-100").Say("revenue.total[2023Q4]", "1,001").Say("gross_profit[2023Q4]", "151").Say("gross_margin[2022Q4]", "12%");
        Reconciled found = told.Reconcile();

        Assert.False(found.Has("net_margin[2023Q4]"));
        Assert.Equal(0.151m, found.Figure("gross_margin[2023Q4]").Amount.Value, 3);
    }

    [Fact]
    public void A_fiscal_calendar_moves_the_day_of_a_balance()
    {
        var told = new Told().Say("cash[2023Q4]", "100");
        told.Company = told.Company with { Calendar = new FiscalCalendar(1, YearEndRule.LastWeekdayOfMonth) };

        Assert.Equal("2023-01-28", Assert.Single(told.Reconcile().Figures).Id.Period.ToString());
    }
}
