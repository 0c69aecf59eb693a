using System.Text.RegularExpressions;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>Reads the lists of lines of a company file; one line key stands in one place, and one alias means one line.</summary>
internal sealed partial class CompanyLineReader(InputFindings findings)
{
    private static readonly string[] Keys = ["key", "label", "aliases"];
    private readonly Dictionary<LineKey, int> lineOfKey = [];
    private readonly Dictionary<string, LineKey> lineOfAlias = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one list.</summary>
    /// <param name="file">The file.</param>
    /// <param name="list">The list's key.</param>
    /// <param name="family">What goes before the keys (<c>revenue</c> makes <c>x</c> into <c>revenue.x</c>); null where they are full line keys.</param>
    public IReadOnlyList<CompanyLine> Read(YamlSection file, string list, string? family = null)
    {
        var lines = new List<CompanyLine>();
        foreach (YamlMap map in file.Maps(list))
        {
            var section = new YamlSection(map, Keys, findings);
            if (section.Required("key", family is null ? "listing_expense" : "public_cloud") is { } text
                && Key(section.LineOf("key"), text, list, family) is { } key && IsNew(section.LineOf("key"), key))
            {
                lines.Add(new CompanyLine(key, section.Optional("label") ?? Label(text), Aliases(section, key)));
            }
        }

        return lines;
    }

    private LineKey? Key(int line, string text, string list, string? family)
    {
        if (family is null)
        {
            if (LineKey.TryParse(text, out LineKey full))
            {
                return full;
            }

            findings.Error(line, $"'{text}' is not a line key", "write lower-case words joined by underscores, parts by dots, a basis after @: listing_expense, share_of_revenue.services, research_development@adjusted");
            return null;
        }

        if (!SnakePattern().IsMatch(text))
        {
            string snake = Snake(text.StartsWith(family + ".", StringComparison.Ordinal) ? text[(family.Length + 1)..] : text);
            findings.Error(line, $"'{text}' in {list} is not a snake case word", snake.Length > 0 ? $"write '{snake}'; it becomes the line {family}.{snake}" : "write lower-case letters, digits and underscores");
            return null;
        }

        if (text == "total")
        {
            findings.Error(line, $"'total' in {list} is the name of the sum of all of them", "remove it, or give it another key");
            return null;
        }

        return new LineKey($"{family}.{text}");
    }

    private bool IsNew(int line, LineKey key)
    {
        if (lineOfKey.TryAdd(key, line))
        {
            return true;
        }

        findings.Error(line, $"the line {key} stands here a second time, first on line {lineOfKey[key]}", "keep one of the two, with the aliases of both");
        return false;
    }

    private List<string> Aliases(YamlSection section, LineKey key)
    {
        var aliases = new List<string>();
        foreach (YamlText alias in section.Texts("aliases"))
        {
            if (lineOfAlias.TryAdd(alias.Text, key))
            {
                aliases.Add(alias.Text);
            }
            else
            {
                LineKey first = lineOfAlias[alias.Text];
                findings.Warning(alias.Line, first == key ? $"'{alias.Text}' is an alias of {key} twice" : $"'{alias.Text}' is an alias of {first} and of {key}; it is read as {first}", "keep it once");
            }
        }

        return aliases;
    }

    private static string Label(string key)
    {
        string words = key.Split('@')[0].Replace('_', ' ').Replace(".", ", ", StringComparison.Ordinal);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Snake(string text) =>
        OtherPattern().Replace(HumpPattern().Replace(text, "_").ToLowerInvariant(), "_").Trim('_').TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_');

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SnakePattern();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex HumpPattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex OtherPattern();
}
