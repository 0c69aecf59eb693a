using System.Xml.Linq;

namespace ModelBuilder.Workbooks.Finishing;

/// <summary>The axes of a chart, in pairs numbered n (categories) and n + 1 (values).</summary>
internal static class ChartAxes
{
    private static readonly XNamespace C = Xml.Chart;

    public static IEnumerable<XElement> Ids(int pair) => [ChartText.Setting("axId", Xml.Text(pair)), ChartText.Setting("axId", Xml.Text(pair + 1))];

    public static XElement Category(int pair, bool visible, bool level = false) => new(
        C + "catAx",
        ChartText.Setting("axId", Xml.Text(pair)),
        Scaling(),
        ChartText.Switch("delete", !visible),
        ChartText.Setting("axPos", "b"),
        ChartText.NumberFormat("General"),
        ChartText.Setting("majorTickMark", "none"),
        ChartText.Setting("minorTickMark", "none"),
        ChartText.Setting("tickLblPos", "low"), // below the plot, also where columns reach below zero
        new XElement(C + "spPr", ChartText.Outline("A6A6A6", 9525)),
        ChartText.Font(level ? 800 : 900, "404040", level),
        ChartText.Setting("crossAx", Xml.Text(pair + 1)),
        ChartText.Setting("crosses", "autoZero"),
        ChartText.Switch("auto", false),
        ChartText.Setting("lblAlgn", "ctr"),
        ChartText.Setting("lblOffset", "100"),
        ChartText.Switch("noMultiLvlLbl", true));

    public static XElement Value(int pair, ChartAxis axis, bool atRight, bool betweenColumns, bool grid = true) => new(
        C + "valAx",
        ChartText.Setting("axId", Xml.Text(pair + 1)),
        Scaling(),
        ChartText.Switch("delete", false),
        ChartText.Setting("axPos", atRight ? "r" : "l"),
        atRight || !grid ? null : new XElement(C + "majorGridlines", new XElement(C + "spPr", ChartText.Outline("E7E6E6", 6350))),
        axis.Title.Length > 0 ? ChartText.Title(axis.Title, size: 900, bold: false, turned: true) : null,
        ChartText.NumberFormat(axis.Format),
        ChartText.Setting("majorTickMark", "none"),
        ChartText.Setting("minorTickMark", "none"),
        ChartText.Setting("tickLblPos", atRight ? "high" : "low"),
        ChartText.NoLine(),
        ChartText.Font(900, "404040"),
        ChartText.Setting("crossAx", Xml.Text(pair)),
        ChartText.Setting("crosses", atRight ? "max" : "autoZero"),
        ChartText.Setting("crossBetween", betweenColumns ? "between" : "midCat"));

    private static XElement Scaling() => new(C + "scaling", ChartText.Setting("orientation", "minMax"));
}
