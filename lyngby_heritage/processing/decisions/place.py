"""Where the file of decisions lies: beside the data that the next run reads, which looks for it there."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..collect.survey import WRITTEN_BY_PEOPLE
from ..inputs.postgres import without_password

TOPIC = "job_beslutninger"
"""The rows of a package's `koersel` that say where decisions belong, and which layer of them was read."""
FILE, READ = "fil", "laest"


@dataclass(frozen=True)
class DecisionsPlace:
    """The file that decisions are written into."""

    file: Path
    earlier: str = ""
    """The layer of decisions that the last run read from elsewhere: a new file would hide it, and takes its rows along;
    "" where there is none."""


def beside_input(given: str, folder: Path) -> Path:
    """The file of decisions of the main job: in a folder of data, or beside a file of them; else beside the package.

    A schema of a database and layers of the open project lie in no folder of data.
    """
    path = Path(os.path.abspath(given)) if given else None
    if path is None or not path.exists():
        return folder.parent / WRITTEN_BY_PEOPLE
    return path / WRITTEN_BY_PEOPLE if path.is_dir() else path.with_name(WRITTEN_BY_PEOPLE)


def rows_of(file: Path, read: str, folder: Path) -> list[tuple[str, str, str, None, None]]:
    """The rows of `koersel` that `place_of` finds the file by; `read` is the layer of decisions of the run, or "".

    Files are named as they lie from the package's `folder`, so that the whole can be moved and nobody's disk is told.
    """
    rows: list[tuple[str, str, str, None, None]] = [(TOPIC, FILE, relative_to(folder, str(file)), None, None)]
    store, bar, layer = read.partition("|")
    earlier = f"{relative_to(folder, store)}{bar}{layer}" if os.path.exists(store) else without_password(read)
    return [*rows, (TOPIC, READ, earlier, None, None)] if read else rows


def place_of(layer_file: Path) -> DecisionsPlace:
    """Where decisions on the buildings of a layer are written: as its package says, else beside the layer's file.

    A package that was moved away from its data says nothing: they are then written beside its folder, and not into it,
    since a package is handed on and decisions say who made them.
    """
    told = _told(layer_file)
    if told is None:
        return DecisionsPlace(layer_file.with_name(WRITTEN_BY_PEOPLE))
    file = Path(os.path.normpath(layer_file.parent / told.get(FILE, "")))
    if FILE not in told or not file.parent.is_dir():
        return DecisionsPlace(layer_file.parent.parent / WRITTEN_BY_PEOPLE)
    store, bar, layer = told.get(READ, "").partition("|")
    there = os.path.normpath(layer_file.parent / store) if store else ""
    return DecisionsPlace(file, f"{there}{bar}{layer}" if os.path.exists(there) else store)


def relative_to(folder: Path, file: str) -> str:
    """A file as it lies from a folder; its whole path where it lies on another drive."""
    try:
        return Path(os.path.relpath(file, folder)).as_posix()
    except ValueError:  # another drive
        return file


def _told(layer_file: Path) -> dict[str, str] | None:
    """What a package says of decisions; None for a file that is no package."""
    if not layer_file.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{layer_file.as_uri()}?mode=ro", uri=True)) as database:
            rows = database.execute("SELECT navn, vaerdi FROM koersel WHERE emne = ?", (TOPIC,)).fetchall()
    except sqlite3.Error:  # no package: a layer of its own, or no database at all
        return None
    return {str(name): str(value or "") for name, value in rows}
