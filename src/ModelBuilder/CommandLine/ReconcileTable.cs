using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>The figures for a person, by line and period: what is used, what lost and why.</summary>
internal static class ReconcileTable
{
    private const string Status = "reported ";
    private const int Indent = 12;

    public static void Print(IAnsiConsole console, Reconciled reconciled)
    {
        ILookup<FigureId, Contradiction> contradictions = reconciled.Contradictions.ToLookup(c => c.Id);
        Dictionary<FigureId, Figure> figures = reconciled.Figures.ToDictionary(f => f.Id);
        FigureId[] ids = [.. figures.Keys.Concat(reconciled.Contradictions.Select(c => c.Id)).Distinct().OrderBy(i => i.Line).ThenBy(i => i.Period).ThenBy(i => i.Measure)];
        int period = Width(id => id.Period.ToString()), measure = Width(Said), value = Width(id => Value(figures.GetValueOrDefault(id)));
        int from = period + measure + value + Status.Length + 8;
        FigureId? before = null;
        foreach (FigureId id in ids)
        {
            if (before?.Line != id.Line)
            {
                console.WriteLine();
                console.MarkupLine($"[bold]{Markup.Escape(id.Line.ToString())}[/]");
            }

            Figure? figure = figures.GetValueOrDefault(id);
            string status = figure switch { null => "[red]undecided[/]", { Status: FigureStatus.Derived } => "[blue]derived[/]  ", _ => Status };
            bool repeated = before?.Line == id.Line && before?.Period == id.Period;
            string cells = $"  {(repeated ? "" : id.Period.ToString()).PadRight(period)}  {Said(id).PadRight(measure)}  {Value(figure).PadLeft(value)}";
            string reason = figure?.Derivation ?? Sources(figure);
            int room = console.Profile.Width - from - 1;
            string[] why = reason.Split(' ').Max(w => w.Length) <= room ? [.. Prose.Lines(reason, room)] : [];
            console.MarkupLine($"{Markup.Escape(cells)}  {(why.Length > 0 ? status : status.TrimEnd())}" + (why.Length > 0 ? $"  [grey]{Markup.Escape(why[0])}[/]" : ""));
            Prose.Write(console, why.Length > 0 ? from : Indent, why.Length > 0 ? string.Join(' ', why.Skip(1)) : reason, "grey");
            before = id;
            foreach (Contradiction contradiction in contradictions[id])
            {
                foreach (Candidate lost in contradiction.Candidates.Where(c => !c.Chosen))
                {
                    Prose.Write(console, Indent, $"{Standing(contradiction.Sureness)}: {NumberText.Of(lost.Amount)} of {Places(lost.Mentions)}: {lost.Reason}", "yellow");
                }
            }
        }

        console.WriteLine();
        Sum(console, reconciled);

        int Width(Func<FigureId, string> cell) => ids.Select(i => cell(i).Length).DefaultIfEmpty(0).Max();
    }

    private static void Sum(IAnsiConsole console, Reconciled reconciled) =>
        console.MarkupLine(FormattableString.Invariant(
            $"{reconciled.Figures.Count} figures, {reconciled.Figures.Count(f => f.Status == FigureStatus.Derived)} of them derived; {reconciled.Contradictions.Count(c => c.Decided)} contradictions decided, {reconciled.Contradictions.Count(c => !c.Decided)} open"));

    private static string Said(FigureId id) => id.Measure == Measure.Level ? "" : id.Measure.ToString();

    private static string Value(Figure? figure) => figure is null ? "open" : NumberText.Of(figure.Amount);

    private static string Standing(Sureness sureness) => sureness switch { Sureness.Open => "open", Sureness.Ruled => "ruled", Sureness.Narrow => "lost (narrow)", Sureness.Likely => "lost (likely)", _ => "lost (clear)" };

    private static string Sources(Figure? figure) => figure is null ? "" : Places(figure.Mentions);

    private static string Places(IReadOnlyList<Mention> mentions)
    {
        string[] places = [.. mentions.Select(m => m.Provenance.Place).Distinct()];
        return string.Join(", ", places.Take(3)) + (places.Length > 3 ? FormattableString.Invariant($" and {places.Length - 3} more") : "");
    }
}
