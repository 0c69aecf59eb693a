using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>Words of a document that tell something of the period it reports.</summary>
/// <param name="Shape">The stretch that they name.</param>
/// <param name="Role">What is said of it.</param>
/// <param name="Year">The fiscal year, or 0 where none is named.</param>
/// <param name="Number">Of a quarter or half; 0 for others.</param>
internal readonly record struct PeriodClue(PeriodShape Shape, PeriodRole Role, int Year, int Number)
{
    // what cannot be so: results of a quarter that is still to come, a comparison with it; not a whole clue's weight, as tenses are misread
    private const double Impossible = -0.6;

    // a quarter with its year says both at once
    private const double Label = 1.5;


    /// <summary>How well the clue fits a document that reports <paramref name="candidate"/>: 1 where it is what such documents say, below 0 where they never do.</summary>
    public double Fit(FiscalPeriod candidate)
    {
        // a half or year that is reported is talked about as its last quarter would be, except that no quarter is named
        int quarter = candidate.Kind switch { PeriodKind.Quarter => candidate.Number, PeriodKind.Half => candidate.Number * 2, _ => 4 };
        bool asQuarter = candidate.Kind == PeriodKind.Quarter;
        return Shape switch
        {
            PeriodShape.Quarter when Year > 0 => asQuarter ? Labelled((candidate.Year * 4) + quarter - (Year * 4) - Number) : 0,
            // "in the quarter", whichever
            PeriodShape.Quarter when Number == 0 => asQuarter ? 0.3 : 0,
            PeriodShape.Quarter => asQuarter ? Numbered((quarter - Number + 4) % 4) : 0,
            PeriodShape.Half => OfHalf(candidate, quarter, asQuarter),
            PeriodShape.NineMonths => OfNineMonths(candidate, quarter, asQuarter),
            PeriodShape.Year when Year > 0 => OfYear(candidate.Year - Year, quarter, asQuarter),
            PeriodShape.Year => FullYear(quarter),
            PeriodShape.Same when Year > 0 => (candidate.Year - Year) switch { 1 => 1, 2 => 0.4, <= 0 => Impossible, _ => 0 },
            PeriodShape.Day => Told(candidate),
            PeriodShape.Same => quarter is 2 or 3 ? 0.3 : quarter == 4 ? 0.1 : 0,
            _ => 0,
        };
    }

    // quarters from the named one to the reported one: results are compared with a year ago, then with the quarter before
    private double Labelled(int since) => Label * Role switch
    {
        PeriodRole.Past => since switch { 0 => 1, 1 or 4 => 0.3, 8 => TwoYears / 2, < 0 => Impossible, <= 4 => 0.1, _ => 0 },
        PeriodRole.Base => since switch { 4 => 1, 1 => 0.6, 8 => TwoYears, <= 0 => Impossible, <= 5 => 0.1, _ => 0 },
        PeriodRole.Future or PeriodRole.Ahead => since switch { -1 => 0.8, >= -4 and < -1 => 0.4, 0 => 0.2, _ => 0 },
        PeriodRole.Running => since switch { -1 => 0.8, 0 => 0.2, _ => 0 },
        PeriodRole.Event => 0,
        _ => since switch { 0 => 0.8, 1 or 4 => 0.3, -1 => 0.1, _ => 0 },
    };

    // the years after the pandemic's first are compared with the last one before it, whose fiscal year may be called 2020
    private double TwoYears => Year switch { 2019 => 0.65, 2020 => 0.5, _ => 0.3 };

    // the same within any year
    private double Numbered(int since) => Role switch
    {
        PeriodRole.Past => since switch { 0 => 1, 1 => 0.3, 3 => -0.3, _ => 0 },
        PeriodRole.Base => since switch { 1 => 0.7, 0 => 0.4, _ => 0 },
        PeriodRole.Future or PeriodRole.Ahead => since switch { 3 => 1, 2 => 0.4, 0 or 1 => 0.2, _ => 0 },
        PeriodRole.Running => since switch { 3 => 1, _ => 0 },
        PeriodRole.Event => 0,
        _ => since switch { 0 => 0.8, 1 or 3 => 0.2, _ => 0 },
    };

    private double OfHalf(FiscalPeriod candidate, int quarter, bool asQuarter)
    {
        int half = Math.Max(Number, 1), since = (candidate.Year * 4) + quarter - ((Year > 0 ? Year : candidate.Year) * 4) - (2 * half);
        if (Role is PeriodRole.Future or PeriodRole.Ahead or PeriodRole.Running)
        {
            // without a year the half to come may be the next year's first
            since = Year > 0 || half == 2 || quarter < 3 ? since : since - 4;
            return since switch { -1 => 0.5, -2 => 0.7, -3 => 0.3, -4 => 0.3, _ => 0 };
        }

        if (Role == PeriodRole.Base && Year > 0)
        {
            return since switch { 4 => asQuarter ? 0.7 : 1, 2 => 0.2, < 0 => Impossible, _ => 0 };
        }

        return Role == PeriodRole.Event ? 0 : since switch { 0 => asQuarter ? 0.7 : 1, 1 or 2 or -1 => 0.2, < -1 when Year > 0 && Role == PeriodRole.Past => Impossible, _ => 0 };
    }

    private double OfNineMonths(FiscalPeriod candidate, int quarter, bool asQuarter)
    {
        int years = Year > 0 ? candidate.Year - Year : Role == PeriodRole.Base ? 1 : 0;
        return !asQuarter || Role is PeriodRole.Event or PeriodRole.Future ? 0
            : years < 0 ? Impossible
            : years == (Role == PeriodRole.Base ? 1 : 0) ? quarter == 3 ? 1 : quarter == 4 ? 0.2 : 0 : 0;
    }

    // "2021" in its first three quarters is guided, when its fourth is reported it is told, and the next year is guided
    private double OfYear(int since, int quarter, bool asQuarter)
    {
        bool over = quarter == 4;
        return Role switch
        {
            PeriodRole.Past => since switch { 0 => over ? asQuarter ? 1 : 1.05 : 0.8, 1 => 0.3, 2 => 0.2, < 0 => Impossible, _ => 0 },
            PeriodRole.Base => since switch { 1 => 1, 2 => TwoYears, 0 => 0.2, < 0 => Impossible, _ => 0 },
            PeriodRole.Future => since switch { 0 => over ? 0.3 : 1, -1 => over ? 1 : quarter == 3 ? 0.4 : 0.25, -2 => 0.1, > 0 => -0.3, _ => 0 },
            PeriodRole.Running => since switch { 0 when !over => 1.5, -1 when over => 0.3, _ => 0 },
            PeriodRole.Ahead => since switch { -1 => over ? 1 : quarter == 3 ? 0.8 : quarter == 2 ? 0.3 : 0.1, 0 => over ? 0 : 0.1, _ => 0 },
            PeriodRole.Event => 0,
            _ => since switch { 0 => 0.6, -1 => over ? 0.5 : quarter == 3 ? 0.3 : 0.15, 1 => 0.4, _ => 0 },
        };
    }

    // told when the calendar quarter was the last that had closed; a fiscal year may be called by the next calendar year, or by the one in which it began
    private double Told(FiscalPeriod candidate) => (candidate.Year - Year) switch
    {
        0 when candidate.Kind == PeriodKind.Quarter && candidate.Number == Number => 1.2,
        0 or 1 => 0.6,
        -1 when candidate.Kind == PeriodKind.Quarter && candidate.Number > 2 => 0.3,
        -1 => 0,
        _ => Impossible,
    };

    // "results for the full year were", "we now expect the full year"
    private double FullYear(int quarter) => Role switch
    {
        PeriodRole.Past => quarter == 4 ? 1 : 0,
        PeriodRole.Future or PeriodRole.Running => quarter == 4 ? 0.1 : 0.3,
        _ => 0,
    };
}
