using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.CommandLine;

/// <summary>What a company's folder holds, read.</summary>
/// <param name="Slug">The folder's name, which names the workbook.</param>
/// <param name="Company">The company.</param>
/// <param name="Documents">How many documents were read.</param>
/// <param name="Mentions">What the documents and figures.csv state.</param>
internal sealed record CompanyFolder(string Slug, Company Company, int Documents, IReadOnlyList<Mention> Mentions)
{
    /// <summary>Reads a company's folder; null where nothing can be done, with findings that say why.</summary>
    public static CompanyFolder? Read(string path, List<Finding> findings)
    {
        if (!Directory.Exists(path))
        {
            findings.Add(Wrong(path, $"there is no folder '{path}'", "name the folder that holds the company's company.yaml"));
            return null;
        }

        if (ReadCompany(path, findings) is not { } company)
        {
            return null;
        }

        string folder = Path.Combine(path, "documents");
        (IReadOnlyList<Document> documents, IReadOnlyList<Finding> unreadable) =
            Directory.Exists(folder) ? DocumentFiles.Read(DocumentFiles.Under(folder), folder) : ([], []);
        findings.AddRange(unreadable);
        var mentions = new List<Mention>();

        // One after the other: it takes milliseconds, and companies are what is built side by side. Both at once would starve the thread pool.
        foreach (Extracted extracted in documents.Select(d => Extractor.Extract(d, company)))
        {
            mentions.AddRange(extracted.Mentions);
            findings.AddRange(extracted.Findings);
        }

        string figures = Path.Combine(path, "figures.csv");
        bool typed = File.Exists(figures);
        if (typed && DocumentFiles.Text(figures, "figures.csv", findings) is { } text)
        {
            (IReadOnlyList<Mention> rows, IReadOnlyList<Finding> wrong) = FiguresFile.Read("figures.csv", text, company);
            mentions.AddRange(rows);
            findings.AddRange(wrong);
        }

        if (documents.Count == 0 && !typed)
        {
            findings.Add(Wrong(folder, $"'{folder}' holds no document that can be read, and there is no figures.csv", "put transcripts or notes (.txt, .md) there, or type figures into figures.csv"));
            return null;
        }

        return new CompanyFolder(SlugOf(path), company, documents.Count, mentions);
    }

    /// <summary>The name of a company's folder, and so of its workbook.</summary>
    public static string SlugOf(string path) => Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>Reads the company.yaml of a folder; null with findings where it cannot be.</summary>
    public static Company? ReadCompany(string path, List<Finding> findings)
    {
        string file = Path.Combine(path, "company.yaml");
        if (!File.Exists(file))
        {
            findings.Add(Wrong(file, $"there is no '{file}'", "see companies/README.md for what a company.yaml holds"));
            return null;
        }

        if (DocumentFiles.Text(file, file, findings) is not { } text)
        {
            return null;
        }

        (Company? company, IReadOnlyList<Finding> wrong) = CompanyFile.Read(file, text);
        findings.AddRange(wrong);
        return company;
    }

    private static Finding Wrong(string place, string message, string remedy) =>
        new(Severity.Error, FindingCode.Input, message) { Document = place, Remedy = remedy };
}
