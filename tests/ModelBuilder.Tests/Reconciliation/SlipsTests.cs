using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class SlipsTests
{
    [Theory]
    [InlineData("8108", "8180.5", "1", "digit inserted")]
    [InlineData("208.8", "28.8", "0.1", "digit inserted")]
    [InlineData("28.8", "208.8", "0.1", "digit dropped")]
    [InlineData("172.5", "1722.5", "0.1", "digit dropped")]
    [InlineData("94.4", "94.9", "0.1", "one digit")]
    [InlineData("1722.5", "1782.5", "0.1", "one digit")]
    [InlineData("1272.5", "1722.5", "0.1", "two digits swapped")]
    [InlineData("617", "670", "1", "misheard, as seventeen for seventy")]
    [InlineData("70.4", "17.4", "0.1", "misheard, as seventeen for seventy")]
    [InlineData("-55.2", "55.2", "0.1", "the sign")]
    [InlineData("17225", "1722.5", "1", "ten times too large")]
    [InlineData("1722500", "1722.5", "100", "a thousand times too large, billions for millions")]
    [InlineData("0.7225", "722.5", "0.0001", "a thousand times too small, thousands for millions")]
    [InlineData("9.0612", "9061.2", "0.0001", "a thousand times too small, millions for billions")]
    public void A_slip_is_named(string said, string meant, string digit, string cause) =>
        Assert.Contains(cause, Slips.Cause(Millions(said), Millions(meant), Millions(digit) / 2), StringComparison.Ordinal);

    [Theory]
    [InlineData("1722.5", "1431.8")]
    [InlineData("50", "57.7")]
    [InlineData("1722.5", "1722.5")]
    [InlineData("0", "5")]
    public void Other_numbers_are_no_slip(string said, string meant) => Assert.Null(Slips.Cause(Millions(said), Millions(meant), 50_000m));

    [Fact]
    public void Where_the_right_number_is_hardly_known_nothing_is_named() =>
        Assert.Null(Slips.Cause(94_400_000m, Interval.Around(94_800_000m, 600_000m), 50_000m));

    [Fact]
    public void Anything_may_be_compared_with_anything()
    {
        decimal[] odd = [0, 1e-27m, -1e-27m, 1, 1e19m, -1e20m, 99_999_999_999_999_999_999m];
        foreach (decimal a in odd)
        {
            foreach (decimal b in odd)
            {
                foreach (decimal half in new[] { 0, 1e-28m, 0.5m, 1e19m })
                {
                    Assert.NotEqual("", Slips.Cause(a, b, half));
                }
            }
        }
    }

    [Fact]
    public void Numbers_of_two_digits_are_alike_by_chance()
    {
        Assert.False(Slips.Alike(0.12m, 0.15m, 0.005m));
        Assert.True(Slips.Alike(0.125m, 0.155m, 0.0005m));
    }

    private static decimal Millions(string number) => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture) * 1_000_000m;
}
