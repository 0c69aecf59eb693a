using ModelBuilder.Workbooks.Templates;

namespace ModelBuilder.Tests.Workbooks;

public sealed class TextWidthTest
{
    [Theory]
    [InlineData("2023Q4", 5, 8)]
    [InlineData("Enterprise cloud", 12, 17)]
    [InlineData("金山云", 6, 6)]
    public void Of_Text_IsAboutItsWidthInDigits(string text, double least, double most) => Assert.InRange(TextWidth.Of(text), least, most);

    [Theory]
    [InlineData(1234567.89, "#,##0.0_);(#,##0.0);\"–\"_)", 10, 14)]
    [InlineData(-0.123, "0.0%_);(0.0%)", 5, 8)]
    [InlineData(8099, "0", 4, 6)]
    public void Of_Number_IsAboutWhatItsFormatShows(double value, string format, double least, double most) => Assert.InRange(TextWidth.Of(value, format), least, most);

    [Theory]
    [InlineData("", 1)]
    [InlineData("one two", 1)]
    [InlineData("one two three four five six", 3)]
    [InlineData("one\ntwo", 2)]
    [InlineData("一二三四五六七八九十一二", 3)]
    public void Lines_KeepsWordsWhole(string text, int expected) => Assert.Equal(expected, TextWidth.Lines(text, 10));
}
