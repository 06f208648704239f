"""The rows of a layer that say yes in a field, where few do: asked for by an expression, and not read one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QMetaType

if TYPE_CHECKING:
    from qgis.core import QgsField

    from ...core.common.arrays import Booleans
    from ...core.common.errors import Check
    from .sources import Source


def saying_yes(source: Source, position: int | None, row_ids: list[int], check: Check) -> Booleans:
    """Which rows say yes in a field, (n,); none where the layer has no such field.

    For a column where few do: `read` would send the whole layer through QGIS feature by feature.
    """
    import numpy as np

    from ...core.registers.plandata import is_true

    if position is None:
        return np.zeros(len(row_ids), dtype=bool)
    yes = set()
    request = source.request(fields=[position])
    request.setFilterExpression(_says_something(source.source.fields().at(position)))
    for number, feature in enumerate(source.features(request)):
        if number % 2_000 == 0:
            check()
        if is_true(feature[position]):
            yes.add(feature.id())
    return np.fromiter((one in yes for one in row_ids), dtype=bool, count=len(row_ids))


def _says_something(field: QgsField) -> str:
    """An expression for the rows in which a field may say yes; a database does not compare numbers with texts."""
    name = field.name().replace('"', '""')
    if field.type() == QMetaType.Type.QString:
        return f"\"{name}\" IS NOT NULL AND \"{name}\" NOT IN ('0', 'false', '')"
    return f'"{name}" IS NOT NULL AND "{name}" <> 0' if field.isNumeric() else f'"{name}" IS NOT NULL'
