using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Intervals of which it is asked how many overlap another: two searches each, however many there are.</summary>
internal sealed class Overlaps
{
    private readonly decimal[] lows;
    private readonly decimal[] highs;

    public Overlaps(IEnumerable<Interval> intervals)
    {
        Interval[] all = [.. intervals];
        lows = [.. all.Select(i => i.Low).Order()];
        highs = [.. all.Select(i => i.High).Order()];
    }

    /// <summary>How many of them overlap an interval: all but those that end before it or begin behind it.</summary>
    public int With(Interval interval) => Below(lows, interval.High, orEqual: true) - Below(highs, interval.Low, orEqual: false);

    private static int Below(decimal[] sorted, decimal bound, bool orEqual)
    {
        int first = 0, end = sorted.Length;
        while (first < end)
        {
            int middle = (first + end) / 2;
            (first, end) = sorted[middle] < bound || (orEqual && sorted[middle] == bound) ? (middle + 1, end) : (first, middle);
        }

        return first;
    }
}
