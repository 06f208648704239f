"""What lies in a zip, and taking a file out of it with the parts that belong to it."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ...core.common.errors import Check, HeritageError, Note, never_cancelled
from .contents import BLOCK, UNREADABLE, info_of, is_encrypted, told_name, unreadable

ARCHIVES = {".zip", ".7z", ".rar", ".gz", ".tgz", ".tar"}
_PARTS = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".shp.xml"),
    ".tab": (".dat", ".map", ".id", ".ind"),
    ".mif": (".mid",),
    ".gml": (".xsd", ".gfs"),
    ".tif": (".tfw", ".prj", ".aux.xml", ".tif.aux.xml", ".tif.ovr"),
}
"""Ending of a file → the endings of what belongs to it, beside it and with its name."""
_DRIVE = re.compile(r"^[A-Za-z]:")
_UNFIT = re.compile(r'[<>:"|?*\x00-\x1f\\]')
"""Signs that a name on Windows cannot hold."""
_NOISE = re.compile(r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$)", re.IGNORECASE)
SPARE = 50_000_000
"""Bytes that are left free on the disk."""


@dataclass(frozen=True)
class ZipContents:
    """The files in a zip that can be taken out, and what is told of those that cannot."""

    names: tuple[str, ...]
    notes: tuple[Note, ...] = ()


@contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip, opened once for several looks. HeritageError where it is damaged, locked or not there."""
    try:
        archive = zipfile.ZipFile(path)
    except UNREADABLE as error:
        raise unreadable(error, path) from error
    with archive:
        yield archive


def members(path: Path) -> list[str]:
    """The names of the files in a zip that can be taken out. HeritageError where it is damaged, locked or not there."""
    return list(look_into(path).names)


def look_into(path: Path, archive: zipfile.ZipFile | None = None) -> ZipContents:
    """What lies in a zip; a zip in it, a file with a password and a path out of it are told and left alone."""
    if archive is None:
        with opened_zip(path) as one:
            return look_into(path, one)
    names, notes = [], []
    for info in archive.infolist():
        name = told_name(info)
        if info.is_dir() or _NOISE.search(name):
            continue
        note = _refused(path, info, name)
        if note is None:
            names.append(name)
        else:
            notes.append(note)
    return ZipContents(tuple(names), tuple(notes))


def extract(path: Path, member: str, folder: Path, check: Check = never_cancelled) -> Path:
    """Unpack a member, and what belongs to it, into an empty `folder`; returns where it lies.

    HeritageError where it cannot be; then, and when the run is cancelled, nothing of it is left.
    """
    written: list[Path] = []
    try:
        with opened_zip(path) as archive:
            wanted = [info_of(archive, path, member), *_parts_of(archive, member)]
            for info in wanted:
                note = _refused(path, info, told_name(info))
                if note is not None:
                    raise HeritageError(note.template, **note.values)
            _refuse_too_large(path, member, wanted, folder)
            for info in wanted:
                target = folder / _UNFIT.sub("_", PurePosixPath(told_name(info)).name)
                written.append(target)
                _unpack(archive, info, target, check)
    except UNREADABLE as error:
        _remove(written)
        raise unreadable(error, path, member) from error
    except BaseException:
        _remove(written)
        raise
    return written[0]


def _refused(path: Path, info: zipfile.ZipInfo, name: str) -> Note | None:
    """Why a member is not taken out; None where it can be."""
    where: dict[str, object] = {"file": str(path), "member": name}
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts or name.startswith(("/", "\\")) or _DRIVE.match(name):
        return Note(
            "{file}: the file {member} in it would be unpacked outside the folder, as only a harmful zip asks for. It "
            "is not read.",
            where,
            warning=True,
        )
    if PurePosixPath(name).suffix.lower() in ARCHIVES:
        return Note(
            "{file}: {member} in it is packed itself. Unpack {file} first, and give the folder.", where, warning=True
        )
    if is_encrypted(info):
        return Note("{file}: {member} in it has a password. Unpack the zip, and give the folder.", where, warning=True)
    return None


def _parts_of(archive: zipfile.ZipFile, member: str) -> list[zipfile.ZipInfo]:
    stem, dot, ending = member.rpartition(".")
    belonging = _PARTS.get(f"{dot}{ending}".lower(), ())
    wanted = {f"{stem}{one}".lower() for one in belonging}
    return [info for info in archive.infolist() if told_name(info).lower() in wanted]


def _refuse_too_large(path: Path, member: str, wanted: list[zipfile.ZipInfo], folder: Path) -> None:
    needed = sum(info.file_size for info in wanted)
    free = shutil.disk_usage(folder).free
    if needed + SPARE > free:
        raise HeritageError(
            "{file}: {member} takes {needed:,} MB unpacked, and {folder} has {free:,} MB free. Make room, or delete "
            "the zip if you do not know where it comes from.",
            file=str(path),
            member=member,
            needed=round(needed / 1e6),
            folder=str(folder),
            free=round(free / 1e6),
        )


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, check: Check) -> None:
    with archive.open(info) as packed, open(target, "wb") as file:
        while block := packed.read(BLOCK):
            check()
            file.write(block)


def _remove(written: list[Path]) -> None:
    for one in written:
        one.unlink(missing_ok=True)
