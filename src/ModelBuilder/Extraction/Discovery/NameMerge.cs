namespace ModelBuilder.Extraction;

/// <summary>Makes one candidate of the names that differ in how a part is called, not in which part is meant.</summary>
internal static class NameMerge
{
    private const int ShortestAcronym = 3;

    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "solution", "product", "service", "group", "system", "technology", "operation", "brand", "company", "related" };

    /// <summary>The candidates in order, each with the forms of those that are the same.</summary>
    public static IReadOnlyList<Candidate> Merge(IReadOnlyList<Candidate> candidates)
    {
        List<Candidate> kept = [.. candidates];
        foreach (Candidate candidate in candidates)
        {
            if (kept.Find(k => k != candidate && (IsShortened(candidate, k, candidates) || IsMisheard(candidate, k))) is { } same)
            {
                same.Take(candidate);
                if (kept.IndexOf(candidate) < kept.IndexOf(same))
                {
                    // where it is first named
                    kept.Remove(same);
                    kept.Insert(kept.IndexOf(candidate), same);
                }

                kept.Remove(candidate);
            }
        }

        return kept;
    }

    // "the harbour segment" and "Harbour Solutions": what kind of thing it sells is left out, unless there are two such
    private static bool IsShortened(Candidate a, Candidate b, IReadOnlyList<Candidate> all)
    {
        (Candidate shorter, Candidate longer) = a.Slug.Length < b.Slug.Length ? (a, b) : (b, a);

        // services are what a part does, so that its shorter name labels it; the rest belongs to its name
        bool doing = longer.Slug == shorter.Slug + "_service" || longer.Slug == shorter.Slug + "_related";
        return IsOfKind(longer) && all.Count(IsOfKind) == 1 && !shorter.Region && (doing ? a == longer : a == shorter && shorter.Segment + shorter.Business > 0);

        bool IsOfKind(Candidate other) => other.Slug.StartsWith(shorter.Slug + "_", StringComparison.Ordinal) && Kinds.Contains(other.Slug[(shorter.Slug.Length + 1)..]);
    }

    // initials that differ in one letter, of which the rarer is what was heard for the other
    private static bool IsMisheard(Candidate rarer, Candidate other)
    {
        string a = rarer.Form, b = other.Form;
        return a.Length >= ShortestAcronym && a.Length == b.Length && a.All(char.IsAsciiLetterUpper) && b.All(char.IsAsciiLetterUpper)
            && a.Zip(b).Count(p => p.First != p.Second) == 1 && rarer.Forms.Values.Sum() < other.Forms.Values.Sum();
    }
}
