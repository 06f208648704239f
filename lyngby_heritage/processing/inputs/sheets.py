"""Which sheet of a workbook a parameter means, where the workbook is named and no sheet: QGIS opens the first."""

from __future__ import annotations

import os

from qgis.core import Qgis, QgsProviderRegistry, QgsVectorLayer

from ...core.common.errors import Note
from ...core.registers.asked_for import asked_for
from ...core.registers.headings import is_heading, names_in
from ...core.registers.recognition import Header, recognise
from .headings import WORKBOOKS, heading_of


def sheet_meant(layer: QgsVectorLayer, parameter: str) -> tuple[QgsVectorLayer, Note] | None:
    """The one sheet that is what the parameter asks for, and what is said of it; None where the first sheet stays.

    It stays where it is what is asked for itself, and where none of the others or several are.
    """
    asked = asked_for().get(parameter)
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = parts.get("path") or ""
    if asked is None or parts.get("layerName") or os.path.splitext(path)[1].lower() not in WORKBOOKS:
        return None
    inside = [one for one in QgsProviderRegistry.instance().querySublayers(path) if one.type() == Qgis.LayerType.Vector]
    if len(inside) < 2:
        return None
    sheets = [QgsVectorLayer(one.uri(), one.name(), one.providerKey()) for one in inside]
    fitting = [one for one in sheets if one.isValid() and recognise(_header(one)).role in asked.roles]
    if len(fitting) != 1 or fitting[0] is sheets[0]:
        return None
    note = Note(
        "{parameter}: the sheet {sheet} of {file} is read, for it holds {asked}. Another is given as "
        "{file}|layername=NAME.",
        {
            "parameter": parameter,
            "sheet": fitting[0].name(),
            "file": os.path.basename(path),
            "asked": asked.what,
        },
        danish="{parameter}: arket {sheet} i {file} er læst, for det indeholder {asked}. Et andet gives som "
        "{file}|layername=NAVN.",
    )
    return fitting[0], note


def _header(sheet: QgsVectorLayer) -> Header:
    names = sheet.fields().names()
    found = None if is_heading(names) else heading_of(sheet)
    return Header((sheet.name(),), tuple(names if found is None else names_in(found[1], names)), "none")
