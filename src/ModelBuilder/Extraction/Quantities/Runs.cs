namespace ModelBuilder.Extraction;

/// <summary>Numbers told one after another: "40%, 35% and 25%".</summary>
internal static class Runs
{
    /// <summary>The numbers that a number stands among, itself included, in order.</summary>
    public static List<Quantity> Of(Clause clause, Quantity q)
    {
        int at = clause.Quantities.IndexOf(q), from = at, end = at + 1;
        while (from > 0 && Joined(clause, clause.Quantities[from - 1], clause.Quantities[from]))
        {
            from--;
        }

        while (at >= 0 && end < clause.Quantities.Count && Joined(clause, clause.Quantities[end - 1], clause.Quantities[end]))
        {
            end++;
        }

        return at < 0 ? [q] : clause.Quantities[from..end];
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
