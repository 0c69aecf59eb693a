using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Formulas;

/// <summary>The dialect of lines.yaml: keys in lower case, functions, logicals and defined names beginning with a capital.</summary>
internal sealed class LineFormulaReader(string text) : FormulaReader(text)
{
    protected override Expression? ReadOperand()
    {
        int start = At;
        if (ReadNumber() is { } number)
        {
            return number;
        }

        string word = TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.');
        if (word.Length == 0)
        {
            return Current is '$' or '!' or '\''
                ? Fail("a line formula refers to line keys, not to cells")
                : Fail($"'{Current}' is not expected here");
        }

        if (Current == '(')
        {
            return ReadCall(word);
        }

        if (char.IsAsciiLetterLower(word[0]))
        {
            return word[^1] == '.' && Take('*') ? ReadWildcard(word[..^1], start) : ReadLine(word, start);
        }

        return word switch
        {
            "TRUE" => new LogicalLiteral(true),
            "FALSE" => new LogicalLiteral(false),
            _ when CellAddress.TryParse(word, out _) => Fail($"{word} is a cell; a line formula refers to line keys", start),
            _ when word[^1] == '.' => Fail($"'{word}' is not a name", start),
            _ => new NameReference(word),
        };
    }

    private LineReference? ReadLine(string name, int start)
    {
        string basis = ReadBasis();
        string measureCode = Take('|') ? TakeWhile(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '.') : "level";
        if (!LineKey.TryParse(basis.Length > 0 ? name + basis : name, out LineKey key))
        {
            Fail($"'{name}{basis}' is not a line key such as revenue.total or gross_profit@adjusted", start);
            return null;
        }

        if (measureCode.Length == 0 || !Measure.TryParse(measureCode, out Measure measure))
        {
            Fail($"'{measureCode}' is not a measure such as growth.yoy", start);
            return null;
        }

        return ReadLag() is { } lag ? new LineReference(key, measure, lag) : null;
    }

    private LineWildcard? ReadWildcard(string family, int start)
    {
        string basis = ReadBasis();
        if (!LineKey.TryParse(family + basis, out LineKey key))
        {
            Fail($"'{family}.*{basis}' is not a family of lines such as revenue.*", start);
            return null;
        }

        return ReadLag() is { } lag ? new LineWildcard(key.Name, key.Basis, lag) : null;
    }

    private string ReadBasis() => Take('@') ? "@" + TakeWhile(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') : "";

    private int? ReadLag()
    {
        int start = At;
        if (!Take('['))
        {
            return 0;
        }

        string digits = TakeWhile(c => c is '-' or '+' || char.IsAsciiDigit(c));
        if (!Take(']') || !int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int lag))
        {
            Fail("a lag is a number of periods in brackets, such as [-4]", start);
            return null;
        }

        return lag;
    }
}
