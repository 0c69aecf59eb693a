using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>A column of a table printed as text: a period, or the change between the first two.</summary>
/// <param name="Period">Its period; null for a change.</param>
/// <param name="Grows">True for a change in per cent.</param>
/// <param name="Sequential">True for a change on the quarter before, false for one on the year before, null where the columns tell.</param>
internal sealed record TableColumn(FiscalPeriod? Period, bool Grows, bool? Sequential);

/// <summary>Reads the columns that a line of periods heads: "3Q 2026 3Q 2025 YTD 2026 YTD 2025", "Second quarter 2026 | Second quarter 2025 | % Change".</summary>
internal static class TableHead
{
    private const int Fewest = 2, Most = 12, Near = 3, LongestHead = 24;

    private static readonly HashSet<string> Aside = new(StringComparer.Ordinal) { "|", "(", ")", ",", ".", "unaudited", "audited", "restated", "actual", "reported", "vs", "versus", "for", "the", "as", "of", "at", "and", "fiscal", "ended", "quarter", "months", "twelve", "percent", "percentage" };

    /// <summary>The columns, or null where the line heads none.</summary>
    /// <param name="tokens">The line.</param>
    /// <param name="above">The lines before it, for what the years of several columns are of ("Three months ended June 30,").</param>
    /// <param name="context">What periods are resolved against.</param>
    public static List<TableColumn>? Read(List<Token> tokens, IEnumerable<string> above, PeriodContext context)
    {
        if (tokens.Count is < 2 or > 60)
        {
            return null;
        }

        List<(PeriodPhrase? Phrase, bool Grows, bool? Sequential)> heads = Heads(tokens);
        if (heads.Count is < Fewest or > Most || heads.Count(h => h.Phrase is not null) < Fewest)
        {
            return null;
        }

        List<PeriodPhrase> years = [.. heads.Select(h => h.Phrase).OfType<PeriodPhrase>()];
        List<FiscalPeriod?> periods = years.TrueForAll(p => p.BareYear) ? OfYears(years, tokens, above, context) : [.. years.Select(p => Resolve(p, context))];
        if (periods.Exists(p => p is null) || periods.Distinct().Count() < Fewest)
        {
            return null;
        }

        Queue<FiscalPeriod?> next = new(periods);
        return [.. heads.Select(h => new TableColumn(h.Phrase is null ? null : next.Dequeue(), h.Grows, h.Sequential))];
    }

    private static FiscalPeriod? Resolve(PeriodPhrase phrase, PeriodContext context) =>
        phrase is { Shape: PeriodShape.Same, When: PeriodWhen.ToDate } ? context.Resolve(phrase with { Year = 0 }) is { } now && phrase.Year > 0 ? now.AddYears(phrase.Year - now.Year) : context.Resolve(phrase) : context.Resolve(phrase);

    // the heads in order; what is no head stands before the first of them
    private static List<(PeriodPhrase? Phrase, bool Grows, bool? Sequential)> Heads(List<Token> tokens)
    {
        List<PeriodPhrase> phrases = PeriodReader.Read(tokens);
        List<(PeriodPhrase?, bool, bool?)> heads = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (phrases.Find(p => p.First == i) is { } phrase)
            {
                if (phrase is { Shape: PeriodShape.Day or PeriodShape.Month, Year: 0 })
                {
                    return [];
                }

                // "YTD 2026"
                int year = phrase.End;
                bool toDate = phrase is { When: PeriodWhen.ToDate } && year < tokens.Count && Number(tokens[year].Text) is { } y && y is > 1990 and < 2100;
                heads.Add((toDate ? phrase with { Year = int.Parse(tokens[year].Text, System.Globalization.CultureInfo.InvariantCulture) } : phrase, false, null));
                i = toDate ? year : phrase.End - 1;
            }
            else if (tokens[i].Lower is "ytd" && i + 1 < tokens.Count && Number(tokens[i + 1].Text) is { } to && to is > 1990 and < 2100)
            {
                heads.Add((new PeriodPhrase(i, i + 2, PeriodShape.Same, PeriodWhen.ToDate) { Year = to }, false, null));
                i++;
            }
            else if (Change(tokens, i) is var (length, grows, sequential) && length > 0 && heads.Count > 0)
            {
                heads.Add((null, grows, sequential));
                i += length - 1;
            }
            else if (heads.Count > 0 && !Aside.Contains(tokens[i].Lower))
            {
                return [];
            }
        }

        return heads;
    }

    // "$ Change", "% Chg", "Change", "Growth", "Y/Y"
    private static (int Length, bool Grows, bool? Sequential) Change(List<Token> tokens, int i)
    {
        bool sign = tokens[i].Text is "$" or "%" or "\u20ac" or "\u00a3";
        int word = sign ? i + 1 : i;
        bool change = word < tokens.Count && tokens[word].Lower is "change" or "chg" or "variance" or "var" or "growth" or "increase" or "difference";
        int end = change && word + 1 < tokens.Count && tokens[word + 1].Text is "%" ? word + 2 : word + 1;
        return change ? (end - i, (sign && tokens[i].Text is "%") || end > word + 1 || tokens[word].Is("growth"), null)
            : tokens[i].Lower is "yoy" or "qoq" ? (1, true, tokens[i].Is("qoq"))
            : tokens[i].Lower is "y" or "q" && i + 1 < tokens.Count && tokens[i + 1].Hyphenated && tokens[i + 1].Lower == tokens[i].Lower ? (2, true, tokens[i].Is("q"))
            : (0, false, null);
    }

    // "2026 2025" under "Three months ended June 30," or "June 30,"; several such stretches share the years evenly
    private static List<FiscalPeriod?> OfYears(List<PeriodPhrase> years, List<Token> tokens, IEnumerable<string> above, PeriodContext context)
    {
        List<PeriodShape> stretches = [];
        List<PeriodPhrase> days = [];
        foreach (List<Token> line in above.TakeLast(Near).Select(l => Tokenizer.Tokenize(l)).Where(l => l.Count is > 0 and <= LongestHead && !l[^1].Is(".")).Append([.. tokens.TakeWhile((_, i) => i < years[0].First)]))
        {
            for (int i = 0; i + 1 < line.Count; i++)
            {
                PeriodShape? shape = (line[i].Lower, line[i + 1].Norm) switch
                {
                    ("three" or "3", "month") or ("thirteen" or "13", "week") or (_, "quarter") => PeriodShape.Quarter,
                    ("six" or "6", "month") or ("twenty" or "26", "week" or "six") => PeriodShape.Half,
                    ("nine" or "9", "month") or ("39", "week") => PeriodShape.NineMonths,
                    ("twelve" or "12", "month") or ("52", "week") or ("fiscal" or "full", "year") or ("year", "ended") => PeriodShape.Year,
                    _ => null,
                };
                if (shape is { } of)
                {
                    stretches.Add(of);
                    i++;
                }
                else if (PeriodReader.IsMonth(line[i]) && Number(line[i + 1].Text) is { } number && number is > 0 and <= 31 && PeriodReader.MonthOf(line[i]) is { } month)
                {
                    days.Add(new PeriodPhrase(0, 0, PeriodShape.Day, PeriodWhen.Named) { Number = (month * 100) + number, AtEnd = true });
                }
            }
        }

        // "June 30, December 31," over "2026 2025"
        if (stretches.Count == 0 && days.Count == years.Count)
        {
            return [.. years.Select((y, i) => At(null, days[i], y.Year, context))];
        }

        PeriodPhrase? day = days.LastOrDefault();
        if (stretches.Count == 0 && day is null)
        {
            return [.. years.Select(y => context.Reporting is { Kind: PeriodKind.Year } or { Kind: PeriodKind.Quarter, Number: 4 } ? context.Resolve(y) : null)];
        }

        // "January 29, October 30, January 29," of two stretches: the second begins with the first day and year again
        if (stretches.Count > 1 && years.Count % stretches.Count != 0 && days.Count == years.Count)
        {
            int again = Enumerable.Range(1, years.Count - 1).FirstOrDefault(i => days[i].Number == days[0].Number && years[i].Year == years[0].Year);
            return again == 0 || stretches.Count > 2 ? [null] : [.. years.Select((y, i) => At(stretches[i < again ? 0 : 1], days[i], y.Year, context))];
        }

        int each = years.Count / Math.Max(1, stretches.Count);
        return each == 0 || years.Count % Math.Max(1, stretches.Count) != 0 ? [null] : [.. years.Select((y, i) => At(stretches.Count == 0 ? null : stretches[i / each], days.Count == years.Count ? days[i] : day, y.Year, context))];
    }

    private static FiscalPeriod? At(PeriodShape? stretch, PeriodPhrase? day, int year, PeriodContext context) => stretch is not { } shape
        ? context.Resolve(day! with { Year = year })
        : day is not null ? context.Resolve(new PeriodPhrase(0, 0, shape, PeriodWhen.Named) { EndsOn = day with { Year = year }, Year = 0 })
        : (shape, context.Reporting) switch
        {
            (PeriodShape.Quarter, { Kind: PeriodKind.Quarter, Number: var number }) => FiscalPeriod.Quarter(year, number),
            (PeriodShape.Half, _) => FiscalPeriod.Half(year, 1),
            (PeriodShape.NineMonths, _) => FiscalPeriod.NineMonths(year),
            (PeriodShape.Year, _) => FiscalPeriod.FullYear(year),
            _ => null,
        };

    private static int? Number(string text) => int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;
}
