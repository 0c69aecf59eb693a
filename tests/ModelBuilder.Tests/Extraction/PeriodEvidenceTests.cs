using ModelBuilder.Documents;
using ModelBuilder.Extraction;
using ModelBuilder.Figures;

namespace ModelBuilder.Tests.Extraction;

/// <summary>Which period a call reports whose greeting and file name do not say it: from quarters told and guided, years, comparisons and days.</summary>
public class PeriodEvidenceTests
{
    [Theory]
    // the quarter from what is told, the year from what is compared, guided, or about to begin
    [InlineData("2021Q3", "In the third quarter, sales rose 5%. Net income was $3 million. Compared to the third quarter of 2020, volumes grew 2%. We now expect full year 2021 sales of $9 million.")]
    [InlineData("2020Q3", "Our third quarter sales fell 8%. Orders improved from the second quarter. We expect fourth quarter sales to fall 4%. Looking ahead to 2021, we see a challenging first quarter. As we move into 2021, our plants are ready.")]
    [InlineData("2022Q1", "Fiscal 2022 is off to a good start. First quarter volumes were up 4%. The first quarter tax rate was 20%. We are raising our fiscal 2022 guidance.")]
    [InlineData("2021Q4", "We had strong results in the fourth quarter and in the full year. In 2021, we returned $4 million to shareholders. During 2021, we closed two plants. For the first quarter of 2022, we expect sales of $5 million.")]
    // after the pandemic's first year the year before it is compared with as well
    [InlineData("2021Q3", "Our third quarter revenues were $7 million, 8% below the third quarter of 2019. Room nights were 12% greater than in the third quarter of 2019. That is an improvement over the second quarter of 2021. We expect full year 2021 revenues of $25 million. Margins should hold as we head into 2022.")]
    [InlineData("2021Q3", "Third quarter revenues were $7 million, 8% below the third quarter of 2019. Room nights were 12% above the third quarter of 2019. We expect full year 2021 revenues of $25 million. For the rest of 2021 we see little change.")]
    [InlineData("2022Q3", "Two years ago, in the third quarter of fiscal 2020, sales were $2 million. Third quarter sales were $5 million.")]
    // a greeting without a year outweighs a quarter that is spoken of more
    [InlineData("2021Q3", "Welcome to our third quarter earnings call. In the second quarter, traffic was weak. Second quarter prices rose. Second quarter costs fell. In the second quarter, we opened a plant. We expect full year 2021 sales of $9 million.")]
    // the end of a stretch, the day of a balance, the day on which something happened
    [InlineData("2020Q3", "For the first nine months, we wrote $6 million, compared with $5 million in the first nine months of 2019. Third quarter premiums were $2 million.")]
    [InlineData("2021Q2", "Second quarter loans grew 3%. As of June 30, 2021, our cash was $3 million, compared to $5 million as of December 31, 2020.")]
    [InlineData("2022Q1", "Read our annual report for the year ended March 31, 2021. Net income for the three months ended June 30, 2021 was $3 million; in the three months ended June 30, 2020, it was $2 million. We see a good fiscal year 2022.")]
    [InlineData("2022Q1", "First quarter sales rose 5%. As of June 30, 2021, cash was $3 million. The fiscal year began well.")]
    [InlineData("2021Q2", "Second quarter sales rose 5%. As of June 30, 2021, cash was $3 million. As of July 31, 2021, we had 40 stores. The fiscal year is going well.")]
    [InlineData("2021Q3", "In the third quarter, sales rose 5%. On November 3, 2021, the board declared a dividend.")]
    public void IsWhatExplainsTheWholeText(string period, string text) => Assert.Equal(period, Period(text)?.ToString());

    [Theory]
    // notes, targets and milestones are of other years
    [InlineData("2021Q2", "Second quarter sales were $5 million. We repaid our notes due 2027. We want to be carbon neutral by 2040. This is our best quarter since 2009. For the remainder of 2021, we see stable prices.")]
    [InlineData("2021Q2", "Second quarter sales were $5 million. Our 2026 senior notes were repaid. Our 2024 strategy is working. We expect 2021 sales of $20 million.")]
    public void IsNotThatOfAnEvent(string period, string text) => Assert.Equal(period, Period(text)?.ToString());

    [Fact]
    public void AQuarterWithoutAYear_IsAFindingThatSaysSo()
    {
        Extracted read = Extractor.Extract(TextDocument.Read("call.txt", "Third quarter net income was $3 million. In the third quarter, sales rose 5%. Volumes in the third quarter were strong."), null);
        Assert.All(read.Mentions, m => Assert.Null(m.Period));
        Finding finding = Assert.Single(read.Findings, f => f.Code == FindingCode.UnknownPeriod);
        Assert.Contains("third quarter of a year", finding.Message, StringComparison.Ordinal);
        Assert.Contains("file's name", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void ACloseRace_IsTakenWithAFindingThatNamesBoth()
    {
        Extracted read = Extractor.Extract(TextDocument.Read("call.txt", "In Q3, air traffic was strong. Sales grew 5% in Q2. Sales grew 6% in Q3. As we look at the fourth quarter, we are encouraged. We now expect 2021 sales of $9 million, versus $8 million in 2020. Traffic was weak in Q2."), null);
        Finding finding = Assert.Single(read.Findings, f => f.Code == FindingCode.UnknownPeriod);
        Assert.Contains("2021Q3, which is taken", finding.Message, StringComparison.Ordinal);
        Assert.Contains("2021Q2", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021Q1-call.txt", "Welcome to our second quarter 2021 earnings call. Net income was $3 million.", "2021Q2", "is taken", "2021Q1")]
    [InlineData("2021Q1-call.txt", "Net income was $3 million in the third quarter of 2021, compared with $2 million in the third quarter of 2020. Third quarter sales were $9 million. We expect sales of $10 million in the fourth quarter of 2021.", "2021Q1", "speaks as one that reports", "2021Q3")]
    public void AFileNameThatTheTextContradicts_IsAFinding(string name, string text, string taken, string says, string other)
    {
        Extracted read = Extractor.Extract(TextDocument.Read(name, text), null);
        Finding finding = Assert.Single(read.Findings, f => f.Code == FindingCode.UnknownPeriod);
        Assert.Contains(taken, finding.Message, StringComparison.Ordinal);
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
        Assert.Contains(other, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021Q3-call.txt", "Net income was $3 million in the third quarter of 2021, compared with $2 million in the third quarter of 2020.")]
    [InlineData("2021Q3-call.txt", "Net income was $3 million. We expect full year 2021 sales of $9 million.")]
    [InlineData("call.txt", "Welcome to our second quarter 2021 earnings call. Net income was $3 million.")]
    public void WhatAgrees_IsNoFinding(string name, string text) => Assert.DoesNotContain(Extractor.Extract(TextDocument.Read(name, text), null).Findings, f => f.Code == FindingCode.UnknownPeriod);

    [Theory]
    [InlineData("In 2021, sales grew.", PeriodRole.Past)]
    [InlineData("We expect 2021 sales to grow.", PeriodRole.Future)]
    [InlineData("The sale is to be completed in 2021.", PeriodRole.Future)]
    [InlineData("For the rest of 2021 prices hold.", PeriodRole.Running)]
    [InlineData("As we move into 2021, we are ready.", PeriodRole.Ahead)]
    [InlineData("This compares to net sales of 2.5 million, or 10 a share in 2021.", PeriodRole.Base)]
    [InlineData("Costs are down from Rs 17 crores in 2021.", PeriodRole.Base)]
    [InlineData("Volumes are in line with 2021.", PeriodRole.Base)]
    [InlineData("Our deferral from 2021 to the next year is small.", PeriodRole.Neutral)]
    [InlineData("The notes are due 2021.", PeriodRole.Event)]
    [InlineData("As expected, our second quarter results are strong.", PeriodRole.Past)]
    [InlineData("It will show in our fourth quarter results.", PeriodRole.Future)]
    [InlineData("Points of sale go from 150 to 300 in 2021.", PeriodRole.Neutral)]
    public void Role_IsReadFromTheWordsAround(string text, object role)
    {
        Sentence sentence = Assert.Single(SentenceSplitter.Split(new TextLine(1, text, null)));
        Assert.Equal(role, PeriodRoles.Of(sentence, 0));
    }

    [Theory]
    [InlineData("Our third quarter of 20 24 was good.", 3, 2024)]
    [InlineData("In Q3 20 21 sales rose.", 3, 2021)]
    [InlineData("Q3-21 was good.", 3, 2021)]
    [InlineData("Q3/2021 was good.", 3, 2021)]
    [InlineData("Our Q1 22, was good.", 1, 2022)]
    [InlineData("Our Q1 22 was good.", 1, 2022)]
    [InlineData("Sales in Q1 22 million.", 1, 0)]
    [InlineData("Sales rose in Q1 22%.", 1, 0)]
    [InlineData("In the second quarter, 21 stores opened.", 2, 0)]
    [InlineData("Quarter three of 2021 was good.", 3, 2021)]
    [InlineData("Q three of 2021 was good.", 3, 2021)]
    [InlineData("In the quarter three new stores opened.", 0, 0)]
    [InlineData("The third quarter of our 2022 fiscal year was good.", 3, 2022)]
    public void Quarters_AreReadWithTheirYears(string text, int number, int year)
    {
        PeriodPhrase phrase = Assert.Single(Assert.Single(SentenceSplitter.Split(new TextLine(1, text, null))).Periods);
        Assert.Equal((PeriodShape.Quarter, number, year), (phrase.Shape, phrase.Number, phrase.Year));
    }

    [Fact]
    public void LastYearsNamedQuarter_IsTheYearAgo() =>
        Assert.Equal((PeriodWhen.YearAgo, 2020), Assert.Single(Assert.Single(SentenceSplitter.Split(new TextLine(1, "Sales beat last year's 2020 quarter.", null))).Periods) is var p ? (p.When, p.Year) : default);

    [Theory]
    // a balance's day closes the reported quarter of a fiscal year, if no calendar year's quarter closes then
    [InlineData("In the fourth quarter of fiscal 2021, sales were $9 million. As of August 31, 2021, cash was $3 million.", "2021Q4", 8)]
    [InlineData("In the third quarter of fiscal 2023, sales were $9 million. As of October 31, 2022, cash was $3 million, compared with $4 million as of July 31, 2022.", "2023Q3", 1)]
    [InlineData("In the second quarter of 2021, sales were $9 million. As of July 31, 2021, we had 40 stores. We start fiscal 2022 well.", "2021Q2", 1, YearNaming.StartingYear)]
    [InlineData("In the second quarter of 2021, sales were $9 million. As of June 30, 2021, cash was $3 million. As of July 31, 2021, we had 40 stores. We start fiscal 2022 well.", "2021Q2", 12)]
    [InlineData("In the second quarter of 2021, sales were $9 million. As of July 31, 2021, we had 40 stores.", "2021Q2", 12)]
    [InlineData("In the fourth quarter of 2021, the fiscal stimulus helped. As of August 31, 2021, cash was $3 million.", "2021Q4", 12)]
    public void ABalancesDay_TellsWhenTheYearEnds(string text, string period, int month, YearNaming naming = YearNaming.EndingYear)
    {
        StatedDates dates = Dates(text);
        Assert.Equal(new FiscalCalendar(month, Naming: naming), FiscalYearEnd.Infer(dates, FiscalPeriod.Parse(period)));
    }

    [Fact]
    public void ABalancesDay_IsNoDateline() => Assert.Null(Dates("On December 31, 2023, our cash was $3 million.").Published);

    [Fact]
    public void AQuarterToldBeforeTheNineMonths_IsReported() => Assert.Equal(["net_income[2021Q3] 2000000", "net_income[2021M9] 7000000", "revenue.total[2021Q3] 9000000"],
        Firms.Said(Extractor.Extract(TextDocument.Read("text.txt", "30 November 2021\n\nFor the third quarter, Birch reported net income of $2 million.\n\nFor the 39 weeks ended October 30, 2021, net income was $7 million.\n\nNet sales were $9 million for the third quarter.\n"), null)));

    private static StatedDates Dates(string text) => StatedDates.Of([.. TextDocument.Read("call.txt", string.Join(".\n", text.Split(". "))).Lines.SelectMany(SentenceSplitter.Split)]);

    private static FiscalPeriod? Period(string text)
    {
        Document document = TextDocument.Read("call.txt", text) with { Source = SourceKind.Transcript };
        StatedDates dates = Dates(text);
        return ReportingPeriod.Of(document, dates, FiscalYearEnd.Infer(dates, null)).Period;
    }
}
