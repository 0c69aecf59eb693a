using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.CommandLine;

/// <summary><c>extract PATH... [--company DIR] [--format table|jsonl|csv]</c>: what documents state.</summary>
internal static class ExtractCommand
{
    public static ExitCode Run(Terminal terminal, IReadOnlyList<string> paths, string? companyFolder, string format)
    {
        var findings = new List<Finding>();
        Company? company = null;
        if (companyFolder is not null && (company = CompanyFolder.ReadCompany(companyFolder, findings)) is null)
        {
            FindingList.Print(terminal.Aside, findings, Severity.Info);
            return ExitCode.NothingDone;
        }

        var mentions = new List<Mention>();
        int read = 0;
        foreach (string path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                findings.Add(new Finding(Severity.Error, FindingCode.Unreadable, $"there is no file or folder '{path}'") { Document = path, Remedy = "check the path" });
                continue;
            }

            string root = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
            IReadOnlyList<string> files = DocumentFiles.Under(path);
            (IReadOnlyList<Document> documents, IReadOnlyList<Finding> unreadable) = DocumentFiles.Read(files, root);
            findings.AddRange(unreadable);
            read += documents.Count;
            foreach (Extracted extracted in documents.AsParallel().AsOrdered().Select(d => Extractor.Extract(d, company)))
            {
                mentions.AddRange(extracted.Mentions);
                findings.AddRange(extracted.Findings);
            }

            if (files.Count == 0)
            {
                findings.Add(new Finding(Severity.Error, FindingCode.Unreadable, $"the folder '{path}' is empty") { Document = path, Remedy = "put documents (.txt, .md) there" });
            }
        }

        if (read > 0)
        {
            Print(terminal, format, mentions);
        }

        FindingList.Print(terminal.Aside, findings, Severity.Info);
        return read == 0 ? ExitCode.NothingDone : ExitCodes.Of(findings);
    }

    private static void Print(Terminal terminal, string format, IReadOnlyList<Mention> mentions)
    {
        switch (format)
        {
            case "jsonl":
                ExtractReport.WriteJsonLines(mentions, terminal.Output);
                break;
            case "csv":
                ExtractReport.WriteCsv(mentions, terminal.Output);
                break;
            default:
                MentionTable.Print(terminal.Result, mentions);
                break;
        }
    }
}
