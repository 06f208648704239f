"""Fields of layers that we write, the same in every QGIS from 3.34 on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from qgis.core import Qgis, QgsField, QgsFields, QgsVariantUtils
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


OF_SEVERAL_VALUES = (QMetaType.Type.QVariantMap, QMetaType.Type.QVariantList, QMetaType.Type.QStringList)
"""What a database's json and array columns are in QGIS. Few formats hold them: they are written as text."""


def holds_several(field: QgsField) -> bool:
    """Whether a field holds lists or objects."""
    return field.type() in OF_SEVERAL_VALUES


def as_json(value: Any) -> str | None:
    """A list or an object as JSON, None where there is none; a text as it stands."""
    if value is None or QgsVariantUtils.isNull(value):
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
