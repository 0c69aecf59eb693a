using ModelBuilder.Documents;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Documents;

public class TextDocumentTests
{
    [Theory]
    [InlineData("call.txt", "Speaker 0: Hello.\nSpeaker 1: Sales rose.", SourceKind.Transcript)]
    [InlineData("call.txt", "This transcript was computer generated.\nHello.", SourceKind.MachineTranscript)]
    [InlineData("news.txt", "Boats sink\n\nBorealis sold fewer boats in 2023.", SourceKind.Article)]
    [InlineData("pr.txt", "Borealis Boats Limited today announced its unaudited figures.", SourceKind.Release)]
    [InlineData("thoughts.md", "Sales were fine.", SourceKind.Notes)]
    [InlineData("x.txt", "My notes on Borealis\nSales were fine.", SourceKind.Notes)]
    public void Read_TellsTheKindOfSource(string name, string text, SourceKind expected) => Assert.Equal(expected, TextDocument.Read(name, text).Source);

    [Fact]
    public void Read_KeepsLinesAndSpeakers()
    {
        Document document = TextDocument.Read("call.txt", "Operator: Go ahead.\r\nSpeaker 2: We sold boats.\r\n\r\nAnd oars.");
        Assert.Equal([1, 2, 3, 4], document.Lines.Select(l => l.Number));
        Assert.Equal("Speaker 2", document.Lines[3].Speaker);
        Assert.Equal("Speaker 2: We sold boats.", document.Lines[1].Text);
        Assert.Equal("Speaker 2: ".Length, document.Lines[1].Start);
    }

    [Fact]
    public void Read_NameAndTitle_IsASpeaker() =>
        Assert.Equal("Ada Harbour", TextDocument.Read("call.txt", "Ada Harbour -- Chief Financial Officer\nSales rose.").Lines[1].Speaker);

    [Fact]
    public void Read_ByteOrderMarkAndEmptyText_AreHarmless()
    {
        Assert.Equal("x", TextDocument.Read("a.txt", "\uFEFFx").Lines[0].Text);
        Assert.Single(TextDocument.Read("a.txt", "").Lines);
    }

    [Theory]
    [InlineData("Speaker 3: Good morning.", "Speaker 3")]
    [InlineData("CFO: Revenue was up.", "CFO")]
    [InlineData("Interpreter for the CEO: Revenue was up.", "Interpreter for the CEO")]
    [InlineData("Q (analyst at a bank): And margins?", "Q (analyst at a bank)")]
    [InlineData("Jane Smith, Chief Financial Officer: Revenue was up.", "Jane Smith, Chief Financial Officer")]
    [InlineData("Source: an edited transcript.", null)]
    [InlineData("Public Cloud: revenue was up.", null)]
    [InlineData("At 10:30 we begin.", null)]
    public void Read_SpeakersMark(string line, string? speaker) =>
        Assert.Equal(speaker, TextDocument.Read("call.txt", line).Lines[0].Speaker);

    [Fact]
    public void Read_EmptyLine_OpensAParagraph() =>
        Assert.Equal([true, false, false, true], TextDocument.Read("call.txt", "One.\nTwo.\n\nThree.").Lines.Select(l => l.OpensParagraph));
}
