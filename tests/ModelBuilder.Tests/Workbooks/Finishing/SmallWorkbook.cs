using ClosedXML.Excel;
using ModelBuilder.Formulas;
using ModelBuilder.Workbooks;

namespace ModelBuilder.Tests.Workbooks.Finishing;

/// <summary>A workbook of an invented company, small enough to know each of its values by hand.</summary>
internal static class SmallWorkbook
{
    public const string Hostile = "=1+1 & <sums> \"quoted\" \u00e9\u4e91 \r\n _x0041_";

    private static readonly string[] Periods = ["2022Q1", "2022Q2", "2022Q3", "2022Q4", "2022FY", "2023Q1", "2023Q2", "2023Q3", "2023Q4", "2023FY"];
    private static readonly double[] Cloud = [100, 110, 121, 133, 0, 120, 125, 140, 160, 0];
    private static readonly double[] Devices = [50, 40, 35, 30, 0, 28, 26, 25, 22, 0];

    /// <summary>Bridge steps: start 155, +39 cloud, -8 devices, -200 impairment, end -14.</summary>
    private static readonly (string Name, double Value)[] Steps = [("FY22", 155), ("Cloud", 39), ("Devices", -8), ("Impairment", -200), ("FY23", -14)];

    public static byte[] Saved()
    {
        ClosedXmlStartup.Install();
        using var workbook = new XLWorkbook();
        IXLWorksheet model = workbook.AddWorksheet("Model");
        IXLWorksheet bridge = workbook.AddWorksheet("Bridge's data, all");
        IXLWorksheet facts = workbook.AddWorksheet("Facts");
        FillModel(model);
        FillBridge(bridge);
        FillFacts(facts);
        model.Cell("D2").Comment.AddText("call of 1Q22, line 14");
        model.Cell("D2").Hyperlink = new XLHyperlink("Facts!A2");
        model.Cell("E2").Hyperlink = new XLHyperlink("https://example.com/a?b=1&c=2");
        model.Cell("B20").Value = "Base";
        model.Cell("B20").DataValidation.List("\"Bear,Base,Bull\"");
        workbook.NamedRanges.Add("Scenario", model.Cell("B20").AsRange());
        model.Range("D4:M4").AddConditionalFormat().WhenLessThan(0.5).Font.SetFontColor(XLColor.Red);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    public static FinishRequest Request() => new(Values(), Charts());

    public static Dictionary<(string Sheet, CellAddress Address), FormulaValue> Values()
    {
        var values = new Dictionary<(string, CellAddress), FormulaValue>();
        void Put(string sheet, string address, FormulaValue value) => values[(sheet, CellAddress.Parse(address))] = value;
        for (int i = 0; i < Periods.Length; i++)
        {
            string column = CellAddress.ColumnLetters(4 + i);
            (double cloud, double devices) = Year(i) ? (Cloud[(i - 4)..i].Sum(), Devices[(i - 4)..i].Sum()) : (Cloud[i], Devices[i]);
            if (Year(i))
            {
                Put("Model", column + "2", FormulaValue.Of(cloud));
                Put("Model", column + "3", FormulaValue.Of(devices));
            }

            Put("Model", column + "4", FormulaValue.Of(cloud / (cloud + devices)));
            Put("Model", column + "5", FormulaValue.Of(cloud > 4 * devices));
            Put("Model", column + "6", FormulaValue.Of(cloud > 4 * devices ? " mostly cloud " : ""));
        }

        Put("Model", "B8", FormulaValue.Of(FormulaError.DivisionByZero));
        Put("Model", "B9", FormulaValue.Of(0.1 + 0.2));
        Put("Model", "B10", FormulaValue.Of(1e-7 / 3));
        Put("Model", "B11", FormulaValue.Of(Hostile));
        return values;
    }

    private static ChartPlan[] Charts()
    {
        const string Quarters = "Model!$D$1:$G$1,Model!$I$1:$L$1";
        ChartSeries Segment(int row) => new("", $"Model!$D${row}:$G${row},Model!$I${row}:$L${row}") { NameReference = $"Model!$B${row}" };
        ChartSeries Step(string name, string column, SeriesRole role) => new(name, $"'Bridge''s data, all'!${column}$2:${column}$6") { Role = role, LabelFormat = "#,##0;(#,##0);;" };
        return
        [
            new("Revenue by segment, CNY m", ChartKind.StackedColumn, "Model", At("D12"), At("J27"), Quarters,
                [Segment(2), Segment(3), Segment(4) with { AsLine = true, OnSecondAxis = true, LabelFormat = "0%" }])
            {
                ValueAxis = new("CNY m", "#,##0"),
                SecondAxis = new("share of cloud", "0%"),
            },
            new("Segments side by side", ChartKind.ClusteredColumn, "Model", At("K12"), At("Q27"), Quarters, [Segment(2), Segment(3)]) { Legend = LegendPlace.Top },
            new("Share of cloud in revenue, with a gap", ChartKind.Line, "Model", At("D29"), At("J44"), "Model!$D$1:$M$1",
                [new("share", "Model!$D$4:$M$4"), new("plan", "Model!$D$7:$M$7") { Colour = "ED7D31" }])
            {
                ValueAxis = new("", "0.0%"),
                Legend = LegendPlace.Right,
            },
            new("EBITDA bridge FY22 to FY23, CNY m", ChartKind.Waterfall, "Bridge's data, all", At("A9"), At("G26"), "'Bridge''s data, all'!$A$2:$A$6",
                [Step("Base", "C", SeriesRole.Invisible), Step("Total", "D", SeriesRole.Total), Step("Up", "E", SeriesRole.Positive), Step("Down", "F", SeriesRole.Negative), Step("Down below zero", "G", SeriesRole.Negative)])
            {
                Legend = LegendPlace.None,
                ValueAxis = new("CNY m", "#,##0;(#,##0)"),
            },
        ];
    }

    private static CellAddress At(string address) => CellAddress.Parse(address);

    private static bool Year(int index) => Periods[index].EndsWith("FY", StringComparison.Ordinal);

    private static void FillModel(IXLWorksheet sheet)
    {
        sheet.Cell("A2").Value = "revenue.cloud";
        sheet.Cell("B2").Value = "Cloud";
        sheet.Cell("B3").Value = "Devices";
        sheet.Cell("B4").Value = "Share of cloud";
        for (int i = 0; i < Periods.Length; i++)
        {
            string column = CellAddress.ColumnLetters(4 + i);
            string year = i >= 4 ? $"{CellAddress.ColumnLetters(i)}#:{CellAddress.ColumnLetters(3 + i)}#" : "";
            sheet.Cell(column + "1").Value = Periods[i];
            Set(sheet.Cell(column + "2"), Year(i), $"SUM({year.Replace('#', '2')})", Cloud[i]);
            Set(sheet.Cell(column + "3"), Year(i), $"SUM({year.Replace('#', '3')})", Devices[i]);
            sheet.Cell(column + "4").FormulaA1 = $"{column}2/({column}2+{column}3)";
            sheet.Cell(column + "5").FormulaA1 = $"{column}2>4*{column}3";
            sheet.Cell(column + "6").FormulaA1 = $"IF({column}5,\" mostly cloud \",\"\")";
            if (i is not (4 or 5))
            {
                sheet.Cell(column + "7").Value = 0.6 + (i * 0.03);
            }
        }

        sheet.Cell("B8").FormulaA1 = "1/0";
        sheet.Cell("B9").FormulaA1 = "0.1+0.2";
        sheet.Cell("B10").FormulaA1 = "0.0000001/3";
        sheet.Cell("B11").FormulaA1 = "Facts!B2";
    }

    private static void Set(IXLCell cell, bool year, string formula, double value)
    {
        if (year)
        {
            cell.FormulaA1 = formula;
        }
        else
        {
            cell.Value = value;
        }
    }

    // Base, Total, Up, Down, Down below zero; a step from above to below zero has a piece on either side.
    private static void FillBridge(IXLWorksheet sheet)
    {
        (double Base, double Total, double Up, double Down, double Below)[] pieces = [(0, 155, 0, 0, 0), (155, 0, 39, 0, 0), (186, 0, 0, 8, 0), (0, 0, 0, 186, -14), (0, -14, 0, 0, 0)];
        for (int i = 0; i < Steps.Length; i++)
        {
            sheet.Cell(i + 2, 1).Value = Steps[i].Name;
            sheet.Cell(i + 2, 2).Value = Steps[i].Value;
            sheet.Cell(i + 2, 3).Value = pieces[i].Base;
            sheet.Cell(i + 2, 4).Value = pieces[i].Total;
            sheet.Cell(i + 2, 5).Value = pieces[i].Up;
            sheet.Cell(i + 2, 6).Value = pieces[i].Down;
            sheet.Cell(i + 2, 7).Value = pieces[i].Below;
        }
    }

    private static void FillFacts(IXLWorksheet sheet)
    {
        sheet.Cell("A1").Value = "Line";
        sheet.Cell("B1").Value = "Sentence";
        sheet.Cell("A2").Value = "revenue.cloud";
        sheet.Cell("B2").SetValue(Hostile);
        sheet.Cell("B3").Comment.AddText("a note on an empty cell");
    }
}
