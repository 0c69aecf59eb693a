using ModelBuilder.Extraction;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Text as speech recognition leaves it.</summary>
public class SpokenTextTests
{
    [Theory]
    [InlineData("three hundred and two point four million", "302.4|million")]
    [InlineData("sixty point two percent", "60.2|percent")]
    [InlineData("one hundred million", "100|million")]
    [InlineData("60-point two million", "60.2|million")]
    [InlineData("in twenty twenty one we", "in|2021|we")]
    [InlineData("in two thousand and nineteen", "in|2019")]
    [InlineData("two and a half percent", "2.5|percent")]
    [InlineData("RMB 280 1.3 million", "RMB|281.3|million")]
    [InlineData("RMB three hundred and fifty 2.4 million", "RMB|352.4|million")]
    [InlineData("we are certain of it", "we|are|certain|of|it")]
    [InlineData("16. 1%", "16.1|%")]
    [InlineData("it was 40 .5 million", "it|was|40.5|million")]
    [InlineData("two years and one of nine boats", "two|years|and|one|of|nine|boats")]
    [InlineData("in 2022. 5 boats", "in|2022|.|5|boats")]
    [InlineData("June thirty twenty nineteen", "June|30|2019")]
    [InlineData("March thirty first twenty twenty one", "March|31|2021")]
    [InlineData("four dollars and twenty cents", "4.20|dollars")]
    [InlineData("4 dollars and 5 cents", "4.05|dollars")]
    [InlineData("ninety seven cents", "97|cents")]
    [InlineData("eight dollars", "8|dollars")]
    [InlineData("ten to twelve percent", "10|to|12|percent")]
    [InlineData("two thousand three hundred and four million", "2304|million")]
    [InlineData("fifteen thousand sailors", "15|thousand|sailors")]
    [InlineData("a hundred and fifty basis points", "150|basis|points")]
    [InlineData("a half of it", "a|half|of|it")]
    [InlineData("half a percent", "0.5|percent")]
    [InlineData("point three percent", "0.3|percent")]
    [InlineData("one twenty five point three million", "125.3|million")]
    [InlineData("three oh nine million", "309|million")]
    [InlineData("between one hundred and one hundred and ten million", "between|100|and|110|million")]
    [InlineData("the point two sailors made", "the|point|two|sailors|made")]
    public void NumbersInWords_BecomeNumbers(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SpokenNumbers.Join(Tokenizer.Tokenize(text)).Select(t => t.Text)));

    [Fact]
    public void ASentenceTornBehindMore_IsReadWithoutABound() =>
        Assert.Equal(["net_income[2023Q4] -2000000"], Firms.Call("We did more. Than 4% we do not know. Net loss was RMB 2 million."));

    [Fact]
    public void AJoinedNumber_CoversItsWords()
    {
        Token number = SpokenNumbers.Join(Tokenizer.Tokenize("about forty two point one million"))[1];
        Assert.Equal((6, 19), (number.Start, number.Length));
    }

    [Theory]
    [InlineData("Total revenue was RMB 39.9 minutes.", "revenue.total[2023Q4] 39900000")]
    [InlineData("Total revenue was arm be thirty nine point nine million.", "revenue.total[2023Q4] 39900000")]
    [InlineData("Total revenue was uh, RMB 39.9 million.", "revenue.total[2023Q4] 39900000")]
    [InlineData("Long gap operating margin was 4.1%.", "operating_margin@adjusted[2023Q4] 0.041")]
    [InlineData("<inaudible> gap operating profit was RMB 4 million.", "operating_income@adjusted[2023Q4] 4000000")]
    [InlineData("Net loss from continuing operations attributable to Borealis was RMB 2 million, compared with net loss from continuing operations attributable to Borealis of RMB 3 million in the same period a year ago.",
        "net_income[2023Q4] -2000000", "net_income[2022Q4] -3000000")]
    [InlineData("Our operating loss in the first nine months of 2023 was RMB 7 million, lower than the operating loss of RMB 9 million in the same period a year ago.",
        "operating_income[2023M9] -7000000", "operating_income[2022M9] -9000000")]
    public void WhatWasMisheard_IsReadWithADoubt(string sentence, params string[] expected) => Assert.Equal(expected, Firms.Call(sentence));

    [Fact]
    public void AFarYear_WasMisheard()
    {
        string[] spoken = ["Gross margin was nine point four percent.", "Operating margin was three point one percent.", "Net margin was two point five percent.", "EBITDA margin was four point two percent."];
        IReadOnlyList<string> said = Firms.Call(string.Join(' ', spoken) + " For the fourth quarter of 2037 net loss was RMB 2 million.");
        Assert.Equal("net_income[2023Q4] -2000000", said[^1]);
    }

    [Fact]
    public void ATornSentence_GoesOnWithItsLine() =>
        Assert.Equal(["revenue.sea_boats|guidance.low[2024Q1] 30000000", "revenue.sea_boats|guidance.high[2024Q1] 34000000"],
            Firms.Call("Here is our outlook for the first quarter of 2024. For sea boats revenues. We're forecasting between RMB 30 million and RMB 34 million."));

    [Fact]
    public void AnIncomeComparedWithALoss_KeepsBothSigns() => Assert.Equal(["net_income[2023Q4] 1000000", "net_income[2022Q4] -2000000"],
        Firms.Call("Net income was RMB 1 million compared to net loss of RMB 2 million in the same period a year ago."));

    [Fact]
    public void MinutesOfMoney_AreADoubt() => Assert.NotEmpty(Firms.Read("Total revenue was RMB 39.9 minutes.", Firms.Borealis).Mentions[0].Doubts);

    [Fact]
    public void TextWithoutStops_IsCutAtItsComparisons()
    {
        string text = "total revenue in the quarter was RMB 40 million representing an increase of 5 percent year over year gross margin in the quarter was 20 percent compared to 19 percent a year ago "
            + "moving on to our plans we will build more boats and thank all of our crews for the hard work that they did during the long and cold winter";
        Assert.Equal(["revenue.total[2023Q4] 40000000", "revenue.total|growth.yoy[2023Q4] 0.05", "gross_margin[2023Q4] 0.2", "gross_margin[2022Q4] 0.19"], Firms.Call(text));
        Assert.Equal(3, SentenceSplitter.Split(new(1, text, null)).Count());
    }
}
