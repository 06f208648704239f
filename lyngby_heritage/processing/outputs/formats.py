"""Names of files that QGIS writes no layer to, refused before the work, and formats that cannot hold the layer."""

from __future__ import annotations

from pathlib import Path

from ...core.common.errors import HeritageError, Note

ARCHIVES = {".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".kmz", ".shz"}
"""QGIS opens layers inside these, and writes none into them."""
ZERO_FOR_NOTHING = {".tab", ".mif"}
"""MapInfo's formats have no empty number: GDAL writes 0 where the layer has none."""
LAYER_SIGN = "|"
"""What stands between a file and the name of a layer in it."""


def refuse_name(parameter: str, place: Path) -> None:
    """HeritageError for the name of an output that would be written somewhere else than it says, or not at all."""
    if LAYER_SIGN in str(place):
        raise HeritageError(
            "{parameter}: {file} holds the sign |, after which QGIS looks for the name of a layer. Choose another "
            "name.",
            parameter=parameter,
            file=str(place),
        )
    if place.suffix.lower() in ARCHIVES:
        raise HeritageError(
            "{parameter}: {file} is an archive, into which QGIS writes no layer. Choose a name that ends in .gpkg "
            "(GeoPackage), and pack the file afterwards.",
            parameter=parameter,
            file=str(place),
        )


def unwritable_format(parameter: str, place: Path, said: str) -> HeritageError:
    """The error of a format that cannot hold the layer; `said` is QGIS's reason."""
    return HeritageError(
        "{parameter}: {file} cannot be written in the format {format} ({error}). Choose a GeoPackage (.gpkg).",
        parameter=parameter,
        file=str(place),
        format=place.suffix.lower().lstrip(".") or "-",
        error=" ".join(said.split()),
    )


def format_notes(parameter: str, place: Path) -> list[Note]:
    """What a format makes of the layer that nobody would see in it."""
    if place.suffix.lower() not in ZERO_FOR_NOTHING:
        return []
    return [
        Note(
            "{parameter}: MapInfo's format has no empty numbers. Where nothing is known, 0 will stand in {file}. "
            "Choose a GeoPackage (.gpkg).",
            {"parameter": parameter, "file": place.name},
            warning=True,
        )
    ]
