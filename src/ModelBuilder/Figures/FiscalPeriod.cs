using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ModelBuilder.Figures;

/// <summary>What stretch of a company's fiscal year a period is.</summary>
public enum PeriodKind
{
    /// <summary>A fiscal year, code <c>2023FY</c>.</summary>
    Year,

    /// <summary>A fiscal quarter, code <c>2023Q4</c>.</summary>
    Quarter,

    /// <summary>A fiscal half year, code <c>2023H1</c>.</summary>
    Half,

    /// <summary>The first nine months of a fiscal year, code <c>2023M9</c>.</summary>
    NineMonths,

    /// <summary>A calendar month, code <c>2023-04</c>.</summary>
    Month,

    /// <summary>A day on which a balance is stated, code <c>2023-12-31</c>.</summary>
    Instant,
}

/// <summary>
/// One of a company's own fiscal periods. Equality is by kind, year and number (for an instant, by date). It cannot hold
/// a quarter, half or month that does not exist. <c>default</c> is the fiscal year 0, which no company has.
/// </summary>
public readonly record struct FiscalPeriod : IComparable<FiscalPeriod>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    private FiscalPeriod(PeriodKind kind, int year, int number)
    {
        Kind = kind;
        Year = year;
        Number = number;
    }

    /// <summary>What stretch of the year this is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The fiscal year; the calendar year for a month or an instant.</summary>
    public int Year { get; }

    /// <summary>Quarter 1 to 4, half 1 or 2, month 1 to 12, month * 100 + day for an instant; 0 for a year or nine months.</summary>
    public int Number { get; }

    /// <summary>The fiscal year <paramref name="year"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2200.</exception>
    public static FiscalPeriod FullYear(int year) => new(PeriodKind.Year, Checked(year), 0);

    /// <summary>Quarter <paramref name="quarter"/> (1 to 4) of a fiscal year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such quarter or year.</exception>
    public static FiscalPeriod Quarter(int year, int quarter) => new(PeriodKind.Quarter, Checked(year), Checked(quarter, 4));

    /// <summary>Half <paramref name="half"/> (1 or 2) of a fiscal year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such half or year.</exception>
    public static FiscalPeriod Half(int year, int half) => new(PeriodKind.Half, Checked(year), Checked(half, 2));

    /// <summary>The first nine months of a fiscal year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2200.</exception>
    public static FiscalPeriod NineMonths(int year) => new(PeriodKind.NineMonths, Checked(year), 0);

    /// <summary>A calendar month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such month or year.</exception>
    public static FiscalPeriod Month(int year, int month) => new(PeriodKind.Month, Checked(year), Checked(month, 12));

    /// <summary>A day on which a balance stands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not between 1900 and 2200.</exception>
    public static FiscalPeriod Instant(LocalDate date) => new(PeriodKind.Instant, Checked(date.Year), (date.Month * 100) + date.Day);

    /// <summary>The quarter whose <see cref="QuarterIndex"/> is <paramref name="index"/>.</summary>
    public static FiscalPeriod FromQuarterIndex(int index) => Quarter(index / 4, (index % 4) + 1);

    /// <summary>Quarters counted from year 0: neighbours differ by one, a year ago by four.</summary>
    /// <exception cref="InvalidOperationException">Not a quarter.</exception>
    public int QuarterIndex => Kind == PeriodKind.Quarter
        ? (Year * 4) + Number - 1
        : throw new InvalidOperationException($"{this} is not a quarter");

    /// <summary>The day of an instant.</summary>
    /// <exception cref="InvalidOperationException">Not an instant.</exception>
    public LocalDate Date => Kind == PeriodKind.Instant
        ? new LocalDate(Year, Number / 100, Number % 100)
        : throw new InvalidOperationException($"{this} is not an instant");

    /// <summary>The same stretch a year before (for 29 February, the 28th).</summary>
    public FiscalPeriod YearAgo => AddYears(-1);

    /// <summary>The stretch just before of the same kind: the quarter before a quarter, the year before a year; null for an instant or nine months.</summary>
    public FiscalPeriod? Prior => Kind switch
    {
        PeriodKind.Quarter => FromQuarterIndex(QuarterIndex - 1),
        PeriodKind.Year => FullYear(Year - 1),
        PeriodKind.Half => Number == 2 ? Half(Year, 1) : Half(Year - 1, 2),
        PeriodKind.Month => Number > 1 ? Month(Year, Number - 1) : Month(Year - 1, 12),
        _ => null,
    };

    /// <summary>The quarters that make up this period: four for a year, two for a half, three for nine months, itself for a quarter; none for a month or an instant.</summary>
    public IReadOnlyList<FiscalPeriod> Quarters
    {
        get
        {
            int year = Year;
            return Kind switch
            {
                PeriodKind.Year => [Quarter(year, 1), Quarter(year, 2), Quarter(year, 3), Quarter(year, 4)],
                PeriodKind.NineMonths => [Quarter(year, 1), Quarter(year, 2), Quarter(year, 3)],
                PeriodKind.Half => Number == 1 ? [Quarter(year, 1), Quarter(year, 2)] : [Quarter(year, 3), Quarter(year, 4)],
                PeriodKind.Quarter => [this],
                _ => [],
            };
        }
    }

    /// <summary>The same stretch <paramref name="years"/> later (earlier where negative).</summary>
    public FiscalPeriod AddYears(int years) =>
        Kind == PeriodKind.Instant ? Instant(Date.PlusYears(years)) : new FiscalPeriod(Kind, Checked(Year + years), Number);

    /// <summary>The quarter <paramref name="quarters"/> later (earlier where negative).</summary>
    /// <exception cref="InvalidOperationException">Not a quarter.</exception>
    public FiscalPeriod AddQuarters(int quarters) => FromQuarterIndex(QuarterIndex + quarters);

    /// <summary>The heading an analyst reads: <c>4Q23A</c>, <c>1Q24E</c>, <c>FY23A</c>.</summary>
    /// <param name="actual">True for a period that has been reported.</param>
    public string Label(bool actual)
    {
        string mark = actual ? "A" : "E";
        string yy = (Year % 100).ToString("00", CultureInfo.InvariantCulture);
        return Kind switch
        {
            PeriodKind.Quarter => $"{Number.ToString(CultureInfo.InvariantCulture)}Q{yy}{mark}",
            PeriodKind.Year => $"FY{yy}{mark}",
            PeriodKind.Half => $"{Number.ToString(CultureInfo.InvariantCulture)}H{yy}{mark}",
            PeriodKind.NineMonths => $"9M{yy}{mark}",
            _ => ToString() + mark,
        };
    }

    /// <summary>The period code: <c>2023Q4</c>, <c>2023FY</c>, <c>2023H1</c>, <c>2023M9</c>, <c>2023-04</c>, <c>2023-12-31</c>.</summary>
    public override string ToString()
    {
        string year = Year.ToString("0000", CultureInfo.InvariantCulture);
        string number = Number.ToString(CultureInfo.InvariantCulture);
        return Kind switch
        {
            PeriodKind.Quarter => $"{year}Q{number}",
            PeriodKind.Half => $"{year}H{number}",
            PeriodKind.NineMonths => $"{year}M9",
            PeriodKind.Month => $"{year}-{Number.ToString("00", CultureInfo.InvariantCulture)}",
            PeriodKind.Instant => LocalDatePattern.Iso.Format(Date),
            _ => $"{year}FY",
        };
    }

    /// <summary>Reads a period code as <see cref="ToString"/> prints it; false for anything else.</summary>
    public static bool TryParse(string? code, out FiscalPeriod period)
    {
        period = default;
        if (code is null || code.Length < 6 || !int.TryParse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || year is < FirstYear or > LastYear)
        {
            return false;
        }

        FiscalPeriod? read = (code[4], code[5..]) switch
        {
            ('F', "Y") => FullYear(year),
            ('M', "9") => NineMonths(year),
            ('Q', [>= '1' and <= '4' and var q]) => Quarter(year, q - '0'),
            ('H', [(>= '1' and <= '2') and var h]) => Half(year, h - '0'),
            ('-', [_, _]) when int.TryParse(code.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int m) && m is >= 1 and <= 12 => Month(year, m),
            ('-', _) when LocalDatePattern.Iso.Parse(code) is { Success: true } date => Instant(date.Value),
            _ => null,
        };
        period = read ?? default;
        return read is not null;
    }

    /// <summary>Reads a period code.</summary>
    /// <exception cref="FormatException">Not a period code.</exception>
    public static FiscalPeriod Parse(string code) =>
        TryParse(code, out FiscalPeriod period) ? period : throw new FormatException($"'{code}' is not a period code such as 2023Q4, 2023FY, 2023H1, 2023M9 or 2023-12-31");

    /// <summary>Orders by where a period ends in its (fiscal) year, shorter ones first: 1Q, 2Q, H1, 3Q, M9, 4Q, H2, FY.</summary>
    public int CompareTo(FiscalPeriod other)
    {
        int byEnd = End().CompareTo(other.End());
        return byEnd != 0 ? byEnd : Rank().CompareTo(other.Rank());
    }

    /// <summary>True where the left period ends earlier.</summary>
    public static bool operator <(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) < 0;

    /// <summary>True where the left period ends later.</summary>
    public static bool operator >(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) > 0;

    /// <summary>True where the left period ends earlier or is the same.</summary>
    public static bool operator <=(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>True where the left period ends later or is the same.</summary>
    public static bool operator >=(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) >= 0;

    private int End() => (Year * 10000) + (Kind switch
    {
        PeriodKind.Quarter => (Number * 300) + 31,
        PeriodKind.Half => (Number * 600) + 31,
        PeriodKind.NineMonths => 931,
        PeriodKind.Month => (Number * 100) + 31,
        PeriodKind.Instant => Number,
        _ => 1231,
    });

    private int Rank() => Kind switch
    {
        PeriodKind.Instant => 0,
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 2,
        PeriodKind.Half => 3,
        PeriodKind.NineMonths => 4,
        _ => 5,
    };

    private static int Checked(int year) => year is >= FirstYear and <= LastYear
        ? year
        : throw new ArgumentOutOfRangeException(nameof(year), year, "a fiscal year lies between 1900 and 2200");

    private static int Checked(int number, int most) => number >= 1 && number <= most
        ? number
        : throw new ArgumentOutOfRangeException(nameof(number), number, $"must be 1 to {most.ToString(CultureInfo.InvariantCulture)}");
}
