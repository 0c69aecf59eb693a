namespace ModelBuilder.Formulas.Functions;

/// <summary>The observations of LINEST and TREND: y in one row or column, each x variable in a column (or row) of its own.</summary>
internal sealed class RegressionData
{
    private readonly bool inRows;
    private readonly double[][] variables;
    private readonly double[] y;

    private RegressionData(double[] y, double[][] variables, bool inRows)
    {
        this.y = y;
        this.variables = variables;
        this.inRows = inRows;
    }

    /// <summary>Reads known y and x; <c>#VALUE!</c> where anything is no number, <c>#REF!</c> where the shapes do not fit.</summary>
    public static RegressionData? Read(FormulaValue[] a, out FormulaValue failure)
    {
        FormulaArray ys = Arguments.ToArray(a[0]);
        FormulaArray xs = a.Length > 1 && a[1].Kind != ValueKind.Blank
            ? Arguments.ToArray(a[1])
            : FormulaArray.Build(ys.Rows, ys.Columns, (r, c) => 1d + (r * ys.Columns) + c);
        failure = Unusable(ys) ?? Unusable(xs) ?? default;
        if (failure.IsFailure)
        {
            return null;
        }

        double[] observed = Array.ConvertAll(ys.Values.ToArray(), v => v.Number);
        if (xs.Rows == ys.Rows && xs.Columns == ys.Columns)
        {
            return new RegressionData(observed, [Array.ConvertAll(xs.Values.ToArray(), v => v.Number)], ys.Rows == 1 && ys.Columns > 1);
        }

        bool columns = ys.Columns == 1 && xs.Rows == ys.Rows;
        if (!columns && !(ys.Rows == 1 && xs.Columns == ys.Columns))
        {
            failure = FormulaError.Reference;
            return null;
        }

        return new RegressionData(observed, Variables(xs, inRows: !columns), inRows: !columns);
    }

    /// <summary>Least squares; null where there are fewer observations than coefficients.</summary>
    public LinearFit? Fit(bool constant) => LinearFit.Of(y, variables, constant);

    /// <summary>The fitted values at new x, in their shape.</summary>
    public FormulaValue Predict(LinearFit fit, FormulaArray newX)
    {
        if (Unusable(newX) is { } failure)
        {
            return failure;
        }

        if (variables.Length == 1)
        {
            return FormulaValue.Of(FormulaArray.Build(newX.Rows, newX.Columns, (r, c) => fit.At([newX[r, c].Number])));
        }

        double[][] at = Variables(newX, inRows);
        if (at.Length != variables.Length)
        {
            return FormulaError.Reference;
        }

        double Predicted(int i) => fit.At(Array.ConvertAll(at, v => v[i]));
        return FormulaValue.Of(inRows ? FormulaArray.Build(1, newX.Columns, (_, c) => Predicted(c)) : FormulaArray.Build(newX.Rows, 1, (r, _) => Predicted(r)));
    }

    private static double[][] Variables(FormulaArray x, bool inRows) => inRows
        ? [.. Enumerable.Range(0, x.Rows).Select(r => Enumerable.Range(0, x.Columns).Select(c => x[r, c].Number).ToArray())]
        : [.. Enumerable.Range(0, x.Columns).Select(c => Enumerable.Range(0, x.Rows).Select(r => x[r, c].Number).ToArray())];

    private static FormulaValue? Unusable(FormulaArray array)
    {
        foreach (FormulaValue value in array.Values)
        {
            if (value.IsFailure)
            {
                return value;
            }

            if (value.Kind != ValueKind.Number)
            {
                return FormulaError.Value;
            }
        }

        return null;
    }
}
