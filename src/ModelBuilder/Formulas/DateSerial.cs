namespace ModelBuilder.Formulas;

/// <summary>Excel's day numbers in the 1900 system, its 29 February 1900 (day 60) included.</summary>
internal static class DateSerial
{
    private static readonly DateTime Day60 = new(1900, 2, 28, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The day number; null before 1900 or after 9999. Month and day may overflow, as in DATE.</summary>
    public static double? FromDate(int year, int month, int day)
    {
        int y = year is >= 0 and < 1900 ? year + 1900 : year;
        long months = ((long)y * 12) + month - 1;
        long wholeYear = months >= 0 ? months / 12 : -1;
        if (wholeYear is < 1900 or > 9999)
        {
            return null;
        }

        double serial = (new DateTime((int)wholeYear, (int)(months % 12) + 1, 1, 0, 0, 0, DateTimeKind.Unspecified) - Day60).Days + 59;
        serial += serial >= 60 ? 1 : 0;
        serial += day - 1;
        return serial is >= 0 and < 2_958_466 ? serial : null;
    }

    /// <summary>Year, month and day; null where the number is no date.</summary>
    public static (int Year, int Month, int Day)? ToDate(double serial)
    {
        double day = Math.Floor(serial);
        if (day is < 0 or >= 2_958_466)
        {
            return null;
        }

        if (day is 0 or 60)
        {
            return day == 0 ? (1900, 1, 0) : (1900, 2, 29);
        }

        DateTime date = Day60.AddDays(day - (day > 60 ? 60 : 59));
        return (date.Year, date.Month, date.Day);
    }
}
