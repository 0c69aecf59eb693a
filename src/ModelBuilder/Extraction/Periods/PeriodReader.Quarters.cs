using System.Globalization;

namespace ModelBuilder.Extraction;

/// <content>Quarters and halves.</content>
internal sealed partial class PeriodReader
{
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
                if (Year(of, out year, out int after) || (Word(end) is "/" && tokens[end].Start == tokens[end - 1].End && Year(end + 1, out year, out after)))
                {
                    end = after;
                }
                else if (Word(of).Length == 2 && Word(end) is not ("," or "in" or "for") && TwoDigits(Word(of), out int spoken) && !IsMeasured(of) && (of + 1 >= tokens.Count || tokens[of + 1].Kind != TokenKind.Word || Fillers.MayFollow(tokens[of + 1])))
                {
                    // "in the second quarter of 24", "our Q1 22"
                    (year, end) = (spoken, of + 1);
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
        if (Year(k, out int first, out int then) && QuarterName(Word(then) is "'s" ? then + 1 : then, out number, out _, out end))
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
            if (Word(end) is "-" or "\u2013" && (Year(end + 1, out year, out int dashed) || Glued(end, out year, out dashed)))
            {
                end = dashed;
            }

            return true;
        }

        // "Q 3", "Q three of 2021", "quarter three of 2021"
        if (Word(i) is "q" or "quarter" && Numeral(Word(i + 1)) is > 0 and var spelled && (Year(SkipOf(i + 2), out _, out _) || (Word(i) is "q" && tokens[i].Text is "Q")))
        {
            (number, end) = (spelled, i + 2);
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
            if (Word(after) is "quarter" or "quarters" && Word(after + 1) is not "point" && !Counts(after + 1))
            {
                (number, end) = (ordinal, after + 1);
                return true;
            }
        }

        return false;
    }

    private static int Numeral(string word) => word switch { "1" or "one" => 1, "2" or "two" => 2, "3" or "three" => 3, "4" or "four" => 4, _ => 0 };

    // "Q3-21"
    private bool Glued(int dash, out int year, out int end)
    {
        (year, end) = (0, dash + 2);
        return dash + 1 < tokens.Count && tokens[dash].Start == tokens[dash - 1].End && tokens[dash + 1].Start == tokens[dash].End && tokens[dash + 1].Text.Length == 2 && TwoDigits(tokens[dash + 1].Text, out year);
    }

    // "the third quarter running", "the fourth quarter in a row" count quarters
    private bool Counts(int i) => Word(i) is "running" || (Word(i) is "in" && (Word(i + 1) is "succession" || (Word(i + 1) is "a" && Word(i + 2) is "row"))) || (Word(i) is "of" && Word(i + 1) is "consecutive" or "successive");

    // "4% in the second quarter of last year, 5% in the third": the year is that of the quarter before it
    private PeriodPhrase? Elliptic(int i, PeriodPhrase? before)
    {
        bool opens = Word(i) is "the" && Word(i - 1) is "in" or "for" or "from" && before is { Shape: PeriodShape.Quarter, When: PeriodWhen.Named };
        int ordinal = opens ? Ordinal(i + 1, out _) : 0;
        return ordinal is >= 1 and <= 4 && (i + 2 >= tokens.Count || tokens[i + 2].Kind == TokenKind.Symbol || Word(i + 2) is "and" or "to")
            ? before! with { First = i, End = i + 2, Number = ordinal, AtEnd = false }
            : null;
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
        else if (Year(k, out int before, out int then) && Word(then) is "h1" or "h2")
        {
            return new(i, then + 1, PeriodShape.Half, PeriodWhen.Named) { Number = Word(then)[1] - '0', Year = before };
        }
        else if (Word(k) is "first" or "second" && Word(k + 1) is "half")
        {
            (number, end) = (Word(k) == "first" ? 1 : 2, Word(k + 2) is "year" ? k + 3 : k + 2);
        }
        else if (Word(k) is "first" && Word(k + 1) is "six" or "6" && Word(k + 2) is "months")
        {
            (number, end) = (1, k + 3);
        }
        else if (Word(k) is "first" && Word(k + 1) is "two" && Word(k + 2) is "quarters")
        {
            (number, end) = (1, k + 3);
        }
        else if (Year(k, out before, out then) && Word(then) is "half" && Word(then + 1) is "year")
        {
            return new(i, then + 2, PeriodShape.Half, PeriodWhen.Named) { Year = before };
        }
        else if (Word(k) is "six" or "6" && Word(k + 1) is "months" && (k > i || Word(i - 1) is "first" or "for"))
        {
            (number, end) = (0, k + 2);
        }
        else if (Word(k) is "half" && Word(k + 1) is "year" or "yearly" && Word(k - 1) is not ("a" or "one" or "next" or "last"))
        {
            (number, end) = (0, k + 2);
        }
        else
        {
            return null;
        }

        int of = SkipOf(end);
        of = number == 0 && Word(of) is "results" or "report" ? SkipOf(of + 1) : of;
        if (Year(of, out int year, out int after))
        {
            end = after;
        }
        else if (Word(of) is "this" && Word(of + 1) is "year")
        {
            end = of + 2;
        }
        else if (LastYear(of) is { } last)
        {
            return new(i, last, PeriodShape.Half, PeriodWhen.Named) { Number = number, OfLastYear = true };
        }
        else if (number > 0 && Word(end) is "of" && Word(Word(of) is "fiscal" or "financial" or "calendar" or "current" ? of + 1 : of) is "year")
        {
            end = Word(of) is "year" ? of + 1 : of + 2;
        }

        return new(i, end, PeriodShape.Half, PeriodWhen.Named) { Number = number, Year = year, AtEnd = EndsAt(i) };
    }

    private PeriodPhrase? Span(int i)
    {
        int k = Word(i) is "the" ? i + 1 : i;
        k = Word(k) is "first" ? k + 1 : k;
        if ((Word(k) is "nine" or "9" && Word(k + 1) is "months" or "month") || (Word(k) is "three" && Word(k + 1) is "quarters" && Word(k - 1) is "first"))
        {
            int end = Word(k + 2) is "period" ? k + 3 : k + 2;
            end = Word(end) is "through" && IsMonth(tokens[Math.Min(end + 1, tokens.Count - 1)]) ? end + 2 : end;
            int of = SkipOf(end);
            return Year(of, out int year, out int after)
                ? new(i, after, PeriodShape.NineMonths, PeriodWhen.Named) { Year = year }
                : new(i, end, PeriodShape.NineMonths, PeriodWhen.Named) { OfLastYear = LastYear(of) is not null };
        }

        if (Word(i) is not "year" || Word(i + 1) is not "to" || Word(i + 2) is not "date")
        {
            return null;
        }

        // "year to date, through the third quarter": where it ends; "year to date 2019"
        int through = Word(i + 3) is "," ? i + 4 : i + 3;
        int close = Word(through) is "through" && Quarter(through + 1) is { } last ? last.End : Year(i + 3, out _, out int dated) ? dated : i + 3;
        return new(i, close, PeriodShape.Same, PeriodWhen.ToDate);
    }
}
