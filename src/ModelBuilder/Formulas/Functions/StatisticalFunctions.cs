using static ModelBuilder.Formulas.Functions.AggregateFunctions;
using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Statistics of one sample. Source of all: the functions' pages in Microsoft's Excel reference.</summary>
internal static class StatisticalFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        // The middle value, or the mean of the two.
        Over("MEDIAN", n => n.Count == 0 ? FormulaError.Number : Quantile(n, 0.5)),

        // Sum of squared deviations from the mean; by n - 1 the sample variance, by n the population's.
        Over("DEVSQ", n => n.Count == 0 ? FormulaError.Number : Deviations(n)),
        Over("VAR", n => Variance(n, 1)),
        Over("VAR.S", n => Variance(n, 1)),
        Over("VARP", n => Variance(n, 0)),
        Over("VAR.P", n => Variance(n, 0)),
        Over("STDEV", n => Arguments.With(Variance(n, 1), v => Math.Sqrt(v))),
        Over("STDEV.S", n => Arguments.With(Variance(n, 1), v => Math.Sqrt(v))),
        Over("STDEVP", n => Arguments.With(Variance(n, 0), v => Math.Sqrt(v))),
        Over("STDEV.P", n => Arguments.With(Variance(n, 0), v => Math.Sqrt(v))),

        Values("LARGE", 2, 2, a => Ranked(a, (sorted, k) => sorted[^k])),
        Values("SMALL", 2, 2, a => Ranked(a, (sorted, k) => sorted[k - 1])),
        Values("RANK", 2, 3, Rank),
        Values("PERCENTILE", 2, 2, a => Percentile(a, k => k)),
        Values("PERCENTILE.INC", 2, 2, a => Percentile(a, k => k)),
        Values("QUARTILE", 2, 2, a => Percentile(a, k => Math.Truncate(k) / 4)),
        Values("QUARTILE.INC", 2, 2, a => Percentile(a, k => Math.Truncate(k) / 4)),
    ];

    public static double Mean(IReadOnlyCollection<double> numbers) => Sum([.. numbers]) / numbers.Count;

    private static double Deviations(List<double> numbers)
    {
        double mean = Mean(numbers);
        return Sum(numbers.ConvertAll(x => (x - mean) * (x - mean)));
    }

    private static FormulaValue Variance(List<double> numbers, int lost) =>
        numbers.Count <= lost ? FormulaError.DivisionByZero : Deviations(numbers) / (numbers.Count - lost);

    /// <summary>Linear interpolation between the order statistics around k(n-1), Excel's inclusive definition (Hyndman and Fan's type 7).</summary>
    private static double Quantile(List<double> numbers, double k)
    {
        List<double> sorted = [.. numbers.Order()];
        double place = k * (sorted.Count - 1);
        int below = (int)Math.Floor(place);
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    private static FormulaValue Percentile(FormulaValue[] a, Func<double, double> share)
    {
        var numbers = new List<double>();
        return Arguments.Numbers([a[0]], numbers) ?? Arguments.With(Arguments.Number(a, 1), k =>
            numbers.Count == 0 || share(k) is < 0 or > 1 ? FormulaError.Number : Quantile(numbers, share(k)));
    }

    private static FormulaValue Ranked(FormulaValue[] a, Func<List<double>, int, double> take)
    {
        var numbers = new List<double>();
        return Arguments.Numbers([a[0]], numbers) ?? Arguments.With(Arguments.Number(a, 1), k =>
            k < 1 || k > numbers.Count ? FormulaError.Number : take([.. numbers.Order()], (int)k));
    }

    private static FormulaValue Rank(FormulaValue[] a)
    {
        var numbers = new List<double>();
        return Arguments.Numbers([a[1]], numbers) ?? Arguments.With(Arguments.Number(a, 0), Arguments.Number(a, 2), (x, ascending) =>
            !numbers.Contains(x) ? FormulaError.NotAvailable : 1 + numbers.Count(n => ascending == 0 ? n > x : n < x));
    }
}
