using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

public class HittingSetTests
{
    [Fact]
    public void It_finds_what_trying_everything_finds_and_by_how_much_each_other_way_costs_more()
    {
        var random = new Random(11);
        for (int round = 0; round < 300; round++)
        {
            (List<int[]> conflicts, Dictionary<int, decimal> costs) = Random(random, elements: 8, count: random.Next(1, 9));
            var search = new HittingSet(conflicts, costs, new Effort());
            SortedSet<int> found = search.Cheapest();
            decimal least = TryAll(conflicts, costs, without: -1);

            Assert.Equal(least, search.Cost(found));
            Assert.All(conflicts, c => Assert.Contains(c, found.Contains));
            foreach (int element in found.Where(e => conflicts.All(c => c.Length > 1 || c[0] != e)))
            {
                Assert.Equal(TryAll(conflicts, costs, element) - least, search.Margin(element, found));
            }
        }
    }

    [Fact]
    public void Where_no_effort_is_left_the_set_still_meets_every_conflict_and_nothing_in_it_is_superfluous()
    {
        var effort = new Effort();
        effort.Spend(int.MaxValue, 1000);
        var random = new Random(12);
        for (int round = 0; round < 50; round++)
        {
            (List<int[]> conflicts, Dictionary<int, decimal> costs) = Random(random, elements: 60, count: 150);
            var search = new HittingSet(conflicts, costs, effort);
            SortedSet<int> found = search.Cheapest();

            Assert.True(search.Bounded);
            Assert.All(conflicts, c => Assert.Contains(c, found.Contains));
            Assert.All(found, e => Assert.Contains(conflicts, c => c.Contains(e) && c.Count(found.Contains) == 1));
            Assert.All(found, e => Assert.InRange(search.Margin(e, found), -5, HittingSet.Never));
        }
    }

    [Fact]
    public void Groups_share_no_element_and_lose_no_conflict()
    {
        var random = new Random(13);
        (List<int[]> conflicts, _) = Random(random, elements: 400, count: 150);
        List<List<int[]>> groups = HittingSet.Components(conflicts);

        Assert.Equal(conflicts.Count, groups.Sum(g => g.Count));
        Assert.Equal(groups.SelectMany(g => g.SelectMany(c => c).Distinct()).Count(), groups.SelectMany(g => g).SelectMany(c => c).Distinct().Count());
        Assert.True(groups.Count > 3);
        Assert.All(groups, g => Assert.All(g.Skip(1), c => Assert.Contains(g, other => other != c && other.Intersect(c).Any())));
    }

    private static (List<int[]> Conflicts, Dictionary<int, decimal> Costs) Random(Random random, int elements, int count)
    {
        List<int[]> conflicts = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(elements)).Distinct().Order().ToArray())];
        return (conflicts, Enumerable.Range(0, elements).ToDictionary(e => e, _ => random.Next(1, 40) / 10m));
    }

    private static decimal TryAll(List<int[]> conflicts, Dictionary<int, decimal> costs, int without) => Enumerable.Range(0, 1 << costs.Count)
        .Where(set => (without < 0 || (set >> without & 1) == 0) && conflicts.TrueForAll(c => c.Any(e => (set >> e & 1) == 1)))
        .Min(set => costs.Where(c => (set >> c.Key & 1) == 1).Sum(c => c.Value));
}
