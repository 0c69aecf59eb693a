using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Relations in words and numbers.</summary>
internal sealed class RelationWords(RelationBook book, LineBook lines, Numbers numbers)
{
    private const int Steps = 6;

    private delegate string Print(int slot);

    /// <summary><c>revenue.total[2021FY] * (1 + growth.yoy) = 9,061 * (1 - 9.72%); 2023FY / (1 - 13.85%) agrees</c>.</summary>
    public string Derivation(int relation, int slot, Known?[] known, IReadOnlyList<(int Relation, int Slot)> agreeing)
    {
        Relation r = book.Relations[relation];
        FigureId id = book.Index[r.Members[slot]];
        string text = $"{Solved(r, slot, i => Name(book.Index[r.Members[i]], id))} = {Solved(r, slot, i => Value(r.Members[i], known))}";
        string[] others = [.. agreeing.Select(a => book.Relations[a.Relation]).Zip(agreeing, (x, a) => Solved(x, a.Slot, i => Value(x.Members[i], known))).Distinct(StringComparer.Ordinal)];
        return others.Length == 0 ? text : $"{text}; {string.Join(" and ", others)} {(others.Length == 1 ? "agrees" : "agree")}";
    }

    /// <summary>How a number fails a relation: <c>1,052 + 617 is 1,669, not 1,722.5</c>; null where it does not.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="figure">The figure whose number is in question.</param>
    /// <param name="value">That number with its interval.</param>
    /// <param name="known">All other figures.</param>
    public string? Break(Relation relation, int figure, Known value, Known?[] known)
    {
        Known?[] members = [.. relation.Members.Select(m => m == figure ? value : known[m])];
        Interval?[] slots = [.. members.Select(m => m?.Interval)];
        if (members.Any(m => m is null) || relation.Holds(slots) is not false || relation.Members.Any(m => m != figure && RestsOn(known[m]!, figure, known, Steps)))
        {
            return null;
        }

        // What the number that is used breaks as well is no argument against the other.
        Interval?[] used = [.. relation.Members.Select(m => known[m]?.Interval)];
        if (!ReferenceEquals(value, known[figure]) && known[figure] is not null && relation.Holds(used) is false)
        {
            return null;
        }

        Interval?[] points = [.. members.Select(m => (Interval?)Interval.Of(m!.Shown))];
        string Number(int i) => Said(members[i]!, book.Index[relation.Members[i]]);
        if (relation.Kind == RelationKind.Growth && relation.Solve(2, points) is { } growth)
        {
            return $"{Number(0)} is {numbers.Signed(growth.Middle, Half(members[2]!), Unit.Ratio)} on {Number(1)} {When(relation, figure)}, but {numbers.Signed(members[2]!.Shown, Half(members[2]!), Unit.Ratio)} was stated";
        }

        if (relation.Right.Evaluate(points) is not { } right)
        {
            return null;
        }

        FigureId result = book.Index[relation.Members[0]];
        decimal half = Math.Max(Half(members[0]!), 0);
        return $"{Text(relation.Right, Number, 0)} is {numbers.Of(right.Middle, half, UnitOf(result))}, not {Number(0)} ({Name(result, book.Index[figure])})";
    }

    // A number derived from the disputed figure itself proves nothing about it.
    private static bool RestsOn(Known known, int figure, Known?[] all, int steps) => steps > 0 && known.Mentions.Count == 0
        && known.Operands.Any(o => o == figure || (all[o] is { } operand && RestsOn(operand, figure, all, steps - 1)));

    private string When(Relation relation, int figure) => relation.Members[0] == figure ? $"in {book.Index[relation.Members[1]].Period}" : $"({book.Index[relation.Members[0]].Period} on {book.Index[relation.Members[1]].Period})";

    /// <summary>The number of a figure that is used.</summary>
    public string Show(Known known, FigureId id) => numbers.Of(known.Value, known.Said is null ? Half(known) : known.Interval.Width / 2, UnitOf(id));

    // As documents state it, even where an identity gives a more precise number: that is what a reader can look up.
    private string Said(Known known, FigureId id) => numbers.Of(known.Shown, Half(known), UnitOf(id));

    private static decimal Half(Known known) => known.Mentions.Count > 0 && known.Mentions[0].Amount.Value == known.Shown ? known.Mentions[0].Amount.Precision : known.Interval.Width / 2;

    private Unit UnitOf(FigureId id) => lines.AmountOf(id, 0, 0).Unit;

    private string Value(int figure, Known?[] known) => known[figure] is { } k ? Said(k, book.Index[figure]) : "?";

    private static string Name(FigureId id, FigureId? near)
    {
        if (id.Measure != Measure.Level)
        {
            return near is { } n && n.Line == id.Line ? id.Measure.ToString() : id.ToString();
        }

        return near is { } same && same.Period == id.Period ? id.Line.ToString() : id.ToString();
    }

    // The relation solved for one slot, as text.
    private static string Solved(Relation relation, int slot, Print print)
    {
        if (slot == 0)
        {
            return Text(relation.Right, print, 0);
        }

        string side = print(0);
        int strength = 3;
        Term term = relation.Right;
        while (term is Operation op)
        {
            bool left = op.Left.Has(slot);
            Term other = left ? op.Right : op.Left;
            (string sign, int level, bool swap) = (op.Operator, left) switch
            {
                (Operator.Add, _) => ("-", 1, false),
                (Operator.Subtract, true) => ("+", 1, false),
                (Operator.Subtract, false) => ("-", 1, true),
                (Operator.Multiply, _) => ("/", 2, false),
                (Operator.Divide, true) => ("*", 2, false),
                _ => ("/", 2, true),
            };
            string own = strength < level || (strength == level && swap) ? $"({side})" : side;
            side = swap ? $"{Text(other, print, level)} {sign} {own}" : $"{own} {sign} {Text(other, print, level + (sign is "-" or "/" ? 1 : 0))}";
            strength = level;
            term = left ? op.Left : op.Right;
        }

        return side;
    }

    private static string Text(Term term, Print print, int outer)
    {
        switch (term)
        {
            case Constant constant:
                return constant.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case Slot slot:
                string text = print(slot.Number);
                return text.StartsWith('-') && outer > 0 ? $"({text})" : text;
            case Operation op:
                (string sign, int level) = op.Operator switch
                {
                    Operator.Add => ("+", 1),
                    Operator.Subtract => ("-", 1),
                    Operator.Multiply => ("*", 2),
                    _ => ("/", 2),
                };
                string right = Text(op.Right, print, op.Operator is Operator.Subtract or Operator.Divide ? level + 1 : level);
                if (op.Operator == Operator.Add && op.Right is Slot && right.StartsWith("(-", StringComparison.Ordinal))
                {
                    (sign, right) = ("-", right[2..^1]);
                }

                string whole = $"{Text(op.Left, print, level == 1 && op.Left is Slot ? 0 : level)} {sign} {right}";
                return level < outer ? $"({whole})" : whole;
            default:
                return "";
        }
    }
}
