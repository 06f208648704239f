"""Finds the layers of the main job's input: those of a GeoPackage, or of the files in a folder."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsProcessingUtils, QgsProviderRegistry, QgsVectorLayer

from ...core.common.errors import HeritageError, never_cancelled
from ...core.plan.photo import FOLDER as PHOTOS
from ...core.plan.photo import is_photo
from ...core.registers.found_layers import Layer
from ..collect.overview import TERRAIN
from ..collect.survey import ADDRESSED, PACKAGE, PACKAGE_FOLDERS, Found, Place, Survey, survey_of
from ..collect.terrain_tiles import TilesFound, files_below, find_tiles
from ..decisions.place import beside_input
from ..export.packaging import GEOPACKAGE
from ..export.record import files_of
from ..inputs.layer_list import NOT_LAYERS
from ..inputs.open_layers import as_layer
from ..inputs.postgres import without_password
from .kept import PROJECTS, in_project, in_schema, is_schema

if TYPE_CHECKING:
    from ...core.common.errors import Check

REPORT = "rapport.html"
REPORTS, LAYERS, _ = PACKAGE_FOLDERS
"""LAYERS: folder of the package for layers that the plan itself does not show, such as what is wrong with the data."""
AS_DELIVERED = {".zip", ".xml", ".gml", ".json"}
"""Files that QGIS does not open as they are meant."""


def layers_of(given: str) -> list[Layer]:
    """Every vector layer or table of a file, of the files in a folder, of a project or of a schema in a database.

    By file and then by name. HeritageError when there is nothing there, or nothing that can be read.
    """
    return survey_input(given).layers


def survey_input(given: str, check: Check = never_cancelled, without: Iterable[Path] = ()) -> Survey:
    """What lies in the input, of a folder not the files in `without`.

    HeritageError when there is nothing there, or nothing that can be read.
    """
    if is_schema(given):
        layers = in_schema(given)
        if not layers:
            raise HeritageError(
                "INPUT: no table can be read in the schema of {address}. Write it as postgres://dbname='kort' host=… "
                "schema='kultur'.",
                address=without_password(given),
            )
        return Survey([addressed(layer) for layer in layers])
    path = Path(os.path.abspath(given))
    if not path.exists():
        raise HeritageError(
            "INPUT: {path} does not exist. Give a GeoPackage, or a folder that holds the layers.", path=str(path)
        )
    if path.suffix.lower() in PROJECTS:
        seen = Survey([addressed(layer) for layer in in_project(str(path))])
    elif path.is_dir() or path.suffix.lower() in AS_DELIVERED:
        seen = survey_of(path, check, without)
    else:
        seen = Survey([addressed(layer) for layer in _of_file(path)])
    if not seen.found:
        raise HeritageError(
            "INPUT: no layer can be read in {path}. Give a GeoPackage, or a folder that holds the layers as "
            "GeoPackage, GeoJSON, shapefile or another file that QGIS opens, or the downloads as they came. {why}",
            path=str(path),
            why="; ".join(f"{file}: {note}" for file, _, note in seen.unreadable[:5]),
        )
    return seen


def addressed(layer: Layer) -> Found:
    """A layer whose address QGIS opens as it is. Its file is told without the folder, which may be a person's."""
    named, provider, address = QgsProcessingUtils.decodeProviderKeyAndUri(layer.address)
    parts = QgsProviderRegistry.instance().decodeUri(provider if named else "ogr", address if named else layer.address)
    file = Path(parts["path"]).name if parts.get("path") else ""
    return Found(replace(layer, file=file or layer.name), Place(Path(), None, ADDRESSED, None))


def written_by_people(given: str, folder: Path, check: Check) -> list[Found]:
    """What people wrote in the file of decisions of a job (`place.beside_input`), which no tool replaces."""
    own = decisions_file(given, folder)
    if not own.exists() or (given and os.path.realpath(given) == os.path.realpath(own)):
        return []
    return survey_of(own, check).found


def decisions_file(given: str, folder: Path) -> Path:
    """The file of decisions of a job that reads `given` and writes its package into `folder`."""
    return beside_input("" if is_schema(given) else given, folder)


def refuse_own_input(given: Any, folder: Any) -> None:
    """HeritageError when what is read is what the PackageFolder replaces: the folder itself, or a file of a package.

    An input that merely lies in the folder is no obstacle: files that are not the package's are left alone.
    """
    if not given or is_schema(given):
        return
    path, destination = Path(os.path.realpath(given)), Path(os.path.realpath(folder.path))
    inside = path.relative_to(destination).as_posix() if path.is_relative_to(destination) else None
    if inside is None:
        return
    package = {REPORT, *files_of(destination / GEOPACKAGE)}
    if inside == "." or inside.startswith(PACKAGE) or inside in package or inside.split("/")[0] in PACKAGE_FOLDERS:
        raise HeritageError(
            "INPUT: {path} is or belongs to the folder {folder}, which the run would write its package into and so "
            "replace what it reads. Give the layers that the earlier package was made from, or choose another FOLDER.",
            path=str(path),
            folder=str(destination),
        )


def _of_file(file: Path) -> list[Layer]:
    """The layers of a file; the only one in it goes by the file's name too."""
    found = []
    for one in QgsProviderRegistry.instance().querySublayers(str(file)):
        if one.type() != Qgis.LayerType.Vector or one.name() in NOT_LAYERS:
            continue
        layer = QgsVectorLayer(one.uri(), one.name(), one.providerKey())
        if layer.isValid():
            found.append(as_layer(layer, [one.name() or file.stem], one.uri()))
    if len(found) == 1:
        found = [replace(found[0], other_names=(file.stem,))]
    return sorted(found, key=lambda layer: layer.name)


def terrain_beside(given: str) -> str | None:
    """The terrain model in a folder, or beside a file, by its name; None where there is none."""
    if not given or is_schema(given):
        return None
    path = Path(os.path.abspath(given))
    folder = path if path.is_dir() else path.parent
    names = {one.name.lower(): one for one in folder.iterdir() if one.is_file()}
    return next((str(names[name]) for name in TERRAIN if name in names), None)


def photos_beside(given: str) -> str:
    """The folder of photos (`fotos`) in a folder, or beside a file; "" where there is none."""
    if not given or is_schema(given):
        return ""
    path = Path(os.path.abspath(given))
    folder = path if path.is_dir() else path.parent
    return next((str(one) for one in sorted(folder.iterdir()) if one.name.lower() == PHOTOS and one.is_dir()), "")


def photo_endings(photos: str, given: str) -> Counter[str]:
    """The endings of the photos in a folder, where that lies in the folder that is `given`; how many of each."""
    if not photos or not given or is_schema(given) or not Path(given).is_dir():
        return Counter()
    folder = Path(os.path.abspath(photos))
    if not folder.is_dir() or Path(os.path.abspath(given)) not in (folder, *folder.parents):
        return Counter()
    return Counter(one.suffix.lower() for one in folder.iterdir() if one.is_file() and is_photo(one.name))


def tiles_below(given: str) -> TilesFound:
    """The tiles of a terrain model in a folder, in those below it and in archives; none where no folder is given."""
    if not given or is_schema(given) or not os.path.isdir(given):
        return TilesFound(())
    return find_tiles(files_below(Path(os.path.abspath(given))))
