"""What lies in a folder of downloads, or in one file: every layer with its head, without reading what it holds."""

from __future__ import annotations

import os
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ...core.common.dates import danish_day_of_seconds
from ...core.common.errors import HeritageError, Note, never_cancelled
from ...core.registers.aliases import plain
from ...core.registers.deliveries import values_asked
from ...core.registers.found_layers import MUNICIPALITY_FIELDS, Layer
from ..inputs.layer_list import CONTENTS, NOT_LAYERS, names_of
from ..inputs.open_layers import as_layer
from ..inputs.postgres import without_password
from . import head as heads
from .contents import told_name
from .peek import peek
from .zips import look_into, opened_zip

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from ...core.common.errors import Check

ARCHIVES = {".zip"}
RASTERS = {".tif", ".tiff", ".asc", ".vrt", ".img"}
COMPANIONS = {
    *(".dbf", ".shx", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".qpj", ".atx", ".ain", ".aih", ".mshp"),
    *(".dat", ".map", ".id", ".ind", ".gfs", ".xsd", ".qmd", ".qml", ".sld", ".lyr", ".lyrx", ".tfw", ".ovr"),
}
"""Files that belong to another and are no layer by themselves, where that one is there."""
OWNERS = (".shp", ".tab", ".gml", ".tif", ".tiff", ".gpkg", ".geojson", ".csv")
NEVER = ("-wal", "-shm", "-journal", ".lock", ".aux.xml", ".shp.xml")
"""Endings of what other programs leave beside a file."""
PACKAGE = "kulturhistorisk_lokalplan."
"""How the files of a plan that was made begin, which are no input."""
PACKAGE_FOLDERS = ("rapporter", "arbejdslag", "web")
"""Folders that lie beside them and belong to the plan."""
MADE_FOLDER = "lyngby_heritage"
"""The folder beside the data that the panel puts into what the tools made, which is no input."""
WRITTEN_BY_PEOPLE = "beslutninger.gpkg"
"""What people write, beside what was put together; no tool replaces it."""
OPEN = "open"
"""The form of a layer that is open in QGIS."""
ADDRESSED = "addressed"
"""The form of a layer whose address QGIS opens as it is."""


@dataclass(frozen=True)
class Place:
    """Where a layer is read from: a file, perhaps in an archive, in one of the forms that `heads` knows."""

    file: Path
    member: str | None
    form: str
    table: str | None
    """Its name in a file that may hold several."""
    place_field: str | None = None
    """The field in which a table of texts holds the geometry."""
    opens: bool = True
    """Whether QGIS opens the file as it lies, where it opens files of its form."""
    opened: QgsVectorLayer | None = None
    """The layer itself, where it is one of the project."""


@dataclass(frozen=True)
class Found:
    """A layer that was seen."""

    layer: Layer
    place: Place


@dataclass
class Survey:
    """Everything that was seen."""

    found: list[Found] = field(default_factory=list)
    rasters: list[Path] = field(default_factory=list)
    """Files among which, or in which, the terrain's tiles may be: rasters and archives."""
    unreadable: list[tuple[str, str, Note]] = field(default_factory=list)
    """File, date, and why nothing in it can be seen."""
    collected: set[Path] = field(default_factory=set)
    """Files that were put together before."""
    others: Counter[str] = field(default_factory=Counter)
    """Ending → how many files that hold no data."""

    @property
    def layers(self) -> list[Layer]:
        """The layers in the order in which they were seen."""
        return [one.layer for one in self.found]


def survey_of(given: Path, check: Check = never_cancelled, without: Iterable[Path] = ()) -> Survey:
    """See what lies in a folder, its folders and their archives, or in one file. `without` are left out.

    Made to be quick: a file of an ending that no data have is counted and never opened, of any other only the head is
    read. HeritageError where there is no such file.
    """
    if not given.exists():
        raise HeritageError(
            "INPUT: {path} does not exist. Give a file, or the folder that holds the downloads.", path=str(given)
        )
    seen = Survey()
    left_out = {os.path.realpath(one) for one in without}
    base = given if given.is_dir() else given.parent
    for file in files_in(given) if given.is_dir() else [given]:
        check()
        if os.path.realpath(file) not in left_out:
            _see(file, file.relative_to(base).as_posix(), seen)
    if given.is_dir():
        _leave_out_collected(seen)
    return seen


def _leave_out_collected(seen: Survey) -> None:
    """What was put together before lies beside what it was put together from: that is used, and the other told."""
    collected = {one.layer.called: one.layer.date for one in seen.found if one.place.file in seen.collected}
    if not collected or len(collected) == len({one.layer.called for one in seen.found}):
        return
    seen.found = [one for one in seen.found if one.place.file not in seen.collected]
    for called, day in collected.items():
        note = Note(
            "{file} was put together from such data before, and is not used beside them. To use it, give it alone.",
            {"file": called},
            danish="{file} er samlet af den slags data før og er ikke brugt ved siden af dem. Skal den bruges, så giv "
            "den alene.",
        )
        seen.unreadable.append((called, day, note))


def add_written(found: list[Found], own: Path, check: Check = never_cancelled) -> range:
    """Add what people wrote in the file `own`, where there is one; the places of its layers, which go before others."""
    before = len(found)
    if own.exists():
        found += survey_of(own, check).found
    return range(before, len(found))


def of_layers(layers: Iterable[QgsVectorLayer]) -> list[Found]:
    """Layers of the project: from files, databases, services or memory."""
    found = []
    for layer in layers:
        names = names_of(layer)
        seen = replace(as_layer(layer, names, without_password(layer.source())), file=layer.name())
        found.append(Found(seen, Place(Path(), None, OPEN, None, opened=layer)))
    return found


def files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder and its folders by name, without what was made of them and what is hidden."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda one: one.name)
    names = {one.name.lower() for one in entries}
    has_plan = f"{PACKAGE}gpkg" in names
    for entry in entries:
        name = entry.name.lower()
        if name.startswith((".", "~$")) or name.endswith(NEVER) or (has_plan and _of_plan(name)):
            continue
        if entry.is_dir() and name == MADE_FOLDER:
            continue
        if entry.is_dir():
            yield from files_in(Path(entry.path))
        elif not _belongs(name, names):
            yield Path(entry.path)


def _of_plan(name: str) -> bool:
    files = ("rapport.html", "kort.pdf", "sammenfatning.pdf")
    return name.startswith((PACKAGE, "bilag_")) or name in (*PACKAGE_FOLDERS, *files)


def _belongs(name: str, names: set[str]) -> bool:
    """Whether a file is a part of another one that is there."""
    stem, suffix = os.path.splitext(name)
    return suffix in COMPANIONS and any(stem + owner in names for owner in OWNERS)


def _see(file: Path, called: str, seen: Survey) -> None:
    suffix = file.suffix.lower()
    changed = danish_day_of_seconds(file.stat().st_mtime).isoformat()
    if suffix in ARCHIVES:
        seen.rasters.append(file)
        _see_archive(file, called, changed, seen)
    elif suffix in RASTERS:
        seen.rasters.append(file)
    else:
        _see_layers(peek(file), Place(file, None, "", None), called, changed, (file.stem,), seen)


def _see_archive(file: Path, called: str, changed: str, seen: Survey) -> None:
    try:
        with opened_zip(file) as archive:
            held = look_into(file, archive)
            seen.unreadable += [(called, changed, replace(note, warning=True)) for note in held.notes]
            names = {one.lower() for one in held.names}
            days = {told_name(one): _packed(one) for one in archive.infolist()}
            for name in held.names:
                beside = name.lower().endswith(NEVER) or _belongs(name.lower(), names)
                if beside or Path(name).suffix.lower() in RASTERS:
                    continue
                stems = tuple(dict.fromkeys((PurePosixPath(name).stem, file.stem)))
                place = Place(file, name, "", None)
                inside = called if stems == (file.stem,) else f"{called}/{name}"
                _see_layers(peek(file, name, archive), place, inside, days.get(name) or changed, stems, seen)
    except HeritageError as error:
        seen.unreadable.append((called, changed, Note(error.template, dict(error.values), warning=True)))


def _packed(info: zipfile.ZipInfo) -> str:
    """The day that a zip states of a member; empty where it states none that there is."""
    try:
        return date(*info.date_time[:3]).isoformat()
    except ValueError:
        return ""


def _see_layers(
    seen_head: heads.Head | None, place: Place, called: str, changed: str, stems: Sequence[str], seen: Survey
) -> None:
    """Add the layers of a file; one that is no data is counted by its ending, one that cannot be read is told."""
    if seen_head is None:
        seen.others[PurePosixPath(called).suffix.lower()] += 1
        return
    if seen_head.problem is not None:
        problem = seen_head.problem
        seen.unreadable.append((called, changed, Note(problem.template, dict(problem.values), warning=True)))
        if not seen_head.every[0].fields:
            return
    every = [one for one in seen_head.every if one.name not in NOT_LAYERS]
    if any(one.name == CONTENTS for one in seen_head.every):
        seen.collected.add(place.file)
    for one in every:
        names = tuple(dict.fromkeys(name for name in (one.name, *(stems if len(every) == 1 else ())) if name))
        layer = Layer(
            names[0] if names else stems[0],
            called,
            one.fields,
            one.rows if one.rows is not None else 0 if one.has_rows is False else None,
            one.crs or "",
            names[1:],
            one.geometry,
            _values(one),
            called,
            changed,
        )
        table = one.name if one.form == heads.GEOPACKAGE or len(every) > 1 else None
        where = replace(place, form=one.form, table=table or None, place_field=one.place_field, opens=one.opens)
        seen.found.append(Found(layer, where))


def _values(head: heads.Head) -> dict[str, list[Any]]:
    """What the first rows say, of the fields whose values tell what a row is and whose."""
    asked = [name for name in head.fields if plain(name) in values_asked() | MUNICIPALITY_FIELDS]
    return {name: [row[name] for row in head.first_rows if row.get(name) not in (None, "")] for name in asked}
