using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>Sentences that a formula puts together.</summary>
internal static class Sentences
{
    /// <summary>"Gross margin, adjusted is not known for 2024Q3."</summary>
    public static Expression NotKnown(string label, Expression period) => Excel.Join(Excel.Text(label + " is not known for "), period, Excel.Text("."));

    /// <summary>1 for true, 0 for false.</summary>
    public static Expression One(Expression condition) => Excel.Times(condition, Excel.Number(1));
}
