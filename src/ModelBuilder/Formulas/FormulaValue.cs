using System.Globalization;

namespace ModelBuilder.Formulas;

/// <summary>What kind of value a formula gives.</summary>
public enum ValueKind
{
    /// <summary>An empty cell: 0 in arithmetic, "" in text.</summary>
    Blank,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>A text, which may be empty.</summary>
    Text,

    /// <summary>TRUE or FALSE.</summary>
    Logical,

    /// <summary>One of Excel's errors.</summary>
    Error,

    /// <summary>A rectangle of values.</summary>
    Array,

    /// <summary>Not computed here, for the reason given: neither a number nor one of Excel's errors, and IFERROR does not catch it.</summary>
    Unsupported,
}

/// <summary>What a formula, or a part of it, evaluates to. <c>default</c> is <see cref="Blank"/>. Numbers equal when their bits do.</summary>
public readonly struct FormulaValue : IEquatable<FormulaValue>
{
    private readonly double number;
    private readonly object? content;

    private FormulaValue(ValueKind kind, double number, object? content, bool isReference = false)
    {
        Kind = kind;
        this.number = number;
        this.content = content;
        IsReference = isReference;
    }

    /// <summary>An empty cell.</summary>
    public static FormulaValue Blank => default;

    /// <summary>The kind.</summary>
    public ValueKind Kind { get; }

    /// <summary>True where the value was read from a cell: aggregates skip such texts and logicals, and convert those written into the formula.</summary>
    internal bool IsReference { get; }

    /// <summary>The number; 0 for what is none.</summary>
    public double Number => Kind == ValueKind.Number ? number : 0;

    /// <summary>The text, or the reason of an unsupported value; "" for what is neither.</summary>
    public string Text => content as string ?? "";

    /// <summary>The truth value; false for what is none.</summary>
    public bool Logical => Kind == ValueKind.Logical && number != 0;

    /// <summary>The error; meaningless unless <see cref="Kind"/> says error.</summary>
    public FormulaError Error => (FormulaError)(int)number;

    /// <summary>The rectangle, or null.</summary>
    public FormulaArray? Array => content as FormulaArray;

    /// <summary>True for one of Excel's errors.</summary>
    public bool IsError => Kind == ValueKind.Error;

    /// <summary>True where no value could be computed here.</summary>
    public bool IsUnsupported => Kind == ValueKind.Unsupported;

    /// <summary>True for an error or an unsupported value: nothing to compute on with.</summary>
    internal bool IsFailure => Kind is ValueKind.Error or ValueKind.Unsupported;

    /// <summary>A number; <c>#NUM!</c> where it is not finite. There is no minus zero, which would show in a text.</summary>
    public static FormulaValue Of(double value) =>
        double.IsFinite(value) ? new(ValueKind.Number, value == 0 ? 0 : value, null) : Of(FormulaError.Number);

    /// <summary>A text.</summary>
    public static FormulaValue Of(string value) => new(ValueKind.Text, 0, value);

    /// <summary>A logical.</summary>
    public static FormulaValue Of(bool value) => new(ValueKind.Logical, value ? 1 : 0, null);

    /// <summary>An error.</summary>
    public static FormulaValue Of(FormulaError value) => new(ValueKind.Error, (int)value, null);

    /// <summary>A rectangle of values.</summary>
    public static FormulaValue Of(FormulaArray value) => new(ValueKind.Array, 0, value);

    /// <summary>No value, and why: a function that is not computed here, a line whose figure is not known.</summary>
    public static FormulaValue Unsupported(string reason) => new(ValueKind.Unsupported, 0, reason);

    /// <summary>A number.</summary>
    public static implicit operator FormulaValue(double value) => Of(value);

    /// <summary>A text.</summary>
    public static implicit operator FormulaValue(string value) => Of(value);

    /// <summary>A logical.</summary>
    public static implicit operator FormulaValue(bool value) => Of(value);

    /// <summary>An error.</summary>
    public static implicit operator FormulaValue(FormulaError value) => Of(value);

    /// <summary>Same kind and content.</summary>
    public static bool operator ==(FormulaValue left, FormulaValue right) => left.Equals(right);

    /// <summary>Another kind or content.</summary>
    public static bool operator !=(FormulaValue left, FormulaValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(FormulaValue other) => Kind == other.Kind && number.Equals(other.number) && Equals(content, other.content);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FormulaValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, number, content);

    /// <summary>For people: the number in shortest form, the text, TRUE, #N/A, or why there is none.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Number => number.ToString("R", CultureInfo.InvariantCulture),
        ValueKind.Text => Text,
        ValueKind.Logical => Logical ? "TRUE" : "FALSE",
        ValueKind.Error => Error.ToText(),
        ValueKind.Array => FormattableString.Invariant($"{Array!.Rows} x {Array.Columns} values"),
        ValueKind.Unsupported => "unsupported: " + Text,
        _ => "",
    };

    internal FormulaValue AsReference() => new(Kind, number, content, isReference: true);
}
