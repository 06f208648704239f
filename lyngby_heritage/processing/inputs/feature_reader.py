"""Reads the rows of any source feature by feature: what `arrow_reader` does for those that can give whole columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QVariant

from .arrow_reader import BATCH

if TYPE_CHECKING:
    from .arrow_reader import Batch


def feature_batches(source: Any, positions: Any, crs: Any, check: Any) -> Iterator[Any]:
    """Batches (row ids, columns by concept, WKB or None) of any source, feature by feature."""
    fields = list(positions.values())
    row_ids: list[Any] = []
    rows: list[Any] = []
    wkb: list[Any] = []

    def batch() -> Batch:
        values = zip(*rows) if rows else [()] * len(fields)
        columns = {concept: [_plain(one) for one in column] for concept, column in zip(positions, values)}
        return row_ids, columns, wkb if crs is not None else None

    for feature in source.features(source.request(crs, fields)):
        row_ids.append(feature.id())
        rows.append([feature[position] for position in fields])
        if crs is not None:
            wkb.append(feature.geometry().asWkb().data() or None)
        if len(row_ids) == BATCH:
            check()
            yield batch()
            row_ids, rows, wkb = [], [], []
    check()
    yield batch()


_PLAIN = (str, int, float, bool, type(None))


def _plain(value: Any) -> Any:
    """A value without Qt: NULL as None, dates as ISO text.

    A list of one is that one; a longer one, and whatever else is no single value, is text that no reader takes for one.
    """
    if isinstance(value, QVariant):
        return None if value.isNull() else value.value()
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate) if value.isValid() else None
    if isinstance(value, (list, tuple)):
        return _plain(value[0]) if len(value) == 1 else str(list(value)) if value else None
    return value if isinstance(value, _PLAIN) else str(value)
