using System.Diagnostics;
using System.Globalization;
using ModelBuilder.Documents;
using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Reconciliation;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Reconciliation;

/// <summary>
/// What the five documents state, wrong statements included, as the gold file lists it: reconciled, and scored by the judge
/// that scores the whole route. Here nothing of extraction can fail.
/// </summary>
public class GoldTests
{
    private static readonly Dictionary<string, SourceKind> Kinds = new(StringComparer.Ordinal)
    {
        ["000"] = SourceKind.Transcript, ["001"] = SourceKind.MachineTranscript, ["002"] = SourceKind.Transcript, ["003"] = SourceKind.Article, ["004"] = SourceKind.Article,
    };

    [SkippableFact]
    public void What_the_gold_file_lists_is_decided_as_it_says()
    {
        string shared = Machine.NeedShared();
        Skip.IfNot(File.Exists("/usr/bin/python3"), "needs python3");
        string folder = Path.Combine(Machine.Repository, "companies", "kingsoft-cloud");
        Company company = CompanyFile.Read("company.yaml", File.ReadAllText(Path.Combine(folder, "company.yaml"))).Company!;
        IReadOnlyList<Identity> identities = CompanyLines.Read("lines.yaml", File.ReadAllText(Path.Combine(Machine.Repository, "templates", "quarterly", "lines.yaml")), company).Lines!.Identities;

        Reconciled found = Reconciler.Reconcile(company, identities, Mentions(Path.Combine(shared, "gold", "kingsoft-cloud.csv")));
        (string report, _) = Scored(shared, company, found, []);

        // The two numbers of other companies are for extraction to refuse.
        Assert.Contains("caught 15/17, silent 2/17, used 0/17  false alarms 0  figures stated twice 0", report, StringComparison.Ordinal);
        Assert.StartsWith("right 139/139", report, StringComparison.Ordinal);
    }

    internal static (string Report, int Exit) Scored(string shared, Company company, Reconciled found, IReadOnlyList<Finding> others)
    {
        string path = Path.GetTempFileName();
        try
        {
            using (StreamWriter file = File.CreateText(path))
            {
                ReconcileJson.Write(file, company, found, others);
            }

            if (Environment.GetEnvironmentVariable("KEEP_RECONCILED") is { Length: > 0 } keep)
            {
                File.Copy(path, keep, overwrite: true);
            }

            using Process judge = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(shared, "acceptance", "score_seeds.py"), path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            string report = judge.StandardOutput.ReadToEnd();
            judge.WaitForExit();
            return (report, judge.ExitCode);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static List<Mention> Mentions(string gold)
    {
        var mentions = new List<Mention>();
        string[] rows = File.ReadAllLines(gold);
        for (int i = 1; i < rows.Length; i++)
        {
            string[] cells = rows[i].Split(',', 7);
            if (cells[6].Contains("nother company's", StringComparison.Ordinal) || cells[6].StartsWith("derived", StringComparison.Ordinal))
            {
                continue;
            }

            string[] metric = cells[2].Split('|');
            (Unit unit, decimal scale) = cells[4] switch { "points" => (Unit.Points, 1m), "ratio" => (Unit.Ratio, 1m), _ => (Unit.Money, 1_000_000m) };
            decimal value = decimal.Parse(cells[3], CultureInfo.InvariantCulture);
            int decimals = cells[3].Contains('.', StringComparison.Ordinal) ? cells[3].Length - cells[3].IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            int zeros = decimals == 0 && value != 0 && unit == Unit.Money ? cells[3].Length - cells[3].TrimEnd('0').Length : 0;
            decimal half = 0.5m * (decimal)Math.Pow(10, unit == Unit.Money ? zeros - decimals : -Math.Max(2, decimals)) * scale;
            // The two transcripts of one call say the same but for what the gold file lists of the second.
            foreach (string document in cells[0] == "002" && cells[5] == "right" ? new[] { "002", "001" } : [cells[0]])
            {
                mentions.Add(new Mention(LineKey.Parse(metric[0]), Measure.Parse(metric.Length > 1 ? metric[1] : ""), FiscalPeriod.Parse(cells[1]),
                    new Amount(value * scale, half, unit, unit == Unit.Money ? "CNY" : null), new Provenance(document + ".txt", Kinds[document], i + 1, 0, 1, rows[i])));
            }
        }

        return mentions;
    }
}
