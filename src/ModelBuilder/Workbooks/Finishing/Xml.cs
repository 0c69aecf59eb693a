using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>The namespaces of Open XML, and XML read and written so that nothing in it changes by the way.</summary>
internal static class Xml
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    public static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace SheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = false,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static XDocument Read(byte[] content)
    {
        using XmlReader reader = Stream(content);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>Reads from the front to the end, for what is too large for a document.</summary>
    public static XmlReader Stream(byte[] content) => XmlReader.Create(new MemoryStream(content, writable: false), Reading);

    public static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Writing))
        {
            document.Declaration = new XDeclaration("1.0", "utf-8", "yes");
            document.Save(writer);
        }

        return stream.ToArray();
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The shortest text that reads back as the same double; zero has no sign.</summary>
    public static string Text(double number) => number == 0 ? "0" : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A text as Open XML stores it: characters that XML forbids, and what looks like their escape, become <c>_xHHHH_</c>.</summary>
    public static string Escaped(string text)
    {
        StringBuilder? escaped = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool pair = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            bool looksEscaped = text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_' && text.AsSpan(i + 2, 4).IndexOfAnyExcept(HexDigits) < 0;
            if (!looksEscaped && (pair || XmlConvert.IsXmlChar(text[i])))
            {
                escaped?.Append(text, i, pair ? 2 : 1);
            }
            else
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append("_x").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            }

            i += pair ? 1 : 0;
        }

        return escaped?.ToString() ?? text;
    }
}
