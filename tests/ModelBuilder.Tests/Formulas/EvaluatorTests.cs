using ModelBuilder.Figures;
using ModelBuilder.Formulas;

namespace ModelBuilder.Tests.Formulas;

public class EvaluatorTests
{
    private const string OfficesY = "{142000;144000;151000;150000;139000;169000;126000;142900;163000;169000;149000}";

    private const string OfficesX =
        "{2310,2,2,20;2333,2,2,12;2356,3,1.5,33;2379,3,2,43;2402,2,3,53;2425,4,2,23;2448,2,1.5,99;2471,2,2,34;2494,3,3,23;2517,4,4,55;2540,2,3,22}";

    private static readonly IFormulaContext Nothing = new NoContext();

    /// <summary>Examples on the functions' own pages of Microsoft's Excel reference (support.microsoft.com), to the digits given there.</summary>
    [Theory]
    [InlineData("SLOPE({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})", 0.305556, 1e-6)]
    [InlineData("INTERCEPT({2,3,9,1,8},{6,5,11,7,5})", 0.0483871, 1e-7)]
    [InlineData("RSQ({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})", 0.05795, 1e-5)]
    [InlineData("STEYX({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})", 3.305719, 1e-6)]
    [InlineData("FORECAST(30,{6,7,9,15,21},{20,28,31,38,40})", 10.607253, 1e-6)]
    [InlineData("CORREL({3,2,4,5,6},{9,7,12,15,17})", 0.997054, 1e-6)]
    [InlineData("COVAR({3,2,4,5,6},{9,7,12,15,17})", 5.2, 1e-12)]
    [InlineData("DEVSQ(4,5,8,7,11,4,3)", 48, 0)]
    [InlineData("STDEV(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)", 27.46391572, 1e-8)]
    [InlineData("VAR.S(1345,1301,1368,1322,1310,1370,1318,1350,1303,1299)", 754.27, 0.005)]
    [InlineData("MEDIAN(1,2,3,4,5,6)", 3.5, 0)]
    [InlineData("PERCENTILE({1,3,2,4},0.3)", 1.9, 1e-12)]
    [InlineData("QUARTILE({1,2,4,7,8,9,10,12},1)", 3.5, 0)]
    [InlineData("LARGE({3,4;5,2;3,4;5,6;4,7},7)", 4, 0)]
    [InlineData("RANK(7,{7;3.5;3.5;1;2},1)", 5, 0)]
    [InlineData("INDEX(LINEST({1,9,5,7},{0,4,2,3},,FALSE),1)", 2, 1e-12)]
    [InlineData("INDEX(LINEST({1,9,5,7},{0,4,2,3},,FALSE),2)", 1, 1e-12)]
    [InlineData("T.INV.2T(0.546449,60)", 0.606533, 1e-6)]
    [InlineData("TDIST(1.959999998,60,2)", 0.054644930, 1e-8)]
    [InlineData("NORMSINV(0.908789)", 1.33333467, 1e-8)]
    [InlineData("NORMSDIST(1.333333)", 0.908788726, 1e-9)]
    [InlineData("ROUND(2.15,1)", 2.2, 0)]
    [InlineData("ROUND(-1.475,2)", -1.48, 0)]
    [InlineData("ROUND(626.3,-3)", 1000, 0)]
    [InlineData("ROUND(-50.55,-2)", -100, 0)]
    [InlineData("ROUNDUP(3.14159,3)", 3.142, 0)]
    [InlineData("LOG(86,2.7182818)", 4.4543473, 1e-7)]
    [InlineData("SEARCH(\"e\",\"Statements\",6)", 7, 0)]
    [InlineData("FIND(\"M\",\"Miriam McGovern\",3)", 8, 0)]
    [InlineData("DATE(2008,1,-15)-DATE(2007,12,16)", 0, 0)]
    [InlineData("VALUE(\"$1,000\")", 1000, 0)]
    public void Evaluate_DocumentedNumbers(string formula, double expected, double tolerance) => Assert.Equal(expected, Evaluate(formula).Number, tolerance);

    /// <summary>Example 3 of LINEST's page: assessed values of office buildings.</summary>
    [Theory]
    [InlineData(1, 1, -234.2371645)]
    [InlineData(1, 2, 2553.21066)]
    [InlineData(1, 3, 12529.76817)]
    [InlineData(1, 4, 27.64138737)]
    [InlineData(1, 5, 52317.83051)]
    [InlineData(2, 1, 13.26801148)]
    [InlineData(2, 2, 530.6691519)]
    [InlineData(2, 3, 400.0668382)]
    [InlineData(2, 4, 5.429374042)]
    [InlineData(2, 5, 12237.3616)]
    [InlineData(3, 1, 0.996747993)]
    [InlineData(3, 2, 970.5784629)]
    [InlineData(4, 1, 459.7536742)]
    [InlineData(4, 2, 6)]
    [InlineData(5, 1, 1732393319)]
    [InlineData(5, 2, 5652135.316)]
    public void Evaluate_LinestOfOffices(int row, int column, double expected) =>
        Assert.Equal(1, Evaluate(FormattableString.Invariant($"INDEX(LINEST({OfficesY},{OfficesX},TRUE,TRUE),{row},{column})")).Number / expected, 5e-9);

    [Theory]
    [InlineData("SUBSTITUTE(\"Quarter 1, 2011\",\"1\",\"2\",3)", "Quarter 1, 2012")]
    [InlineData("MID(\"Fluid Flow\",7,20)", "Flow")]
    [InlineData("TEXT(1234.567,\"$#,##0.00\")", "$1,234.57")]
    [InlineData("TEXT(0.285,\"0.0%\")", "28.5%")]
    [InlineData("TEXT(1234,\"0000000\")", "0001234")]
    [InlineData("TRIM(\" First Quarter Earnings \")", "First Quarter Earnings")]
    public void Evaluate_DocumentedTexts(string formula, string expected) => Assert.Equal(expected, Evaluate(formula));

    [Theory]
    [InlineData("OFFSET(A1,1,1)", "the function OFFSET")]
    [InlineData("INDIRECT(\"A1\")", "the function INDIRECT")]
    [InlineData("NOW()", "the function NOW")]
    [InlineData("RAND()*2", "the function RAND")]
    [InlineData("IFERROR(WIBBLE(1),0)", "the function WIBBLE")]
    [InlineData("IF(TODAY()>0,1,2)", "the function TODAY")]
    [InlineData("SUM(1,XIRR(1,2))", "the function XIRR")]
    [InlineData("TEXT(45000,\"d mmm yyyy\")", "TEXT with the format d mmm yyyy")]
    [InlineData("ROUND(1)", "ROUND with 1 arguments")]
    public void Evaluate_WhatIsNotComputed_SaysWhat(string formula, string reason)
    {
        FormulaValue value = Evaluate(formula);
        Assert.Equal((ValueKind.Unsupported, reason), (value.Kind, value.Text));
    }

    [Fact]
    public void Evaluate_ABranchNotTaken_MayBeUnsupported() => Assert.Equal(1, Evaluate("IF(TRUE,1,NOW())"));

    [Fact]
    public void Evaluate_Lines_AnswersFromTheContext()
    {
        var context = new LineFormulaContext(
            line => (line.Key.ToString(), line.Lag) switch
            {
                ("revenue.total", 0) => 110,
                ("revenue.total", -4) => 100,
                _ => FormulaValue.Unsupported($"{line} is not known"),
            },
            family => family.Family == "revenue" ? [60, 50] : []);
        Assert.Equal(0.1, Evaluator.Evaluate(Lines("revenue.total / revenue.total[-4] - 1"), context).Number, 1e-12);
        Assert.Equal(110, Evaluator.Evaluate(Lines("SUM(revenue.*)"), context));
        Assert.Equal(0, Evaluator.Evaluate(Lines("SUM(cost.*)"), context));
        Assert.Equal("cost.total[-1] is not known", Evaluator.Evaluate(Lines("IFERROR(revenue.total - cost.total[-1], 0)"), context).Text);
    }

    /// <summary>A line that depends exactly on others: one coefficient is zero and its place counts as a degree of freedom, as in Excel.</summary>
    [Fact]
    public void Evaluate_Linest_Collinear_DropsAVariable()
    {
        const string fit = "LINEST({3;5;7.5;9},{1,2;2,4;3,6;4,8},TRUE,TRUE)";
        Assert.Equal(0, Evaluate($"INDEX({fit},1,1)"));
        Assert.Equal(2.05, Evaluate($"INDEX({fit},1,2)").Number, 1e-9);
        Assert.Equal(2, Evaluate($"INDEX({fit},4,2)"));
    }

    private static Expression Lines(string text) => FormulaParser.ParseLines(text).ValueOrThrow();

    private static FormulaValue Evaluate(string formula) => Evaluator.Evaluate(FormulaParser.ParseCells(formula).ValueOrThrow(), Nothing);

    private sealed class NoContext : IFormulaContext;
}
