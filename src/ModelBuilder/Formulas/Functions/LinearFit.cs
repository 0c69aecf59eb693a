namespace ModelBuilder.Formulas.Functions;

/// <summary>
/// Ordinary least squares by modified Gram-Schmidt on centred variables, each made orthogonal twice.
/// Source: G. Golub and C. Van Loan, Matrix Computations, 5.2; the statistics as on LINEST's page in Microsoft's Excel reference.
/// </summary>
internal sealed class LinearFit
{
    // A variable of which less than this is left beside the others is collinear: its coefficient is 0, as in Excel.
    private const double Collinear = 1e-14;

    private readonly double[] coefficients;
    private readonly double[] errors;
    private readonly double intercept;
    private readonly double? interceptError;
    private readonly double total;
    private readonly double residual;
    private readonly int freedom;
    private readonly int used;

    private LinearFit(double[] y, double[][] x, bool constant)
    {
        int count = y.Length;
        double[] means = Array.ConvertAll(x, v => constant ? StatisticalFunctions.Mean(v) : 0);
        double meanY = constant ? StatisticalFunctions.Mean(y) : 0;
        double[] rest = Array.ConvertAll(y, v => v - meanY);
        total = Dot(rest, rest);

        int variables = x.Length;
        var q = new double[]?[variables];
        var r = new double[variables, variables];
        var projection = new double[variables];
        for (int j = 0; j < variables; j++)
        {
            double[] column = Array.ConvertAll(x[j], v => v - means[j]);
            double size = Dot(column, column);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int i = 0; i < j; i++)
                {
                    if (q[i] is { } base1)
                    {
                        double share = Dot(base1, column);
                        r[i, j] += share;
                        Subtract(column, base1, share);
                    }
                }
            }

            double left = Dot(column, column);
            if (left <= size * Collinear || left == 0)
            {
                continue;
            }

            r[j, j] = Math.Sqrt(left);
            q[j] = Array.ConvertAll(column, v => v / r[j, j]);
            projection[j] = Dot(q[j]!, rest);
            Subtract(rest, q[j]!, projection[j]);
            used++;
        }

        residual = Dot(rest, rest);
        freedom = count - used - (constant ? 1 : 0);
        coefficients = Solve(r, q, projection);
        intercept = meanY - Dot(coefficients, means);
        double scale = freedom > 0 ? Math.Sqrt(residual / freedom) : 0;
        errors = new double[variables];
        var meansLeverage = 0d;
        for (int k = 0; k < variables; k++)
        {
            // Rows of the inverse of R: their lengths are the errors, their shares of the means that of the intercept.
            var unit = new double[variables];
            unit[k] = q[k] is null ? 0 : 1;
            double[] inverseColumn = Solve(r, q, unit);
            for (int j = 0; j < variables; j++)
            {
                errors[j] += inverseColumn[j] * inverseColumn[j];
            }

            double share = Dot(inverseColumn, means);
            meansLeverage += share * share;
        }

        errors = Array.ConvertAll(errors, e => scale * Math.Sqrt(e));
        interceptError = constant ? scale * Math.Sqrt((1d / count) + meansLeverage) : null;
        Residual = scale;
    }

    private double Residual { get; }

    public static LinearFit? Of(double[] y, double[][] x, bool constant)
    {
        var fit = y.Length < x.Length + (constant ? 1 : 0) ? null : new LinearFit(y, x, constant);
        return fit is { freedom: >= 0 } ? fit : null;
    }

    public double At(double[] x) => intercept + Dot(coefficients, x);

    /// <summary>LINEST's answer: coefficients from the last variable to the first, then the intercept; below them errors and statistics.</summary>
    public FormulaArray ToTable(bool statistics)
    {
        int columns = coefficients.Length + 1;
        return FormulaArray.Build(statistics ? 5 : 1, columns, (row, column) => (row, column) switch
        {
            (0, _) when column < columns - 1 => coefficients[columns - 2 - column],
            (0, _) => intercept,
            (1, _) when column < columns - 1 => errors[columns - 2 - column],
            (1, _) => interceptError is { } e ? e : FormulaError.NotAvailable,
            (2, 0) => total == 0 ? 1 : (total - residual) / total,
            (2, 1) => Residual,
            (3, 0) => freedom == 0 || residual == 0 ? FormulaError.Number : (total - residual) / used / (residual / freedom),
            (3, 1) => freedom,
            (4, 0) => total - residual,
            (4, 1) => residual,
            _ => FormulaError.NotAvailable,
        });
    }

    /// <summary>Back substitution over the variables that are not collinear.</summary>
    private static double[] Solve(double[,] r, double[]?[] q, double[] right)
    {
        var solution = new double[right.Length];
        for (int i = right.Length - 1; i >= 0; i--)
        {
            double sum = right[i];
            for (int j = i + 1; j < right.Length; j++)
            {
                sum -= r[i, j] * solution[j];
            }

            solution[i] = q[i] is null ? 0 : sum / r[i, i];
        }

        return solution;
    }

    private static double Dot(double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    private static void Subtract(double[] from, double[] direction, double share)
    {
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= share * direction[i];
        }
    }
}
