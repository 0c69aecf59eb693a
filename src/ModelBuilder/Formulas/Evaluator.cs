using System.Runtime.CompilerServices;

namespace ModelBuilder.Formulas;

/// <summary>Computes formulas with Excel's semantics.</summary>
public static class Evaluator
{
    /// <summary>
    /// The value that a cell with this formula shows: a single value, 0 for a reference to an empty cell, the upper left value of an
    /// array. An error of Excel's is a value; what is not computed here (a volatile or unknown function, a figure that the context
    /// does not know) is an unsupported value that says what.
    /// </summary>
    public static FormulaValue Evaluate(Expression formula, IFormulaContext context) => new Evaluation(context).Result(formula);

    /// <summary>True where a formula may call the function and have it computed here. The name is in upper case.</summary>
    public static bool Supports(string function) => Functions.FunctionTable.Find(function) is not null;
}

/// <summary>
/// One formula being evaluated. In array mode (the arguments of SUMPRODUCT and the regressions) operators and functions work on
/// whole ranges; otherwise a range where one value is needed gives the cell in the formula's own row or column, as in Excel
/// before dynamic arrays and as in a file without array formulas.
/// </summary>
internal sealed class Evaluation(IFormulaContext context)
{
    public IFormulaContext Context { get; } = context;

    public FormulaValue Result(Expression formula)
    {
        FormulaValue value = Scalar(formula);
        return value.Kind == ValueKind.Blank ? 0d : value;
    }

    /// <summary>The value as it is: a reference keeps that it is one, a range is an array.</summary>
    public FormulaValue Evaluate(Expression e, bool arrays)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return FormulaValue.Unsupported("nested too deep");
        }

        return e switch
        {
            NumberLiteral n => n.Value,
            CellReference c => Context.Cell(c.Sheet, c.Address).AsReference(),
            Binary { Operator: not BinaryOperator.Range } b => EvaluateBinary(b, arrays),
            FunctionCall f => Functions.FunctionTable.Call(this, f, arrays),
            RangeReference r => Context.Range(r).AsReference(),
            Unary u => Operators.Lift(u.Operator, Operand(u.Operand, arrays)),
            TextLiteral t => t.Value,
            LogicalLiteral l => l.Value,
            ErrorLiteral l => l.Error,
            NameReference n => Context.Name(n).AsReference(),
            LineReference l => Context.Line(l).AsReference(),
            LineWildcard w => Context.Lines(w).AsReference(),
            ArrayLiteral a => FormulaValue.Of(new FormulaArray(a.Items.Length / a.Columns, a.Columns, [.. a.Items.Select(i => Evaluate(i, arrays))])),
            MissingArgument => FormulaValue.Blank,
            PlanReference or PlanRange => FormulaValue.Unsupported($"{e} has no cell yet"),
            _ => FormulaValue.Unsupported("a range between computed references"),
        };
    }

    /// <summary>One value: of a range the one in the formula's own row or column.</summary>
    public FormulaValue Scalar(Expression e)
    {
        if (e is RangeReference range)
        {
            return Intersect(range) is { } address ? Context.Cell(range.Sheet, address).AsReference() : FormulaError.Value;
        }

        FormulaValue value = Evaluate(e, arrays: false);
        return value.Array is not { } array ? value
            : array.Count == 1 || !value.IsReference ? array[0, 0]
            : FormulaValue.Unsupported($"a range where one value is needed: {e}");
    }

    private FormulaValue Operand(Expression e, bool arrays) => arrays ? Evaluate(e, arrays) : Scalar(e);

    private FormulaValue EvaluateBinary(Binary b, bool arrays)
    {
        FormulaValue left = Operand(b.Left, arrays);
        FormulaValue right = Operand(b.Right, arrays);
        return Operators.Lift(b.Operator, left, right);
    }

    private CellAddress? Intersect(RangeReference range)
    {
        if (range is { Rows: 1, Columns: 1 })
        {
            return range.From;
        }

        if (Context.Origin is not { } origin)
        {
            return null;
        }

        bool inRows = origin.Row >= range.From.Row && origin.Row <= range.To.Row;
        bool inColumns = origin.Column >= range.From.Column && origin.Column <= range.To.Column;
        return (range.Columns, range.Rows) switch
        {
            (1, _) when inRows => new CellAddress(origin.Row, range.From.Column),
            (_, 1) when inColumns => new CellAddress(range.From.Row, origin.Column),
            _ => null,
        };
    }
}
