namespace ModelBuilder.Extraction;

/// <summary>Numbers in brackets behind an amount are its base: "operating profit of MSEK 140 (121)" (see <see cref="Pairs"/>).</summary>
internal static class PairedBases
{
    /// <summary>Binds them to the line of the amount before them, and to no other.</summary>
    public static List<Draft> Apply(Clause clause, List<Draft> drafts)
    {
        foreach (Quantity before in clause.Quantities.Where(q => q.YearAgo))
        {
            drafts.RemoveAll(d => d.Quantity == before);
            int at = drafts.FindIndex(d => d.Quantity.End == before.First && d.Role is Role.Level or Role.Share);
            if (at >= 0)
            {
                drafts.Insert(at + 1, new Draft(drafts[at].Line, before, Role.Base) { ShareOf = drafts[at].ShareOf });
            }
        }

        return drafts;
    }
}
