"""`indhold.csv`: what lies in a folder that a tool fills, for whoever opens it; and by what a later run knows its own.

A folder of documents holds no GeoPackage that could tell which files the tool wrote, and which of them people have
worked in since. This list does: file, what it is, SHA-256.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ...core.common.errors import HeritageError, listed
from ...core.tables.danish_csv import csv_bytes
from ...core.tables.table import TEXT, Column, Table
from ..export.folder import sha256
from .own_files import listed_files

NAME = "indhold.csv"
COLUMNS = (Column("fil", TEXT, 40), Column("hvad det er", TEXT, 60), Column("kontrolsum (SHA-256)", TEXT, 64))


def write_contents(folder: Path, told: Mapping[str, str]) -> None:
    """Write the list of every file below a folder; `told` says what each is, by its name or by that of its folder."""
    files = sorted(one for one in folder.rglob("*") if one.is_file() and one.name != NAME)
    names = [one.relative_to(folder).as_posix() for one in files]
    words = [told.get(name) or told.get(name.rpartition("/")[0], "") for name in names]
    table = Table("Indhold", COLUMNS, [names, words, [sha256(one) for one in files]])
    (folder / NAME).write_bytes(csv_bytes(table))


def contents_of(folder: Path) -> dict[str, str]:
    """Name → SHA-256 of the files that an earlier run wrote into a folder; {} where nothing says it."""
    known = listed_files(folder / NAME, [one.heading for one in COLUMNS])
    return {**known, NAME: sha256(folder / NAME)} if known else {}


def own_contents(parameter: str, folder: Path, mine: Collection[str]) -> dict[str, str]:
    """As `contents_of`, of a folder that only this tool fills; `mine` are the files and folders that it can write.

    HeritageError where the list is another tool's: a run would take its files for an earlier result, and remove them.
    """
    known = contents_of(folder)
    others = [one for one in known if one != NAME and one.partition("/")[0] not in mine]
    if others:
        raise HeritageError(
            "{parameter}: {folder} is the folder of another tool's result ({names}), which this run would replace. "
            "Choose another folder.",
            parameter=parameter,
            folder=str(folder),
            names=listed(others),
        )
    return known
