using System.Globalization;
using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;

namespace ModelBuilder.Workbooks.Sheets;

/// <summary>One contested figure: a row with ruling, number used and decision, then a row for each candidate.</summary>
internal static class ContradictionBlock
{
    /// <summary>In the figure's row the analyst's letter, empty for the program's decision; in a candidate's row its letter.</summary>
    public const string Ruling = "ruling";

    /// <summary>In the figure's row the number that the model uses; in a candidate's row its number.</summary>
    public const string Used = "used";

    /// <summary>In the figure's row the letter that is in force; in a candidate's row whether it is the one.</summary>
    public const string Letter = "letter";

    public const string Words = "words";
    public const string Where = "where";
    public const string Sentence = "sentence";

    private const int MostCandidates = 26;

    /// <summary>The key of a candidate's row.</summary>
    public static string CandidateRow(FigureId id, int index) => $"{id}#{LetterOf(index)}";

    /// <summary>The rows of a figure.</summary>
    /// <param name="entry">The figure with its candidates.</param>
    /// <param name="model">The model.</param>
    /// <param name="labels">Words for lines.</param>
    /// <param name="rules">True where the model follows a ruling.</param>
    /// <param name="lettered">
    /// Where an analyst ruled in the workbook, the numbers in the order of the letters that he saw: these stay, and his stands in its cell.
    /// </param>
    public static IEnumerable<RowPlan> Rows(LedgerEntry entry, Model model, LineLabels labels, bool rules, IReadOnlyList<decimal>? lettered = null)
    {
        LedgerCandidate[] candidates = [.. Candidates(entry, model).OrderBy(c => SeenAs(c, lettered ?? [])).Take(MostCandidates)];
        Unit unit = UnitOf(entry, model);
        int chosen = Array.FindIndex(candidates, c => c.Chosen);
        string key = entry.Id.ToString();
        yield return new RowPlan("{contradiction}", key, [
            .. rules ? Follow(entry.Id, candidates.Length, chosen, lettered is not null) : chosen < 0 ? [] : [CellPlan.Number(Used, Shown.Value(candidates[chosen].Value, unit, model.Company))],
            CellPlan.Text(Words, entry.Decided ? entry.Decision : "Undecided. " + entry.Decision),
            .. ModelLink(entry.Id, model),
        ])
        {
            Label = labels.Of(entry.Id),
            UnitText = Shown.UnitText(unit, model.Company),
            Format = unit,
        };
        for (int i = 0; i < candidates.Length; i++)
        {
            yield return Candidate(entry.Id, candidates[i], i, unit, model.Company, rules, i == chosen);
        }
    }

    /// <summary>Where a number stands among those that an analyst saw; what he has not seen comes after them. Cells hold doubles: the last digits of a decimal may differ.</summary>
    private static int SeenAs(LedgerCandidate candidate, IReadOnlyList<decimal> lettered) =>
        lettered.Index().Where(l => Math.Abs(l.Item - candidate.Value) <= 1e-12m * Math.Abs(candidate.Value)).Select(l => l.Index).FirstOrDefault(lettered.Count);

    private static CellPlan[] Follow(FigureId id, int count, int chosen, bool ruled)
    {
        string key = id.ToString();
        PlanReference ruling = new(null, key, Ruling), letter = new(null, key, Letter);
        PlanRange Of(string column) => new(null, CandidateRow(id, 0), column, CandidateRow(id, count - 1), column);
        Expression decided = chosen < 0 ? Excel.Empty : new PlanReference(null, CandidateRow(id, chosen), Used);
        Expression found = Expression.Call("INDEX", Of(Used), Expression.Call("MATCH", letter, Of(Ruling), Excel.Number(0)));
        return
        [
            (ruled && chosen >= 0 ? CellPlan.Text(Ruling, LetterOf(chosen), CellTone.Override) : CellPlan.Blank(Ruling, CellTone.Override)) with
            {
                List = new ListChoice([.. Enumerable.Range(0, count).Select(LetterOf)]),
                Note = "A letter from the list overrules the decision. The next build reads it as an input and keeps it; where the cell is emptied, it decides anew.",
            },
            CellPlan.Formula(Letter, Excel.If(Excel.Equal(ruling, Excel.Empty), Excel.Text(chosen < 0 ? "" : LetterOf(chosen)), ruling)),
            CellPlan.Formula(Used, Excel.IfError(found, decided)),
        ];
    }

    private static RowPlan Candidate(FigureId id, LedgerCandidate candidate, int index, Unit unit, Company company, bool rules, bool chosen)
    {
        PlanReference letter = new(null, CandidateRow(id, index), Ruling), inForce = new(null, id.ToString(), Letter);
        string[] sentences = [.. candidate.Mentions.Select(m => m.Provenance.Quote).Distinct(StringComparer.Ordinal)];
        return new RowPlan("{contradiction.candidate}", CandidateRow(id, index), [
            CellPlan.Text(Ruling, LetterOf(index)),
            CellPlan.Number(Used, Shown.Value(candidate.Value, unit, company), CellTone.Input),
            rules
                ? CellPlan.Formula(Letter, Excel.If(Excel.Equal(letter, inForce), Excel.Text("in use"), Excel.Empty))
                : CellPlan.Text(Letter, chosen ? "in use" : ""),
            CellPlan.Text(Words, candidate.Reason),
            CellPlan.Text(Where, string.Join("\n", candidate.Mentions.Select(Place).Distinct(StringComparer.Ordinal))),
            CellPlan.Text(Sentence, string.Join("\n", sentences)),
        ])
        {
            UnitText = Shown.UnitText(unit, company with { Currency = candidate.Currency ?? company.Currency }),
            Format = unit,
            ShowsKey = false,
        };
    }

    private static IEnumerable<CellPlan> ModelLink(FigureId id, Model model)
    {
        FiscalPeriod? period = model.Cells.Where(c => c.Value.Figure?.Id == id).Select(c => (FiscalPeriod?)c.Key.Period).Order().FirstOrDefault();
        string? row = model.Cells.Where(c => c.Value.Figure?.Id == id && c.Key.Period == period).Select(c => c.Key.RowKey).Order(StringComparer.Ordinal).FirstOrDefault();
        return row is not null && period is { } p
            ? [CellPlan.Text(Where, "to the model", CellTone.Link) with { Link = AxisColumns.Cell(SheetNames.Model, row, p) }]
            : [];
    }

    private static string Place(Mention mention) => mention.Provenance.Speaker is { Length: > 0 } speaker ? $"{mention.Provenance.Place} ({speaker})" : mention.Provenance.Place;

    /// <summary>
    /// What is stated, and where the model uses a number that nobody states (it follows from others) that number first. Undecided figures
    /// have no chosen one.
    /// </summary>
    private static IEnumerable<LedgerCandidate> Candidates(LedgerEntry entry, Model model)
    {
        if (entry.Candidates.Any(c => c.Chosen) || !model.Figures.TryGetValue(entry.Id, out Figure? figure))
        {
            return entry.Candidates;
        }

        return entry.Candidates.Any(c => c.Value == figure.Amount.Value)
            ? entry.Candidates.Select(c => c with { Chosen = c.Value == figure.Amount.Value })
            : entry.Candidates.Prepend(new LedgerCandidate(figure.Amount.Value, figure.Amount.Currency, [], true, figure.Derivation is { } derivation ? "Follows from other figures: " + derivation : ""));
    }

    private static Unit UnitOf(LedgerEntry entry, Model model) =>
        model.Figures.GetValueOrDefault(entry.Id)?.Amount.Unit
        ?? entry.Candidates.SelectMany(c => c.Mentions).FirstOrDefault()?.Amount.Unit
        ?? (entry.Candidates.Any(c => c.Currency is not null) ? Unit.Money : Unit.Ratio);

    private static string LetterOf(int index) => ((char)('A' + index)).ToString(CultureInfo.InvariantCulture);
}
