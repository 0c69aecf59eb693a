using System.Globalization;
using ModelBuilder.CommandLine;
using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.CommandLine;

/// <summary>A folder of its own with a small company in it, and the program run in it as a user would.</summary>
internal sealed class Session : IDisposable
{
    public const string CompanyYaml = """
        name: Northwind Ferries plc
        ticker: NWF
        currency: EUR
        units: millions
        fiscal_year_end: December 31
        segments:
          - key: passengers
            label: Passengers
            aliases: [passenger services]
          - key: freight
            label: Freight
        """;

    public const string Notes = """
        Notes on the fourth quarter 2024 earnings call of Northwind Ferries

        CFO: Total revenue was EUR 160.0 million in the fourth quarter of 2024, up 6.7% year-over-year.
        Revenue from passengers was EUR 100.0 million and revenue from freight was EUR 60.0 million.
        """;

    public Session()
    {
        Folder = Directory.CreateTempSubdirectory("modelbuilder-test-").FullName;
        Company = Path.Combine(Folder, "northwind");
        Documents = Path.Combine(Company, "documents");
        Output = Path.Combine(Folder, "output");
        Directory.CreateDirectory(Documents);
        File.WriteAllText(Path.Combine(Company, "company.yaml"), CompanyYaml);
        File.WriteAllText(Path.Combine(Documents, "2024Q4-notes.txt"), Notes);
    }

    public string Folder { get; }

    public string Company { get; }

    public string Documents { get; }

    public string Output { get; }

    public string Workbook => Path.Combine(Output, "northwind.xlsx");

    public static string Template => Path.Combine(Machine.Repository, "templates", "quarterly");

    public (int Code, string Out, string Error) Build(params string[] more) => Run(["build", Company, "--output", Output, .. more.Contains("--template") ? more : [.. more, "--template", Template]]);

    public static (int Code, string Out, string Error) Run(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var terminal = new Terminal(output, error, outputIsTerminal: false, errorIsTerminal: false);
        int code = Program.Run(terminal, args);
        terminal.Flush();
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
