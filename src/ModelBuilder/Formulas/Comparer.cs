namespace ModelBuilder.Formulas;

/// <summary>Excel's order of values: numbers before texts before logicals; texts without regard to case; blank as the other's zero.</summary>
internal static class Comparer
{
    // 2^-48: what differs only beyond the 15th digit is equal, as in Excel's and LibreOffice's comparisons.
    private const double Tolerance = 1 / 281474976710656d;

    public static bool NearlyEqual(double x, double y) => x == y || (Math.Abs(x - y) < Math.Abs(x) * Tolerance && Math.Abs(x - y) < Math.Abs(y) * Tolerance);

    public static int Compare(FormulaValue x, FormulaValue y)
    {
        x = x.Kind == ValueKind.Blank ? DefaultLike(y) : x;
        y = y.Kind == ValueKind.Blank ? DefaultLike(x) : y;
        return x.Kind != y.Kind ? x.Kind.CompareTo(y.Kind) : x.Kind switch
        {
            ValueKind.Number => NearlyEqual(x.Number, y.Number) ? 0 : x.Number.CompareTo(y.Number),
            ValueKind.Text => Math.Sign(string.Compare(x.Text, y.Text, StringComparison.OrdinalIgnoreCase)),
            ValueKind.Logical => x.Logical.CompareTo(y.Logical),
            _ => 0,
        };
    }

    private static FormulaValue DefaultLike(FormulaValue other) => other.Kind switch
    {
        ValueKind.Text => "",
        ValueKind.Logical => false,
        _ => 0d,
    };
}
