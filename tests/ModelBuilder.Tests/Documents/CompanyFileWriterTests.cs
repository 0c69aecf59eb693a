using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Documents;
using ModelBuilder.Figures;
using NodaTime;
using Xunit;

namespace ModelBuilder.Tests.Documents;

public class CompanyFileWriterTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements("Plain & Sons", "Lands' End", "yes", "null", "~", "- dash", "# hash", "colon: space", "a, b", "[x]", "{y}", "\"quoted\"", "back\\slash", "tab\there", "线 云", "trailing-", "1.5", "*star", "%", "a #b", "é"),
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(s => s.Get));

    private static readonly Gen<FiscalCalendar> Calendar =
        from month in Gen.Choose(1, 12)
        from rule in Gen.Elements(Enum.GetValues<YearEndRule>())
        from day in Gen.Elements(IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday)
        from naming in Gen.Elements(Enum.GetValues<YearNaming>())
        select rule == YearEndRule.LastDayOfMonth ? new FiscalCalendar(month, Naming: naming) : new FiscalCalendar(month, rule, day, naming);

    /// <summary>What is written is read back, whatever people call things.</summary>
    [Fact]
    public void RoundTrip() => Prop.ForAll(
        (from texts in Text.ArrayOf(8) from calendar in Calendar from units in Gen.Elements(1, 1_000, 1_000_000, 1_000_000_000) select (texts, calendar, units)).ToArbitrary(),
        made =>
        {
            string[] texts = [.. made.texts.Select((t, i) => Clean(t) + (i < 2 ? "" : FormattableString.Invariant($" {i}")))];
            var company = new Company
            {
                Name = texts[0],
                Ticker = texts[1],
                Aliases = [texts[2]],
                Currency = "NOK",
                UnitsShown = made.units,
                Calendar = made.calendar,
                Segments = [new CompanyLine(new LineKey("revenue.a"), texts[3], [texts[4]])],
                FormerSegments = [new CompanyLine(new LineKey("revenue.z"), texts[4] + " once", [])],
                CostLines = [new CompanyLine(new LineKey("cost.b"), texts[5], [])],
                ExpenseLines = [new CompanyLine(new LineKey("research_development", "adjusted"), texts[6], [])],
                OtherLines = [new CompanyLine(new LineKey("share_of_revenue.a_b"), texts[7], [])],
            };

            (Company? read, IReadOnlyList<Finding> findings) = CompanyFile.Read("company.yaml", CompanyFileWriter.Write(company, new Dictionary<string, string> { ["name"] = made.texts[0], ["revenue.a"] = made.texts[1] + "\nline: [two" }));

            Assert.Empty(findings);
            Assert.Equal((company.Name, company.Ticker, company.Currency, company.UnitsShown, company.Calendar), (read!.Name, read.Ticker, read.Currency, read.UnitsShown, read.Calendar));
            Assert.Equal(company.Aliases, read.Aliases);
            Assert.Equal(company.Lines.Select(l => (l.Key, l.Label)), read.Lines.Select(l => (l.Key, l.Label)));
            Assert.Equal(company.Segments[0].Aliases, read.Segments[0].Aliases);
        }).QuickCheckThrowOnFailure();

    // the reader trims texts, and half of a character is none
    private static string Clean(string text) => new string([.. text.Where(c => !char.IsSurrogate(c))]).Trim() is { Length: > 0 } kept ? kept : "x";
}
