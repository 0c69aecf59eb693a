using System.Xml.Linq;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>Puts beside each formula the value that the program computed, and has Excel compute all of them again when it opens the file.</summary>
internal static class FormulaCells
{
    public static void Write(PackageContent package, SheetParts sheets, IReadOnlyDictionary<(string Sheet, CellAddress Address), FormulaValue> values)
    {
        List<string> without = [];
        foreach (string sheet in sheets.Names)
        {
            foreach ((CellAddress address, XElement cell) in SheetParts.Cells(sheets.Read(sheet)))
            {
                if (cell.Element(Xml.Main + "f") is null)
                {
                    DropTypeOfNothing(cell);
                }
                else if (values.TryGetValue((sheet, address), out FormulaValue value) && CachedValue.Of(value) is { } cached)
                {
                    cached.WriteTo(cell);
                }
                else
                {
                    without.Add($"{sheet}!{address}");
                }
            }
        }

        if (without.Count > 0)
        {
            throw new ArgumentException($"{Xml.Text(without.Count)} formulas have no value to cache: {string.Join(", ", without.Take(5))}", nameof(values));
        }

        DropCalculationChain(package, sheets.WorkbookPart);
        HaveExcelCalculate(package, sheets.WorkbookPart);
    }

    // ClosedXML leaves t="s" on an empty cell that has a comment; no shared string 'nothing' exists.
    private static void DropTypeOfNothing(XElement cell)
    {
        if (!cell.HasElements)
        {
            cell.SetAttributeValue("t", null);
        }
    }

    private static void DropCalculationChain(PackageContent package, string workbook)
    {
        if (package.RelationshipsOf(workbook).PartOfKind("calcChain") is { } chain)
        {
            package.Remove(chain);
        }
    }

    private static void HaveExcelCalculate(PackageContent package, string workbook)
    {
        XDocument document = package.Read(workbook);
        XElement? calculation = document.Root!.Element(Xml.Main + "calcPr");
        if (calculation is null)
        {
            calculation = new XElement(Xml.Main + "calcPr", new XAttribute("calcId", "125725"));
            XElement before = document.Root.Element(Xml.Main + "definedNames") ?? document.Root.Element(Xml.Main + "sheets")!;
            before.AddAfterSelf(calculation);
        }

        foreach (string iteration in new[] { "iterate", "iterateCount", "iterateDelta" })
        {
            calculation.SetAttributeValue(iteration, null);
        }

        calculation.SetAttributeValue("fullCalcOnLoad", "1");
        package.Write(workbook, document);
    }
}
