using ModelBuilder.Figures;
using ModelBuilder.Formulas;
using ModelBuilder.Modelling;
using ModelBuilder.Reconciliation;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>Everything about one figure: the decision, who states what with its sentence, and the identities it stands in.</summary>
internal static class Explanation
{
    // below the value of a mention
    private const int Indent = 12;

    /// <summary>Prints the explanation of a line in a period, its level and whatever else is said of it; false where nothing is known of it.</summary>
    public static bool Print(IAnsiConsole console, LineKey line, FiscalPeriod period, CompanyFolder folder, CompanyLines lines, Reconciled reconciled)
    {
        Dictionary<FigureId, Figure> figures = reconciled.Figures.ToDictionary(f => f.Id);
        FigureId[] ids = [.. folder.Mentions.Select(m => m.Id).OfType<FigureId>().Concat(figures.Keys).Where(id => id.Line == line && id.Period == period).Distinct().Order()];
        foreach (FigureId id in ids)
        {
            One(console, id, figures.GetValueOrDefault(id), folder, reconciled);
        }

        if (ids.Length > 0)
        {
            Identities(console, line, period, lines, figures);
        }

        return ids.Length > 0;
    }

    private static void One(IAnsiConsole console, FigureId id, Figure? figure, CompanyFolder folder, Reconciled reconciled)
    {
        console.MarkupLine($"[bold]{Markup.Escape(id.ToString())}[/]{(figure is null ? "  [red]no figure is used[/]" : "")}");
        if (figure is not null)
        {
            string low = Number(figure, figure.Interval.Low), high = Number(figure, figure.Interval.High);
            int unit = high.IndexOf(' ', StringComparison.Ordinal);
            low = unit >= 0 && low.EndsWith(high[unit..], StringComparison.Ordinal) ? low[..^(high.Length - unit)] : low;
            Prose.Write(console, 2, $"{NumberText.Of(figure.Amount)}, {(figure.Status == FigureStatus.Derived ? "derived" : "reported")}, between {low} and {high}", "bold");
        }

        if (figure?.Derivation is { } derivation)
        {
            Prose.Write(console, 2, "from " + derivation, "default");
        }

        Contradiction[] contradictions = [.. reconciled.Contradictions.Where(c => c.Id == id)];
        foreach (Contradiction contradiction in contradictions)
        {
            Prose.Write(console, 2, $"{(contradiction.Decided ? "decided" : "undecided")}: {contradiction.Decision}", "yellow");
            Prose.Write(console, 2, $"{contradiction.Sureness.ToString().ToLowerInvariant()}: {contradiction.SureBecause}", "yellow");
        }

        foreach (Mention mention in folder.Mentions.Where(m => m.Id == id).OrderBy(m => m.Provenance.Document, StringComparer.Ordinal).ThenBy(m => m.Provenance.Line).ThenBy(m => m.Provenance.Start))
        {
            Candidate? candidate = contradictions.SelectMany(c => c.Candidates).FirstOrDefault(c => c.Mentions.Contains(mention));
            string standing = mention.Kind != MentionKind.Reported ? mention.Kind.ToString().ToLowerInvariant() : candidate is { Chosen: false } ? "lost" : "stands";
            console.MarkupLine($"  {standing,-9} {Markup.Escape(NumberText.Of(mention.Amount))}  [grey]{Markup.Escape(mention.Provenance.Place)}{Markup.Escape(mention.Provenance.Speaker is { } who ? $" ({who})" : "")}[/]");
            Prose.Write(console, Indent, mention.Provenance.Quote, "italic");
            foreach (string doubt in mention.Doubts)
            {
                Prose.Write(console, Indent, "doubt: " + doubt, "grey");
            }

            if (candidate is { Chosen: false })
            {
                Prose.Write(console, Indent, candidate.Reason, "yellow");
            }
        }

        console.WriteLine();
    }

    /// <summary>The identities within the period that the line stands in, with their numbers.</summary>
    private static void Identities(IAnsiConsole console, LineKey line, FiscalPeriod period, CompanyLines lines, Dictionary<FigureId, Figure> figures)
    {
        foreach (Identity identity in lines.Identities.Where(i => i.Result == line || i.Formula.References().Contains(new LineReference(line))))
        {
            bool known = Value(identity.Result) is not null;
            Expression filled = identity.Formula.Rewrite(part =>
            {
                if (part is not LineReference reference)
                {
                    return null;
                }

                double? value = Value(reference.Key);
                known &= value is not null;
                return Expression.Number(value ?? 0);
            });
            if (known)
            {
                double right = Evaluator.Evaluate(filled, new LineFormulaContext(_ => default)).Number;
                Prose.Write(console, 2, identity.Name.Replace(",", ", ", StringComparison.Ordinal), "grey");
                console.MarkupLine(FormattableString.Invariant($"    {Value(identity.Result):#,##0.####} against {Markup.Escape(Sum(FormulaPrinter.Print(filled)))} = {right:#,##0.####}"));
            }
        }

        double? Value(LineKey key) => figures.TryGetValue(new FigureId(key, Measure.Level, period), out Figure? figure)
            ? (double)(figure.Amount.Unit == Unit.Money ? figure.Amount.Value / lines.Company.UnitsShown : figure.Amount.Value)
            : null;
    }

    // SUM(1,2) as a person writes it
    private static string Sum(string formula) => formula.StartsWith("SUM(", StringComparison.Ordinal) && formula.IndexOf(')', StringComparison.Ordinal) == formula.Length - 1
        ? formula[4..^1].Replace(",", " + ", StringComparison.Ordinal) : formula;

    private static string Number(Figure figure, decimal value) => NumberText.Of(value, figure.Amount.Unit, figure.Amount.Currency, figure.Interval.Width / 100);
}
