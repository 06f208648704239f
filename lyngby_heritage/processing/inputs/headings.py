"""Opens a workbook's sheet or a delimited text with the names of its fields, where QGIS did not find them.

GDAL knows a sheet's heading by its cells being text and those below not, so that a sheet of text alone has none for
it, and takes a title above the heading for the heading itself.
"""

from __future__ import annotations

import csv
import os
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsField, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl, QUrlQuery

from ...core.registers.headings import LOOKED_AT, heading_row, is_heading, names_in
from .reopening import ask_provider

if TYPE_CHECKING:
    from collections.abc import Sequence

WORKBOOKS = {".xlsx", ".ods"}
DELIMITED = {".csv", ".tsv"}
DELIMITERS = (";", ",", "\t", "|")
BEGINNING = 65_536
"""Bytes of a text in which its heading is looked for."""


def with_heading(layer: QgsVectorLayer, path: str, encoding: str | None) -> QgsVectorLayer | None:
    """The layer of `path` with the names that stand in one of its first rows; None where it has names, or none do.

    `encoding` is that of a text, where it is not UTF-8.
    """
    ending = os.path.splitext(path)[1].lower()
    names = layer.fields().names()
    if ending not in WORKBOOKS | DELIMITED or not names or is_heading(names):
        return None
    if ending in WORKBOOKS:
        return _of_sheet(layer, names)
    return None if layer.subsetString() else _of_text(layer, path, encoding or "UTF-8")


def heading_of(layer: QgsVectorLayer) -> tuple[int, list[Any]] | None:
    """The position and cells of the row of a sheet that names its fields; None where none does."""
    rows = [row.attributes() for row in layer.getFeatures(QgsFeatureRequest().setLimit(LOOKED_AT))]
    position = heading_row(rows)
    return None if position is None else (position, rows[position])


def _of_sheet(layer: QgsVectorLayer, names: Sequence[str]) -> QgsVectorLayer | None:
    """A copy of the rows below the heading: GDAL can be told where it is from 3.7 on only, and only in the first."""
    found = heading_of(layer)
    if found is None:
        return None
    position, cells = found
    sheet = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("layerName")
    headed: Any = QgsVectorLayer("NoGeometry", sheet or layer.name(), "memory")
    fields = [QgsField(field) for field in layer.fields().toList()]  # all text, since a name stands in each
    for field, name in zip(fields, names_in(cells, names)):
        field.setName(name)
    ask_provider(headed, lambda provider: provider.addAttributes(fields))
    headed.updateFields()
    copied = []
    for number, row in enumerate(layer.getFeatures()):
        if number > position:
            feature = QgsFeature(headed.fields())
            feature.setAttributes(row.attributes())
            copied.append(feature)
    ask_provider(headed, lambda provider: provider.addFeatures(copied))
    made: QgsVectorLayer = headed
    return made


def _of_text(layer: QgsVectorLayer, path: str, encoding: str) -> QgsVectorLayer | None:
    """The text read from its heading on, by QGIS's own reader of texts: GDAL cuts rows longer than the first."""
    found = above_heading(path, encoding)
    if found is None:
        return None
    lines, delimiter = found
    query = QUrlQuery()
    for key, value in (
        *(("type", "csv"), ("delimiter", "\\t" if delimiter == "\t" else delimiter), ("skipLines", str(lines))),
        *(("useHeader", "Yes"), ("detectTypes", "no"), ("geomType", "none"), ("encoding", encoding)),
    ):
        query.addQueryItem(key, value)
    url = QUrl.fromLocalFile(path)
    url.setQuery(query)
    return QgsVectorLayer(url.toEncoded().data().decode(), layer.name(), "delimitedtext")


def above_heading(path: str, encoding: str = "UTF-8") -> tuple[int, str] | None:
    """How many lines of a text stand above its heading, and what parts the cells; None where the heading is first."""
    with open(path, encoding=encoding, errors="replace", newline="") as file:
        begin = file.read(BEGINNING)
    for delimiter in DELIMITERS:
        lines = _lines_above(begin, delimiter)
        if lines:
            return lines, delimiter
    return None


def _lines_above(text: str, delimiter: str) -> int:
    """How many lines of a text stand above the row that is a heading by this delimiter; 0 where none is."""
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=delimiter)
    above = 0
    try:
        for number, cells in enumerate(reader):
            if is_heading(cells):
                return above
            if number == LOOKED_AT:
                return 0
            above = reader.line_num
    except csv.Error:  # a cell longer than csv reads: no heading is
        return 0
    return 0
