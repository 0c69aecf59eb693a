using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Which of some stated amounts sum to a stated total, each known to its precision.</summary>
internal static class SumSearch
{
    private const int MostParts = 8;
    private const int MostSets = 200;
    private const int MostSteps = 200_000;

    /// <summary>
    /// The sets of two to eight parts whose sum may be the total, the larger parts first in each. The search is exact up to a
    /// number of steps that no earnings document reaches; beyond it, what was found so far stands.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>> Find(IReadOnlyList<Interval> parts, Interval total)
    {
        int[] order = [.. Enumerable.Range(0, parts.Count).Where(i => parts[i].High > 0 && parts[i].Low < total.High).OrderByDescending(i => parts[i].High).ThenBy(i => i)];
        List<IReadOnlyList<int>> found = [];
        List<int> taken = [];
        int steps = 0;
        Go(0, Interval.Of(0));
        return found;

        void Go(int from, Interval sum)
        {
            if (taken.Count >= 2 && sum.Overlaps(total))
            {
                found.Add([.. taken]);
            }

            if (taken.Count == MostParts || found.Count >= MostSets)
            {
                return;
            }

            for (int k = from; k < order.Length && steps < MostSteps; k++)
            {
                steps++;
                Interval more = sum + parts[order[k]];
                if (more.Low <= total.High)
                {
                    taken.Add(order[k]);
                    Go(k + 1, more);
                    taken.RemoveAt(taken.Count - 1);
                }
            }
        }
    }
}
