"""The looks of cells in a workbook, as SpreadsheetML numbers them."""

from __future__ import annotations

from .table import AREA, DATE, DECIMAL, TEXT, WHOLE

UPRIGHT, SAID = 1, 2
"""A heading that stands on end over a narrow column; what is said in place of rows."""
HEADINGS = {TEXT: 3, WHOLE: 4, AREA: 5, DECIMAL: 5, DATE: 4}
STYLES = {TEXT: 6, WHOLE: 7, AREA: 8, DECIMAL: 9, DATE: 10}
"""The look of a column's heading and of its cells, by its kind."""
LONG_TEXT, LONG_FROM = 11, 256
"""The look of a text of so many letters: Excel shows one as #### in a cell that is marked as text."""
FONT = "Arial"
"""Every office has it, or one of the same measures (Liberation Sans): a row is as high as its text on each."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_FORMATS = {164: "#,##0.0?\\ ", 165: "dd\\-mm\\-yyyy", 166: "#,##0\\ \\ "}
"""Decimals stand below each other, and a number keeps off the text to its right."""
_HEADING_FILL, _HEADING_TEXT, _LINES = "FF7C2320", "FFFFFFFF", "FFB8B1A5"


def _font(more: str = "") -> str:
    return f'<font>{more}<sz val="10"/>{{}}<name val="{FONT}"/><family val="2"/></font>'


def _look(number_format: int, alignment: str, font: int = 0, fill: int = 0, border: int = 1) -> str:
    return (
        f'<xf numFmtId="{number_format}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" '
        f'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
        f"<alignment {alignment}/></xf>"
    )


_LOOKS = (
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    _look(0, 'horizontal="center" vertical="bottom" textRotation="90" wrapText="1"', font=1, fill=2),
    _look(0, 'vertical="top"', font=2, border=0),
    _look(0, 'vertical="center" wrapText="1"', font=1, fill=2),
    _look(0, 'horizontal="center" vertical="center" wrapText="1"', font=1, fill=2),
    _look(0, 'horizontal="right" vertical="center" wrapText="1" indent="1"', font=1, fill=2),
    _look(49, 'vertical="top" wrapText="1"'),
    _look(1, 'horizontal="center" vertical="top"'),
    _look(166, 'horizontal="right" vertical="top"'),
    _look(164, 'horizontal="right" vertical="top"'),
    _look(165, 'horizontal="center" vertical="top"'),
    _look(0, 'vertical="top" wrapText="1"'),
)

STYLE_SHEET = (
    f'<styleSheet xmlns="{_MAIN}">'
    f'<numFmts count="{len(_FORMATS)}">'
    + "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in _FORMATS.items())
    + '</numFmts><fonts count="3">'
    + _font().format("")
    + _font("<b/>").format(f'<color rgb="{_HEADING_TEXT}"/>')
    + _font("<i/>").format("")
    + '</fonts><fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    f'<fill><patternFill patternType="solid"><fgColor rgb="{_HEADING_FILL}"/></patternFill></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    f'<border><left/><right style="hair"><color rgb="{_LINES}"/></right><top/>'
    f'<bottom style="hair"><color rgb="{_LINES}"/></bottom><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_LOOKS)}">{"".join(_LOOKS)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
