"""The kinds of edits of the bench: what is done to a workbook, with what, and how one sees afterwards that it is there and works.

An edit is made by openpyxl (a function of the workbook), by LibreOffice through UNO, or in the XML of the package as Excel writes it.
A check is a function of what was built afterwards: it gives None or what is wrong.
"""
import re

from openpyxl.chart import LineChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName                                           # noqa: F401
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

F, G, FUEL, CREW, TOTAL = "revenue.ferries", "revenue.freight", "cost.fuel", "cost.crew", "revenue.total"
NEXT, LATER, LAST = "2025Q4", "2026Q2", "2026Q3"      # reported next; a forecast before and after; another
KINDS = {}
SUMMED = ("override_driver_in_one_scenario", "formula_by_another", "formula_by_number", "link_forecast_to_own_sheet", "own_formula_in_an_empty_cell", "rename_label", "restyle_cells",
          "note_on_a_forecast", "own_name", "conditional_format", "validation", "column_width", "bridge_periods", "own_table")


def kind(tool, same=True, checks=0, listed=None, charts=True):
    """A kind. same: all numbers of Model are those of a fresh build (False: those of the new quarter; None: the edit changes them too); checks: what
    MasterCheck has to be (None: an override may make checks fail); listed: what Changes has to say; charts: whether
    they draw the numbers of a fresh build."""
    def put(function):
        KINDS[function.__name__] = dict(tool=tool, edit=function, same=same, checks=checks, listed=listed, charts=charts, check=None)
        return function
    return put


def sees(edit):
    def put(function):
        KINDS[edit.__name__]["check"] = function
        return function
    return put


def near(got, wanted, what=""):
    if isinstance(got, (int, float)) and abs(got - wanted) <= 1e-6 * max(1, abs(wanted)):
        return None
    return "%s is %r, not %r" % (what or "cell", got, wanted)


def equal(got, wanted, what=""):
    return None if got == wanted else "%s is %r, not %r" % (what or "it", got, wanted)


def first(*wrong):
    return next((w for w in wrong if w), None)


# openpyxl: single cells

def total_is_sum(v, period):
    return near(v.value("Model", TOTAL, period), v.value("Model", F, period) + v.value("Model", G, period) + (v.value("Model", "revenue.tours", period) if v.find("Model", "revenue.tours") else 0), "total")


@kind("openpyxl", same=False, checks=None, listed=("kept", "130"))
def override_actual(b):
    b.put("Model", F, "2024Q2", 130)


@sees(override_actual)
def _(v):
    return first(near(v.value("Model", F, "2024Q2"), 130), near(v.value("Model", "share_of_revenue.ferries", "2024Q2"), 130 / v.value("Model", TOTAL, "2024Q2"), "share"))


@kind("openpyxl", listed=("kept", "222"), charts=False)
def override_driver_in_one_scenario(b):
    b.put("Drivers", "driver.trend.ferries|override.bull", LATER, 222)


@sees(override_driver_in_one_scenario)
def _(v):
    return first(near(v.value("Drivers", "driver.trend.ferries|bull", LATER), 222), near(v.value("Scenarios", "revenue.ferries|bull", LATER), 222, "Scenarios"))


@kind("openpyxl", same=False, checks=None, listed=("kept", "1.05"))
def formula_by_another(b):
    b.put("Model", G, LATER, "=%s*1.05" % b.at("Model", G, "2026Q1"))


@sees(formula_by_another)
def _(v):
    return first(near(v.value("Model", G, LATER), v.value("Model", G, "2026Q1") * 1.05), total_is_sum(v, LATER))


@kind("openpyxl", same=False, checks=None, listed=("kept", "150"))
def formula_by_number(b):
    b.put("Model", F, LAST, 150)


@sees(formula_by_number)
def _(v):
    return first(near(v.value("Model", F, LAST), 150), total_is_sum(v, LAST))


@kind("openpyxl", listed=("became actual", "555"))
def override_of_what_is_reported_next(b):
    b.put("Model", F, NEXT, 555)


@kind("openpyxl", same=False, checks=None, listed=("kept", "My view"))
def link_forecast_to_own_sheet(b):
    own = b.book.create_sheet("My view")
    own["A1"], own["B1"] = "Fuel a litre", 7.5
    b.put("Model", FUEL, LATER, "='My view'!B1*10")


@sees(link_forecast_to_own_sheet)
def _(v):
    return first(near(v.value("Model", FUEL, LATER), 75), near(v.value("Model", "cost.total", LATER), 75 + v.value("Model", CREW, LATER), "total cost"))


@kind("openpyxl")
def own_sheet_with_links(b):
    own = b.book.create_sheet("Peers", 1)
    own["A1"], own["A2"] = "=Model!%s*2" % b.at("Model", TOTAL, LATER), "=SUM(Model!%s:%s)" % (b.at("Model", TOTAL, "2025Q1"), b.at("Model", TOTAL, NEXT))
    own["A3"] = "=Facts!%s" % b.fact("G", "revenue.ferries", "2025Q2")
    own["A4"] = '=SUMIF(Model!$E$4:$X$4,"2024Q*",Model!$E$10:$X$10)'


@sees(own_sheet_with_links)
def _(v):
    quarters = sum(v.value("Model", TOTAL, p) for p in ("2025Q1", "2025Q2", "2025Q3", NEXT))
    return first(near(v["Peers!A1"], 2 * v.value("Model", TOTAL, LATER), "A1"), near(v["Peers!A2"], quarters, "A2"), near(v["Peers!A3"], v.value("Model", F, "2025Q2"), "A3"),
                 near(v["Peers!A4"], sum(v.value("Model", TOTAL, "2024Q%d" % q) for q in (1, 2, 3, 4)), "A4"))


@kind("openpyxl")
def own_formula_in_an_empty_cell(b):
    b.sheet("Model")["B36"] = "My mean"
    b.sheet("Model")["E36"] = "=AVERAGE(%s:%s)" % (b.at("Model", G, "2023Q1"), b.at("Model", G, "2023Q4"))
    b.sheet("Drivers")["Z2"] = "=1+1"


@sees(own_formula_in_an_empty_cell)
def _(v):
    mean = sum(v.value("Model", G, "2023Q%d" % q) for q in (1, 2, 3, 4)) / 4
    return first(equal(v["Model!B%d" % v.moved("Model", 36)], "My mean"), near(v["Model!E%d" % v.moved("Model", 36)], mean), near(v.first_number("Drivers", 2), 2, "Drivers row 2"))


@kind("openpyxl")
def own_rows_with_formulas_at_the_end(b):
    sheet = b.sheet("Model")
    sheet["B34"], sheet["B35"] = "Ferries a day", "Twice that"
    for column in b.columns("Model", "2025Q1", "2026Q4"):
        sheet["%s34" % column] = "=%s7/90" % column
        sheet["%s35" % column] = "=%s34*2" % column


@sees(own_rows_with_formulas_at_the_end)
def _(v):
    at = re.sub(r"\d", "", v.at("Model", F, LATER))
    return first(near(v["Model!%s%d" % (at, v.moved("Model", 34))], v.value("Model", F, LATER) / 90), near(v["Model!%s%d" % (at, v.moved("Model", 35))], v.value("Model", F, LATER) / 45))


@kind("openpyxl", listed=("kept", "Ferry lines"))
def rename_label(b):
    b.sheet("Model")[b.at("Model", F, "label")] = "Ferry lines"


@sees(rename_label)
def _(v):
    return equal(v.value("Model", F, "label"), "Ferry lines")


# openpyxl: looks and belongings

@kind("openpyxl")
def restyle_cells(b):
    for period in ("2024Q3", NEXT, LATER):
        cell = b.sheet("Model")[b.at("Model", G, period)]
        cell.font, cell.fill, cell.number_format = Font(name="Courier New", size=9, bold=True, color="FF00AA"), PatternFill("solid", fgColor="FFEE00"), "0.0000"


@sees(restyle_cells)
def _(v):
    for period in ("2024Q3", NEXT, LATER):
        cell = v.book["Model"][v.at("Model", G, period)]
        wrong = first(equal(cell.font.name, "Courier New", period), equal(cell.fill.fgColor.rgb, "00FFEE00", period), equal(cell.number_format, "0.0000", period))
        if wrong:
            return wrong
    return None


@kind("openpyxl")
def column_width(b):
    b.sheet("Model").column_dimensions["B"].width = 61
    b.sheet("Model").column_dimensions["P"].width = 23


@sees(column_width)
def _(v):
    widths = v.book["Model"].column_dimensions
    return first(equal(widths["B"].width, 61), equal(widths["P"].width, 23))


@kind("openpyxl")
def row_height(b):
    b.sheet("Model").row_dimensions[10].height = 33


@sees(row_height)
def _(v):
    return equal(v.book["Model"].row_dimensions[v.moved("Model", 10)].height, 33)


@kind("openpyxl")
def note_on_a_forecast(b):
    for period in (NEXT, LATER):
        b.sheet("Model")[b.at("Model", F, period)].comment = Comment("Ask the company", "Ann")


@sees(note_on_a_forecast)
def _(v):
    notes = [v.book["Model"][v.at("Model", F, period)].comment for period in (NEXT, LATER)]
    return first(*[equal(note.text if note else None, "Ask the company") for note in notes])


@kind("openpyxl")
def note_changed_on_an_actual(b):
    b.sheet("Model")[b.at("Model", F, "2024Q1")].comment = Comment("Checked with the annual report", "Ann")


@sees(note_changed_on_an_actual)
def _(v):
    note = v.book["Model"][v.at("Model", F, "2024Q1")].comment
    return equal(note.text if note else None, "Checked with the annual report")


@kind("openpyxl")
def own_chart(b):
    sheet = b.sheet("Model")
    chart = LineChart()
    chart.title = "Ferries, my way"
    chart.add_data(Reference(sheet, min_col=5, max_col=23, min_row=7), from_rows=True, titles_from_data=False)
    sheet.add_chart(chart, "C40")
    own = b.book.create_sheet("Charts of mine")
    other = LineChart()
    other.title = "Freight, my way"
    other.add_data(Reference(sheet, min_col=5, max_col=23, min_row=8), from_rows=True, titles_from_data=False)
    own.add_chart(other, "B2")


@sees(own_chart)
def _(v):
    texts = "".join(t for name, t in v.texts("xl/charts/chart"))
    return first(*[None if w in texts else w + " is gone" for w in ("Ferries, my way", "Freight, my way", *("$E$%d:$W$%d" % (r, r) for r in (v.moved("Model", 7), v.moved("Model", 8))))])


@kind("openpyxl")
def own_name(b):
    b.name("MyTotal", "Model!$%s" % re.sub(r"(\d+)", r"$\1", b.at("Model", TOTAL, LATER)))
    b.sheet("Model")["B37"] = "=MyTotal*3"


@sees(own_name)
def _(v):
    return near(v["Model!B%d" % v.moved("Model", 37)], 3 * v.value("Model", TOTAL, LATER))


@kind("openpyxl")
def conditional_format(b):
    b.sheet("Model").conditional_formatting.add("E7:W8", FormulaRule(formula=["E7>123"], fill=PatternFill("solid", bgColor="FFC7CE")))


@sees(conditional_format)
def _(v):
    return None if "E%d&gt;123" % v.moved("Model", 7) in v.sheet_xml("Model") else "the rule is gone"


@kind("openpyxl")
def validation(b):
    rule = DataValidation(type="decimal", operator="between", formula1="0", formula2="777")
    rule.add("E7:W7")
    b.sheet("Model").add_data_validation(rule)


@sees(validation)
def _(v):
    return None if re.search(r"<formula2>777</formula2>", v.sheet_xml("Model")) else "the rule is gone"


@kind("openpyxl")
def freeze_panes_elsewhere(b):
    b.sheet("Model").freeze_panes = "G11"


@sees(freeze_panes_elsewhere)
def _(v):
    return equal(v.book["Model"].freeze_panes, "G%d" % (v.moved("Model", 10) + 1))


@kind("openpyxl")
def sheets_moved_and_coloured(b):
    b.book.move_sheet("Model", -2)
    b.sheet("Model").sheet_properties.tabColor = "00AA00"


@sees(sheets_moved_and_coloured)
def _(v):
    return first(equal(v.book.sheetnames[0], "Model"), equal(v.book["Model"].sheet_properties.tabColor.rgb, "0000AA00"))


@kind("openpyxl")
def print_setup_and_filter(b):
    b.sheet("Model").page_setup.orientation = "portrait"
    b.sheet("Model").oddFooter.center.text = "Mine"
    b.sheet("Facts").auto_filter.ref = "A4:P40"


@sees(print_setup_and_filter)
def _(v):
    return first(equal(v.book["Model"].page_setup.orientation, "portrait"), equal(v.book["Model"].oddFooter.center.text, "Mine"), None if v.book["Facts"].auto_filter.ref else "the filter is gone")


@kind("openpyxl")
def own_table(b):
    own = b.book.create_sheet("Prices")
    for row in (["Month", "Price"], ["Jan", 3], ["Feb", 4]):
        own.append(row)
    own.add_table(Table(displayName="Prices", ref="A1:B3"))
    own["D1"] = "=SUM(B2:B3)"


@sees(own_table)
def _(v):
    return first(near(v["Prices!D1"], 7), equal(v.book["Prices"].tables["Prices"].ref, "A1:B3"))


@kind("openpyxl")
def own_hidden_sheet(b):
    own = b.book.create_sheet("Scratch")
    own["A1"] = 5
    own.sheet_state = "hidden"


@sees(own_hidden_sheet)
def _(v):
    return first(near(v["Scratch!A1"], 5), equal(v.book["Scratch"].sheet_state, "hidden"))


# openpyxl: what the program lets the analyst choose

@kind("openpyxl", same=False)
def scenario_bull(b):
    b.named("Scenario", "Bull")


@sees(scenario_bull)
def _(v):
    return first(equal(v.named("Scenario"), "Bull"), near(v.value("Model", TOTAL, LATER), v.fresh("Scenarios", "revenue.total|bull", LATER), "total"))


@kind("openpyxl", charts=False)
def bridge_periods(b):
    b.named("BridgeFrom", "2023Q2")
    b.named("BridgeTo", "2023Q4")


@sees(bridge_periods)
def _(v):
    return first(equal(v.named("BridgeFrom"), "2023Q2"), equal(v.named("BridgeTo"), "2023Q4"), equal(v["Bridges!D4"], "2023Q2"), near(v["Bridges!E8"], v.value("Model", TOTAL, "2023Q4")))


@kind("openpyxl", charts=False)
def interval_level(b):
    b.named("IntervalLevel", 0.95)


@sees(interval_level)
def _(v):
    row = "revenue.total|bull"
    return first(near(v.named("IntervalLevel"), 0.95), None if v.value("Scenarios", row, LATER) > v.fresh("Scenarios", row, LATER) else "the band is no wider")


@kind("openpyxl", same=None, checks=None)
def overrule_contradiction(b):
    b.sheet("Contradictions")[b.beside("Contradictions", "revenue.freight[2024Q4]", 3)] = "B"


@sees(overrule_contradiction)
def _(v):
    return first(near(v.value("Model", G, "2024Q4"), 47), near(v.value("Model", "share_of_revenue.freight", "2024Q4"), 47 / v.value("Model", TOTAL, "2024Q4"), "share"))


@kind("openpyxl", same=None)
def another_method(b):
    b.sheet("Regression")[b.beside("Regression", "driver.trend.ferries|method", 3)] = "Linear trend"


@sees(another_method)
def _(v):
    at = v.beside("Regression", "driver.trend.ferries|method", 3)
    return first(equal(v["Regression!" + at], "Linear trend"), None if v.value("Model", F, LATER) != v.fresh("Model", F, LATER) else "the forecast is that of another method", total_is_sum(v, LATER))


# LibreOffice

@kind("uno")
def saved_by_libreoffice(d):
    pass


@kind("uno", same=False, checks=None, listed=("kept", "141"))
def number_typed_in_libreoffice(d):
    d.cell("Model", F, LATER).Value = 141


@sees(number_typed_in_libreoffice)
def _(v):
    return first(near(v.value("Model", F, LATER), 141), total_is_sum(v, LATER))


@kind("uno")
def insert_row(d):
    row = d.row("Model", G)
    d.sheet("Model").Rows.insertByIndex(row, 1)
    d.sheet("Model").getCellByPosition(1, row).String = "Ferries less freight"
    d.sheet("Model").getCellByPosition(d.column("Model", LATER), row).Formula = "=%s-%s" % (d.address("Model", F, LATER), d.address("Model", G, LATER))


@sees(insert_row)
def _(v):
    at = v.right("Model", v.find("Model", "Ferries less freight"), LATER)
    return near(v["Model!" + at], v.value("Model", F, LATER) - v.value("Model", G, LATER))


@kind("uno")
def insert_column(d):
    d.sheet("Model").Columns.insertByIndex(d.column("Model", "2024Q1"), 1)
    d.sheet("Model").getCellByPosition(d.column("Model", "2024Q1") - 1, d.row("Model", F)).Formula = "=%s/4" % d.address("Model", F, "2023FY")


@sees(insert_column)
def _(v):
    return near(v.left("Model", v.at("Model", F, "2024Q1")), v.value("Model", F, "2023FY") / 4)


@kind("uno")
def insert_sheet(d):
    d.document.Sheets.insertNewByName("Thoughts", 2)
    d.document.Sheets.getByName("Thoughts").getCellByPosition(0, 0).Formula = "=$Model.%s*3" % d.address("Model", TOTAL, NEXT)


@sees(insert_sheet)
def _(v):
    return near(v["Thoughts!A1"], 3 * v.value("Model", TOTAL, NEXT))


@kind("uno")
def delete_row(d):
    d.sheet("Model").Rows.removeByIndex(d.row("Model", "revenue.total|growth.qoq"), 1)


@sees(delete_row)
def _(v):
    return "the row is back" if v.find("Model", "revenue.total|growth.qoq") else None


@kind("uno")
def move_row(d):
    d.move_row("Model", "share_of_revenue.ferries", d.row("Model", "cost_ratio.crew") + 1)


@sees(move_row)
def _(v):
    return "the row moved back" if v.row("Model", "share_of_revenue.ferries") < v.row("Model", "cost_ratio.crew") else None


@kind("uno")
def rename_sheet(d):
    d.sheet("Model").Name = "P and L"


@sees(rename_sheet)
def _(v):
    return first(None if "P and L" in v.book.sheetnames and "Model" not in v.book.sheetnames else "sheets are %s" % v.book.sheetnames)


@kind("uno")
def delete_sheet(d):
    d.document.Sheets.removeByName("Sensitivity")


@sees(delete_sheet)
def _(v):
    return "the sheet is back" if "Sensitivity" in v.book.sheetnames else None


@kind("uno")
def copy_of_a_sheet(d):
    d.document.Sheets.copyByName("Model", "Model last quarter", 4)


@sees(copy_of_a_sheet)
def _(v):
    return None if "Model last quarter" in v.book.sheetnames else "the copy is gone"


@kind("uno")
def hide_column(d):
    d.sheet("Model").Columns.getByIndex(d.column("Model", "2023Q2")).IsVisible = False


@sees(hide_column)
def _(v):
    return None if v.book["Model"].column_dimensions[re.sub(r"\d", "", v.at("Model", F, "2023Q2"))].hidden else "it is shown"


@kind("uno")
def group_rows(d):
    d.group_rows("Model", "share_of_revenue.ferries", "share_of_revenue.freight")


@sees(group_rows)
def _(v):
    return None if v.book["Model"].row_dimensions[v.row("Model", "share_of_revenue.ferries")].outlineLevel else "no group"


@kind("uno", same=False, checks=None, listed=("kept", "160"))
def sum_in_libreoffice(d):
    insert_row(d)
    insert_column(d)
    rename_sheet(d)
    d.cell("P and L", F, LAST).Value = 160
    d.document.Sheets.insertNewByName("Thoughts", 2)
    d.document.Sheets.getByName("Thoughts").getCellByPosition(0, 0).Formula = "=$'P and L'.%s*3" % d.address("P and L", TOTAL, LATER)
    d.sheet("P and L").Columns.getByIndex(d.column("P and L", "2023Q2")).IsVisible = False


@sees(sum_in_libreoffice)
def _(v):
    return first(near(v.value("Model", F, LAST), 160), total_is_sum(v, LAST), rename_sheet_seen(v), near(v["Thoughts!A1"], 3 * v.value("Model", TOTAL, LATER), "own sheet"),
                 near(v.left("Model", v.at("Model", F, "2024Q1")), v.value("Model", F, "2023FY") / 4, "own column"),
                 near(v["%s!%s" % (v.name("Model"), v.right("Model", v.find("Model", "Ferries less freight"), LATER))], v.value("Model", F, LATER) - v.value("Model", G, LATER), "own row"))


rename_sheet_seen = KINDS["rename_sheet"]["check"]


@kind("openpyxl", same=False, checks=None, listed=("kept", "222"))
def sum_of_many(b):
    for one in SUMMED:
        KINDS[one]["edit"](b)


@sees(sum_of_many)
def _(v):
    for one in SUMMED:
        wrong = KINDS[one]["check"](v)
        if wrong:
            return "%s: %s" % (one, wrong)
    return None


# The XML of the package, as Excel writes it

@kind("xml")
def shared_formulas_and_calculation_chain(p):
    p.share_formulas("Model")
    p.share_formulas("Drivers")
    p.calculation_chain()


@sees(shared_formulas_and_calculation_chain)
def _(v):
    return "the old chain is still there" if "xl/calcChain.xml" in v.parts else None


@kind("xml")
def inline_strings(p):
    p.inline_strings("Model")
    p.inline_strings("Control")


@kind("xml")
def threaded_comment(p):
    p.threaded_comment("Model", "E7", "Is this the restated number?")


@sees(threaded_comment)
def _(v):
    text = "".join(t for _, t in v.texts("xl/threadedComments/"))
    return first(None if "restated number" in text and 'ref="E%d"' % v.moved("Model", 7) in text else "the thread is gone", None if v.parts.get("xl/persons/person.xml") else "the person is gone",
                 None if "threadedComment" in "".join(t for _, t in v.texts("xl/worksheets/_rels/")) else "nothing leads to it")


@kind("xml")
def sparkline(p):
    p.sparkline("Model", "D7", "Model!E7:W7")


@sees(sparkline)
def _(v):
    return None if "<xm:f>Model!E%d:W%d</xm:f>" % (v.moved("Model", 7), v.moved("Model", 7)) in v.sheet_xml("Model") else "it is gone"


@kind("xml")
def pivot(p):
    p.pivot("Facts", "A4:G40")


@sees(pivot)
def _(v):
    return first(*[None if v.parts.get(n) else n + " is gone" for n in ("xl/pivotCache/pivotCacheDefinition1.xml", "xl/pivotCache/pivotCacheRecords1.xml", "xl/pivotTables/pivotTable1.xml")])


@kind("xml")
def array_formula(p):
    p.cell("Model", "B38", '<c r="B38"><f t="array" ref="B38">SUM(E7:H7*E8:H8)</f><v>1</v></c>')


@sees(array_formula)
def _(v):
    return near(v["Model!B%d" % v.moved("Model", 38)], sum(v.value("Model", F, "2023Q%d" % q) * v.value("Model", G, "2023Q%d" % q) for q in (1, 2, 3, 4)))


@kind("xml")
def unknown_parts(p):
    p.part("xl/printerSettings/printerSettings1.bin", b"\0\1\2printer", "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
           "xl/worksheets/_rels/%s.rels" % p.sheet_file("Guidance"), "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings", "../printerSettings/printerSettings1.bin")
    p.part("customXml/item9.xml", b"<mine xmlns='urn:somebody'/>", "application/xml", "xl/_rels/workbook.xml.rels",
           "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml", "../customXml/item9.xml")


@sees(unknown_parts)
def _(v):
    return first(None if v.parts.get("xl/printerSettings/printerSettings1.bin") else "printer settings", None if v.parts.get("customXml/item9.xml") else "custom part")


@kind("xml", same=False, checks=None, listed=("kept", "144"))
def typed_with_shared_formulas(p):
    p.share_formulas("Model")
    p.calculation_chain()
    p.number("Model", F, LATER, 144)


@sees(typed_with_shared_formulas)
def _(v):
    return first(near(v.value("Model", F, LATER), 144), total_is_sum(v, LATER))
