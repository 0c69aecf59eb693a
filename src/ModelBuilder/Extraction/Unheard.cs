namespace ModelBuilder.Extraction;

/// <summary>
/// Lines whose names speech recognition lost. What a figure is compared with is of its own kind: "(not understood) was RMB 4
/// million compared to an operating loss of RMB 6 million" is about operating losses.
/// </summary>
internal static class Unheard
{
    private static readonly HashSet<string> Verbs = new(StringComparer.Ordinal) { "was", "were", "is", "are", "or", "on" };

    // words by which a subject without a known name is plainly something else
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "customers", "users", "employees", "stores", "shops", "market", "industry", "segment", "business", "division", "they", "competitors", "price", "shares",
    };

    /// <summary>The lines with one for a number that has none and is compared with a named one.</summary>
    public static List<LineRef> Apply(Clause clause)
    {
        for (int i = 0; i + 1 < clause.Quantities.Count; i++)
        {
            Quantity q = clause.Quantities[i], against = clause.Quantities[i + 1];
            if (q.Kind == QuantityKind.Plain || q.Kind != against.Kind || clause.Lines.Exists(l => l.First < q.First && l is { Weak: false, IsNoLine: false }))
            {
                continue;
            }

            Marker? compared = clause.Markers.Find(m => m.Kind == MarkerKind.Compared && m.First >= q.End && m.End < against.First);
            LineRef? named = compared is null ? null : clause.Lines.Find(l => l.First >= compared.End && l.End <= against.First && l is { Weak: false, IsNoLine: false, Foreign: false });
            if (named is null || SubjectOf(clause, q.First) is not { } at)
            {
                continue;
            }

            LineRef subject = named with { First = at, End = at + 1, Doubt = $"the name of what is compared with {named.Key} was not understood: read as the same" };
            return [.. clause.Lines.Where(l => l.First < at && !l.Weak), subject, .. clause.Lines.Where(l => l.First > at)];
        }

        return clause.Lines;
    }

    /// <summary>What is doubtful in the words that a bound number rests on.</summary>
    public static List<string> Doubts(Clause clause, LineRef line, Quantity q)
    {
        List<string> doubts = [];
        int next = clause.Quantities.Find(n => n.First >= q.End)?.First ?? clause.Tokens.Count;
        Add(Math.Max(0, line.First - 2), line.End);
        Add(q.First, Math.Min(next, q.End + 4));
        return doubts;

        void Add(int first, int end)
        {
            for (int i = first; i < Math.Min(end, clause.Tokens.Count); i++)
            {
                if (clause.Tokens[i].Doubt is { } doubt && !doubts.Contains(doubt))
                {
                    doubts.Add(doubt);
                }
            }
        }
    }

    /// <summary>True where speech recognition printed a question mark behind a statement: it has amounts and no word that asks.</summary>
    public static bool IsNoQuestion(Clause clause) => clause.Quantities.Exists(q => q.Kind is QuantityKind.Money or QuantityKind.Percent)
        && clause.Word(0) is not ("what" or "how" or "why" or "when" or "where" or "which" or "who" or "can" or "could" or "do" or "does" or "did" or "is" or "are" or "was" or "were" or "will" or "would" or "should" or "have" or "has")
        && !Enumerable.Range(0, clause.Tokens.Count).Any(i => clause.Word(i) is "you" or "what" or "how" or "why" or "whether" or "wonder" or "wondering");

    // the verb before the number, where a subject stands before it
    private static int? SubjectOf(Clause clause, int number)
    {
        int verb = number - 1;
        while (verb > 1 && verb > number - 4 && !Verbs.Contains(clause.Word(verb)))
        {
            verb--;
        }

        return verb > 0 && Verbs.Contains(clause.Word(verb)) && !clause.Claimed[verb] && !Enumerable.Range(0, verb).Where(i => !clause.Claimed[i]).TakeLast(3).Any(i => Others.Contains(clause.Word(i))) ? verb : null;
    }
}
