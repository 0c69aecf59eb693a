using ModelBuilder.Figures;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>Every number that was read with what became of it, and every figure that follows from others.</summary>
internal sealed class FactTable
{
    private readonly WorkbookInput input;
    private readonly Dictionary<MentionPlace, string> lost = [];
    private readonly ILookup<MentionPlace, Finding> findings;

    private FactTable(WorkbookInput input)
    {
        this.input = input;
        foreach (LedgerEntry entry in input.Ledger)
        {
            foreach (LedgerCandidate candidate in entry.Candidates.Where(c => !c.Chosen))
            {
                foreach (Mention mention in candidate.Mentions)
                {
                    lost.TryAdd(MentionPlace.Of(mention), candidate.Reason);
                }
            }
        }

        findings = input.Findings.Where(f => f is { Line: not null, Document: not null }).ToLookup(MentionPlace.Of);
    }

    /// <summary>All rows; first those whose lines the model has, in its order, then the others by name; the used one of a figure first.</summary>
    public static IReadOnlyList<Fact> Of(WorkbookInput input)
    {
        var order = input.Model.Lines.Select(l => l.Key).Distinct().Index().ToDictionary(l => l.Item, l => l.Index);
        return [.. new FactTable(input).Rows()
            .OrderBy(f => order.GetValueOrDefault(f.Line, int.MaxValue)).ThenBy(f => f.Line).ThenBy(f => f.Measure)
            .ThenBy(f => f.Period is null).ThenBy(f => f.Period).ThenByDescending(f => f.IsFigure)
            .ThenBy(f => f.Document, StringComparer.Ordinal).ThenBy(f => f.DocumentLine).ThenBy(f => f.Value).ThenBy(f => f.Status, StringComparer.Ordinal)];
    }

    private IEnumerable<Fact> Rows()
    {
        var seen = new HashSet<MentionPlace>();
        foreach (Figure figure in input.Model.Figures.Values)
        {
            yield return figure.Status == FigureStatus.Reported ? Reported(figure) : Derived(figure);
            foreach (Mention mention in figure.Mentions.Where((m, i) => seen.Add(MentionPlace.Of(m)) && (i > 0 || figure.Status == FigureStatus.Derived)))
            {
                yield return Fact.Of(mention, Agreement(mention, figure), "");
            }
        }

        foreach (Mention mention in input.Mentions.Where(m => seen.Add(MentionPlace.Of(m))))
        {
            yield return Other(mention);
        }

        foreach (Finding finding in input.Findings.Where(f => f is { Code: FindingCode.Refused, Line: not null, Document: not null } && seen.Add(MentionPlace.Of(f))))
        {
            yield return new Fact(finding.Line!.Value, finding.Measure ?? Measure.Level, finding.Period, finding.Value, UnitOf(finding), FactStatus.Refused)
            {
                Document = finding.Document!,
                DocumentLine = finding.DocumentLine,
                Remark = finding.Message,
            };
        }
    }

    private static Fact Reported(Figure figure) => Fact.Of(figure.Mentions[0], FactStatus.Used, "") with { Value = figure.Amount.Value, IsFigure = true, Period = figure.Id.Period };

    private static Fact Derived(Figure figure) => new(figure.Id.Line, figure.Id.Measure, figure.Id.Period, figure.Amount.Value, figure.Amount.Unit, FactStatus.Derived)
    {
        Currency = figure.Amount.Currency,
        Sentence = figure.Derivation ?? "",
        Remark = figure.Operands.Count > 0 ? "from " + string.Join(", ", figure.Operands) : "",
        IsFigure = true,
    };

    private static string Agreement(Mention mention, Figure figure) => mention.Amount.Value == figure.Amount.Value ? FactStatus.Agrees : FactStatus.Rounding;

    private Fact Other(Mention mention)
    {
        MentionPlace place = MentionPlace.Of(mention);
        Finding? finding = findings[place.OnItsLine].FirstOrDefault(f => f.Code is FindingCode.Contradiction or FindingCode.Refused or FindingCode.Restated);
        return mention switch
        {
            { Kind: MentionKind.Consensus } => Fact.Of(mention, FactStatus.Consensus, ""),
            { Kind: MentionKind.Forecast } => Fact.Of(mention, FactStatus.Broker, ""),
            { Kind: MentionKind.Own } => Fact.Of(mention, FactStatus.Own, ""),
            _ when lost.TryGetValue(place, out string? reason) => Fact.Of(mention, FactStatus.Lost, reason),
            _ when finding is not null => Fact.Of(mention, Status(finding.Code), finding.Message),
            { Period: null } => Fact.Of(mention, FactStatus.NoPeriod, ""),
            _ when mention.Amount.Currency is { } currency && currency != input.Model.Company.Currency => Fact.Of(mention, FactStatus.OtherCurrency, ""),
            _ => Fact.Of(mention, FactStatus.Unused, ""),
        };
    }

    private static string Status(string code) => code switch
    {
        FindingCode.Contradiction => FactStatus.Lost,
        FindingCode.Restated => FactStatus.Restated,
        _ => FactStatus.Refused,
    };

    private Unit UnitOf(Finding finding) => finding.Measure is { } m && m.IsGrowth
        ? Unit.Ratio
        : input.Model.Lines.FirstOrDefault(l => l.Key == finding.Line)?.Unit ?? Unit.Money;
}
