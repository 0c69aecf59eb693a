using System.Globalization;

namespace ModelBuilder.Extraction;

/// <summary>Finds the words that name periods.</summary>
internal sealed class PeriodReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] ShortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly IReadOnlyList<Token> tokens;

    private PeriodReader(IReadOnlyList<Token> tokens) => this.tokens = tokens;

    /// <summary>The period phrases of a sentence in order.</summary>
    public static List<PeriodPhrase> Read(IReadOnlyList<Token> tokens)
    {
        PeriodReader reader = new(tokens);
        List<PeriodPhrase> found = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            if (reader.At(i) is { } phrase)
            {
                found.Add(phrase);
                i = phrase.End - 1;
            }
        }

        return found;
    }

    private string Word(int i) => i >= 0 && i < tokens.Count ? tokens[i].Lower : "";

    private PeriodPhrase? At(int i) => Relative(i) ?? Quarter(i) ?? Half(i) ?? Span(i) ?? Date(i) ?? FullYear(i);

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
        k = Word(k) is "fiscal" or "financial" or "calendar" ? k + 1 : k;
        return last && Word(k) is "year" ? k + 1 : null;
    }

    private static PeriodShape? IsStretch(string word) => word switch
    {
        "period" or "quarter" or "time" or "year" or "half" or "months" => PeriodShape.Same,
        _ => null,
    };

    // ---- quarters
    private PeriodPhrase? Quarter(int i)
    {
        int k = Word(i) is "the" or "our" ? i + 1 : i;
        if (QuarterName(k, out int number, out int year, out int end))
        {
            if (year == 0 && Word(end) is "and" && FullYearHead(end + 1, out int joint))
            {
                // fourth quarter and full year 2022: the year belongs to both, the phrase to the quarter
                int of = SkipOf(joint);
                if (Year(of, out int both, out _) || Year(joint, out both, out _))
                {
                    year = both;
                }
            }

            if (year == 0)
            {
                // "in the fourth quarter in 2022": of, in and for may stand before the year; "third quarter by 2023" is none
                int of = SkipOf(end);
                if (Year(of, out year, out int after))
                {
                    end = after;
                }
                else if (LastYear(of) is { } last)
                {
                    return new(i, last, PeriodShape.Quarter, PeriodWhen.Named) { Number = number, OfLastYear = true, AtEnd = EndsAt(i) };
                }
                else if (Word(of) is "this" && Word(of + 1) is "year")
                {
                    end = of + 2;
                }
                else if (Word(of) is "a" && Word(of + 1) is "year" && Word(of + 2) is "ago")
                {
                    return new(i, of + 3, PeriodShape.Quarter, PeriodWhen.Named) { Number = number, OfLastYear = true };
                }
            }

            return new(i, end, PeriodShape.Quarter, PeriodWhen.Named) { Number = number, Year = year, AtEnd = EndsAt(i) };
        }

        // 2025 Q3, 2023 fourth quarter
        if (Year(k, out int first, out int then) && QuarterName(then, out number, out _, out end))
        {
            return new(i, end, PeriodShape.Quarter, PeriodWhen.Named) { Number = number, Year = first };
        }

        return null;
    }

    private bool QuarterName(int i, out int number, out int year, out int end)
    {
        (number, year, end) = (0, 0, i);
        string word = Word(i);
        if (word.Length == 2 && word[0] == 'q' && word[1] is >= '1' and <= '4')
        {
            (number, end) = (word[1] - '0', i + 1);
            if (Word(end) is "-" or "\u2013" && Year(end + 1, out year, out int dashed))
            {
                end = dashed;
            }

            return true;
        }

        // 3Q, 4Q22
        if (word is "1" or "2" or "3" or "4" && i + 1 < tokens.Count && tokens[i + 1].Start == tokens[i].End && Word(i + 1) is ['q', ..] suffix
            && suffix.Length is 1 or 3 or 5)
        {
            (number, end) = (word[0] - '0', i + 2);
            return suffix.Length == 1 || TwoDigits(suffix[1..], out year);
        }

        int ordinal = Ordinal(i, out int after);
        if (ordinal is >= 1 and <= 4)
        {
            after = Word(after) is "fiscal" or "financial" ? after + 1 : after;
            if (Word(after) is "quarter" && Word(after + 1) is not "point")
            {
                (number, end) = (ordinal, after + 1);
                return true;
            }
        }

        return false;
    }

    private int Ordinal(int i, out int after)
    {
        after = i + 1;
        int value = Word(i) switch { "first" => 1, "second" => 2, "third" => 3, "fourth" => 4, _ => 0 };
        if (value == 0 && Word(i) is "1" or "2" or "3" or "4" && Word(i + 1) is "st" or "nd" or "rd" or "th")
        {
            after = i + 2;
            return Word(i)[0] - '0';
        }

        return value;
    }

    // ---- halves, nine months, year to date
    private PeriodPhrase? Half(int i)
    {
        int k = Word(i) is "the" or "our" ? i + 1 : i;
        int number = 0, end = k;
        if (Word(k) is "h1" or "h2")
        {
            (number, end) = (Word(k)[1] - '0', k + 1);
        }
        else if (Word(k) is "1" or "2" && k + 1 < tokens.Count && tokens[k + 1].Start == tokens[k].End && Word(k + 1) is ['h', ..] suffix && suffix.Length is 3 or 5
            && TwoDigits(suffix[1..], out int glued))
        {
            return new(i, k + 2, PeriodShape.Half, PeriodWhen.Named) { Number = Word(k)[0] - '0', Year = glued };
        }
        else if (Word(k) is "first" or "second" && Word(k + 1) is "half")
        {
            (number, end) = (Word(k) == "first" ? 1 : 2, k + 2);
        }
        else if (Word(k) is "first" && Word(k + 1) is "six" or "6" && Word(k + 2) is "months")
        {
            (number, end) = (1, k + 3);
        }
        else
        {
            return null;
        }

        int of = SkipOf(end);
        if (Year(of, out int year, out int after))
        {
            end = after;
        }
        else if (LastYear(of) is { } last)
        {
            return new(i, last, PeriodShape.Half, PeriodWhen.Named) { Number = number, OfLastYear = true };
        }

        return new(i, end, PeriodShape.Half, PeriodWhen.Named) { Number = number, Year = year, AtEnd = EndsAt(i) };
    }

    private PeriodPhrase? Span(int i)
    {
        int k = Word(i) is "the" ? i + 1 : i;
        k = Word(k) is "first" ? k + 1 : k;
        if (Word(k) is "nine" or "9" && Word(k + 1) is "months")
        {
            int end = k + 2;
            int of = SkipOf(end);
            return Year(of, out int year, out int after)
                ? new(i, after, PeriodShape.NineMonths, PeriodWhen.Named) { Year = year }
                : new(i, end, PeriodShape.NineMonths, PeriodWhen.Named) { OfLastYear = LastYear(of) is not null };
        }

        return Word(i) is "year" && Word(i + 1) is "to" && Word(i + 2) is "date" ? new(i, i + 3, PeriodShape.Same, PeriodWhen.ToDate) : null;
    }

    // ---- dates
    private PeriodPhrase? Date(int i)
    {
        // 31 December 2023
        if (i + 1 < tokens.Count && tokens[i].Kind == TokenKind.Number && Integer(tokens[i].Text, out int dayFirst) && dayFirst is >= 1 and <= 31
            && Month(i + 1) is { } m1 && Year(i + 2, out int y1, out int e1))
        {
            return new(i, e1, PeriodShape.Day, PeriodWhen.Named) { Number = (m1 * 100) + dayFirst, Year = y1, AtEnd = true };
        }

        if (Month(i) is not { } month)
        {
            return null;
        }

        int k = i + 1;
        if (Word(k) is "end" && tokens[k].Kind == TokenKind.Word)
        {
            k++;
        }

        if (k < tokens.Count && tokens[k].Kind == TokenKind.Number && Integer(tokens[k].Text, out int day) && day is >= 1 and <= 31)
        {
            int after = k + 1;
            after = Word(after) is "st" or "nd" or "rd" or "th" ? after + 1 : after;
            after = Word(after) is "," ? after + 1 : after;
            if (Year(after, out int y, out int e))
            {
                return new(i, e, PeriodShape.Day, PeriodWhen.Named) { Number = (month * 100) + day, Year = y, AtEnd = true };
            }

            return new(i, k + 1, PeriodShape.Day, PeriodWhen.Named) { Number = (month * 100) + day };
        }

        k = Word(k) is "of" or "," ? k + 1 : k;
        if (Year(k, out int year, out int end))
        {
            return new(i, end, PeriodShape.Month, PeriodWhen.Named) { Number = month, Year = year, AtEnd = true };
        }

        // "May" and "March" are other words as well
        return tokens[i].IsCapitalised && Word(i) is not ("may" or "march") && Word(i - 1) is "in" or "during" or "of" or "for" && Word(i).Length > 3
            ? new(i, i + 1, PeriodShape.Month, PeriodWhen.Named) { Number = month }
            : null;
    }

    private int? Month(int i)
    {
        if (i >= tokens.Count || !tokens[i].IsCapitalised)
        {
            return null;
        }

        int index = Array.IndexOf(Months, Word(i));
        index = index < 0 ? Array.IndexOf(ShortMonths, Word(i)) : index;
        return index < 0 ? null : index + 1;
    }

    // ---- years
    private PeriodPhrase? FullYear(int i)
    {
        int k = Word(i) is "the" or "our" ? i + 1 : i;
        if (FullYearHead(k, out int head))
        {
            int of = SkipOf(head);
            return Year(of, out int named, out int after) || Year(head, out named, out after)
                ? new(i, after, PeriodShape.Year, PeriodWhen.Named) { Year = named, Fiscal = true, AtEnd = EndsAt(i) }
                : new(i, head, PeriodShape.Year, PeriodWhen.This) { AtEnd = EndsAt(i) };
        }

        if (Word(k) is "year" && Year(k + 1, out int y0, out int e0))
        {
            return new(i, e0, PeriodShape.Year, PeriodWhen.Named) { Year = y0 };
        }

        if (!Year(i, out int year, out int end))
        {
            return null;
        }

        bool bare = end == i + 1 && tokens[i].Kind == TokenKind.Number;
        return new(i, end, PeriodShape.Year, PeriodWhen.Named) { Year = year, BareYear = bare, Fiscal = !bare, AtEnd = EndsAt(i) };
    }

    // full year, fiscal year, full fiscal year, fiscal 2023's head
    private bool FullYearHead(int i, out int end)
    {
        end = i;
        if (Word(i) is "full" or "whole" or "fiscal" or "financial" or "entire")
        {
            int k = i + 1;
            k = Word(k) is "fiscal" or "financial" ? k + 1 : k;
            if (Word(k) is "year" or "years")
            {
                end = k + 1;
                return true;
            }
        }

        return false;
    }

    // 2023, '23 (after fiscal), fiscal 2023, fiscal year 2023, FY23, calendar 2023
    private bool Year(int i, out int year, out int end)
    {
        (year, end) = (0, i);
        int k = i;
        bool fiscal = false;
        if (Word(k) is "fiscal" or "calendar" or "financial")
        {
            fiscal = true;
            k++;
            k = Word(k) is "year" ? k + 1 : k;
        }
        else if (Word(k) is "year" && i > 0)
        {
            k++;
        }

        if (k >= tokens.Count)
        {
            return false;
        }

        if (Word(k) is ['f', 'y', ..] named && TwoDigits(named[2..], out year))
        {
            end = k + 1;
            return true;
        }

        if (Word(k) is "'" or "\u2019" && k + 1 < tokens.Count && tokens[k + 1].Text.Length == 2 && TwoDigits(tokens[k + 1].Text, out year) && tokens[k + 1].Start == tokens[k].End)
        {
            end = k + 2;
            return true;
        }

        if (tokens[k].Kind == TokenKind.Number && tokens[k].Text.Length == 4 && Integer(tokens[k].Text, out int number) && number is >= 1990 and <= 2100
            && !IsMeasured(k))
        {
            (year, end) = (number, k + 1);
            return true;
        }

        return fiscal && k < tokens.Count && tokens[k].Text.Length == 2 && tokens[k].Kind == TokenKind.Number && TwoDigits(tokens[k].Text, out year) && (end = k + 1) > 0;
    }

    // 2023 million, RMB 2023, $2,023 are no years
    private bool IsMeasured(int i) =>
        Scales.At(tokens, i + 1, money: false).Length > 0 || Scales.Relative(tokens, i + 1) is not null || (i > 0 && Currencies.Before(tokens, i) is not null);

    private static bool Integer(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static bool TwoDigits(string text, out int year)
    {
        bool ok = Integer(text, out year) && text.Length is 2 or 4;
        year = ok && text.Length == 2 ? 2000 + year : year;
        return ok && year is >= 1990 and <= 2100;
    }

    private int SkipOf(int i)
    {
        int k = Word(i) is "of" or "in" or "for" or "," ? i + 1 : i;
        return Word(k) is "the" or "our" or "its" or "full" ? k + 1 : k;
    }

    // at the end of June 2020, by December 2022, as of Q3 2025, year-end 2022
    private bool EndsAt(int i)
    {
        for (int k = i - 1; k >= 0 && k >= i - 5; k--)
        {
            if (Word(k) is "end" or "ended" or "ending" || (Word(k) is "of" && Word(k - 1) is "as") || (Word(k) is "at" && Word(k - 1) is "as"))
            {
                return true;
            }

            if (Word(k) is not ("of" or "the" or "our" or "fiscal" or "year"))
            {
                return false;
            }
        }

        return false;
    }
}
