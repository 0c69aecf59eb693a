using System.Globalization;
using ModelBuilder.Figures;

namespace ModelBuilder.Documents;

/// <summary>
/// Reads <c>company.yaml</c>. All that is wrong in it is said at once, each with its line and remedy (code
/// <see cref="FindingCode.Input"/>); with an error there is no company, because nothing can be built on half a description.
/// </summary>
public static class CompanyFile
{
    private static readonly string[] Keys =
    [
        "name", "ticker", "aliases", "currency", "units", "fiscal_year_end", "fiscal_year_named", "first_column", "forecast_quarters",
        "segments", "former_segments", "cost_lines", "expense_lines", "adjustments", "other_lines", "other_companies", "decisions",
    ];

    /// <summary>Reads the text of a company file.</summary>
    /// <param name="name">The file's name, for findings.</param>
    /// <param name="text">Its content.</param>
    /// <returns>The company, or null where a finding is an error; and all findings in the order of the file.</returns>
    public static (Company? Company, IReadOnlyList<Finding> Findings) Read(string name, string text)
    {
        var findings = new InputFindings(name);
        Company? company = YamlTree.Parse(text, findings) is { } root ? Read(new YamlSection(root, Keys, findings), findings) : null;
        return (findings.HasErrors ? null : company, findings.All);
    }

    private static Company Read(YamlSection file, InputFindings findings)
    {
        var lines = new CompanyLineReader(findings);
        string? currency = file.Required("currency", "USD");
        if (currency is not null && !Currencies.IsCode(currency))
        {
            findings.Error(file.LineOf("currency"), $"'{currency}' is not an ISO 4217 currency code{Currencies.Suggestion(currency)}", "write three letters such as USD, EUR or CNY");
        }

        var company = new Company
        {
            Name = file.Required("name", "Example Holdings Limited") ?? "",
            Ticker = file.Optional("ticker") ?? "",
            Aliases = [.. file.Texts("aliases").Select(a => a.Text)],
            Currency = currency ?? "",
            UnitsShown = file.Read("units", file.Optional("units"), Units, "ones, thousands, millions or billions") ?? 1_000_000,
            Calendar = Calendar(file, findings),
            FirstColumn = file.Read("first_column", file.Optional("first_column"), Quarter, "a quarter such as 2021Q1"),
            ForecastQuarters = file.Read("forecast_quarters", file.Optional("forecast_quarters"), Count, "a whole number from 1 to 40") ?? 5,
            Segments = lines.Read(file, "segments", "revenue"),
            FormerSegments = lines.Read(file, "former_segments", "revenue"),
            CostLines = lines.Read(file, "cost_lines", "cost"),
            ExpenseLines = lines.Read(file, "expense_lines"),
            Adjustments = lines.Read(file, "adjustments"),
            OtherLines = lines.Read(file, "other_lines"),
            OtherCompanies = [.. file.Texts("other_companies").Select(c => c.Text)],
            Rulings = RulingReader.Read(file, findings),
        };
        CheckNames(file, company, findings);
        return company;
    }

    private static FiscalCalendar Calendar(YamlSection file, InputFindings findings)
    {
        YearNaming? naming = file.Read("fiscal_year_named", file.Optional("fiscal_year_named"), Naming, "by ending year, or by starting year");
        if (file.Required("fiscal_year_end", "December 31") is not { } text)
        {
            return FiscalCalendar.CalendarYear;
        }

        FiscalCalendar? calendar = FiscalYearEndText.Parse(text, naming ?? YearNaming.EndingYear);
        if (calendar is null)
        {
            findings.Error(file.LineOf("fiscal_year_end"), $"'{text}' does not say at which end of a month fiscal years end", $"write {FiscalYearEndText.Forms}");
        }
        else if (calendar.YearEndMonth != 12 && !file.Has("fiscal_year_named"))
        {
            findings.Error(file.LineOf("fiscal_year_end"), "fiscal years do not end in December, and nothing says whether the starting or the ending year names them",
                "add 'fiscal_year_named: by ending year', or 'by starting year' where fiscal 2020 ends in 2021");
        }

        return calendar ?? FiscalCalendar.CalendarYear;
    }

    private static void CheckNames(YamlSection file, Company company, InputFindings findings)
    {
        foreach (YamlText other in file.Texts("other_companies").Where(o =>
            company.Aliases.Append(company.Name).Contains(o.Text, StringComparer.OrdinalIgnoreCase)))
        {
            findings.Error(other.Line, $"'{other.Text}' is given as the company's own name and as another company's", "remove it from aliases or from other_companies");
        }
    }

    private static int? Units(string text) => text switch
    {
        "ones" => 1,
        "thousands" => 1_000,
        "millions" => 1_000_000,
        "billions" => 1_000_000_000,
        _ => null,
    };

    private static YearNaming? Naming(string text) => text switch
    {
        "by ending year" => YearNaming.EndingYear,
        "by starting year" => YearNaming.StartingYear,
        _ => null,
    };

    private static FiscalPeriod? Quarter(string text) =>
        FiscalPeriod.TryParse(text, out FiscalPeriod period) && period.Kind == PeriodKind.Quarter ? period : null;

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= 40 ? count : null;
}
