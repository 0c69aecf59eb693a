using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Tells from its text which period a document reports.</summary>
internal static class ReportingPeriod
{
    /// <summary>So many sentences open a call.</summary>
    public const int Opening = 25;

    private static readonly HashSet<string> Occasions = new(StringComparer.Ordinal)
    {
        "earning", "result", "call", "conference", "analysis", "financial", "release", "report", "performance",
    };

    /// <summary>The reported period and what is doubtful in it: what its greeting, else the file's name says, else what its text speaks of.</summary>
    public static ReportedPeriod Of(Document document, StatedDates dates, FiscalCalendar calendar)
    {
        PeriodContext none = new(calendar, null, null);
        FiscalPeriod? named = FromName(document.Name, none);
        if (Greeting(document, dates, none) is { } said)
        {
            return new(said, named is { } other && Rivals(other, said) ? ReportedPeriod.Misnamed(document, other, said) : null);
        }

        if (named is { } name)
        {
            PeriodEvidence text = PeriodEvidence.Of(dates, calendar);
            return new(name, text is { IsClear: true, Best: { } best } && Rivals(name, best) && text.LeadOver(name) >= Contradicts ? ReportedPeriod.Doubted(document, name, best) : null);
        }

        bool call = document.Source is SourceKind.Transcript or SourceKind.MachineTranscript;
        if (!call && StatedPeriod.Of(dates, calendar) is { } stated)
        {
            return new(stated, null);
        }

        PeriodEvidence evidence = PeriodEvidence.Of(dates, calendar);
        return evidence.Best is { } likely ? new(likely, evidence.IsClear ? null : ReportedPeriod.Likely(document, likely, evidence.Rival!.Value))
            : !call && (Announced(dates.Sentences) ?? MostNamed(dates.Sentences)) is { } year ? new(FiscalPeriod.FullYear(year), null)
            : new(null, ReportedPeriod.Unknown(document, evidence));
    }

    // a name is doubted where another period explains the text better by so much, a few clues' weight; a half's last quarter is no other
    private const double Contradicts = 2;

    private static bool Rivals(FiscalPeriod a, FiscalPeriod b) => a.Kind == PeriodKind.Quarter && b.Kind == PeriodKind.Quarter && a != b;

    // "Welcome to the second quarter 2021 earnings call" opens a call; an occasion named later ("on our fourth quarter 2020 call") may be an earlier one
    private static FiscalPeriod? Greeting(Document document, StatedDates dates, PeriodContext none)
    {
        foreach (Sentence sentence in dates.Sentences.Take(Opening).Where(s => s.Periods.Exists(p => p.Year > 0) && !s.HasAmounts))
        {
            for (int i = 0; i < sentence.Periods.Count; i++)
            {
                PeriodPhrase phrase = sentence.Periods[i];
                // what a release or an article only compares with is not what it reports
                if (phrase is { Shape: PeriodShape.Quarter or PeriodShape.Half, Year: > 0 } && !(document.Source is SourceKind.Release or SourceKind.Article && StatedDates.IsBase(sentence, phrase))
                    && IsOccasion(sentence.Tokens, phrase) && PeriodRoles.Of(sentence, i) is not (PeriodRole.Base or PeriodRole.Future or PeriodRole.Ahead) && none.Resolve(phrase) is { } period)
                {
                    return period;
                }
            }
        }

        return null;
    }

    /// <summary>True for "Second Quarter 2021 Earnings Call".</summary>
    public static bool IsOccasion(List<Token> tokens, PeriodPhrase phrase)
    {
        for (int i = phrase.First - 1; i >= 0 && i >= phrase.First - 3; i--)
        {
            if (tokens[i].Lower is "versus" or "compared" or "from" or "over" or "since" or "than" or "next" or "until")
            {
                return false;
            }
        }

        for (int i = phrase.First; i < tokens.Count && i < phrase.End + 6; i++)
        {
            if (Occasions.Contains(tokens[i].Norm))
            {
                return true;
            }
        }

        return false;
    }

    // "announced its results for 2023"
    private static int? Announced(IReadOnlyList<Sentence> sentences)
    {
        foreach (Sentence sentence in sentences.Take(40))
        {
            if (sentence.Tokens.Any(t => t.Lower is "announced" or "reported" or "released" or "published"))
            {
                foreach (PeriodPhrase phrase in sentence.Periods)
                {
                    if (phrase is { Shape: PeriodShape.Year, Year: > 0 } && phrase.First > 0 && sentence.Tokens[phrase.First - 1].Lower is "for" or "of")
                    {
                        return phrase.Year;
                    }
                }
            }
        }

        return null;
    }

    private static FiscalPeriod? FromName(string name, PeriodContext none)
    {
        List<Token> tokens = Tokenizer.Tokenize(name.Replace('_', ' ').Replace('-', ' '));
        foreach (PeriodPhrase phrase in PeriodReader.Read(tokens))
        {
            if (phrase is { Shape: PeriodShape.Quarter, Year: > 0 })
            {
                return none.Resolve(phrase);
            }
        }

        // 2020Q3 is one token pair: a number and a word
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Number && FiscalPeriod.TryParse((tokens[i].Text + tokens[i + 1].Text).ToUpperInvariant(), out FiscalPeriod period))
            {
                return period;
            }
        }

        return null;
    }

    // an article on a year names it more than others
    private static int? MostNamed(IReadOnlyList<Sentence> sentences) => sentences.SelectMany(s => s.Periods).Where(p => p is { Shape: PeriodShape.Year, Year: > 0 })
        .GroupBy(p => p.Year).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).Select(g => (int?)g.Key).FirstOrDefault();
}
