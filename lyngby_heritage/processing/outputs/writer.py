"""Writes the rows of one output into its sink, in batches, and never loses one that the sink refuses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeature, QgsFeatureSink, QgsGeometry, QgsProcessingAlgorithm, QgsProcessingException

if TYPE_CHECKING:
    from qgis.core import QgsFields

    from ...core.common.errors import Check

BATCH = 50
"""Features given to a sink at once: few enough to stay in the processor's cache."""


class Writer:
    """A feature sink that writes in batches and never loses a refused feature."""

    def __init__(self, sink: QgsFeatureSink, parameters: dict[str, Any], name: str, flatten: bool = False) -> None:
        self._sink: Any = sink
        self._flatten = flatten
        self._parameters = parameters
        self._name = name
        self._batch: list[QgsFeature] = []
        self.total = 0
        """How many features were given to it."""

    def add(self, feature: QgsFeature) -> None:
        """Write a feature, now or with the next batch."""
        if self._flatten:
            feature.setGeometry(_outline(feature.geometry()))
        self._batch.append(feature)
        self.total += 1
        if len(self._batch) == BATCH:
            self._flush()

    def add_rows(
        self, fields: QgsFields, wkb: Sequence[bytes | None], columns: Sequence[Sequence[Any]], check: Check
    ) -> None:
        """Write rows made from columns: `wkb` (n,) bytes or None each, `columns` one list per field.

        `check` raises Cancelled when the person has pressed Cancel.
        """
        for row, values in enumerate(zip(wkb, *columns)):
            if row % 2_000 == 0:
                check()
            feature = QgsFeature(fields)
            feature.setAttributes(list(values[1:]))
            if values[0] is not None:
                geometry = QgsGeometry()
                geometry.fromWkb(values[0])
                feature.setGeometry(geometry)
            self.add(feature)

    def _flush(self) -> None:
        if not self._batch:
            return
        if not self._sink.addFeatures(self._batch, QgsFeatureSink.Flag.FastInsert):
            raise self._failed()
        self._batch = []

    def close(self) -> None:
        """Write what is left and finish the file."""
        if self._sink is None:
            return
        self._flush()
        if not self._sink.flushBuffer():
            raise self._failed()
        self._sink = None  # QGIS finishes the file when the sink goes

    def let_go(self) -> None:
        """Let the file go as it is."""
        self._sink, self._batch = None, []

    def _failed(self) -> Any:
        said = QgsProcessingAlgorithm.writeFeatureError(self._sink, self._parameters, self._name)
        why = self._sink.lastError()
        return QgsProcessingException(f"{said} ({why})" if why and why not in said else said)


def _outline(geometry: Any) -> Any:
    """What the faces of a body cover on the ground, as the tools measure it."""
    from ...core.common.wkb import straight

    flat = straight(geometry.asWkb().data()).geometry if not geometry.isNull() else None
    outline = QgsGeometry()
    if flat is not None:
        outline.fromWkb(flat.wkb)
        outline.convertToMultiType()
    return outline
