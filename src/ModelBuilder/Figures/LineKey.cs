using System.Text.RegularExpressions;

namespace ModelBuilder.Figures;

/// <summary>
/// The dotted lower-case name of a line of the model, with the basis it is stated on: <c>revenue.total</c>,
/// <c>gross_profit@adjusted</c>. An empty basis is "as reported". <c>default</c> is no line and prints as nothing.
/// </summary>
public readonly partial record struct LineKey : IComparable<LineKey>
{
    /// <summary>A line on a basis.</summary>
    /// <exception cref="FormatException">Not a dotted lower-case name, or the basis is not a lower-case word.</exception>
    public LineKey(string name, string basis = "")
    {
        if (!NamePattern().IsMatch(name) || (basis.Length > 0 && !BasisPattern().IsMatch(basis)))
        {
            throw new FormatException($"'{name}{(basis.Length > 0 ? "@" + basis : "")}' is not a line key such as revenue.total or gross_profit@adjusted");
        }

        NameOrNull = name;
        BasisOrNull = basis.Length > 0 ? basis : null;
    }

    private string? NameOrNull { get; }

    private string? BasisOrNull { get; }

    /// <summary>The dotted name without the basis.</summary>
    public string Name => NameOrNull ?? "";

    /// <summary>The basis: empty (as reported), <c>adjusted</c>, <c>organic</c>, <c>constant_currency</c> or a finer one.</summary>
    public string Basis => BasisOrNull ?? "";

    /// <summary>The first part of the name: <c>revenue</c> of <c>revenue.total</c>.</summary>
    public string Family => Name.Split('.')[0];

    /// <summary>What follows the first dot, or nothing: <c>total</c> of <c>revenue.total</c>.</summary>
    public string Member => Name.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? Name[(dot + 1)..] : "";

    /// <summary>The same line on another basis.</summary>
    public LineKey On(string basis) => new(Name, basis);

    /// <summary>Reads <c>name</c> or <c>name@basis</c>; false for anything else.</summary>
    public static bool TryParse(string? text, out LineKey key)
    {
        key = default;
        string[] parts = (text ?? "").Split('@');
        if (parts.Length > 2 || !NamePattern().IsMatch(parts[0]) || (parts.Length == 2 && !BasisPattern().IsMatch(parts[1])))
        {
            return false;
        }

        key = new LineKey(parts[0], parts.Length == 2 ? parts[1] : "");
        return true;
    }

    /// <summary>Reads <c>name</c> or <c>name@basis</c>.</summary>
    /// <exception cref="FormatException">Not a line key.</exception>
    public static LineKey Parse(string text) => TryParse(text, out LineKey key) ? key : throw new FormatException($"'{text}' is not a line key such as revenue.total or gross_profit@adjusted");

    /// <summary>Orders by name, then basis, ordinally.</summary>
    public int CompareTo(LineKey other) => string.CompareOrdinal(Name, other.Name) is not 0 and var c ? c : string.CompareOrdinal(Basis, other.Basis);

    /// <summary><c>name</c>, or <c>name@basis</c>.</summary>
    public override string ToString() => Basis.Length > 0 ? $"{Name}@{Basis}" : Name;

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z0-9][a-z0-9_]*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex BasisPattern();
}
