"""Fields of layers that we write, the same in every QGIS from 3.34 on."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType, QVariant

Described = Iterable[tuple[str, QMetaType.Type]]
"""Name and type of each field."""
TAKES_META_TYPES = 33_800
"""From QGIS 3.38 on a field is made with a QMetaType.Type; before, with a QVariant.Type of the same number."""


def new_field(name: str, kind: QMetaType.Type) -> QgsField:
    """A field of a name and type, as a QMetaType.Type."""
    if Qgis.versionInt() < TAKES_META_TYPES:
        kind = QVariant.Type(int(kind))  # noqa: QGS402 - what those versions take
    return QgsField(name, kind)


def fields_of(described: Described) -> QgsFields:
    """QgsFields from pairs (name, QMetaType.Type)."""
    fields = QgsFields()
    for name, kind in described:
        fields.append(new_field(name, kind))
    return fields
