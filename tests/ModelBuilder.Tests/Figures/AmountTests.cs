using ModelBuilder.Figures;
using Xunit;

namespace ModelBuilder.Tests.Figures;

public class AmountTests
{
    [Fact]
    public void Interval_IsTheValueGiveOrTakeItsPrecision() =>
        Assert.Equal(new Interval(670_250_000, 670_350_000), new Amount(670_300_000, 50_000, Unit.Money, "CNY").Interval);

    [Fact]
    public void Interval_Approximate_IsTwiceAsWide() =>
        Assert.Equal(new Interval(0.07m, 0.09m), new Amount(0.08m, 0.005m, Unit.Ratio, approximate: true).Interval);

    [Theory]
    [InlineData(Unit.Money)]
    [InlineData(Unit.PerShare)]
    public void Construction_MoneyWithoutCurrency_Throws(Unit unit) => Assert.Throws<ArgumentException>(() => new Amount(1, 0, unit));

    [Theory]
    [InlineData(Unit.Ratio)]
    [InlineData(Unit.Points)]
    [InlineData(Unit.Count)]
    public void Construction_CurrencyOutOfPlace_Throws(Unit unit) => Assert.Throws<ArgumentException>(() => new Amount(1, 0, unit, "USD"));

    [Fact]
    public void Construction_NegativePrecision_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Amount(1, -1, Unit.Count));

    [Fact]
    public void Equality_IsByAllItStates()
    {
        Assert.Equal(new Amount(1, 0.5m, Unit.Count), new Amount(1, 0.5m, Unit.Count));
        Assert.NotEqual(new Amount(1, 0.5m, Unit.Count), new Amount(1, 0.05m, Unit.Count));
    }
}
