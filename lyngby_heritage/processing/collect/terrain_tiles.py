"""Danmarks Højdemodel as it is downloaded, in tiles: one virtual raster of those in folders and archives.

Nothing is copied: the raster names the tiles, also those inside an archive, and says where each lies.
"""

from __future__ import annotations

import os
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ...core.common.data import load
from ...core.common.errors import Check, HeritageError, Note, never_cancelled
from ...core.common.gdal_errors import raising
from ...core.registers.terrain_tiles import (
    FILE,
    Chosen,
    Head,
    Tile,
    archive_name,
    cell_of,
    choose,
    gap_note,
    is_surface,
    is_terrain_archive,
    missing_cells,
    partial_note,
)
from .contents import UNREADABLE, is_encrypted

ARCHIVE = ".zip"
IN_ARCHIVE, READ_ONLY = "/vsizip/", "/vsisubfile/0,"
"""READ_ONLY before the address of a file: GDAL reads the whole of it, and cannot write a file beside it."""
_SAME_SYSTEM = 70
"""Percent: how sure PROJ must be that a system is the one of a number; so sure it is where only names differ."""


@dataclass(frozen=True)
class TilesFound:
    """The tiles among some files, by their names alone."""

    tiles: tuple[Tile, ...]
    notes: tuple[Note, ...] = ()
    """What looks like terrain and is none: the surface model, archives that cannot be opened."""


@dataclass(frozen=True)
class Terrain:
    """What came of the tiles."""

    path: str | None
    """The virtual raster; None where no tile could be used."""
    chosen: Chosen
    notes: tuple[Note, ...]
    """What is not used and why, and what is missing."""


def files_below(folder: Path) -> list[Path]:
    """The files of a folder and of those in it, not much deeper: as tiles lie when they are unpacked."""
    deepest = load(FILE)["depth"]
    found = []
    for place, folders, files in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = sorted(one for one in folders if depth < deepest and not one.startswith("."))
        found += [Path(place, name) for name in sorted(files)]
    return found


def find_tiles(files: Iterable[str | Path]) -> TilesFound:
    """The terrain tiles among files, and in those that are archives. Only names are read."""
    tiles: list[Tile] = []
    surfaces: list[str] = []
    notes: list[Note] = []
    for file in (Path(os.path.abspath(one)) for one in files):
        if is_surface(file.name):
            surfaces.append(file.name)
        elif file.suffix.lower() == ARCHIVE:
            try:
                tiles += _in_archive(file, surfaces)
            except UNREADABLE as error:
                notes += _unopened(file, error)
        elif (cell := cell_of(file.name)) is not None:
            tiles.append(Tile(file.name, str(file), cell, file.stat().st_mtime))
    if surfaces:
        notes.append(
            Note(
                "{count:file is|files are} of the surface model (DSM: roofs and trees) and not used as terrain: "
                "{first}. Terrain is DTM.",
                {"count": len(surfaces), "first": surfaces[0]},
                warning=not tiles,
            )
        )
    return TilesFound(tuple(_told_apart(tiles)), tuple(notes))


def write_terrain(
    found: TilesFound,
    destination: str | Path,
    bounds: Sequence[float] | None = None,
    check: Check = never_cancelled,
) -> Terrain:
    """Write the virtual raster (`.vrt`) of those tiles that can be one terrain model; nothing where there are none.

    `bounds` (west, south, east, north) in EPSG:25832 are those of the area that terrain is wanted for: tiles missing in
    it are told, else those missing between the tiles. HeritageError where GDAL cannot write.
    """
    heads: dict[str, Head | str] = {}
    for tile in found.tiles:
        check()
        heads[tile.address] = head_of(tile.address)
    chosen = choose(found.tiles, heads)
    notes = [*found.notes, *chosen.left_out.values()]
    if not chosen.used:
        if found.tiles:
            notes.append(Note("None of the terrain tiles can be used, so there is no terrain model.", {}, True))
        return Terrain(None, chosen, tuple(notes))
    _write([tile.address for tile in chosen.used], heads[chosen.used[0].address], Path(destination))
    gaps = gap_note(missing_cells(chosen.cells, bounds), bounds is not None)
    notes += [one for one in (partial_note(chosen), gaps) if one is not None]
    notes.append(
        Note(
            "The terrain is {count:tile|tiles} of Danmarks Højdemodel, {first} to {last}.",
            {"count": len(chosen.used), "first": chosen.used[0].file, "last": chosen.used[-1].file},
        )
    )
    return Terrain(str(destination), chosen, tuple(notes))


def head_of(address: str) -> Head | str:
    """What a raster says of itself; where it cannot be opened, why."""
    from osgeo import gdal

    try:
        with raising():
            return _head(gdal.OpenEx(address, gdal.OF_RASTER), address)
    except RuntimeError as error:
        return " ".join(str(error).split())


# Reading -------------------------------------------------------------------------------------------------------------


def _in_archive(archive: Path, surfaces: list[str]) -> Iterator[Tile]:
    """The tiles of an archive; one of the surface model is added to `surfaces`."""
    with zipfile.ZipFile(archive) as opened:
        for one in opened.infolist():
            name = PurePosixPath(one.filename).name
            if is_surface(name):
                surfaces.append(archive_name(str(archive), name))
            elif (cell := cell_of(name)) is not None:
                if is_encrypted(one):
                    raise RuntimeError("a password")
                changed = time.mktime((*one.date_time, 0, 0, -1))
                address = f"{IN_ARCHIVE}{{{archive}}}/{one.filename}"
                yield Tile(archive_name(str(archive), name), address, cell, changed)


def _unopened(archive: Path, error: Exception) -> list[Note]:
    """What is said of an archive that cannot be opened, where terrain was to be in it."""
    if not is_terrain_archive(archive.name):
        return []
    why = getattr(error, "strerror", None) or str(error)
    return [
        Note(
            "{file} cannot be opened ({why}), and its terrain is not used. Fetch it again.",
            {"file": archive.name, "why": why},
            warning=True,
        )
    ]


def _told_apart(tiles: Sequence[Tile]) -> Iterator[Tile]:
    """The tiles, each under a name of its own: copies in several folders are told by their whole path."""
    names = [tile.file for tile in tiles]
    for tile in tiles:
        yield tile if names.count(tile.file) == 1 else Tile(tile.address, tile.address, tile.cell, tile.changed)


def _head(dataset: Any, address: str) -> Head:
    from osgeo import gdal

    left, width, turned, top, tilted, height = dataset.GetGeoTransform()
    band = dataset.GetRasterBand(1)
    return Head(
        columns=dataset.RasterXSize,
        rows=dataset.RasterYSize,
        left=left,
        top=top,
        cell_width=width,
        cell_height=-height,
        upright=not turned and not tilted and width > 0 > height,
        epsg=_epsg(dataset.GetSpatialRef()),
        bands=dataset.RasterCount,
        kind=gdal.GetDataTypeName(band.DataType),
        nodata=band.GetNoDataValue(),
        whole=_is_whole(band, address),
    )


def _epsg(system: Any) -> int | None:
    """The number of a horizontal system, also of one with heights."""
    if system is None:
        return None
    if system.IsCompound():
        system = system.Clone()
        system.StripVertical()
    for known in (system, *(one for one, sure in system.FindMatches() or () if sure >= _SAME_SYSTEM)):
        code = known.GetAuthorityCode(None)
        if known.GetAuthorityName(None) == "EPSG" and code:
            return int(code)
    return None


def _is_whole(band: Any, address: str) -> bool:
    """Whether every block of a GeoTIFF lies within the file, of which a download that broke off has only the first."""
    from osgeo import gdal

    there = gdal.VSIStatL(address)
    if there is None:
        return True
    width, height = band.GetBlockSize()
    for row in range(-(-band.YSize // height)):
        for column in range(-(-band.XSize // width)):
            offset = band.GetMetadataItem(f"BLOCK_OFFSET_{column}_{row}", "TIFF")
            size = band.GetMetadataItem(f"BLOCK_SIZE_{column}_{row}", "TIFF")
            if offset and size and int(offset) + int(size) > there.size:
                return False
    return True


# Writing -------------------------------------------------------------------------------------------------------------


def _unchanged(address: str) -> str:
    """The address by which a tile is read and its archive not written into, by whichever program opens the raster.

    QGIS counts the values of each layer that it opens, and GDAL puts the counts beside a tile: into the download.
    """
    return f"{READ_ONLY}{address}" if address.startswith(IN_ARCHIVE) else address


def _write(addresses: list[str], form: Head | str, destination: Path) -> None:
    """Beside its place and then into it, so that it is there whole or not at all. `form` is that of every tile."""
    from osgeo import gdal

    said = load(FILE)
    settings = ["-strict", "-resolution", "highest"]
    if said["nodata"] is not None:
        settings += ["-srcnodata", str(said["nodata"]), "-vrtnodata", str(said["nodata"])]
    elif isinstance(form, Head) and form.nodata is None:
        settings += ["-vrtnodata", str(said["gap"])]
    beside = destination.with_name(f".{destination.stem}-{os.getpid()}.vrt")
    try:
        with raising():
            made = gdal.BuildVRT(str(beside), [_unchanged(one) for one in addresses], options=settings)
            made.FlushCache()
            made = None
        os.replace(beside, destination)
    except (OSError, RuntimeError) as error:
        beside.unlink(missing_ok=True)
        raise HeritageError(
            "The terrain tiles could not be put together in {file}: {error}",
            file=str(destination),
            error=getattr(error, "strerror", None) or str(error),
        ) from error
