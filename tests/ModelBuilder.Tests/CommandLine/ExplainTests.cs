namespace ModelBuilder.Tests.CommandLine;

public sealed class ExplainTests : IDisposable
{
    private readonly Session session = new();

    [Fact]
    public void Figure_IsExplainedWithItsSentencesAndIdentities()
    {
        var (code, output, _) = Explain("revenue.freight", "2024Q4");

        Assert.Equal(0, code);
        Assert.Contains("60.0 m EUR", output, StringComparison.Ordinal);
        Assert.Contains("2024Q4-notes.txt:4", output, StringComparison.Ordinal);
        Assert.Contains("revenue from freight was EUR 60.0 million", output, StringComparison.Ordinal);
        Assert.Contains("160 against 100 + 60 = 160", output, StringComparison.Ordinal);
    }

    [Fact]
    public void FigureThatIsNotKnown_SaysSo()
    {
        var (code, output, error) = Explain("revenue.freight", "2019Q4");

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("nothing is stated of revenue.freight in 2019Q4", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Revenue", "2024Q4")]
    [InlineData("revenue.total", "Q4 2024")]
    public void LineOrPeriodThatIsNone_SaysHowToAsk(string line, string period)
    {
        var (code, _, error) = Explain(line, period);

        Assert.Equal(2, code);
        Assert.Contains("--explain revenue.total 2023Q4", error, StringComparison.Ordinal);
    }

    public void Dispose() => session.Dispose();

    private (int Code, string Out, string Error) Explain(string line, string period) =>
        Session.Run("reconcile", session.Company, "--template", Session.Template, "--explain", line, period);
}
