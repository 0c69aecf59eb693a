using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;
using ModelBuilder.Tests.Support;
using Interval = ModelBuilder.Figures.Interval;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Text that is none, or that is made to hurt: it costs what its length does and stops nothing.</summary>
public class HostileTextTests
{
    private const string Telling = "Total revenue was USD 12.3 million in the third quarter of 2023.";

    [Theory]
    [InlineData("1,234,567")]
    [InlineData("1,2,3,")]
    [InlineData("5%,")]
    [InlineData("up 5% from 4% ")]
    [InlineData("we expect revenue of 5 to 6 million ")]
    [InlineData("$5 ")]
    [InlineData("a")]
    [InlineData("(")]
    [InlineData("growth ")]
    [InlineData("revenue, ")]
    [InlineData("excluding revenue, ")]
    [InlineData("twenty ")]
    [InlineData("Harbour Inc. ")]
    [InlineData("\0")]
    [InlineData("Total revenue was USD 12.3 million in the third quarter of 2023. ")]
    [InlineData("Adjusted gross margin was 5% and gross margin was 9%. ")]
    public void ALine_CostsWhatItsLengthDoes(string piece)
    {
        const int length = 50_000, times = 4;
        string one = Repeated(piece, length), more = Repeated(piece, times * length);
        (TimeSpan time, long bytes) = Cost(one);
        (TimeSpan longer, long moreBytes) = Cost(more);
        Assert.True(moreBytes <= (1.5 * times * bytes) + 1_000_000, $"{bytes:N0} bytes for one, {moreBytes:N0} for {times} times the text");
        Assert.True(longer <= (3 * times * time) + TimeSpan.FromMilliseconds(100), $"{time} for one, {longer} for {times} times the text");
    }

    [Theory]
    [InlineData("1,2,3,")]
    [InlineData("5%, ")]
    public void NumbersWithoutAWord_AreNotReadOn_ButSaid(string piece)
    {
        string text = Repeated(piece, 20_000);
        Assert.Single(SentenceSplitter.Split(new TextLine(1, text, null)));
        Assert.Single(Extractor.Extract(TextDocument.Read("2023Q3.txt", text + " revenue was USD 12.3 million."), null).Findings, f => f.Code == FindingCode.Overlong);
    }

    [Theory]
    [InlineData("up 5% ")]
    [InlineData("revenue ")]
    [InlineData("revenue, ")]
    public void WhatIsLongerThanAnySentence_IsReadInPieces_AndNothingIsLost(string piece)
    {
        string text = Repeated(piece, 20_000);
        List<Sentence> pieces = [.. SentenceSplitter.Split(new TextLine(1, text, null))];
        Assert.All(pieces, p => Assert.True(p.Tokens.Count <= Overlong.Most && p.Tokens.Count(t => t.Kind != TokenKind.Word) <= Overlong.Most / 4));
        Assert.Equal(Tokenizer.Tokenize(text), pieces.SelectMany(p => p.Tokens));
        Assert.All(pieces, p => Assert.Equal(p.Text, text.Substring(p.Start, p.Text.Length)));
        Finding finding = Assert.Single(Extractor.Extract(TextDocument.Read("2023Q3.txt", "Good day.\n" + text), null).Findings, f => f.Code == FindingCode.Overlong);
        Assert.Equal((Severity.Info, 2), (finding.Severity, finding.DocumentLine));
    }

    [Fact]
    public void WhatARecognizerWrites_IsNotCut()
    {
        string text = Repeated("so we had our crews ready and they sailed ", 3_900);
        Assert.Single(SentenceSplitter.Split(new TextLine(1, text, null)));
        Assert.Empty(Extractor.Extract(TextDocument.Read("2023Q3.txt", text), null).Findings);
    }

    [Theory]
    [InlineData("Uh")]
    [InlineData("uh um")]
    [InlineData("99999999999999999999 trillion dollars")]
    [InlineData("revenue of about 99999999999999999999 to 99999999999999999999 trillion dollars")]
    [InlineData("of about 00000000000000000000 trillion dollars")]
    [InlineData("revenue was 79228162514264337593543950335 million dollars")]
    [InlineData("1.2.3.4.5 million")]
    [InlineData("\uFEFF\uFEFF")]
    [InlineData("\f\v\u2028\u00A0")]
    [InlineData("revenue was \uD800 5 million \uDC00 dollars")]
    [InlineData("\0\0\0")]
    [InlineData("((((([[[[[<<<<<")]
    [InlineData("'s 's ' \u2019 -- - / /a a/ -5 (5%)")]
    public void ALineOfNonsense_StopsNothing(string nonsense)
    {
        foreach (string end in new[] { "\n", "\r\n" })
        {
            Mention mention = Assert.Single(Extractor.Extract(TextDocument.Read("call.txt", nonsense + end + Telling + end + nonsense), null).Mentions);
            Assert.Equal(("revenue.total", 12_300_000m, 2), (mention.Line.Name, mention.Amount.Value, mention.Provenance.Line));
        }
    }

    [Fact]
    public void MillionsOfDigits_AreNoNumber() =>
        Assert.Empty(Extractor.Extract(TextDocument.Read("2023Q3.txt", "Revenue was USD " + new string('7', 5_000_000) + " million."), null).Mentions);

    // periods are looked for at words that may open one: no phrase may be lost by it
    [Fact]
    public void Periods_AreThoseThatLookingAtEveryWordFinds()
    {
        string[] words =
        [
            "the", "a", "our", "same", "corresponding", "period", "quarter", "of", "in", "last", "year", "prior", "previous", "preceding", "two", "years", "ago", "earlier", "before", "over", "during", "that", "time", "this", "current", "next", "coming", "now", "%", "5",
            "three", "3", "twelve", "12", "months", "q1", "Q4", "4Q22", "3", "Q", "h1", "2H23", "first", "fourth", "half", "six", "nine", "to", "date", "fiscal", "calendar", "financial", "FY23", "FY2022", "'", "23", "\u2019", "2023", "full", "whole", "entire", "all",
            "December", "31", "may", "March", "sep", "end", "ended", "and", "for", "from", "as", "1", "st", "million", "revenue", "reported", "reporting", "year's", "-", ",",
        ];
        Prop.ForAll(Gen.ListOf(Gen.Elements(words)).ToArbitrary(), said =>
        {
            List<Token> tokens = Tokenizer.Tokenize(string.Join(' ', said));
            return PeriodReader.Read(tokens).SequenceEqual(PeriodReader.Read(tokens, _ => true));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    [Fact]
    public void Overlaps_AreThoseThatAskingEachFinds()
    {
        Gen<Interval> interval = from low in Gen.Choose(-6, 6) from width in Gen.Choose(0, 4) select new Interval(low, low + width);
        Prop.ForAll(Gen.ListOf(interval).ToArbitrary(), interval.ToArbitrary(), (all, one) => new Overlaps(all).With(one) == all.Count(i => i.Overlaps(one))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AWordSeenBefore_IsSpelledAsAtFirst() => Prop.ForAll<string>(word =>
    {
        string text = (word ?? "") + "s";
        Spelled first = Spelled.Of(text, isWord: true), again = Spelled.Of(text, isWord: true);
        string lower = text.ToLowerInvariant();
        return first == again && first == new Spelled(text, lower, Token.Normalise(lower));
    }).QuickCheckThrowOnFailure();

    private static string Repeated(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    // the least of three: a loaded machine makes a run longer, never shorter
    private static (TimeSpan Time, long Bytes) Cost(string text)
    {
        TimeSpan least = TimeSpan.MaxValue;
        long bytes = 0;
        for (int i = 0; i < 3; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan start = ThreadClock.Now;
            Extractor.Extract(TextDocument.Read("x.txt", text), null);
            TimeSpan took = ThreadClock.Now - start;
            least = took < least ? took : least;
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (least, bytes);
    }
}
