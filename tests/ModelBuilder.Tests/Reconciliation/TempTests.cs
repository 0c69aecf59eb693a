using ModelBuilder.Documents;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Reconciliation;
using ModelBuilder.Tests.Support;
using System.Globalization;
namespace ModelBuilder.Tests.Reconciliation;
public class TempTests
{
    [Fact]
    public void Typed()
    {
        string folder = Path.Combine(Machine.Repository, "companies", "kingsoft-cloud");
        Company company = CompanyFile.Read("company.yaml", File.ReadAllText(Path.Combine(folder, "company.yaml"))).Company!;
        string lines = File.ReadAllText(Path.Combine(Machine.Repository, "templates", "quarterly", "lines.yaml"));
        IReadOnlyList<Identity> identities = CompanyLines.Read("lines.yaml", lines, company).Lines!.Identities;
        var typed = FiguresFile.Read("figures.csv", File.ReadAllText(Path.Combine(folder, "figures.csv")), company);
        using StreamWriter file = File.CreateText("/tmp/typed.json");
        ReconcileJson.Write(file, company, Reconciler.Reconcile(company, identities, typed.Mentions), typed.Findings);
        using StreamWriter file2 = File.CreateText("/tmp/both.json");
        ReconcileJson.Write(file2, company, Reconciler.Reconcile(company, identities, [..typed.Mentions, .. GoldTests.Mentions(Path.Combine(Machine.Shared!, "gold", "kingsoft-cloud.csv"))]), typed.Findings);
        foreach (string csv in Directory.GetFiles(Path.Combine(Machine.Shared!, "gold", "calls")))
        {
            var mentions = new List<Mention>();
            foreach (string row in File.ReadLines(csv).Skip(1))
            {
                string[] c = row.Split(',');
                Unit unit = c[6] switch { "ratio" => Unit.Ratio, "points" => Unit.Points, "count" => Unit.Count, var u when u.Contains('/', StringComparison.Ordinal) => Unit.PerShare, _ => Unit.Money };
                if (!FiscalPeriod.TryParse(c[1], out FiscalPeriod period)) { continue; }
                decimal v = decimal.Parse(c[5], CultureInfo.InvariantCulture);
                int dec = c[5].Contains('.', StringComparison.Ordinal) ? c[5].Length - c[5].IndexOf('.', StringComparison.Ordinal) - 1 : 0;
                int z = dec == 0 && v != 0 ? c[5].Length - c[5].TrimEnd('0').Length : 0;
                decimal half = 0.5m * (decimal)Math.Pow(10, dec > 0 ? -Math.Max(unit is Unit.Ratio or Unit.Points ? 2 : 0, dec) : z);
                mentions.Add(new Mention(LineKey.Parse(c[3].Length > 0 ? $"{c[2]}@{c[3]}" : c[2]), Measure.Parse(c[4] == "share" ? "" : c[4]), period, new Amount(v, half, unit, unit is Unit.Money or Unit.PerShare ? c[6][..3] : null),
                    new Provenance(Path.GetFileName(csv), SourceKind.Transcript, int.Parse(c[0], CultureInfo.InvariantCulture), 0, 1, row)));
            }
            var other = new Company { Name = "X", Ticker = "", Currency = "USD" };
            using StreamWriter f = File.CreateText("/tmp/call-" + Path.GetFileNameWithoutExtension(csv) + ".json");
            ReconcileJson.Write(f, other, Reconciler.Reconcile(other, CompanyLines.Read("lines.yaml", lines, other).Lines!.Identities, mentions), []);
        }
    }
}
