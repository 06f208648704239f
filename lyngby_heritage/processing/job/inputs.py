"""Finds the layers of the main job's input: those of a GeoPackage, or of the files in a folder."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import Qgis, QgsProviderRegistry, QgsVectorLayer

from ...core.common.errors import HeritageError
from ...core.plan.layers import Layer

TERRAIN = ("terraen.tif", "terraen.tiff", "terraen.vrt")
OWN = "kulturhistorisk_lokalplan."
"""How the files of a package begin, which are no input even where they lie in the input's folder."""
SHAPEFILE_PARTS = {".dbf", ".shx"}
"""Files beside a .shp that QGIS would open as layers of their own."""


def layers_of(given: str) -> list[Layer]:
    """Every vector layer or table of a file or of the files in a folder, by name and then by file.

    HeritageError when there is nothing there, or nothing that can be read.
    """
    path = Path(os.path.abspath(given))
    if not path.exists():
        raise HeritageError(
            "INPUT: {path} does not exist. Give a GeoPackage, or a folder that holds the layers.", path=str(path)
        )
    files = _files(path) if path.is_dir() else [path]
    layers = [layer for file in files for layer in _of_file(file)]
    if not layers:
        raise HeritageError(
            "INPUT: no layer can be read in {path}. Give a GeoPackage, or a folder that holds the layers as "
            "GeoPackage, GeoJSON, shapefile or another file that QGIS opens.",
            path=str(path),
        )
    return layers


def _files(folder: Path) -> list[Path]:
    """The files of a folder, without those of a package and the parts of shapefiles that open by themselves too."""
    files = sorted(one for one in folder.iterdir() if one.is_file() and not one.name.startswith(OWN))
    shapefiles = {one.stem for one in files if one.suffix.lower() == ".shp"}
    return [one for one in files if one.suffix.lower() not in SHAPEFILE_PARTS or one.stem not in shapefiles]


def _of_file(file: Path) -> list[Layer]:
    found = []
    for one in QgsProviderRegistry.instance().querySublayers(str(file)):
        if one.type() != Qgis.LayerType.Vector or one.name() in ("layer_styles", "koersel", "hentning"):
            continue
        layer = QgsVectorLayer(one.uri(), one.name(), one.providerKey())
        if layer.isValid():
            found.append(
                Layer(
                    one.name() or file.stem,
                    one.uri(),
                    tuple(layer.fields().names()),
                    layer.featureCount(),
                    layer.crs().authid() or "-",
                )
            )
    return sorted(found, key=lambda layer: layer.name)


def terrain_beside(given: str) -> str | None:
    """The terrain model in a folder, or beside a file, by its name; None where there is none."""
    path = Path(os.path.abspath(given))
    folder = path if path.is_dir() else path.parent
    names = {one.name.lower(): one for one in folder.iterdir() if one.is_file()}
    return next((str(names[name]) for name in TERRAIN if name in names), None)
