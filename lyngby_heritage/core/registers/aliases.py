"""Finds a field by the names it has in the registers (`data/registers/fields.json`)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..common.data import cached, load

SHAPEFILE_NAME_LENGTH = 10
"""A shapefile's dBase table cuts field names to ten bytes, of which æøå take one or two by the file's encoding."""

_BBR_PREFIX = re.compile(r"^((?:byg|eta)\d{3})(?=.)", re.IGNORECASE)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe"})


def plain(name: str) -> str:
    """The name as it is compared: lower case, æøå as ae oe aa, without separators."""
    composed = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]", "", composed)


def aliases(concept: str) -> list[str]:
    """The names of a concept, best first; each BBR name also without its `byg026` and as that code alone."""
    names: list[str] = []
    for alias in load("registers/fields.json")[concept]:
        names.append(alias)
        prefix = _BBR_PREFIX.match(alias)
        if prefix:
            names.append(alias[prefix.end() :])
            names.append(prefix.group(1))
    return names


def _cuts(name: str) -> set[str]:
    """What ten bytes leave of a name in an encoding of one byte a letter, and in UTF-8."""
    in_bytes = name.encode("utf-8")[:SHAPEFILE_NAME_LENGTH].decode("utf-8", "ignore")
    return {name[:SHAPEFILE_NAME_LENGTH], in_bytes} - {name}


def _cut_forms(alias: str) -> set[str]:
    """The cut forms of an alias written with æøå, with ae oe aa, or without separators, as they are compared."""
    spelled = unicodedata.normalize("NFC", alias).lower()
    forms = {spelled, spelled.translate(_LETTERS), plain(alias)}
    cut = {plain(one) for form in forms for one in _cuts(form)}
    return cut - set(load("registers/fields.json")["_ambiguous_when_cut"])


def words(concept: str) -> tuple[str, str]:
    """What a concept is called in English and in Danish."""
    english, danish = load("registers/fields.json")["_words"][concept]
    return english, danish


def find_field(names: Sequence[str], concept: str) -> int | None:
    """The position in `names` of the field that holds `concept`, or None.

    An exact name of any alias comes before a cut one, and an earlier alias before a later one, so that
    `bevaringsvaerdi` is found beside `bevaring`, which is something else.
    """
    return find_among(names, aliases(concept))


def find_among(names: Sequence[str], wanted: Sequence[str]) -> int | None:
    """As `find_field`, for names that are given, best first."""
    return next(iter(_positions(names, wanted)), None)


def find_fields(names: Sequence[str], concept: str) -> list[int]:
    """The positions in `names` of every field that holds `concept`, best first, as `find_field` orders them."""
    return list(_positions(names, aliases(concept)))


def _positions(names: Sequence[str], wanted: Sequence[str]) -> dict[int, None]:
    by_plain: dict[str, int] = {}
    cut: dict[str, int] = {}
    for position, name in enumerate(names):
        by_plain.setdefault(plain(name), position)
        if len(name) <= SHAPEFILE_NAME_LENGTH <= len(name.encode("utf-8")) + 1:
            cut.setdefault(plain(name), position)
    found: dict[int, None] = {}
    for alias in wanted:
        if plain(alias) in by_plain:
            found.setdefault(by_plain[plain(alias)])
    for alias in wanted:
        found |= {cut[form]: None for form in sorted(_cut_forms(alias)) if form in cut}
    return found


def is_known_name(text: str) -> bool:
    """Whether a text is a name that some field goes by, in any spelling."""
    return plain(text) in _known_names()


@cached
def _known_names() -> frozenset[str]:
    concepts = [one for one in load("registers/fields.json") if not one.startswith("_")]
    return frozenset(plain(alias) for concept in concepts for alias in aliases(concept)) - {""}
