"""What of a layer may be shown to the public: the rows that the register does not withhold.

A layer of a project lets the data's own filter choose them, a picture in a report draws a copy that holds no others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..inputs.reopening import held_in_memory

if TYPE_CHECKING:
    from ...core.common.arrays import Booleans

PUBLIC_FIELD = "offentlig"
ONLY_PUBLIC = (
    "coalesce(lower(\"offentlig\"), '') NOT IN ('0', '0.0', 'f', 'false', 'n', 'nej', 'no', 'falsk')"  # of a GeoPackage
)
"""Rows of which nobody has said that they are withheld; the words are those of `core.registers.values` for no."""


def public_part(layer: QgsVectorLayer, withheld: Booleans | None) -> QgsVectorLayer | None:
    """A copy in memory of a written layer without the rows that are withheld, (n,) in the order they were written in.

    The layer itself where none is; None where its rows cannot be told apart, for then nothing of it may be shown.
    """
    if withheld is None or not withheld.any():
        return layer
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setNoAttributes()
    written = sorted(feature.id() for feature in layer.getFeatures(request))
    if len(written) != len(withheld):
        return None
    public = [one for one, hidden in zip(written, withheld.tolist()) if not hidden]
    copy: QgsVectorLayer = held_in_memory(layer, QgsFeatureRequest().setFilterFids(public))
    return copy
