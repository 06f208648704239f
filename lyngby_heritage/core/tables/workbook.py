"""Writes .xlsx files: typed cells, a heading that stays in sight and on every printed page, a filter on each column.

The format is ECMA-376 (Office Open XML), as much of it as a list needs; QGIS brings no library that could set widths or
headings. The same tables always give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape
from typing import Any

from ..common.errors import Check, never_cancelled
from .table import AREA, DECIMAL, TEXT, WHOLE, Table, printable

LONGEST_TEXT = 32_767
"""Characters in a cell; Excel refuses a file with more."""
LONGEST_NAME = 31
"""Characters in the name of a sheet."""
TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every part; ZIP knows no earlier one."""
CHECKED_EVERY = 2_000
"""Rows written between two looks at whether the run was cancelled."""

_HEADING = 1
_STYLES = {TEXT: 2, WHOLE: 3, AREA: 4, DECIMAL: 5}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_STYLE_SHEET = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0#"/></numFmts>'
    '<fonts count="2"><font><sz val="10"/><name val="Calibri"/></font>'
    '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FF7C2320"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">'
    '<alignment vertical="center" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    + "".join(
        f'<xf numFmtId="{code}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
        '<alignment vertical="top"/></xf>'
        for code in (1, 3, 164)
    )
    + "</cellXfs></styleSheet>"
)


def workbook_bytes(tables: Sequence[Table], check: Check = never_cancelled) -> bytes:
    """The tables as the sheets of a workbook. `check` raises Cancelled when the person has pressed Cancel."""
    strings = _Strings()
    sheets = [_sheet(table, strings, number == 0, check) for number, table in enumerate(tables)]
    names = _sheet_names(tables)
    contents = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(names, tables),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
            + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
        ),
        "xl/styles.xml": _STYLE_SHEET,
        "xl/sharedStrings.xml": strings.xml(),
        **{f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(sheets, start=1)},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            check()
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content.encode("utf-8"))
    return file.getvalue()


class _Strings:
    """The texts of a workbook, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._known: dict[Any, int] = {}
        self._uses = 0

    def number(self, value: Any) -> int:
        self._uses += 1
        number = self._known.get(value)
        if number is None:
            text = printable(value)[:LONGEST_TEXT]
            number = self._known[value] = self._numbers.setdefault(text, len(self._numbers))
        return number

    def xml(self) -> str:
        items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._numbers)
        counts = f'count="{self._uses}" uniqueCount="{len(self._numbers)}"'
        return f'{_XML}<sst xmlns="{_MAIN}" {counts}>{items}</sst>'


def _sheet(table: Table, strings: _Strings, first: bool, check: Check) -> str:
    letters = [_letters(position) for position in range(len(table.columns))]
    last = f"{letters[-1]}{len(table) + 1}"
    widths = "".join(
        f'<col min="{i}" max="{i}" width="{column.width}" customWidth="1"/>'
        for i, column in enumerate(table.columns, start=1)
    )
    heading = "".join(
        f'<c r="{letter}1" s="{_HEADING}" t="s"><v>{strings.number(column.heading)}</v></c>'
        for letter, column in zip(letters, table.columns)
    )
    rows = [f'<row r="1" ht="30" customHeight="1">{heading}</row>']
    cells = [
        _cells(letter, column.kind, values, strings)
        for letter, column, values in zip(letters, table.columns, table.values)
    ]
    for number, row in enumerate(zip(*cells), start=2):
        if number % CHECKED_EVERY == 0:
            check()
        rows.append(f'<row r="{number}">{"".join(row)}</row>')
    selected = ' tabSelected="1"' if first else ""
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:{last}"/>'
        f'<sheetViews><sheetView{selected} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13.5"/>'
        f'<cols>{widths}</cols><sheetData>{"".join(rows)}</sheetData><autoFilter ref="A1:{last}"/>'
        '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddFooter>{escape('&L' + table.title.replace('&', '&&') + '&RSide &P af &N')}</oddFooter>"
        "</headerFooter></worksheet>"
    )


def _cells(letter: str, kind: str, values: Sequence[Any], strings: _Strings) -> list[str]:
    """The cells of a column, from its second row on; "" for one without a value."""
    style, number = _STYLES[kind], strings.number
    if kind == TEXT:
        return [
            "" if value is None or value == "" else f'<c r="{letter}{row}" s="{style}" t="s"><v>{number(value)}</v></c>'
            for row, value in enumerate(values, start=2)
        ]
    return [
        "" if value is None or value != value else f'<c r="{letter}{row}" s="{style}"><v>{value}</v></c>'  # NaN
        for row, value in enumerate(values, start=2)
    ]


def _letters(position: int) -> str:
    """The letters of a column: 0 → A, 25 → Z, 26 → AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _sheet_names(tables: Sequence[Table]) -> list[str]:
    """Names that Excel takes: without its own signs and not too long."""
    plain = (printable(table.title).translate(str.maketrans("[]:*?/\\", "       ")) for table in tables)
    return [" ".join(name.split())[:LONGEST_NAME] for name in plain]


def _workbook(names: Sequence[str], tables: Sequence[Table]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, start=1)
    )
    defined = ""
    for number, (name, table) in enumerate(zip(names, tables)):
        quoted = "'" + name.replace("'", "''") + "'"
        last = f"${_letters(len(table.columns) - 1)}${len(table) + 1}"
        defined += (
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
            f"{escape(quoted)}!$A$1:{last}</definedName>"
            f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">{escape(quoted)}!$1:$1</definedName>'
        )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets>'
        f"<definedNames>{defined}</definedNames></workbook>"
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _content_types(sheets: int) -> str:
    parts = [
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/styles.xml", "styles"),
        ("/xl/sharedStrings.xml", "sharedStrings"),
    ]
    parts += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in range(1, sheets + 1)]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in parts)
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
