using System.Xml;

namespace ModelBuilder.Workbooks.Templates;

/// <summary>Texts of documents as a cell can hold them.</summary>
internal static class CellText
{
    /// <summary>The most characters that Excel lets a cell have.</summary>
    private const int Longest = 32_767;

    /// <summary>The text without what an .xlsx cannot hold (control characters, halves of pairs), cut to what a cell can.</summary>
    public static string Clean(string text)
    {
        string clean = text;
        if (!IsClean(text))
        {
            clean = string.Concat(text.EnumerateRunes().Select(r => r.ToString()).Where(IsClean));
        }

        return clean.Length <= Longest ? clean : clean[..(Longest - 1)] + "…";
    }

    private static bool IsClean(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
