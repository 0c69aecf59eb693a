using System.Xml.Linq;
using ModelBuilder.Formulas;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>Writes how far each sheet reaches. ClosedXML keeps what the template said, and readers that trust it would see only a part of the sheet.</summary>
internal static class Dimensions
{
    public static void Write(SheetParts sheets)
    {
        foreach (string sheet in sheets.Names)
        {
            XDocument document = sheets.Read(sheet);
            int row = 1, column = 1;
            foreach ((CellAddress address, _) in SheetParts.Cells(document))
            {
                (row, column) = (Math.Max(row, address.Row), Math.Max(column, address.Column));
            }

            document.Root!.Element(Xml.Main + "dimension")?.SetAttributeValue("ref", $"A1:{new CellAddress(row, column)}");
        }
    }
}
