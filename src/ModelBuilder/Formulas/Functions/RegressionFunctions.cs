using static ModelBuilder.Formulas.Functions.AggregateFunctions;
using static ModelBuilder.Formulas.Functions.FunctionDefinition;

namespace ModelBuilder.Formulas.Functions;

/// <summary>Statistics of pairs, and lines through them. Formulas as on the functions' pages in Microsoft's Excel reference.</summary>
internal static class RegressionFunctions
{
    public static IEnumerable<FunctionDefinition> All =>
    [
        // Slope = Sxy / Sxx, intercept = mean y - slope * mean x.
        OfPairs("SLOPE", 1, s => s.Sxx == 0 ? FormulaError.DivisionByZero : s.Slope),
        OfPairs("INTERCEPT", 1, s => s.Sxx == 0 ? FormulaError.DivisionByZero : s.MeanY - (s.Slope * s.MeanX)),

        // Pearson's r = Sxy / sqrt(Sxx Syy); RSQ is its square.
        OfPairs("CORREL", 1, s => s.Sxx == 0 || s.Syy == 0 ? FormulaError.DivisionByZero : s.Sxy / Math.Sqrt(s.Sxx * s.Syy)),
        OfPairs("PEARSON", 1, s => s.Sxx == 0 || s.Syy == 0 ? FormulaError.DivisionByZero : s.Sxy / Math.Sqrt(s.Sxx * s.Syy)),
        OfPairs("RSQ", 1, s => s.Sxx == 0 || s.Syy == 0 ? FormulaError.DivisionByZero : s.Sxy * s.Sxy / (s.Sxx * s.Syy)),

        // Standard error of the regression: sqrt((Syy - Sxy^2 / Sxx) / (n - 2)).
        OfPairs("STEYX", 3, s => s.Sxx == 0 ? FormulaError.DivisionByZero : Math.Sqrt(s.Residual / (s.Count - 2))),

        // Population covariance.
        OfPairs("COVAR", 1, s => s.Sxy / s.Count),
        Arrays("FORECAST", 3, 3, Forecast),
        Arrays("LINEST", 1, 4, Linest),
        Arrays("TREND", 1, 4, Trend),
    ];

    private static FunctionDefinition OfPairs(string name, int least, Func<Pairs, FormulaValue> function) => Arrays(name, 2, 2, a => OfPairs(a[0], a[1], least, function));

    private static FormulaValue OfPairs(FormulaValue y, FormulaValue x, int least, Func<Pairs, FormulaValue> function)
    {
        FormulaArray ys = Arguments.ToArray(y);
        FormulaArray xs = Arguments.ToArray(x);
        if (ys.Count != xs.Count)
        {
            return FormulaError.NotAvailable;
        }

        var keptX = new List<double>();
        var keptY = new List<double>();
        for (int i = 0; i < ys.Count; i++)
        {
            if (ys.Values[i].IsFailure || xs.Values[i].IsFailure)
            {
                return ys.Values[i].IsFailure ? ys.Values[i] : xs.Values[i];
            }

            // A pair with a text, a logical or an empty cell on either side is left out.
            if (ys.Values[i].Kind == ValueKind.Number && xs.Values[i].Kind == ValueKind.Number)
            {
                keptX.Add(xs.Values[i].Number);
                keptY.Add(ys.Values[i].Number);
            }
        }

        return keptX.Count < least ? FormulaError.DivisionByZero : function(new Pairs(keptX, keptY));
    }

    private static FormulaValue Forecast(FormulaValue[] a)
    {
        FormulaValue at = Arguments.Number(a, 0);
        return at.IsFailure ? at : OfPairs(a[1], a[2], 1, s => s.Sxx == 0 ? FormulaError.DivisionByZero : s.MeanY + (s.Slope * (at.Number - s.MeanX)));
    }

    private static FormulaValue Linest(FormulaValue[] a)
    {
        FormulaValue constant = Flag(a, 2, true);
        FormulaValue statistics = Flag(a, 3, false);
        if (constant.IsFailure || statistics.IsFailure)
        {
            return constant.IsFailure ? constant : statistics;
        }

        return RegressionData.Read(a, out FormulaValue failure) is not { } data ? failure
            : data.Fit(constant.Logical) is not { } fit ? FormulaError.Number
            : FormulaValue.Of(fit.ToTable(statistics.Logical));
    }

    private static FormulaValue Trend(FormulaValue[] a)
    {
        FormulaValue constant = Flag(a, 3, true);
        if (constant.IsFailure)
        {
            return constant;
        }

        if (RegressionData.Read(a, out FormulaValue failure) is not { } data)
        {
            return failure;
        }

        if (data.Fit(constant.Logical) is not { } fit)
        {
            return FormulaError.Number;
        }

        FormulaArray y = Arguments.ToArray(a[0]);
        FormulaValue newX = a.Length > 2 && a[2].Kind != ValueKind.Blank ? a[2] : a.Length > 1 && a[1].Kind != ValueKind.Blank ? a[1]
            : FormulaValue.Of(FormulaArray.Build(y.Rows, y.Columns, (r, c) => 1d + (r * y.Columns) + c));
        return data.Predict(fit, Arguments.ToArray(newX));
    }

    private static FormulaValue Flag(FormulaValue[] a, int index, bool fallback) =>
        index < a.Length && a[index].Kind != ValueKind.Blank ? Coercion.ToLogical(Arguments.Single(a[index])) : fallback;

    /// <summary>Sums of squares and products about the means.</summary>
    private readonly struct Pairs
    {
        public Pairs(List<double> x, List<double> y)
        {
            Count = x.Count;
            double meanX = StatisticalFunctions.Mean(x);
            double meanY = StatisticalFunctions.Mean(y);
            MeanX = meanX;
            MeanY = meanY;
            Sxx = Sum(x.ConvertAll(v => (v - meanX) * (v - meanX)));
            Syy = Sum(y.ConvertAll(v => (v - meanY) * (v - meanY)));
            Sxy = Sum([.. x.Zip(y, (v, w) => (v - meanX) * (w - meanY))]);
            double slope = Sxx == 0 ? 0 : Sxy / Sxx;

            // From the residuals themselves: Syy - Sxy^2/Sxx cancels where the fit is close.
            Residual = Sum([.. x.Zip(y, (v, w) => w - meanY - (slope * (v - meanX))).Select(e => e * e)]);
        }

        public int Count { get; }

        public double MeanX { get; }

        public double MeanY { get; }

        public double Sxx { get; }

        public double Syy { get; }

        public double Sxy { get; }

        public double Residual { get; }

        public double Slope => Sxy / Sxx;
    }
}
