namespace ModelBuilder.Reconciliation;

/// <summary>Sorted sets of elements as arrays: small, many, and compared often.</summary>
internal static class Elements
{
    /// <summary>Two sets are one where their elements are.</summary>
    public static IEqualityComparer<int[]> Same { get; } = EqualityComparer<int[]>.Create((a, b) => a.AsSpan().SequenceEqual(b), set =>
    {
        var hash = default(HashCode);
        foreach (int element in set)
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    });

    /// <summary>By size, then by elements.</summary>
    public static IComparer<int[]> SmallestFirst { get; } = Comparer<int[]>.Create((a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.AsSpan().SequenceCompareTo(b));

    /// <summary>True where all elements of the first stand in the second.</summary>
    public static bool Within(int[] small, int[] large)
    {
        int at = 0;
        foreach (int element in small)
        {
            while (at < large.Length && large[at] < element)
            {
                at++;
            }

            if (at == large.Length || large[at] != element)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The elements of both.</summary>
    public static int[] Union(int[] a, int[] b)
    {
        var both = new int[a.Length + b.Length];
        int count = 0;
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            bool first = j == b.Length || (i < a.Length && a[i] <= b[j]);
            int element = first ? a[i++] : b[j++];
            if (count == 0 || both[count - 1] != element)
            {
                both[count++] = element;
            }
        }

        return count == both.Length ? both : both[..count];
    }
}
