using System.Globalization;

namespace ModelBuilder.Extraction;

/// <content>Years, months and days.</content>
internal sealed partial class PeriodReader
{
    // ---- dates
    private PeriodPhrase? Date(int i)
    {
        // 31 December 2023, 31st Dec, 2023
        if (DayNumber(i, out int dayFirst, out int named) && Month(named) is { } m1 && Year(Word(named + 1) is "," or "." ? named + 2 : named + 1, out int y1, out int e1))
        {
            return new(i, e1, PeriodShape.Day, PeriodWhen.Named) { Number = (m1 * 100) + dayFirst, Year = y1, AtEnd = true };
        }

        if (InDigits(i) is { } digits)
        {
            return digits;
        }

        if (Month(i) is not { } month)
        {
            return null;
        }

        int k = i + 1;
        // "June end 2022", "Oct. 22"
        if ((Word(k) is "end" && tokens[k].Kind == TokenKind.Word) || (Word(k) is "." && Word(i).Length is 3 or 4))
        {
            k++;
        }

        if (k < tokens.Count && tokens[k].Kind == TokenKind.Number && Integer(tokens[k].Text, out int day) && day is >= 1 and <= 31)
        {
            int after = k + 1;
            after = Word(after) is "st" or "nd" or "rd" or "th" ? after + 1 : after;
            int close = after;
            after = Word(after) is "," ? after + 1 : after;
            if (Year(after, out int y, out int e))
            {
                return new(i, e, PeriodShape.Day, PeriodWhen.Named) { Number = (month * 100) + day, Year = y, AtEnd = true };
            }

            return new(i, close, PeriodShape.Day, PeriodWhen.Named) { Number = (month * 100) + day, AtEnd = Word(i - 1) is "of" && Word(i - 2) is "as" };
        }

        k = Word(k) is "of" or "," ? k + 1 : k;
        if (Year(k, out int year, out int end))
        {
            return new(i, end, PeriodShape.Month, PeriodWhen.Named) { Number = month, Year = year, AtEnd = true };
        }

        // "May" and "March" are other words as well
        return tokens[i].IsCapitalised && (Word(i) is not ("may" or "march") || (Word(i - 1) is "of" && Word(i - 2) is "end")) && Word(i - 1) is "in" or "during" or "of" or "for" && Word(i).Length > 3
            ? new(i, i + 1, PeriodShape.Month, PeriodWhen.Named) { Number = month }
            : null;
    }

    private bool DayNumber(int i, out int day, out int after)
    {
        (day, after) = (0, i + 1);
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Number || !Integer(tokens[i].Text, out day) || day is < 1 or > 31)
        {
            return false;
        }

        after = Word(after) is "st" or "nd" or "rd" or "th" ? after + 1 : after;
        return true;
    }

    // 2021-12-03, 11/18/2022
    private PeriodPhrase? InDigits(int i)
    {
        if (i + 4 >= tokens.Count || tokens[i].Kind != TokenKind.Number || Word(i + 1) is not ("-" or "/") || Word(i + 3) != Word(i + 1) || tokens[i + 4].End - tokens[i].Start is < 8 or > 10
            || !Integer(tokens[i].Text, out int a) || !Integer(tokens[i + 2].Text, out int b) || !Integer(tokens[i + 4].Text, out int c))
        {
            return null;
        }

        (int year, int month, int day) = a > 31 ? (a, b, c) : a > 12 ? (c, b, a) : (c, a, b);
        return year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day is >= 1 and <= 31
            ? new(i, i + 5, PeriodShape.Day, PeriodWhen.Named) { Number = (month * 100) + day, Year = year, AtEnd = true } : null;
    }

    /// <summary>True for the name of a month; speech recognition writes it small.</summary>
    public static bool IsMonth(Token token) => Array.IndexOf(Months, token.Lower) is >= 0 and var m && (token.IsCapitalised || m is not (2 or 4));

    /// <summary>The month that a token names, 1 to 12, or null.</summary>
    public static int? MonthOf(Token token) => Array.IndexOf(Months, token.Lower) is >= 0 and var m ? m + 1 : Array.IndexOf(ShortMonths, token.Lower) is >= 0 and var s ? s + 1 : null;

    private int? Month(int i)
    {
        if (i >= tokens.Count || !(tokens[i].IsCapitalised || IsMonth(tokens[i])))
        {
            return null;
        }

        int index = Array.IndexOf(Months, Word(i));
        index = index < 0 ? Array.IndexOf(ShortMonths, Word(i) is "sept" ? "sep" : Word(i)) : index;
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

        if (Word(k) is "whole" or "all" && Word(k + 1) is "of" && Year(k + 2, out int all, out int close))
        {
            return new(i, close, PeriodShape.Year, PeriodWhen.Named) { Year = all, Fiscal = true };
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
            end = AcrossYears(k + 1, ref year);
            return true;
        }

        // FY '23, FY 2023
        if (Word(k) is "fy")
        {
            (fiscal, k) = (true, k + 1);
        }

        if (Word(k) is "'" or "\u2019" && k + 1 < tokens.Count && tokens[k + 1].Text.Length == 2 && TwoDigits(tokens[k + 1].Text, out year) && tokens[k + 1].Start == tokens[k].End)
        {
            end = k + 2;
            return true;
        }

        if (tokens[k].Kind == TokenKind.Number && tokens[k].Text.Length == 4 && Integer(tokens[k].Text, out int number) && number is >= 1990 and <= 2100
            && !IsMeasured(k))
        {
            year = number;
            end = AcrossYears(k + 1, ref year);
            // "our 2022 fiscal year"
            end = Word(end) is "fiscal" or "financial" && Word(end + 1) is "year" && Word(end + 2) is not ("end" or "ended" or "ending") ? end + 2 : end;
            return true;
        }

        if (Torn(k) is { } torn)
        {
            (year, end) = (torn, k + 2);
            return true;
        }

        return fiscal && k < tokens.Count && tokens[k].Text.Length == 2 && tokens[k].Kind == TokenKind.Number && TwoDigits(tokens[k].Text, out year) && (end = k + 1) > 0;
    }

    // "the third quarter of 20 24": a year that lost its middle to a space, where a year is awaited
    private int? Torn(int k) => Word(k) is "20" or "19" && k + 1 < tokens.Count && tokens[k + 1].Text.Length == 2 && tokens[k + 1].Start == tokens[k].End + 1 && Integer(tokens[k].Text + tokens[k + 1].Text, out int year)
        && year is >= 1990 and <= 2050 && Word(k - 1) is "quarter" or "half" or "year" or "fiscal" or "of" or "in" or "for" or "fy" or ['q', >= '1' and <= '4'] && !IsMeasured(k + 1) && Word(k + 2) is not ("." or "-") ? year : null;

    // "2022-23" and "FY2022/23" are called by the year in which they end
    private int AcrossYears(int at, ref int year)
    {
        if (Word(at) is "-" or "/" or "\u2013" && at + 1 < tokens.Count && tokens[at + 1].Text.Length == 2 && Integer(tokens[at + 1].Text, out int next) && next == (year + 1) % 100)
        {
            year++;
            return at + 2;
        }

        return at;
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
