using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Reconciliation;

namespace ModelBuilder.Tests.Reconciliation;

/// <summary>What an invented company and its press have told, in millions.</summary>
internal sealed class Told
{
    private readonly List<Mention> mentions = [];
    private readonly List<Identity> identities = [];
    private int line;

    public Company Company { get; set; } = new()
    {
        Name = "Larkfield Hosting Limited",
        Ticker = "LKF",
        Currency = "CNY",
        Adjustments = [new CompanyLine(LineKey.Parse("listing_expense"), "Listing expense", []), new CompanyLine(LineKey.Parse("disposal_loss"), "Disposal loss", [])],
    };

    public IReadOnlyList<Mention> Mentions => mentions;

    public IReadOnlyList<Identity> Identities => identities;

    public string Document { get; set; } = "call.txt";

    public SourceKind Source { get; set; } = SourceKind.Transcript;

    /// <summary>Says a number: "1,722.5" or "15.2%" or "3.1pt"; its last digit gives its precision. "~" before it for about.</summary>
    public Told Say(string id, string number, string currency = "CNY", params string[] doubts)
    {
        FigureId figure = Id(id);
        bool about = number.StartsWith('~');
        string digits = number.TrimStart('~').Replace(",", "", StringComparison.Ordinal);
        (Unit unit, decimal scale) = digits switch
        {
            [.., '%'] => (Unit.Ratio, 0.01m),
            [.., 'p', 't'] => (Unit.Points, 0.01m),
            [.., 'b', 'n'] => (Unit.Money, 1_000_000_000m),
            _ => (Unit.Money, 1_000_000m),
        };
        digits = digits.TrimEnd('%', 'p', 't', 'b', 'n');
        decimal value = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        int decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        decimal half = 0.5m * scale / (decimal)Math.Pow(10, decimals);
        var amount = new Amount(value * scale, half, unit, unit == Unit.Money ? currency : null, about);
        mentions.Add(new Mention(figure.Line, figure.Measure, figure.Period, amount, new Provenance(Document, Source, ++line, 0, digits.Length, $"they said {number}")) { Doubts = doubts });
        return this;
    }

    public Told In(string document, SourceKind source = SourceKind.Transcript)
    {
        Document = document;
        Source = source;
        return this;
    }

    /// <summary>"a = b + c", "a = b / c", "a = b - c".</summary>
    public Told Holds(params string[] equations)
    {
        foreach (string equation in equations)
        {
            string[] words = equation.Split(' ');
            Expression right = Level(words[2]);
            for (int i = 3; i < words.Length; i += 2)
            {
                right = new Binary(words[i] switch { "+" => BinaryOperator.Add, "-" => BinaryOperator.Subtract, "*" => BinaryOperator.Multiply, _ => BinaryOperator.Divide }, right, Level(words[i + 1]));
            }

            identities.Add(new Identity(equation, LineKey.Parse(words[0]), right));
        }

        return this;
    }

    public Reconciled Reconcile() => Reconciler.Reconcile(Company, identities, mentions);

    /// <summary>"revenue.total[2023Q4]" or "revenue.total|growth.yoy[2023Q4]".</summary>
    public static FigureId Id(string text)
    {
        string[] parts = text.TrimEnd(']').Split('[');
        string[] name = parts[0].Split('|');
        return new FigureId(LineKey.Parse(name[0]), Measure.Parse(name.Length > 1 ? name[1] : "level"), FiscalPeriod.Parse(parts[1]));
    }

    private static LineReference Level(string key) => new(LineKey.Parse(key));
}

internal static class ReconciledAssertions
{
    public static Figure Figure(this Reconciled reconciled, string id) => reconciled.Figures.Single(f => f.Id == Told.Id(id));

    public static decimal Millions(this Reconciled reconciled, string id) => reconciled.Figure(id).Amount.Value / 1_000_000m;

    public static bool Has(this Reconciled reconciled, string id) => reconciled.Figures.Any(f => f.Id == Told.Id(id));

    public static Finding Lost(this Reconciled reconciled, string id, decimal value) =>
        reconciled.Findings.First(f => f.Code == FindingCode.Contradiction && f.Line == Told.Id(id).Line && f.Period == Told.Id(id).Period && f.Value == value);

    public static IEnumerable<Finding> Contradicting(this Reconciled reconciled) => reconciled.Findings.Where(f => f.Code is FindingCode.Contradiction or FindingCode.Undecided);
}
