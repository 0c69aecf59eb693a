namespace ModelBuilder.Formulas;

/// <summary>
/// Computes the cells of a workbook, each once and only when asked for, however long a chain of references is. A cell in a circle
/// and whatever needs it is unsupported, with the circle as the reason. Not safe for several threads at once.
/// </summary>
public sealed partial class SheetCalculator
{
    private readonly Dictionary<string, Sheet> sheets = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string? Sheet, string Name), Expression> names = new(NameComparer.Instance);
    private readonly List<CircularReference> cycles = [];
    private readonly List<Node> missing = [];
    private readonly List<Node> path = [];
    private readonly Evaluation evaluation;
    private readonly CellContext context;
    private bool computed;

    /// <summary>A workbook without sheets.</summary>
    public SheetCalculator()
    {
        context = new CellContext(this);
        evaluation = new Evaluation(context);
    }

    /// <summary>The circles met so far, each once.</summary>
    public IReadOnlyList<CircularReference> Cycles => cycles;

    /// <summary>Every cell with a constant or a formula, in the order it was first set.</summary>
    public IEnumerable<SheetCell> Cells => sheets.Values.SelectMany(s => s.Nodes.Values).Select(n => n.Cell);

    /// <summary>Adds a sheet, which may stay empty: a reference to a sheet that does not exist is <c>#REF!</c>.</summary>
    public void AddSheet(string sheet) => SheetOf(sheet);

    /// <summary>Puts a constant into a cell; <see cref="FormulaValue.Blank"/> empties it.</summary>
    public void Set(string sheet, CellAddress address, FormulaValue constant) => Put(sheet, address, null, constant);

    /// <summary>Puts a formula over A1 references into a cell.</summary>
    public void Set(string sheet, CellAddress address, Expression formula) => Put(sheet, address, formula, default);

    /// <summary>Defines a name, for the workbook or for one sheet.</summary>
    public void Define(string name, Expression formula, string? sheet = null)
    {
        names[(sheet, name)] = formula;
        Forget();
    }

    /// <summary>The value of a cell; blank where nothing is in it.</summary>
    public FormulaValue Value(string sheet, CellAddress address)
    {
        if (!sheets.TryGetValue(sheet, out Sheet? found) || !found.Nodes.TryGetValue(Key(address), out Node? node))
        {
            return FormulaValue.Blank;
        }

        Compute(node);
        return node.Value;
    }

    /// <summary>The value of a cell; blank where nothing is in it.</summary>
    public FormulaValue Value(SheetCell cell) => Value(cell.Sheet, cell.Address);

    /// <summary>Computes every cell.</summary>
    public void Calculate()
    {
        foreach (Sheet sheet in sheets.Values)
        {
            foreach (Node node in sheet.Nodes.Values)
            {
                Compute(node);
            }
        }
    }

    private static long Key(CellAddress address) => ((long)address.Row << 14) | (uint)(address.Column - 1);

    private void Put(string sheet, CellAddress address, Expression? formula, FormulaValue constant)
    {
        Forget();
        Sheet found = SheetOf(sheet);
        found.Nodes[Key(address)] = new Node(found, address.Relative, formula, constant);
        found.LastRow = Math.Max(found.LastRow, address.Row);
        found.LastColumn = Math.Max(found.LastColumn, address.Column);
    }

    private Sheet SheetOf(string name)
    {
        if (!sheets.TryGetValue(name, out Sheet? sheet))
        {
            sheet = new Sheet(name);
            sheets.Add(name, sheet);
        }

        return sheet;
    }

    private void Forget()
    {
        if (!computed)
        {
            return;
        }

        computed = false;
        cycles.Clear();
        foreach (Node node in sheets.Values.SelectMany(s => s.Nodes.Values))
        {
            node.State = node.Formula is null ? State.Done : State.New;
        }
    }

    /// <summary>
    /// Depth first over an explicit stack. A formula is tried; where cells it needs are not computed yet they are computed first and
    /// it is tried again, so that branches not taken are never looked into and are no circle.
    /// </summary>
    private void Compute(Node target)
    {
        if (target.State == State.Done)
        {
            return;
        }

        computed = true;
        var open = new Stack<Node>();
        open.Push(target);
        while (open.TryPeek(out Node? node))
        {
            if (node.State == State.Done)
            {
                open.Pop();
                continue;
            }

            if (node.State == State.New)
            {
                node.State = State.Waiting;
                path.Add(node);
            }

            missing.Clear();
            context.Current = node;
            FormulaValue value = evaluation.Result(node.Formula!);
            if (!ReferenceEquals(value.Text, CellContext.NotYet))
            {
                node.Value = value;
                node.State = State.Done;
                path.RemoveAt(path.Count - 1);
                open.Pop();
                continue;
            }

            if (missing.Find(m => m.State == State.Waiting) is { } again)
            {
                CloseCircle(path.IndexOf(again));
                continue;
            }

            missing.ForEach(open.Push);
        }
    }

    private void CloseCircle(int from)
    {
        var circle = new CircularReference([.. path[from..].Select(n => n.Cell)]);
        cycles.Add(circle);
        foreach (Node node in path[from..])
        {
            node.Value = FormulaValue.Unsupported($"circular reference {circle}");
            node.State = State.Done;
        }

        path.RemoveRange(from, path.Count - from);
    }
}
