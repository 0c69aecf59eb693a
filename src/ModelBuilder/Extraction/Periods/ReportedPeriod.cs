using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>The period that a document reports.</summary>
/// <param name="Period">The period, or null where it is not known.</param>
/// <param name="Doubt">What is doubtful in it, or null.</param>
internal sealed record ReportedPeriod(FiscalPeriod? Period, Finding? Doubt)
{
    private const string Remedy = "say the period in the file's name, such as 2023Q4-call.txt";

    /// <summary>The text says which period it reports, and the file's name another.</summary>
    public static Finding Misnamed(Document document, FiscalPeriod named, FiscalPeriod said) =>
        New(document, $"the file's name says {named}, but its text says that it reports {said}, which is taken", "give the file the name of the period that it reports");

    /// <summary>The file's name is taken, though the text speaks of periods as one on another would.</summary>
    public static Finding Doubted(Document document, FiscalPeriod named, FiscalPeriod likely) =>
        New(document, $"the file's name says {named}, which is taken, but its text speaks as one that reports {likely}", "give the file the name of the period that it reports");

    /// <summary>No statement, only the better of two readings.</summary>
    public static Finding Likely(Document document, FiscalPeriod likely, FiscalPeriod rival) =>
        New(document, $"the document does not say which period it reports; it speaks most like one that reports {likely}, which is taken, and nearly as much like one that reports {rival}", Remedy);

    /// <summary>Nothing, or too little, tells.</summary>
    public static Finding Unknown(Document document, PeriodEvidence evidence) =>
        New(document, "the document does not tell which period it reports" + (evidence.Quarter is { } quarter ? $", only that it is the {"first|second|third|fourth".Split('|')[quarter - 1]} quarter of a year" : "") + "; figures without a period of their own have none", Remedy);

    private static Finding New(Document document, string message, string remedy) => new(Severity.Warning, FindingCode.UnknownPeriod, message) { Document = document.Name, Remedy = remedy };
}
