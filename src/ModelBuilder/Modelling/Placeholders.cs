using System.Text.RegularExpressions;
using ModelBuilder.Figures;

namespace ModelBuilder.Modelling;

/// <summary>What the placeholders of one row stand for.</summary>
/// <param name="Values">Placeholder (without braces) to text.</param>
internal sealed record Binding(IReadOnlyDictionary<string, string> Values)
{
    public static Binding None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));
}

/// <summary>Replaces the placeholders of lines.yaml by a company's own lines.</summary>
internal sealed partial class Placeholders(Company company)
{
    private static readonly string[] Singular = ["segment", "former", "cost", "expense", "adjustment", "other", "at"];

    /// <summary>One binding for each of the company's lines that a key speaks of; a single empty one where it speaks of none.</summary>
    public IEnumerable<Binding> Bindings(string pattern) => Array.Find(Singular, name => pattern.Contains($"{{{name}}}", StringComparison.Ordinal)) switch
    {
        null => [Binding.None],
        "at" => company.ExpenseLines.Select(l => l.Key.Basis).Append("").Distinct().Select(basis => Bind(("at", At(basis)), ("label", basis.Length > 0 ? ", " + basis.Replace('_', ' ') : ""))),
        var name => LinesOf(name).Select(line => Bind((name, Short(name, line.Key)), ("label", line.Label), ("at", At(line.Key.Basis)))),
    };

    /// <summary>The text with its placeholders replaced, or null where a plural has nothing to repeat.</summary>
    public string? Fill(string text, Binding binding)
    {
        foreach ((string name, string value) in binding.Values)
        {
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        bool nothing = false;
        string filled = Plural().Replace(text, match =>
        {
            string name = match.Groups[2].Value[..^1];
            string[] all = [.. LinesOf(name)
                .Where(line => name != "expense" || !binding.Values.TryGetValue("at", out string? at) || At(line.Key.Basis) == at)
                .Select(line => match.Groups[1].Value + Short(name, line.Key) + match.Groups[3].Value)];
            nothing |= all.Length == 0;
            return string.Join(", ", all);
        });
        return nothing ? null : filled;
    }

    private IReadOnlyList<CompanyLine> LinesOf(string name) => name switch
    {
        "segment" => company.Segments,
        "former" => company.FormerSegments,
        "cost" => company.CostLines,
        "expense" => company.ExpenseLines,
        "adjustment" => company.Adjustments,
        _ => company.OtherLines,
    };

    private static string Short(string name, LineKey key) => name is "segment" or "former" or "cost" ? key.Member : key.ToString();

    private static string At(string basis) => basis.Length > 0 ? "@" + basis : "";

    private static Binding Bind(params (string Name, string Value)[] values) => new(values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal));

    [GeneratedRegex(@"([a-z0-9_.]*)\{(segments|formers|costs|expenses|adjustments|others)\}([a-z0-9_.@|]*(?:\[-?[0-9]+\])?)", RegexOptions.CultureInvariant)]
    private static partial Regex Plural();
}
