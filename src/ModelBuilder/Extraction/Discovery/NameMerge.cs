namespace ModelBuilder.Extraction;

/// <summary>Makes one candidate of the names that differ in how a part is called, not in which part is meant.</summary>
internal static class NameMerge
{
    private const int ShortestAcronym = 3;

    /// <summary>The candidates in order, each with the forms of those that are the same.</summary>
    public static IReadOnlyList<Candidate> Merge(IReadOnlyList<Candidate> candidates)
    {
        List<Candidate> kept = [.. candidates];
        foreach (Candidate candidate in candidates)
        {
            if (kept.Find(k => k != candidate && (IsService(candidate, k) || IsMisheard(candidate, k))) is { } same)
            {
                same.Take(candidate);
                kept.Remove(candidate);
            }
        }

        return kept;
    }

    // "lake boat services" where "lake boat" is said too
    private static bool IsService(Candidate longer, Candidate shorter) => longer.Slug == shorter.Slug + "_service" || longer.Slug == shorter.Slug + "_related";

    // initials that differ in one letter, of which the rarer is what was heard for the other
    private static bool IsMisheard(Candidate rarer, Candidate other)
    {
        string a = rarer.Form, b = other.Form;
        return a.Length >= ShortestAcronym && a.Length == b.Length && a.All(char.IsAsciiLetterUpper) && b.All(char.IsAsciiLetterUpper)
            && a.Zip(b).Count(p => p.First != p.Second) == 1 && rarer.Forms.Values.Sum() < other.Forms.Values.Sum();
    }
}
