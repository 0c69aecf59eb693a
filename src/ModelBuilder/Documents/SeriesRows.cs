using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ModelBuilder.Documents;

/// <summary>Rows of a file of series, read.</summary>
internal static class SeriesRows
{
    private const double DaysOfAQuarter = 365.25 / 4;

    /// <summary>A whole series in one row; null with a finding where it cannot be read.</summary>
    public static StatedSeries? Whole(FigureRow row, InputFindings findings)
    {
        string name = row["sn"].Length > 0 ? row["sn"] : string.Create(CultureInfo.InvariantCulture, $"line {row.Line}");
        if (Values(row, "train", findings) is not { } train || Values(row, "test", findings) is not { } test)
        {
            return null;
        }

        if (row["h"].Length > 0 && (!int.TryParse(row["h"], NumberStyles.None, CultureInfo.InvariantCulture, out int horizon) || horizon != test.Length))
        {
            findings.Warning(row.Line, string.Create(CultureInfo.InvariantCulture, $"{name}: h is '{row["h"]}', but test has {test.Length} values; the series is left out"), "mend either");
            return null;
        }

        return new StatedSeries(name, row["type"], row.Line, [.. train.Select((v, i) => (i, v))], test);
    }

    /// <summary>Series of which each row states one quarter, by ticker.</summary>
    public static IReadOnlyList<StatedSeries> Gathered(IReadOnlyList<FigureRow> rows, InputFindings findings) =>
        [.. rows.GroupBy(r => r["ticker"], StringComparer.Ordinal).Select(g => Gathered(g.Key, [.. g], findings))];

    private static StatedSeries Gathered(string ticker, FigureRow[] rows, InputFindings findings)
    {
        List<Stated> stated = [];
        foreach (FigureRow row in rows.Where(r => r["revenue"].Length > 0))
        {
            if (!IsNumber(row["revenue"], out double value))
            {
                findings.Warning(row.Line, $"{ticker}: the revenue '{row["revenue"]}' is no number; the quarter is left out", "write it in digits with a point for decimals");
            }
            else if (Quarter(row) is { } quarter)
            {
                stated.Add(new Stated(quarter, null, row, value));
            }
            else if (LocalDatePattern.Iso.Parse(row["period_end"]) is { Success: true } date)
            {
                stated.Add(new Stated(0, date.Value, row, value));
            }
            else
            {
                findings.Warning(row.Line, $"{ticker}: which quarter this is cannot be read; it is left out", "give period_end as 2024-12-31, or fiscal_year and fiscal_quarter (1 to 4)");
            }
        }

        var points = new SortedDictionary<int, double>();
        foreach (Stated point in Numbered(stated))
        {
            if (!points.TryAdd(point.Quarter, point.Value))
            {
                findings.Warning(point.Row.Line, $"{ticker}: this quarter is stated twice; the later row is used", "keep one of them");
                points[point.Quarter] = point.Value;
            }
        }

        return new StatedSeries(ticker, rows[0]["type"], rows[0].Line, [.. points.Select(p => (p.Key, p.Value))], []);
    }

    /// <summary>
    /// Quarters by their ends: the first by its calendar quarter, each other by the days between, since years of 52 and 53 weeks
    /// end a quarter on either side of a month's end. Fiscal quarters stand as they are.
    /// </summary>
    private static IEnumerable<Stated> Numbered(List<Stated> stated)
    {
        LocalDate? before = null;
        int number = 0;
        foreach (Stated point in stated.OrderBy(p => p.End))
        {
            if (point.End is not { } end)
            {
                yield return point;
                continue;
            }

            number = before is { } last ? number + (int)Math.Round(Period.DaysBetween(last, end) / DaysOfAQuarter) : (end.Year * 4) + ((end.Month - 1) / 3);
            before = end;
            yield return point with { Quarter = number };
        }
    }

    private static int? Quarter(FigureRow row) =>
        int.TryParse(row["fiscal_year"], NumberStyles.None, CultureInfo.InvariantCulture, out int year) && row["fiscal_quarter"] is [>= '1' and <= '4' and var quarter]
            ? (year * 4) + (quarter - '1')
            : null;

    private static double[]? Values(FigureRow row, string column, InputFindings findings)
    {
        string[] words = row[column].Split(';', StringSplitOptions.TrimEntries);
        var values = new double[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            if (!IsNumber(words[i], out values[i]))
            {
                findings.Warning(row.Line, $"{row["sn"]}: '{words[i]}' under {column} is no number; the series is left out", "write numbers with a point for decimals and ; between them");
                return null;
            }
        }

        return values;
    }

    private static bool IsNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    private sealed record Stated(int Quarter, LocalDate? End, FigureRow Row, double Value);
}
