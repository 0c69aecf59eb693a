using ModelBuilder.Documents;
using ModelBuilder.Extraction;

namespace ModelBuilder.Tests.Extraction;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("Sales rose. Costs fell.", "Sales rose.", "Costs fell.")]
    [InlineData("Sales rose in 2022.Gross profit fell.", "Sales rose in 2022.", "Gross profit fell.")]
    [InlineData("Margin was 15.2%.Costs fell.", "Margin was 15.2%.", "Costs fell.")]
    [InlineData("Mr. Oar sold boats in the U.S. Navy yard.", "Mr. Oar sold boats in the U.S. Navy yard.")]
    [InlineData("Sales were RMB 1.05 billion at ir.boats.com today.", "Sales were RMB 1.05 billion at ir.boats.com today.")]
    [InlineData("Margin was 5%. compared with 4% last quarter.", "Margin was 5%. compared with 4% last quarter.")]
    [InlineData("Rent and fuel were 5 million. 71.2 million this quarter.", "Rent and fuel were 5 million. 71.2 million this quarter.")]
    [InlineData("It was hard. 2022 was harder.", "It was hard.", "2022 was harder.")]
    [InlineData("Margin rose. Compared to last year, sales fell.", "Margin rose.", "Compared to last year, sales fell.")]
    [InlineData("Sales rose.. Thanks.", "Sales rose..", "Thanks.")]
    public void Split(string line, params string[] expected) => Assert.Equal(expected, SentenceSplitter.Split(new TextLine(1, line, null)).Select(s => s.Text));

    [Fact]
    public void Split_PositionsAreThoseOfTheLine()
    {
        const string line = "Speaker 1: Sales rose. Costs fell.";
        foreach (Sentence sentence in SentenceSplitter.Split(new TextLine(1, line, "Speaker 1") { Start = 11 }))
        {
            Assert.Equal(sentence.Text, line.Substring(sentence.Start, sentence.Text.Length));
            Assert.All(sentence.Tokens, t => Assert.Equal(t.Text, line.Substring(t.Start, t.Length)));
        }
    }
}
