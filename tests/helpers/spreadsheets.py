"""Tables as people keep them: workbooks of Excel and LibreOffice with the cells that these write, and delimited text.

A sheet is a list of rows of cells: text, whole and decimal numbers, dates, or None for an empty cell.
"""

import csv
import io
import re
import zipfile
from datetime import date
from html import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_DAY_0 = date(1899, 12, 30)


def write_sheets(path, sheets):
    """A workbook of {name of the sheet: rows}, in the form that the ending says; its path as text."""
    files = _xlsx(sheets) if path.suffix == ".xlsx" else _ods(sheets)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return str(path)


def write_text(path, rows, delimiter=",", encoding="utf-8", decimal="."):
    """A delimited text as Excel saves it: a line for each row, quotes where they must be; its path as text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([[_shown(cell, decimal) for cell in row] for row in rows])
    path.write_bytes(out.getvalue().encode(encoding))
    return str(path)


def as_text(rows):
    """The same rows with every cell as text."""
    return [[None if cell is None else _shown(cell, ".") for cell in row] for row in rows]


def _shown(cell, decimal):
    if cell is None:
        return ""
    return str(cell).replace(".", decimal) if isinstance(cell, float) else str(cell)


def _xlsx(sheets):
    books = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>' for number, name in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'{parts}<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{books}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}<Relationship '
        f'Id="rIdS" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2">'
        '<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        **{
            f"xl/worksheets/sheet{number}.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>'
            + "".join(_xlsx_row(place, row) for place, row in enumerate(rows, 1))
            + "</sheetData></worksheet>"
            for number, rows in enumerate(sheets.values(), 1)
        },
    }


def _xlsx_row(place, row):
    cells = "".join(
        _xlsx_cell(f"{_column(number)}{place}", cell) for number, cell in enumerate(row) if cell is not None
    )
    return f'<row r="{place}">{cells}</row>'


def _xlsx_cell(place, cell):
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'
    if isinstance(cell, date):
        return f'<c r="{place}" s="1"><v>{(cell - _DAY_0).days}</v></c>'
    return f'<c r="{place}"><v>{cell!r}</v></c>'


def _column(number):
    return (chr(64 + number // 26) if number >= 26 else "") + chr(65 + number % 26)


def _ods(sheets):
    spaces = " ".join(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    tables = "".join(
        f'<table:table table:name="{escape(name)}">' + "".join(map(_ods_row, rows)) + "</table:table>"
        for name, rows in sheets.items()
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return {
        "mimetype": mime,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{mime}"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>",
    }


def _ods_row(row):
    return "<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>"


def _ods_cell(cell):
    if cell is None:
        return "<table:table-cell/>"
    text = f"<text:p>{escape(str(cell))}</text:p>"
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell}">{text}</table:table-cell>'
    return f'<table:table-cell office:value-type="float" office:value="{cell!r}">{text}</table:table-cell>'


def row_heights(flat):
    """The heights in points of the rows that hold something, sheet by sheet, of a flat ODS file."""
    text = flat.read_text(encoding="utf-8")
    look = r'<style:style style:name="(ro\d+)"[^>]*>\s*<style:table-row-properties [^>]*style:row-height="([0-9.]+)in"'
    points = {name: 72 * float(inches) for name, inches in re.findall(look, text)}
    sheets = re.findall(r"<table:table .*?</table:table>", text, re.DOTALL)
    row = re.compile(r'<table:table-row table:style-name="(ro\d+)"[^>]*>(.*?)</table:table-row>', re.DOTALL)
    return [[points[name] for name, cells in row.findall(sheet) if "<text:p>" in cells] for sheet in sheets]


def as_high_as_needed(flat, folder):
    """A copy of a flat ODS file in which every row becomes as high as LibreOffice finds that it must be."""
    text = flat.read_text(encoding="utf-8")
    text = re.sub(r'style:row-height="[^"]*"', "", text).replace(
        'style:use-optimal-row-height="false"', 'style:use-optimal-row-height="true"'
    )
    free = folder / f"{flat.stem}_frit.fods"
    free.write_text(re.sub(r"<meta:generator>.*?</meta:generator>", "", text), encoding="utf-8")
    return free
