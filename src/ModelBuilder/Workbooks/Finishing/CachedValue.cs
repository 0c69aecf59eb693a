using System.Globalization;
using System.Xml.Linq;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>What a file stores for a cell: Open XML's type letter and the text beside it; <c>default</c> is a blank.</summary>
/// <param name="Type">n, str, b or e; null for a blank.</param>
/// <param name="Text">The stored text.</param>
internal readonly record struct CachedValue(string? Type, string Text)
{
    public static CachedValue Number(double value) => double.IsFinite(value)
        ? new("n", Xml.Text(value))
        : throw new ArgumentOutOfRangeException(nameof(value), value, "a cell holds finite numbers only");

    public static CachedValue Words(string value) => new("str", value);

    public static CachedValue Logical(bool value) => new("b", value ? "1" : "0");

    public static CachedValue Error(string text) => new("e", text);

    /// <summary>What Excel stores for a formula's value (an empty cell referred to is 0); null where there is no value.</summary>
    public static CachedValue? Of(FormulaValue value) => value.Kind switch
    {
        ValueKind.Blank or ValueKind.Number => Number(value.Number),
        ValueKind.Text => Words(value.Text),
        ValueKind.Logical => Logical(value.Logical),
        ValueKind.Error => Error(value.Error.ToText()),
        _ => null,
    };

    /// <summary>Reads what stands in a cell of a sheet.</summary>
    public static CachedValue Read(XElement cell, IReadOnlyList<string> sharedStrings)
    {
        string text = (string?)cell.Element(Xml.Main + "v") ?? "";
        return ((string?)cell.Attribute("t") ?? "n") switch
        {
            "inlineStr" => Words(string.Concat(cell.Descendants(Xml.Main + "t").Select(t => t.Value))),
            _ when text.Length == 0 => default,
            "s" => Words(sharedStrings[int.Parse(text, CultureInfo.InvariantCulture)]),
            var type => new(type, text),
        };
    }

    /// <summary>Puts the value beside a cell's formula.</summary>
    public void WriteTo(XElement cell)
    {
        cell.Element(Xml.Main + "v")?.Remove();
        cell.Element(Xml.Main + "is")?.Remove();
        cell.SetAttributeValue("t", Type is null or "n" ? null : Type);
        if (Type is null)
        {
            return;
        }

        string text = Type == "str" ? Xml.Escaped(Text) : Text;
        var value = new XElement(Xml.Main + "v", text);
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
        {
            value.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        }

        cell.Element(Xml.Main + "f")!.AddAfterSelf(value);
    }
}
