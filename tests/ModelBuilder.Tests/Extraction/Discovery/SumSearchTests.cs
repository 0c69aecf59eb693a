using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;
using Xunit;
using Interval = ModelBuilder.Figures.Interval;

namespace ModelBuilder.Tests.Extraction.Discovery;

public class SumSearchTests
{
    [Fact]
    public void FindsTheSetThatSums()
    {
        Interval[] parts = [Around(187), Around(304), Around(131), Around(44)];

        Assert.Equal([[1, 0]], SumSearch.Find(parts, Around(491)));
    }

    [Fact]
    public void NothingSums() => Assert.Empty(SumSearch.Find([Around(10), Around(20)], Around(40)));

    /// <summary>The oracle tries every subset.</summary>
    [Fact]
    public void FindsEverySubset() => Prop.ForAll(
        Gen.Choose(1, 60).ArrayOf(9).ToArbitrary(),
        Gen.Choose(10, 150).ToArbitrary(),
        (numbers, total) =>
        {
            Interval[] parts = [.. numbers.Select(n => Around(n))];
            int[] subsets = [.. Enumerable.Range(1, (1 << parts.Length) - 1)
                .Where(s => System.Numerics.BitOperations.PopCount((uint)s) is >= 2 and <= 8)
                .Where(s => Enumerable.Range(0, parts.Length).Where(i => (s >> i & 1) == 1 && parts[i].Low < Around(total).High).Count() == System.Numerics.BitOperations.PopCount((uint)s))
                .Where(s => Enumerable.Range(0, parts.Length).Where(i => (s >> i & 1) == 1).Aggregate(Interval.Of(0), (sum, i) => sum + parts[i]).Overlaps(Around(total)))];
            int[] found = [.. SumSearch.Find(parts, Around(total)).Select(s => s.Sum(i => 1 << i)).Order()];
            return found.Length >= 200 || found.SequenceEqual(subsets);
        }).QuickCheckThrowOnFailure();

    private static Interval Around(decimal number) => Interval.Around(number, 0.5m);
}
