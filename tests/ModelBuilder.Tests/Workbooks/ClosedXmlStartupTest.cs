using System.Runtime.ExceptionServices;
using ClosedXML.Excel;
using ModelBuilder.Workbooks;

namespace ModelBuilder.Tests.Workbooks;

public class ClosedXmlStartupTest
{
    [Fact]
    public void Install_Twice_HyperlinksAreSavedWithoutAnException()
    {
        ClosedXmlStartup.Install();
        ClosedXmlStartup.Install();
        List<string> thrown = [];
        int thread = Environment.CurrentManagedThreadId;
        void Note(object? sender, FirstChanceExceptionEventArgs e)
        {
            if (Environment.CurrentManagedThreadId == thread)
            {
                thrown.Add(e.Exception.Message);
            }
        }

        using var workbook = new XLWorkbook();
        IXLCell cell = workbook.AddWorksheet("Model").Cell("A1");
        cell.Value = 0.125;
        cell.Style.NumberFormat.Format = "0.0%";
        cell.Hyperlink = new XLHyperlink("Model!B1");
        AppDomain.CurrentDomain.FirstChanceException += Note;
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        AppDomain.CurrentDomain.FirstChanceException -= Note;
        Assert.Empty(thrown);
    }
}
