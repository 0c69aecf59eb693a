using System.Diagnostics.CodeAnalysis;

namespace ModelBuilder.Formulas;

/// <content>The cells and what a formula in one of them sees.</content>
public sealed partial class SheetCalculator
{
    private enum State
    {
        New,
        Waiting,
        Done,
    }

    private sealed class Sheet(string name)
    {
        public string Name { get; } = name;

        public Dictionary<long, Node> Nodes { get; } = [];

        public int LastRow { get; set; } = 1;

        public int LastColumn { get; set; } = 1;
    }

    private sealed class Node(Sheet sheet, CellAddress address, Expression? formula, FormulaValue value)
    {
        public Sheet Sheet { get; } = sheet;

        public CellAddress Address { get; } = address;

        public Expression? Formula { get; } = formula;

        public FormulaValue Value { get; set; } = value;

        public State State { get; set; } = formula is null ? State.Done : State.New;

        public SheetCell Cell => new(Sheet.Name, Address);
    }

    private sealed class CellContext(SheetCalculator calculator) : IFormulaContext
    {
        public static readonly string NotYet = new("not computed yet");

        private const int MaxRange = 4_000_000;
        private int depth;

        public Node Current { get; set; } = null!;

        public CellAddress? Origin => Current.Address;

        public FormulaValue Cell(string? sheet, CellAddress address) =>
            !Find(sheet, out Sheet? found) ? FormulaError.Reference
            : !found.Nodes.TryGetValue(Key(address), out Node? node) ? FormulaValue.Blank
            : Read(node);

        public FormulaValue Range(RangeReference range)
        {
            if (!Find(range.Sheet, out Sheet? sheet))
            {
                return FormulaError.Reference;
            }

            // Whole columns and rows end where any sheet does, so that those of two sheets still match.
            int rows = range.IsWholeColumns ? calculator.sheets.Values.Max(s => s.LastRow) : range.Rows;
            int columns = range.IsWholeRows ? calculator.sheets.Values.Max(s => s.LastColumn) : range.Columns;
            if ((long)rows * columns > MaxRange)
            {
                return FormulaValue.Unsupported($"a range as large as {range}");
            }

            var values = new FormulaValue[rows * columns];
            FormulaValue? unsupported = null;
            for (int i = 0; i < values.Length; i++)
            {
                long key = ((long)(range.From.Row + (i / columns)) << 14) | (uint)(range.From.Column + (i % columns) - 1);
                if (!sheet.Nodes.TryGetValue(key, out Node? node))
                {
                    continue;
                }

                values[i] = Read(node);
                if (values[i].IsUnsupported && !ReferenceEquals(unsupported?.Text, NotYet))
                {
                    unsupported = values[i];
                }
            }

            return unsupported ?? FormulaValue.Of(new FormulaArray(rows, columns, values));
        }

        public FormulaValue Name(NameReference reference)
        {
            if (!calculator.names.TryGetValue((reference.Sheet ?? Current.Sheet.Name, reference.Name), out Expression? formula)
                && !calculator.names.TryGetValue((null, reference.Name), out formula))
            {
                return FormulaError.Name;
            }

            if (depth > 64)
            {
                return FormulaValue.Unsupported($"the name {reference.Name}, which refers to itself");
            }

            depth++;
            FormulaValue value = calculator.evaluation.Evaluate(formula, arrays: false);
            depth--;
            return value;
        }

        private FormulaValue Read(Node node)
        {
            if (node.State == State.Done)
            {
                return node.Value;
            }

            calculator.missing.Add(node);
            return FormulaValue.Unsupported(NotYet);
        }

        private bool Find(string? name, [NotNullWhen(true)] out Sheet? sheet)
        {
            sheet = Current.Sheet;
            return name is null || calculator.sheets.TryGetValue(name, out sheet);
        }
    }

    private sealed class NameComparer : IEqualityComparer<(string? Sheet, string Name)>
    {
        public static NameComparer Instance { get; } = new();

        public bool Equals((string? Sheet, string Name) x, (string? Sheet, string Name) y) =>
            StringComparer.OrdinalIgnoreCase.Equals(x.Sheet, y.Sheet) && StringComparer.OrdinalIgnoreCase.Equals(x.Name, y.Name);

        public int GetHashCode((string? Sheet, string Name) name) =>
            HashCode.Combine(name.Sheet is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(name.Sheet), StringComparer.OrdinalIgnoreCase.GetHashCode(name.Name));
    }
}
