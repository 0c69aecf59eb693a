using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>Gathers what is wrong in one file that the user keeps; every finding names the file, the line and what to do.</summary>
internal sealed class InputFindings(string document)
{
    private readonly List<Finding> findings = [];

    /// <summary>The file's name.</summary>
    public string Document { get; } = document;

    /// <summary>All findings, in the order of the file.</summary>
    public IReadOnlyList<Finding> All => [.. findings.OrderBy(f => f.DocumentLine ?? 0)];

    /// <summary>True where at least one of them keeps the file from being used.</summary>
    public bool HasErrors => findings.Exists(f => f.Severity == Severity.Error);

    public void Error(int line, string message, string remedy) => Add(Severity.Error, line, message, remedy);

    public void Warning(int line, string message, string remedy) => Add(Severity.Warning, line, message, remedy);

    public void Info(int line, string message, string remedy) => Add(Severity.Info, line, message, remedy);

    private void Add(Severity severity, int line, string message, string remedy) =>
        findings.Add(new Finding(severity, FindingCode.Input, message) { Document = Document, DocumentLine = line, Remedy = remedy });
}
