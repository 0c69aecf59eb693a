using ModelBuilder.Figures;
using ModelBuilder.Reconciliation;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>The figures for a person, by line and period: what is used, what lost and why.</summary>
internal static class ReconcileTable
{
    public static void Print(IAnsiConsole console, Reconciled reconciled)
    {
        ILookup<FigureId, Contradiction> contradictions = reconciled.Contradictions.ToLookup(c => c.Id);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Line").AddColumn("Period").AddColumn("Measure").AddColumn(new TableColumn("Value").RightAligned()).AddColumn("Status").AddColumn("From, and what lost to it");
        LineKey? shown = null;
        Dictionary<FigureId, Figure> figures = reconciled.Figures.ToDictionary(f => f.Id);
        foreach (FigureId id in figures.Keys.Concat(reconciled.Contradictions.Select(c => c.Id)).Distinct().OrderBy(i => i.Line).ThenBy(i => i.Period).ThenBy(i => i.Measure))
        {
            if (shown is { } before && before != id.Line)
            {
                table.AddEmptyRow();
            }

            Figure? figure = figures.GetValueOrDefault(id);
            table.AddRow(
                shown == id.Line ? "" : Markup.Escape(id.Line.ToString()),
                id.Period.ToString(),
                id.Measure == Measure.Level ? "" : id.Measure.ToString(),
                figure is null ? "[red]open[/]" : Markup.Escape(NumberText.Of(figure.Amount)),
                figure switch { null => "[red]undecided[/]", { Status: FigureStatus.Derived } => "[blue]derived[/]", _ => "reported" },
                "[grey]" + Markup.Escape(figure?.Derivation ?? Sources(figure)) + "[/]");
            shown = id.Line;
            foreach (Contradiction contradiction in contradictions[id])
            {
                foreach (Candidate lost in contradiction.Candidates.Where(c => !c.Chosen))
                {
                    table.AddRow("", "", "", $"[yellow]{Markup.Escape(NumberText.Of(lost.Amount))}[/]", $"[yellow]{Standing(contradiction.Sureness)}[/]", Markup.Escape($"{Places(lost.Mentions)}: {lost.Reason}"));
                }
            }
        }

        console.Write(table);
        console.MarkupLine(FormattableString.Invariant(
            $"{reconciled.Figures.Count} figures, {reconciled.Figures.Count(f => f.Status == FigureStatus.Derived)} of them derived; {reconciled.Contradictions.Count(c => c.Decided)} contradictions decided, {reconciled.Contradictions.Count(c => !c.Decided)} open"));
    }

    private static string Standing(Sureness sureness) => sureness switch { Sureness.Open => "open", Sureness.Ruled => "ruled", Sureness.Narrow => "lost (narrow)", Sureness.Likely => "lost (likely)", _ => "lost (clear)" };

    private static string Sources(Figure? figure) => figure is null ? "" : Places(figure.Mentions);

    private static string Places(IReadOnlyList<Mention> mentions)
    {
        string[] places = [.. mentions.Select(m => m.Provenance.Place).Distinct()];
        return string.Join(", ", places.Take(3)) + (places.Length > 3 ? FormattableString.Invariant($" and {places.Length - 3} more") : "");
    }
}
