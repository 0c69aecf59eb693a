namespace ModelBuilder.Extraction;

/// <summary>The words of a sentence that leave something out: "excluding X", ", before X and Y,", "with X left out".</summary>
/// <param name="First">The first token of the insertion.</param>
/// <param name="End">The token after what is left out: the comma that closes it, or the end of "left out".</param>
internal sealed record Exclusion(int First, int End)
{
    /// <summary>True where it stands before the subject it is about: "Excluding X, sales rose".</summary>
    public bool OpensClause { get; init; }

    /// <summary>True where it only says what a measure is: "adjusted expenses, before stock awards, were".</summary>
    public bool IsDefinition { get; init; }

    /// <summary>The token at which the subject before it goes on, or null.</summary>
    public int? Resumes { get; init; }

    // every word at which one may be found below: most words are none
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "before", "excluding", "leaving", "adjusted", "adjusting", "corrected", "setting", "putting", "stripping", "which", "that", "without", "left", "excluded",
    };

    /// <summary>The exclusions of a sentence.</summary>
    public static List<Exclusion> Read(Clause clause)
    {
        List<Exclusion> found = [];
        for (int i = 0; i < clause.Tokens.Count; i++)
        {
            Exclusion? next = Openers.Contains(clause.Word(i)) ? Opened(clause, i) ?? LeftOut(clause, i) : null;
            if (next is not null)
            {
                found.Add(next);
                i = next.End - 1;
            }
        }

        return found;
    }

    private static bool IsOpening(Clause clause, int i) => clause.Word(i) is "excluding" || (clause.Word(i) is "leaving" && clause.Word(i + 1) is "out" or "aside")
        || (clause.Word(i) is "adjusted" or "adjusting" or "corrected" && clause.Word(i + 1) is "for" && (i == 0 || clause.Word(i - 1) is ","))
        || (clause.Word(i) is "setting" or "putting" && clause.Word(i + 1) is "aside") || (clause.Word(i) is "stripping" && clause.Word(i + 1) is "out")
        || IsClause(clause, i)
        || (clause.Word(i) is "without" && (i < 3 || clause.Word(i - 1) is ","));

    // ", which excludes X,"
    private static bool IsClause(Clause clause, int i) => clause.Word(i) is "which" or "that" && clause.Word(i + 1) is "excludes" or "exclude" or "excluded" && clause.Word(i - 1) is ",";

    private static Exclusion? Opened(Clause clause, int at)
    {
        bool definition = clause.Word(at) is "before" && clause.Word(at - 1) is "," && clause.Lines.Exists(l => l.First > at && l.First <= at + 3);
        if (!definition && !IsOpening(clause, at))
        {
            return null;
        }

        int end = Close(clause, at);
        bool insertion = clause.Word(at - 1) is "," && end < clause.Tokens.Count && IsVerb(clause.Word(end + 1)) && clause.Lines.Exists(l => l.End <= at);
        bool adjusted = insertion && clause.Lines.LastOrDefault(l => l.End <= at)?.Basis.Length > 0 && (IsClause(clause, at) || !clause.Quantities.Exists(q => q.First > at && q.First < end)
            && !clause.Lines.Exists(l => l.First > at && l.First < end && l.OneOff));
        return definition && !insertion ? null : new Exclusion(at, end) { OpensClause = !insertion, IsDefinition = definition || adjusted, Resumes = insertion ? end : null };
    }

    // "sales rose 4%, and 9% with X left out"; "expenses, X left out, came to"
    private static Exclusion? LeftOut(Clause clause, int at)
    {
        if (!((clause.Word(at) is "left" && clause.Word(at + 1) is "out" or "aside") || (clause.Word(at) is "excluded" && clause.Word(at - 1) is not ("is" or "are" or "was" or "were"))))
        {
            return null;
        }

        int end = clause.Word(at) is "left" ? at + 2 : at + 1, open = at;
        while (open > 0 && clause.Word(open - 1) is not ("," or "with" or ";") && at - open < 8)
        {
            open--;
        }

        if (clause.Word(open - 1) is "with")
        {
            // the number just before it is the one without
            Quantity? own = clause.Quantities.LastOrDefault(q => q.End == open - 1);
            return own is null || own.First == 0 ? null : new Exclusion(open - 1, end) { Resumes = own.First - 1 };
        }

        return clause.Word(open - 1) is "," && clause.Word(end) is "," && clause.Lines.Exists(l => l.End <= open)
            ? new Exclusion(open, end) { IsDefinition = clause.Lines.Last(l => l.End <= open).Basis.Length > 0, Resumes = end }
            : null;
    }

    private static bool IsVerb(string word) => word is "was" or "were" or "is" or "are" or "came" or "amounted" or "totalled" or "totaled" or "stood" or "reached" or "edged" or "had" or "would"
        || word is "grew" or "rose" or "fell" or "went" || (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal));

    // ", consolidated revenue was"
    private static bool SubjectAt(Clause clause, int first)
    {
        int k = first;
        while (Basis.IsWord(clause.Word(k)) && !clause.Lines.Exists(l => l.First == k))
        {
            k++;
        }

        return clause.Lines.Find(l => l.First == k) is { } line && IsVerb(clause.Word(line.End));
    }

    // the list of what is excluded ends at the comma before the subject
    private static int Close(Clause clause, int at)
    {
        int end = -1;
        for (int i = at + 1; i < clause.Tokens.Count; i++)
        {
            if (clause.Word(i) == ",")
            {
                end = i;
                bool goesOn = clause.Lines.Any(l => l.First > at && l.First < i) || !clause.Lines.Any(l => l.First > i);
                if (goesOn || clause.Word(i + 1) is "our" or "the" or "it" || SubjectAt(clause, i + 1))
                {
                    return i;
                }
            }
        }

        // "excluding the impact of exchange rates sales were up": no comma, but a subject and its verb
        LineRef? subject = end < 0 && at <= 5 ? clause.Lines.Find(l => l.First > at + 1 && IsVerb(clause.Word(l.End)) && clause.Word(l.First - 1) is not ("of" or "from" or "in" or "and" or "the" or "our")) : null;
        return subject?.First ?? (end < 0 ? clause.Tokens.Count : end);
    }
}
