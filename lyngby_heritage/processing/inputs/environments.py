"""Reads the decisions on cultural environments (ENVIRONMENTS), as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.common.errors import HeritageError
from .sources import read

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...core.common.errors import Check, Note
    from ...core.designation.decided_environments import EnvironmentDecisions
    from .sources import Source

ENVIRONMENTS = "ENVIRONMENTS"
"""The parameter."""


def read_decided_environments(
    source: Source, crs: QgsCoordinateReferenceSystem, check: Check
) -> tuple[EnvironmentDecisions, list[Note]]:
    """The decisions of a layer. HeritageError for one without `beslutning`, and as of `read_environment_decisions`."""
    from ...core.designation.decided_environments import TEXTS, read_environment_decisions

    names = ("navn", "beslutning", "dato", *TEXTS)
    fields = source.source.fields()
    positions = {name: place if (place := fields.lookupField(name)) >= 0 else None for name in names}
    if positions["beslutning"] is None:
        raise HeritageError(
            "The layer {layer} ({parameter}) has no field 'beslutning', so it holds no decisions. Proposals are none: "
            "'Export the kulturhistorisk lokalplan' takes them in ENSEMBLES. Its fields are: {fields}.",
            layer=source.name,
            parameter=source.parameter,
            fields=", ".join(source.field_names),
        )
    table = read(source, positions, crs, check)
    return read_environment_decisions(source.name, table.columns, table.geometry.geometries)
