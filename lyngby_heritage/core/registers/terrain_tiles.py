"""Danmarks Højdemodel in tiles: what a name says of one, which of them can be one terrain model, and what is missing.

`DTM_1km_6175_723.tif` covers the square kilometre whose lower left corner is 6175 km north and 723 km east in ETRS89 /
UTM zone 32 (`data/registers/terrain_tiles.json`). `DSM_…` is the surface with roofs and trees, and never terrain.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..common.data import load
from ..common.errors import Note, listed

FILE = "registers/terrain_tiles.json"

_TILE = re.compile(r"^(?P<model>[a-z]+)_1km_(?P<north>\d{4})_(?P<east>\d{3})(?!\d).*\.tiff?$", re.IGNORECASE)
_CLOSE = 0.01
"""Share of a cell that a corner may lie beside the grid: what a conversion leaves, and nothing that is seen."""


@dataclass(frozen=True, order=True)
class Cell:
    """A square kilometre by its lower left corner, in whole kilometres."""

    north: int
    east: int

    @property
    def name(self) -> str:
        """As the names of tiles have it."""
        return f"{self.north}_{self.east}"


@dataclass(frozen=True)
class Tile:
    """A file that is a tile by its name."""

    file: str
    """As people read it: with the archive that it lies in."""
    address: str
    """By which GDAL opens it."""
    cell: Cell
    changed: float
    """When the file was last changed, in seconds; of a file in an archive, as the archive says."""


@dataclass(frozen=True)
class Head:
    """What a raster says of itself before its values are read. Metres in its own system."""

    columns: int
    rows: int
    left: float
    top: float
    cell_width: float
    cell_height: float
    """Positive where rows run from north to south."""
    upright: bool
    """Whether columns run east and rows south, without turning."""
    epsg: int | None
    bands: int
    kind: str
    """GDAL's name of the type of its values."""
    nodata: float | None
    whole: bool
    """Whether the file is as long as it says its values are."""

    @property
    def form(self) -> tuple[float, float, str, str]:
        """What all tiles of one terrain model share: cell, type and the value that is no height."""
        return round(self.cell_width, 6), round(self.cell_height, 6), self.kind, repr(self.nodata)


@dataclass(frozen=True)
class Chosen:
    """The tiles that make the terrain, each cell once, by cell; and what is said of those left out."""

    used: tuple[Tile, ...]
    left_out: Mapping[str, Note]
    """File → why it is not used."""
    partial: tuple[Tile, ...] = ()
    """Those used that cover only a part of their square kilometre, as where someone cut them out."""

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The square kilometres that there are heights for."""
        return tuple(tile.cell for tile in self.used)


def cell_of(name: str) -> Cell | None:
    """The cell of a terrain tile, by the name of its file; None for any other name.

    >>> cell_of("DTM_1km_6175_723.tif").name, cell_of("DSM_1km_6175_723.tif"), cell_of("terraen.tif")
    ('6175_723', None, None)
    """
    found = _TILE.match(name)
    if found is None or found["model"].upper() != load(FILE)["terrain"]:
        return None
    return Cell(int(found["north"]), int(found["east"]))


def is_surface(name: str) -> bool:
    """Whether a file or an archive is of the surface model, by its name."""
    return bool(re.match(rf"{re.escape(load(FILE)['surface'])}[_\W]", name, re.IGNORECASE))


def is_terrain_archive(name: str) -> bool:
    """Whether an archive holds terrain tiles, by its name: `DTM_617_72_TIF_UTM32-ETRS89.zip`."""
    return bool(re.match(rf"{re.escape(load(FILE)['terrain'])}[_\W].*\.zip$", name, re.IGNORECASE))


def choose(tiles: Iterable[Tile], heads: Mapping[str, Head | str]) -> Chosen:
    """Which tiles make the terrain: unbroken, where their names say, of one form, and of each cell the newest.

    `heads` are by the tile's address; a text is why it cannot be opened. The form is that of most tiles, of equally
    many that with the smallest cells.
    """
    left: dict[str, Note] = {}
    sound: list[tuple[Tile, Head]] = []
    for tile in sorted(tiles, key=lambda one: (one.cell, one.file)):
        head = heads[tile.address]
        wrong = _unopened(tile, head) if isinstance(head, str) else _wrong(tile, head)
        if wrong is not None:
            left[tile.file] = wrong
        elif isinstance(head, Head):
            sound.append((tile, head))
    counted = Counter(head.form for _, head in sound)
    form = min(counted, key=lambda one: (-counted[one], one), default=None)
    by_cell: dict[Cell, list[Tile]] = defaultdict(list)
    for tile, head in sound:
        if head.form == form:
            by_cell[tile.cell].append(tile)
        elif form is not None:
            left[tile.file] = _another_form(tile, head, form, counted[form])
    used = []
    for cell in sorted(by_cell):
        newest = max(by_cell[cell], key=lambda one: (one.changed, one.file))
        used.append(newest)
        left |= {tile.file: _older(tile, newest) for tile in by_cell[cell] if tile is not newest}
    parts = {tile.address for tile, head in sound if _is_partial(head)}
    return Chosen(tuple(used), left, tuple(tile for tile in used if tile.address in parts))


def missing_cells(cells: Sequence[Cell], bounds: Sequence[float] | None = None) -> list[Cell]:
    """The cells that there is no tile of, within the cells' own bounding box or within `bounds`.

    `bounds` are (west, south, east, north) in metres of ETRS89 / UTM zone 32, of the area that terrain is wanted for.
    """
    if bounds is not None:
        west, south, east, north = bounds
        size = load(FILE)["tile_m"]
        norths = range(math.floor(south / size), math.ceil(north / size))
        easts = range(math.floor(west / size), math.ceil(east / size))
    elif cells:
        norths = range(min(one.north for one in cells), max(one.north for one in cells) + 1)
        easts = range(min(one.east for one in cells), max(one.east for one in cells) + 1)
    else:
        return []
    there = set(cells)
    return [cell for north in norths for east in easts if (cell := Cell(north, east)) not in there]


def gap_note(missing: Sequence[Cell], of_area: bool) -> Note | None:
    """What is said of the cells that are missing; None where none is. `of_area`: within an area that was given."""
    if not missing:
        return None
    said: dict[str, object] = {"count": len(missing), "cells": listed([cell.name for cell in missing])}
    if of_area:
        return Note(
            "The terrain has no tile of {count:square kilometre|square kilometres} of the area: {cells}. There no "
            "valley is found. Fetch the tiles, unless these places are sea or outside the municipality.",
            said,
            warning=True,
        )
    return Note(
        "The terrain tiles leave {count:gap|gaps} of one square kilometre between them: {cells}. There no valley is "
        "found. Fetch the tiles, unless these places are sea or outside the municipality.",
        said,
        warning=True,
    )


def archive_name(archive: str, member: str) -> str:
    """How a file in an archive is told: the archive's own name, then the file's."""
    return f"{PurePosixPath(archive.replace(chr(92), '/')).name}/{PurePosixPath(member).name}"


# Why a tile is not used ----------------------------------------------------------------------------------------------


def _unopened(tile: Tile, why: str) -> Note:
    return Note("{file} is not used as terrain: it cannot be read ({why}).", {"file": tile.file, "why": why}, True)


def _wrong(tile: Tile, head: Head) -> Note | None:
    """What keeps a tile out by itself; None where nothing does."""
    said = load(FILE)
    if not head.whole:
        return Note(
            "{file} is not used as terrain: the file is cut off, and its heights are not all there. Fetch it again.",
            {"file": tile.file},
            warning=True,
        )
    expected = f"EPSG:{said['epsg']}"
    if head.epsg is None:
        return Note(
            "{file} is not used as terrain: it has no coordinate reference system that is known. Set it to {expected} "
            "with the tool gdal:assignprojection, if that is what it is in.",
            {"file": tile.file, "expected": expected},
            warning=True,
        )
    if head.epsg != said["epsg"]:
        return Note(
            "{file} is not used as terrain: it is in {crs}, and tiles of this name are in {expected}.",
            {"file": tile.file, "crs": f"EPSG:{head.epsg}", "expected": expected},
            warning=True,
        )
    if head.bands != 1 or not head.upright:
        return Note(
            "{file} is not used as terrain: it is no raster of heights with north up and one band ({bands}).",
            {"file": tile.file, "bands": head.bands},
            warning=True,
        )
    return _out_of_place(tile, head, said["tile_m"])


def _out_of_place(tile: Tile, head: Head, size: float) -> Note | None:
    """A tile that reaches outside its own square kilometre, or whose cells lie beside those of whole tiles."""
    slack = _CLOSE * head.cell_width
    left, bottom = tile.cell.east * size, tile.cell.north * size
    right, top = head.left + head.columns * head.cell_width, head.top
    low = top - head.rows * head.cell_height
    inside = head.left > left - slack and right < left + size + slack and low > bottom - slack
    beside = _beside(head.left - left, head.cell_width) or _beside(top - bottom - size, head.cell_height)
    if inside and top < bottom + size + slack and not beside:
        return None
    return Note(
        "{file} is not used as terrain: its name says that it begins at N {north} km, E {east} km, and the file "
        "says N {found_north} m, E {found_east} m.",
        {
            "file": tile.file,
            "north": tile.cell.north,
            "east": tile.cell.east,
            "found_north": round(low, 1),
            "found_east": round(head.left, 1),
        },
        warning=True,
    )


def _beside(distance: float, cell: float) -> bool:
    """Whether a distance is no whole number of cells."""
    return abs(distance / cell - round(distance / cell)) > _CLOSE


def _is_partial(head: Head) -> bool:
    size: float = load(FILE)["tile_m"]
    slack = _CLOSE * head.cell_width
    return head.columns * head.cell_width < size - slack or head.rows * head.cell_height < size - slack


def partial_note(chosen: Chosen) -> Note | None:
    """What is said of tiles that do not cover the whole of their square kilometre; None where all do."""
    if not chosen.partial:
        return None
    return Note(
        "{count:terrain tile covers|terrain tiles cover} only a part of {count:=its|their} square kilometre: {files}. "
        "Where there are no heights no valley is found.",
        {"count": len(chosen.partial), "files": listed([tile.file for tile in chosen.partial])},
    )


def _another_form(tile: Tile, head: Head, form: tuple[float, float, str, str], count: int) -> Note:
    def said(cell: float, kind: str, nodata: str) -> str:
        return f"{cell:g} m, {kind}, NoData {'-' if nodata == 'None' else nodata}"

    own = head.form
    return Note(
        "{file} is not used as terrain: its cells ({own}) are not those of {count:other tile|other tiles} ({form}). "
        "Tiles of several kinds make no one model.",
        {"file": tile.file, "own": said(own[0], *own[2:]), "count": count, "form": said(form[0], *form[2:])},
        warning=True,
    )


def _older(tile: Tile, newest: Tile) -> Note:
    return Note(
        "{file} is not used as terrain: {newest} is of the same square kilometre and newer, or a copy of it.",
        {"file": tile.file, "newest": newest.file},
    )
