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
            of = Word(of) is "the" or "our" ? of + 1 : of;
            if (LastYear(of) is { } e)
            {
                return new(i, e, PeriodShape.Same, PeriodWhen.YearAgo);
            }

            if (Word(of) is "two" && Word(of + 1) is "years" && Word(of + 2) is "ago")
            {
                return new(i, of + 3, PeriodShape.Same, PeriodWhen.TwoYearsAgo);
            }

            if (Year(of, out int year, out int after))
            {
                return new(i, after, PeriodShape.Same, PeriodWhen.YearAgo) { Year = year };
            }

            if (Word(of) is "a" && Word(of + 1) is "year" && Word(of + 2) is "ago" or "earlier")
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

            if (Quarter(of) is { Year: 0, When: PeriodWhen.Named } quarter)
            {
                return quarter with { First = i, OfLastYear = true };
            }

            return new(i, last, PeriodShape.Year, PeriodWhen.YearAgo);
        }

        if (Word(k) is "year" && Word(k + 1) is "ago" or "earlier")
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
            "next" or "coming" or "following" or "upcoming" => PeriodWhen.Next,
            _ => null,
        };
        int at = k + 1;
        if (when is null && k > i && Word(i) == "the" && Word(k) is "quarter" && Word(k + 1) is not ("of" or "over" or "on" or "by"))
        {
            (when, at) = (PeriodWhen.This, k);
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

    private int? LastYear(int i)
    {
        bool last = Word(i) is "last" or "previous" or "prior" or "preceding" or "past";
        int k = i + 1;
        k = Word(k) is "fiscal" or "financial" or "calendar" or "a" ? k + 1 : k;
        return last && Word(k) is "year" ? k + 1 : null;
    }

    private static PeriodShape? IsStretch(string word) => word switch
    {
        "period" or "quarter" or "time" or "year" or "half" or "months" => PeriodShape.Same,
        _ => null,
    };
}
