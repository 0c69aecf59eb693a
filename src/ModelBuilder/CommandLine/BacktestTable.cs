using System.Globalization;
using ModelBuilder.Projection.Backtests;
using Spectre.Console;

namespace ModelBuilder.CommandLine;

/// <summary>A backtest for a person: a table for each group, the program's own projection marked.</summary>
internal static class BacktestTable
{
    public static void Print(IAnsiConsole console, BacktestReport report)
    {
        foreach (BacktestGroup group in report.Groups)
        {
            var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(FormattableString.Invariant($"{group.Name} ({group.Series} series)"))) };
            table.AddColumn("Method");
            foreach (string head in new[] { "sMAPE", "MASE", "Mean error", "In 80%", "In 95%", "MSIS 80", "ms" })
            {
                table.AddColumn(new TableColumn(head).RightAligned());
            }

            double leastShare = group.Methods.Min(m => m.Smape), leastError = group.Methods.Min(m => m.MeanError);
            foreach (MethodScore method in group.Methods)
            {
                bool own = method.Name == Backtest.Selected;
                string[] cells = [method.Name, Text(method.Smape, "0.00") + Star(method.Smape, leastShare), Text(method.Mase, "0.000"), Units(method.MeanError) + Star(method.MeanError, leastError), Text(method.Coverage80 * 100, "0.0"), Text(method.Coverage95 * 100, "0.0"), Text(method.Msis80, "0.00"), Text(method.MillisecondsPerSeries, "0.000")];
                table.AddRow([.. cells.Select(c => own ? $"[bold]{Markup.Escape(c)}[/]" : Markup.Escape(c))]);
            }

            console.Write(table);
        }

        console.MarkupLine(FormattableString.Invariant(
            $"{report.Series} series, {report.Skipped} skipped; '{Backtest.Selected}' is what the program projects; * the least; sMAPE is 200|a - f| / (|a| + |f|), the mean error is in a series' own units (points of a ratio or growth)"));
    }

    private static string Text(double? value, string format) => value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "";

    // In a column of its own width, so that numbers stay under each other.
    private static string Star(double value, double least) => value <= least ? " *" : "  ";

    private static string Units(double value) => value.ToString(value >= 100_000 ? "0.###E+0" : value < 1 ? "0.0000" : "#,##0.0", CultureInfo.InvariantCulture);
}
