using System.Text.RegularExpressions;
using ModelBuilder.Figures;
using ModelBuilder.Workbooks.Regeneration;
using ModelBuilder.Workbooks.Sheets;

namespace ModelBuilder.Workbooks;

/// <summary>A ruling that was typed into a workbook.</summary>
/// <param name="Ruling">The ruling.</param>
/// <param name="Candidates">The numbers among which it chose, in base units, in the order of their letters.</param>
public sealed record TypedRuling(Ruling Ruling, IReadOnlyList<decimal> Candidates);

/// <summary>The rulings that an analyst typed on the sheet Contradictions: inputs of the next build, so regressions and derived figures follow them.</summary>
public static partial class TypedRulings
{
    /// <summary>Reads them; a letter that names no candidate is a finding.</summary>
    /// <param name="previous">The workbook.</param>
    /// <param name="company">Its company.</param>
    /// <param name="place">Where a ruling stands, in words.</param>
    public static (IReadOnlyList<TypedRuling> Rulings, IReadOnlyList<Finding> Findings) Read(PreviousWorkbook previous, Company company, string place)
    {
        var rulings = new List<TypedRuling>();
        var findings = new List<Finding>();
        var inputs = new List<Place>();
        if (previous.Reading is not { } theirs)
        {
            return (rulings, findings);
        }

        foreach (RowShape row in theirs.Inventory.Sheet(SheetNames.Contradictions)?.Rows ?? [])
        {
            var cell = new Place(SheetNames.Contradictions, row.Key, ContradictionBlock.Ruling);
            if (Id(row.Key) is not { } id || theirs.Inventory[cell] is not ['t', .. var typed])
            {
                continue;
            }

            bool money = theirs.Contents.GetValueOrDefault(new Place(SheetNames.Contradictions, row.Key, AxisColumns.Unit)) is CellContent.Text unit && unit.Value == Shown.UnitText(Unit.Money, company);
            decimal[] candidates = [.. Candidates(theirs, row.Key).Select(v => (decimal)v * (money ? company.UnitsShown : 1))];
            string letter = typed.Trim().ToUpperInvariant();
            if (letter is not [var named] || named - 'A' is not (>= 0 and var index) || index >= candidates.Length)
            {
                findings.Add(new Finding(Severity.Warning, FindingCode.Input, $"{place}: '{typed}' is no candidate for {row.Key}; the decision stays") { Line = id.Line, Period = id.Period, Remedy = "choose a letter from the list" });
                continue;
            }

            rulings.Add(new TypedRuling(new Ruling(id, candidates[index], "so chosen by the analyst", place), candidates));
            inputs.Add(cell);
        }

        previous.HasRead(inputs);
        return (rulings, findings);
    }

    /// <summary>The numbers of a figure's candidates in the order of their letters.</summary>
    private static IEnumerable<double> Candidates(Reading theirs, string figure)
    {
        for (char letter = 'A'; letter <= 'Z' && theirs.Contents.GetValueOrDefault(new Place(SheetNames.Contradictions, $"{figure}#{letter}", ContradictionBlock.Used)) is CellContent.Number number; letter++)
        {
            yield return number.Value;
        }
    }

    private static FigureId? Id(string key)
    {
        Match parts = Name().Match(key);
        Measure measure = Measure.Level;
        return parts.Success && LineKey.TryParse(parts.Groups["line"].Value, out LineKey line) && FiscalPeriod.TryParse(parts.Groups["period"].Value, out FiscalPeriod period)
            && (!parts.Groups["measure"].Success || Measure.TryParse(parts.Groups["measure"].Value, out measure))
            ? new FigureId(line, measure, period)
            : null;
    }

    [GeneratedRegex(@"^(?<line>[^|\[]+)(\|(?<measure>[^\[]+))?\[(?<period>[^\]]+)\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
