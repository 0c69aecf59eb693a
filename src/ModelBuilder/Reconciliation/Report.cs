using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Puts the outcome into figures, contradictions and findings, in words.</summary>
internal sealed class Report(Company company, LineBook lines, Numbers numbers, RelationBook book, RelationWords words, Recasts recasts, Confidence confidence, Known?[] known)
{
    private const string Remedy = "rule in company.yaml (decisions) or on the sheet Contradictions";
    private const string BoundedCode = "bounded";
    private const int MostExamined = 24;
    private const decimal OfMeant = 0.005m;
    private const int MostSentences = 8;
    private readonly List<Finding> findings = [];
    private LossWords lossWords = new(numbers, lines, book, known, [], []);

    public Reconciled Write(IReadOnlyList<Loss> losses, IReadOnlyDictionary<FigureId, List<Cluster>> foreign, Verdict verdict, IReadOnlyDictionary<FigureId, (int Stated, int Weighed)> crowds, IReadOnlyList<Mention> reported, IReadOnlyList<Mention> unlike)
    {
        List<Figure> figures = [.. Enumerable.Range(0, known.Length).Where(f => known[f] is not null).Select(Figure)];
        HashSet<FigureId> have = [.. figures.Select(f => f.Id)];
        var exchange = new Exchange(company, numbers, findings);
        exchange.Compare(foreign.OrderBy(f => f.Key), Own, lines);
        lossWords = new LossWords(numbers, lines, book, known, losses, Exchange.Rates(foreign.OrderBy(f => f.Key), Own));
        ILookup<FigureId, Loss> byFigure = losses.ToLookup(l => l.Statement.Id);
        figures.AddRange(exchange.Alone(foreign.OrderBy(f => f.Key), id => have.Contains(lines.Outward(id)) || byFigure.Contains(id), lines));
        foreach (Mention mention in unlike)
        {
            findings.Add(About(mention.Id!.Value, Severity.Info, "unit", $"{numbers.Of(mention.Amount)} counts something else than what is stated of {mention.Line} otherwise; it is not used.", mention.Amount.Value, mention));
        }

        List<Contradiction> contradictions = [.. byFigure.OrderBy(g => g.Key).Select(g => Explain(g.Key, [.. g]))];
        foreach (Figure figure in figures.Where(f => f.Status == FigureStatus.Derived))
        {
            findings.Add(About(figure.Id, Severity.Info, FindingCode.Derived, $"{numbers.Of(figure.Amount)} follows: {figure.Derivation}", figure.Amount.Value));
        }

        Unmet(verdict);
        foreach ((FigureId id, decimal value, string message) in new Plausibility(book, numbers, known).Find().Where(p => !findings.Exists(f => f.Code == "identity" && f.Line == p.Id.Line && f.Period == p.Id.Period)))
        {
            findings.Add(About(lines.Outward(id), Severity.Warning, "identity", message, value));
        }

        Bounded(verdict, crowds);
        foreach (Mention mention in reported.Where(m => m.Period is null))
        {
            findings.Add(new Finding(Severity.Info, FindingCode.UnknownPeriod, $"{numbers.Of(mention.Amount)} is said of {mention.Line}, but not for which period; it is not used.")
            {
                Line = mention.Line, Measure = mention.Measure, Value = mention.Amount.Value, Document = mention.Provenance.Document, DocumentLine = mention.Provenance.Line,
            });
        }

        return new Reconciled([.. figures.OrderBy(f => f.Id)], contradictions, [.. findings.Distinct().OrderBy(f => f, FindingOrder.Instance)]);
    }

    private Known? Own(FigureId id) => book.Index.Find(id) is >= 0 and var f ? known[f] : null;

    private Figure Figure(int number)
    {
        FigureId id = lines.Outward(book.Index[number]);
        Known k = known[number]!;
        Amount amount = k.Mentions.Count > 0 && k.Mentions[0].Amount is var said && (said.Value == k.Value || k.Derivation is null)
            ? said.Value == k.Value ? said : new Amount(k.Value, k.Interval.Width / 2, said.Unit, said.Currency)
            : lines.AmountOf(book.Index[number], k.Value, k.Interval.Width / 2);
        return k.Derivation is null
            ? Figures.Figure.Reported(id, amount, k.Interval, k.Mentions)
            : Figures.Figure.Derived(id, amount, k.Interval, k.Derivation, [.. k.Operands.Select(o => lines.Outward(book.Index[o]))], k.Mentions);
    }

    private Contradiction Explain(FigureId id, IReadOnlyList<Loss> lost)
    {
        int number = book.Index.Find(id);
        Known? used = number < 0 ? null : known[number];
        bool decided = lost.All(l => l.Kind != LossKind.Undecided);
        string use = used is not null ? $"{words.Show(used, id)} is used{(used.Derivation is { } d && used.Mentions.Count == 0 ? $" ({d})" : "")}." : decided ? "It is not used." : "Nothing decides between them: no figure is used.";
        (Sureness sureness, string because) = confidence.Of(id, lost);
        var candidates = new List<Candidate>();
        var sentences = new List<string>();
        if (used is { Mentions.Count: > 0 })
        {
            candidates.Add(new Candidate(Figure(number).Amount, used.Mentions, true, $"said in {Places(used.Mentions)}", []));
        }

        foreach (Loss loss in lost.OrderBy(l => l.Statement.Mentions[0], MentionOrder.Instance))
        {
            string[] breaks = number < 0 || candidates.Count > MostExamined ? [] : [.. Breaks(number, loss.Statement)];
            bool another = lossWords.OfAnother(loss, breaks, used, lost);
            string reason = another ? lossWords.Another(loss, breaks.Length > 0, used, lost) : lossWords.Reason(loss, breaks, used, lost);
            candidates.Add(new Candidate(loss.Statement.Amount, loss.Statement.Mentions, false, reason, breaks));
            sentences.Add(reason);
            (Severity severity, string code) = loss.Kind switch
            {
                _ when another => (used is null || !confidence.IsBorneOut(id, lost) ? Severity.Warning : Severity.Info, "scope"),
                LossKind.Restated => (Severity.Info, FindingCode.Restated),
                LossKind.Definition => (Severity.Info, "definition"),
                LossKind.Range => (Severity.Info, "range"),
                LossKind.Undecided => (Severity.Error, FindingCode.Undecided),
                _ => (Severity.Warning, FindingCode.Contradiction),
            };
            foreach (Mention mention in (loss.Statement.Own.Count > 0 ? loss.Statement.Own : loss.Statement.Mentions).DistinctBy(m => (m.Provenance.Document, m.Provenance.Line, m.Amount.Value)))
            {
                findings.Add(About(lines.Outward(id), severity, code, $"{reason} {use}", mention.Amount.Value, mention) with { Remedy = Remedy });
            }
        }

        string more = sentences.Count > MostSentences ? $" {sentences.Count - MostSentences} more numbers are stated." : "";
        return new Contradiction(lines.Outward(id), candidates, $"{string.Join(" ", sentences.Take(MostSentences))}{more} {use}", decided) { Sureness = sureness, SureBecause = because };
    }

    private IEnumerable<string> Breaks(int number, Cluster statement) => book.Of(number)
        .Select(r => book.Relations[r])
        .Select(r => (Relation: r, Text: words.Break(r, number, new Known(statement.Interval, statement.Value, statement.Mentions), known)))
        .Where(b => b.Text is not null)
        .OrderBy(b => b.Relation.Members.Count(m => m != number && known[m]!.Mentions.Count == 0))
        .ThenBy(b => b.Relation.Kind)
        .ThenBy(b => b.Relation.Members.Length)
        .Select(b => b.Text!)
        .Distinct(StringComparer.Ordinal)
        .Take(4);

    // Where an identity fails and nothing tells which of its figures is wrong.
    private void Unmet(Verdict verdict)
    {
        foreach (Relation relation in verdict.Suspended.Select(r => book.Relations[r]))
        {
            int first = relation.Members[0];
            if (known[first] is { } result && words.Break(relation, first, result, known) is { } text)
            {
                bool recast = recasts.Suspected(relation);
                string note = recast ? "the base was probably recast since" : Meant(relation) ?? (relation.Kind == RelationKind.Sum ? "a part may be missing" : "nothing tells which of them is wrong");
                findings.Add(About(lines.Outward(book.Index[first]), relation.Kind == RelationKind.Sum || recast ? Severity.Info : Severity.Warning, "identity", $"{text}; {note}.", result.Value));
            }
        }
    }

    // Of the figures of a broken identity, the one that a slip of a digit would mend; null where none or more than one.
    private string? Meant(Relation relation)
    {
        var slips = new List<string>();
        for (int slot = 0; slot < relation.Members.Length; slot++)
        {
            if (known[relation.Members[slot]] is { Mentions: [var said, ..] } figure && Within(relation, slot) is { } meant && Slips.Cause(figure.Shown, meant, said.Amount.Precision, asExact: true) is { } cause)
            {
                slips.Add($"{book.Index[relation.Members[slot]].Line} of {numbers.Of(meant.Middle, said.Amount.Precision, said.Amount.Unit)} would fit: {cause}");
            }
        }

        return slips.Count == 1 ? slips[0] : null;
    }

    // What the others allow a figure, from their numbers as stated and from their intervals.
    private Interval? Within(Relation relation, int slot) => relation.Solve(slot, [.. relation.Members.Select(m => (Interval?)known[m]!.Interval)]) is { } range
        && relation.Solve(slot, [.. relation.Members.Select(m => (Interval?)Interval.Of(known[m]!.Shown))]) is { } point ? Interval.Around(point.Middle, Math.Min(range.Width / 2, OfMeant * Math.Abs(point.Middle))) : null;

    // Where not everything was tried, the decisions may not be the best there are.
    private void Bounded(Verdict verdict, IReadOnlyDictionary<FigureId, (int Stated, int Weighed)> crowds)
    {
        foreach ((FigureId id, (int stated, int weighed)) in crowds)
        {
            findings.Add(About(lines.Outward(id), Severity.Warning, BoundedCode, $"{stated} different numbers are stated; only the {weighed} that sources and identities bear out most were weighed against each other.", stated) with { Value = null, Remedy = Remedy });
        }

        if (verdict.Bounded.Count > 0)
        {
            string some = string.Join(", ", verdict.Bounded.Take(3).Select(id => lines.Outward(id).ToString()));
            findings.Add(new Finding(Severity.Warning, BoundedCode, $"So many numbers contradict each other that not every way out was tried: {verdict.Bounded.Count} figures were decided by the cheapest way found ({some}{(verdict.Bounded.Count > 3 ? " and others" : "")}).") { Remedy = "look for a document that was badly read, or rule in company.yaml (decisions)" });
        }
    }

    internal static Finding About(FigureId id, Severity severity, string code, string message, decimal value, Mention? mention = null) => new(severity, code, message)
    {
        Line = id.Line, Measure = id.Measure, Period = id.Period, Value = value, Document = mention?.Provenance.Document, DocumentLine = mention?.Provenance.Line,
    };

    internal static string Places(IReadOnlyList<Mention> mentions)
    {
        string[] places = [.. mentions.Select(m => m.Provenance.Place).Distinct(StringComparer.Ordinal)];
        return places.Length <= 3 ? string.Join(", ", places) : $"{string.Join(", ", places.Take(3))} and {places.Length - 3} more";
    }
}
