namespace ModelBuilder.Extraction;

/// <summary>"Excluding X and Y, Z was": what is left out makes another basis, another line, or the sum of the company's one-off items.</summary>
internal static class Exclusions
{
    /// <summary>The lines with what an exclusion before them makes of them.</summary>
    public static List<LineRef> Apply(Clause clause, Lexicon lexicon)
    {
        int at = Find(clause);
        if (at < 0)
        {
            return AfterAdjustment(clause);
        }

        int comma = End(clause, at);
        List<LineRef> inside = [.. clause.Lines.Where(l => l.First > at && l.First < comma)];
        List<LineRef> items = [.. inside.Where(l => lexicon.IsAdjustment(l.Key))];
        List<LineRef> lines = [];
        foreach (LineRef line in clause.Lines)
        {
            if (inside.Contains(line))
            {
                // the items excluded are no subjects, but several of them with one number are stated as a sum
                if (items.Count >= 2 && line == items[^1])
                {
                    lines.Add(line with { Key = "adjustments.total", First = items[0].First, Doubt = null });
                }
                else if (items.Count == 1 && line == items[0])
                {
                    lines.Add(line);
                }

                continue;
            }

            lines.Add(line.First > comma ? Excluding(line, inside, items, lexicon, IsOrganic(clause, at, comma), clause.Open ? Left(clause, at, comma) : "") : line);
        }

        return lines;
    }

    private static LineRef Excluding(LineRef line, List<LineRef> inside, List<LineRef> items, Lexicon lexicon, bool organic, string left)
    {
        if (items.Count > 0)
        {
            return line with { Basis = line.Basis.Length == 0 ? "adjusted" : line.Basis == "adjusted" ? "adjusted_ex_items" : line.Basis };
        }

        LineRef? part = inside.FirstOrDefault(l => l.Key.StartsWith("revenue.", StringComparison.Ordinal) && l.Key != "revenue.total");
        if (part is not null)
        {
            string key = $"{line.Key}_ex_{part.Key[8..]}";
            return line.Key.StartsWith("revenue.", StringComparison.Ordinal) && lexicon.Has(key) ? line with { Key = key } : line with { Key = "", Nature = LineNature.None };
        }

        if (line.Key.StartsWith("revenue.", StringComparison.Ordinal))
        {
            return organic ? line with { Basis = "organic" } : left.Length > 0 ? line with { Key = $"{line.Key}_ex_{left}" } : line with { Key = "", Nature = LineNature.None };
        }

        return line.Basis.Length == 0 ? line with { Basis = "adjusted" } : line;
    }

    // "excluding the project related drag": the line without it is another line, named by its first words
    private static string Left(Clause clause, int at, int comma)
    {
        int first = at + 1;
        while (first < comma && clause.Word(first) is "the" or "our" or "any" or "an" or "a" or "these" or "this")
        {
            first++;
        }

        int end = first;
        while (end < comma && end < first + 2 && clause.Tokens[end].Kind == TokenKind.Word && !Fillers.IsFiller(clause.Word(end)))
        {
            end++;
        }

        return LineReader.Slug([.. clause.Tokens.Skip(first).Take(end - first)]);
    }

    private static bool IsOrganic(Clause clause, int from, int to) =>
        Enumerable.Range(from, to - from).Any(i => clause.Word(i) is "acquisition" or "acquisitions" or "currency" or "divestitures" or "divestiture" or "exchange");

    private static int Find(Clause clause)
    {
        for (int i = 0; i < clause.Tokens.Count; i++)
        {
            if (clause.Word(i) is "excluding" || (clause.Word(i) is "without" && i < 3))
            {
                return i;
            }
        }

        return -1;
    }

    // the list of what is excluded ends at the comma before the subject
    private static int End(Clause clause, int at)
    {
        int end = -1;
        for (int i = at + 1; i < clause.Tokens.Count; i++)
        {
            if (clause.Word(i) == ",")
            {
                end = i;
                bool goesOn = clause.Lines.Any(l => l.First > at && l.First < i) || !clause.Lines.Any(l => l.First > i);
                if (goesOn || clause.Word(i + 1) is "our" or "the")
                {
                    return i;
                }
            }
        }

        return end < 0 ? clause.Tokens.Count : end;
    }

    // "after adjustment, the net profit reached"
    private static List<LineRef> AfterAdjustment(Clause clause)
    {
        int at = -1;
        for (int i = 0; i + 1 < clause.Tokens.Count; i++)
        {
            if (clause.Word(i) == "after" && clause.Tokens[i + 1].Norm is "adjustment")
            {
                at = i;
                break;
            }
        }

        return at < 0 ? clause.Lines : [.. clause.Lines.Select(l => l.First > at && l.Basis.Length == 0 && l.Key.Length > 0 && l.Nature is LineNature.Flow or LineNature.Ratio ? l with { Basis = "adjusted" } : l)];
    }
}
