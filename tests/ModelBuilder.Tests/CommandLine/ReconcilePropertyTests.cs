using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelBuilder.Tests.CommandLine;

/// <summary>What must hold from the text of documents to the JSON of <c>reconcile</c>, as a user runs it.</summary>
public sealed partial class ReconcilePropertyTests : IDisposable
{
    private static readonly string[] Asides =
    [
        "The weather in the harbour was mild and our crews enjoyed the new canteen.", "Thank you all for joining us, and now I hand over to my colleague.",
        "We are proud of our people, who worked hard through a long winter.", "Our oldest ship was painted blue again.", "Operator, may we have the next question please?",
    ];

    private readonly Session session = new();

    [Fact]
    public void An_irrelevant_sentence_changes_no_figure()
    {
        Write();
        string before = Figures();
        string path = Path.Combine(session.Documents, "2024Q4-notes.txt");
        string[] lines = File.ReadAllLines(path);
        for (int aside = 0; aside < Asides.Length; aside++)
        {
            for (int at = 3; at <= lines.Length; at += 2)
            {
                File.WriteAllLines(path, [.. lines[..at], "", Asides[aside], "", .. lines[at..]]);
                Assert.Equal(before, Figures());
            }
        }
    }

    [Fact]
    public void The_order_of_documents_changes_nothing_but_their_names()
    {
        Write();
        string first = Reconciled();
        string[] names = [.. Directory.GetFiles(session.Documents).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
        string[] turned = [.. names.Select((n, i) => $"{(char)('z' - i)}-{n}")];
        foreach ((string name, string other) in names.Zip(turned))
        {
            File.Move(Path.Combine(session.Documents, name), Path.Combine(session.Documents, other));
        }

        string second = Reconciled();
        foreach ((string name, string other) in names.Zip(turned))
        {
            second = second.Replace(other, name, StringComparison.Ordinal);
        }

        Assert.Equal(Sorted(first), Sorted(second));
        Assert.Equal(first.Length, second.Length);
    }

    [Fact]
    public void The_order_on_the_command_line_changes_no_mention()
    {
        Write();
        string[] paths = [.. Directory.GetFiles(session.Documents).Order(StringComparer.Ordinal)];
        string[] Extracted(IEnumerable<string> given) => [.. Session.Run(["extract", .. given, "--company", session.Company, "--format", "jsonl"]).Out.Split('\n').Order(StringComparer.Ordinal)];

        Assert.Equal(Extracted(paths), Extracted(paths.Reverse()));
    }

    public void Dispose() => session.Dispose();

    private void Write()
    {
        File.AppendAllText(Path.Combine(session.Documents, "2024Q4-notes.txt"), """

            Gross profit was EUR 52.8 million, a gross margin of 33.0%. Operating expenses were EUR 30.1 million.
            Net income was EUR 14.2 million compared with EUR 11.9 million in the same period last year.
            """);
        File.WriteAllText(Path.Combine(session.Documents, "2024Q4-article.txt"), """
            Northwind Ferries reports its fourth quarter of 2024

            Northwind Ferries earned EUR 14.2 million in the fourth quarter of 2024. Total revenue was EUR 106.0 million.
            """);
        File.WriteAllText(Path.Combine(session.Documents, "2024Q3-notes.txt"), """
            Notes on the third quarter 2024 earnings call of Northwind Ferries

            CFO: Total revenue was EUR 150.0 million in the third quarter of 2024. Revenue from freight was EUR 55.0 million.
            """);
    }

    private string Reconciled()
    {
        (int code, string output, string error) = Session.Run("reconcile", session.Company, "--format", "json", "--template", Session.Template);
        Assert.True(code is 0 or 1, error);
        return output;
    }

    private string Figures()
    {
        using JsonDocument json = JsonDocument.Parse(Reconciled());
        string[] figures = [.. json.RootElement.GetProperty("figures").EnumerateArray().Select(f => $"{f.GetProperty("metric")} {f.GetProperty("basis")} {f.GetProperty("measure")} {f.GetProperty("period")} {f.GetProperty("value")} {f.GetProperty("low")} {f.GetProperty("high")} {f.GetProperty("status")}")];
        Assert.True(figures.Length > 8, string.Join('\n', figures));
        return string.Join('\n', figures);
    }

    // The same mentions and places in another order are the same.
    private static string[] Sorted(string json) => [.. Item().Matches(json).Select(m => m.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"[^,{}\[\]]+")]
    private static partial Regex Item();
}
