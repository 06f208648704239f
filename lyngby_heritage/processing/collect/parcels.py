"""Builds the parcels of Matriklen's tables: reads the parts, has the core join them, writes the layer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from ...core.registers.cadastre_rows import PartTable
from ...core.registers.parcel_parts import Parcels, build_parcels
from ..inputs.sources import DANISH_CRS, Source, read
from . import head as heads
from .layer_writer import LayerWriter
from .shapes import Shapes

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext, QgsVectorLayer

    from ...core.common.errors import Check, Note

SURFACES, NUMBERS = "lodflader", "jordstykker_uden_flader"
PROPERTIES, DISTRICTS, LINKS = "ejendomme_sfe", "ejerlav", "sfe_x_jordstykke"
"""The parts, as recognition calls them."""
INPUT = "INPUT"
BATCH = 5_000
"""Rows written at once."""


def build(
    parts: Mapping[str, QgsVectorLayer],
    called: Mapping[str, str],
    target: Path,
    name: str,
    context: QgsProcessingContext,
    check: Check,
) -> tuple[int, list[Note]]:
    """Write the parcels as the layer `name` of a GeoPackage; how many, and what there is to say of them.

    `called` is what people know each part by. Errors as `build_parcels`.
    """
    tables = {part: part_table(layer, called[part], part == SURFACES, context, check) for part, layer in parts.items()}
    built = build_parcels(
        tables[SURFACES],
        tables[NUMBERS],
        tables.get(PROPERTIES),
        tables.get(DISTRICTS),
        tables.get(LINKS),
        check,
    )
    _write(built, target, name, check)
    return len(built), built.notes


def part_table(
    layer: QgsVectorLayer, called: str, with_surfaces: bool, context: QgsProcessingContext, check: Check
) -> PartTable:
    """A table as it was delivered, whole."""
    source = Source.of_layer(layer, INPUT, context)
    keys = set(source.key_fields())
    positions = {field: place for place, field in enumerate(source.field_names) if place not in keys}
    held = read(source, positions, source.crs if with_surfaces and layer.isSpatial() else None, check)
    return PartTable(called, held.columns, held.geometry)


def _write(built: Parcels, target: Path, name: str, check: Check) -> None:
    names = list(built.columns)
    wkb: Sequence[Any] = shapely.to_wkb(built.geometry)
    with LayerWriter(target, name, check) as writer:
        writer.begin(names, Shapes(heads.POLYGON, DANISH_CRS), {one: _kind(built.columns[one]) for one in names})
        rows = list(zip(*built.columns.values()))
        for start in range(0, len(rows), BATCH):
            writer.write(rows[start : start + BATCH], wkb[start : start + BATCH])


def _kind(values: Sequence[Any]) -> type:
    """The narrowest kind that holds every value of a column: bool, int, float or str."""
    kinds = {type(one) for one in values if one is not None}
    for kind in (bool, int):
        if kinds == {kind}:
            return kind
    return float if kinds and kinds <= {int, float} else str
