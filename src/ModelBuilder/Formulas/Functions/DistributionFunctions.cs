using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>The normal and Student's distribution. Degrees of freedom are cut to whole numbers, as in Excel.</summary>
internal static class DistributionFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        // P(Z <= z), and its inverse.
        Of("NORMSDIST", z => NormalDistribution.Cumulative(z)),
        Of("NORMSINV", p => p is <= 0 or >= 1 ? FormulaError.Number : NormalDistribution.Quantile(p)),
        Of("NORM.S.INV", p => p is <= 0 or >= 1 ? FormulaError.Number : NormalDistribution.Quantile(p)),

        // The t beyond which, on both sides, lies the probability p.
        Two("TINV", (p, df) => TwoTailed(p, df)),
        Two("T.INV.2T", (p, df) => TwoTailed(p, df)),

        // The t below which lies p.
        Two("T.INV", (p, df) => p is <= 0 or >= 1 || df < 1 ? FormulaError.Number : p < 0.5 ? -StudentT.TwoTailedQuantile(2 * p, Whole(df)) : StudentT.TwoTailedQuantile(2 * (1 - p), Whole(df))),
        Two("T.DIST.2T", (x, df) => x < 0 || df < 1 ? FormulaError.Number : StudentT.TwoTails(x, Whole(df))),

        // The probability beyond x, on one side or on both.
        Scalar("TDIST", 3, 3, a => Arguments.With(Coercion.ToNumber(a[2]), tails => Arguments.With(Coercion.ToNumber(a[0]), Coercion.ToNumber(a[1]), (x, df) =>
            x < 0 || df < 1 || Math.Truncate(tails) is not (1 or 2) ? FormulaError.Number : StudentT.TwoTails(x, Whole(df)) * Math.Truncate(tails) / 2))),
    ];

    private static FormulaValue TwoTailed(double p, double df) => p is <= 0 or > 1 || df < 1 ? FormulaError.Number : StudentT.TwoTailedQuantile(p, Whole(df));

    private static double Whole(double df) => Math.Min(Math.Truncate(df), 1e10);

    private static FunctionDefinition Of(string name, Func<double, FormulaValue> function) => Scalar(name, 1, 1, a => Arguments.With(Coercion.ToNumber(a[0]), function));

    private static FunctionDefinition Two(string name, Func<double, double, FormulaValue> function) =>
        Scalar(name, 2, 2, a => Arguments.With(Coercion.ToNumber(a[0]), Coercion.ToNumber(a[1]), function));
}
