using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModelBuilder.Documents;

/// <summary>A piece of a YAML file and the line on which it begins, from 1.</summary>
internal abstract record YamlValue(int Line);

/// <summary>A plain or quoted text; numbers and words alike.</summary>
internal sealed record YamlText(int Line, string Text) : YamlValue(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line);

/// <summary>Keys with values, in the order of the file; a key may stand twice, which is for the reader to say.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlValue(Line);

/// <summary>One key of a map with its value.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlValue Value);

/// <summary>
/// Reads YAML into a tree that keeps line numbers and duplicate keys, which the library's own representation loses or throws
/// on, so that all that is wrong in a file can be said at once.
/// </summary>
internal static class YamlTree
{
    private const int DeepestNesting = 20;

    /// <summary>The map at the root of the file, or null with a finding that says why there is none.</summary>
    public static YamlMap? Parse(string text, InputFindings findings)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                findings.Error(1, "the file is empty", "write at least the company's name, currency and fiscal_year_end");
                return null;
            }

            YamlValue root = Value(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                findings.Error(LineOf(second), "a second YAML document begins here", "remove the line '---' and what follows it: a file describes one company");
            }

            if (root is YamlMap map)
            {
                return map;
            }

            findings.Error(root.Line, "the file is not a list of keys with values", "write keys such as 'name: Example Holdings' at the start of lines");
        }
        catch (YamlException wrong)
        {
            findings.Error((int)wrong.Start.Line, $"not readable as YAML: {Reason(wrong)}", "check indentation, colons and brackets around this line; indent with spaces only");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException)
        {
            // The library's scanner gives up on some malformed texts (a '---' inside braces) without saying where.
            findings.Error(Math.Max(1, parser.Current is { } last ? (int)last.End.Line : 1), "not readable as YAML after this line", "check brackets, quotes and dashes below this line");
        }

        return null;
    }

    private static YamlValue Value(Parser parser, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nested too deep");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            bool isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
            return new YamlText(LineOf(scalar), isNull ? "" : scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<YamlValue>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Value(parser, depth + 1));
            }

            return new YamlList(LineOf(list), items);
        }

        if (parser.TryConsume<MappingStart>(out var map))
        {
            var entries = new List<YamlEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                Scalar key = parser.Consume<Scalar>();
                entries.Add(new YamlEntry(key.Value, LineOf(key), Value(parser, depth + 1)));
            }

            return new YamlMap(LineOf(map), entries);
        }

        throw new YamlException(parser.Current!.Start, parser.Current.End, "anchors and aliases (& and *) are not read here");
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;

    // The library puts the place before the reason; the finding names the place itself.
    private static string Reason(YamlException wrong) =>
        wrong.Message.Split("): ", 2, StringSplitOptions.TrimEntries) is [_, var reason] ? reason : wrong.Message;
}
