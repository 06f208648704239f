"""Reads a municipality's profile from its folder, and refuses one that cannot be what it means.

The folder mirrors `data/`: `profile.json` says whose it is and where its values come from; beside it lie those of the
data files in which something is changed, with the changed keys only, and templates that come before the built-in ones.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ...paths import DATA
from .data import as_shipped
from .errors import HeritageError
from .profile import Profile, Sourced
from .settings_shape import PARAMETER_GROUPS, identity_of, shape_of
from .shapes import LARGEST, Either, Flag, ListOf, MapOf, Matching, Number, Record, Text, UnreadableError, json_of
from .version import version

MANIFEST = "profile.json"
BUILT_IN = "indbygget"
"""The name by which the settings that come with the plugin are asked for."""
PROFILES = DATA / "profiles"
"""Profiles that come with the plugin; each is asked for by the name of its folder."""

NO_SETTINGS = ("sample/", "profiles/")
"""Folders of data/ that hold none."""
TEMPLATES = ("templates", "web")
"""Folders of data/ whose templates a profile may have its own of."""
OF_ONE_MUNICIPALITY = "themes/places.json"
"""What is known of one municipality's places: no other inherits it."""
OF_PLACES = ("aliases", "buffers", "places")
THEMES = "themes/catalogue.json"
"""Its themes have names of their own in the municipality whose places themes/places.json holds."""
DECIDED = (
    ("rules/designation.json", "high_values"),
    ("rules/designation.json", "neighbour_value"),
    ("rules/plot_ratio.json", "defaults.MAX_PLOT_RATIO"),
    ("rules/plot_ratio.json", "defaults.MAX_STOREYS"),
    ("rules/plot_ratio.json", "defaults.TWO_STOREY_LIMIT"),
    ("", "VALUE4_RULE"),
)
"""What a council decides: data file ("" of a tool's parameter) and key. Another municipality that does not say one of
them is told whose decision it takes."""
PARAMETER_FILES = ("rules/designation.json", "rules/plot_ratio.json", "rules/valley.json")
"""Where the defaults of the tools' parameters stand."""
PICTURES = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
LARGEST_FILE, LARGEST_DOCUMENT = 2_000_000, 20_000_000
"""Bytes of a file of settings or a logo, and of a Word file; a larger one is not what it is taken for."""
WORD = ".docx"
WORD_KINDS = (WORD, ".dotx")
"""Endings of the templates that a document is made from."""
NOT_WORD = (".doc", ".docm", ".dot", ".dotm", ".odt", ".ott", ".rtf", ".pages", ".pdf")
"""Endings that somebody may take for those."""

_VALUE = Either((Text(empty=True), Number(-LARGEST), Flag(), ListOf(Either((Text(empty=True), Number(-LARGEST))))))
_MANIFEST = Record(
    {
        "navn": Text(),
        "kommunekode": Matching(re.compile(r"0?[1-9]\d\d"), '"0173"'),
        "version": Text(),
        "kilde": Text(),
        "parametre": MapOf(_VALUE),
        "kilder": ListOf(
            Record(
                {"om": Text(), "kilde": Text(), "bekraeftet": Flag(), "note": Text(empty=True)},
                needed=("om", "kilde", "bekraeftet"),
            )
        ),
        "logo": Text(),
    },
    needed=("navn", "version"),
)


def shipped() -> list[str]:
    """The names of the profiles that come with the plugin, sorted."""
    return sorted(one.parent.name for one in PROFILES.glob(f"*/{MANIFEST}"))


def profile_named(given: str, beside: Path) -> Profile:
    """The profile that a text asks for: `indbygget`, the name of one that comes with the plugin, or a folder.

    A folder that is no whole path is looked for from `beside`. HeritageError as of `read_profile`.
    """
    name = given.strip()
    if name.lower() == BUILT_IN:
        return built_in_profile()
    if name.lower() in shipped():
        return read_profile(PROFILES / name.lower())
    folder = (beside / name).absolute()
    if folder.name == MANIFEST and folder.is_file():
        folder = folder.parent
    if not folder.is_dir():
        raise HeritageError(
            "PROFILE: there is no folder {folder}, and no profile of that name comes with the plugin. Give the folder "
            "of a profile, or one of: {names}.",
            folder=str(folder),
            names=", ".join([BUILT_IN, *shipped()]),
        )
    return read_profile(folder)


@cache
def built_in_profile() -> Profile:
    """What holds where no profile is given: the settings that come with the plugin."""
    files = [*settings_files(), *(f"{folder}/{one}" for folder in TEMPLATES for one in templates_in(DATA / folder))]
    return Profile(BUILT_IN, version(), _checksum((name, (DATA / name).read_bytes()) for name in files))


@cache
def settings_files() -> tuple[str, ...]:
    """The data files that a profile may change, sorted."""
    names = (path.relative_to(DATA).as_posix() for path in DATA.rglob("*.json"))
    return tuple(sorted(name for name in names if not name.startswith(NO_SETTINGS)))


def read_profile(folder: Path) -> Profile:
    """The profile in a folder. HeritageError names the file, the place in it, what stands there and what may."""
    own = _Folder(folder)
    manifest = own.checked(MANIFEST, _MANIFEST)
    code = manifest.get("kommunekode", "").zfill(4) if "kommunekode" in manifest else ""
    changes = {name: own.checked(name, shape_of(name, as_shipped(name))) for name in own.settings()}
    own.refuse_twice_set(manifest.get("parametre", {}), changes)
    another = code != as_shipped(OF_ONE_MUNICIPALITY)["municipality"]
    files = {name: merged(base_of(name, another), change) for name, change in changes.items()}
    name = OF_ONE_MUNICIPALITY if another else THEMES
    files.setdefault(name, base_of(name, another))
    return Profile(
        name=manifest["navn"],
        version=manifest["version"],
        folder=folder,
        municipality=code,
        source=manifest.get("kilde", ""),
        files=files,
        parameters=_told(manifest.get("parametre", {})),
        sources=tuple(
            Sourced(one["om"], one["kilde"], one["bekraeftet"], one.get("note", ""))
            for one in manifest.get("kilder", ())
        ),
        logo=own.logo(manifest.get("logo", "")),
        templates=own.templates(),
        checksum=own.checksum(),
        inherited=tuple(_unsaid(manifest.get("parametre", {}), changes)) if another else (),
        unread=own.unread(),
    )


def merged(base: Any, change: Any) -> Any:
    """The base with a change laid over it: objects key by key, lists with an identity entry by entry, others whole.

    Remarks in the change stay out; those of the base, some of which code reads, stay.
    """
    if isinstance(base, Mapping) and isinstance(change, Mapping):
        return {**base, **{key: merged(base.get(key), value) for key, value in _told(change).items()}}
    key = identity_of(base) if isinstance(base, list) and isinstance(change, list) else None
    if key is None:
        return change
    entries = {one[key]: one for one in base}
    for one in change:
        entries[one[key]] = merged(entries.get(one[key], {}), one)
    return list(entries.values())


def base_of(name: str, another: bool) -> Any:
    """What a profile's file is laid over: the municipality whose places are known has them, and its names of themes."""
    content = as_shipped(name)
    if name == OF_ONE_MUNICIPALITY and another:
        return {key: type(value)() for key, value in content.items() if key in OF_PLACES}
    if name == THEMES and not another:
        return merged(content, {"themes": as_shipped(OF_ONE_MUNICIPALITY)["called_here"]})
    return content


def _told(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if not key.startswith("_")}


def _unsaid(parameters: Mapping[str, Any], changes: Mapping[str, Any]) -> Iterator[str]:
    for file, place in DECIDED:
        name = place.rpartition(".")[2]
        if name not in parameters and not (file and _stands(changes.get(file, {}), place)):
            yield f"{file}: {place}" if file else place


def _stands(content: Any, place: str) -> bool:
    for key in place.split("."):
        if not isinstance(content, Mapping) or key not in content:
            return False
        content = content[key]
    return True


def places_of(content: Any, at: str = "") -> Iterator[str]:
    """Every place in a profile's file that says something, as `thresholds.SIMILARITY`; a list is one place."""
    if isinstance(content, Mapping):
        for key, value in _told(content).items():
            yield from places_of(value, f"{at}.{key}" if at else key)
    else:
        yield at


def templates_in(folder: Path) -> list[str]:
    """The templates of a folder by their names in it, sorted."""
    found = (one for one in folder.rglob("*") if one.suffix in (".j2", WORD))
    return sorted(one.relative_to(folder).as_posix() for one in found)


def _ends(name: str, endings: tuple[str, ...]) -> bool:
    return name.lower().endswith(endings)


def _checksum(files: Iterable[tuple[str, bytes]]) -> str:
    made = hashlib.sha256()
    for name, content in files:
        made.update(f"{name}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()


class _Folder:
    """The files of a profile: what was read of them makes its checksum."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.read: dict[str, bytes] = {}
        if not (folder / MANIFEST).is_file():
            raise HeritageError(
                "PROFILE: the folder {folder} has no profile.json, which says whose profile it is. Write a profile "
                "with the plugin's menu, and change that.",
                folder=str(folder),
            )
        names = (one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
        self.names = sorted(name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts))

    def settings(self) -> list[str]:
        """The data files that it changes; a JSON file by any other name would be a setting that nothing reads."""
        own = [name for name in self.names if name.lower().endswith(".json") and name != MANIFEST]
        for name in own:
            if name not in settings_files():
                raise self._refused(name, name, ", ".join(settings_files()))
        return own

    def templates(self) -> tuple[str, ...]:
        known = {f"{folder}/{one}" for folder in TEMPLATES for one in templates_in(DATA / folder)}
        documents = [name for name in self.names if name.rpartition("/")[0] in TEMPLATES and _ends(name, WORD_KINDS)]
        known |= {f"{one[: -len(WORD)]}{kind}" for one in known if one.endswith(WORD) for kind in WORD_KINDS}
        own = tuple(name for name in self.names if name.lower().endswith(".j2") or name in documents)
        for name in own:
            if name not in known:
                raise self._refused(name, name, ", ".join(sorted(known)))
            if name in documents:
                self._bytes(name, LARGEST_DOCUMENT)
            else:
                self.text(name)
        self._refuse_other_documents(documents, known)
        return own

    def _refuse_other_documents(self, documents: Sequence[str], known: Collection[str]) -> None:
        """HeritageError where a file that is meant for the Word template is none, or where there are two."""
        names = {one.rpartition(".")[0] for one in known if one.endswith(WORD)}
        for name in self.names:
            stem, _, ending = name.rpartition(".")
            if stem in names and f".{ending.lower()}" in NOT_WORD:
                raise HeritageError(
                    "The profile {profile}: {file} is no template that a document can be made from. Open it in Word, "
                    "and save it there as a Word document without macros: {name}.",
                    profile=self.folder.name,
                    file=name,
                    name=f"{stem}{WORD}",
                )
            if name in documents and stem + WORD in documents and not name.endswith(WORD):
                raise HeritageError(
                    "The profile {profile}: {file} and {other} are both there, and only one of them can be the "
                    "template. Delete the other.",
                    profile=self.folder.name,
                    file=name,
                    other=f"{stem}{WORD}",
                )

    def checked(self, name: str, shape: Any) -> Any:
        """The content of a JSON file that is as its shape says."""
        try:
            content = json_of(self.text(name))
        except UnreadableError as error:
            raise self._unreadable(name, str(error)) from error
        wrong = shape.wrong(content, "")
        if wrong is not None:
            raise HeritageError(
                "The profile {profile}: in {file}, {path} is {found}; expected is {expected}.",
                profile=self.folder.name,
                file=name,
                path=wrong.path,
                found=wrong.found,
                expected=wrong.expected,
            )
        return content

    def refuse_twice_set(self, parameters: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
        """HeritageError when `parametre` sets what a data file sets too: only one of them would hold."""
        for name, change in changes.items():
            for place in places_of(change):
                group, _, parameter = place.rpartition(".")
                if name in PARAMETER_FILES and group in PARAMETER_GROUPS and parameter in parameters:
                    raise HeritageError(
                        "The profile {profile}: {parameter} stands both in profile.json (parametre) and in {file} "
                        "({place}). Keep one of them.",
                        profile=self.folder.name,
                        parameter=parameter,
                        file=name,
                        place=place,
                    )

    def text(self, name: str) -> str:
        try:
            return self._bytes(name).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise self._unreadable(name, f"{error.reason}, byte {error.start}") from error

    def logo(self, name: str) -> str:
        if not name:
            return ""
        path = (self.folder / name).resolve()
        kind = PICTURES.get(path.suffix.lower())
        if kind is None or not path.is_relative_to(self.folder.resolve()) or name not in self.names:
            raise HeritageError(
                "The profile {profile}: in {file}, {path} is {found}; expected is {expected}.",
                profile=self.folder.name,
                file=MANIFEST,
                path="logo",
                found=name,
                expected=f"*{', *'.join(PICTURES)} ({self.folder})",
            )
        return f"data:{kind};base64,{base64.b64encode(self._bytes(name)).decode('ascii')}"

    def checksum(self) -> str:
        return _checksum(sorted(self.read.items()))

    def unread(self) -> tuple[str, ...]:
        return tuple(
            name for name in self.names if name not in self.read and not name.lower().endswith((".md", ".txt"))
        )

    def _bytes(self, name: str, largest: int = LARGEST_FILE) -> bytes:
        try:
            content = (self.folder / name).read_bytes()
        except OSError as error:
            raise self._unreadable(name, error.strerror or str(error)) from error
        if len(content) > largest:
            raise self._unreadable(name, f"{len(content)} > {largest} bytes")
        self.read[name] = content
        return content

    def _unreadable(self, name: str, why: str) -> HeritageError:
        return HeritageError(
            "The profile {profile}: {file} cannot be read ({why}). It is a text file in UTF-8, of JSON where its name "
            "ends so.",
            profile=self.folder.name,
            file=name,
            why=why,
        )

    def _refused(self, name: str, found: str, expected: str) -> HeritageError:
        return HeritageError(
            "The profile {profile}: nothing reads {file}. The files that a profile may have are: {known}.",
            profile=self.folder.name,
            file=found,
            known=expected,
        )
