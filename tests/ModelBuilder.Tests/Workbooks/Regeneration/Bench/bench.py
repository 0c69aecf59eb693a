#!/usr/bin/python3
"""Edits a workbook in every way of kinds.py with programs that are not our writer, and judges what a later build made of it.

usage: bench.py edit BASE.xlsx FOLDER NAME          writes FOLDER/KIND/NAME.xlsx for each kind
       bench.py judge FRESH.xlsx FOLDER NAME        compares FOLDER/KIND/NAME.xlsx (built again) with edited.xlsx beside it; a line of JSON a kind

A verdict is kept (the edit is there and works), conflict (it gave way, and Changes says so) or lost. What is judged is what LibreOffice
calculates anew, and which parts of the package came out byte for byte.
"""
import json
import os
import pathlib
import re
import sys
import xml.etree.ElementTree
import zipfile
from xml.etree.ElementTree import canonicalize
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.utils import get_column_letter as letters

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[2] / "Support")]
import recalculate                                                                                 # noqa: E402
from kinds import KINDS, NEXT, SUMMED, DefinedName                                                     # noqa: E402

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Places:
    """Finds cells by what the sheet shows: a key in column A, a period code in a row of codes."""

    def column_of(self, sheet, wanted):
        if wanted == "label":
            return 2
        return next(c for c in range(1, 80) if self.show(sheet, self.codes(sheet), c) == wanted)

    def codes(self, sheet):
        return next(r for r in range(1, 12) if any(self.show(sheet, r, c) == "2023Q1" for c in range(1, 12)))

    def row_of(self, sheet, key):
        return next((r for r in range(1, 460) if self.show(sheet, r, 1) == key), None) or next(r for r in range(1, 460) for c in (2, 3) if self.show(sheet, r, c) == key)

    def at(self, sheet, key, period):
        return "%s%d" % (letters(self.column_of(sheet, period)), self.row_of(sheet, key))

    def beside(self, sheet, key, columns):
        return "%s%d" % (letters(1 + columns), self.row_of(sheet, key))


class Openpyxl(Places):
    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)

    def sheet(self, name):
        return self.book[name]

    def show(self, sheet, row, column):
        return self.book[sheet].cell(row, column).value

    def put(self, sheet, key, period, value):
        self.book[sheet][self.at(sheet, key, period)].value = value

    def columns(self, sheet, start, end):
        return [letters(c) for c in range(self.column_of(sheet, start), self.column_of(sheet, end) + 1)]

    def fact(self, column, key, period):
        sheet = self.book["Facts"]
        row = next(r for r in range(1, sheet.max_row + 1) if period in [c.value for c in sheet[r]] and key in " ".join(str(c.value) for c in sheet[r]))
        return "%s%d" % (column, row)

    def names(self):
        names = self.book.defined_names
        return {n.name: n for n in names.definedName} if hasattr(names, "definedName") else dict(names)

    def named(self, name, value):
        sheet, cell = self.names()[name].attr_text.replace("$", "").split("!")
        self.book[sheet][cell].value = value

    def name(self, name, text):
        one = DefinedName(name, attr_text=text)
        names = self.book.defined_names
        names.append(one) if hasattr(names, "append") else names.__setitem__(name, one)

    def save(self, path):
        self.book.save(path)


class Office(Places):
    """A document in LibreOffice."""

    def __init__(self, desktop, path):
        self.document = desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, recalculate.hidden())
        self.shown = {}

    def sheet(self, name):
        return self.document.Sheets.getByName(name)

    def show(self, sheet, row, column):
        value = self.sheet(sheet).getCellByPosition(column - 1, row - 1)
        return value.String

    def row(self, sheet, key):
        data = self.sheet(sheet).getCellRangeByPosition(0, 0, 0, 460).getDataArray()
        return next(i for i, (text,) in enumerate(data) if text == key)

    def column(self, sheet, period):
        for row in self.sheet(sheet).getCellRangeByPosition(0, 0, 60, 10).getDataArray():
            if period in row:
                return row.index(period)
        raise KeyError(period)

    def cell(self, sheet, key, period):
        return self.sheet(sheet).getCellByPosition(self.column(sheet, period), self.row(sheet, key))

    def address(self, sheet, key, period):
        return "%s%d" % (letters(self.column(sheet, period) + 1), self.row(sheet, key) + 1)

    def move_row(self, name, key, before):
        sheet = self.sheet(name)
        sheet.Rows.insertByIndex(before, 1)
        row = self.row(name, key)
        source = sheet.getCellRangeByPosition(0, row, 60, row).RangeAddress
        sheet.moveRange(sheet.getCellByPosition(0, before).CellAddress, source)
        sheet.Rows.removeByIndex(row, 1)

    def group_rows(self, name, start, end):
        sheet = self.sheet(name)
        from com.sun.star.table.TableOrientation import ROWS
        sheet.group(sheet.getCellRangeByPosition(0, self.row(name, start), 0, self.row(name, end)).RangeAddress, ROWS)

    def save(self, path):
        kind = recalculate.PropertyValue()
        kind.Name, kind.Value = "FilterName", "Calc MS Excel 2007 XML"
        self.document.storeToURL(pathlib.Path(path).as_uri(), (kind,))
        self.document.close(True)


class Package(Openpyxl):
    """The parts of a workbook, edited as text. openpyxl only looks where things are."""

    def __init__(self, path):
        super().__init__(path)
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}

    def sheet_file(self, name):
        number = re.search(r'<(?:\w+:)?sheet [^>]*name="%s"[^>]*r:id="([^"]+)"' % name, self.text("xl/workbook.xml")).group(1)
        entry = next(e for e in re.findall(r"<Relationship [^>]*>", self.text("xl/_rels/workbook.xml.rels")) if 'Id="%s"' % number in e)
        return re.search(r'Target="[^"]*?([^"/]+)"', entry).group(1)

    def text(self, part):
        return self.parts[part].decode("utf-8")

    def change(self, part, change):
        self.parts[part] = change(self.text(part)).encode("utf-8")

    def on(self, sheet):
        return "xl/worksheets/" + self.sheet_file(sheet)

    def part(self, name, data, kind, rels, relation, target):
        self.parts[name] = data
        ending = name.rsplit(".", 1)[1]
        entry = '<Override PartName="/%s" ContentType="%s"/>' % (name, kind)
        self.change("[Content_Types].xml", lambda t: re.sub(r"</((?:\w+:)?)Types>", entry + r"</\1Types>", t))
        if rels:
            if rels not in self.parts:
                self.parts[rels] = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
            number = "rIdOwn%d" % len(self.parts)
            self.change(rels, lambda t: re.sub(r"</((?:\w+:)?)Relationships>", '<Relationship Id="%s" Type="%s" Target="%s"/></Relationships>' % (number, relation, target), t))
            return number
        return ending

    def cells(self, sheet, change):
        self.change(self.on(sheet), lambda t: re.sub(r"<(x:)?c r=\"([A-Z]+)(\d+)\"[^>]*?(?:/>|>.*?</(?:x:)?c>)", lambda m: change(m.group(0), m.group(2), int(m.group(3))), t, flags=re.S))

    def share_formulas(self, sheet):
        """Each run of formulas along a row that say the same of their column becomes one shared formula, as Excel saves it."""
        from openpyxl.formula.translate import Translator
        book, groups, members = self.book[sheet], {}, {}
        for row in book.iter_rows():
            start = None
            for cell in row:
                text = cell.value if isinstance(cell.value, str) and cell.value.startswith("=") else None
                if text and start and members[start][-1].column == cell.column - 1 and Translator(start.value, start.coordinate).translate_formula(cell.coordinate) == text:
                    members[start].append(cell)
                elif text:
                    start = cell
                    members[start] = [cell]
                else:
                    start = None
        number = 0
        for start, run in members.items():
            if len(run) > 1:
                for cell in run:
                    groups[cell.coordinate] = (number, "%s:%s" % (start.coordinate, run[-1].coordinate) if cell is start else None)
                number += 1
        assert number > 5, "hardly anything to share on " + sheet

        def shared(text, column, row):
            group, area = groups.get("%s%d" % (column, row), (None, None))
            if group is None:
                return text
            return re.sub(r"<((?:x:)?)f>(.*?)</(?:x:)?f>", lambda m: '<%sf t="shared" ref="%s" si="%d">%s</%sf>' % (m.group(1), area, group, m.group(2), m.group(1)) if area else '<%sf t="shared" si="%d"/>' % (m.group(1), group), text, flags=re.S)
        self.cells(sheet, shared)

    def calculation_chain(self):
        entries = []
        for index, name in enumerate(self.book.sheetnames, 1):
            for row in self.book[name].iter_rows():
                entries += ['<c r="%s" i="%d"/>' % (c.coordinate, index) for c in row if isinstance(c.value, str) and c.value.startswith("=")]
        text = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><calcChain xmlns="%s">%s</calcChain>' % (MAIN, "".join(entries))
        self.part("xl/calcChain.xml", text.encode(), "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml", "xl/_rels/workbook.xml.rels", OFFICE + "/calcChain", "calcChain.xml")

    def inline_strings(self, sheet):
        strings = [re.sub(r"<rPh.*?</rPh>", "", s, flags=re.S) for s in re.findall(r"<(?:x:)?si>(.*?)</(?:x:)?si>", self.text("xl/sharedStrings.xml"), flags=re.S)]

        def inline(text, column, row):
            if ' t="s"' not in text:
                return text
            value = re.search(r"<((?:x:)?)v>(\d+)</(?:x:)?v>", text)
            return text.replace(' t="s"', ' t="inlineStr"').replace(value.group(0), "<%sis>%s</%sis>" % (value.group(1), strings[int(value.group(2))], value.group(1)))
        self.cells(sheet, inline)

    def number(self, sheet, key, period, number):
        at = self.at(sheet, key, period)
        self.cells(sheet, lambda text, column, row: re.sub(r"<(x:)?f.*</(?:x:)?v>|<(x:)?f[^>]*/>|<(?:x:)?v>.*</(?:x:)?v>", lambda m: "<%sv>%s</%sv>" % (("x:" if "<x:" in text else ""), number, ("x:" if "<x:" in text else "")), text, count=1, flags=re.S) if "%s%d" % (column, row) == at else text)

    def prefix(self, sheet):
        return "x:" if "<x:worksheet" in self.text(self.on(sheet)) else ""

    def cell(self, sheet, address, text):
        row, p = int(re.sub(r"\D", "", address)), self.prefix(sheet)
        text = re.sub(r"<(/?)(c|f|v)\b", lambda m: "<%s%s%s" % (m.group(1), p, m.group(2)), text)
        self.change(self.on(sheet), lambda t: t.replace("</%ssheetData>" % p, '<%srow r="%d">%s</%srow></%ssheetData>' % (p, row, text, p, p)))

    def threaded_comment(self, sheet, address, text):
        person = '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="{11111111-1111-1111-1111-111111111111}" userId="ann" providerId="None"/></personList>'
        self.part("xl/persons/person.xml", person.encode(), "application/vnd.ms-excel.person+xml", "xl/_rels/workbook.xml.rels", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml")
        thread = '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="%s" dT="2025-11-20T10:00:00.00" personId="{11111111-1111-1111-1111-111111111111}" id="{22222222-2222-2222-2222-222222222222}"><text>%s</text></threadedComment></ThreadedComments>' % (address, escape(text))
        self.part("xl/threadedComments/threadedComment1.xml", thread.encode(), "application/vnd.ms-excel.threadedcomments+xml", "xl/worksheets/_rels/%s.rels" % self.sheet_file(sheet), "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")

    def sparkline(self, sheet, address, area):
        p = self.prefix(sheet)
        text = ('<%sextLst><%sext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
                '<x14:sparklineGroup displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>%s</xm:f><xm:sqref>%s</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></%sext></%sextLst>' % (p, p, area, address, p, p))
        self.change(self.on(sheet), lambda t: t.replace("</%sworksheet>" % p, text + "</%sworksheet>" % p))

    def pivot(self, source, area):
        self.part("xl/pivotCache/pivotCacheDefinition1.xml", ('<pivotCacheDefinition xmlns="%s" xmlns:r="%s" r:id="rId1" refreshedBy="Ann" recordCount="1"><cacheSource type="worksheet"><worksheetSource ref="%s" sheet="%s"/></cacheSource><cacheFields count="1"><cacheField name="key" numFmtId="0"><sharedItems count="1"><s v="revenue.total"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>' % (MAIN, OFFICE, area, source)).encode(),
                  "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml", "xl/_rels/workbook.xml.rels", OFFICE + "/pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml")
        number = "rIdOwn%d" % len(self.parts)
        self.part("xl/pivotCache/pivotCacheRecords1.xml", ('<pivotCacheRecords xmlns="%s" count="1"><r><x v="0"/></r></pivotCacheRecords>' % MAIN).encode(), "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheRecords+xml", None, None, None)
        self.parts["xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels"] = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/pivotCacheRecords" Target="pivotCacheRecords1.xml"/></Relationships>' % OFFICE).encode()
        cache = re.search(r'Id="(rIdOwn\d+)"[^>]*pivotCacheDefinition', self.text("xl/_rels/workbook.xml.rels")).group(1)
        p = "x:" if "<x:workbook" in self.text("xl/workbook.xml") else ""
        self.change("xl/workbook.xml", lambda t: t.replace("</%sworkbook>" % p, '<%spivotCaches><%spivotCache cacheId="5" xmlns:r="%s" r:id="%s"/></%spivotCaches></%sworkbook>' % (p, p, OFFICE, cache, p, p)))
        table = ('<pivotTableDefinition xmlns="%s" name="Pivot1" cacheId="5" dataCaption="Values"><location ref="A3:A5" firstHeaderRow="1" firstDataRow="1" firstDataCol="0"/><pivotFields count="1"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField></pivotFields><rowFields count="1"><field x="0"/></rowFields></pivotTableDefinition>' % MAIN)
        self.part("xl/worksheets/sheet90.xml", ('<worksheet xmlns="%s"><sheetData><row r="3"><c r="A3" t="inlineStr"><is><t>Row Labels</t></is></c></row></sheetData></worksheet>' % MAIN).encode(), "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml", "xl/_rels/workbook.xml.rels", OFFICE + "/worksheet", "worksheets/sheet90.xml")
        sheet = re.search(r'Id="(rIdOwn\d+)"[^>]*sheet90', self.text("xl/_rels/workbook.xml.rels")).group(1)
        self.change("xl/workbook.xml", lambda t: t.replace("</%ssheets>" % p, '<%ssheet name="Pivot" sheetId="90" xmlns:r="%s" r:id="%s"/></%ssheets>' % (p, OFFICE, sheet, p)))
        self.part("xl/pivotTables/pivotTable1.xml", table.encode(), "application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml", "xl/worksheets/_rels/sheet90.xml.rels", OFFICE + "/pivotTable", "../pivotTables/pivotTable1.xml")
        self.parts["xl/pivotTables/_rels/pivotTable1.xml.rels"] = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="%s/pivotCacheDefinition" Target="../pivotCache/pivotCacheDefinition1.xml"/></Relationships>' % OFFICE).encode()
        return number

    def save(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in self.parts.items():
                file.writestr(name, data)


class Built(Places):
    """A workbook after the second build: what LibreOffice calculates, what openpyxl reads, and the parts."""

    keys = {}

    def __init__(self, path, cells, fresh=None):
        self.cells, self.other, self.path = cells, fresh, path
        self.edited = str(pathlib.Path(path).with_name("edited.xlsx"))
        self.book = openpyxl.load_workbook(path)
        with zipfile.ZipFile(path) as file:
            self.parts = {name: file.read(name) for name in file.namelist()}
        self.index = {}
        for place, value in cells.items():
            sheet, address = place.rsplit("!", 1)
            column, row = re.match(r"([A-Z]+)(\d+)", address).groups()
            self.index.setdefault(sheet, {})[int(row), openpyxl.utils.column_index_from_string(column)] = value

    def name(self, sheet):
        return sheet if sheet in self.index else {"Model": "P and L"}.get(sheet, sheet)

    def show(self, sheet, row, column):
        return self.index[self.name(sheet)].get((row, column))

    def __getitem__(self, place):
        return self.cells.get(place)

    def value(self, sheet, key, period):
        return self.show(sheet, self.row_of(sheet, key), self.column_of(sheet, period))

    def fresh(self, sheet, key, period):
        return self.other.value(sheet, key, period)

    def row(self, sheet, key):
        return self.row_of(sheet, key)

    def find(self, sheet, text):
        return next((row for (row, _), value in self.index[self.name(sheet)].items() if value == text), None)

    def right(self, sheet, row, period):
        return "%s%s" % (letters(self.column_of(sheet, period)), row)

    def left(self, sheet, address):
        column, row = re.match(r"([A-Z]+)(\d+)", address).groups()
        return self.show(sheet, int(row), openpyxl.utils.column_index_from_string(column) - 1)

    def moved(self, sheet, row):
        """Where a row of the edited workbook is now: as far from the row with a key above it as it was."""
        if self.edited not in Built.keys:
            book = openpyxl.load_workbook(self.edited, read_only=True)
            Built.keys[self.edited] = {s.title: [(r, v) for r, (v,) in enumerate(s.iter_rows(max_col=1, values_only=True), 1) if isinstance(v, str) and "." in v] for s in book.worksheets if s.title == "Model"}
        at, key = max((r, k) for r, k in Built.keys[self.edited][sheet] if r <= row)
        return row + self.row(sheet, key) - at

    def first_number(self, sheet, row):
        return next((v for (r, _), v in sorted(self.index[sheet].items()) if r == row and isinstance(v, float)), None)

    def named(self, name):
        sheet, cell = Openpyxl.names(self)[name].attr_text.replace("$", "").rsplit("!", 1)
        return self["%s!%s" % (sheet.strip("'"), cell)]

    def texts(self, start):
        return [(n, d.decode("utf-8", "replace")) for n, d in self.parts.items() if n.startswith(start)]

    def sheet_xml(self, sheet):
        return Package.text(self, "xl/worksheets/" + Package.sheet_file(self, sheet))

    def text(self, part):
        return self.parts[part].decode("utf-8")

    def keyed(self, sheet):
        """Every cell with a key and a period."""
        codes = self.codes(sheet)
        cells = self.index[self.name(sheet)]
        periods = {c: v for (r, c), v in cells.items() if r == codes and re.fullmatch(r"\d{4}(Q[1-4]|FY)", str(v))}
        keys = {r: v for (r, c), v in cells.items() if c == 1 and isinstance(v, str) and v}
        return {(keys[r], periods[c]): v for (r, c), v in cells.items() if r in keys and c in periods}

    def changes(self):
        rows = {}
        for (row, column), value in self.index["Changes"].items():
            rows.setdefault(row, {})[column] = value
        return [" | ".join(str(v) for _, v in sorted(r.items())) for r in rows.values()]

    def errors(self):
        return sorted(p for p, v in self.cells.items() if isinstance(v, dict))

    def charts(self):
        """What each chart draws, by its title: the names of its series and the numbers in the cells that they look at."""
        drawn = {}
        for part in sorted(p for p in self.parts if re.fullmatch(r"xl/charts/chart\d+\.xml", p)):
            root = xml.etree.ElementTree.fromstring(self.parts[part])
            series = [(next((v.text for tx in s.iter(CHART + "tx") for v in tx.iter(CHART + "v")), ""), self.numbers(next(s.find(CHART + "val").iter(CHART + "f")).text)) for s in root.iter(CHART + "ser")]
            drawn.setdefault(title(root), []).append(sorted(series, key=repr))
        return {t: sorted(all, key=repr) for t, all in drawn.items()}

    def numbers(self, area):
        sheet, cells = area.rsplit("!", 1)
        sheet = sheet.strip("'").replace("''", "'")
        rows = self.book[sheet][cells.replace("$", "")]
        rows = rows if isinstance(rows, tuple) else ((rows,),)
        found = [self.cells.get("%s!%s" % (sheet, c.coordinate)) for r in rows for c in r]
        return [float("%.9g" % v) if isinstance(v, float) else None for v in found]


def owned_sheets(path, base):
    """The files of the sheets that the program made, under the names they have now."""
    package = Package.__new__(Package)
    with zipfile.ZipFile(path) as file:
        package.parts = {name: file.read(name) for name in file.namelist()}
    shown = [s for s in re.findall(r'<(?:\w+:)?sheet [^>]*name="([^"]+)"', package.text("xl/workbook.xml")) if s in base or s == "P and L"]
    return {"xl/worksheets/" + package.sheet_file(s) for s in shown}, package.parts


def title(chart):
    return "".join(t.text or "" for t in (chart.find(CHART + "chart/" + CHART + "title") or []) for t in t.iter() if t.tag in (DRAWING + "t", CHART + "v"))


def touched(edited, built, base, charts):
    """Parts of the edited package that are not the program's and are not as they were."""
    owned, before = owned_sheets(edited, base)
    with zipfile.ZipFile(built) as file:
        after = {n: file.read(n) for n in file.namelist()}
    own = owned | {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/calcChain.xml"}
    for part in owned:      # the notes, their shapes and the anchors of drawings belong to the sheet
        rels = "xl/worksheets/_rels/" + part.rsplit("/", 1)[1] + ".rels"
        own.add(rels)
        for entry in re.findall(r"<Relationship [^>]*>", before.get(rels, b"").decode()):
            target = re.search(r'Target="([^"]+)"', entry).group(1)
            if re.search(r"/(comments|vmlDrawing)\"", entry):
                own.add(os.path.normpath(os.path.join("xl/worksheets", target)) if not target.startswith("/") else target[1:])
    own |= {n for n in before if n.startswith("xl/charts/chart") and title(xml.etree.ElementTree.fromstring(before[n])) in charts}
    own |= {n for n in before if n.startswith("customXml/") and b"urn:modelbuilder:snapshot" in before[n][:1024]}
    mine = [n for n in before if n not in own]
    changed = [n for n in mine if after.get(n) != before[n]]
    moved = [n for n in changed if n in after and (without_references(before[n]) == without_references(after[n]) or only_more(n, before[n], after[n]))]
    return sorted(set(changed) - set(moved)), len(mine) - len(changed), len(moved)


def only_more(part, before, after):
    """A drawing of a sheet of the program's on which charts are new still has all that it had."""
    if not re.fullmatch(r"xl/drawings/(drawing\d+\.xml|_rels/drawing\d+\.xml\.rels)", part):
        return False
    was, now = ([without_references(xml.etree.ElementTree.tostring(e)) for e in xml.etree.ElementTree.fromstring(data)] for data in (before, after))
    return all(now.count(e) >= was.count(e) for e in was)


def without_references(data):
    """A part whose references follow rows that made room for new ones is as it was but for these references."""
    return re.sub(r"\$?\b[A-Z]{1,3}\$?\d+\b|(?<=row>)\d+|(?<=col>)\d+", "#", canonicalize(data.decode("utf-8"))) if data[:1] in b"<\xef" else data


def edit(base, folder, name, wanted):
    def target(kind):
        place = pathlib.Path(folder) / kind
        place.mkdir(parents=True, exist_ok=True)
        return str((place / (name + ".xlsx")).resolve())
    read = {tool: one(base) for tool, one in (("openpyxl", Openpyxl), ("xml", Package)) if any(KINDS[k]["tool"] == tool for k in wanted)}
    for kind in wanted:
        tool = KINDS[kind]["tool"]
        if tool != "uno":       # in a child, so that the workbook has to be read only once
            child = os.fork()
            if child == 0:
                try:
                    KINDS[kind]["edit"](read[tool])
                    read[tool].save(target(kind))
                    os._exit(0)
                except BaseException as failure:                                                     # noqa: BLE001
                    sys.stderr.write("%s: %r\n" % (kind, failure))
                    os._exit(1)
            if os.waitpid(child, 0)[1]:
                sys.exit("could not edit: " + kind)
    unos = [k for k in wanted if KINDS[k]["tool"] == "uno"]
    if unos:
        with recalculate.office() as desktop:
            for kind in unos:
                document = Office(desktop, os.path.abspath(base))
                KINDS[kind]["edit"](document)
                document.save(target(kind))


def calculated(desktop, path):
    document = desktop.loadComponentFromURL(pathlib.Path(path).resolve().as_uri(), "_blank", 0, recalculate.hidden())
    document.calculateAll()
    cells = recalculate.cells_of(document, [])
    document.close(True)
    return cells


def verdict(kind, built):
    rule = KINDS[kind]
    wrong = rule["check"](built) if rule["check"] else None
    changes = built.changes()
    if rule["listed"]:
        what, word = rule["listed"]
        listed = any(c.startswith((what, "conflict")) and word in c for c in changes)
        if not listed:
            return ("lost" if wrong else "unlisted"), (wrong or "") + " not in Changes: %s %s" % (what, word)
        if wrong or what != "kept":
            return "conflict", wrong or what
    return ("lost", wrong) if wrong else ("kept", "")


def judge(fresh_path, folder, name, wanted):
    with recalculate.office() as desktop:
        fresh = Built(fresh_path, calculated(desktop, fresh_path))
        base, drawn = fresh.book.sheetnames, fresh.charts()
        for kind in wanted:
            place = pathlib.Path(folder) / kind
            path, notes, faults = place / (name + ".xlsx"), [], []
            try:
                built = Built(path, calculated(desktop, path), fresh)
                result, why = verdict(kind, built)
                arrived, mine = fresh.keyed("Model"), built.keyed("Model")
                differing = sorted("%s %s: %r not %r" % (k + (mine.get(k), v)) for k, v in arrived.items() if not same(mine.get(k), v))
                if not KINDS[kind]["same"]:
                    differing = [d for d in differing if KINDS[kind]["same"] is False and (" " + NEXT) in d]
                if kind == "delete_row":
                    differing = [d for d in differing if not d.startswith("revenue.total|growth.qoq")]
                faults += ["numbers: " + "; ".join(differing[:3]) + " (%d)" % len(differing)] if differing else []
                draws = built.charts()
                stale = [t for t, series in drawn.items() if draws.get(t) != series] if KINDS[kind]["same"] and KINDS[kind]["charts"] else []
                faults += ["charts draw something else: " + "; ".join(stale)] if stale else []
                errors = built.errors()
                faults += ["errors: " + " ".join(errors[:5]) + " (%d)" % len(errors)] if len(errors) > len(fresh.errors()) else []
                checks = built.named("MasterCheck")
                if KINDS[kind]["checks"] is not None and checks != KINDS[kind]["checks"]:
                    faults.append("MasterCheck %r" % checks)
                changed, kept, moved = touched(place / "edited.xlsx", path, base, drawn)
                faults += ["parts changed: " + " ".join(changed)] if changed else []
                notes = dict(parts=kept, moved=moved, checks=checks)
            except Exception as failure:                                                             # noqa: BLE001: what cannot be judged is lost
                result, why, notes = "lost", "%s: %s" % (type(failure).__name__, failure), {}
            print(json.dumps(dict(kind=kind, tool=KINDS[kind]["tool"], verdict=result, why=why, faults=faults, **(notes or {}))), flush=True)


def same(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= 1e-6 * max(1, abs(other))
    return one == other or (one in (None, "") and other in (None, ""))


def main():
    what, book, folder, name, *kinds = sys.argv[1:]
    (edit if what == "edit" else judge)(book, folder, name, list(KINDS) if kinds == ["all"] else kinds or [k for k in KINDS if k not in SUMMED])


if __name__ == "__main__":
    main()
