using System.Globalization;
using System.Text.Json;

namespace ModelBuilder.Tests.CommandLine;

public class BacktestTests
{
    private static readonly string[] Fields = ["name", "smape", "mase", "coverage80", "coverage95", "msis80", "ms_per_series"];

    [Fact]
    public void AFileOfSeries_GivesTheJsonOfTheContract()
    {
        using var session = new Session();
        string file = Path.Combine(session.Folder, "series.csv");
        string Row(string name, string type, double step) => $"{name},{type},,20,2,{string.Join(';', Enumerable.Range(1, 20).Select(i => (100 + (step * i) + (i % 3)).ToString(CultureInfo.InvariantCulture)))},{100 + (21 * step)};{100 + (22 * step)}";
        File.WriteAllText(file, $"sn,type,description,n,h,train,test\n{Row("A", "SEA", 2)}\n{Row("B", "LAND", 3)}\n{Row("C", "SEA", 1)}\n");

        var (code, output, error) = Session.Run("backtest", file, "--format", "json");

        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        JsonElement root = json.RootElement;
        Assert.Equal((3, 0), (root.GetProperty("series").GetInt32(), root.GetProperty("skipped").GetInt32()));
        Assert.Equal([("ALL", 3), ("LAND", 1), ("SEA", 2)], root.GetProperty("groups").EnumerateObject().Select(g => (g.Name, g.Value.GetProperty("n").GetInt32())));
        JsonElement[] methods = [.. root.GetProperty("groups").GetProperty("ALL").GetProperty("methods").EnumerateArray()];
        Assert.All(methods, m => Assert.All(Fields, f => Assert.True(m.TryGetProperty(f, out _), f)));
        Assert.Single(methods, m => m.GetProperty("name").GetString() == "selected");
        Assert.Single(methods, m => m.GetProperty("name").GetString() == "theta");
    }

    [Fact]
    public void QuartersTooFewOrNotAboveNothing_AreSkippedCountedAndSaid()
    {
        using var session = new Session();
        string file = Path.Combine(session.Folder, "quarters.csv");
        string Rows(string ticker, int count, double least) => string.Concat(Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{ticker},{2010 + (i / 4)},{(i % 4) + 1},{least + i}\n")));
        File.WriteAllText(file, "ticker,fiscal_year,fiscal_quarter,revenue\n" + Rows("NWF", 24, 10) + Rows("OST", 23, 10) + Rows("WST", 30, -5));

        var (code, output, error) = Session.Run("backtest", file);

        Assert.Equal(0, code);
        Assert.Contains("1 series, 2 skipped", output, StringComparison.Ordinal);
        Assert.Contains("OST", error, StringComparison.Ordinal);
        Assert.Contains("WST", error, StringComparison.Ordinal);
    }

    [Fact]
    public void ACompanysFolder_MeasuresEachDriver()
    {
        using var session = new Session();
        File.WriteAllText(Path.Combine(session.Company, "figures.csv"), "period,metric,value,unit,currency\n" + string.Concat(Enumerable.Range(0, 16).SelectMany(i => new[] { "revenue.passengers", "revenue.freight" }
            .Select(line => FormattableString.Invariant($"{2021 + (i / 4)}Q{(i % 4) + 1},{line},{(70 + (2 * i) + (i % 5)) * 1_000_000},money,EUR\n")))));

        var (code, output, error) = Session.Run("backtest", session.Company, "--format", "json", "--template", Session.Template);

        Assert.True(code is 0 or 1, error);
        using var json = JsonDocument.Parse(output);
        Assert.Contains(json.RootElement.GetProperty("groups").EnumerateObject(), g => g.Name.StartsWith("driver.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no-such-file.csv")]
    [InlineData("empty.csv")]
    [InlineData("northwind")]
    public void NothingToMeasure_IsSaidAndGivesTwo(string name)
    {
        using var session = new Session();
        File.WriteAllText(Path.Combine(session.Folder, "empty.csv"), "");

        var (code, output, error) = Session.Run("backtest", Path.Combine(session.Folder, name), "--template", Session.Template);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("error", error, StringComparison.Ordinal);
    }
}
