using System.Globalization;
using System.Text;
using ModelBuilder.Figures;

namespace ModelBuilder.Formulas;

/// <summary>Writes formulas, without a leading <c>=</c>, with the fewest parentheses; what a parser reads back is the same formula.</summary>
public static class FormulaPrinter
{
    private static readonly string[] Symbols = ["=", "<>", "<", "<=", ">", ">=", "&", "+", "-", "*", "/", "^", ":"];

    /// <summary>The formula as a person types it.</summary>
    public static string Print(Expression formula) => Print(formula, forFile: false);

    /// <summary>The formula with the cells of a plan in place of its references.</summary>
    public static string Print(Expression formula, IPlanResolver plan) => Print(formula.Resolve(plan));

    /// <summary>The formula as an .xlsx file holds it: functions that are newer than the format are prefixed (<c>_xlfn.STDEV.S</c>).</summary>
    public static string PrintForFile(Expression formula) => Print(formula, forFile: true);

    /// <summary>The sheet name as a formula writes it: in quotes where Excel needs them, a quote in it doubled.</summary>
    public static string QuoteSheet(string sheet) => SheetNames.NeedsQuotes(sheet) ? $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'" : sheet;

    private static string Print(Expression formula, bool forFile)
    {
        var text = new StringBuilder();
        Write(text, formula, 0, forFile);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Expression part, int needed, bool forFile)
    {
        bool parentheses = Precedence(part) < needed;
        text.Append(parentheses ? "(" : "");
        switch (part)
        {
            case Unary { Operator: UnaryOperator.Percent } u:
                Write(text, u.Operand, Precedence(u), forFile);
                text.Append('%');
                break;
            case Unary u:
                text.Append(u.Operator == UnaryOperator.Minus ? '-' : '+');
                Write(text, u.Operand, Precedence(u), forFile);
                break;
            case Binary b:
                Write(text, b.Left, Precedence(b), forFile);
                text.Append(Symbols[(int)b.Operator]);
                Write(text, b.Right, Precedence(b) + 1, forFile);
                break;
            case FunctionCall f:
                text.Append(forFile ? FunctionPrefixes.For(f.Name) : "").Append(f.Name).Append('(');
                WriteList(text, f.Arguments, f.Arguments.Length, forFile);
                text.Append(')');
                break;
            case ArrayLiteral a:
                text.Append('{');
                WriteList(text, a.Items, a.Columns, forFile);
                text.Append('}');
                break;
            default:
                WriteLeaf(text, part);
                break;
        }

        text.Append(parentheses ? ")" : "");
    }

    private static void WriteList(StringBuilder text, IReadOnlyList<Expression> items, int perRow, bool forFile)
    {
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "" : i % perRow == 0 ? ";" : ",");
            Write(text, items[i], 0, forFile);
        }
    }

    private static void WriteLeaf(StringBuilder text, Expression leaf) => _ = leaf switch
    {
        NumberLiteral n => text.Append(n.Value.ToString("R", CultureInfo.InvariantCulture)),
        TextLiteral t => text.Append('"').Append(t.Value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"'),
        LogicalLiteral l => text.Append(l.Value ? "TRUE" : "FALSE"),
        ErrorLiteral e => text.Append(e.Error.ToText()),
        LineReference { Key: var key, Measure: var measure, Lag: var lag } =>
            text.Append(key).Append(measure == Measure.Level ? "" : "|" + measure).Append(LagText(lag)),
        LineWildcard w => text.Append(w.Family).Append(".*").Append(w.Basis.Length > 0 ? "@" + w.Basis : "").Append(LagText(w.Lag)),
        CellReference c => text.Append(SheetText(c.Sheet)).Append(c.Address),
        RangeReference { IsWholeColumns: true } r => text.Append(SheetText(r.Sheet)).Append(r.From.ColumnPart).Append(':').Append(r.To.ColumnPart),
        RangeReference { IsWholeRows: true } r => text.Append(SheetText(r.Sheet)).Append(r.From.RowPart).Append(':').Append(r.To.RowPart),
        RangeReference r => text.Append(SheetText(r.Sheet)).Append(r.From).Append(':').Append(r.To),
        NameReference n => text.Append(SheetText(n.Sheet)).Append(n.Name),

        // For messages only: a plan's references are resolved before a formula is written anywhere.
        PlanReference p => text.Append(SheetText(p.Sheet)).Append(CultureInfo.InvariantCulture, $"[{p.RowKey}|{p.ColumnKey}]"),
        PlanRange p => text.Append(SheetText(p.Sheet)).Append(CultureInfo.InvariantCulture, $"[{p.FromRow}|{p.FromColumn}:{p.ToRow}|{p.ToColumn}]"),
        _ => text,
    };

    private static string LagText(int lag) => lag == 0 ? "" : FormattableString.Invariant($"[{lag}]");

    private static string SheetText(string? sheet) => sheet is null ? "" : QuoteSheet(sheet) + "!";

    private static int Precedence(Expression part) => part switch
    {
        Binary b => b.Operator switch
        {
            <= BinaryOperator.GreaterOrEqual => 1,
            BinaryOperator.Concatenate => 2,
            BinaryOperator.Add or BinaryOperator.Subtract => 3,
            BinaryOperator.Multiply or BinaryOperator.Divide => 4,
            BinaryOperator.Power => 5,
            _ => 8,
        },
        Unary { Operator: UnaryOperator.Percent } => 6,
        Unary => 7,
        _ => 9,
    };
}
