using ModelBuilder.Figures;
using Xunit;

namespace ModelBuilder.Tests.Figures;

public class MeasureTests
{
    public static TheoryData<GuidanceBound, Comparison> All
    {
        get
        {
            var all = new TheoryData<GuidanceBound, Comparison>();
            foreach (GuidanceBound bound in Enum.GetValues<GuidanceBound>())
            {
                foreach (Comparison comparison in Enum.GetValues<Comparison>())
                {
                    all.Add(bound, comparison);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void ParseAndPrint_RoundTrip(GuidanceBound bound, Comparison comparison)
    {
        var measure = new Measure(bound, comparison);

        Assert.Equal(measure, Measure.Parse(measure.ToString()));
        Assert.Equal(bound != GuidanceBound.None, measure.IsGuidance);
    }

    [Theory]
    [InlineData(GuidanceBound.None, Comparison.Level, "level")]
    [InlineData(GuidanceBound.None, Comparison.GrowthYoy, "growth.yoy")]
    [InlineData(GuidanceBound.None, Comparison.Change2Y, "change.2y")]
    [InlineData(GuidanceBound.Point, Comparison.Level, "guidance.point")]
    [InlineData(GuidanceBound.High, Comparison.ChangeYoy, "guidance.high.change.yoy")]
    public void ToString_IsTheCode(GuidanceBound bound, Comparison comparison, string code) => Assert.Equal(code, new Measure(bound, comparison).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void TryParse_Nothing_IsALevel(string? code) => Assert.True(Measure.TryParse(code, out Measure measure) && measure == Measure.Level);

    [Theory]
    [InlineData("Level")]
    [InlineData("growth")]
    [InlineData("guidance")]
    [InlineData("guidance.middle")]
    [InlineData("guidance.lower")]
    [InlineData("guidance.low.")]
    [InlineData("growth.yoy.guidance.low")]
    public void TryParse_NoMeasure_IsFalse(string code) => Assert.False(Measure.TryParse(code, out _));

    [Theory]
    [InlineData("level", "2023Q1", "2023Q1")]
    [InlineData("growth.yoy", "2023Q1", "2022Q1")]
    [InlineData("growth.qoq", "2023Q1", "2022Q4")]
    [InlineData("change.2y", "2023FY", "2021FY")]
    [InlineData("growth.qoq", "2023M9", null)]
    [InlineData("guidance.low.growth.yoy", "2024Q1", "2023Q1")]
    public void BaseOf_APeriod(string measure, string period, string? expected) => Assert.Equal(expected, Measure.Parse(measure).BaseOf(FiscalPeriod.Parse(period))?.ToString());
}
