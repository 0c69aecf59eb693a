using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Tests.Formulas;

public class FormulaParserTests
{
    private static NumberLiteral N(double value) => new(value);

    private static CellReference Cell(string address, string? sheet = null) => new(sheet, CellAddress.Parse(address));

    private static LineReference Line(string key, int lag = 0) => new(LineKey.Parse(key), lag);

    public static TheoryData<string, Expression> Cells => new()
    {
        { "=-2^2", new Binary(BinaryOperator.Power, new Unary(UnaryOperator.Minus, N(2)), N(2)) },
        { "2^3^2", new Binary(BinaryOperator.Power, new Binary(BinaryOperator.Power, N(2), N(3)), N(2)) },
        { "1-2-3", new Binary(BinaryOperator.Subtract, new Binary(BinaryOperator.Subtract, N(1), N(2)), N(3)) },
        { "1+2*3", new Binary(BinaryOperator.Add, N(1), new Binary(BinaryOperator.Multiply, N(2), N(3))) },
        { "1&2+3", new Binary(BinaryOperator.Concatenate, N(1), new Binary(BinaryOperator.Add, N(2), N(3))) },
        { "1=2&3", new Binary(BinaryOperator.Equal, N(1), new Binary(BinaryOperator.Concatenate, N(2), N(3))) },
        { "50%^2", new Binary(BinaryOperator.Power, new Unary(UnaryOperator.Percent, N(50)), N(2)) },
        { "1<>2", new Binary(BinaryOperator.NotEqual, N(1), N(2)) },
        { "1>=2", new Binary(BinaryOperator.GreaterOrEqual, N(1), N(2)) },
        { " = ( 1 + 2 ) * 3 ", new Binary(BinaryOperator.Multiply, new Binary(BinaryOperator.Add, N(1), N(2)), N(3)) },
        { "1.5E+3", N(1500) },
        { ".5", N(0.5) },
        { "\"a\"\"b\"", new TextLiteral("a\"b") },
        { "true", new LogicalLiteral(true) },
        { "#div/0!", new ErrorLiteral(FormulaError.DivisionByZero) },
        { "d5", Cell("D5") },
        { "$D5", Cell("$D5") },
        { "Model!$D$5", Cell("$D$5", "Model") },
        { "'It''s mine'!A1", Cell("A1", "It's mine") },
        { "[1]Model!A1", Cell("A1", "[1]Model") },
        { "Model!#REF!", new ErrorLiteral(FormulaError.Reference) },
        { "B7:$A$1", new RangeReference(null, CellAddress.Parse("$A$1"), CellAddress.Parse("B7")) },
        { "Model!B:$C", new RangeReference("Model", new CellAddress(1, 2, true), new CellAddress(CellAddress.MaxRow, 3, true, true)) },
        { "3:5", new RangeReference(null, new CellAddress(3, 1, false, true), new CellAddress(5, CellAddress.MaxColumn, false, true)) },
        { "Scenario", new NameReference("Scenario") },
        { "XFE1", new NameReference("XFE1") },
        { "Model!Local", new NameReference("Local", "Model") },
        { "log10(a1)", Expression.Call("LOG10", Cell("A1")) },
        { "_xlfn.STDEV.S(A1)", Expression.Call("STDEV.S", Cell("A1")) },
        { "IF(A1,,)", Expression.Call("IF", Cell("A1"), MissingArgument.Instance, MissingArgument.Instance) },
        { "PI()", Expression.Call("PI") },
        { "A1:INDEX(A1,1)", new Binary(BinaryOperator.Range, Cell("A1"), Expression.Call("INDEX", Cell("A1"), N(1))) },
        { "{1,-2;\"x\",TRUE}", new ArrayLiteral(2, [N(1), Expression.Number(-2), new TextLiteral("x"), new LogicalLiteral(true)]) },
    };

    public static TheoryData<string, Expression> Lines => new()
    {
        { "revenue.total", Line("revenue.total") },
        { "gross_profit@adjusted[-4]", Line("gross_profit@adjusted", -4) },
        { "revenue.total|growth.yoy[-1]", new LineReference(LineKey.Parse("revenue.total"), Measure.GrowthYoy, -1) },
        { "sum(revenue.*)", Expression.Call("SUM", new LineWildcard("revenue", "", 0)) },
        { "SUM(cost.*@adjusted[-4])", Expression.Call("SUM", new LineWildcard("cost", "adjusted", -4)) },
        { "revenue.*-1", new Binary(BinaryOperator.Subtract, new LineWildcard("revenue", "", 0), N(1)) },
        { "kpi.2g_users*2", new Binary(BinaryOperator.Multiply, Line("kpi.2g_users"), N(2)) },
        { "IF(Scenario=\"Bear\",TRUE,tax_rate)", Expression.Call("IF", new Binary(BinaryOperator.Equal, new NameReference("Scenario"), new TextLiteral("Bear")), new LogicalLiteral(true), Line("tax_rate")) },
        { "eps[+1]", Line("eps", 1) },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void ParseCells_Reads(string text, Expression expected) => Assert.Equal(expected, FormulaParser.ParseCells(text).ValueOrThrow());

    [Theory]
    [MemberData(nameof(Lines))]
    public void ParseLines_Reads(string text, Expression expected) => Assert.Equal(expected, FormulaParser.ParseLines(text).ValueOrThrow());

    [Theory]
    [InlineData("", 0)]
    [InlineData("=", 1)]
    [InlineData("1+", 2)]
    [InlineData("(1", 0)]
    [InlineData("1)", 1)]
    [InlineData("SUM(1", 3)]
    [InlineData("SUM(1 2)", 6)]
    [InlineData("\"abc", 0)]
    [InlineData("#WHAT!", 0)]
    [InlineData("1 2", 2)]
    [InlineData("Table[Column]", 5)]
    [InlineData("A1#", 2)]
    [InlineData("A1 B1", 3)]
    [InlineData("{1,2;3}", 0)]
    [InlineData("{A1}", 0)]
    [InlineData("'Model'A1", 0)]
    [InlineData("1e999", 0)]
    [InlineData("@A1", 0)]
    public void ParseCells_Refuses(string text, int position) => AssertRefused(FormulaParser.ParseCells(text), position);

    [Theory]
    [InlineData("D5", 0)]
    [InlineData("1+Model!D5", 7)]
    [InlineData("revenue.Total", 0)]
    [InlineData("revenue..total", 0)]
    [InlineData("revenue.total[2023Q4]", 13)]
    [InlineData("revenue.total[-4", 13)]
    [InlineData("revenue.total|size", 0)]
    [InlineData("revenue.total@", 0)]
    [InlineData("'Model'!A1", 0)]
    [InlineData("", 0)]
    public void ParseLines_Refuses(string text, int position) => AssertRefused(FormulaParser.ParseLines(text), position);

    [Fact]
    public void Parse_DeepOrLong_IsRefusedNotACrash()
    {
        AssertRefused(FormulaParser.ParseCells(new string('(', 8000)), null);
        AssertRefused(FormulaParser.ParseCells(new string('-', 8000)), null);
        AssertRefused(FormulaParser.ParseCells(new string('1', 9000)), FormulaParser.MaxLength);
    }

    [Fact]
    public void Parse_ThousandsOfTerms_PrintsBack()
    {
        string sum = string.Join('+', Enumerable.Repeat("A1", 2700));
        Assert.Equal(sum, FormulaParser.ParseCells(sum).ValueOrThrow().ToString());
    }

    private static void AssertRefused(FormulaParseResult result, int? position)
    {
        Assert.False(result.Succeeded);
        Assert.NotEmpty(result.Message);
        Assert.Equal(position ?? result.Position, result.Position);
        Assert.Throws<FormatException>(result.ValueOrThrow);
    }
}
