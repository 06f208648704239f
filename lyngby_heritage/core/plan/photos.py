"""Photos of buildings: which file is of which building, and what the log says of those that are of none."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from ..common.errors import Note, listed
from ..common.wording import agreeing, decimal
from ..registers.contents import BY, Entry
from ..registers.recognition import OWN_NAME
from ..registers.values import normal_ids
from .photo import is_photo

ROLE = "fotos"
"""What a folder of photos is taken for."""
_FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
"""Signs that a file's name cannot hold on Windows."""


@dataclass(frozen=True)
class PhotoFiles:
    """The files of a folder, sorted by what they are."""

    of: Mapping[int, str]
    """Row of the building → name of the file."""
    unknown: Sequence[str] = ()
    """Files that no building is named by."""
    withheld: Sequence[str] = ()
    """Files of buildings that are kept from the public."""
    more: Sequence[str] = ()
    """Further files of a building that has one already."""
    several: Sequence[str] = field(default=())
    """Files whose name may be that of several buildings."""


def photos_of(names: Iterable[str], ids: Sequence[str], withheld: frozenset[str]) -> PhotoFiles:
    """Which file is of which building, (n,) by its id, whatever the case, with or without braces.

    A sign that no file name can hold may stand as `_` in it. `withheld` are ids as `normal_ids`.
    """
    rows: dict[str, set[int]] = {}
    for row, one in enumerate(normal_ids([unicodedata.normalize("NFC", one) for one in ids])):
        for key in {one, _cleaned(one)} if one else ():
            rows.setdefault(key, set()).add(row)
    hidden = {key for one in withheld for key in (one, _cleaned(one))}
    of: dict[int, str] = {}
    unknown, kept, more, several = [], [], [], []
    for name in sorted(filter(is_photo, names), key=lambda one: (one.casefold(), one)):
        (key,) = normal_ids([unicodedata.normalize("NFC", PurePath(name).stem)])
        found = rows.get(key, set())
        if key in hidden:
            kept.append(name)
        elif not found:
            unknown.append(name)
        elif len(found) > 1:
            several.append(name)
        elif (row := next(iter(found))) in of:
            more.append(name)
        else:
            of[row] = name
    return PhotoFiles(of, unknown, kept, more, several)


def _cleaned(id_: str) -> str:
    return _FORBIDDEN.sub("_", id_)


def stem_of(id_: str) -> str:
    """What the site's files of a building's photo are called: its id where that is plain, else told apart by a sum.

    >>> stem_of("0a3f-11"), stem_of("Å/1")
    ('0a3f-11', '1-59cdb01f')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", id_.lower()).strip("-")[:60]
    if plain and plain == id_:
        return plain
    return f"{plain or 'foto'}-{hashlib.sha256(id_.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def photo_notes(files: PhotoFiles, broken: Sequence[str], folder: str) -> Iterator[Note]:
    """What the log says of photos: how many are shown, and which are not and why."""
    shown = len(files.of) - len(broken)
    yield Note("{count:photo is|photos are} shown on the website.", {"count": shown})
    if files.unknown:
        yield Note(
            "{count:photo|photos} in {folder} {count:=has|have} no building, and {count:=is|are} left out: {names}. A "
            "photo is named by the building's id (bygning_id).",
            _told(files.unknown, folder),
            warning=True,
        )
    if files.withheld:
        yield Note(
            "{count:photo is|photos are} of buildings that the register keeps from the public, and left out: {names}.",
            _told(files.withheld, folder),
            warning=True,
        )
    if files.more:
        yield Note(
            "{count:photo|photos} in {folder} {count:=is|are} of a building that has one already, and left out: "
            "{names}.",
            _told(files.more, folder),
            warning=True,
        )
    if files.several:
        yield Note(
            "{count:photo|photos} in {folder} may be of several buildings by {count:=its name|their names}, and "
            "{count:=is|are} left out: {names}.",
            _told(files.several, folder),
            warning=True,
        )
    if broken:
        yield Note(
            "{count:photo|photos} in {folder} cannot be read, and {count:=is|are} left out: {names}.",
            _told(broken, folder),
            warning=True,
        )


def photo_entry(files: PhotoFiles, broken: Sequence[str], folder: str, credited: bool) -> Entry | None:
    """The line on a folder of photos in the table of what there was; None of a folder without any.

    `credited` is whether the site says who took them and by which licence.
    """
    shown = len(files.of) - len(broken)
    reasons = (
        (files.withheld, "registret ikke offentliggør bygningen", "registret ikke offentliggør bygningerne"),
        (files.unknown, "filen ikke har navn efter en bygnings id", "filerne ikke har navn efter en bygnings id"),
        (files.more, "bygningen har et andet foto", "bygningerne har et andet foto"),
        (files.several, "navnet kan være flere bygningers", "navnene kan være flere bygningers"),
        (broken, "filen ikke kan læses", "filerne ikke kan læses"),
    )
    count = len(files.of) + sum(len(names) for names, _, _ in reasons[:-1])
    if not count:
        return None
    said = [f"{decimal(shown)} er vist på hjemmesiden"] if shown else ["Ingen er vist på hjemmesiden"]
    for names, one, several in reasons:
        if names:
            said.append(f"{decimal(len(names))} er udeladt, fordi {agreeing(len(names), one, several)}")
    if shown and not credited:
        said.append("fotograf og licens er ikke angivet")
    called = f"{folder} ({decimal(count)} {agreeing(count, 'fil', 'filer')})"
    why = "; ".join(said) + "."
    return Entry(called, None, None, ROLE, BY[OWN_NAME], bool(shown), why, None, doubtful=bool(shown))


def _told(names: Sequence[str], folder: str) -> dict[str, object]:
    return {"count": len(names), "names": listed(list(names)), "folder": folder}
