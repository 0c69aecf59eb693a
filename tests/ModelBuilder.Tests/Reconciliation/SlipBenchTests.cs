using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;
using Xunit.Abstractions;

namespace ModelBuilder.Tests.Reconciliation;

/// <summary>
/// An invented company tells eight quarters well, once each figure; then each figure in turn is told with each kind of slip.
/// Measured: is it caught (a contradiction or a broken identity is reported), is the truth used nevertheless, and is the slip
/// named. The first and the last quarter have fewer identities around them, so that not everything can be decided.
/// </summary>
public class SlipBenchTests(ITestOutputHelper output)
{
    private static readonly string[] Equations = ["revenue.total = revenue.a + revenue.b", "gross_profit = revenue.total - cost.total", "gross_margin = gross_profit / revenue.total", "operating_income = gross_profit - opex"];
    private static readonly string[] Money = ["revenue.a", "revenue.b", "revenue.total", "cost.total", "gross_profit", "opex", "operating_income"];
    private static readonly (double Caught, double Mended, double Named) WellTold = (1, 1, 0.95);
    private static readonly (double Caught, double Mended, double Named) ThinlyTold = (1, 0.85, 0.95);
    private static readonly List<(string Id, decimal Value)> Truth = Company();

    // As companies do tell: growth on a year ago of some lines only, no quarter on quarter, no margin.
    private static readonly List<(string Id, decimal Value)> Thin = [.. Truth.Where(t => !t.Id.Contains("qoq", StringComparison.Ordinal) && !t.Id.StartsWith("gross_margin", StringComparison.Ordinal) && !t.Id.StartsWith("cost.total|", StringComparison.Ordinal) && !t.Id.StartsWith("opex|", StringComparison.Ordinal))];

    [Theory]
    [InlineData("a digit changed", "digit")]
    [InlineData("two digits swapped", "digit")]
    [InlineData("a digit dropped", "digit|scale")]
    [InlineData("ten times", "scale")]
    [InlineData("billions for millions", "billions for millions|scale")]
    [InlineData("thousands for millions", "thousands for millions|scale")]
    [InlineData("the sign", "sign")]
    [InlineData("a year early", "mis-dated")]
    [InlineData("a quarter early", "mis-dated")]
    [InlineData("a digit of a growth rate", "digit")]
    [InlineData("percent for points", "points, not percent")]
    [InlineData("points for percent", "percent, not points")]
    [InlineData("renminbi for dollars", "USD")]
    [InlineData("dollars for renminbi", "currency")]
    public void Of_a_company_well_told_slips_are_caught_mended_and_named(string kind, string named) => Measured(kind, named, Truth, WellTold);

    [Theory]
    [InlineData("a digit changed", "digit")]
    [InlineData("two digits swapped", "digit")]
    [InlineData("a digit dropped", "digit|scale")]
    [InlineData("ten times", "scale")]
    [InlineData("billions for millions", "billions for millions|scale")]
    [InlineData("thousands for millions", "thousands for millions|scale")]
    [InlineData("the sign", "sign")]
    [InlineData("a year early", "mis-dated")]
    [InlineData("a quarter early", "mis-dated")]
    [InlineData("a digit of a growth rate", "digit")]
    [InlineData("points for percent", "percent, not points")]
    [InlineData("renminbi for dollars", "USD")]
    [InlineData("dollars for renminbi", "currency")]
    public void Of_a_company_thinly_told_most_slips_are(string kind, string named) => Measured(kind, named, Thin, ThinlyTold);

    private void Measured(string kind, string named, List<(string Id, decimal Value)> truth, (double Caught, double Mended, double Named) floor)
    {
        int all = 0, caught = 0, mended = 0, right = 0;
        foreach ((string id, decimal value) in truth)
        {
            if (Mutated(kind, id, value) is not { } slip)
            {
                continue;
            }

            Told told = new Told().Holds(Equations);
            foreach ((string other, decimal number) in truth.Where(t => t.Id != id))
            {
                told.Say(other, Text(other, number));
            }

            told.Say("cash[2022Q4]", "2,100.0").Say("cash[2022Q4]", "300.0", "USD");
            told.Say(slip.Id, slip.Text, slip.Currency);
            Reconciled found = told.Reconcile();
            FigureId meant = Told.Id(id);
            Finding[] findings = [.. found.Findings.Where(f => f.Code is FindingCode.Contradiction or FindingCode.Undecided or "identity" or "scope" or "currency" or "unit")];
            Figure? used = found.Figures.SingleOrDefault(f => f.Id == meant);
            decimal tolerance = Math.Max(Math.Abs(value) < 10 ? 0.0015m : 0, Math.Abs(value) * 0.003m);
            bool isCaught = findings.Any(f => f.Line is not null && f.Line.Value.Name != "cash"), isMended = meant.Measure != Measure.Level ? used is null || Math.Abs(used.Amount.Value - value) <= tolerance : used is not null && Math.Abs(used.Amount.Value - (value * (Math.Abs(value) < 10 ? 1 : 1_000_000))) <= tolerance * (Math.Abs(value) < 10 ? 1 : 1_000_000);
            bool isNamed = findings.Any(f => f.Line == Told.Id(slip.Id).Line && named.Split('|').Any(n => f.Message.Contains(n, StringComparison.Ordinal)));
            (all, caught, mended, right) = (all + 1, caught + (isCaught ? 1 : 0), mended + (isMended ? 1 : 0), right + (isNamed ? 1 : 0));
            if (!isCaught || !isMended || !isNamed)
            {
                output.WriteLine($"{(isCaught ? "" : "not caught ")}{(isMended ? "" : $"not mended ({used?.Amount.Value}) ")}{(isNamed ? "" : "not named ")}{id} {Text(id, value)} told as {slip.Id} {slip.Text}: {string.Join(" | ", findings.Where(f => f.Line?.Name != "cash").Select(f => $"{f.Code} {f.Line} {f.Measure} {f.Period}: {f.Message}"))}");
            }
        }

        string rates = FormattableString.Invariant($"{kind}: {all} slips, caught {caught / (double)all:P1}, truth used {mended / (double)all:P1}, named {right / (double)all:P1}");
        output.WriteLine(rates);
        Assert.True(all >= 5 && caught >= floor.Caught * all && mended >= floor.Mended * all && right >= floor.Named * all, rates);
    }

    private static (string Id, string Text, string Currency)? Mutated(string kind, string id, decimal value)
    {
        string text = Text(id, value);
        bool level = !id.Contains('|', StringComparison.Ordinal), ratio = text.EndsWith('%');
        string digits = text.TrimEnd('%').TrimStart('-');
        string sign = text.StartsWith('-') ? "-" : "";
        FiscalPeriod period = Told.Id(id).Period;
        string Number(decimal number) => FormattableString.Invariant($"{number:0.0###}");
        (string, string, string)? As(string changed) => (id, sign + changed + (ratio ? "%" : ""), "CNY");
        switch (kind)
        {
            case "a digit changed" when level && !ratio:
            case "a digit of a growth rate" when !level && ratio && digits.Length >= 4:
                return As((char)(digits[0] is >= '6' ? digits[0] - 3 : digits[0] + 3) + digits[1..]);
            case "two digits swapped" when level && !ratio && Math.Abs(digits[0] - digits[1]) > 1 && digits[1] != '0':
                return As($"{digits[1]}{digits[0]}{digits[2..]}");
            case "a digit dropped" when level && !ratio:
                return As(digits.Remove(1, 1));
            case "ten times" when level && !ratio:
                return As(Number(Math.Abs(value) * 10));
            case "billions for millions" when level && !ratio:
                return As(Number(Math.Abs(value) * 1000));
            case "thousands for millions" when level && !ratio:
                return As(FormattableString.Invariant($"{Math.Abs(value) / 1000:0.0000}"));
            case "the sign" when level && !ratio:
                return (id, sign.Length > 0 ? digits : "-" + text, "CNY");
            case "a year early" when level && !ratio && period.Year > 2021:
                return (id.Replace(period.ToString(), period.YearAgo.ToString(), StringComparison.Ordinal), text, "CNY");
            case "a quarter early" when level && !ratio && period != FiscalPeriod.Quarter(2021, 1):
                return (id.Replace(period.ToString(), period.AddQuarters(-1).ToString(), StringComparison.Ordinal), text, "CNY");
            case "percent for points" when id.Contains("gross_margin|change", StringComparison.Ordinal):
                return (id.Replace("change", "growth", StringComparison.Ordinal), text.Replace("pt", "%", StringComparison.Ordinal), "CNY");
            case "points for percent" when !level && ratio:
                return (id.Replace("growth", "change", StringComparison.Ordinal), text.Replace("%", "pt", StringComparison.Ordinal), "CNY");
            case "renminbi for dollars" when level && !ratio:
                return (id, Number(value / 7), "CNY");
            case "dollars for renminbi" when level && !ratio:
                return (id, text, "USD");
            default:
                return null;
        }
    }

    private static string Text(string id, decimal value) => id.Contains("change", StringComparison.Ordinal) ? FormattableString.Invariant($"{value * 100:0.0}pt")
        : id.Contains("growth", StringComparison.Ordinal) || id.Contains("margin", StringComparison.Ordinal) ? FormattableString.Invariant($"{value * 100:0.0}%") : FormattableString.Invariant($"{value:0.0}");

    private static List<(string Id, decimal Value)> Company()
    {
        var random = new Random(11);
        var levels = new Dictionary<(string Line, int Quarter), decimal>();
        var truth = new List<(string, decimal)>();
        for (int q = 0; q < 8; q++)
        {
            FiscalPeriod period = FiscalPeriod.FromQuarterIndex((2021 * 4) + q);
            decimal a = random.Next(9_000, 14_000) / 10m, b = random.Next(4_000, 8_000) / 10m, cost = random.Next(8_000, 11_000) / 10m, opex = random.Next(1_000, 3_000) / 10m;
            decimal[] values = [a, b, a + b, cost, a + b - cost, opex, a + b - cost - opex];
            foreach ((string line, decimal value) in Money.Zip(values).Append(("gross_margin", (a + b - cost) / (a + b))))
            {
                levels[(line, q)] = value;
                truth.Add(($"{line}[{period}]", value));
                foreach ((string measure, int lag) in new[] { ("yoy", 4), ("qoq", 1) })
                {
                    if (levels.TryGetValue((line, q - lag), out decimal before) && (before > 0 && value > 0))
                    {
                        truth.Add(line == "gross_margin" ? ($"{line}|change.{measure}[{period}]", value - before) : ($"{line}|growth.{measure}[{period}]", (value / before) - 1));
                    }
                }
            }
        }

        return truth;
    }
}
