"""Writes .xlsx files: typed cells, rows as high as their text, a heading that stays in sight and on every printed page.

The format is ECMA-376 (Office Open XML), as much of it as a list needs; QGIS brings no library that could set widths or
headings. The same tables always give the same bytes. On paper: A3 across, the columns that print and no others, and on
each page what it is and how far (`pages`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from html import escape

from ..common.archive import timeless_entry
from ..common.errors import Check, never_cancelled
from .sheet import letters, sheet_xml
from .table import Column, Imprint, Table, printable
from .workbook_styles import STYLE_SHEET

ABOUT = "Om listen"
LONGEST_NAME = 31
"""Characters in the name of a sheet."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook_bytes(tables: Sequence[Table], check: Check = never_cancelled, imprint: Imprint | None = None) -> bytes:
    """The tables as the sheets of a workbook. `check` raises Cancelled when the person has pressed Cancel."""
    imprint = imprint or Imprint()
    tables = [table.paper_first() for table in with_notes(tables)]
    strings = _Strings()
    sheets = [sheet_xml(table, imprint, strings.number, number == 0, check) for number, table in enumerate(tables)]
    names = _sheet_names(tables)
    contents = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _ROOT_RELATIONS,
        "docProps/core.xml": _core_properties(tables, imprint),
        "docProps/app.xml": _app_properties(imprint),
        "xl/workbook.xml": _workbook(names, tables),
        "xl/_rels/workbook.xml.rels": _relations(
            [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
            + [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
        ),
        "xl/styles.xml": _XML + STYLE_SHEET,
        "xl/sharedStrings.xml": strings.xml(),
        **{f"xl/worksheets/sheet{number}.xml": _worksheet(sheet) for number, sheet in enumerate(sheets, start=1)},
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            check()
            archive.writestr(timeless_entry(name), content.encode("utf-8"))
    return file.getvalue()


class _Strings:
    """The texts of a workbook, each kept once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._uses = 0

    def number(self, text: str) -> int:
        """The number of a text, which is kept."""
        self._uses += 1
        return self._numbers.setdefault(text, len(self._numbers))

    def xml(self) -> str:
        items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in self._numbers)
        counts = f'count="{self._uses}" uniqueCount="{len(self._numbers)}"'
        return f'{_XML}<sst xmlns="{_MAIN}" {counts}>{items}</sst>'


def with_notes(tables: Sequence[Table]) -> list[Table]:
    """The tables, and behind them one of what a reader must know of them where there is anything to know.

    It is a sheet of its own: the headings stand in the first row of every sheet, where programs look for them. A book
    that tells of itself on such a sheet already needs no other.
    """
    noted = [table for table in tables if table.note]
    if not noted or any(table.title == ABOUT for table in tables):
        return list(tables)
    about = Table(
        ABOUT,
        (Column("Om", width=26), Column("Indhold", width=110)),
        ([table.title for table in noted], [table.note for table in noted]),
    )
    return [*tables, about]


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
        last = f"${letters(len(table.columns) - 1)}${len(table) + 1}"
        rows = len(table) + 1 + (not len(table) and bool(table.nothing))
        defined += (
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
            f"{escape(quoted)}!$A$1:{last}</definedName>"
            f'<definedName name="_xlnm.Print_Area" localSheetId="{number}">{escape(quoted)}!'
            f"$A$1:${letters(table.printed - 1)}${rows}</definedName>"
            f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">{escape(quoted)}!$1:$1</definedName>'
        )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{sheets}</sheets>"
        f"<definedNames>{defined}</definedNames></workbook>"
    )


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


_ROOT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
)


def _worksheet(content: str) -> str:
    return f'{_XML}<worksheet xmlns="{_MAIN}">{content}</worksheet>'


def _core_properties(tables: Sequence[Table], imprint: Imprint) -> str:
    """Title, author, state and time of the file (ECMA-376, part 2, core properties)."""
    title = " · ".join(one for one in (tables[0].title if tables else "", imprint.title) if one)
    author = escape(printable(imprint.author))
    day = imprint.made.isoformat() if imprint.made is not None else "1980-01-01"
    times = "".join(
        f'<dcterms:{one} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{one}>' for one in ("created", "modified")
    )
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(printable(title))}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:description>{escape(printable(imprint.state))}</dc:description><dc:language>da-DK</dc:language>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>{times}</cp:coreProperties>"
    )


def _app_properties(imprint: Imprint) -> str:
    return (
        f'{_XML}<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}">'
        f"<Application>Lyngby Heritage</Application><Company>{escape(printable(imprint.author))}</Company></Properties>"
    )


def _content_types(sheets: int) -> str:
    parts = [
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/styles.xml", "styles"),
        ("/xl/sharedStrings.xml", "sharedStrings"),
    ]
    parts += [(f"/xl/worksheets/sheet{number}.xml", "worksheet") for number in range(1, sheets + 1)]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{_TYPES}.{kind}+xml"/>' for name, kind in parts)
    overrides += (
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
