namespace ModelBuilder.Projection;

/// <summary>What is done to an observation before anything is fitted.</summary>
/// <param name="Position">Where it stands in the series.</param>
/// <param name="IsShift">True for a level that changed for good and lifts all before it; false for one quarter set aside.</param>
/// <param name="Size">The size of the change on the driver's scale.</param>
internal sealed record OneOff(int Position, bool IsShift, double Size);

/// <summary>
/// Finds what does not belong to a history's own movement: a quarter far off its neighbours (an impairment, a one-time order)
/// and a level that changed for good (a divested segment). Far is measured in robust standard deviations of the quarterly
/// changes (1.4826 times their median absolute deviation).
/// </summary>
internal static class OneOffs
{
    private const int Fewest = 8;
    private const double FarForAQuarter = 9, FarForALevel = 8;

    /// <summary>Less than this is no change worth a word, however steady the rest: on the scale, on the plain one as a share of the mean size.</summary>
    private const double Least = 0.05;

    /// <summary>What was found in a history without seasons, and what to add to each value so that it follows the others.</summary>
    public static (IReadOnlyList<OneOff> Found, double[] Adjustments) In(Series history, bool isPlain)
    {
        var adjustments = new double[history.Length];
        var found = new List<OneOff>();
        if (history.HasGaps || history.Length < Fewest)
        {
            return (found, adjustments);
        }

        double[] v = [.. history.Values];
        double[] changes = [.. Enumerable.Range(1, v.Length - 1).Select(i => v[i] - v[i - 1])];
        double least = Least * (isPlain ? v.Average(x => Math.Abs(x)) : 1);
        double usual = Median(changes), spread = Math.Max(1.4826 * Median(changes.Select(c => Math.Abs(c - usual))), least / FarForALevel);
        if (!(spread > 0))
        {
            return (found, adjustments);
        }

        for (int i = 1; i < v.Length - 1; i++)
        {
            double between = (v[i - 1] + v[i + 1]) / 2, off = v[i] - between;
            if (Math.Abs(off) > FarForAQuarter * spread && Math.Abs(v[i + 1] - v[i - 1]) < Math.Abs(off) / 2)
            {
                found.Add(new OneOff(i, false, off));
                adjustments[i] = -off;
                v[i] = between;
            }
        }

        for (int i = 2; i < v.Length - 2; i++)
        {
            double jump = v[i] - v[i - 1] - usual;
            double stays = Median(v[i..(i + 3)]) - ((v[i - 1] + v[i - 2]) / 2);
            if (Math.Abs(jump) > FarForALevel * spread && Math.Sign(stays) == Math.Sign(jump) && Math.Abs(stays) > 0.6 * Math.Abs(jump))
            {
                found.Add(new OneOff(i, true, jump));
                for (int k = 0; k < i; k++)
                {
                    adjustments[k] += jump;
                    v[k] += jump;
                }
            }
        }

        double late = v[^1] - v[^2] - usual;
        if (Math.Abs(late) > FarForAQuarter * spread)
        {
            found.Add(new OneOff(v.Length - 1, false, late / 2));
            adjustments[^1] -= late / 2;
        }

        return (found, adjustments);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
