using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Extraction;

/// <summary>Combines what a document says of periods into how well each possible reported period explains it.</summary>
internal sealed class PeriodEvidence
{
    // below the least nothing is known: less than a quarter named with its year; a lead as small as a misread tense's is none, a clear one is more than a clue's weight
    private const double Least = 1.5, LeastLead = 0.25, ClearLead = 0.75;

    // "welcome to our third quarter call" without a year: as good as that often named in passing
    private const double Greeting = 9;

    private readonly Dictionary<PeriodClue, double> clues = [];
    private readonly StatedDates dates;
    private readonly FiscalCalendar calendar;

    // the last day on which something is said to have happened
    private LocalDate? told;

    private PeriodEvidence(StatedDates dates, FiscalCalendar calendar)
    {
        (this.dates, this.calendar) = (dates, calendar);
        for (int i = 0; i < dates.Sentences.Count; i++)
        {
            Collect(dates.Sentences[i], i < ReportingPeriod.Opening && !dates.Sentences[i].HasAmounts);
        }

        if ((dates.Published ?? told) is { } day)
        {
            LocalDate closed = FiscalYearEnd.LastQuarterEnd(day);
            clues[new(PeriodShape.Day, PeriodRole.Past, closed.Year, closed.Month / 3)] = 1;
        }
    }

    /// <summary>The periods that the document may report with how well each explains it, the best first.</summary>
    public IReadOnlyList<(FiscalPeriod Period, double Score)> Ranked { get; private set; } = [];

    /// <summary>The best, or null where nothing tells.</summary>
    public FiscalPeriod? Best => Ranked is [{ Score: >= Least, Period: var best }, ..] && Ahead >= LeastLead ? best : null;

    /// <summary>The next best that does not end with the best, or null.</summary>
    public FiscalPeriod? Rival => Ranked.Skip(1).Where(r => !EndsWith(r.Period, Ranked[0].Period)).Select(r => (FiscalPeriod?)r.Period).FirstOrDefault();

    /// <summary>The quarter of which results are told most, whatever its year, or null.</summary>
    public int? Quarter => clues.Where(c => c.Key is { Shape: PeriodShape.Quarter, Year: 0, Number: > 0, Role: PeriodRole.Past }).GroupBy(c => c.Key.Number).Select(g => (g.Key, Count: g.Sum(c => c.Value))).OrderByDescending(g => g.Count).ToList() is [var most, ..] && most.Count >= 2 ? most.Key : null;

    /// <summary>True where no other period explains the document nearly as well.</summary>
    public bool IsClear => Best is not null && Ahead >= ClearLead;

    /// <summary>By how much the best explains more than another period.</summary>
    public double LeadOver(FiscalPeriod other) => Ranked.Count == 0 ? 0 : Ranked[0].Score - Ranked.Where(r => r.Period == other).Select(r => r.Score).FirstOrDefault();

    private double Ahead => Rival is { } rival ? LeadOver(rival) : double.MaxValue;

    // a half and its last quarter are reported together
    private static bool EndsWith(FiscalPeriod a, FiscalPeriod b) => a.Quarters[^1] == b.Quarters[^1];

    public static PeriodEvidence Of(StatedDates dates, FiscalCalendar calendar)
    {
        PeriodEvidence evidence = new(dates, calendar);
        evidence.Rank();
        return evidence;
    }

    private void Collect(Sentence sentence, bool opens)
    {
        List<PeriodPhrase> phrases = sentence.Periods;
        for (int i = 0; i < phrases.Count; i++)
        {
            PeriodPhrase phrase = phrases[i];
            PeriodRole role = PeriodRoles.Of(sentence, i);
            if (opens && phrase is { Shape: PeriodShape.Quarter, When: PeriodWhen.Named, Number: > 0, EndsOn: null, OfLastYear: false } && role is PeriodRole.Past or PeriodRole.Neutral && ReportingPeriod.IsOccasion(sentence.Tokens, phrase))
            {
                Add(new(PeriodShape.Quarter, PeriodRole.Past, phrase.Year, phrase.Number), Greeting);
                opens = false;
            }
            else if (ClueOf(phrase, role) is { } clue)
            {
                Add(clue, 1);
            }

            // "two years ago, in the third quarter of fiscal 2020"
            if (phrase is { Shape: PeriodShape.Quarter, Year: > 0, Number: > 0 } && phrases.Exists(p => p.When == PeriodWhen.TwoYearsAgo))
            {
                Add(new(PeriodShape.Quarter, PeriodRole.Past, phrase.Year + 2, phrase.Number), 1);
            }
        }
    }

    private void Add(PeriodClue clue, double times) => clues[clue] = clues.GetValueOrDefault(clue) + times;

    private PeriodClue? ClueOf(PeriodPhrase phrase, PeriodRole role)
    {
        switch (phrase)
        {
            case { EndsOn: not null }:
                return Closed(phrase, role);
            case { Shape: PeriodShape.Day }:
                return OnDay(phrase, role);
            case { Shape: PeriodShape.Quarter, When: PeriodWhen.Named, Number: > 0 } or { Shape: PeriodShape.Half or PeriodShape.NineMonths, When: PeriodWhen.Named } or { Shape: PeriodShape.Year, When: PeriodWhen.Named, Year: > 0 } or { Shape: PeriodShape.Same, When: PeriodWhen.YearAgo, Year: > 0 }:
                // "last year's third quarter" names the reported quarter's number
                return new(phrase.Shape, phrase is { OfLastYear: true, Year: 0, Shape: PeriodShape.Quarter } ? PeriodRole.Past : role, phrase.Year, phrase.Number);
            case { Shape: PeriodShape.Quarter or PeriodShape.Year, When: PeriodWhen.This } or { Shape: PeriodShape.Same, When: PeriodWhen.ToDate }:
                return new(phrase.Shape, role, 0, 0);
            default:
                return null;
        }
    }

    // "the quarter ended June 30, 2021"
    private PeriodClue? Closed(PeriodPhrase phrase, PeriodRole role)
    {
        if (dates.ClosingDay(phrase) is not { } day)
        {
            return phrase is { Shape: PeriodShape.Quarter, Number: > 0 } ? new(PeriodShape.Quarter, role, phrase.Year, phrase.Number) : null;
        }

        FiscalPeriod quarter = calendar.QuarterClosedBy(day);
        PeriodRole over = role == PeriodRole.Base ? role : PeriodRole.Past;
        return (phrase.Shape, quarter.Number) switch
        {
            (PeriodShape.Quarter, _) => new(PeriodShape.Quarter, over, quarter.Year, quarter.Number),
            (PeriodShape.Half, 2 or 4) => new(PeriodShape.Half, over, quarter.Year, quarter.Number / 2),
            (PeriodShape.NineMonths, 3) => new(PeriodShape.NineMonths, over, quarter.Year, 0),
            (PeriodShape.Year, 4) => new(PeriodShape.Year, over, quarter.Year, 0),
            _ => null,
        };
    }

    // "as of September 30, 2021": a balance's day closes a quarter
    private PeriodClue? OnDay(PeriodPhrase phrase, PeriodRole role)
    {
        (int month, int day) = (phrase.Number / 100, phrase.Number % 100);
        if (phrase.Year > 0 && role == PeriodRole.Past && DateOf(phrase.Year) is { } happened && !(happened <= told))
        {
            told = happened;
        }

        if (day < 25 || month is < 1 or > 12 || role is PeriodRole.Future or PeriodRole.Ahead or PeriodRole.Event)
        {
            return null;
        }

        int year = phrase.Year > 0 ? phrase.Year : 2001;
        LocalDate date = DateOf(year)!.Value;
        FiscalPeriod quarter = calendar.QuarterClosedBy(date);
        return Math.Abs(Period.DaysBetween(calendar.EndOf(quarter), date)) > 5 ? null
            : new(PeriodShape.Quarter, role == PeriodRole.Base ? role : PeriodRole.Past, phrase.Year > 0 ? quarter.Year : 0, quarter.Number);

        LocalDate? DateOf(int of) => month is >= 1 and <= 12 && day > 0 ? new LocalDate(of, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(of, month))) : null;
    }

    private void Rank()
    {
        HashSet<int> years = [.. clues.Keys.Where(c => c.Year > 0 && c.Role != PeriodRole.Event).SelectMany(c => new[] { c.Year - 1, c.Year, c.Year + 1, c.Year + 2 })];
        List<(FiscalPeriod Period, double Score)> ranked = [];
        foreach (int year in years)
        {
            foreach (FiscalPeriod candidate in (FiscalPeriod[])[.. FiscalPeriod.FullYear(year).Quarters, FiscalPeriod.Half(year, 1), FiscalPeriod.Half(year, 2), FiscalPeriod.FullYear(year)])
            {
                // what is said again is hardly said anew: the root of how often
                double score = clues.Sum(c => Math.Sqrt(c.Value) * c.Key.Fit(candidate));
                ranked.Add((candidate, score));
            }
        }

        Ranked = [.. ranked.OrderByDescending(r => r.Score).ThenByDescending(r => r.Period)];
    }
}
