using ModelBuilder.Figures;
using NodaTime;

namespace ModelBuilder.Reconciliation;

/// <summary>
/// What the documents are: which period each reports on (the one that most of its figures are about) and how much its word
/// counts. Transcripts of the same call are one event heard twice, less than two documents.
/// </summary>
internal sealed class SourceBook
{
    private const double Fewest = 0.25;
    private readonly Dictionary<string, LocalDate> reportsOn = new(StringComparer.Ordinal);

    public SourceBook(Company company, IReadOnlyList<Mention> mentions)
    {
        foreach (IGrouping<string, Mention> document in mentions.Where(m => m.Period is not null && !m.Measure.IsGuidance).GroupBy(m => m.Provenance.Document, StringComparer.Ordinal))
        {
            // Filings and releases look back a long way and never ahead; people may name a wrong year, but not most of the time.
            var ends = document.GroupBy(m => company.Calendar.EndOf(m.Period!.Value)).ToList();
            var most = document.All(m => m.Provenance.Source <= SourceKind.Release)
                ? ends.MaxBy(g => g.Key)!
                : ends.OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First();

            // A file of figures typed in from many periods reports on none of them.
            if (most.Count() >= Fewest * document.Count() || document.All(m => m.Provenance.Source <= SourceKind.Release))
            {
                reportsOn[document.Key] = most.Key;
            }
        }
    }

    /// <summary>The last day of the period that a document reports on; null where it reports on many.</summary>
    public LocalDate? ReportsOn(string document) => reportsOn.TryGetValue(document, out LocalDate day) ? day : null;

    /// <summary>How much independent evidence mentions are: 1 is a plain statement in one edited transcript.</summary>
    public decimal Evidence(IEnumerable<Mention> mentions)
    {
        decimal total = 0;
        foreach (var happening in mentions.GroupBy(m => (ReportsOn(m.Provenance.Document)?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? m.Provenance.Document, Spoken(m.Provenance.Source))))
        {
            decimal share = 1;
            foreach (decimal word in happening.GroupBy(m => (m.Provenance.Document, m.Provenance.Source)).Select(Word).OrderDescending())
            {
                total += word * share;
                share *= happening.Key.Item2 ? 0.5m : 1;
            }
        }

        return total;
    }

    /// <summary>How little a source errs, compared with an edited transcript.</summary>
    public static decimal Standing(SourceKind source) => source switch
    {
        SourceKind.Filing => 2.5m,
        SourceKind.Release => 2,
        SourceKind.Transcript => 1,
        SourceKind.MachineTranscript => 0.9m,
        SourceKind.Summary => 0.85m,
        SourceKind.Article => 0.8m,
        _ => 0.7m,
    };

    /// <summary>True for documents of the company itself, which alone can restate its figures.</summary>
    public static bool OfCompany(SourceKind source) => source <= SourceKind.MachineTranscript;

    /// <summary>True for cells of tables and facts in filings and releases: numbers that nobody misheard.</summary>
    public static bool Structured(IReadOnlyList<Mention> mentions) => mentions.Count > 0 && mentions.All(m => m.Provenance.Path is not null && m.Provenance.Source <= SourceKind.Release);

    private static bool Spoken(SourceKind source) => source is SourceKind.Transcript or SourceKind.MachineTranscript or SourceKind.Summary;

    // Said again in the same document is hardly more evidence: the same person, the same notes.
    private static decimal Word(IEnumerable<Mention> sameDocument)
    {
        Mention[] all = [.. sameDocument];
        decimal best = all.Max(m => Standing(m.Provenance.Source) * (decimal)Math.Pow(0.8, Math.Min(m.Doubts.Count, 4)));
        return best * (1 + (0.1m * Math.Min(all.Length - 1, 3)));
    }
}
