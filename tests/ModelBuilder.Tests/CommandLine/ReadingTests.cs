using ModelBuilder.CommandLine;
using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using Spectre.Console;

namespace ModelBuilder.Tests.CommandLine;

/// <summary>Tables and sentences as they come out in a given width.</summary>
public class ReadingTests
{
    private const string Call = "Operator: Welcome to the fourth quarter 2023 earnings conference call.\n"
        + "Speaker 1: Net sales were $90.5 million, up 12.5% year over year, and gross margin was 41.2% compared to 40.1% a year ago, for which we thank all who work in our yards and harbours.\nSpeaker 1: Net sales in the prior year were $80.4 million.";

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void NoRowIsWiderThanTheConsole_NorHasTrailingSpaces(int width)
    {
        string[] lines = Table(width);

        Assert.All(lines, l => Assert.True(l.Length <= width, l));
        Assert.All(lines, l => Assert.Equal(l.TrimEnd(), l));
        Assert.DoesNotContain(lines, l => l.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void ALineIsNamedOnce_AndSoIsASentenceThatStatesTwoOfItsFigures()
    {
        string[] lines = Table(120);

        Assert.Single(lines, l => l == "revenue.total");
        Assert.Single(lines, l => l.StartsWith("  2023Q4", StringComparison.Ordinal) && l.Contains("90.5 m USD", StringComparison.Ordinal) && l.Contains("Net sales were", StringComparison.Ordinal));
        Assert.Single(lines, l => l.Contains("12.5%", StringComparison.Ordinal) && !l.Contains("Net sales were", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one extraordinary two", 7, "one|extraordinary|two")]
    [InlineData("", 7, "")]
    public void WordsKeepTogether(string text, int width, string expected) => Assert.Equal(expected, string.Join('|', Prose.Lines(text, width)));

    [Theory]
    [InlineData("one two", 7, "one two")]
    [InlineData("one two three four", 14, "one two...")]
    [InlineData("extraordinarily", 10, "extraor...")]
    public void ASentenceIsCutAtAWord(string text, int width, string expected) => Assert.Equal(expected, Prose.Cut(text, width));

    private static string[] Table(int width)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = width;
        MentionTable.Print(console, Extractor.Extract(TextDocument.Read("call.txt", Call), null).Mentions);
        return writer.ToString().Split('\n');
    }
}
