using ModelBuilder.Figures;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>What documents state, for a person: by line, then period, a row for each, in the width there is.</summary>
internal static class MentionTable
{
    private const int LeastSentence = 24;

    public static void Print(IAnsiConsole console, IReadOnlyList<Mention> mentions)
    {
        bool one = mentions.Select(m => m.Provenance.Document).Distinct(StringComparer.Ordinal).Count() == 1;
        Row[] rows = [.. mentions.OrderBy(m => m.Line).ThenBy(m => m.Period is null).ThenBy(m => m.Period ?? default).ThenBy(m => m.Measure).ThenBy(m => m.Provenance.Document, StringComparer.Ordinal).ThenBy(m => m.Provenance.Line).Select(m => Of(m, one))];
        int period = Width(r => r.Period), measure = Width(r => r.Measure), value = Width(r => r.Value), where = Width(r => r.Where);
        int sentence = console.Profile.Width - (period + measure + value + where + 10);
        Row? before = null;
        foreach (Row row in rows)
        {
            if (before?.Line != row.Line)
            {
                console.WriteLine();
                console.MarkupLine($"[bold]{Markup.Escape(row.Line)}[/]");
            }

            // a sentence that states several figures of a line is printed once
            string said = sentence < LeastSentence || (before is { } last && last.Line == row.Line && last.Where == row.Where && last.Sentence == row.Sentence) ? "" : Prose.Cut(row.Sentence, sentence);
            bool repeated = before?.Line == row.Line && before?.Period == row.Period;
            string cells = $"  {(repeated ? "" : row.Period).PadRight(period)}  {row.Measure.PadRight(measure)}  {row.Value.PadLeft(value)}  {(said.Length > 0 ? row.Where.PadRight(where) : row.Where)}";
            console.MarkupLine(Markup.Escape(cells) + (said.Length > 0 ? $"  [grey]{Markup.Escape(said)}[/]" : ""));
            before = row;
        }

        console.WriteLine();
        console.MarkupLine(FormattableString.Invariant($"{mentions.Count} mentions of {mentions.Select(m => m.Line).Distinct().Count()} lines") + Markup.Escape(one ? $"; the number behind a value is its line in {mentions[0].Provenance.Document}" : ""));

        int Width(Func<Row, string> cell) => rows.Select(r => cell(r).Length).DefaultIfEmpty(0).Max();
    }

    private static Row Of(Mention mention, bool one) => new(
        mention.Line.ToString(),
        mention.Period?.ToString() ?? "?",
        mention.Measure == Measure.Level ? "" : mention.Measure.ToString(),
        (mention.Amount.Approximate ? "~ " : "") + NumberText.Of(mention.Amount),
        one ? mention.Provenance.Line.ToString(System.Globalization.CultureInfo.InvariantCulture) : mention.Provenance.Place,
        mention.Provenance.Quote);

    private sealed record Row(string Line, string Period, string Measure, string Value, string Where, string Sentence);
}
