using ModelBuilder.Tests.Support;

namespace ModelBuilder.Tests.Workbooks.Regeneration.Bench;

/// <summary>An invented company: eleven quarters, guidance for the twelfth, a contested figure; and the twelfth, which ends a year, so that the axis grows.</summary>
internal static class BenchCompany
{
    private static readonly string Here = Path.Combine(Machine.Repository, "tests", "ModelBuilder.Tests", "Workbooks", "Regeneration", "Bench");

    /// <summary>Puts the company's folder into another and gives its path.</summary>
    public static string In(string folder)
    {
        string to = Path.Combine(folder, "harbour-lines");
        foreach (string file in Directory.GetFiles(Path.Combine(Here, "harbour-lines"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(Path.Combine(Here, "harbour-lines"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return to;
    }

    /// <summary>The next quarter's figures arrive.</summary>
    /// <param name="company">The company's folder.</param>
    /// <param name="tours">True where the company reports a part of its freight as a segment from now on, the first of all: then nearly every row moves.</param>
    public static void NextQuarter(string company, bool tours = false)
    {
        string figures = File.ReadAllText(Path.Combine(Here, "next-quarter.csv"));
        if (tours)
        {
            string yaml = Path.Combine(company, "company.yaml");
            File.WriteAllText(yaml, File.ReadAllText(yaml).Replace("segments:\n", "segments:\n  - key: tours\n    label: Tours\n", StringComparison.Ordinal));
            figures = figures.Replace("revenue.freight,,level,78500000", "revenue.freight,,level,74500000", StringComparison.Ordinal) + "2025Q4,revenue.tours,,level,4000000,money,EUR,reported,Results of 2025Q4,press release,\n";
        }

        File.AppendAllText(Path.Combine(company, "figures.csv"), figures);
    }
}
