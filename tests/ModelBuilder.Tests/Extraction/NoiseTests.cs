using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

/// <summary>What speech recognition does to the words of results, undone with a doubt.</summary>
public class NoiseTests
{
    [Theory]
    [InlineData("a bit die rose", "ebitda rose")]
    [InlineData("rmb forty point two minutes", "rmb forty point two million")]
    [InlineData("rmb forty point two a minute", "rmb forty point two million")]
    [InlineData("three point one building", "three point one billion")]
    [InlineData("forty minutes ago", "forty minutes ago")]
    [InlineData("the building is new", "the building is new")]
    [InlineData("twenty percent your over year", "twenty percent year over year")]
    [InlineData("nine percent over year", "nine percent year over year")]
    [InlineData("in q three we", "in q3 we")]
    [InlineData("non gap net loss", "non gaap net loss")]
    [InlineData("the non gap between them", "the non gap between them")]
    [InlineData("our our revenue you know rose", "our revenue rose")]
    [InlineData("every trip made per boat rose", "average trip made per boat rose")]
    [InlineData("every boat rose", "every boat rose")]
    [InlineData("sailors of the increased by 9%", "sailors increased by 9 %")]
    public void Words_AreReadAsTheyWereSaid(string heard, string said) =>
        Assert.Equal(said, string.Join(' ', Noise.Mend(Tokenizer.Tokenize(heard)).Select(t => t.Lower)));

    [Theory]
    [InlineData("blows from operations was", "loss from operations was")]
    [InlineData("well as from continuing operations was", "loss from continuing operations was")]
    [InlineData("cash from operations was", "cash from operations was")]
    [InlineData("income from continuing operations a tree available to owners", "income from continuing operations attributable to owners")]
    [InlineData("sailors from operations were", "sailors from operations were")]
    [InlineData("lost from the third quarter was", "lost in the third quarter was")]
    [InlineData("tea from the third quarter was", "tea from the third quarter was")]
    public void ResultsBeforeOperations_AreKnownByTheirSound(string heard, string said) =>
        Assert.Equal(said, string.Join(' ', NoisyResults.Mend(Tokenizer.Tokenize(heard)).Select(t => t.Lower)));

    [Theory]
    [InlineData("loss", "blows", 1)]
    [InlineData("loss", "well as", 0)]
    [InlineData("attributable", "a tree available", 1)]
    [InlineData("profit", "margin", 3)]
    public void SoundsAlike_HaveKeysThatDifferLittle(string a, string b, int distance) =>
        Assert.Equal(distance, SoundKey.Distance(SoundKey.Of(a.Split(' ')), SoundKey.Of(b.Split(' '))));

    [Theory]
    [InlineData("adjusted a bit die was rmb forty point two minutes in the fourth quarter of twenty twenty three", "ebitda@adjusted[2023Q4] 40200000")]
    [InlineData("sea boats revenues were rnb twelve point four minutes presenting an increase of nine percent year of year", "revenue.sea_boats[2023Q4] 12400000", "revenue.sea_boats|growth.yoy[2023Q4] 0.09")]
    [InlineData("so the winds and the waters lost in the fourth quarter of twenty twenty three was rmb four point one million compared to operating loss of rmb six point two million a year ago", "operating_income[2023Q4] -4100000", "operating_income[2022Q4] -6200000")]
    [InlineData("the number of sailors we had was rmb four point one million compared to what it was", "")]
    public void ACallWithoutStops_IsRead(string text, params string[] expected)
    {
        Extracted read = Heard(text);
        Assert.Equal(expected.Where(e => e.Length > 0), Firms.Said(read).Skip(4));
        Assert.All(read.Mentions.Skip(4).Take(1), m => Assert.NotEmpty(m.Doubts));
    }

    [Theory]
    [InlineData("harper surfaces in the fourth quarter of 2023 decreased by nine percent to rmb twelve point four million", "revenue.harbour_services|growth.yoy[2023Q4] -0.09", "revenue.harbour_services[2023Q4] 12400000")]
    [InlineData("tea and biscuits in the fourth quarter of 2023 decreased by nine percent to rmb twelve point four million")]
    public void AnOpeningThatSoundsLikeAPart_IsThePart(string text, params string[] expected)
    {
        Extracted read = Heard("harbour services revenues were rmb eleven point one million in the third quarter of 2023\n" + text, null);
        Assert.Equal(expected, Firms.Said(read).Skip(5));
        Assert.All(read.Mentions.Skip(5), m => Assert.Contains(m.Doubts, d => d.Contains("sounds like", StringComparison.Ordinal)));
    }

    [Fact]
    public void AQuestionMarkBehindAStatement_IsNoQuestion()
    {
        Assert.Single(Firms.Said(Heard("sea boats revenues were rmb twelve point four million?")).Skip(4));
        Assert.Empty(Firms.Said(Heard("can you say whether sea boats revenues were rmb twelve point four million?")).Skip(4));
    }

    [Fact]
    public void WhatASpeakerWillSay_IsNoForecast() =>
        Assert.Equal(["net_income[2023Q4] -2000000"], Firms.Call("I will answer this and net loss was RMB 2 million."));

    [Fact]
    public void LongTextWithoutStops_IsCutWhereAStatementCloses()
    {
        string statement = "the crews did well and the boats were sold and net loss was rmb two point four million compared to rmb three point one million in the same period of last year ";
        Extracted read = Heard(string.Concat(Enumerable.Repeat(statement, 90)));
        Assert.Equal(180, read.Mentions.Count(m => m.Line.Name == "net_income"));
    }

    [Theory]
    [InlineData("Our crew retention rate grew by 41% year over year.", "kpi.crew_retention_rate|growth.yoy[2023Q4] 0.41")]
    [InlineData("The average time spent at sea per boat and our crews increased by 20% year over year.", "kpi.crews|growth.yoy[2023Q4] 0.2")]
    [InlineData("With average time spent per sailor on boats increasing by 20% year over year.", "kpi.average_time_spent_per_sailor_on_boats|growth.yoy[2023Q4] 0.2")]
    public void RatesAndAverages_AreOperatingFigures(string text, params string[] expected) =>
        Assert.Equal(expected, Firms.Said(Firms.Read(text, null)));

    [Fact]
    public void AMishearing_IsDoubtedInTheMention() =>
        Assert.Contains("'a bit die' read as ebitda", Heard("adjusted a bit die was rmb forty point two million").Mentions[^1].Doubts);

    [Fact]
    public void EditedText_IsNotMended() =>
        Assert.Empty(Firms.Call("A bit die was RMB 40.2 million."));

    [Fact]
    public void TextWithoutStopsAndCapitals_IsAMachines()
    {
        string words = string.Join(' ', Enumerable.Repeat("so the boats and the crews did well in the quarter and we thank them", 12));
        Assert.Equal(SourceKind.MachineTranscript, TextDocument.Read("call.txt", "Speaker 1: " + words).Source);
        Assert.NotEqual(SourceKind.MachineTranscript, TextDocument.Read("call.txt", "Speaker 1: " + words.Replace(" and", ", and", StringComparison.Ordinal).Replace("them so", "them. So", StringComparison.Ordinal)).Source);
    }

    private static Extracted Heard(string text) => Heard(text, Firms.Borealis);

    private static Extracted Heard(string text, Company? company) => Firms.Read(
        "gross margin was nine point four percent\noperating margin was three point one percent\nnet margin was two point five percent\nebitda margin was four point two percent\n" + text, company);
}
