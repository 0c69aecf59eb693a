using System.Text;
using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;
using ModelBuilder.Workbooks;

namespace ModelBuilder.CommandLine;

/// <summary><c>new COMPANY_DIR [--from PATH...]</c>: a company's folder to start from, its lines proposed from documents.</summary>
internal static class NewCommand
{
    public static ExitCode Run(Terminal terminal, string path, IReadOnlyList<string> from)
    {
        var findings = new List<Finding>();
        ExitCode code = Run(terminal, path, from, findings);
        FindingList.Print(terminal.Aside, findings, Severity.Info);
        return code;
    }

    private static ExitCode Run(Terminal terminal, string path, IReadOnlyList<string> from, List<Finding> findings)
    {
        string file = Path.Combine(path, "company.yaml");
        if (File.Exists(file) || Directory.Exists(file))
        {
            findings.Add(Wrong(file, $"there is a '{file}' already; it is never overwritten", "edit it, or name another folder"));
            return ExitCode.NothingDone;
        }

        if (File.Exists(path))
        {
            findings.Add(Wrong(path, $"'{path}' is a file", "name a folder; it is made where there is none"));
            return ExitCode.NothingDone;
        }

        (List<string> sources, List<Document> documents) = Documents(from, findings);
        if (from.Count > 0 && documents.Count == 0)
        {
            findings.Add(Wrong(path, "none of the documents can be read, so nothing is proposed and nothing was written", "check the paths given with --from"));
            return ExitCode.NothingDone;
        }

        string name = Title(path);
        Proposal proposal = from.Count > 0 ? Discoverer.Propose(documents, name) : Empty(name);
        findings.AddRange(proposal.Findings);
        byte[] text = Encoding.UTF8.GetBytes(CompanyFileWriter.Write(proposal.Company, proposal.Reasons));
        if (!Copy(sources, Path.Combine(path, "documents"), findings) || SafeFile.Replace(file, text) is { } failed && Add(findings, failed))
        {
            return ExitCode.NothingDone;
        }

        Company company = proposal.Company;
        terminal.Output.WriteLine(file);
        terminal.Say(FormattableString.Invariant(
            $"{company.Name}: {company.Segments.Count} segments, {company.CostLines.Count} cost lines, {company.ExpenseLines.Count} expense lines, {company.Adjustments.Count} adjustments, {company.OtherLines.Count} other lines. Check them, then: modelbuilder build {path}"));
        return ExitCodes.Of(findings);
    }

    private static (List<string> Sources, List<Document> Documents) Documents(IReadOnlyList<string> from, List<Finding> findings)
    {
        List<string> sources = [];
        List<Document> documents = [];
        foreach (string path in from)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                findings.Add(new Finding(Severity.Error, FindingCode.Unreadable, $"there is no file or folder '{path}'") { Document = path, Remedy = "check the path" });
                continue;
            }

            string root = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
            foreach (string file in DocumentFiles.Under(path).Where(f => !sources.Contains(Path.GetFullPath(f))))
            {
                (IReadOnlyList<Document> read, IReadOnlyList<Finding> unreadable) = DocumentFiles.Read([file], root);
                findings.AddRange(unreadable);
                documents.AddRange(read);
                if (read.Count > 0)
                {
                    sources.Add(Path.GetFullPath(file));
                }
            }
        }

        return (sources, documents);
    }

    /// <summary>Copies documents; one whose name is taken by another text gets the next free name.</summary>
    private static bool Copy(IReadOnlyList<string> sources, string folder, List<Finding> findings)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (string source in sources)
            {
                string target = Path.Combine(folder, Path.GetFileName(source));
                byte[] bytes = File.ReadAllBytes(source);
                for (int number = 2; File.Exists(target) && !File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes); number++)
                {
                    target = Path.Combine(folder, FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(source)}-{number}{Path.GetExtension(source)}"));
                }

                if (!File.Exists(target))
                {
                    File.Copy(source, target, overwrite: false);
                }

                if (Path.GetFileName(target) != Path.GetFileName(source))
                {
                    findings.Add(new Finding(Severity.Warning, FindingCode.Input, $"another document is called '{Path.GetFileName(source)}' already; this one is kept as '{Path.GetFileName(target)}'") { Document = source });
                }
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(Wrong(folder, $"the documents cannot be copied: {e.Message}", "make the folder writable, or name another"));
            return false;
        }
    }

    private static Proposal Empty(string name) => new(
        new Company { Name = name, Ticker = "", Currency = "USD", UnitsShown = 1_000_000 },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [""] = "Describe the company here and put its documents into documents/. companies/README.md explains the keys.\n'modelbuilder new OTHER_DIR --from PATH...' proposes all this from documents.",
            ["currency"] = "UNKNOWN: USD only holds the place",
            ["fiscal_year_end"] = "UNKNOWN: December is only the usual month",
            ["segments"] = "- key: public_cloud, label: Public cloud, aliases: [cloud services]; it becomes the line revenue.public_cloud",
        },
        [new Finding(Severity.Warning, FindingCode.Input, "currency and fiscal year end only hold the place: no documents were given") { Document = "company.yaml", Remedy = "correct them in company.yaml" }]);

    /// <summary>"kingfisher-boats" is Kingfisher Boats.</summary>
    private static string Title(string path)
    {
        string folder = Path.GetFileName(Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar));
        string[] words = folder.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries);
        string title = string.Join(' ', words.Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        return title.Length > 0 ? title : "Company";
    }

    private static bool Add(List<Finding> findings, Finding finding)
    {
        findings.Add(finding);
        return true;
    }

    private static Finding Wrong(string place, string message, string remedy) =>
        new(Severity.Error, FindingCode.Input, message) { Document = place, Remedy = remedy };
}
