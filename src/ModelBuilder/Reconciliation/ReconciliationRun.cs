using ModelBuilder.Figures;
using ModelBuilder.Modelling;

namespace ModelBuilder.Reconciliation;

/// <summary>One run: what is stated, what is lost, what is known.</summary>
internal sealed class ReconciliationRun
{
    private readonly Company company;
    private readonly IReadOnlyList<Identity> identities;
    private readonly IReadOnlyList<Mention> reported;
    private readonly LineBook lines;
    private readonly SourceBook sources;
    private readonly Numbers numbers;
    private readonly Dictionary<FigureId, List<Cluster>> stated;
    private readonly Dictionary<FigureId, List<Cluster>> foreign;
    private readonly List<Loss> losses = [];
    private readonly HashSet<Cluster> lost = [];
    private readonly List<Mention> unlike = [];

    public ReconciliationRun(Company company, IReadOnlyList<Identity> identities, IReadOnlyList<Mention> reported)
    {
        (this.company, this.identities, this.reported) = (company, identities, reported);
        lines = new LineBook(company, reported);
        sources = new SourceBook(company, reported);
        numbers = new Numbers(company);
        stated = Group(m => m.Amount.Currency is null || m.Amount.Currency == company.Currency);
        foreign = Group(m => m.Amount.Currency is not null && m.Amount.Currency != company.Currency);
    }

    public Reconciled Run()
    {
        HashSet<Cluster> certain = [.. Rule()];
        Lose(Namesakes.Find(stated, numbers));
        var revisions = new Revisions(company, sources, lines, numbers, stated);
        foreach (FigureId id in stated.Keys.Where(id => stated[id].Count > 1).Order().ToList())
        {
            Lose(revisions.Of(id));
        }

        RelationBook book = RelationBook.Write(identities, [.. stated.Keys], lines);
        var crowds = new Crowds(book, stated, sources).Cut().ToDictionary(c => c.Id);
        foreach ((FigureId id, _, IReadOnlyList<Cluster> left) in crowds.Values)
        {
            stated[id] = [.. stated[id].Except(left)];
        }

        Cluster[] statements = [.. stated.OrderBy(s => s.Key).SelectMany(s => s.Value)];
        HashSet<int> sure = [.. Enumerable.Range(0, statements.Length).Where(i => certain.Contains(statements[i]))];
        Verdict verdict = Diagnosis.Decide(book, statements, sources, sure, crowds.Keys.ToHashSet());
        HashSet<Cluster> settled = [];
        foreach (var open in statements.Where(s => verdict.Undecided.Contains(s.Id)).GroupBy(s => s.Id))
        {
            Cluster[] all = [.. open, .. crowds.TryGetValue(open.Key, out var crowd) ? crowd.Left : []];
            Lose(Revisions.OneSentence(all) ?? revisions.LastFiling(all) ?? [.. all.Select(s => new Loss(s, LossKind.Undecided))]);
            settled.UnionWith(all);
        }

        Lose([.. verdict.Lost.Select(s => statements[s]).Where(s => !settled.Contains(s)).Select(s => new Loss(s, LossKind.Contradiction))]);
        Lose([.. crowds.Values.SelectMany(c => c.Left.Where(s => !settled.Contains(s)).Select(s => new Loss(s, LossKind.Contradiction, $"{numbers.Of(s.Amount)} is one of {c.Left.Count + c.Weighed} numbers stated here, and others are better borne out.")))]);
        Lose(Implausible(new ConflictFinder(book, statements, verdict.Lost, verdict.Suspended), statements, certain));

        var known = new Known?[book.Index.Count];
        foreach ((FigureId id, List<Cluster> left) in stated.Where(s => s.Value.Count > 0))
        {
            known[book.Index.Find(id)] = new Known(left[0].Interval, left[0].Value, left[0].Mentions);
        }

        var words = new RelationWords(book, lines, numbers);
        HashSet<FigureId> barred = [.. losses.Where(l => l.Kind is LossKind.Undecided or LossKind.Range).Select(l => l.Statement.Id), .. certain.Select(c => c.Id)];
        new Derivation(book, lines, known, verdict.Suspended, barred, words).Run();
        SteppingStones.Clear(book, known);
        return new Report(company, lines, numbers, book, words, new Recasts(book, statements), new Confidence(verdict, statements), known).Write(losses, foreign, verdict, crowds.ToDictionary(c => c.Key, c => (c.Value.Left.Count + c.Value.Weighed, c.Value.Weighed)), reported, unlike);
    }

    private Dictionary<FigureId, List<Cluster>> Group(Func<Mention, bool> which) =>
        reported.Where(m => m.Id is not null && which(m)).GroupBy(m => lines.Inward(m.Id!.Value)).ToDictionary(g => g.Key, g => OneUnit(g.Key, g));

    // A share stated for a line of money is no candidate for it.
    private List<Cluster> OneUnit(FigureId id, IEnumerable<Mention> mentions)
    {
        var units = mentions.GroupBy(m => (m.Amount.Unit, m.Amount.Currency)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Unit).ThenBy(g => g.Key.Currency, StringComparer.Ordinal).ToList();
        unlike.AddRange(units.Skip(1).SelectMany(u => u));
        return Cluster.Of(id, units[0]);
    }

    private IEnumerable<Cluster> Rule()
    {
        foreach (Ruling ruling in company.Rulings)
        {
            FigureId id = lines.Inward(ruling.Id);
            List<Cluster> candidates = stated.GetValueOrDefault(id) ?? [];
            Cluster? chosen = candidates.OrderBy(c => Math.Abs(c.Value - ruling.Value)).FirstOrDefault(c => c.Interval.Contains(ruling.Value) || c.Mentions.Any(m => m.Amount.Value == ruling.Value));
            Lose([.. candidates.Where(c => c != chosen).Select(c => new Loss(c, LossKind.Ruled, $"{numbers.Of(c.Amount)} is overruled in {ruling.Place}: {ruling.Reason}."))]);
            Cluster ruled = Cluster.Ruled(id, ruling.Value, chosen?.Mentions ?? [Said(ruling)]);
            stated[id] = [ruled];
            yield return ruled;
        }
    }

    private Mention Said(Ruling ruling) => new(ruling.Id.Line, ruling.Id.Measure, ruling.Id.Period, lines.AmountOf(ruling.Id, ruling.Value, 0),
        new Provenance(ruling.Place, SourceKind.Notes, 1, 0, 1, string.IsNullOrWhiteSpace(ruling.Reason) ? "the analyst's ruling" : ruling.Reason));

    private void Lose(IReadOnlyList<Loss> more)
    {
        foreach (IGrouping<FigureId, Loss> figure in more.Where(l => lost.Add(l.Statement)).GroupBy(l => l.Statement.Id).ToList())
        {
            losses.AddRange(figure);
            stated[figure.Key].RemoveAll(lost.Contains);
        }
    }

    private List<Loss> Implausible(ConflictFinder finder, Cluster[] statements, HashSet<Cluster> certain)
    {
        var found = new List<Loss>();
        ILookup<LineKey, Cluster> levels = stated.Concat(foreign).Where(o => o.Key.Measure == Measure.Level && ScaleSlips.Steady(o.Key.Line)).OrderBy(o => o.Key).SelectMany(o => o.Value).ToLookup(c => c.Id.Line);
        Cluster[] cash = [.. levels.Where(l => ScaleSlips.Cash(l.Key)).SelectMany(l => l)];
        for (int s = 0; s < statements.Length; s++)
        {
            Cluster cluster = statements[s];
            if (cluster.Id.Measure != Measure.Level || !ScaleSlips.Steady(cluster.Id.Line) || certain.Contains(cluster) || finder.Corroboration(s) > 0
                || stated[cluster.Id].Count != 1 || stated[cluster.Id][0] != cluster || cluster.Amount.Currency is null)
            {
                continue;
            }

            IEnumerable<Cluster> others = ScaleSlips.Cash(cluster.Id.Line) ? cash : levels[cluster.Id.Line];
            if (ScaleSlips.Suspect(cluster, [.. others], numbers) is { } loss)
            {
                found.Add(loss);
            }
        }

        return found;
    }
}
