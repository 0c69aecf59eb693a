namespace ModelBuilder.Documents;

/// <summary>One map of a YAML file read against the keys it may have; what does not fit becomes a finding.</summary>
internal sealed class YamlSection
{
    private readonly Dictionary<string, YamlEntry> entries = new(StringComparer.Ordinal);
    private readonly InputFindings findings;

    /// <summary>Takes the map's entries and reports unknown and repeated keys.</summary>
    public YamlSection(YamlMap map, IReadOnlyList<string> keys, InputFindings findings)
    {
        this.findings = findings;
        Line = map.Line;
        foreach (YamlEntry entry in map.Entries)
        {
            if (!keys.Contains(entry.Key, StringComparer.Ordinal))
            {
                string near = Spelling.Suggestion(entry.Key, keys);
                findings.Error(entry.Line, $"unknown key '{entry.Key}'{near}", near.Length > 0 ? "correct the key" : "remove it, or use one of: " + string.Join(", ", keys));
            }
            else if (!entries.TryAdd(entry.Key, entry))
            {
                findings.Error(entry.Line, $"key '{entry.Key}' stands here a second time, first on line {entries[entry.Key].Line}", "keep one of the two");
            }
        }
    }

    /// <summary>The line on which the map begins.</summary>
    public int Line { get; }

    /// <summary>The line of a key, or the map's where the key is missing.</summary>
    public int LineOf(string key) => entries.TryGetValue(key, out YamlEntry? entry) ? entry.Line : Line;

    /// <summary>True where the key has a value.</summary>
    public bool Has(string key) => entries.TryGetValue(key, out YamlEntry? entry) && entry.Value is not YamlText { Text: "" };

    /// <summary>A text that may be left out.</summary>
    public string? Optional(string key)
    {
        if (!Has(key))
        {
            return null;
        }

        if (entries[key].Value is YamlText text)
        {
            return text.Text.Trim();
        }

        findings.Error(LineOf(key), $"'{key}' must be a single value, not a list or a map", $"write it as '{key}: value'");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    public string? Required(string key, string example)
    {
        if (!Has(key))
        {
            findings.Error(LineOf(key), $"required key '{key}' is missing", $"add a line such as '{key}: {example}'");
        }

        return Optional(key);
    }

    /// <summary>A text that <paramref name="read"/> understands; null and a finding where it does not.</summary>
    public T? Read<T>(string key, string? text, Func<string, T?> read, string expected)
        where T : struct
    {
        if (text is null)
        {
            return null;
        }

        T? value = read(text);
        if (value is null)
        {
            findings.Error(LineOf(key), $"'{text}' is no value for '{key}'", $"write {expected}");
        }

        return value;
    }

    /// <summary>The texts of a list; nothing where the key is left out.</summary>
    public IReadOnlyList<YamlText> Texts(string key) => Items<YamlText>(key, "[first, second]");

    /// <summary>The maps of a list; nothing where the key is left out.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => Items<YamlMap>(key, "lines that begin with '- '");

    private List<T> Items<T>(string key, string form)
        where T : YamlValue
    {
        if (!Has(key))
        {
            return [];
        }

        if (entries[key].Value is not YamlList list)
        {
            findings.Error(LineOf(key), $"'{key}' must be a list", $"write it as {form}");
            return [];
        }

        foreach (YamlValue item in list.Items.Where(i => i is (not T) or YamlText { Text: "" }))
        {
            findings.Error(item.Line, $"an entry of '{key}' is {(item is YamlText { Text: "" } ? "empty" : "of the wrong form")}", $"write the list as {form}");
        }

        return [.. list.Items.OfType<T>().Where(i => i is not YamlText { Text: "" })];
    }
}
