using System.Globalization;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>The columns of the sheet Control: label, unit, then as many columns of numbers as its tables and the data of its charts need.</summary>
internal static class ControlColumns
{
    /// <summary>The template's last column, which further columns of chart data look like.</summary>
    private const int Last = 11;
    private const int FirstNumber = 4;

    /// <summary>The columns of numbers that every workbook has.</summary>
    public const int Numbers = Last - FirstNumber + 1;

    /// <summary>The key of the n-th column of numbers, from 0.</summary>
    public static string Number(int index) => "number" + (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The columns with at least so many of numbers.</summary>
    public static IReadOnlyList<ColumnPlan> Of(int numbers) =>
    [
        new(AxisColumns.Key, 1), new(AxisColumns.Label, 2), new(AxisColumns.Unit, 3),
        .. Enumerable.Range(0, Math.Max(numbers, Numbers)).Select(i => new ColumnPlan(Number(i), Math.Min(Last, FirstNumber + i))),
    ];
}
