namespace ModelBuilder.Extraction;

/// <summary>Numbers told one after another: "40%, 35% and 25%".</summary>
internal static class Runs
{
    // nobody tells more in a row; what is longer is a table that lost its lines
    private const int Most = 12;

    /// <summary>The numbers that a number stands among, itself included, in order.</summary>
    public static List<Quantity> Of(Clause clause, Quantity q)
    {
        List<Quantity> all = clause.Quantities;
        int at = Place(all, q), from = at, end = at + 1;
        while (at >= 0 && from > 0 && end - from <= Most && Joined(clause, all[from - 1], all[from]))
        {
            from--;
        }

        while (at >= 0 && end < all.Count && end - from <= Most && Joined(clause, all[end - 1], all[end]))
        {
            end++;
        }

        return at < 0 || end - from > Most ? [q] : all[from..end];
    }

    // the numbers stand in the order of the words
    private static int Place(List<Quantity> all, Quantity q)
    {
        int low = 0, high = all.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (all[middle].First == q.First)
            {
                return middle;
            }

            (low, high) = all[middle].First < q.First ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private static bool Joined(Clause clause, Quantity a, Quantity b)
    {
        for (int i = a.End; i < b.First; i++)
        {
            if (clause.Word(i) is not ("," or "and" or "&"))
            {
                return false;
            }
        }

        return b.First > a.End && a.Kind == b.Kind && !a.OpensRange;
    }
}
