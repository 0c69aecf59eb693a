#!/usr/bin/python3
"""Draws templates/quarterly/template.xlsx as it came with the program. The .xlsx is the source from then on: edit it in Excel or
LibreOffice; run this only to redraw all of it (what was edited by hand is lost then).
usage: make_template.py OUT.xlsx [one-page]
Rows: token in column A. {heading}/{space} rows stand only where a row follows. Prototype cells: A key, B label, C unit, D spare,
E quarter actual, F quarter forecast, G year actual, H year forecast on axis sheets; the own columns elsewhere.
"""
import sys
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill, Alignment, Border, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.utils import get_column_letter as L

FONT, SIZE = 'Arial', 9
NAVY, INK, GREY, RULE, PALE, YEAR, MEMO = '1F3864', '000000', '6E6E6E', 'A6A6A6', 'E9EEF6', 'F4F4F4', '4D4D4D'
MONEY = '#,##0.0_);(#,##0.0);"–"_)'
RATIO = '0.0%_);(0.0%);"–"_)'
POINTS = '0.0%_);(0.0%);"–"_)'
SHARE = '#,##0.00_);(#,##0.00);"–"_)'
COUNT = '#,##0_);(#,##0);"–"_)'
FORMATS = {'money': MONEY, 'ratio': RATIO, 'points': POINTS, 'per_share': SHARE, 'count': COUNT, None: 'General'}
UNITS = {'money': '{money}', 'ratio': '%', 'points': 'pp', 'per_share': '{currency} a share', 'count': 'number', None: '{unit}'}

def font(**k): return Font(name=FONT, size=k.pop('size', SIZE), **k)
def fill(c): return PatternFill('solid', fgColor=c)
thin, hair = Side(style='thin', color=RULE), Side(style='hair', color=RULE)

wb = Workbook()
wb._fonts[0] = font()
wb._named_styles['Normal'].font = font()

def put(ws, r, c, v=None, **s):
    cell = ws.cell(r, c)
    if v is not None: cell.value = v
    cell.font = s.get('font') or font()
    if s.get('fill'): cell.fill = fill(s['fill'])
    if s.get('fmt'): cell.number_format = s['fmt']
    if s.get('border'): cell.border = s['border']
    cell.alignment = Alignment(horizontal=s.get('h'), vertical=s.get('va', 'center'), wrap_text=s.get('wrap'), shrink_to_fit=s.get('shrink'), indent=s.get('indent', 0))
    return cell

def sheet(title, tab, widths, landscape=True, paper=9, wide=1):
    ws = wb.create_sheet(title)
    ws.sheet_properties.tabColor = tab
    ws.sheet_view.showGridLines = False
    ws.sheet_view.zoomScale = 90
    for i, w in enumerate(widths, 1): ws.column_dimensions[L(i)].width = w
    p = ws.page_setup
    p.orientation = 'landscape' if landscape else 'portrait'; p.paperSize = paper; p.fitToWidth = wide; p.pageOrder = 'overThenDown'; p.fitToHeight = 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    m = ws.page_margins; m.left = m.right = 0.4; m.top = 0.5; m.bottom = 0.6
    ws.oddFooter.left.text = '&"Arial,Regular"&8{company}'.replace('{company}', '')+ '&F'
    ws.oddFooter.center.text = '&"Arial,Regular"&8&A'
    ws.oddFooter.right.text = '&"Arial,Regular"&8&P / &N'
    return ws

class Rows:
    """writes rows one below the other"""
    def __init__(self, ws, columns): self.ws, self.n, self.r = ws, columns, 0
    def next(self, token=None, height=13.5):
        self.r += 1; self.ws.row_dimensions[self.r].height = height
        for c in range(1, self.n + 1): put(self.ws, self.r, c)
        put(self.ws, self.r, 1, token, font=font(color=GREY, size=7))
        return self.r
    def title(self, text, sub):
        r = self.next(self.ws.title + '!', height=21); put(self.ws, r, 2, text, font=font(bold=True, size=14, color=NAVY))
        r = self.next(height=13.5); put(self.ws, r, 2, sub, font=font(color=MEMO))
    def space(self, token='{space}', height=6): self.next(token, height)
    def heading(self, text, token='{heading}', first=2):
        r = self.next(token, 16.5)
        for c in range(1, self.n + 1): put(self.ws, r, c, fill=PALE, font=font(bold=True, color=NAVY))
        put(self.ws, r, 1, token, font=font(color=GREY, size=7), fill=PALE)
        put(self.ws, r, first, text, font=font(bold=True, color=NAVY), fill=PALE)
        return r
    def table_head(self, texts, token=None, height=15):
        r = self.next(token, height)
        b = Border(bottom=Side(style='thin', color=NAVY))
        for c in range(1, self.n + 1):
            put(self.ws, r, c, texts[c - 1] if c <= len(texts) else None, font=font(bold=True, color=NAVY), border=b, wrap=height > 16, va='bottom')
        if token: put(self.ws, r, 1, token, font=font(color=GREY, size=7), border=b)
        return r

class AxisRows(Rows):
    def __init__(self, ws): super().__init__(ws, 8)
    def header(self, label=None, spare=None, spare_right=False):
        ws = self.ws
        for token, f, h in (('{labels}', dict(bold=True, color='FFFFFF'), 15), ('{codes}', dict(color=MEMO, size=7), 11)):
            r = self.next(token, h)
            for c in range(1, 9):
                top = token == '{labels}'
                color = NAVY if top and c in (1, 2, 3, 4, 5, 7) else '5B7DB1' if top else None
                put(ws, r, c, font=font(**f), fill=color, h='right' if c > 4 else None)
            put(ws, r, 1, token, font=font(color='FFFFFF' if token == '{labels}' else GREY, size=7), fill=NAVY if token == '{labels}' else None)
            if token == '{labels}':
                put(ws, r, 2, label, font=font(bold=True, color='FFFFFF'), fill=NAVY); put(ws, r, 4, spare, font=font(color='FFFFFF', size=8), fill=NAVY, h='right' if spare_right else None)
        ws.freeze_panes = f'E{self.r + 1}'
        ws.print_title_rows = f'{self.r - 1}:{self.r}'; ws.print_title_cols = 'B:D'; ws.print_area = 'B1:H200'
    def line(self, token, label='{label}', unit=None, kind='part', spare=None, fmt=None, utext=None):
        """kind: part (indented), total (bold, rule), memo (grey italic), plain, override"""
        r = self.next(token)
        bold, memo = kind in ('total', 'bold'), kind in ('memo', 'own')
        b = Border(top=thin) if kind == 'total' else None
        col = MEMO if memo else INK
        put(self.ws, r, 1, token, font=font(color=GREY, size=7), border=b)
        put(self.ws, r, 2, label, font=font(bold=bold, italic=memo, color=col), border=b, h='left', indent=2 if kind in ('scenario', 'own') else 0 if kind == 'total' else 1)
        put(self.ws, r, 3, utext or UNITS[unit], font=font(color=GREY, size=8), border=b)
        put(self.ws, r, 4, spare, font=font() if kind == 'stat' else font(color=GREY, size=8), border=b, h='right' if kind == 'stat' else None, shrink=kind != 'stat', fmt=fmt if kind == 'stat' else None)
        for c in range(5, 9):
            put(self.ws, r, c, font=font(bold=bold, italic=memo, color=col), border=b, fill=YEAR if c > 6 and kind != 'count' else None, h='right', fmt=fmt or FORMATS[unit])

# ---------------------------------------------------------------- Control
wb.remove(wb.active)
NAMES = {}
def name(n, ws, r, c): NAMES[n] = f"{ws.title}!${L(c)}${r}"

def control():
    ws = sheet('Control', NAVY, [2, 36, 13, 13, 13, 13, 13, 13, 13, 13, 13], landscape=False)
    R = Rows(ws, 11)
    R.title('{company} ({ticker})', 'Quarterly model in {money}. Reported figures come from the documents on Facts; everything to the right of the last reported quarter is a formula.')
    R.space(None)
    box = Border(left=thin, right=thin, top=thin, bottom=thin)
    def setting(label, n, fmt='General', note='', editable=True):
        r = R.next(); put(ws, r, 2, label)
        put(ws, r, 3, fmt=fmt, h='right', border=box, fill='FFFBE6' if editable else None, font=font(color='1F4FD8' if editable else INK))
        put(ws, r, 4, note, font=font(color=MEMO), h='left', indent=1); name(n, ws, r, 3)
        return r
    R.heading('Checks', None)
    r = setting('Failing checks', 'MasterCheck', '0;-0;0', editable=False)
    put(ws, r, 4, '=IF(MasterCheck=0,"OK: every check of the workbook holds","Look at the sheet Checks: "&MasterCheck&" fail")', font=font(bold=True, color=NAVY), h='left', indent=1)
    R.space(None)
    R.heading('Settings', None)
    setting('Scenario', 'Scenario', note='Bear, Base or Bull: what Model shows from the first projected quarter on')
    setting('Prediction interval holds', 'IntervalLevel', '0%', 'share of outcomes that lie between Bear and Bull of one driver')
    setting('Damping of trends', 'Damping', '0.00', 'what remains of a trend after each quarter, from 0 to below 1')
    setting('Growth that remains', 'GrowthRemains', '0.00', 'what remains after each quarter of what growth is off its mean, from 0 to below 1')
    setting('Bridges from', 'BridgeFrom', note='a quarter or a year of Model')
    setting('Bridges to', 'BridgeTo', note='a quarter or a year of Model')
    setting('Last reported quarter', 'LastActual', editable=False)
    setting('Number of the scenario', 'ScenarioIndex', editable=False, note='1 Bear, 2 Base, 3 Bull')
    R.space()
    def cells(r, fmt, bold=False):
        put(ws, r, 1, ws.cell(r, 1).value, font=font(color=GREY, size=7))
        put(ws, r, 2, '{label}', font=font(bold=bold)); put(ws, r, 3, '{unit}', font=font(color=GREY, size=8))
        for c in range(4, 12): put(ws, r, c, h='right', fmt=fmt, font=font(bold=bold))
    R.heading('Key figures in the chosen scenario')
    r = R.table_head([None, None, 'Unit'], '{key.heading}')
    for c in range(4, 12): ws.cell(r, c).alignment = Alignment(horizontal='right')
    cells(R.next('{key.line}'), None)
    for text in ('Bear and Bull put every driver at the bound of its own prediction interval at once: a stress of the model, not a band that holds the stated share of outcomes.',
                 'The rows below are that band around Base, with drivers taken to miss independently of each other (how it comes about stands on Scenarios):'):
        r = R.next(None); put(ws, r, 2, text, font=font(italic=True, color=MEMO))
    cells(R.next('{key.band}'), None)
    R.space()
    R.heading('Charts')
    R.next('{chart.room}')
    R.space()
    R.heading('How the model is projected')
    r = R.next('{way}'); put(ws, r, 2, '{label}')
    R.space()
    R.heading('Methods in force (a click leads to the list on Regression)')
    r = R.next('{switch.method}'); put(ws, r, 2); put(ws, r, 5, h='left', font=font(color=MEMO))
    R.space()
    R.heading('Contested figures and what is in force (a click leads to the list on Contradictions)')
    r = R.next('{switch.ruling}'); put(ws, r, 2); put(ws, r, 5, h='center', font=font(color=MEMO)); put(ws, r, 6, h='right'); put(ws, r, 7, '{unit}', font=font(color=GREY, size=8))
    R.space()
    R.heading('What came up when the workbook was built')
    r = R.next('{finding.count}'); put(ws, r, 2, '{label}'); put(ws, r, 3, '{unit}', font=font(color=GREY, size=8)); put(ws, r, 4, fmt='0', h='right'); put(ws, r, 5, font=font(color=MEMO), h='left', indent=1)
    R.space()
    R.heading('To look at first (the whole text stands in the note of each cell)')
    r = R.next('{finding}'); put(ws, r, 2, '{label}', font=font(color=MEMO)); put(ws, r, 3, '{unit}', font=font(color=GREY, size=8))
    R.space()
    R.heading('Sheets')
    r = R.next('{link}'); put(ws, r, 2, '{label}', font=font(bold=True)); put(ws, r, 3, font=font(color=MEMO))
    R.space(None)
    R.heading('Colours', None)
    for n, label, f, bg in (('Input', 'Stated figure: note and link to its source', dict(color='1F4FD8'), None), ('Formula', 'Formula on its own sheet', dict(color=INK), None),
            ('Link', 'Taken from another sheet', dict(color='00803C'), None), ('Derived', 'Follows from other figures', dict(color='7030A0'), None),
            ('Contested', 'Sources disagree: see Contradictions', dict(color='00803C'), 'FFF2CC'), ('Override', 'Yours to fill', dict(color='1F4FD8'), 'FFFBE6'),
            ('Good', 'Check holds', dict(color='00803C'), 'E2F0D9'), ('Bad', 'Check fails', dict(color='C00000'), 'FBE0DC')):
        r = R.next(); put(ws, r, 2, label); put(ws, r, 3, n, font=font(**f), fill=bg, h='right'); name(f'Style.{n}', ws, r, 3)
    R.space(None)
    R.heading('Number formats', None)
    for n, label, fmt in (('Money', 'Money, {money}', MONEY), ('Ratio', 'Ratios and growth', RATIO), ('Points', 'Differences of ratios (pp)', POINTS), ('PerShare', 'Per share', SHARE), ('Count', 'Counts', COUNT)):
        r = R.next(); put(ws, r, 2, label); put(ws, r, 3, -0.1234 if n in ('Ratio', 'Points') else -1234.5, fmt=fmt, h='right'); name(f'Format.{n}', ws, r, 3)
    R.space()
    data = R.heading('Data of the charts')
    r = R.table_head([None, 'Quarter'], '{chart.heading}', 36)
    for c in range(4, 12): ws.cell(r, c).alignment = Alignment(horizontal='right', vertical='bottom', wrap_text=True)
    cells(R.next('{chart.data}'), None)
    ws.print_area = f'A1:K{data - 1}'
    return ws

# ---------------------------------------------------------------- Drivers
AXISW = [18, 38, 8, 20, 9.5, 9.5, 10, 10]
def drivers():
    ws = sheet('Drivers', '2E75B6', AXISW, paper=8, wide=1); R = AxisRows(ws)
    R.title('{company}: drivers', 'What the projections turn on. Type a number into a row "own number" to overrule the regression for that scenario and quarter; empty it to go back.')
    R.header('="Scenario: "&Scenario', 'Method')
    R.space('{driver.space}')
    R.line('{driver}', '{label}', kind='total')
    for s in ('bear', 'base', 'bull'): R.line('{driver.' + s + '}', s.capitalize(), kind='scenario')
    for s in ('bear', 'base', 'bull'): R.line('{driver.override.' + s + '}', s.capitalize() + ': own number', kind='own')

# ---------------------------------------------------------------- Model
def model():
    ws = sheet('Model', '2E75B6', AXISW[:3] + [31] + AXISW[4:], paper=8, wide=1); R = AxisRows(ws)
    R.title('{company}: model', 'Quarters and fiscal years in {money} unless the unit says otherwise; every number and colour is explained on Control')
    R.header('="Scenario: "&Scenario', 'Projected from')
    def section(text): R.space(); R.heading(text)
    ln = R.line
    section('Revenue')
    ln('revenue.{segment}', unit='money'); ln('revenue.rounding', 'Rounding and not allocated', 'money'); ln('revenue.total', 'Total revenue', 'money', 'total')
    ln('revenue.{segment}|growth.yoy', '{label}', 'ratio', 'memo'); ln('revenue.total|growth.yoy', 'Total revenue, on a year ago', 'ratio', 'memo'); ln('revenue.total|growth.qoq', 'Total revenue, on the quarter before', 'ratio', 'memo')
    ln('share_of_revenue.{segment}', '{label}', 'ratio', 'memo')
    ln('revenue.{former}', unit='money'); ln('revenue.former_segments', 'Former segments together', 'money', 'total'); ln('revenue.not_former', 'Total revenue less former segments', 'money')
    ln('revenue.{former}|growth.yoy', '{label}', 'ratio', 'memo'); ln('share_of_revenue.{former}', '{label}', 'ratio', 'memo')
    section('Cost of revenue')
    ln('cost.{cost}', unit='money'); ln('cost.rounding', 'Rounding and not allocated', 'money'); ln('cost.total', 'Total cost of revenue', 'money', 'total'); ln('cost_ratio.{cost}', '{label}', 'ratio', 'memo')
    section('Gross profit')
    ln('gross_profit', 'Gross profit', 'money', 'total'); ln('gross_margin', 'Gross margin', 'ratio', 'memo'); ln('gross_profit.adjustment', 'Added back in cost of revenue', 'money')
    ln('gross_profit@adjusted', 'Gross profit, adjusted', 'money', 'total'); ln('gross_margin@adjusted', 'Gross margin, adjusted', 'ratio', 'memo')
    ln('gross_profit.{segment}', unit='money'); ln('gross_margin.{segment}', '{label}', 'ratio', 'memo')
    section('Operating expenses')
    ln('{expense}', unit='money'); ln('opex.rounding{at}', 'Rounding and not allocated', 'money'); ln('opex{at}', '{label}', 'money', 'total'); ln('expense_ratio.{expense}', '{label}', 'ratio', 'memo')
    ln('selling_general_administrative', 'Selling, general and administrative', 'money'); ln('share_of_revenue.selling_general_administrative', '{label}', 'ratio', 'memo')
    ln('{adjustment}', unit='money'); ln('adjustments.total', 'One-off items', 'money', 'total'); ln('general_administrative@adjusted_ex_items', '{label}', 'money')
    section('EBITDA')
    ln('ebitda', 'EBITDA', 'money', 'total'); ln('ebitda_margin', 'EBITDA margin', 'ratio', 'memo'); ln('ebitda.addback@adjusted', '{label}', 'money')
    for k, t in (('@adjusted', 'EBITDA, adjusted'), ('@adjusted_ex_items', 'EBITDA, adjusted, without one-off items'), ('@normalized_adjusted', 'EBITDA, normalized and adjusted')):
        ln('ebitda' + k, t, 'money', 'total'); ln('ebitda_margin' + k, t.replace('EBITDA', 'EBITDA margin'), 'ratio', 'memo')
    section('Results')
    ln('operating_income.other', '{label}', 'money')
    for k, m, t in (('operating_income', 'operating_margin', 'Operating income'), ('net_income', 'net_margin', 'Net income')):
        for b, w in (('', ''), ('@adjusted', ', adjusted')):
            ln(k + b, t + w, 'money', 'total'); ln(m + b, t.replace('income', 'margin') + w, 'ratio', 'memo')
    ln('eps', 'Earnings a share', 'per_share'); ln('eps@adjusted', 'Earnings a share, adjusted', 'per_share')
    ln('shares.implied', '{label}', 'count', 'memo', utext='{units}', fmt=MONEY); ln('shares.implied@adjusted', '{label}', 'count', 'memo', utext='{units}', fmt=MONEY); ln('dividend_per_share', '{label}', 'per_share')
    for k in ('share_based_compensation', 'depreciation_amortization', 'impairment', 'interest_expense', 'tax_expense', 'fx_gain'): ln(k, unit='money')
    section('Cash flow and balance sheet')
    ln('operating_cash_flow', unit='money'); ln('capex', unit='money'); ln('free_cash_flow', '{label}', 'money', 'total')
    for k in ('cash', 'cash_and_short_term_investments', 'cash_and_investments', 'debt', 'net_debt', 'inventory', 'receivables', 'share_repurchases', 'dividends'): ln(k, unit='money')
    section('Trailing twelve months')
    for k in ('revenue', 'gross_profit', 'gross_profit@adjusted', 'ebitda', 'ebitda@adjusted', 'operating_income', 'net_income', 'net_income@adjusted', 'free_cash_flow'): ln('ttm.' + k, '{label}', 'money')
    for k in ('eps', 'eps@adjusted'): ln('ttm.' + k, '{label}', 'per_share')
    section('Key figures')
    ln('{other}')

# ---------------------------------------------------------------- Scenarios
def scenarios():
    ws = sheet('Scenarios', '2E75B6', AXISW, paper=8, wide=1); R = AxisRows(ws)
    R.title('{company}: scenarios', 'Bear, Base and Bull side by side. Every driver at its bound at once is a stress: the three do not enclose 80% of outcomes.')
    R.header()
    R.space('{scenario.space}')
    R.heading('{label}', '{scenario.heading}')
    r = R.next('{scenario.group}', 19.5)
    for c in range(1, 9): put(ws, r, c, border=Border(bottom=hair), va='bottom')
    put(ws, r, 2, '{label}', font=font(bold=True, color=NAVY), border=Border(bottom=hair), va='bottom')
    R.line('{scenario.total}', kind='total'); R.line('{scenario.base}', kind='bold'); R.line('{scenario.line}'); R.line('{scenario.ratio}', kind='memo'); R.line('{scenario.memo}', kind='memo')
    R.line('{scenario.stat}', utext='{unit}', kind='stat', fmt='0.00')

# ---------------------------------------------------------------- Regression
def regression():
    ws = sheet('Regression', '2E75B6', AXISW, paper=8, wide=1); R = AxisRows(ws)
    R.title('{company}: regressions', 'How each driver is carried forward, in formulas over its observations. Time counts quarters, the first column being 1. Settings stand on Control.')
    R.header(spare='Statistic', spare_right=True)
    R.line('quarter_index', 'Number of the quarter', utext='quarters', kind='memo', fmt='0')
    R.line('quarter_step', 'Quarters ahead', utext='quarters', kind='memo', fmt='0')
    R.line('quarter_of_year', 'Quarter of the year', utext='number', kind='memo', fmt='0')
    R.space('{regression.space}')
    R.heading('{label}', '{regression.heading}')
    R.line('{regression.method}', 'Method: choose from the list', utext='list', kind='stat'); put(ws, R.r, 4, fill='FFFBE6', font=font(color='1F4FD8', size=8), h='right')
    R.next('{regression.room}')
    R.line('{regression.line}', utext='{unit}'); R.line('{regression.memo}', utext='{unit}', kind='memo'); R.line('{regression.total}', utext='{unit}', kind='total')
    R.line('{regression.detail}', utext='scale', kind='memo', fmt='0.0000;-0.0000;0.0000'); R.line('{regression.time}', utext='quarters', kind='memo', fmt='0')
    R.line('{regression.stat}', utext='number', kind='stat', fmt='0.0000;-0.0000;0.0000'); R.line('{regression.count}', utext='number', kind='stat', fmt='0')
    r = R.next("{regression.table}"); put(ws, r, 3, "scale", font=font(color=GREY, size=8)); put(ws, r, 2, '{label}', font=font(bold=True, color=MEMO), indent=1)
    r = R.next('{regression.note}'); put(ws, r, 2, '{label}', font=font(italic=True, color=MEMO))

# ---------------------------------------------------------------- sheets of the `sheets` developer: extend below
def plain(title, tab, sub, widths, paper=9):
    ws = sheet(title, tab, list(widths), paper=paper); R = Rows(ws, len(widths)); R.title('{company}: ' + title.lower(), sub); return ws, R

def sensitivity():
    ws, R = plain('Sensitivity', '2E75B6', 'The model in the chosen scenario if two things came out otherwise. The middle of each grid is the model; the steps are yours.',
                  [2, 46, 9, 13, 12, 12, 12, 12, 12])
    ws.page_setup.orientation = 'portrait'
    def line(token, label='{label}', bold=False, memo=False, fmt=None, top=False, fill_middle=False):
        r = R.next(token); f = dict(bold=bold, italic=memo, color=MEMO if memo else INK); b = Border(bottom=thin) if top else None
        put(ws, r, 2, label, font=font(**f), indent=0 if memo else 1, border=b); put(ws, r, 3, '{unit}', font=font(color=GREY, size=8), border=b)
        for c in range(4, 10): put(ws, r, c, h='right', font=font(**f) if c > 4 else font(color=MEMO), fmt=fmt if c == 4 else None, border=b, fill=PALE if fill_middle and c == 7 else None)
        return r
    line('{grid.period}', bold=True)
    R.space('{grid.space}')
    R.heading('{label}', '{grid.title}')
    line('{grid.stat}'); line('{grid.across}', memo=True, top=True); line('{grid.line}'); line('{grid.base}', bold=True, fill_middle=True)
    line('{grid.tolerance}', fmt='0.0E+00')
    ws.freeze_panes = 'C4'; ws.print_area = 'B1:I200'

def bridges():
    ws, R = plain('Bridges', '2E75B6', 'What moved between any two periods of Model: choose them on Control. Every bridge starts and ends on cells of Model, and what no line explains is a step of its own.',
                  [2, 44, 9, 12, 12, 11, 11, 44] + [13.5] * 8 + [34] + [11] * 8)
    r = R.table_head([None, 'Periods', None, 'Code', 'Place'])
    for c in (4, 5): ws.cell(r, c).alignment = Alignment(horizontal='right')
    r = R.next('{bridge.period}'); put(ws, r, 2, '{label}'); put(ws, r, 3, '{unit}', font=font(color=GREY, size=8)); put(ws, r, 4, h='right', font=font(bold=True)); put(ws, r, 5, h='right', fmt='0', font=font(color=GREY))
    r = R.next('{bridge.remark}'); put(ws, r, 2, font=font(italic=True, color=MEMO))
    r = R.table_head([None, 'Headline figures', 'Unit'], '{bridge.headlines}', 18)
    for c in (4, 5): ws.cell(r, c).alignment = Alignment(horizontal='right', vertical='bottom')
    def line(token, label, bold=False, memo=False, top=False):
        r = R.next(token); b = Border(top=thin) if top else None
        f = dict(bold=bold, italic=memo, color=MEMO if memo else INK)
        put(ws, r, 1, token, font=font(color=GREY, size=7))
        for c in range(2, 9): put(ws, r, c, border=b)
        put(ws, r, 2, label, font=font(**f), border=b, indent=0 if bold or memo else 1, wrap=True); put(ws, r, 3, '{unit}', font=font(color=GREY, size=8), border=b)
        for c in range(4, 8): put(ws, r, c, h='right', font=font(**f), border=b)
        put(ws, r, 8, font=font(color=MEMO), border=b, h='left', indent=1)
        put(ws, r, 17, font=font(color=GREY, size=8))
        for c in range(18, 26): put(ws, r, c, h='right', font=font(color=GREY, size=8))
        return r
    line('{bridge.headline}', '{label}', bold=True)
    R.space('{bridge.space}', 13.5)
    r = R.heading('{label}', '{bridge.title}'); put(ws, r, 17, 'Cells that the chart and the check rest on', font=font(bold=True, color=NAVY), fill=PALE); put(ws, r, 18, h='left', font=font(color=NAVY), fill=PALE)
    r = R.next('{bridge.message}'); put(ws, r, 2, font=font(italic=True, color=MEMO)); put(ws, r, 17, 'Both ends known; all lines known; rounding up to; scale not shown', font=font(color=GREY, size=8))
    for c, f in ((18, '0'), (19, '0'), (20, '0.0000'), (21, '0E+00')): put(ws, r, c, fmt=f, h='right', font=font(color=GREY, size=8))
    r = R.table_head([None, 'Step', 'Unit', None, None, 'Effect', 'Level after', 'Remarks'] + [None] * 8 + ['Below the column', 'Not drawn', 'Start, end', 'Rise above 0', 'Rise below 0', 'Fall above 0', 'Fall below 0', 'Counted, from', 'Counted, to'], '{bridge.heading}')
    for c in list(range(4, 8)) + list(range(18, 26)): ws.cell(r, c).alignment = Alignment(horizontal='right', vertical='bottom')
    ws.cell(r, 8).alignment = Alignment(horizontal='left', vertical='bottom', indent=1)
    for c in range(9, 17): ws.cell(r, c).border = Border()
    line('{bridge.pier}', '{label}', bold=True, top=True)
    line('{bridge.step}', '{label}')
    r = line('{bridge.check}', 'Start and steps less end', memo=True, top=True)
    put(ws, r, 17, 'Tolerance; fails; more left over than rounding', font=font(color=GREY, size=8)); put(ws, r, 18, fmt='0.0E+00', h='right', font=font(color=GREY, size=8)); put(ws, r, 19, fmt='0', h='right', font=font(color=GREY, size=8)); put(ws, r, 20, fmt='0', h='right', font=font(color=GREY, size=8))
    ws.freeze_panes = 'C3'
    ws.print_area = 'A1:P200'

def table(ws, R, token, spec, height=13.5):
    """a row of a list: (value, dict) by column; sentences wrapped, all at the top of the row"""
    r = R.next(token, height)
    for c, (v, s) in enumerate(spec, 1):
        put(ws, r, c, v, va='top', **s)
    return r

def guidance():
    ws, R = plain('Guidance', '2E75B6', 'What management guided, what became of it, and what analysts expected. Until a result is reported the model\'s own projection in the chosen scenario stands in its place. Differences in % of the number compared with, for ratios in points.',
                  [2, 34, 9, 19, 9, 12, 10, 10, 10, 10, 10, 9, 11, 11, 11, 11, 11, 10, 28, 80], paper=8)
    r = R.next('{guidance.counts}'); put(ws, r, 2, font=font(bold=True, color=NAVY))
    R.heading('{label}', '{guidance.section}')
    r = R.table_head([None, 'Line', 'Unit', 'Said of', 'Period', 'Guidance', 'Low end', 'High end', 'Midpoint', 'Result or projection', 'which is', 'Lies', 'Against midpoint', 'Consensus', 'Against consensus', 'Own estimate', 'Against own', 'Rounded by up to', 'Where', 'Sentence'], '{guidance.heading}', 27)
    for c in (7, 8, 9, 10, 13, 14, 15, 16, 17, 18): ws.cell(r, c).alignment = Alignment(horizontal='right', vertical='bottom', wrap_text=True)
    for c in (6, 11, 12, 19, 20): ws.cell(r, c).alignment = Alignment(horizontal='left', vertical='bottom', indent=1, wrap_text=True)
    grey, right, left = font(color=GREY, size=8), dict(h='right'), dict(h='left', indent=1)
    r = table(ws, R, '{guidance}', [('{guidance}', dict(font=font(color=GREY, size=7))), ('{label}', dict(wrap=True)), ('{unit}', dict(font=grey)), (None, dict(font=grey)), (None, {}), (None, dict(font=grey, **left)),
        (None, right), (None, right), (None, dict(h='right', font=font(color=MEMO))), (None, dict(h='right', font=font(bold=True))), (None, dict(font=grey, **left)), (None, dict(font=font(bold=True), **left)), (None, right), (None, right), (None, right), (None, right), (None, right),
        (None, dict(h='right', font=grey)), (None, dict(wrap=True, font=grey, **left)), (None, dict(wrap=True, font=font(italic=True), **left))])
    for c in range(1, 21): ws.cell(r, c).border = Border(bottom=hair)
    ws.freeze_panes = 'C4'; ws.print_area = 'B1:T200'

def variance():
    ws, R = plain('Variance', '2E75B6', 'What was forecast and what came: it fills with each quarter that is built first as a forecast and then as reported. Forecasts are frozen as the workbook stood when the results arrived. Differences of ratios in points.',
                  [2, 34, 9] + [15] * 11, paper=8)
    R.heading('{label}', '{variance.period}')
    r = R.table_head([None, 'Line', 'Unit', 'Actual', 'Bear', 'Base', 'Bull', 'Less Base', 'Less Base, %', 'Guided from', 'Guided to', 'Less midpoint', 'Consensus', 'Less consensus'], '{variance.heading}')
    for c in range(4, 15): ws.cell(r, c).alignment = Alignment(horizontal='right', vertical='bottom')
    grey = font(color=GREY, size=8)
    for token, f, ind in (('{variance.line}', font(bold=True), 0), ('{variance.part}', font(), 1), ('{variance.split}', font(color=MEMO), 1)):
        table(ws, R, token, [(token, dict(font=font(color=GREY, size=7))), ('{label}', dict(font=f, indent=ind)), ('{unit}', dict(font=grey))] + [(None, dict(h='right', font=f)) for _ in range(11)])
    ws.freeze_panes = 'C3'; ws.print_area = 'B1:N200'

def changes():
    ws, R = plain('Changes', '7F7F7F', 'What each build brought, what of yours it kept, and where both changed the same cell: yours stays, and what would have come stands beside it. The latest build comes first.',
                  [2, 18, 14, 60, 12, 30, 30, 30])
    r = R.table_head([None, 'What', 'Sheet', 'Line', 'Column', 'Generated before', 'Yours', 'Generated now'], '{changes.heading}')
    table(ws, R, '{change}', [('{change}', dict(font=font(color=GREY, size=7)))] + [(None, dict(wrap=c in (3, 5, 6, 7), font=font(bold=True) if c == 1 else font())) for c in range(1, 8)])
    ws.freeze_panes = 'C4'; ws.print_title_rows = '3:3'; ws.print_area = 'B1:H200'

def facts():
    ws, R = plain('Facts', '7F7F7F', 'Every number that was read, where it stands and what became of it. Money as Model shows it and, to the right, in full units. One row of each figure is "used" or "derived"; Model refers to that one.',
                  [30, 32, 9, 15, 11, 10, 12, 17, 25, 6, 18, 75, 46, 17, 11, 9], paper=8)
    r = R.table_head(['Figure', 'Line', 'Unit', 'Basis', 'Measure', 'Period', 'Shown', 'Status', 'Document', 'Line', 'Speaker', 'Sentence, or how it was derived', 'Remark', 'In full units', 'Currency', 'Model'], '{facts.heading}', 18)
    put(ws, r, 1, '{facts.heading}', font=font(bold=True, color=NAVY), border=Border(bottom=Side(style='thin', color=NAVY)), va='bottom')
    for c in (7, 10, 14): ws.cell(r, c).alignment = Alignment(horizontal='right', vertical='bottom')
    for c in (8, 11, 13, 15, 16): ws.cell(r, c).alignment = Alignment(horizontal='left', vertical='bottom', indent=1)
    small, grey = font(color=GREY, size=7), font(color=GREY, size=8)
    r = table(ws, R, '{fact}', [('{fact}', dict(font=small)), ('{label}', dict(wrap=True)), ('{unit}', dict(font=grey)), (None, dict(font=grey, wrap=True)), (None, dict(font=grey)), (None, {}), (None, dict(h='right')), (None, dict(font=font(bold=True), h='left', indent=1)),
        (None, dict(wrap=True)), (None, dict(fmt='0', h='right')), (None, dict(h='left', indent=1, wrap=True)), (None, dict(wrap=True)), (None, dict(wrap=True, font=font(color=MEMO), h='left', indent=1)), (None, dict(fmt='#,##0.####;(#,##0.####);0', h='right', font=grey)), (None, dict(font=grey, h='left', indent=1)), (None, dict(h='left', indent=1))])
    for c in range(1, 17): ws.cell(r, c).border = Border(bottom=hair)
    ws.freeze_panes = 'C4'; ws.print_title_rows = '3:3'; ws.print_area = 'B1:P200'

def contradictions():
    ws, R = plain('Contradictions', 'BF8F00', 'Where sources disagree, and what was decided and why. A letter in the yellow cell overrules the decision: the model follows at once. The next build reads it too.',
                  [20, 36, 9, 8, 11, 9, 68, 36, 72], paper=8)
    R.heading('{label}', '{contradiction.section}')
    r = R.table_head([None, 'Figure', 'Unit', 'Ruling', 'Number', 'In force', 'Decision, and the reason for each candidate', 'Where', 'Sentence'], '{contradiction.heading}')
    for c in (4, 6): ws.cell(r, c).alignment = Alignment(horizontal='center', vertical='bottom')
    ws.cell(r, 5).alignment = Alignment(horizontal='right', vertical='bottom')
    for c in (7, 8, 9): ws.cell(r, c).alignment = Alignment(horizontal='left', vertical='bottom', indent=1)
    small, grey = font(color=GREY, size=7), font(color=GREY, size=8)
    bold = font(bold=True)
    r = table(ws, R, '{contradiction}', [('{contradiction}', dict(font=small)), ('{label}', dict(font=bold, wrap=True)), ('{unit}', dict(font=grey)), (None, dict(h='center', font=bold)), (None, dict(h='right', font=bold)), (None, dict(h='center', font=bold)),
        (None, dict(wrap=True, font=bold, h='left', indent=1)), (None, dict(wrap=True, h='left', indent=1)), (None, dict(wrap=True, h='left', indent=1))])
    for c in range(1, 10): ws.cell(r, c).border = Border(top=thin)
    table(ws, R, '{contradiction.candidate}', [('{contradiction.candidate}', dict(font=small)), ('{label}', dict(wrap=True)), ('{unit}', dict(font=grey)), (None, dict(h='center')), (None, dict(h='right')), (None, dict(h='center', font=grey)),
        (None, dict(wrap=True, font=font(color=MEMO), h='left', indent=1)), (None, dict(wrap=True, font=grey, h='left', indent=1)), (None, dict(wrap=True, font=font(italic=True), h='left', indent=1))])
    ws.freeze_panes = 'C5'; ws.print_title_rows = '4:4'; ws.print_area = 'B1:I200'

def checks():
    ws = sheet('Checks', '7F7F7F', [14, 60, 9, 12, 7, 7, 7, 7], paper=8); R = AxisRows(ws)
    R.title('{company}: checks', 'What must hold. A number in the summary is the count of periods in which a check fails; Control shows their sum.')
    R.header(spare='Failures, tolerance', spare_right=True)
    R.heading('{label}', '{check.section}')
    flag = '0;-0;"–"'
    R.line('{check.total}', '{label}', kind='total', fmt=flag); put(ws, R.r, 4, font=font(bold=True), border=Border(top=thin), h='right', fmt='0')
    R.line('{check.count}', '{label}', kind='count', fmt=flag); put(ws, R.r, 4, h='right', fmt=flag)
    R.line('{check}', '{label}', fmt=flag); put(ws, R.r, 4, h='right', fmt='[>=10]#,##0;[>=0.001]0.0##;0.0E+0', font=font(color=GREY, size=8))
    R.line('{check.ratio}', '{label}', fmt=flag); put(ws, R.r, 4, h='right', fmt='0.0###%', font=font(color=GREY, size=8))
    r = R.next('{check.information}'); put(ws, r, 2, '{label}', indent=1)

def page():
    """the printed page of templates/one-page: key figures and two bridges with their waterfalls; settings below what is printed"""
    ws = sheet('Bridges', NAVY, [2, 36, 8] + [12] * 2 + [10.5] * 11 + [34] + [11] * 8)
    ws.page_setup.fitToHeight = 1; ws.print_options.horizontalCentered = True
    R = Rows(ws, 16); grey = font(color=GREY, size=8); box = Border(left=thin, right=thin, top=thin, bottom=thin)
    r = R.next(height=24); put(ws, r, 2, '{company} ({ticker})', font=font(bold=True, size=16, color=NAVY))
    r = R.next(); put(ws, r, 2, '="Quarterly model in {money}, scenario "&Scenario&"; last reported quarter "&LastActual&"; bridges from "&BridgeFrom&" to "&BridgeTo', font=font(color=MEMO))
    ws.cell(r, 2).value = '="Last reported quarter "&LastActual&", projections in the scenario "&Scenario&". "&IF(MasterCheck=0,"Every check of the workbook holds.",MasterCheck&" checks of the workbook fail.")'
    R.space()
    R.heading('Key figures, {money} unless the unit says otherwise')
    r = R.table_head([None, None, 'Unit'], 'Control!{key.heading}')
    for c in range(4, 12): ws.cell(r, c).alignment = Alignment(horizontal='right')
    r = R.next('Control!{key.line}', 14.5); put(ws, r, 2, '{label}'); put(ws, r, 3, '{unit}', font=grey)
    for c in range(4, 12): put(ws, r, c, h='right')
    r = R.next('Control!{way}', 12); put(ws, r, 2, '{label}', font=font(italic=True, color=MEMO, size=8))
    R.space()
    def bridge(key):
        b = lambda t: 'Bridges!{bridge.%s}:%s' % (t, key)
        def line(token, label, bold=False, memo=False, top=False):
            r = R.next(token); e = Border(top=thin) if top else None; f = dict(bold=bold, italic=memo, color=MEMO if memo else INK)
            for c in range(2, 9): put(ws, r, c, border=e)
            put(ws, r, 2, label, font=font(**f), border=e, indent=0 if bold or memo else 1); put(ws, r, 3, '{unit}', font=grey, border=e)
            for c in range(4, 8): put(ws, r, c, h='right', font=font(**f), border=e)
            put(ws, r, 8, fmt=';;;', border=e)
            for c in range(17, 26): put(ws, r, c, h='right', font=grey)
            return r
        R.heading('{label}', b('title'))
        r = R.next(b('message')); put(ws, r, 2, font=font(italic=True, color=MEMO, size=8))
        for c, f in ((18, '0'), (19, '0'), (20, '0.0000')): put(ws, r, c, fmt=f, h='right', font=grey)
        r = R.table_head([None, 'Step', 'Unit', None, None, 'Effect', 'Level after'], b('heading'))
        for c in range(4, 8): ws.cell(r, c).alignment = Alignment(horizontal='right', vertical='bottom')
        for c in [1, *range(8, 17)]: ws.cell(r, c).border = Border()
        line(b('pier'), '{label}', bold=True, top=True); line(b('step'), '{label}')
        r = line(b('check'), 'Start and steps less end', memo=True, top=True); put(ws, r, 18, fmt='0.0E+00', font=grey); put(ws, r, 19, fmt='0', font=grey)
        R.next(b('space'))
        R.next('{space}', 4)
    bridge('bridge.revenue'); bridge('bridge.gross_margin')
    last = R.r
    R.heading('Settings of the page and of the model (not printed)', None)
    def setting(label, n, fmt='General', note='', editable=True):
        r = R.next(); put(ws, r, 2, label)
        put(ws, r, 4, fmt=fmt, h='right', border=box, fill='FFFBE6' if editable else None, font=font(color='1F4FD8' if editable else INK)); put(ws, r, 5, note, font=font(color=MEMO), h='left', indent=1); name(n, ws, r, 4)
    setting('Scenario', 'Scenario', note='Bear, Base or Bull'); setting('Bridges from', 'BridgeFrom', note='a quarter or a year of Model'); setting('Bridges to', 'BridgeTo', note='a quarter or a year of Model')
    setting('Failing checks', 'MasterCheck', '0;-0;0', editable=False); setting('Last reported quarter', 'LastActual', editable=False); setting('Number of the scenario', 'ScenarioIndex', editable=False)
    setting('Prediction interval holds', 'IntervalLevel', '0%'); setting('Damping of trends', 'Damping', '0.00'); setting('Growth that remains', 'GrowthRemains', '0.00')
    R.next('{space}', 4)
    r = R.next('Bridges!{bridge.period}'); put(ws, r, 2, '{label}'); put(ws, r, 3, '{unit}', font=grey); put(ws, r, 4, h='right'); put(ws, r, 5, fmt='0', h='right', font=font(color=GREY))
    r = R.next('Bridges!{bridge.headlines}'); put(ws, r, 2, 'Headline figures', font=font(bold=True)); put(ws, r, 4, h='right', font=grey); put(ws, r, 5, h='right', font=grey)
    r = R.next('Bridges!{bridge.headline}'); put(ws, r, 2, '{label}'); put(ws, r, 3, '{unit}', font=grey); put(ws, r, 4, h='right'); put(ws, r, 5, h='right')
    R.next('{space}', 4)
    for n, f, bg in (('Input', dict(color='1F4FD8'), None), ('Formula', dict(color=INK), None), ('Link', dict(color='00803C'), None), ('Derived', dict(color='7030A0'), None), ('Contested', dict(color='00803C'), 'FFF2CC'), ('Override', dict(color='1F4FD8'), 'FFFBE6'), ('Good', dict(color='00803C'), 'E2F0D9'), ('Bad', dict(color='C00000'), 'FBE0DC')):
        r = R.next(); put(ws, r, 2, 'Colour: ' + n); put(ws, r, 4, n, font=font(**f), fill=bg, h='right'); name(f'Style.{n}', ws, r, 4)
    for n, fmt in (('Money', MONEY), ('Ratio', RATIO), ('Points', POINTS), ('PerShare', SHARE), ('Count', COUNT)):
        r = R.next(); put(ws, r, 2, 'Number format: ' + n); put(ws, r, 4, -0.1234 if n in ('Ratio', 'Points') else -1234.5, fmt=fmt, h='right'); name(f'Format.{n}', ws, r, 4)
    ws.print_area = f'A1:P{last}'

ONE_PAGE = len(sys.argv) > 2 and sys.argv[2] == 'one-page'
for make in (page, drivers, model, scenarios, regression, facts, contradictions, checks) if ONE_PAGE else (control, drivers, model, bridges, scenarios, sensitivity, regression, guidance, variance, facts, contradictions, checks, changes): make()
for n, ref in NAMES.items():
    d = DefinedName(n, attr_text=ref)
    wb.defined_names.add(d) if hasattr(wb.defined_names, 'add') else wb.defined_names.append(d)
wb.properties.creator = 'ModelBuilder'
wb.save(sys.argv[1])

# openpyxl leaves out the pattern type of an empty fill, on which ClosedXML stumbles; times are made constant.
import zipfile, io
parts = {}
with zipfile.ZipFile(sys.argv[1]) as z:
    for i in z.namelist(): parts[i] = z.read(i)
parts['xl/styles.xml'] = parts['xl/styles.xml'].replace(b'<patternFill/>', b'<patternFill patternType="none"/>').replace(b'<patternFill />', b'<patternFill patternType="none"/>')
import re
parts['docProps/core.xml'] = re.sub(rb'\d{4}-\d\d-\d\dT[\d:]+Z', b'2024-01-01T00:00:00Z', parts['docProps/core.xml'])
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    for n, b in parts.items(): z.writestr(zipfile.ZipInfo(n, (1980, 1, 1, 0, 0, 0)), b, zipfile.ZIP_DEFLATED)
