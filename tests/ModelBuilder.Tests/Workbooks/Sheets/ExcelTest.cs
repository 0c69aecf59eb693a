using ModelBuilder.Formulas;
using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Tests.Workbooks.Sheets;

public class ExcelTest
{
    [Theory]
    [InlineData(255, 1)]
    [InlineData(256, 2)]
    [InlineData(900, 4)]
    public void A_text_is_put_together_of_parts_that_excel_takes(int length, int parts)
    {
        string text = new('x', length);
        TextLiteral[] literals = [.. Excel.Text(text).Parts().OfType<TextLiteral>()];
        Assert.Equal(parts, literals.Length);
        Assert.All(literals, l => Assert.True(l.Value.Length <= 255));
        Assert.Equal(text, string.Concat(literals.Select(l => l.Value)));
    }
}
