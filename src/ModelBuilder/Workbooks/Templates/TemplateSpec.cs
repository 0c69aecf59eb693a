using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks.Templates;

/// <summary>A cell of the template.</summary>
/// <param name="Content">Its text with placeholders, number or formula over defined names.</param>
/// <param name="Format">Its number format; empty for General.</param>
/// <param name="Wraps">True where its text breaks into lines.</param>
internal sealed record TemplateCell(CellContent Content, string Format, bool Wraps);

/// <summary>A row of the template.</summary>
/// <param name="Number">Its row, from 1.</param>
/// <param name="Token">What column A says: a key, a pattern or a role in braces; empty for a row that is copied as it is.</param>
/// <param name="Height">In points.</param>
/// <param name="Cells">Its cells by column, from 1; those that are neither filled nor formatted are missing.</param>
internal sealed record TemplateRow(int Number, string Token, double Height, IReadOnlyDictionary<int, TemplateCell> Cells);

/// <summary>A sheet of the template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows from the first to the last used.</param>
/// <param name="Widths">Widths of its columns in characters; the first is column A.</param>
internal sealed record TemplateSheet(string Name, IReadOnlyList<TemplateRow> Rows, IReadOnlyList<double> Widths)
{
    private readonly Dictionary<string, TemplateRow> byToken = Rows.Where(r => r.Token.Length > 0).GroupBy(r => r.Token, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The row for the first of the tokens that the sheet has, or null.</summary>
    public TemplateRow? RowFor(IEnumerable<string> tokens) => tokens.Select(t => byToken.GetValueOrDefault(t)).FirstOrDefault(r => r is not null);
}

/// <summary>What a template says, as plain data.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Sheets">Its sheets, in order.</param>
/// <param name="Names">Its defined names that mean one cell.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record TemplateSpec(
    string File, IReadOnlyList<TemplateSheet> Sheets, IReadOnlyDictionary<string, (string Sheet, int Row, int Column)> Names, IReadOnlyList<Finding> Findings)
{
    /// <summary>Tokens of rows that stand only where a planned row follows them.</summary>
    public const string Heading = "{heading}", Space = "{space}";

    /// <summary>The sheet of that name, or null.</summary>
    public TemplateSheet? this[string name] => Sheets.FirstOrDefault(s => s.Name == name);
}
