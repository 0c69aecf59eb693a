using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks;

/// <summary>What stands in a cell.</summary>
internal abstract record CellContent
{
    /// <summary>Nothing, though the cell may have a tone, a note or a list.</summary>
    public static CellContent Blank { get; } = new BlankContent();

    /// <summary>Only the cases below.</summary>
    private CellContent()
    {
    }

    /// <summary>Nothing.</summary>
    internal sealed record BlankContent : CellContent;

    /// <summary>A number, as shown (money already divided by the company's units).</summary>
    internal sealed record Number(double Value) : CellContent;

    /// <summary>A text, which stays a text whatever it begins with.</summary>
    internal sealed record Text(string Value) : CellContent;

    /// <summary>A formula over plan references, names and literals.</summary>
    internal sealed record Formula(Expression Value) : CellContent;
}
