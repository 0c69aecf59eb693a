using NodaTime;

namespace ModelBuilder.Extraction;

/// <summary>What a document says of its own time: the days on which stretches ended, the periods that it calls by a year, the day on which it was published.</summary>
internal sealed class StatedDates
{
    // a dateline stands at the top, near the start of its sentence
    private const int DateLines = 8, DatePlace = 10;

    // so far back words of comparison reach
    private const int BaseReach = 20;

    private static readonly HashSet<string> Against = new(StringComparer.Ordinal) { "compared", "compares", "comparing", "versus", "vs", "than", "since", "against", "until", "next", "over" };

    /// <summary>A stretch that is said to have ended on a day.</summary>
    internal readonly record struct Closing(PeriodPhrase Phrase, LocalDate Day, bool IsBase)
    {
        /// <summary>False where the day's year is only that of the fiscal year: "the September quarter of FY24".</summary>
        public bool HasYear => Phrase.Year == 0 || Phrase.EndsOn is { Year: > 0 };
    }

    private readonly Dictionary<PeriodPhrase, LocalDate> closingDays = new(ReferenceEqualityComparer.Instance);

    private StatedDates(IReadOnlyList<Sentence> sentences)
    {
        Sentences = sentences;
        Published = PublishedIn(sentences);
        foreach (Sentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Periods.Count; i++)
            {
                PeriodPhrase phrase = sentence.Periods[i];
                if (phrase.EndsOn is { } end && (DayOf(end) ?? (phrase.Year > 0 ? DayOf(end with { Year = phrase.Year }) : null)) is { } day)
                {
                    Closings.Add(new Closing(phrase, day, IsBase(sentence, phrase)));
                    closingDays[phrase] = day;
                }
                else if (phrase is { Shape: PeriodShape.Day, Year: > 0 } && phrase.First > 1 && sentence.Tokens[phrase.First - 1].Is("of") && sentence.Tokens[phrase.First - 2].Is("as") && PeriodRoles.Of(sentence, i) != PeriodRole.Base && DayOf(phrase) is { } balance)
                {
                    Balances.Add(balance);
                }
                else if (phrase is { EndsOn: null, Year: > 0, When: PeriodWhen.Named, Shape: PeriodShape.Quarter or PeriodShape.Half or PeriodShape.NineMonths } or { EndsOn: null, Year: > 0, Fiscal: true })
                {
                    Labels.Add((phrase, IsBase(sentence, phrase)));
                }
            }

            // a line's end may tear the day from its stretch
            if (sentence.Tokens[0].Lower is "ended" or "ending" && sentence.Periods is [{ First: 1, Shape: PeriodShape.Day or PeriodShape.Month } torn, ..] && DayOf(torn) is { } close)
            {
                Closings.Add(new Closing(new PeriodPhrase(0, torn.End, PeriodShape.Quarter, PeriodWhen.Named) { EndsOn = torn }, close, false));
            }
        }
    }

    public IReadOnlyList<Sentence> Sentences { get; }

    public LocalDate? Published { get; }

    public List<Closing> Closings { get; } = [];

    /// <summary>The day on which a stretch is said to have ended, or null.</summary>
    public LocalDate? ClosingDay(PeriodPhrase phrase) => closingDays.TryGetValue(phrase, out LocalDate day) ? day : null;

    /// <summary>Days as of which something is told.</summary>
    public List<LocalDate> Balances { get; } = [];

    /// <summary>Quarters, halves and fiscal years with the year they are called by, and whether something is only compared with them.</summary>
    public List<(PeriodPhrase Phrase, bool IsBase)> Labels { get; } = [];

    public static StatedDates Of(IReadOnlyList<Sentence> sentences) => new(sentences);

    /// <summary>True where something is compared with a period rather than said of it: "from $3 million in Q2".</summary>
    public static bool IsBase(Sentence sentence, PeriodPhrase phrase)
    {
        for (int i = phrase.First - 1; i >= 0 && i >= phrase.First - BaseReach && sentence.Tokens[i].Lower is not (";" or "while" or "whereas"); i--)
        {
            Token token = sentence.Tokens[i];
            if (Against.Contains(token.Lower) || (token.Lower is "on" && i + 1 == phrase.First && i > 2) || (token.Lower is "from" && (i + 1 == phrase.First || sentence.Tokens[i + 1].Kind != TokenKind.Word || i >= phrase.First - 3)) || (token.Lower is "at" or "as" && i >= phrase.First - 3))
            {
                return token.Lower is not "from" || !sentence.Tokens[i + 1].Is("operations");
            }
        }

        return false;
    }

    /// <summary>The day that words name; a month's last, and without a year the last such day before the document was published.</summary>
    private LocalDate? DayOf(PeriodPhrase end)
    {
        (int month, int day) = end.Shape == PeriodShape.Month ? (end.Number, 0) : (end.Number / 100, end.Number % 100);
        int year = end.Year > 0 ? end.Year : Published is { } then ? (month * 100) + day < (then.Month * 100) + then.Day ? then.Year : then.Year - 1 : 0;
        if (year == 0 || month is < 1 or > 12)
        {
            return null;
        }

        int last = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return day <= last ? new LocalDate(year, month, day == 0 ? last : day) : null;
    }

    // the first day with a year at the top that no words of a stretch lead to; "on December 31, 2023, our cash was" is a balance's
    private static LocalDate? PublishedIn(IReadOnlyList<Sentence> sentences)
    {
        foreach (Sentence sentence in sentences.Take(DateLines))
        {
            foreach (PeriodPhrase phrase in sentence.Periods.Where(p => p is { Shape: PeriodShape.Day, Year: > 0 } && p.First <= DatePlace && !IsBase(sentence, p) && (p.First == 0 || sentence.Tokens[p.First - 1].Lower is not ("ended" or "ending" or "to")) && !(p.First > 0 && sentence.Tokens[p.First - 1].Is("on") && sentence.HasAmounts)))
            {
                int day = phrase.Number % 100;
                return day <= CalendarSystem.Iso.GetDaysInMonth(phrase.Year, phrase.Number / 100) ? new LocalDate(phrase.Year, phrase.Number / 100, day) : null;
            }
        }

        return null;
    }
}
