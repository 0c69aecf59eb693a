using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Regeneration.Writing;

/// <summary>One end of a reference as a formula's text has it: a cell, a whole column (no row) or a whole row (no column).</summary>
internal readonly record struct ReferenceEnd(int? Row, bool RowFixed, int? Column, bool ColumnFixed)
{
    /// <inheritdoc/>
    public override string ToString() =>
        (Column is { } c ? (ColumnFixed ? "$" : "") + CellAddress.ColumnLetters(c) : "") + (Row is { } r ? (RowFixed ? "$" : "") + r.ToString(CultureInfo.InvariantCulture) : "");
}

/// <summary>
/// Moves the references within the text of a formula and leaves every other character as it is: an analyst's formula keeps its spelling,
/// and what our parser does not know (tables, unions, other workbooks) does no harm.
/// </summary>
internal static partial class FormulaText
{
    /// <summary>Moves every reference.</summary>
    /// <param name="text">The formula, or a list of areas.</param>
    /// <param name="move">From the sheet that is written, or null, and an end of a reference to where it is now; null where it is off the sheet.</param>
    public static string Move(string text, Func<string?, ReferenceEnd, ReferenceEnd?> move)
    {
        StringBuilder? moved = null;
        int written = 0;
        foreach (ValueMatch token in Token().EnumerateMatches(text))
        {
            // LOG10( is a function and no cell.
            int end = token.Index + token.Length;
            if ((end == text.Length || text[end] is not ('(' or '[')) && Moved(text.AsSpan(token.Index, token.Length), move) is { } now)
            {
                (moved ??= new StringBuilder(text.Length + 16)).Append(text, written, token.Index - written).Append(now);
                written = end;
            }
        }

        return moved?.Append(text, written, text.Length - written).ToString() ?? text;
    }

    /// <summary>A token as it is now; null for one that is no reference, or none within this workbook.</summary>
    private static string? Moved(ReadOnlySpan<char> token, Func<string?, ReferenceEnd, ReferenceEnd?> move)
    {
        ReadOnlySpan<char> prefix = token[..(token.LastIndexOf('!') + 1)];
        ReadOnlySpan<char> rest = token[prefix.Length..];
        bool quoted = prefix.StartsWith("'");
        bool foreign = token[0] == '[' || prefix.StartsWith("'[") || (!quoted && prefix.IndexOfAny(':', '!') < prefix.Length - 1);
        bool range = rest.Contains(':');
        if (foreign || !Take(ref rest, out ReferenceEnd from) || (range ? rest[0] != ':' : !rest.IsEmpty || from.Row is null || from.Column is null))
        {
            return null;
        }

        ReferenceEnd to = from;
        if (range)
        {
            rest = rest[1..];
            if (!Take(ref rest, out to) || !rest.IsEmpty || (from.Row is null) != (to.Row is null) || (from.Column is null) != (to.Column is null))
            {
                return null;
            }
        }

        string? sheet = prefix.IsEmpty ? null : quoted ? prefix[1..^2].ToString().Replace("''", "'", StringComparison.Ordinal) : prefix[..^1].ToString();
        return move(sheet, from) is not { } start ? "#REF!"
            : !range ? $"{prefix}{start}"
            : move(sheet, to) is { } end ? $"{prefix}{start}:{end}"
            : "#REF!";
    }

    private static bool Take(ref ReadOnlySpan<char> text, out ReferenceEnd end)
    {
        ReadOnlySpan<char> rest = text;
        bool hasColumn = CellAddress.TakeColumn(ref rest, out int column, out bool columnFixed);
        rest = hasColumn ? rest : text;
        ReadOnlySpan<char> beforeRow = rest;
        bool hasRow = CellAddress.TakeRow(ref rest, out int row, out bool rowFixed);
        text = hasRow ? rest : beforeRow;
        end = new ReferenceEnd(hasRow ? row : null, hasRow && rowFixed, hasColumn ? column : null, hasColumn && columnFixed);
        return hasColumn || hasRow;
    }

    // In this order: texts, other workbooks, three-dimensional references, tables, references, numbers, names.
    [GeneratedRegex("""
        "(?:[^"]|"")*"
        |(?:'\[(?:[^']|'')*'|\[[^\]]+\][\p{L}\p{N}_.]*)![$A-Za-z0-9_.:]+
        |[\p{L}_][\p{L}\p{N}_.]*:[\p{L}_][\p{L}\p{N}_.]*![$A-Za-z0-9:]+
        |[\p{L}_\\][\p{L}\p{N}_.]*\[(?:[^\[\]]|\[[^\[\]]*\])*\]
        |(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?
         (?:(?:\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?::(?:\$?[A-Za-z]{1,3}\$?[0-9]{1,7}))?
           |(?:\$?[A-Za-z]{1,3}):(?:\$?[A-Za-z]{1,3})
           |(?:\$?[0-9]{1,7}):(?:\$?[0-9]{1,7}))
         (?![\p{L}\p{N}_.(!\[])
        |[0-9]+(?:\.[0-9]*)?(?:[Ee][+-]?[0-9]+)?
        |(?:'(?:[^']|'')+'!)?[\p{L}_\\][\p{L}\p{N}_.\\?!]*
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
