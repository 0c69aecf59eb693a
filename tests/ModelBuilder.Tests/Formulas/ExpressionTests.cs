using ModelBuilder.Formulas;

namespace ModelBuilder.Tests.Formulas;

public class ExpressionTests
{
    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("z9", 9, 26)]
    [InlineData("AA10", 10, 27)]
    [InlineData("$XFD$1048576", 1048576, 16384)]
    public void CellAddress_Reads(string text, int row, int column)
    {
        CellAddress address = CellAddress.Parse(text);
        Assert.Equal((row, column), (address.Row, address.Column));
        Assert.Equal(text.ToUpperInvariant(), address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("A0")]
    [InlineData("A01")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("1A")]
    [InlineData("A")]
    [InlineData("A1 ")]
    [InlineData("AAAA1")]
    [InlineData("$$A1")]
    [InlineData(null)]
    public void CellAddress_Refuses(string? text) => Assert.False(CellAddress.TryParse(text, out _));

    [Fact]
    public void CellAddress_Default_IsA1() => Assert.Equal("A1", default(CellAddress).ToString());

    [Fact]
    public void CellAddress_Shift_KeepsWhatIsAbsolute()
    {
        Assert.Equal("E$5", CellAddress.Parse("D$5").Shift(3, 1)?.ToString());
        Assert.Null(CellAddress.Parse("A1").Shift(-1, 0));
    }

    [Fact]
    public void References_FromLeftToRight() =>
        Assert.Equal(["A1", "B2:B3", "Name", "A1"], FormulaParser.ParseCells("A1+SUM(B2:B3,Name)*-A1%").ValueOrThrow().References().Select(r => r.ToString()));

    [Fact]
    public void Rewrite_ReplacesFromTheTop()
    {
        Expression formula = FormulaParser.ParseCells("SUM(A1,B1)+A1").ValueOrThrow();
        Assert.Same(formula, formula.Rewrite(_ => null));
        Assert.Equal("SUM(7,B1)+7", formula.Rewrite(p => p is CellReference { Address.Column: 1 } ? new NumberLiteral(7) : null).ToString());
        Assert.Equal("A1+A1", formula.Rewrite(p => p is FunctionCall f ? f.Arguments[0] : null).ToString());
    }

    [Fact]
    public void Equality_IsStructural() =>
        Assert.Equal(FormulaParser.ParseCells("IF(A1>0,SUM(B1:B9),{1,2})").ValueOrThrow(), FormulaParser.ParseCells("if( a1>0, sum(b9:B1) ,{1,2})").ValueOrThrow());

    [Theory]
    [InlineData("A1+$B$2*SUM(C3:D$4,A:A)", 1, 1, "B2+$B$2*SUM(D4:E$4,B:B)")]
    [InlineData("A1+B2", -1, 0, "#REF!+B1")]
    [InlineData("'My sheet'!C3", 2, -1, "'My sheet'!B5")]
    public void Shift_MovesWhatIsRelative(string text, int rows, int columns, string expected) =>
        Assert.Equal(expected, FormulaParser.ParseCells(text).ValueOrThrow().Shift(rows, columns).ToString());
}
