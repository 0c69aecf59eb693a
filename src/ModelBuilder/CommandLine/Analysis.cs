using ModelBuilder.Figures;
using ModelBuilder.Modelling;
using ModelBuilder.Projection;
using ModelBuilder.Reconciliation;
using ModelBuilder.Workbooks;

namespace ModelBuilder.CommandLine;

/// <summary>A company's data on its one way: mentions, figures, model, projection, and what a workbook is made of.</summary>
internal static class Analysis
{
    /// <summary>Reads a template's lines.yaml for a company; null with a finding where it cannot be read.</summary>
    public static CompanyLines? Lines(string template, Company company, List<Finding> findings)
    {
        string file = Path.Combine(template, "lines.yaml");
        if (DocumentFiles.Text(file, file, findings) is not { } text)
        {
            return null;
        }

        (CompanyLines? lines, IReadOnlyList<Finding> wrong) = CompanyLines.Read(file, text, company);
        findings.AddRange(wrong);
        return lines;
    }

    /// <summary>Reads a template's workbook; null with a finding where it cannot be read.</summary>
    public static (string Name, byte[] Bytes)? Template(string template, List<Finding> findings)
    {
        string file = Path.Combine(template, "template.xlsx");
        return DocumentFiles.Bytes(file, file, findings) is { } bytes ? (file, bytes) : null;
    }

    public static Reconciled Reconcile(CompanyFolder folder, CompanyLines lines) => Reconciler.Reconcile(folder.Company, lines.Identities, folder.Mentions);

    /// <summary>What the workbook is made of, or null with a finding where there is no quarter to build on.</summary>
    public static WorkbookInput? Workbook(CompanyFolder folder, CompanyLines lines, Reconciled reconciled, List<Finding> findings)
    {
        Dictionary<FigureId, Figure> figures = reconciled.Figures.ToDictionary(f => f.Id);
        LedgerEntry[] ledger = [.. reconciled.Contradictions.Select(c => Entry(c, figures))];
        var contested = ledger.Where(e => e.Decided && e.Candidates.Count > 1).Select(e => e.Id).ToHashSet();
        (Model? model, IReadOnlyList<Finding> found) = ModelAssembler.Assemble(lines, reconciled.Figures, contested);
        findings.AddRange(found);
        if (model is null)
        {
            return null;
        }

        var settings = new ProjectionSettings();
        IReadOnlyDictionary<LineKey, DriverProjection> projections = ModelProjection.Of(model, settings);
        findings.AddRange(model.Drivers.SelectMany(d => projections[d.Key].Findings));

        return new WorkbookInput(model) { Ledger = ledger, Mentions = folder.Mentions, Findings = findings, Projections = projections, Settings = settings };
    }

    /// <summary>The ledger's entry; where a derived number is used instead of any that was stated, it comes first as a candidate of its own.</summary>
    private static LedgerEntry Entry(Contradiction contradiction, IReadOnlyDictionary<FigureId, Figure> figures)
    {
        IEnumerable<LedgerCandidate> stated = contradiction.Candidates.Select(c => new LedgerCandidate(c.Amount.Value, c.Amount.Currency, c.Mentions, c.Chosen, c.Reason));
        return new LedgerEntry(contradiction.Id, contradiction.Decision, contradiction.Decided,
            !contradiction.Candidates.Any(c => c.Chosen) && figures.TryGetValue(contradiction.Id, out Figure? used)
                ? [new LedgerCandidate(used.Amount.Value, used.Amount.Currency, [], true, used.Derivation ?? "it follows from other figures"), .. stated]
                : [.. stated]);
    }
}
