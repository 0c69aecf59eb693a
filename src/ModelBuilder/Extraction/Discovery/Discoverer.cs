using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Extraction;

/// <summary>
/// Proposes a company from documents of a company nobody described: names are read from how things are called, then the
/// documents are read as if all of them were its lines, and what sums to what decides which of them are.
/// </summary>
public static class Discoverer
{
    private const int MostCandidates = 60;

    /// <summary>The company that documents are about, with reasons.</summary>
    /// <param name="documents">Its documents.</param>
    /// <param name="fallbackName">What to call it where no document does.</param>
    public static Proposal Propose(IReadOnlyList<Document> documents, string fallbackName)
    {
        documents = [.. documents.OrderBy(d => d.Name, StringComparer.Ordinal)];
        ProposalNotes notes = new();
        List<Place> places = [.. documents.SelectMany(d => WrappedLines.Join(d).SelectMany(SentenceSplitter.Split).Select(s => new Place(d, s)))];
        IReadOnlyList<Candidate> parts = PartNames.Find(places, []);
        (string name, IReadOnlyList<string> aliases, string ticker, string nameReason, string tickerReason, bool sure) = CompanyNames.Read(places, fallbackName, parts);
        fallbackName = name.Length == 0 && ticker.Length > 0 ? ticker : fallbackName;
        notes.Name(name, fallbackName, nameReason, ticker, tickerReason, sure);

        List<Mention> first = [.. documents.AsParallel().AsOrdered().SelectMany(d => Extractor.Extract(d, null).Mentions)];
        string currency = notes.Currency(first, documents.Count);
        int units = notes.Units(first, currency);
        FiscalCalendar calendar = notes.Calendar(YearEnds.Read(places, Reporting(documents)));

        IReadOnlyList<Candidate> found = NameMerge.Merge(PartNames.Find(places, sure ? [.. aliases, name] : []));
        List<Candidate> candidates = [.. found.OrderByDescending(c => c.Total).ThenBy(c => c.Slug, StringComparer.Ordinal).Take(MostCandidates)];
        Forms.AddInitials(candidates, places);
        Forms.Count(candidates, places);
        List<CostCandidate> costs = [.. CostNames.Find(places).Take(MostCandidates)];
        Company all = new()
        {
            Name = name.Length > 0 ? name : fallbackName,
            Ticker = ticker,
            Aliases = aliases,
            Currency = currency,
            UnitsShown = units,
            Calendar = calendar,
            OtherCompanies = OtherCompanies.Find(places, [.. aliases.Append(name).Where(n => n.Length > 0)], found, ticker),
            Segments = [.. candidates.Select(c => Forms.Line("revenue." + c.Slug, c))],
            CostLines = [.. costs.Where(c => !c.OneOff).Select(Line)],
            Adjustments = [.. costs.Where(c => c.OneOff).Select(Line)],
        };
        List<Mention> mentions = [.. documents.AsParallel().AsOrdered().SelectMany(d => Extractor.Extract(d, all).Mentions)];
        return new Proposal(new LineProposal(all, [.. found.Where(candidates.Contains)], costs, mentions, notes).Company(), notes.Reasons, notes.Findings);
    }

    private static CompanyLine Line(CostCandidate cost) => new(new LineKey("cost." + cost.Slug), cost.Form, [.. cost.Phrases]);

    private static List<(string, FiscalPeriod, FiscalCalendar)> Reporting(IReadOnlyList<Document> documents) => [.. documents
        .Select(d => (d.Name, Dates: StatedDates.Of([.. WrappedLines.Join(d).SelectMany(SentenceSplitter.Split)]), Document: d))
        .Select(d => (d.Name, d.Dates, Period: ReportingPeriod.Of(d.Document, d.Dates, FiscalYearEnd.Infer(d.Dates, null)).Period))
        .Where(d => d.Period is not null).Select(d => (d.Name, d.Period!.Value, FiscalYearEnd.Infer(d.Dates, d.Period)))];
}
