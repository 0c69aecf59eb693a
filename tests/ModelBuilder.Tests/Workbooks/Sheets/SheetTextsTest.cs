using ModelBuilder.Workbooks;

namespace ModelBuilder.Tests.Workbooks.Sheets;

/// <summary>The sheets of the invented company as text: address, formula, value, format, note, link.</summary>
public class SheetTextsTest
{
    private static readonly Lazy<WorkbookBuild> Built = new(() => InventedWorkbook.Build());

    [Theory]
    [InlineData("Control")]
    [InlineData("Bridges")]
    [InlineData("Facts")]
    [InlineData("Contradictions")]
    [InlineData("Checks")]
    public void A_sheet_has_the_expected_cells(string sheet) => WorkbookDump.Verify("invented-" + sheet, WorkbookDump.Of(Built.Value.Bytes!, sheet));
}
