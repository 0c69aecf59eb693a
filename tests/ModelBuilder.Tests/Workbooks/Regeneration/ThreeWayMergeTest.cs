using FsCheck;
using FsCheck.Fluent;
using ModelBuilder.Workbooks.Regeneration;

namespace ModelBuilder.Tests.Workbooks.Regeneration;

/// <summary>The laws of the merge, on small workbooks made by chance.</summary>
public class ThreeWayMergeTest
{
    private static readonly string[] Rows = ["a", "b", "c", "d"];
    private static readonly string[] Columns = ["label", "2024Q1", "2024Q2", "2024FY"];
    private static readonly Place[] Places = [.. from r in Rows from c in Columns from f in new[] { Facet.Content, Facet.Note, Facet.Style } select new Place("Model", r, c, f)];

    [Fact]
    public void NothingChanged_GivesNothing() => Holds((b, _, _) =>
    {
        MergeResult merge = ThreeWayMerge.Of(b, b, b);
        return merge.Outcomes.Count == 0 && merge.ToWrite.Count == 0 && Same(merge.Merged, b.Said);
    });

    [Fact]
    public void AnalystChangedNothing_GivesOurs() => Holds((b, _, o) => Same(ThreeWayMerge.Of(b, b, o).Merged, o.Said));

    [Fact]
    public void WeChangedNothing_GivesTheirs() => Holds((b, t, _) => ThreeWayMerge.Of(b, t, b) is { ToWrite.Count: 0 } merge && Same(merge.Merged, t.Said));

    [Fact]
    public void SecondMerge_ChangesNothing() => Holds((b, t, o) =>
    {
        MergeResult first = ThreeWayMerge.Of(b, t, o);
        MergeResult second = ThreeWayMerge.Of(o, t with { Said = first.Merged, Actuals = o.Actuals }, o);
        return second.ToWrite.Count == 0 && Same(second.Merged, first.Merged);
    });

    [Fact]
    public void OrderOfKeys_DoesNotMatter() => Holds((b, t, o) =>
    {
        MergeResult straight = ThreeWayMerge.Of(b, t, o), turned = ThreeWayMerge.Of(Turned(b), Turned(t), Turned(o));
        return Same(straight.Merged, turned.Merged) && straight.Outcomes.SequenceEqual(turned.Outcomes) && straight.ToWrite.SequenceEqual(turned.ToWrite);
    });

    [Fact]
    public void EveryTweak_IsInTheResultOrInTheList() => Holds((b, t, o) =>
    {
        MergeResult merge = ThreeWayMerge.Of(b, t, o);
        return Places.Where(p => t[p] != b[p]).All(p => merge.Merged.GetValueOrDefault(p, "") == t[p] || merge.Outcomes.Any(x => x.Place == p && x.Theirs == t[p]));
    });

    [Fact]
    public void WhatIsToBeWritten_IsWhatDiffersFromTheirs() => Holds((b, t, o) =>
    {
        MergeResult merge = ThreeWayMerge.Of(b, t, o);
        return merge.ToWrite.ToHashSet().SetEquals(Places.Where(p => merge.Merged.GetValueOrDefault(p, "") != t[p]));
    });

    [Fact]
    public void ReadInput_IsAsOursHasIt() => Holds((b, t, o) =>
    {
        Place ruling = Places[0];
        return ThreeWayMerge.Of(b, t, o, new HashSet<Place> { ruling }).Merged.GetValueOrDefault(ruling, "") == o[ruling];
    });

    [Fact]
    public void ForecastThatWasReported_IsTaken_AndListed()
    {
        var place = new Place("Model", "a", "2024Q2");
        ModelBuilder.Workbooks.Regeneration.Outcome outcome = Assert.Single(ThreeWayMerge.Of(Of((place, "fx")), Of((place, "n5")), Of((place, "n7")) with { Actuals = Set("2024Q1", "2024Q2") }).Outcomes);
        Assert.Equal((OutcomeKind.BecameActual, "n5", "n7"), (outcome.Kind, outcome.Theirs, outcome.Ours));
    }

    [Fact]
    public void NumberTypedOverAnActual_StaysWhenTheNextQuarterComes()
    {
        var place = new Place("Model", "a", "2024Q1");
        MergeResult merge = ThreeWayMerge.Of(Of((place, "n5")), Of((place, "n6")), Of((place, "n7")) with { Actuals = Set("2024Q1", "2024Q2") });
        Assert.Equal("n6", merge.Merged[place]);
        Assert.Equal(OutcomeKind.BothChanged, Assert.Single(merge.Outcomes).Kind);
    }

    [Fact]
    public void RowThatTheAnalystDeleted_StaysDeleted()
    {
        var place = new Place("Model", "a", "2024Q1");
        Inventory theirs = Of() with { Sheets = [new SheetShape("Model", Columns, [.. Rows.Skip(1).Select(r => new RowShape(r, true))])] };
        MergeResult merge = ThreeWayMerge.Of(Of((place, "n5")), theirs, Of((place, "n7")));
        Assert.Empty(merge.ToWrite);
        Assert.Equal(OutcomeKind.Deleted, Assert.Single(merge.Outcomes).Kind);
    }

    [Fact]
    public void LineThatIsGone_StaysOnTheModel_AndGoesFromReports()
    {
        foreach ((string sheet, bool stays) in new[] { ("Model", true), ("Facts", false) })
        {
            var place = new Place(sheet, "a", "2024Q1");
            Inventory Book(params string[] rows) => new([new SheetShape(sheet, Columns, [.. rows.Select(r => new RowShape(r, true))])], rows.Contains("a") ? new Dictionary<Place, string> { [place] = "n5" } : new Dictionary<Place, string>()) { Actuals = Set("2024Q1") };
            MergeResult merge = ThreeWayMerge.Of(Book("a", "b"), Book("a", "b"), Book("b"));
            Assert.Equal(stays, merge.Merged.ContainsKey(place));
            Assert.Equal(stays ? OutcomeKind.LineIsGone : OutcomeKind.Taken, Assert.Single(merge.Outcomes).Kind);
        }
    }

    [Fact]
    public void ForecastOfALineThatIsGone_GoesToo_ItsHistoryAndTheAnalystsOwnStay()
    {
        Place Cell(string column) => new("Model", "a", column);
        Inventory Book(params string[] rows) => new([new SheetShape("Model", Columns, [.. rows.Select(r => new RowShape(r, true))])], rows.Contains("a") ? new Dictionary<Place, string> { [Cell("2024Q1")] = "n5", [Cell("2024Q2")] = "fx", [Cell("2024FY")] = "fy" } : new Dictionary<Place, string>()) { Actuals = Set("2024Q1") };
        Inventory was = Book("a", "b");
        MergeResult merge = ThreeWayMerge.Of(was, was with { Said = was.Said.Select(s => s.Key == Cell("2024FY") ? KeyValuePair.Create(s.Key, "n9") : s).ToDictionary() }, Book("b"));
        Assert.Equal([(Cell("2024FY"), "n9"), (Cell("2024Q1"), "n5")], merge.Merged.OrderBy(m => m.Key).Select(m => (m.Key, m.Value)));
        Assert.Equal([Cell("2024Q2")], merge.ToWrite);
    }

    [Fact]
    public void NoteOnACellThatIsTheAnalysts_IsNotTouched()
    {
        var cell = new Place("Model", "a", "2024Q1");
        Place note = cell with { Facet = Facet.Note };
        MergeResult merge = ThreeWayMerge.Of(Of((cell, "n5"), (note, "told")), Of((cell, "n6"), (note, "told")), Of((cell, "n7"), (note, "told anew")));
        Assert.Empty(merge.ToWrite);
    }

    private static void Holds(Func<Inventory, Inventory, Inventory, bool> law)
    {
        Gen<Inventory> book = from words in ArbMap.Default.GeneratorFor<byte>().ArrayOf(Places.Length)
                              from actuals in Gen.Elements(0, 1, 2)
                              select Of([.. Places.Index().Where(p => words[p.Index] % 4 > 0).Select(p => (p.Item, "n" + (words[p.Index] % 4)))]) with { Actuals = Set([.. Columns.Skip(1).Take(actuals)]) };
        Prop.ForAll(book.Three().ToArbitrary(), three => law(three.Item1, three.Item2 with { Actuals = three.Item1.Actuals }, three.Item3))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static Inventory Of(params IEnumerable<(Place Place, string Words)> cells) =>
        new([new SheetShape("Model", Columns, [.. Rows.Select(r => new RowShape(r, true))])], cells.ToDictionary(c => c.Place, c => c.Words)) { Actuals = Set("2024Q1") };

    private static Inventory Turned(Inventory book) => book with
    {
        Said = book.Said.OrderByDescending(s => s.Key).ToDictionary(s => s.Key, s => s.Value),
        Sheets = [.. book.Sheets.Select(s => new SheetShape(s.Name, [.. s.Columns.Reverse()], [.. s.Rows.Reverse()]))],
    };

    private static HashSet<string> Set(params string[] items) => [.. items];

    private static bool Same(IReadOnlyDictionary<Place, string> one, IReadOnlyDictionary<Place, string> other) =>
        one.Count == other.Count && one.All(x => other.GetValueOrDefault(x.Key) == x.Value);
}
