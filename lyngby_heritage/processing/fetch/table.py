"""The table `hentning`: what was asked for and what came of it; written, and read from an earlier output."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.common.gdal_errors import raising
from ...core.registers.service_results import FETCHED, KEPT, NONE_HERE, Fetched
from ..collect.layer_writer import LayerWriter
from ..translation import danish_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...core.common.errors import Check

TABLE = "hentning"
KINDS: dict[str, type] = {
    "tjeneste": str,
    "lag": str,
    "tabel": str,
    "adresse": str,
    "kommune": str,
    "omraade": str,
    "fundet": int,
    "hentet": int,
    "skrevet": int,
    "tid": str,
    "resultat": str,
    "forklaring": str,
}


@dataclass(frozen=True)
class Extent:
    """What a run asked for: rows of another are none of it."""

    municipality: str
    """Four digits."""
    area: str
    """The area's box in words; "" for the whole municipality."""


def write_table(fetched: Sequence[Fetched], extent: Extent, target: Path, check: Check) -> None:
    """Add the table to the GeoPackage `target`."""
    with LayerWriter(target, TABLE, check) as writer:
        writer.begin(KINDS, None, KINDS)
        writer.write(
            [
                (
                    *(one.service, one.layer, one.table, one.address, extent.municipality, extent.area),
                    *(one.matched, one.returned, one.written, one.time, one.result, danish_message(one.note())),
                )
                for one in fetched
            ]
        )


def earlier(path: Path, extent: Extent) -> dict[tuple[str, str], Fetched]:
    """What an output fetched earlier holds of the same place: service and layer → its row. {} of any other file."""
    from osgeo import gdal

    if not path.is_file():
        return {}
    found: dict[tuple[str, str], Fetched] = {}
    with raising():
        try:
            dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
        except RuntimeError:
            return {}
        layer = dataset.GetLayerByName(TABLE)
        if layer is None or not {one.GetName() for one in layer.schema} >= set(KINDS):
            return {}
        for row in layer:
            one = {name: row.GetField(name) for name in KINDS}
            if (
                Extent(one["kommune"] or "", one["omraade"] or "") != extent
                or not one["tabel"]
                or one["resultat"] not in (FETCHED, KEPT, NONE_HERE)
            ):
                continue
            if dataset.GetLayerByName(one["tabel"]) is None:
                continue
            found[one["tjeneste"], one["lag"]] = Fetched(
                one["tjeneste"],
                one["lag"],
                one["tabel"],
                one["adresse"] or "",
                one["tid"] or "",
                one["resultat"],
                one["fundet"],
                one["hentet"],
                one["skrevet"],
            )
        dataset = None
    return found


def copy_table(source: Path, target: Path, name: str) -> bool:
    """Copy a layer of an earlier output into the new one; whether it is there now."""
    from osgeo import gdal

    with raising():
        try:
            made = gdal.VectorTranslate(
                str(target),
                str(source),
                format="GPKG",
                layers=[name],
                accessMode="update" if target.exists() else None,
            )
        except RuntimeError:
            return False
        made = None
    return made is None
