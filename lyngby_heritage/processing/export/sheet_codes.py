"""The QR code of a decided environment on its map sheet: a picture that the sheet's own row holds.

The row holds it, and not a file, since a project opens from any folder, and an atlas asks each row in turn.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsFillSymbol, QgsLayoutItemPicture, QgsLayoutItemShape, QgsLayoutObject, QgsProperty
from qgis.PyQt.QtCore import QMetaType

from ...core.plan.web_address import environment_link
from ..outputs.layout_parts import add_label, place, text_format
from ..outputs.renamed import draw_where

if TYPE_CHECKING:
    from qgis.core import QgsPrintLayout

    from ...core.plan.content import Plan
    from ...core.plan.sheets import Sheet

LINK, CODE = "hjemmeside", "qr"
CODE_FIELDS = ((LINK, QMetaType.Type.QString), (CODE, QMetaType.Type.QString))
SIDE, WORDS = 30.0, 42.0
"""Of the code and of the words beside it, in mm: a telephone reads it at arm's length."""
LINE = "(?=.{29})(.{1,27}[/-]|.{28})"
"""What stands on a line of an address, which has no blanks to break at: as much of its 28 characters as ends with / or
-, and all of them only where none does."""
TOLD = f"'Læs fortællingen på telefonen:\\n' || regexp_replace(\"{LINK}\", '{LINE}', '\\\\1\\n')"


def sheet_codes(plan: Plan, sheets: Sequence[Sheet]) -> list[tuple[str | None, str | None]]:
    """Link and picture of each sheet, in the order of CODE_FIELDS; None for one that has none."""
    from ...core.web.qr import code_svg

    environments = plan.environments
    every = [] if environments is None else list(enumerate(environments.ids))
    ids = {one for at, one in every if environments is not None and environments.is_decided(at)}
    found: list[tuple[str | None, str | None]] = []
    for sheet in sheets:
        link = environment_link(plan.web_address, sheet.environment_id or "") if sheet.environment_id in ids else ""
        drawn = f"base64:{base64.b64encode(code_svg(link).encode()).decode('ascii')}" if link else None
        found.append((link or None, drawn))
    return found


def add_code(layout: QgsPrintLayout, right: float, bottom: float) -> None:
    """Put the code of the sheet's row with its words into a corner of the map, whose place is given in mm."""
    left, top = right - SIDE - WORDS, bottom - SIDE
    ground = QgsLayoutItemShape(layout)
    ground.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
    white = QgsFillSymbol.createSimple({"color": "#ffffff", "outline_color": "#b8b1a5", "outline_width": "0.2"})
    # Of an item, QGIS asks only its opacity for each sheet, which a layout that is drawn as vectors does not have.
    for layer in white.symbolLayers() if white is not None else ():
        draw_where(layer, f'"{CODE}" is not null')
    ground.setSymbol(white)
    place(ground, left, top, SIDE + WORDS, SIDE)
    layout.addLayoutItem(ground)
    words = f"[% if(\"{CODE}\" is null, '', {TOLD}) %]"
    add_label(layout, words, text_format(7), left + 2, top + 3, WORDS - 3, SIDE - 4)
    picture = QgsLayoutItemPicture(layout)
    place(picture, right - SIDE, top, SIDE, SIDE)
    drawn = QgsProperty.fromExpression(f"coalesce(\"{CODE}\", '')")
    picture.dataDefinedProperties().setProperty(QgsLayoutObject.DataDefinedProperty.PictureSource, drawn)
    layout.addLayoutItem(picture)
