using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Dates as day numbers of the 1900 system.</summary>
internal static class DateFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        Scalar("DATE", 3, 3, Date),
        Part("YEAR", d => d.Year),
        Part("MONTH", d => d.Month),
        Part("DAY", d => d.Day),
    ];

    private static FormulaValue Date(FormulaValue[] a)
    {
        FormulaValue day = Coercion.ToNumber(a[2]);
        return day.IsFailure ? day : Arguments.With(Coercion.ToNumber(a[0]), Coercion.ToNumber(a[1]), (year, month) =>
            year is >= 0 and < 10000 && Math.Abs(month) < 1e6 && Math.Abs(day.Number) < 1e7 && DateSerial.FromDate((int)year, (int)Math.Floor(month), (int)Math.Floor(day.Number)) is { } serial
                ? serial
                : FormulaError.Number);
    }

    private static FunctionDefinition Part(string name, Func<(int Year, int Month, int Day), int> part) =>
        Scalar(name, 1, 1, a => Arguments.With(Coercion.ToNumber(a[0]), n => DateSerial.ToDate(n) is { } date ? part(date) : FormulaError.Number));
}
