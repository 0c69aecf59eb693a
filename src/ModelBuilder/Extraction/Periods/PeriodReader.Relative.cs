using System.Globalization;

namespace ModelBuilder.Extraction;

/// <content>Periods relative to the one talked about.</content>
internal sealed partial class PeriodReader
{
    // ---- relative
    private PeriodPhrase? Relative(int i)
    {
        int k = i;
        if (Word(k) is "the" or "a" or "our")
        {
            k++;
        }

        // the same period of last year, the same quarter in 2021, the corresponding period of 2021, last year's comparable period
        if (Word(k) is "same" or "corresponding" or "comparable" && IsStretch(Word(k + 1)) is { } shape)
        {
            int end = k + 2;
            int of = Word(end) is "of" or "in" or "from" or "for" ? end + 1 : end;
            int year0 = of;
            of = Word(of) is "the" or "our" ? of + 1 : of;
            if ((LastYear(year0) ?? LastYear(of)) is { } e)
            {
                return new(i, e, PeriodShape.Same, PeriodWhen.YearAgo);
            }

            if (Closing(end, true) is { } day)
            {
                return new(i, day.End, PeriodShape.Same, PeriodWhen.YearAgo);
            }

            if (Word(of) is "two" && Word(of + 1) is "years" && Word(of + 2) is "ago")
            {
                return new(i, of + 3, PeriodShape.Same, PeriodWhen.TwoYearsAgo);
            }

            if (Year(of, out int year, out int after))
            {
                return new(i, after, PeriodShape.Same, PeriodWhen.YearAgo) { Year = year };
            }

            if (Word(of) is "a" && Word(of + 1) is "year" && Word(of + 2) is "ago" or "earlier" or "before")
            {
                return new(i, of + 3, PeriodShape.Same, PeriodWhen.YearAgo);
            }

            return null;
        }

        if (Word(k) is "prior" or "previous" && Word(k + 1) is "period")
        {
            return new(i, k + 2, PeriodShape.Same, PeriodWhen.YearAgo);
        }

        if (LastYear(k) is { } last)
        {
            // last year's comparable period, the prior year quarter, last year's second quarter
            int of = Word(last) is "'s" ? last + 1 : last;
            of = Word(of) is "same" or "comparable" or "corresponding" or "comparative" ? of + 1 : of;
            if (IsStretch(Word(of)) is not null && !(Word(of) == "year"))
            {
                return new(i, of + 1, PeriodShape.Same, PeriodWhen.YearAgo);
            }

            // "last year's 2020 quarter"
            if (Year(of, out int called, out int stretch) && IsStretch(Word(stretch)) is not null && !(Word(stretch) == "year"))
            {
                return new(i, stretch + 1, PeriodShape.Same, PeriodWhen.YearAgo) { Year = called };
            }

            if (Quarter(of) is { Year: 0, When: PeriodWhen.Named } quarter)
            {
                return quarter with { First = i, OfLastYear = true };
            }

            return new(i, last, PeriodShape.Year, PeriodWhen.YearAgo);
        }

        // a year before, the year before; a quarter earlier
        if (k > i && Word(k) is "quarter" && Word(k + 1) is "before" or "ago" or "earlier" or "prior")
        {
            return new(i, k + 2, PeriodShape.Quarter, PeriodWhen.Last);
        }

        if (Word(k) is "year" && (Word(k + 1) is "ago" or "earlier" || (k > i && Word(k + 1) is "before")))
        {
            int end = k + 2;
            return IsStretch(Word(end)) is not null ? new(i, end + 1, PeriodShape.Same, PeriodWhen.YearAgo) : new(i, end, PeriodShape.Same, PeriodWhen.YearAgo);
        }

        if (Word(k) is "two" or "2" && Word(k + 1) is "years" && Word(k + 2) is "ago" or "earlier" or "prior")
        {
            return new(i, k + 3, PeriodShape.Same, PeriodWhen.TwoYearsAgo);
        }

        if (Word(i) is "in" or "over" or "during" && Word(i + 1) is "that" && Word(i + 2) is "time" or "timeframe" or "period" or "span")
        {
            return new(i, Word(i + 3) is "frame" or "period" ? i + 4 : i + 3, PeriodShape.Same, PeriodWhen.That);
        }

        PeriodWhen? when = Word(k) switch
        {
            "this" or "current" or "reporting" or "reported" => PeriodWhen.This,
            "last" or "previous" or "prior" or "preceding" => PeriodWhen.Last,
            "linked" or "trailing" when Word(i) is "the" && Word(k + 1) is "quarter" && Word(k + 2) is not "basis" => PeriodWhen.Last,
            "next" or "coming" or "following" or "upcoming" => PeriodWhen.Next,
            _ => null,
        };
        int at = k + 1;
        if (when is null && k > i && Word(i) == "the" && Word(k) is "quarter" && Word(k + 1) is not ("of" or "over" or "on" or "by") && !IsRate(i))
        {
            (when, at) = (PeriodWhen.This, k);
        }

        if (when is null && k > i && Word(i) == "the" && Word(k) is "year" && ((Word(i - 1) is "for" && !Nouns.Contains(Word(k + 1))) || (Word(k + 1) is "as" && Word(k + 2) is "a" && Word(k + 3) is "whole")))
        {
            return new(i, Word(k + 1) is "as" && Word(k + 3) is "whole" ? k + 4 : k + 1, PeriodShape.Year, PeriodWhen.This);
        }

        // three months earlier, twelve months ago
        if (Word(k + 1) is "months" && Word(k + 2) is "earlier" or "ago" or "before" && Word(k) is "three" or "3" or "twelve" or "12")
        {
            return Word(k) is "three" or "3" ? new(i, k + 3, PeriodShape.Quarter, PeriodWhen.Last) : new(i, k + 3, PeriodShape.Same, PeriodWhen.YearAgo);
        }

        // "19 million at the beginning of the year", "at prior year-end"
        if (Word(k) is "beginning" or "start" && Word(k + 1) is "of" && Word(k + 2) is "the" && Word(k + 3) is "year" or "fiscal" && Word(k - 2) is "at" or "from" or "since")
        {
            return new(i, Word(k + 3) is "fiscal" ? k + 5 : k + 4, PeriodShape.Year, PeriodWhen.Last) { AtEnd = true };
        }

        // cash "at quarter-end", "at the quarter's end"
        if (Word(k) is "quarter" && Word(k - 1) is "at" or "of" or "the" && (Word(k + 1) is "end" || (Word(k + 1) is "'s" && Word(k + 2) is "end")))
        {
            return new(i, Word(k + 1) is "end" ? k + 2 : k + 3, PeriodShape.Quarter, PeriodWhen.This) { AtEnd = true };
        }

        // "the current year quarter", "the current year's second quarter"
        if (when == PeriodWhen.This && Word(k) is "current" && Word(at) is "year")
        {
            int stretch = Word(at + 1) is "'s" ? at + 2 : at + 1;
            if (Word(stretch) is "quarter" or "period")
            {
                return new(i, stretch + 1, Word(stretch) is "quarter" ? PeriodShape.Quarter : PeriodShape.Same, PeriodWhen.This);
            }

            if (Quarter(stretch) is { Year: 0, When: PeriodWhen.Named } quarter)
            {
                return quarter with { First = i };
            }
        }

        at = Word(at) is "fiscal" or "full" or "financial" ? at + 1 : at;
        PeriodShape? named = Word(at) switch
        {
            "quarter" => PeriodShape.Quarter,
            "year" when when != PeriodWhen.Last => PeriodShape.Year,
            _ => null,
        };
        bool over = Word(at + 1) is "over" or "on" && Word(at + 2) is "quarter" or "year";
        return when is { } w && named is { } s && !over ? new(i, at + 1, s, w) { AtEnd = EndsAt(i) } : null;
    }

    // "for the year ended June", "for the year to come" are read otherwise, or not at all
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal) { "ended", "ending", "ago", "before", "earlier", "over", "on", "to", "ahead", "end", "round", "and" };

    // "is 9% now"
    private PeriodPhrase? Now(int i) => Word(i) is "now" && i > 0 && IsUnit(tokens[i - 1]) && (i + 1 >= tokens.Count || Word(i + 1) is "," or "." or ";")
        ? new(i, i + 1, PeriodShape.Same, PeriodWhen.This)
        : null;

    // "2% on the quarter", "up 8% over the quarter" say what the growth compares with
    private bool IsRate(int i) => Word(i - 1) is "on" or "over" && i >= 2 && IsUnit(tokens[i - 2]);

    /// <summary>True for a word that closes a number: "%", "points", "million".</summary>
    public static bool IsUnit(Token token) => token.Lower is "%" or "percent" or "points" or "point" or "million" or "billion" or "thousand" or "rmb" or "yuan" or "usd" or "dollars" or "euros" || token.Kind == TokenKind.Number;

    private int? LastYear(int i)
    {
        // the year before
        if (Word(i) is "the" && Word(i + 1) is "year" && Word(i + 2) is "before" or "earlier" or "prior")
        {
            return i + 3;
        }

        bool last = Word(i) is "last" or "previous" or "prior" or "preceding" or "past";
        int k = i + 1;
        k = Word(k) is "fiscal" or "financial" or "calendar" or "a" ? k + 1 : k;
        return last && Word(k) is "year" ? k + 1
            // "the corresponding quarter of the last fiscal"
            : last && k == i + 2 && Word(i + 1) is "fiscal" && Word(k) is "" or "." or "," or ";" ? k : null;
    }

    private static PeriodShape? IsStretch(string word) => word switch
    {
        "period" or "quarter" or "time" or "year" or "half" or "months" => PeriodShape.Same,
        _ => null,
    };
}
