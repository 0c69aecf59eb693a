using ModelBuilder.Figures;

namespace ModelBuilder.Reconciliation;

/// <summary>Why a number lost, as an analyst would say it.</summary>
internal sealed class LossWords(Numbers numbers, LineBook lines, RelationBook book, Known?[] known, IReadOnlyList<Loss> losses, IReadOnlyList<(string Currency, Interval Rate)> rates)
{
    private const int MostOthers = 3;
    private const decimal FarApart = 0.05m;
    private const decimal NearRatios = 0.03m;
    private const decimal OnePoint = 0.01m;
    private readonly UnitSlips units = new(lines, book, known, rates);
    private readonly Lazy<ILookup<(FiscalPeriod, Measure), int>> sayings = new(() => Enumerable.Range(0, known.Length).Where(f => known[f] is { Mentions.Count: > 0 })
        .OrderBy(f => book.Index[f]).ToLookup(f => (book.Index[f].Period, book.Index[f].Measure)));

    // A slip is one number; where a sentence loses two of one line, it is the line that was taken wrongly.
    private readonly HashSet<(LineKey, string, int, string)> strays = [.. losses.Where(l => l.Kind is LossKind.Contradiction or LossKind.Undecided && l.Why is null)
        .SelectMany(l => l.Statement.Own.Select(m => (l.Statement.Id.Measure, Sentence: SentenceOf(m)))).Distinct().GroupBy(s => s.Sentence).Where(g => g.Count() > 1).Select(g => g.Key)];

    public string Reason(Loss loss, IReadOnlyList<string> breaks, Known? used, IReadOnlyList<Loss> all)
    {
        if (loss.Why is { } why)
        {
            return why;
        }

        string number = numbers.Of(loss.Statement.Amount);
        if (loss.Kind == LossKind.Undecided)
        {
            IEnumerable<string> others = all.Where(l => l != loss).Take(MostOthers).Select(l => $"{numbers.Of(l.Statement.Amount)} ({Report.Places(l.Statement.Mentions)})");
            string more = all.Count - 1 > MostOthers ? $" and {all.Count - 1 - MostOthers} more numbers" : "";
            return $"{number} ({Report.Places(loss.Statement.Mentions)}) stands against {string.Join(" and ", others)}{more}.";
        }

        string text = breaks.Count > 0 ? Sentence(string.Join("; ", breaks.Take(2)))
            : used is { Mentions.Count: > 0 } ? $"{number} is said in {Report.Places(loss.Statement.Own)}, the other in {Report.Places(used.Mentions)}, which weighs more."
            : $"{number} does not fit what else is stated.";
        return Cause(loss.Statement, used) is { } cause ? $"{text} {Sentence(cause)}" : text;
    }

    /// <summary>True where one document says both, far apart, and no slip nor an identity ties them (or one that a whole sentence misses): it does not contradict itself, it speaks of two things under one name.</summary>
    public bool OfAnother(Loss loss, IReadOnlyList<string> breaks, Known? used, IReadOnlyList<Loss> all)
    {
        if (loss.Kind is not (LossKind.Contradiction or LossKind.Undecided) || loss.Why is not null || used is { Mentions.Count: 0 }
            || (breaks.Count > 0 && !(loss.Statement.Own.Count > 0 && loss.Statement.Own.TrueForAll(m => strays.Contains(SentenceOf(m))))))
        {
            return false;
        }

        IEnumerable<(decimal Value, IReadOnlyList<Mention> Mentions)> others = used is not null ? [(used.Value, used.Mentions)]
            : all.Where(l => l != loss).Select(l => (l.Statement.Value, l.Statement.Mentions));
        Cluster statement = loss.Statement;
        string[] documents = [.. (statement.Own.Count > 0 ? statement.Own : statement.Mentions).Select(m => m.Provenance.Document).Distinct(StringComparer.Ordinal)];
        return documents.Length == 1 && others.Any() && others.Take(MostOthers).All(o => o.Mentions.Any(m => m.Provenance.Document == documents[0])
            && Math.Abs(o.Value - statement.Value) > (statement.Amount.Unit is Unit.Ratio or Unit.Points ? Math.Max(OnePoint, NearRatios * Math.Abs(o.Value)) : FarApart * Math.Abs(o.Value))
            && !Slips.Alike(statement.Value, o.Value, statement.Interval.Width / 2)) && OtherPeriod(statement) is null;
    }

    /// <summary>Says that it is the number of something else.</summary>
    public string Another(Loss loss, bool breaks, Known? used, IReadOnlyList<Loss> all)
    {
        string other = used is not null ? numbers.Of(used.Mentions[0].Amount) : string.Join(" and ", all.Where(l => l != loss).Take(MostOthers).Select(l => numbers.Of(l.Statement.Amount)));
        return $"{Report.Places(loss.Statement.Own.Count > 0 ? loss.Statement.Own : loss.Statement.Mentions)} says {numbers.Of(loss.Statement.Amount)} where the same document says {other}, and {(breaks ? "its sentence does not fit it otherwise either" : "no identity ties them")}: probably of a part, a region or another comparison.";
    }

    private string? Cause(Cluster statement, Known? used) =>
        OtherPeriod(statement) ?? Loosely(statement) ?? ((used?.Interval ?? Implied(statement)) is { } right ? Slips.Cause(statement.Value, right, statement.Interval.Width / 2) : null) ?? units.Cause(statement, used) ?? OtherLine(statement);

    private static (LineKey Line, string Document, int Number, string Quote) SentenceOf(Mention m) => (m.Line, m.Provenance.Document, m.Provenance.Line, m.Provenance.Quote);

    // What identities make of a figure that is neither stated otherwise nor derived, such as a growth rate.
    private Interval? Implied(Cluster statement)
    {
        int figure = book.Index.Find(statement.Id);
        return figure < 0 ? null : book.Of(figure).Select(r => book.Relations[r])
            .Select(r => r.Solve(Array.IndexOf(r.Members, figure), [.. r.Members.Select(m => m == figure ? null : known[m]?.Interval)])).OfType<Interval>().OrderBy(i => i.Width).Cast<Interval?>().FirstOrDefault();
    }

    private static string? Loosely(Cluster statement) => statement.Own.Count > 0 && statement.Own.All(m => m.Amount.Approximate) ? "it was said as an approximate number" : null;

    // The number of a neighbouring period, told of this one.
    private string? OtherPeriod(Cluster statement)
    {
        FigureId id = statement.Id;
        FiscalPeriod?[] neighbours = [id.Period.YearAgo, id.Period.Prior, id.Period.AddYears(1), id.Period.Kind == PeriodKind.Quarter ? id.Period.AddQuarters(1) : null,
            id.Period.Kind == PeriodKind.Quarter ? FiscalPeriod.FullYear(id.Period.Year) : null, id.Period.Kind == PeriodKind.Year ? id.Period.Quarters[3] : null];
        foreach (FiscalPeriod period in neighbours.OfType<FiscalPeriod>())
        {
            int other = book.Index.Find(id with { Period = period });
            if (other >= 0 && known[other] is { } there && there.Interval.Overlaps(statement.Interval) && there.Interval.Width <= 4 * statement.Interval.Width)
            {
                string derived = there is { Mentions.Count: 0, Derivation: { } text } ? $" ({text.Split(';')[0].Split(" = ")[^1]})" : "";
                return $"it is the figure of {lines.Outward(id with { Period = period }).Period}{derived}: probably mis-dated";
            }
        }

        return null;
    }

    // The number of another line of the period, or ten times it.
    private string? OtherLine(Cluster statement)
    {
        foreach (int other in sayings.Value[(statement.Id.Period, statement.Id.Measure)])
        {
            FigureId id = book.Index[other];
            if (id.Line == statement.Id.Line || known[other] is not { Mentions.Count: > 0 } there
                || lines.UnitOf(id.Line) != lines.UnitOf(statement.Id.Line) || statement.Interval.Width > Math.Abs(statement.Value) / 100)
            {
                continue;
            }

            if (statement.Interval.Contains(there.Value))
            {
                return $"it is the figure of {id.Line}";
            }

            if (statement.Interval.Contains(there.Value * 10))
            {
                return $"it is ten times {id.Line}";
            }
        }

        return null;
    }

    private static string Sentence(string text) => $"{(text.Length > 0 && char.IsLower(text[0]) && !text.Split(' ')[0].Contains('.', StringComparison.Ordinal) ? char.ToUpperInvariant(text[0]) + text[1..] : text)}{(text.EndsWith('.') ? "" : ".")}";
}
