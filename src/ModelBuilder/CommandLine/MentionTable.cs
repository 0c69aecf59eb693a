using ModelBuilder.Figures;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>What documents state, for a person: by line, then period.</summary>
internal static class MentionTable
{
    public static void Print(IAnsiConsole console, IReadOnlyList<Mention> mentions)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Line").AddColumn("Period").AddColumn("Measure").AddColumn(new TableColumn("Value").RightAligned()).AddColumn("Where").AddColumn("Sentence");
        LineKey? shown = null;
        foreach (Mention mention in mentions.OrderBy(m => m.Line).ThenBy(m => m.Period is null).ThenBy(m => m.Period ?? default).ThenBy(m => m.Measure).ThenBy(m => m.Provenance.Document, StringComparer.Ordinal).ThenBy(m => m.Provenance.Line))
        {
            if (shown is { } before && before != mention.Line)
            {
                table.AddEmptyRow();
            }

            table.AddRow(
                shown == mention.Line ? "" : Markup.Escape(mention.Line.ToString()),
                mention.Period?.ToString() ?? "[yellow]?[/]",
                mention.Measure == Measure.Level ? "" : mention.Measure.ToString(),
                Markup.Escape((mention.Amount.Approximate ? "~ " : "") + NumberText.Of(mention.Amount)),
                Markup.Escape(mention.Provenance.Place),
                "[grey]" + Markup.Escape(Shorten(mention.Provenance.Quote)) + "[/]");
            shown = mention.Line;
        }

        console.Write(table);
        console.MarkupLine(FormattableString.Invariant($"{mentions.Count} mentions of {mentions.Select(m => m.Line).Distinct().Count()} lines"));
    }

    private static string Shorten(string quote) => quote.Length <= 120 ? quote : string.Concat(quote.AsSpan(0, 117), "...");
}
